/** Formulas that divide by 0 whatever the values of their symbols have no derivative to find. */
import type { Canon } from '../expression/canonical.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { isZero, signOf, ZERO } from '../expression/rational.ts'
import { opened } from '../rules/forms.ts'

/** Can arithmetic make it 0? Only a sum can, or a 0 that is written there. */
const mayVanish = (u: Expr): boolean =>
  u.kind === 'number' ? isZero(u.value) : u.kind === 'call' && (u.head === 'add' || u.args.some(mayVanish))

/**
 * Throws OgeeError `E406` if some part of u divides by what arithmetic makes 0. Branches are left
 * out: they need not be taken.
 */
export function refuseZeroDivisors(u: Expr, canon: Canon): void {
  if (u.kind !== 'call' || u.head === 'piecewise') return
  for (const arg of u.args) refuseZeroDivisors(arg, canon)
  const body = opened(u)
  if (body) refuseZeroDivisors(body, canon)
  const [left, right] = u.args as readonly [Expr, Expr]
  const isNull = (v: Expr): boolean => mayVanish(v) && canon.isNull(v)
  const isNegative = (v: Expr): boolean => signOf(canon.value(v) ?? ZERO) < 0
  const divides = u.head === 'divide' && isNull(right)
  if (divides || (u.head === 'power' && isNull(left) && isNegative(right))) {
    throw new OgeeError('E406', 'the formula divides by 0, so it is defined nowhere')
  }
}
