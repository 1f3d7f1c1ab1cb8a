/**
 * The form a person would rather read. A bounded search from the formula, best first, with the moves
 * that connect two forms; what comes out is the simplest line it met. The search begins anew from
 * there until nothing simpler is found, so simplifying again changes nothing.
 */
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { type Expr, same } from '../expression/expr.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { asExpr, assumptions, type Context, type Formula, millisecondsOf } from '../syntax/formula.ts'
import { linesAlong, reversed, shortened } from './connect/chain.ts'
import { type Aim, End, type State, stepsTo } from './connect/end.ts'
import { settled } from './connect/index.ts'
import { SIMPLIFYING } from './connect/moves/index.ts'
import { attempt, neat } from './connect/neat.ts'
import { outlookOn } from './connect/outlook.ts'
import { Setting } from './connect/setting.ts'
import { writable } from './json.ts'
import { measure } from './simplify-measure.ts'
import { joined, workedOut } from './worked-out.ts'

/** Lines looked at in one round, and without gain; rounds. */
const EXPANSIONS = 60
const PATIENCE = 14
const ROUNDS = 5

/** What a line may cost of what it gains. */
const COST = 0.4

/**
 * The simplest form found, with the steps to it: where it is defined and the conditions hold, the
 * formula is defined with the same value; and where the formula is defined, so is the form.
 * Derivatives in it are worked out first.
 *
 * @throws OgeeError for a formula that cannot be read.
 * @example
 * ```ts
 * print(simplify('sin(x)^2 + cos(x)^2').to) // → '1'
 * simplify('x/x').conditions.map((c) => print(c)) // → ['x != 0']
 * ```
 */
export function simplify(formula: Formula, context: Context = {}): Derivation {
  const start = workedOut(asExpr(formula, context), context)
  const simplest = simplestOf(start.formula, context)
  return joined(start, simplest) ?? simplest
}

function simplestOf(from: Expr, context: Context): Derivation {
  const assuming = assumptions(context)
  const deadline = Date.now() + millisecondsOf(context)
  let best: Derivation = writable({ from, to: from, steps: [], assuming, conditions: [] })
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = simpler(best, assuming, deadline)
    if (!next) break
    best = next
  }
  return best
}

/** One round: the derivation carried on to a simpler form, if one is found. */
function simpler(
  before: Derivation,
  assuming: readonly Condition[],
  deadline: number,
): Derivation | undefined {
  const start = before.to
  const setting = new Setting([...assuming, ...domainOf(start, new Canon(isTotal))])
  const first = neat(start, setting).to
  const aim: Aim = {
    outlook: { ...outlookOn(first, setting), divisors: [] },
    moves: SIMPLIFYING,
    turned: false,
    largest: Math.max(40, 2 * first.size),
    value: (line, cost) => measure(line) + COST * cost,
  }
  const end = new End(first, aim)
  const found: State[] = [...end.best.values()]
  let idle = 0
  let least = measure(first)
  for (let i = 0; i < EXPANSIONS && idle < PATIENCE && end.queue.size > 0; i += 1) {
    if (least <= 1 || Date.now() > deadline) break
    const fresh = end.expand()
    found.push(...fresh)
    const now = Math.min(least, ...fresh.map((state) => measure(state.line)))
    idle = now < least ? 0 : idle + 1
    least = now
  }
  const isGain = (state: State): boolean =>
    state.parent ? measure(state.line) < measure(first) - 0.05 : !same(state.line, start)
  const ranked = found
    .map((state) => ({ state, value: measure(state.line) + 0.02 * state.cost }))
    .filter(({ state }) => isGain(state))
    .sort((a, b) => a.value - b.value)
  for (const { state } of ranked.slice(0, 6)) {
    const derivation = carriedOn(before, state, setting)
    if (derivation) return derivation
  }
  return undefined
}

/** The derivation with the steps to this state, if it holds and the form is defined where the formula is. */
function carriedOn(before: Derivation, state: State, setting: Setting): Derivation | undefined {
  let found: Derivation | undefined
  attempt(() => {
    const more = stepsTo(state, before.to, setting)
    const steps: readonly Step[] = [...before.steps, ...more.steps]
    const short = shortened(before.from, { to: more.to, steps }, setting)
    const derivation = settled(before.from, more.to, short, before.assuming)
    if (derivation && keepsDomain(derivation, setting)) found = derivation
  })
  return found
}

/**
 * Is the form defined wherever the formula is? It is if each step, read backwards, needs nothing
 * beyond the domain of the line it started from. A calculation keeps the domain by itself.
 */
function keepsDomain({ from, steps, assuming }: Derivation, setting: Setting): boolean {
  const lines = linesAlong(from, steps)
  return steps.every((step, i) => {
    if (step.rule === null) return true
    const [line, next] = [lines[i] as Expr, lines[i + 1] as Expr]
    let kept = false
    attempt(() => {
      const back = reversed(line, { to: next, steps: [step] }, setting)
      kept = settled(next, line, back, assuming)?.conditions.length === 0
    })
    return kept
  })
}
