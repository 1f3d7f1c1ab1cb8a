/**
 * The replayer. It contains no search and no matcher: a step brings its letters along, and the
 * replayer fills them into the named rule, compares both sides by key with what stands in the two
 * lines, and proves the rule's conditions or finds them among those carried.
 *
 * What a replayed derivation guarantees: at every point where the conditions hold and the last
 * line is defined, every line is defined and has the same value. So every step may use, as known,
 * the domain of the last line. If the lines are statements, what is known is the domain of the first
 * one; see statements.ts.
 */
import type { Canon } from '../expression/canonical.ts'
import { type Condition, isCondition, positive } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { type CallNode, type Expr, isCall, mentions, same } from '../expression/expr.ts'
import { partAt, replaceAt } from '../expression/path.ts'
import { definition } from '../functions/index.ts'
import { type CompiledRule, compiledRule, instantiate, isListLetter, isOfKind } from '../rules/compile.ts'
import { domainOf, interiorOf } from '../rules/domain.ts'
import { demand, Fault } from './fault.ts'
import { opposite, unproved } from './prove.ts'
import { Facts } from './signs.ts'
import { checkStatement, saidBeside } from './statements.ts'

/** A step in the line it changes. */
export interface Change {
  readonly step: Step
  readonly line: Expr
  readonly below: Expr
}

/** What is known of the point: what was given, what is carried, and where the claim says anything. */
export const knownOf = ({ from, to, assuming, conditions }: Derivation, canon: Canon): Facts =>
  new Facts([...assuming, ...conditions, ...domainOf(isCondition(from) ? from : to, canon)], canon)

/** Replays a derivation from its first line to its last; throws the Fault of the first bad step. */
export function replay(derivation: Derivation, canon: Canon): void {
  const known = knownOf(derivation, canon)
  let line = derivation.from
  for (const [i, step] of derivation.steps.entries()) {
    try {
      const [part, below] = [partAt(line, step.path), replaceAt(line, step.path, step.after)]
      demand(part !== undefined && same(part, step.before), 'the line above has another part there')
      checkStep({ step, line, below: below as Expr }, known, derivation)
      line = below as Expr
    } catch (fault) {
      if (fault instanceof Fault) fault.step = i + 1
      throw fault
    }
  }
  demand(same(line, derivation.to), 'the last line is not the result')
}

function checkStep(change: Change, known: Facts, derivation: Derivation): void {
  const { step, line } = change
  const { conditions, rule } = step
  demand(step.relation === 'equals' || isCondition(line), 'only a statement implies another')
  if (isCondition(line)) checkStatement(step, line, derivation)
  const carried = conditions.flatMap((condition) => unproved(condition, known))
  demand(carried.length === 0, 'it carries a condition that the derivation does not')
  demand(mayPass(change, known), 'no step may go where this path leads')
  if (rule === null) checkCalculation(change.step, known.canon)
  else checkRule(change, rule, known)
}

function checkCalculation({ before, after, direction, letters }: Step, canon: Canon): void {
  demand(!same(before, after), 'nothing changes')
  demand(direction === 'forward' && Object.keys(letters).length === 0, 'a calculation has no letters')
  demand(canon.same(before, after), 'this is not a calculation')
  const vocabulary = canon.vocabulary(before)
  const invented = [...canon.vocabulary(after)].some((key) => !vocabulary.has(key))
  demand(!invented, 'a calculation adds no new symbols or functions')
}

function checkRule(change: Change, name: string, known: Facts): void {
  const { letters, direction, relation, before, after } = change.step
  const rule = compiledRule(name)
  if (!rule) throw new Fault(`there is no rule "${name.slice(0, 80)}"`)
  demand(isCondition(rule.from) === (relation !== 'equals'), 'the rule is not about that relation')
  demand(direction === 'forward' || rule.twoWay, 'this rule is not read in that direction')
  checkLetters(rule, letters, known.canon)
  const sides = [instantiate(rule.from, letters), instantiate(rule.to, letters)]
  const [old, fresh] = direction === 'forward' ? sides : sides.reverse()
  demand(old !== undefined && known.canon.same(old, before), 'the rule does not say this of the line above')
  demand(fresh !== undefined && known.canon.same(fresh, after), 'the rule does not give the line below')
  demand(openConditions(change, rule, known).length === 0, 'a condition is neither proved nor carried')
}

