/** What the article is about, worked out once for all sections. */
import { asked } from '../derive/asked.ts'
import { type DifferentiateOptions, differentiate } from '../derive/index.ts'
import { verify } from '../derive/verify.ts'
import type { Condition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, isCall } from '../expression/expr.ts'
import { type Definition, definition } from '../functions/index.ts'
import { type Context, type Formula, millisecondsOf } from '../syntax/formula.ts'
import { type ReadingNote, type ReadingOptions, read } from '../syntax/index.ts'
import type { Detail } from './lines.ts'
import type { Wording } from './wording/wording.ts'

/** How to explain. */
export interface ExplainOptions extends DifferentiateOptions {
  /** A line for each rule worth a name (`main`), these with their small steps, or every step. */
  readonly detail?: Detail
  readonly notation?: ReadingOptions['notation']
  /** Without the sections that have to search: definition, derivative and where it holds are left. */
  readonly brief?: boolean
  /** Only these, by their ids: `derivative`, `properties`; all by default. */
  readonly sections?: readonly string[]
  /** The sentences of a language; English by default. */
  readonly wording?: Wording
  /** Runs the work on such a section; nothing comes back where it was stopped. By default it just runs. */
  readonly bounded?: <T>(work: () => T) => T | undefined
}

export interface Subject {
  readonly formula: Expr
  /** The row of the named curve or function that the formula is a call of. */
  readonly named: Definition | undefined
  readonly notes: readonly ReadingNote[]
  readonly variable: string
  readonly order: number
  readonly derivation: Derivation
  readonly detail: Detail
  readonly assuming: readonly Condition[]
  /** What is left of the time allowed: each section may take so large a part of it. */
  readonly within: (part: number) => Context
}

/**
 * Reads the formula, differentiates it and has the derivation checked.
 *
 * @throws OgeeError for unreadable input; `E999` if the checker refuses the derivation, so that
 * nothing unchecked is ever shown.
 */
export function subjectOf(formula: Formula, options: ExplainOptions): Subject {
  const { notation = 'auto', detail = 'main', ...given } = options
  const { definitions = [] } = given
  const reading =
    typeof formula === 'string' ? read(formula, { notation, definitions }) : { expr: formula, notes: [] }
  const [u, how] = asked(reading.expr, given)
  const deadline = Date.now() + millisecondsOf(how)
  const derivation = differentiate(u, how)
  const verdict = verify(derivation)
  if (!verdict.ok) throw new OgeeError('E999', `the checker refuses step ${verdict.step}: ${verdict.reason}`)
  const { assuming } = derivation
  const variable = derivation.variable ?? 'x'
  return {
    formula: u,
    named: isNamedCall(u) ? definition(u.head) : undefined,
    notes: reading.notes,
    variable,
    order: how.order ?? 1,
    derivation,
    detail,
    assuming,
    within: (part) => {
      const milliseconds = Math.max(1, Math.round(part * (deadline - Date.now())))
      return { variable, assuming, budget: { milliseconds } }
    },
  }
}

/** A defined function of plain symbols: sigmoid(x), hill(x, a, k, n). */
const isNamedCall = (u: Expr): u is Expr & { readonly kind: 'call' } =>
  u.kind === 'call' && !isCall(u, 'D') && u.args.every((arg) => arg.kind === 'symbol')
