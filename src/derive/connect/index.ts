/**
 * The path between two forms: whether they are equal is decided first; then a chain of small named
 * steps is searched from both ends, and the checker replays it.
 */
import { compare } from '../../decide/index.ts'
import type { Verdict } from '../../decide/verdict.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation, Step } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { ruleNamed } from '../../rules/book.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import { asExpr, assumptions, type Context, type Formula, millisecondsOf } from '../../syntax/formula.ts'
import { withConditions } from '../conditions.ts'
import { writable } from '../json.ts'
import { verify } from '../verify.ts'
import { joined, workedOut } from '../worked-out.ts'
import { abstracted } from './letters.ts'
import type { Move } from './move.ts'
import { MOVES, WORKING_DOWN } from './moves/index.ts'
import { type Found, type Limits, search } from './search.ts'
import { Setting } from './setting.ts'
import type { Change } from './work.ts'

/** Where the chain should lead, and where not. */
export interface ConnectOptions extends Context {
  /** Names of rules that no step may use; the name of a rule read from right to left bars only that. */
  readonly avoiding?: readonly string[]
  /** A form that must be one of the lines. */
  readonly through?: Formula
  /** How many lines are looked at in one search, where not many are worth it; then no long way is tried. */
  readonly lines?: number
}

/** A chain; `workedDown` if it was found only by working both forms down to fractions multiplied out. */
export interface Chain extends Derivation {
  readonly workedDown?: true
}

/** A chain; or the verdict that there is none; or why none was found. */
export type Connection = Chain | Exclude<Verdict, { verdict: 'equal' }>

/** Lines looked at if the forms are known to be equal, and if they are not. */
const EXPANSIONS = { known: 1000, doubtful: 300 }

/** How a search goes about it, and by what part of the time it ends. */
interface Attempt {
  readonly moves: readonly Move[]
  readonly greed: number
  readonly until: number
}

/** With a letter for what both ends share; as they are; in more of a hurry; by the long way. */
const ATTEMPTS = {
  letters: { moves: MOVES, greed: 1, until: 0.3 },
  patient: { moves: MOVES, greed: 1, until: 0.6 },
  hurried: { moves: MOVES, greed: 2, until: 0.8 },
  long: { moves: WORKING_DOWN, greed: 2, until: 1 },
} satisfies Record<string, Attempt>

/**
 * A chain of small steps from one form to another: where `to` is defined and the conditions hold,
 * `from` is defined with the same value. If the two differ, the verdict that says where. Derivatives in
 * the formulas are worked out first; those in `from` become the first lines.
 *
 * @throws OgeeError for a formula that cannot be read.
 * @example
 * ```ts
 * connect('x/(1+x)^2', '1/(1+x) - 1/(1+x)^2').steps.map((step) => step.rule) // → ['add and subtract', 'split the fraction', 'cancel a factor']
 * connect('x + 1', 'x + 2').verdict // → 'different'
 * ```
 */
export function connect(from: Formula, to: Formula, options: ConnectOptions = {}): Connection {
  const [start, end] = [workedOut(asExpr(from, options), options), workedOut(asExpr(to, options), options)]
  const chain = byWayOf(start.formula, end.formula, options)
  if (!('steps' in chain) || start.steps.length === 0) return chain
  return (
    joined(start, chain) ?? {
      verdict: 'unknown',
      reason: 'the derivative and the chain do not hold together',
    }
  )
}

function byWayOf(from: Expr, to: Expr, options: ConnectOptions): Connection {
  const { through, ...rest } = options
  if (through === undefined) return direct(from, to, options)
  const waypoint = asExpr(through, options)
  const first = direct(from, waypoint, rest)
  if (!('steps' in first)) return first
  const second = direct(waypoint, to, rest)
  if (!('steps' in second)) return second
  const steps = [...first.steps, ...second.steps]
  const whole = settled(first.from, second.to, { to: second.to, steps }, first.assuming)
  return whole ?? { verdict: 'unknown', reason: 'the two halves do not hold together' }
}

function direct(a: Expr, b: Expr, options: ConnectOptions): Connection {
  const start = Date.now()
  const verdict = compare(a, b, options)
  if (verdict.verdict === 'different' || verdict.verdict === 'disjoint') return verdict
  const assuming = assumptions(options)
  const isBarred = barring(options.avoiding ?? [])
  const { lines = Number.POSITIVE_INFINITY } = options
  const expansions = Math.min(lines, verdict.verdict === 'equal' ? EXPANSIONS.known : EXPANSIONS.doubtful)
  const limits = ({ moves, greed, until }: Attempt): Limits => {
    const deadline = start + until * millisecondsOf(options)
    return { expansions, deadline, moves, greed, isBarred }
  }
  let derivation: Derivation | undefined
  const accept = ({ steps }: Change): boolean => {
    if (!steps.some(isBarred)) derivation = settled(a, b, { to: b, steps }, assuming)
    return derivation !== undefined
  }
  const short = assuming.length === 0 ? abstracted(a, b) : undefined
  if (short) {
    const read = (chain: Change): boolean => accept(short.readBack(chain))
    searched(short.from, short.to, [], limits(ATTEMPTS.letters), read)
    if (derivation) return derivation
  }
  const found = searched(a, b, assuming, limits(ATTEMPTS.patient), accept)
  if (derivation) return derivation
  const isLongWayWorth = verdict.verdict === 'equal' && options.lines === undefined
  if (isLongWayWorth) searched(a, b, assuming, limits(ATTEMPTS.hurried), accept)
  if (derivation) return derivation
  if (isLongWayWorth) searched(a, b, assuming, limits(ATTEMPTS.long), accept)
  if (derivation) return Object.assign(derivation, { workedDown: true as const })
  return { verdict: 'unknown', reason: 'reason' in found ? found.reason : 'no chain was accepted' }
}

/** Does the step use one of these rules? A rule read from right to left has a name of its own. */
function barring(names: readonly string[]): (step: Step) => boolean {
  const avoided = new Set(names)
  return ({ rule, direction }) => {
    if (rule === null || avoided.size === 0) return false
    const back = direction === 'backward' ? ruleNamed(rule)?.back?.name : undefined
    return avoided.has(rule) || (back !== undefined && avoided.has(back))
  }
}

function searched(
  from: Expr,
  to: Expr,
  assuming: readonly Condition[],
  limits: Limits,
  accept: (chain: Change) => boolean,
): Found {
  const setting = new Setting([...assuming, ...domainOf(to, new Canon(isTotal))])
  return search(from, to, setting, limits, accept)
}

/** The chain with its conditions, if the checker accepts it. */
export function settled(
  from: Expr,
  to: Expr,
  { steps }: Change,
  assuming: readonly Condition[],
): Derivation | undefined {
  const bare: Derivation = { from, to, steps, assuming, conditions: [] }
  const derivation = withConditions(bare, new Canon(isTotal))
  return verify(derivation).ok ? writable(derivation) : undefined
}
