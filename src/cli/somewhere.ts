/** Refusing formulas that have no value anywhere, such as 1/0: nothing true can be said of them. */
import { Canon } from '../expression/canonical.ts'
import { OgeeError } from '../expression/error.ts'
import { compareRationals } from '../expression/rational.ts'
import type { Condition, Expr } from '../index.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { print } from '../syntax/index.ts'

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Is this a relation of numbers, and false? */
function isFalse(condition: Condition, canon: Canon): boolean {
  if (condition.kind !== 'call' || !Object.hasOwn(HOLDS, condition.head)) return false
  const [left, right] = condition.args.map((u) => canon.value(u))
  if (!left || !right) return false
  return HOLDS[condition.head]?.(compareRationals(left, right)) === false
}

/**
 * Sees that nothing shows the formula to be defined nowhere.
 *
 * @throws OgeeError `E603` naming the condition that cannot hold.
 */
export function definedSomewhere(u: Expr): void {
  const canon = new Canon(isTotal)
  const never = domainOf(u, canon).find((condition) => isFalse(condition, canon))
  if (!never) return
  throw new OgeeError('E603', 'this formula is defined nowhere', undefined, `it would need ${print(never)}`)
}
