/**
 * The replayer. It contains no search and no matcher: a step brings its letters along, and the
 * replayer fills them into the named rule, compares both sides by key with what stands in the two
 * lines, and proves the rule's conditions or finds them among those carried.
 *
 * What a replayed derivation guarantees: at every point where the conditions hold and the last
 * line is defined, every line is defined and has the same value. So every step may use, as known,
 * the domain of the last line.
 */
import type { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { type CallNode, type Expr, isCall, mentions, same } from '../expression/expr.ts'
import { partAt, replaceAt } from '../expression/path.ts'
import { definition } from '../functions/index.ts'
import {
  type CompiledRule,
  compiledRule,
  instantiate,
  isListLetter,
  isOfKind,
  type Letters,
} from '../rules/compile.ts'
import { domainOf, interiorOf } from '../rules/domain.ts'
import { Facts } from './bounds.ts'
import { opposite, unproved } from './prove.ts'

/** Why a step is refused; steps are counted from 1, and 0 is the derivation as a whole. */
export interface Refusal {
  readonly step: number
  readonly reason: string
}

/** What is known of the point: what was given, what is carried, and that `to` is defined there. */
export const knownOf = ({ to, assuming, conditions }: Derivation, canon: Canon): Facts =>
  new Facts([...assuming, ...conditions, ...domainOf(to, canon)], canon)

/** Replays a derivation from its first line to its last. */
export function replay(derivation: Derivation, canon: Canon): Refusal | undefined {
  const known = knownOf(derivation, canon)
  let line = derivation.from
  for (const [i, step] of derivation.steps.entries()) {
    const below = replaceAt(line, step.path, step.after)
    const part = partAt(line, step.path)
    const fault =
      !below || !part || !same(part, step.before)
        ? 'the line above has another part there'
        : stepFault({ step, line, below }, known, canon)
    if (fault) return { step: i + 1, reason: fault }
    line = below as Expr
  }
  return same(line, derivation.to) ? undefined : { step: 0, reason: 'the last line is not the result' }
}

/** A step in the line it changes. */
interface Change {
  readonly step: Step
  readonly line: Expr
  readonly below: Expr
}

function stepFault(change: Change, known: Facts, canon: Canon): string | undefined {
  const { step } = change
  if (step.relation !== 'equals') return 'unknown relation'
  if (step.conditions.some((condition) => unproved(condition, known, canon).length > 0)) {
    return 'it carries a condition that the derivation does not'
  }
  return step.rule === null ? calculationFault(change, known, canon) : ruleFault(change, known, canon)
}

function calculationFault(change: Change, known: Facts, canon: Canon): string | undefined {
  const { before, after, direction, letters } = change.step
  if (same(before, after)) return 'nothing changes'
  if (direction !== 'forward' || Object.keys(letters).length > 0) return 'a calculation has no letters'
  if (!canon.same(before, after)) return 'this is not a calculation'
  const vocabulary = canon.vocabulary(before)
  for (const key of canon.vocabulary(after)) if (!vocabulary.has(key)) return 'a calculation adds no new symbols'
  return mayPass(change, known, canon) ? undefined : 'no step may go where this path leads'
}

function ruleFault(change: Change, known: Facts, canon: Canon): string | undefined {
  const { step } = change
  const compiled = step.rule === null ? undefined : compiledRule(step.rule)
  if (!compiled) return `there is no rule "${step.rule}"`
  if (step.direction !== 'forward' && !(step.direction === 'backward' && compiled.twoWay)) {
    return 'this rule is not read in that direction'
  }
  const fault = letterFault(compiled.letters, step.letters) ?? kindFault(compiled, step.letters, canon)
  if (fault) return fault
  const sides = [instantiate(compiled.from, step.letters), instantiate(compiled.to, step.letters)]
  const [old, fresh] = step.direction === 'forward' ? sides : sides.reverse()
  if (!old || !canon.same(old, step.before)) return 'the rule does not say this of the line above'
  if (!fresh || !canon.same(fresh, step.after)) return 'the rule does not give the line below'
  if (!mayPass(change, known, canon)) return 'no step may go where this path leads'
  const open = openConditions(change, known, canon)
  return open?.length === 0 ? undefined : 'a condition is neither proved nor carried'
}

/** What the step's rule asks for and the facts do not prove; `undefined` if that cannot be said. */
export function openConditions(change: Change, known: Facts, canon: Canon): Condition[] | undefined {
  const { step } = change
  const needed = (compiledRule(step.rule ?? '')?.conditions ?? []).map((c) => instantiate(c, step.letters))
  if (needed.includes(undefined)) return undefined
  const facts = needed.length > 0 ? factsThere(change, known, canon) : known
  return (needed as Condition[]).flatMap((condition) => unproved(condition, facts, canon))
}

function kindFault(compiled: CompiledRule, letters: Letters, canon: Canon): string | undefined {
  const x = letters.x as Expr | undefined
  if (compiled.differential && x?.kind !== 'symbol') return 'x must be the variable of differentiation'
  const variable = compiled.differential && x?.kind === 'symbol' ? x.name : undefined
  const kinds = Object.entries(compiled.rule.where ?? {})
  const wrong = kinds.find(([letter, kind]) => !isOfKind(kind, letters[letter] as Expr, variable, canon))
  return wrong && `${wrong[0]} must be: ${wrong[1]}`
}

function letterFault(expected: readonly string[], letters: Letters): string | undefined {
  const names = Object.keys(letters)
  if (names.length !== expected.length || !expected.every((name) => Object.hasOwn(letters, name))) {
    return `the letters must be ${expected.join(', ')}`
  }
  const wrong = names.find((name) => isListLetter(name) !== Array.isArray(letters[name]))
  return wrong && `${wrong} must ${isListLetter(wrong) ? '' : 'not '}be a list`
}

/** The operands entered on the way to the change, in the line above and the line below. */
function passage({ step, line, below }: Change): { parent: CallNode; entry: number; old: Expr; fresh: Expr }[] {
  const stations = []
  let [above, under] = [line, below]
  for (const entry of step.path) {
    if (typeof entry !== 'number' || above.kind !== 'call' || under.kind !== 'call') break
    const [old, fresh] = [above.args[entry] as Expr, under.args[entry] as Expr]
    stations.push({ parent: under, entry, old, fresh })
    above = old
    under = fresh
  }
  return stations
}

/**
 * No step goes below `at` or to the variable of a derivative; and an exponent must not become or
 * cease to be a number, for that changes where the power is defined.
 */
const mayPass = (change: Change, known: Facts, canon: Canon): boolean =>
  passage(change).every(({ parent, entry, old, fresh }) => {
    if (parent.head === 'at' || (parent.head === 'D' && entry !== 0)) return false
    if (parent.head !== 'power' && !definition(parent.head)) return true
    const literal = (canon.value(old) === undefined) === (canon.value(fresh) === undefined)
    return literal || mayChangeKind(parent, entry, factsThere(change, known, canon), canon)
  })

/**
 * What is known at the place of the change, gathered on the way down. Below a derivative only what
 * holds in a whole neighbourhood counts; in a branch its question is known.
 */
const factsThere = (change: Change, known: Facts, canon: Canon): Facts =>
  passage(change).reduce((facts, { parent, entry }) => {
    if (parent.head === 'D') return belowDerivative(facts, parent, canon)
    return parent.head === 'piecewise' ? inBranch(facts, parent, entry, canon) : facts
  }, known)

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