function checkLetters(compiled: CompiledRule, letters: Step['letters'], canon: Canon): void {
  const { letters: names, rule, differential } = compiled
  const all =
    Object.keys(letters).length === names.length && names.every((name) => Object.hasOwn(letters, name))
  demand(all, `the letters must be ${names.join(', ')}`)
  demand(
    names.every((name) => isListLetter(name) === Array.isArray(letters[name])),
    'a list stands where one term is meant',
  )
  const x = differential ? (letters.x as Expr) : undefined
  const variable = x?.kind === 'symbol' ? x.name : undefined
  demand(!x || variable !== undefined, 'x must be the variable of differentiation')
  for (const [letter, kind] of Object.entries(rule.where ?? {})) {
    demand(isOfKind(kind, letters[letter] as Expr, variable, canon), `${letter} must be: ${kind}`)
  }
}

/** What the rule asks for at this place and the facts do not prove. */
export function openConditions(change: Change, rule: CompiledRule, known: Facts): Condition[] {
  if (rule.conditions.length === 0) return []
  const facts = factsThere(change, known)
  return rule.conditions.flatMap((condition) => {
    const needed = instantiate(condition, change.step.letters)
    return needed ? unproved(needed, facts) : [condition]
  })
}

type Station = { readonly parent: CallNode; readonly entry: number; readonly old: Expr; readonly fresh: Expr }

/** The operands entered on the way to the change, in the line above and the line below. */
function passage({ step, line, below }: Change): Station[] {
  const stations: Station[] = []
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

/** A bound variable, and statements that are true or false where their operand is undefined. */
const CLOSED: ReadonlySet<string> = new Set(['at', 'defined', 'interior'])

/**
 * No step goes below these or to the variable of a derivative; and an exponent must not become or
 * cease to be a number, for that changes where the power is defined, unless the base is positive.
 */
export const mayPass = (change: Change, known: Facts): boolean =>
  passage(change).every(({ parent, entry, old, fresh }) => {
    if (CLOSED.has(parent.head) || (parent.head === 'D' && entry !== 0)) return false
    if (parent.head !== 'power' && !definition(parent.head)) return true
    const { canon } = known
    if ((canon.value(old) === undefined) === (canon.value(fresh) === undefined)) return true
    if (parent.head !== 'power') return false
    return entry === 0 || unproved(positive(parent.args[0] as Expr), factsThere(change, known)).length === 0
  })

/**
 * What is known at the place of the change, gathered on the way down. Below a derivative only what
 * holds in a whole neighbourhood counts; in a branch its question is known.
 */
const factsThere = (change: Change, known: Facts): Facts =>
  passage(change).reduce((facts, { parent, entry }) => {
    if (parent.head === 'D') return belowDerivative(facts, parent)
    if (parent.head === 'and' && isCondition(change.line)) return facts.with(saidBeside(parent, entry))
    return parent.head === 'piecewise' ? inBranch(facts, parent, entry) : facts
  }, known)

/** Strict relations between continuous terms persist nearby; so does the domain of what is differentiated. */
function belowDerivative(facts: Facts, { args }: CallNode): Facts {
  const [body, variable] = args as [Expr, Expr]
  const name = variable.kind === 'symbol' ? variable.name : ''
  const persists = (condition: Condition): boolean => {
    if (!mentions(condition, name)) return true
    if (condition.kind !== 'call' || !['>', '<', '!='].includes(condition.head)) return false
    const near = condition.args.flatMap((side) => interiorOf(side, facts.canon))
    return near.every((needed) => unproved(needed, facts).length === 0)
  }
  const split = facts.conditions.flatMap((c) => (isCall(c, 'and') ? c.args : [c]))
  return new Facts([...split.filter(persists), ...domainOf(body, facts.canon)], facts.canon)
}

function inBranch(facts: Facts, { args }: CallNode, entry: number): Facts {
  const question = entry % 2 === 0 ? args.slice(entry + 1, entry + 2) : []
  const passed = args.slice(0, entry).filter((_, i) => i % 2 === 1)
  const domain = domainOf(args[entry] as Expr, facts.canon)
  return facts.with([...passed.flatMap(opposite), ...question, ...domain])
}
