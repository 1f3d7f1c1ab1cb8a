/** Conditions in the form a person would write them: 2·x > 0 becomes x > 0, x² > 0 becomes x ≠ 0. */
import type { Canon } from '../expression/canonical.ts'
import { type Condition, distinct, MIRRORED, nonZero } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { call, type Expr, integer, isCall, negate, same } from '../expression/expr.ts'
import { literalValue } from '../expression/number-term.ts'
import { partAt, replaceAt } from '../expression/path.ts'
import { isInteger, signOf } from '../expression/rational.ts'
import { definition } from '../functions/index.ts'
import { type CompiledRule, compiledRule, instantiate } from '../rules/compile.ts'
import { domainOf, interiorOf } from '../rules/domain.ts'
import { unproved } from '../verify/prove.ts'
import { type Change, knownOf, openConditions } from '../verify/replay.ts'
import { Facts } from '../verify/signs.ts'

/**
 * The derivation with what its steps need written down: what is neither given nor proved nor part
 * of the domain of the result.
 */
export function withConditions(bare: Derivation, canon: Canon): Derivation {
  const needs = bare.steps.map(neededBy)
  if (needs.every((needed) => needed.every((condition) => isAlwaysDefined(condition, canon)))) return bare
  const plain = !hasContexts(bare)
  const known = knownOf(bare, canon)
  const everywhere = plain ? known : new Facts([], canon)
  let line = bare.from
  const steps = bare.steps.map((step, i) => {
    const above = line
    if (!plain) line = replaceAt(line, step.path, step.after) as Expr
    if (needs[i]?.every((condition) => unproved(condition, everywhere).length === 0)) return step
    const change = { step: plain ? { ...step, path: [] } : step, line: above, below: line }
    const needed = openConditions(change, ruleOf(step) as CompiledRule, known)
    const open = isBelowDerivative(change) ? needed.flatMap((c) => persistent(c, known)) : needed
    return open.length === 0 ? step : { ...step, conditions: simplerConditions(open, known) }
  })
  const carried = steps.flatMap((step) => step.conditions)
  return { ...bare, steps, conditions: simplerConditions(carried, known) }
}

const isBelowDerivative = ({ step, line }: Change): boolean =>
  step.path.some((_, i) => isCall(partAt(line, step.path.slice(0, i)) ?? line, 'D'))

/** What makes the condition hold in a whole neighbourhood: a strict relation between continuous sides. */
function persistent(condition: Condition, known: Facts): Condition[] {
  if (condition.kind !== 'call' || !MIRRORED.has(condition.head)) return [condition]
  const strict = STRICT.get(condition.head) ?? condition.head
  const near = condition.args.flatMap((side) => interiorOf(side, known.canon))
  return [call(strict, condition.args), ...near.flatMap((c) => unproved(c, known))]
}

const STRICT: ReadonlyMap<string, string> = new Map([
  ['>=', '>'],
  ['<=', '<'],
])

/**
 * Can it matter where in the line a condition is needed? Only in a branch, or below a derivative
 * that stays while its operand changes: then there are two, or a logarithm is taken apart.
 */
function hasContexts({ from, steps }: Derivation): boolean {
  const branches = (u: Expr): boolean =>
    u.kind === 'call' && (u.head === 'piecewise' || definition(u.head) !== undefined || u.args.some(branches))
  const body = isCall(from, 'D') ? (from.args[0] as Expr) : from
  const nested = (u: Expr): boolean => u.kind === 'call' && (u.head === 'D' || u.args.some(nested))
  return branches(body) || nested(body) || steps.some((step) => step.rule?.startsWith('logarithm of'))
}

/** The conditions under which u is defined, as a person would write them; none if it is everywhere. */
export function whereDefined(u: Expr, assuming: readonly Condition[], canon: Canon): Condition[] {
  const facts = new Facts(assuming, canon)
  const open = domainOf(u, canon).flatMap((condition) => unproved(condition, facts))
  return simplerConditions(open, facts)
}

const ruleOf = (step: Step): CompiledRule | undefined =>
  step.rule === null ? undefined : compiledRule(step.rule)

/** `defined(c)` for a number or symbol c: the most frequent condition of all. */
const isPlainlyDefined = (condition: Condition, { letters }: Step): boolean => {
  const u = isCall(condition, 'defined') ? condition.args[0] : undefined
  return u?.kind === 'symbol' && (letters[u.name] as Expr | undefined)?.kind !== 'call'
}

/** What the step's rule asks for, without what is plain. */
function neededBy(step: Step): Condition[] {
  const needed: Condition[] = []
  for (const condition of ruleOf(step)?.conditions ?? []) {
    const filled = isPlainlyDefined(condition, step) ? undefined : instantiate(condition, step.letters)
    if (filled) needed.push(filled)
  }
  return needed
}

