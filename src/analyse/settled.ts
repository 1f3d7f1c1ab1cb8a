/** What a condition comes to when the factors of known sign are taken away: n·kⁿ > kⁿ is n > 1 where k > 0. */
import { type Condition, MIRRORED, RELATED } from '../expression/condition.ts'
import { call, type Expr, integer } from '../expression/expr.ts'
import { signOf } from '../expression/rational.ts'
import { sides } from '../verify/claims/parts.ts'
import type { Facts } from '../verify/signs.ts'
import { difference } from './breaks.ts'
import { positiveCondition } from './open.ts'
import { factored } from './proofs/factored.ts'

const [NEGATIVE, NULL, POSITIVE] = [1, 2, 4]

/** The condition on the one factor whose sign is not known; of several factors, on the first. */
export function settled(condition: Condition, facts: Facts): Condition {
  if (condition.kind !== 'call' || !MIRRORED.has(condition.head)) return condition
  const [head, u, v] = sides(condition)
  const found = factored(difference(u, v))
  if (!found) return condition
  let sign = signOf(found.number) as number
  const open: Expr[] = []
  for (const { base, exponent } of found.factors) {
    const signs = facts.signs(base)
    const isOdd = exponent % 2 !== 0
    if (signs === NEGATIVE && isOdd) sign = -sign
    else if (signs !== POSITIVE && signs !== NEGATIVE && (isOdd || (signs & NULL) !== 0)) open.push(base)
  }
  const [only] = open
  if (!only || sign === 0) return condition
  if (open.length > 1) return firstOf(open, facts)
  // where it cannot be positive, the question is whether it is negative or 0
  const signs = facts.signs(only)
  if ((signs & POSITIVE) === 0) return relation('<', only)
  if ((signs & NEGATIVE) === 0) return relation('>', only)
  return relation(sign > 0 ? head : (MIRRORED.get(head) as string), only)
}

/** The sign of one of several factors: of one of which nothing is known, else whether it is 0. */
function firstOf(open: readonly Expr[], facts: Facts): Condition {
  const isUnknown = (u: Expr): boolean => facts.signs(u) === (NEGATIVE | NULL | POSITIVE)
  const unknown = open.filter(isUnknown)
  const [first] = unknown.length > 0 ? unknown : open
  const chosen = unknown.find((u) => u.kind === 'symbol') ?? (first as Expr)
  const isNegative = (facts.signs(chosen) & POSITIVE) === 0
  return isNegative ? relation('<', chosen) : positiveCondition(chosen)
}

/** u > 0 and its kin as one would say them. */
function relation(head: string, u: Expr): Condition {
  const said = positiveCondition(u)
  const [a, b] = (said as { readonly args: readonly Expr[] }).args as [Expr, Expr]
  return b === integer(0) ? call(head, [u, b]) : call(head, [a, b])
}

/** Is the condition true or false by the signs of its factors? */
export function truthByFactors(condition: Condition, facts: Facts): boolean | undefined {
  if (condition.kind !== 'call' || !RELATED.has(condition.head)) return undefined
  const [head, u, v] = sides(condition)
  const found = factored(difference(u, v))
  if (!found) return undefined
  let sign = signOf(found.number) as number
  for (const { base, exponent } of found.factors) {
    const signs = facts.signs(base)
    if (signs !== POSITIVE && signs !== NEGATIVE) return undefined
    if (signs === NEGATIVE && exponent % 2 !== 0) sign = -sign
  }
  return ((RELATED.get(head) as number) & (1 << (sign + 1))) !== 0
}
