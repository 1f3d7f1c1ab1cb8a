/**
 * Conditions as data. A condition is a term: a relation (`x > 0`, `x != 1`), several joined by
 * `and` or `or`, or one of two statements about a term, `defined(u)` and `interior(u)` (u is
 * defined and continuous near the point). Being terms, they print, parse and travel like formulas.
 */
import { call, type Expr, integer, RELATIONS, same } from './expr.ts'

/** A statement about real numbers that is true or false at a point. */
export type Condition = Expr

export const positive = (u: Expr): Condition => call('>', [u, integer(0)])
export const nonNegative = (u: Expr): Condition => call('>=', [u, integer(0)])
export const nonZero = (u: Expr): Condition => call('!=', [u, integer(0)])
export const defined = (u: Expr): Condition => call('defined', [u])
export const interior = (u: Expr): Condition => call('interior', [u])

const STATEMENTS: ReadonlySet<string> = new Set([...RELATIONS, 'and', 'or', 'defined', 'interior'])

/** Is this term a statement, not a quantity? */
export const isCondition = (u: Expr): boolean => u.kind === 'call' && STATEMENTS.has(u.head)

/** The relation that holds exactly where the other does not, both sides being defined. */
export const OPPOSITE: ReadonlyMap<string, string> = new Map(
  Object.entries({ '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }),
)

/** The relation with its sides exchanged. */
export const MIRRORED: ReadonlyMap<string, string> = new Map(
  Object.entries({ '=': '=', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' }),
)

/** The signs of u − v for which the relation between u and v is true: −, 0, + are 1, 2, 4, added up. */
export const RELATED: ReadonlyMap<string, number> = new Map(
  Object.entries({ '<': 1, '<=': 3, '=': 2, '!=': 5, '>': 4, '>=': 6 }),
)

/** All of the conditions as one; there must be at least one. */
export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 ? (conditions[0] as Condition) : call('and', conditions)

/** The conditions without repetitions, in order. */
export function distinct(conditions: readonly Condition[]): Condition[] {
  const kept: Condition[] = []
  for (const c of conditions) if (!kept.some((k) => same(k, c))) kept.push(c)
  return kept
}
