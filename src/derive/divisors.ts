/** Formulas that divide by 0 whatever the values of their symbols have no derivative to find. */
import type { Canon } from '../expression/canonical.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { isZero, signOf } from '../expression/rational.ts'
import { opened } from '../rules/forms.ts'

/** Throws OgeeError `E406` if some part of u divides by a number that is 0 by arithmetic. */
export function refuseZeroDivisors(u: Expr, canon: Canon): void {
  if (u.kind !== 'call') return
  for (const arg of u.args) refuseZeroDivisors(arg, canon)
  const body = opened(u)
  if (body) refuseZeroDivisors(body, canon)
  const [left, right] = u.args
    .slice(0, 2)
    .map((arg) => (arg.kind === 'symbol' ? undefined : canon.value(arg)))
  const divides = u.head === 'divide' && right && isZero(right)
  const inverts = u.head === 'power' && left && right && isZero(left) && signOf(right) < 0
  if (divides || inverts) {
    throw new OgeeError('E406', 'the formula divides by 0, so it is defined nowhere')
  }
}
