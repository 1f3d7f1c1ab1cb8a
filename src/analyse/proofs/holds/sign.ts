/** Which sign a difference seems to have, in double precision. */
import type { Condition } from '../../../expression/condition.ts'
import { add, type Expr, integer, negate, same } from '../../../expression/expr.ts'
import { signsSeen } from '../scout.ts'

/** u − v, where v = 0 just u. */
export const differenceOf = (u: Expr, v: Expr): Expr => (same(v, integer(0)) ? u : add(u, negate(v)))

/** 1 or −1 if u − v seems to have that sign, or to be 0, wherever the conditions hold. */
export function scoutedSign(u: Expr, v: Expr, assuming: readonly Condition[]): 1 | -1 | undefined {
  const { negative, positive } = signsSeen(differenceOf(u, v), assuming)
  if (negative === positive) return undefined
  return positive ? 1 : -1
}
