/** Proving conditions: by structure, by bounds, and from what is known. Never by sampling. */

import { NULL } from '../enclose/interval.ts'
import { type Condition, defined, OPPOSITE, RELATED } from '../expression/condition.ts'
import { add, call, type Expr, freeSymbols, isCall, negate, same } from '../expression/expr.ts'
import { domainOf, interiorOf } from '../rules/domain.ts'
import type { Facts } from './signs.ts'

/**
 * The parts of the condition that could not be proved from the facts; none if it holds at every
 * point where they do. A relation holds only where both its sides are defined, so a condition on
 * w also asks that w be defined: e^(1/x) is never 0, but cancelling it would fill a hole.
 */
export function unproved(condition: Condition, facts: Facts): Condition[] {
  if (condition.kind !== 'call') return [condition]
  if (facts.conditions.some((known) => same(known, condition))) return []
  const [left, right] = condition.args
  switch (condition.head) {
    case 'and':
      return condition.args.flatMap((part) => unproved(part, facts))
    case 'or': {
      const i = condition.args.findIndex((part) => unproved(part, facts).length === 0)
      const asked = condition.args.slice(0, Math.max(i, 0))
      const reached = i >= 0 && asked.every((part) => undefinedParts(part, facts).length === 0)
      return reached ? [] : [condition]
    }
    case 'defined':
      return left ? undefinedParts(left, facts) : [condition]
    case 'interior': {
      if (left && freeSymbols(left).length === 0) return undefinedParts(left, facts)
      const parts = left ? interiorOf(left, facts.canon) : [condition]
      return parts.flatMap((part) => (same(part, condition) ? [part] : unproved(part, facts)))
    }
  }
  if (!left || !right || !OPPOSITE.has(condition.head)) return [condition]
  const domain = [...undefinedParts(left, facts), ...undefinedParts(right, facts)]
  return relationHolds(condition.head, left, right, facts) ? domain : [...domain, condition]
}

function undefinedParts(u: Expr, facts: Facts): Condition[] {
  return domainOf(u, facts.canon).flatMap((condition) => {
    if (!isCall(condition, 'defined')) return unproved(condition, facts)
    if (facts.conditions.some((known) => same(known, condition))) return []
    const part = condition.args[0] as Expr
    return isDefined(part, facts) ? [] : [defined(part)]
  })
}

/** For the forms whose domain cannot be listed. */
function isDefined(u: Expr, facts: Facts): boolean {
  if (isCall(u, 'piecewise')) return branchesAreDefined(u.args, facts)
  const joins = isCall(u, 'and') || isCall(u, 'or')
  return joins && u.args.every((part) => undefinedParts(part, facts).length === 0)
}

/** Each question is defined, and each branch is where it is chosen; a last branch catches the rest. */
function branchesAreDefined(args: readonly Expr[], facts: Facts): boolean {
  let here = facts
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [value, question] = [args[i] as Expr, args[i + 1] as Expr]
    if (undefinedParts(question, here).length > 0) return false
    if (undefinedParts(value, here.with([question])).length > 0) return false
    here = here.with(opposite(question))
  }
  const last = args.length % 2 === 1 ? args[args.length - 1] : undefined
  return last !== undefined && undefinedParts(last, here).length === 0
}

/** What holds where a relation does not, both sides being defined. */
export function opposite(question: Condition): Condition[] {
  const head = question.kind === 'call' ? OPPOSITE.get(question.head) : undefined
  return head && question.kind === 'call' ? [call(head, question.args)] : []
}

/** By what is known of the difference of both sides, or of a left side against 0. */
function relationHolds(relation: string, left: Expr, right: Expr, facts: Facts): boolean {
  const allowed = RELATED.get(relation) ?? 0
  if (facts.canon.same(left, right)) return (allowed & NULL) !== 0
  const alone = facts.canon.value(right)?.num === 0n
  const difference = alone ? left : add(left, negate(right))
  return (facts.signs(difference) & ~allowed) === 0
}
