/** Are two formulas proved to be equal? The normal form is bounded by a count; no clock decides. */
import { decideEquality } from '../../decide/compare.ts'
import type { Condition } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import type { Expr } from '../../expression/expr.ts'

/** Products of terms, and points in double precision; what is not equal need not be disproved. */
const EFFORT = { work: 40_000, points: 60, deadline: 0 }

export function areEqual(u: Expr, v: Expr, assuming: readonly Condition[] = []): boolean {
  try {
    return decideEquality(u, v, assuming, EFFORT).verdict === 'equal'
  } catch (error) {
    if (error instanceof OgeeError) return false
    throw error
  }
}
