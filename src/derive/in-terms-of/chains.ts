/** Working between forms: only what the checker accepts leaves this folder. */
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation, Step } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { withConditions } from '../conditions.ts'
import { connect } from '../connect/index.ts'
import { writable } from '../json.ts'
import { OutOfBudget } from '../sheet.ts'
import { verify } from '../verify.ts'
import { meet } from './meet/index.ts'

/** What holds for all derivations of one question, and how long they may take together. */
export interface Setting {
  readonly variable: string
  readonly assuming: readonly Condition[]
  readonly milliseconds: number
}

/** A question with the clock running. */
export interface Timed extends Omit<Setting, 'milliseconds'> {
  /** When to stop, as `Date.now()` counts. */
  readonly deadline: number
}

export const started = ({ milliseconds, ...setting }: Setting): Timed => ({
  ...setting,
  deadline: Date.now() + milliseconds,
})

export const timeLeft = ({ deadline }: Timed): number => Math.max(0, deadline - Date.now())

/** The derivation with its conditions, if the checker accepts it. */
export function checked(
  from: Expr,
  to: Expr,
  steps: readonly Step[],
  { variable, assuming }: Timed,
): Derivation | undefined {
  const open = steps.map((step) => ({ ...step, conditions: [] }))
  const bare = { from, to, variable, steps: open, assuming, conditions: [] }
  const derivation = withConditions(bare, new Canon(isTotal))
  return verify(derivation).ok ? writable(derivation) : undefined
}

/** Steps from one form to another: by bringing both towards one fraction, or else by a search. */
export const stepsBetween = (from: Expr, to: Expr, setting: Timed): readonly Step[] | undefined =>
  met(from, to, setting) ?? searched(from, to, setting, 1)

function met(from: Expr, to: Expr, setting: Timed): readonly Step[] | undefined {
  try {
    return meet(from, to, timeLeft(setting))
  } catch (problem) {
    if (problem instanceof OutOfBudget) return undefined
    throw problem
  }
}

/** A search may take its time, but leave some. */
const SHARE = 1 / 3
/** A chain of so many lines need not be shorter. */
const SHORT = 3
/** Where there is a chain, so many lines are looked at for a better one. */
const FURTHER = 60

/** The chain from one form to another that asks for least and reads best. */
export function chainBetween(from: Expr, to: Expr, setting: Timed): Derivation | undefined {
  const accepted = (steps: readonly Step[] | undefined): Derivation | undefined =>
    steps && checked(from, to, steps, setting)
  const first = accepted(met(from, to, setting))
  if (first && effort(first) <= SHORT) return first
  const second = accepted(searched(from, to, setting, SHARE, first && FURTHER))
  return first && (!second || effort(first) <= effort(second)) ? first : second
}

function searched(
  from: Expr,
  to: Expr,
  setting: Timed,
  share: number,
  lines?: number,
): readonly Step[] | undefined {
  const milliseconds = share * timeLeft(setting)
  const budget = { assuming: setting.assuming, budget: { milliseconds } }
  const chain = connect(from, to, lines === undefined ? budget : { ...budget, lines })
  return 'steps' in chain ? chain.steps : undefined
}

/** Conditions, then lines: a rule used several times in a row is read as one. */
function effort({ steps, conditions }: Derivation): number {
  const rules = steps.map(({ rule }) => rule).filter((rule) => rule !== null)
  return 100 * conditions.length + rules.filter((rule, i) => rule !== rules[i - 1]).length
}
