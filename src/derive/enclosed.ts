/** Decimal values of formulas in which derivatives may stand: these are worked out first. */

import { type Evaluation, evaluateExpr } from '../enclose/evaluate.ts'
import { Canon } from '../expression/canonical.ts'
import { allOf, defined } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { add, call, type Expr, integer, isCall, multiply } from '../expression/expr.ts'
import { isTotal } from '../rules/forms.ts'
import { asExpr, type Formula } from '../syntax/formula.ts'
import { asked } from './asked.ts'
import { whereDefined } from './conditions.ts'
import { differentiate } from './index.ts'
import { verify } from './verify.ts'

/** The value of each symbol: a number, or a formula without symbols such as `'1/3'` or `'pi/4'`. */
export type Values = Readonly<Record<string, Formula | number | bigint>>

/** How exactly to evaluate, and for how long at most. */
export interface EvaluateOptions {
  /** Significant digits wanted, 15 by default. */
  readonly digits?: number
  readonly budget?: { readonly milliseconds?: number }
  /** Functions of one's own for formulas given as text, as in `Context`. */
  readonly definitions?: readonly string[]
}

/** Is this, with the values put in, proved to be 0? */
export type Nought = (u: Expr, values: ReadonlyMap<string, Expr>) => boolean

const USUAL_DIGITS = 15
const USUAL_MILLISECONDS = 1_000
/** What takes longer may be 0. */
const SOON = 100

/**
 * The value of a formula, every printed digit right: f(a) rounded to `digits` significant digits;
 * `undefined` outside the domain; `unknown`, with the reason, where the time allowed does not
 * decide. A JavaScript number stands for the decimal it prints as.
 *
 * @throws OgeeError `E302` for symbols without a value, `E301` for more than 10,000 digits.
 * @example
 * ```ts
 * evaluate('1/(1+e^-x)', { x: -2 }, { digits: 20 }) // → { verdict: 'value', value: '0.11920292202211755594', digits: 20 }
 * evaluate('1/x', { x: 0 }).verdict // → 'undefined'
 * ```
 */
export const evaluate = (formula: Formula, at: Values = {}, options: EvaluateOptions = {}): Evaluation =>
  evaluated(formula, at, options)

/** As `evaluate`; what is not settled soon is asked to be 0, where somebody can prove it. */
export function evaluated(
  formula: Formula,
  at: Values,
  options: EvaluateOptions,
  isNought?: Nought,
): Evaluation {
  const values = new Map(
    Object.entries(at).map(([name, value]) => [
      name,
      asExpr(typeof value === 'object' ? value : String(value), options),
    ]),
  )
  const { digits = USUAL_DIGITS, budget: { milliseconds = USUAL_MILLISECONDS } = {} } = options
  const u = withoutDerivatives(asExpr(formula, options))
  if (isNought) {
    const first = evaluateExpr(u, values, { digits, milliseconds: Math.min(SOON, milliseconds) })
    if (first.verdict !== 'unknown') return first
    // no number of digits tells 0 from what is very small
    if (isNought(u, values)) return { verdict: 'value', value: '0', digits }
  }
  return evaluateExpr(u, values, { digits, milliseconds })
}

/**
 * u with its derivatives worked out. Where a derivative's conditions fail or its form is undefined
 * the rules are silent, so it is left standing there, next to 0·f: undefined where f is, and
 * otherwise not known.
 */
function withoutDerivatives(u: Expr): Expr {
  if (u.kind !== 'call') return u
  if (!isCall(u, 'D')) return call(u.head, u.args.map(withoutDerivatives))
  const [body, how] = asked(u, {})
  const worked = plainly(body)
  const { to, conditions } = checked(differentiate(worked, how))
  const isTotalForm = whereDefined(to, [], new Canon(isTotal)).length === 0
  const questions = isTotalForm ? conditions : [...conditions, defined(to)]
  if (questions.length === 0) return to
  return call('piecewise', [to, allOf(questions), add(multiply(integer(0), worked), u)])
}

/** A derivative within another one: undefined where its conditions fail. */
function plainly(u: Expr): Expr {
  if (u.kind !== 'call') return u
  if (!isCall(u, 'D')) return call(u.head, u.args.map(plainly))
  const [body, how] = asked(u, {})
  const { to, conditions } = checked(differentiate(plainly(body), how))
  return conditions.length === 0 ? to : call('piecewise', [to, allOf(conditions)])
}

/** The derivation, if the checker accepts it. */
function checked(derivation: Derivation): Derivation {
  const verdict = verify(derivation)
  if (verdict.ok) return derivation
  throw new OgeeError('E999', `the checker refuses step ${verdict.step}: ${verdict.reason}`)
}
