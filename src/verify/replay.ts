/**
 * The replayer. It contains no search and no matcher: a step brings its letters along, and the
 * replayer fills them into the named rule, compares both sides by key with what stands in the two
 * lines, and proves the rule's conditions or finds them among those carried.
 *
 * What a replayed chain guarantees: at every point where the conditions hold and the last line is
 * defined, every line is defined and has the same value. So a step may use, as known, the domain
 * of the line below it.
 */
import type { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import type { Step } from '../expression/derivation.ts'
import { type CallNode, type Expr, isCall, mentions, same } from '../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import { definition } from '../functions/index.ts'
import { compiledRule, instantiate, isListLetter, isOfKind, type Letters } from '../rules/compile.ts'
import { domainOf, interiorOf } from '../rules/domain.ts'
import { Facts } from './bounds.ts'
import { opposite, unproved } from './prove.ts'

/** Why a step is refused; the step is counted from 1, smaller steps as `2.3`. */
export interface Refusal {
  readonly step: string
  readonly reason: string
}

/** Replays a chain of steps from one line to another, under the conditions given. */
export function replay(
  from: Expr,
  to: Expr,
  steps: readonly Step[],
  given: readonly Condition[],
  canon: Canon,
  prefix = '',
): Refusal | undefined {
  let line = from
  for (const [i, step] of steps.entries()) {
    const number = `${prefix}${i + 1}`
    if (!same(step.before, line)) return { step: number, reason: 'it does not start from the line above' }
    const refusal = replayOne(step, given, canon, number)
    if (refusal) return refusal
    line = step.after
  }
  if (!same(line, to)) return { step: `${prefix}${steps.length}`, reason: 'the last line is not the result' }
  return undefined
}

function replayOne(step: Step, given: readonly Condition[], canon: Canon, number: string): Refusal | undefined {
  const refuse = (reason: string): Refusal => ({ step: number, reason })
  const below = new Facts([...given, ...domainOf(step.after, canon)], canon)
  if (step.conditions.some((condition) => unproved(condition, below, canon).length > 0)) {
    return refuse('it carries a condition that the derivation does not')
  }
  if (step.relation !== 'equals') return refuse('unknown relation')
  if (step.within) return replaySummary(step, step.within, given, canon, number)
  const reason = step.rule === null ? calculationFault(step, canon) : ruleFault(step, given, canon)
  return reason === undefined ? undefined : refuse(reason)
}

/** A summary is its smaller steps; its own rule and letters must be those of one of them. */
function replaySummary(
  step: Step,
  within: readonly Step[],
  given: readonly Condition[],
  canon: Canon,
  number: string,
): Refusal | undefined {
  const named = within.some((small) => small.rule === step.rule && small.direction === step.direction)
  if (!named || step.path.length > 0 || Object.keys(step.letters).length > 0) {
    return { step: number, reason: 'its name is not that of one of its smaller steps' }
  }
  return replay(step.before, step.after, within, [...given, ...step.conditions], canon, `${number}.`)
}

/** The two parts that a step exchanges, if `after` is `before` with only the part at `path` changed. */
function exchanged(step: Step): readonly [Expr, Expr] | undefined {
  const old = partAt(step.before, step.path)
  const fresh = old && freshPart(step.before, step.after, step.path)
  const rebuilt = fresh && replaceAt(step.before, step.path, fresh)
  return old && fresh && rebuilt && same(rebuilt, step.after) ? [old, fresh] : undefined
}

/** What stands in `after` in place of the part of `before` at `path`. */
function freshPart(before: Expr, after: Expr, path: Path): Expr | undefined {
  const last = path.at(-1)
  if (last === undefined || typeof last === 'number') return partAt(after, path)
  const [was, is] = [partAt(before, path.slice(0, -1)), partAt(after, path.slice(0, -1))]
  if (was?.kind !== 'call' || is?.kind !== 'call' || was.head !== is.head) return undefined
  const [start = 0] = last
  const count = is.args.length - (was.args.length - last.length)
  if (count === 1) return is.args[start]
  return count > 1 ? partAt(is, [range(start, count)]) : undefined
}

const range = (start: number, count: number): number[] => Array.from({ length: count }, (_, i) => start + i)

function calculationFault(step: Step, canon: Canon): string | undefined {
  const parts = exchanged(step)
  if (!parts) return 'more than the part it names has changed'
  const [old, fresh] = parts
  if (same(old, fresh)) return 'nothing changes'
  if (step.direction !== 'forward' || Object.keys(step.letters).length > 0) return 'a calculation has no letters'
  if (!canon.same(old, fresh)) return 'this is not a calculation'
  const known = canon.vocabulary(old)
  for (const key of canon.vocabulary(fresh)) if (!known.has(key)) return 'a calculation adds no new symbols'
  return passage(step, new Facts([], canon), canon) === undefined ? 'the path leads through a bound variable' : undefined
}

function ruleFault(step: Step, given: readonly Condition[], canon: Canon): string | undefined {
  const compiled = step.rule === null ? undefined : compiledRule(step.rule)
  if (!compiled) return `there is no rule "${step.rule}"`
  if (step.direction !== 'forward' && !(step.direction === 'backward' && compiled.twoWay)) {
    return 'this rule is not read in that direction'
  }
  const parts = exchanged(step)
  if (!parts) return 'more than the part it names has changed'
  const { letters } = step
  const fault = letterFault(compiled.letters, letters)
  if (fault) return fault
  const variable = compiled.differential ? variableOf(letters) : undefined
  if (compiled.differential && variable === undefined) return 'x must be the variable of differentiation'
  for (const [letter, kind] of Object.entries(compiled.rule.where ?? {})) {
    if (!isOfKind(kind, letters[letter] as Expr, variable, canon)) return `${letter} must be: ${kind}`
  }
  const [left, right] = [instantiate(compiled.from, letters), instantiate(compiled.to, letters)]
  const [old, fresh] = step.direction === 'forward' ? [left, right] : [right, left]
  if (!old || !canon.same(old, parts[0])) return 'the rule does not say this of the line above'
  if (!fresh || !canon.same(fresh, parts[1])) return 'the rule does not give the line below'
  const open = openConditions(step, given, canon)
  if (!open) return 'the path leads where the rule may not be used'
  return open.length > 0 ? 'a condition is neither proved nor carried' : undefined
}

/**
 * What the step's rule asks for and neither the given conditions, nor those the step carries, nor
 * the domain of the line below it prove; `undefined` where no step may go.
 */
export function openConditions(step: Step, given: readonly Condition[], canon: Canon): Condition[] | undefined {
  const compiled = compiledRule(step.rule ?? '')
  const start = new Facts([...given, ...step.conditions, ...domainOf(step.after, canon)], canon)
  const facts = passage(step, start, canon)
  if (!facts || !compiled) return undefined
  const open: Condition[] = []
  for (const condition of compiled.conditions) {
    const needed = instantiate(condition, step.letters)
    if (!needed) return undefined
    open.push(...unproved(needed, facts, canon))
  }
  return open
}

function letterFault(expected: readonly string[], letters: Letters): string | undefined {
  const names = Object.keys(letters)
  if (names.length !== expected.length || !expected.every((name) => Object.hasOwn(letters, name))) {
    return `the letters must be ${expected.join(', ')}`
  }
  const wrong = names.find((name) => isListLetter(name) !== Array.isArray(letters[name]))
  return wrong && `${wrong} must ${isListLetter(wrong) ? '' : 'not '}be a list`
}

function variableOf(letters: Letters): string | undefined {
  const x = letters.x
  return x && !Array.isArray(x) && (x as Expr).kind === 'symbol' ? (x as { name: string }).name : undefined
}

/**
 * What is known at the place of the change, gathered on the way down `step.path`; `undefined`
 * where no step may go. Below a derivative only what holds in a whole neighbourhood counts; in a
 * branch its question is known; an exponent must not become or cease to be a number, for that
 * changes where the power is defined.
 */
function passage(step: Step, start: Facts, canon: Canon): Facts | undefined {
  let facts = start
  let [before, after] = [step.before, step.after]
  for (const entry of step.path) {
    if (typeof entry !== 'number') break
    if (before.kind !== 'call' || after.kind !== 'call') return undefined
    const [old, fresh] = [before.args[entry] as Expr, after.args[entry] as Expr]
    if (after.head === 'at' || (after.head === 'D' && entry !== 0)) return undefined
    if (after.head === 'D') facts = belowDerivative(facts, after, canon)
    if (after.head === 'piecewise') facts = inBranch(facts, after, entry, canon)
    const literal = (canon.value(old) === undefined) === (canon.value(fresh) === undefined)
    if (!literal && !mayChangeKind(after, entry, facts, canon)) return undefined
    before = old
    after = fresh
  }
  return facts
}

/** May operand `entry` of u turn from a number into another term, or back? */
function mayChangeKind(u: CallNode, entry: number, facts: Facts, canon: Canon): boolean {
  if (definition(u.head)) return false
  if (u.head !== 'power' || entry !== 1) return true
  const positive = facts.bounds(u.args[0] as Expr)
  return positive.nonZero && positive.low.at !== undefined && positive.low.at.num >= 0n && isDefined(u.args[0] as Expr, facts, canon)
}

const isDefined = (u: Expr, facts: Facts, canon: Canon): boolean =>
  domainOf(u, canon).every((condition) => unproved(condition, facts, canon).length === 0)

/** Strict relations between continuous terms persist nearby; so does the domain of what is differentiated. */
function belowDerivative(facts: Facts, u: CallNode, canon: Canon): Facts {
  const [body, variable] = u.args as [Expr, Expr]
  const name = variable.kind === 'symbol' ? variable.name : ''
  const persists = (condition: Condition): boolean => {
    if (!mentions(condition, name)) return true
    if (condition.kind !== 'call' || !['>', '<', '!='].includes(condition.head)) return false
    return condition.args
      .flatMap((side) => interiorOf(side, canon))
      .every((needed) => unproved(needed, facts, canon).length === 0)
  }
  const split = facts.conditions.flatMap((c) => (isCall(c, 'and') ? c.args : [c]))
  return new Facts([...split.filter(persists), ...domainOf(body, canon)], canon)
}

function inBranch(facts: Facts, u: CallNode, entry: number, canon: Canon): Facts {
  const value = u.args[entry] as Expr
  const question = entry % 2 === 0 ? u.args[entry + 1] : undefined
  const passed = u.args.slice(0, entry).filter((_, i) => i % 2 === 1).flatMap(opposite)
  return facts.with([...passed, ...(question ? [question] : []), ...domainOf(value, canon)])
}
