/** Proving conditions: by structure, by bounds, and from what is known. Never by sampling. */
import type { Canon } from '../expression/canonical.ts'
import { type Condition, defined, OPPOSITE } from '../expression/condition.ts'
import { add, call, type Expr, isCall, negate, same } from '../expression/expr.ts'
import { compareRationals, type Rational, ZERO } from '../expression/rational.ts'
import { domainOf, interiorOf } from '../rules/domain.ts'
import type { Bounds, Facts } from './bounds.ts'

/**
 * The parts of the condition that could not be proved from the facts; none if it holds at every
 * point where they do. A relation holds only where both its sides are defined, so a condition on
 * w also asks that w be defined: e^(1/x) is never 0, but cancelling it would fill a hole.
 */
export function unproved(condition: Condition, facts: Facts, canon: Canon): Condition[] {
  if (condition.kind !== 'call') return [condition]
  if (facts.conditions.some((known) => same(known, condition))) return []
  const [left, right] = condition.args
  switch (condition.head) {
    case 'and':
      return allUnproved(condition.args, facts, canon)
    case 'or':
      return condition.args.some((part) => unproved(part, facts, canon).length === 0) ? [] : [condition]
    case 'defined':
      return left ? undefinedParts(left, facts, canon) : [condition]
    case 'interior':
      return left ? allUnproved(interiorOf(left, canon).filter((c) => !same(c, condition)), facts, canon) : [condition]
  }
  if (!left || !right || !OPPOSITE.has(condition.head)) return [condition]
  const domain = [...undefinedParts(left, facts, canon), ...undefinedParts(right, facts, canon)]
  return relationHolds(condition.head, left, right, facts, canon) ? domain : [...domain, condition]
}

const allUnproved = (conditions: readonly Condition[], facts: Facts, canon: Canon): Condition[] =>
  conditions.flatMap((condition) => unproved(condition, facts, canon))

function undefinedParts(u: Expr, facts: Facts, canon: Canon): Condition[] {
  return domainOf(u, canon).flatMap((condition) => {
    if (!isCall(condition, 'defined')) return unproved(condition, facts, canon)
    if (facts.conditions.some((known) => same(known, condition))) return []
    const part = condition.args[0] as Expr
    return isCall(part, 'piecewise') && branchesAreDefined(part.args, facts, canon) ? [] : [defined(part)]
  })
}

/** Each question is defined, and each branch is where it is chosen; a last branch catches the rest. */
function branchesAreDefined(args: readonly Expr[], facts: Facts, canon: Canon): boolean {
  let here = facts
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [value, question] = [args[i] as Expr, args[i + 1] as Expr]
    if (undefinedParts(question, here, canon).length > 0) return false
    if (undefinedParts(value, here.with([question]), canon).length > 0) return false
    here = here.with(opposite(question))
  }
  const last = args.length % 2 === 1 ? args[args.length - 1] : undefined
  return last !== undefined && undefinedParts(last, here, canon).length === 0
}

/** What holds where a relation does not, both sides being defined. */
export function opposite(question: Condition): Condition[] {
  const head = question.kind === 'call' ? OPPOSITE.get(question.head) : undefined
  return head && question.kind === 'call' ? [call(head, question.args)] : []
}

function relationHolds(relation: string, left: Expr, right: Expr, facts: Facts, canon: Canon): boolean {
  if (canon.same(left, right)) return relation === '=' || relation === '>=' || relation === '<='
  const value = canon.value(right)
  if (value && compares(facts.bounds(left), relation, value)) return true
  return compares(facts.bounds(add(left, negate(right))), relation, ZERO)
}

/** Does every value within the bounds stand in the relation to this number? */
function compares({ low, high, nonZero }: Bounds, relation: string, value: Rational): boolean {
  const above = low.at && compareRationals(low.at, value)
  const below = high.at && compareRationals(high.at, value)
  const greater = above !== undefined && (above > 0 || (above === 0 && low.open))
  const smaller = below !== undefined && (below < 0 || (below === 0 && high.open))
  switch (relation) {
    case '>':
      return greater
    case '<':
      return smaller
    case '>=':
      return above !== undefined && above >= 0
    case '<=':
      return below !== undefined && below <= 0
    case '!=':
      return greater || smaller || (nonZero && value.num === 0n)
    default:
      return above === 0 && below === 0
  }
}
