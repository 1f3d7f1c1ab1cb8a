/**
 * Conditions on parameters as a person would write them: both sides are brought to one fraction and
 * tidied, and what is rational in one letter becomes an interval: 1/y - 1 > 0 is y > 0 and y < 1.
 */
import { type Condition, distinct, MIRRORED } from '../../expression/condition.ts'
import { add, call, type Expr, integer, isCall, negate } from '../../expression/expr.ts'
import { unproved } from '../../verify/prove.ts'
import type { Facts } from '../../verify/signs.ts'
import { simplerConditions } from '../conditions.ts'
import { polish } from './polish.ts'
import { equation, type Working } from './working.ts'

/** What of the condition cannot be proved, each part also tried in a simpler form. */
export function openParts(
  w: Working,
  condition: Condition,
  known: readonly Condition[],
  facts: Facts,
): Condition[] {
  return unproved(condition, facts).flatMap((part) => {
    const simple = simpler(w, part, known)
    return simple === part ? [part] : unproved(simple, facts)
  })
}

/** The relation of one polished term to 0, where both sides are defined. */
function simpler(w: Working, condition: Condition, known: readonly Condition[]): Condition {
  if (condition.kind !== 'call' || !MIRRORED.has(condition.head)) return condition
  const [left, right] = condition.args as [Expr, Expr]
  const isNull = right.kind === 'number' && right.value.num === 0n
  const difference = isNull
    ? left
    : add(left, isCall(right, 'negate') ? (right.args[0] as Expr) : negate(right))
  const sheet = w.beside(equation(difference, integer(0)), known)
  return polish(sheet, [0]) ? call(condition.head, [sheet.at([0]), integer(0)]) : condition
}

/** The same conditions, simpler where that is proved to suffice. */
export const plainConditions = (conditions: readonly Condition[], facts: Facts): Condition[] =>
  simplerConditions(distinct(conditions), facts)