const isAlwaysDefined = (condition: Condition, canon: Canon): boolean =>
  isCall(condition, 'defined') && domainOf(condition.args[0] as Expr, canon).length === 0

/**
 * Simpler conditions that imply the given ones where the facts hold. Where no simpler form
 * is found, or it would not suffice, the condition stays as it is.
 */
export function simplerConditions(conditions: readonly Condition[], facts: Facts): Condition[] {
  const kept = distinct(conditions.flatMap((condition) => accepted(condition, facts)))
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    const others = kept.filter((_, j) => j !== i)
    if (unproved(kept[i] as Condition, facts.with(others)).length === 0) kept.splice(i, 1)
  }
  return allFollow(conditions, kept, facts) ? kept : distinct(conditions)
}

/** Do the conditions hold where the given ones and the facts do? */
function allFollow(conditions: readonly Condition[], given: readonly Condition[], facts: Facts): boolean {
  const others = conditions.filter((c) => !given.some((known) => same(known, c)))
  if (others.length === 0) return true
  const known = facts.with(given)
  return others.every((c) => unproved(c, known).length === 0)
}

function accepted(condition: Condition, facts: Facts): Condition[] {
  const simple = simplify(condition, facts)
  return allFollow([condition], simple, facts) ? simple : [condition]
}

function simplify(condition: Condition, facts: Facts): Condition[] {
  if (condition.kind !== 'call' || !MIRRORED.has(condition.head)) return [condition]
  const [left, right] = condition.args as [Expr, Expr]
  if (facts.canon.value(right)?.num === 0n) return againstZero(left, condition.head, facts)
  if (facts.canon.value(left)?.num === 0n) return againstZero(right, mirrored(condition.head), facts)
  return [condition]
}

const related = (u: Expr, relation: string): Condition => call(relation, [u, integer(0)])
const mirrored = (relation: string): string => MIRRORED.get(relation) ?? relation

/** u stands in the relation to 0. */
function againstZero(u: Expr, relation: string, facts: Facts): Condition[] {
  const again = (v: Expr, r: string): Condition[] => againstZero(v, r, facts)
  const [a, b] = u.kind === 'call' ? u.args : []
  if (!a) return [related(u, relation)]
  if (isCall(u, 'negate')) return again(a, mirrored(relation))
  if (isCall(u, 'sqrt') && (relation === '>' || relation === '!=')) return again(a, '>')
  if (isCall(u, 'abs') && (relation === '>' || relation === '!=')) return [nonZero(a)]
  if (isCall(u, 'multiply') || isCall(u, 'divide')) return ofFactors(u.args, u, relation, facts)
  if (isCall(u, 'power') && b) {
    const exponent = facts.canon.value(b)
    if (exponent && isInteger(exponent) && signOf(exponent) > 0) {
      const even = exponent.num % 2n === 0n
      if (!even || relation === '!=') return again(a, relation)
      if (relation === '>') return again(a, '!=')
    }
  }
  if (isCall(u, 'add') && u.args.length === 2) return ofTwoTerms(u.args as [Expr, Expr], relation)
  return [related(u, relation)]
}

/** Factors of known sign are dropped; a product is not 0 where no factor is. */
function ofFactors(factors: readonly Expr[], u: Expr, relation: string, facts: Facts): Condition[] {
  if (relation === '!=') return factors.flatMap((factor) => againstZero(factor, '!=', facts))
  let sense = relation
  const open = factors.filter((factor) => {
    if (unproved(related(factor, '>'), facts).length === 0) return false
    if (unproved(related(factor, '<'), facts).length > 0) return true
    sense = mirrored(sense)
    return false
  })
  return open.length === 1 ? againstZero(open[0] as Expr, sense, facts) : [related(u, relation)]
}

/** x − 1 > 0 is x > 1; 1 − x > 0 is x < 1. */
function ofTwoTerms([first, second]: readonly [Expr, Expr], relation: string): Condition[] {
  const opposite = (v: Expr): Expr => (isCall(v, 'negate') ? (v.args[0] as Expr) : negate(v))
  if (literalValue(second)) return [call(relation, [first, opposite(second)])]
  if (!literalValue(first)) {
    if (isCall(second, 'negate')) return [call(relation, [first, second.args[0] as Expr])]
    return [related(call('add', [first, second]), relation)]
  }
  if (isCall(second, 'negate')) return [call(mirrored(relation), [second.args[0] as Expr, first])]
  return [call(relation, [second, opposite(first)])]
}
