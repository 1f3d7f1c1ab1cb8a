/** A number as a person would write it: the shorter of what was worked out and its simplest form. */
import { simplify } from '../derive/simplify.ts'
import type { Condition } from '../expression/condition.ts'
import type { Expr } from '../expression/expr.ts'

const SHORT = 4
const MILLISECONDS = 300

export function neatPlace(value: Expr, assuming: readonly Condition[]): Expr {
  if (value.size <= SHORT) return value
  const { to, conditions } = simplify(value, { assuming, budget: { milliseconds: MILLISECONDS } })
  return conditions.length === 0 && to.size <= value.size ? to : value
}
