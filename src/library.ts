/** The library with every notation: a formula given as text is read as by `parse`. */

import { type AnalyseOptions, type Analysis, analyse as analyseForm } from './analyse/index.ts'
import { type Limit, type LimitOptions, limit as limitOf } from './analyse/limit.ts'
import { type Series, type SeriesOptions, series as seriesOf } from './analyse/series.ts'
import { type ApplicationOptions, applications as apply } from './derive/apply.ts'
import { type Comparison, compare as compareForms } from './derive/compare.ts'
import { type Connection, type ConnectOptions, connect as connectForms } from './derive/connect/index.ts'
import { type EvaluateOptions, type Values, evaluate as value } from './derive/evaluate.ts'
import {
  type InTermsOfOptions,
  type NotFound,
  type Through,
  inTermsOf as writeThrough,
} from './derive/in-terms-of/index.ts'
import { type DifferentiateOptions, differentiate as derive, gradient as deriveEach } from './derive/index.ts'
import { simplify as simplifyForm } from './derive/simplify.ts'
import { type Solution, solve as solveFor } from './derive/solve/index.ts'
import type { Evaluation } from './enclose/evaluate.ts'
import type { Derivation } from './expression/derivation.ts'
import type { Expr } from './expression/expr.ts'
import { type Judgement, judgeRead } from './judging/index.ts'
import type { Context, Formula } from './syntax/formula.ts'
import { parse } from './syntax/index.ts'

const read = (formula: Formula, { definitions = [] }: Context): Expr =>
  typeof formula === 'string' ? parse(formula, { definitions }) : formula

/**
 * The derivative of a formula by its variable, with every step: Dⁿf = `to` wherever `to` is defined
 * and the conditions hold.
 *
 * @throws OgeeError `E401` where no rule applies, `E403` if the variable is not clear; OutOfBudget
 * when the time allowed is used up.
 * @example
 * ```ts
 * print(differentiate('\\frac{1}{1+e^{-x}}').to) // → 'e^-x/(1 + e^-x)^2'
 * ```
 */
export const differentiate = (formula: Formula, options: DifferentiateOptions = {}): Derivation =>
  derive(read(formula, options), options)

/**
 * The partial derivatives of a formula, one derivation for each of the variables.
 *
 * @throws OgeeError as `differentiate` does.
 * @example
 * ```ts
 * gradient('x^2*y', ['x', 'y']).map((d) => print(d.to)) // → ['2*y*x', 'x^2']
 * ```
 */
export const gradient = (
  formula: Formula,
  variables: readonly string[],
  context: Context = {},
): Derivation[] => deriveEach(read(formula, context), variables, context)

/**
 * The value of a formula with every printed digit right; `undefined` outside its domain, `unknown`
 * where the time allowed does not decide.
 *
 * @throws OgeeError `E302` for symbols without a value, `E301` for more than 10,000 digits.
 * @example
 * ```ts
 * evaluate('\\sigma(x)', { x: 0 }) // → { verdict: 'value', value: '0.5', digits: 15 }
 * ```
 */
export const evaluate = (formula: Formula, at: Values = {}, options: EvaluateOptions = {}): Evaluation =>
  value(read(formula, options), at, options)

/**
 * Are two formulas equal? `equal` where both have the same value at every point at which both are
 * defined (and `where` holds), proved by an exact normal form; `different` with a rational point and
 * disjoint enclosures of the two values; `disjoint` if they are nowhere both defined; else `unknown`
 * with the reason. Every verdict but the last has a certificate that `verify` accepts; it speaks of
 * the formulas with their derivatives worked out, as `derivations` show.
 *
 * @throws OgeeError for a formula that cannot be read, or a derivative that no rule finds.
 * @example
 * ```ts
 * compare('\\sin^2 x', '1 - \\cos^2 x').verdict // → 'equal'
 * compare("sigmoid'(x)", 'sigmoid(x)*(1 - sigmoid(x))').verdict // → 'equal'
 * ```
 */
export const compare = (a: Formula, b: Formula, context: Context = {}): Comparison =>
  compareForms(read(a, context), read(b, context), context)

/**
 * A chain of small steps from one form to another: where `to` is defined and the conditions hold,
 * `from` is defined with the same value. If the two differ, the verdict that says where.
 *
 * @throws OgeeError for a formula that cannot be read.
 * @example
 * ```ts
 * print(connect('\\frac{x}{(1+x)^2}', '1/(1+x) - 1/(1+x)^2').to) // → '1/(1 + x) - 1/(1 + x)^2'
 * connect('x + 1', 'x + 2').verdict // → 'different'
 * ```
 */
export const connect = (from: Formula, to: Formula, options: ConnectOptions = {}): Connection => {
  const { through, ...rest } = options
  const waypoint = through === undefined ? {} : { through: read(through, options) }
  return connectForms(read(from, options), read(to, options), { ...rest, ...waypoint })
}

/**
 * The formula written through a function, or through several: a derivation from the formula to a form in
 * which the function stands written out, and that form with a letter for the function.
 *
 * @throws OgeeError `E403` if the variable is not clear; OutOfBudget when the time allowed is used up.
 * @example
 * ```ts
 * print(inTermsOf('e^-x/(1+e^-x)^2', '\\frac{1}{1+e^{-x}}').form) // → 'f*(1 - f)'
 * ```
 */
export const inTermsOf = (
  formula: Formula,
  f: Formula | readonly Formula[],
  options: InTermsOfOptions = {},
): Through | NotFound =>
  writeThrough(
    read(formula, options),
    Array.isArray(f) ? f.map((g) => read(g, options)) : read(f as Formula, options),
    options,
  )

/**
 * The simplest form found, with the steps to it: where it is defined and the conditions hold, the
 * formula is defined with the same value; and where the formula is defined, so is the form.
 *
 * @throws OgeeError for a formula that cannot be read.
 * @example
 * ```ts
 * print(simplify('\\sin^2 x + \\cos^2 x').to) // → '1'
 * simplify('x/x').conditions.map((c) => print(c)) // → ['x != 0']
 * ```
 */
export const simplify = (formula: Formula, context: Context = {}): Derivation =>
  simplifyForm(read(formula, context), context)

/**
 * The real solutions of an equation for one of its letters; a formula without `=` is set to 0.
 *
 * @throws OgeeError `E407` for what is no equation, `E403` for what is no letter.
 * @example
 * ```ts
 * solve('\\log\\frac{p}{1-p} = x', 'p').branches.map((b) => print(b.value)) // → ['e^x/(1 + e^x)']
 * solve('e^x = -1', 'x').complete // → true
 * ```
 */
export const solve = (equation: Formula, variable: string, context: Context = {}): Solution =>
  solveFor(read(equation, context), variable, context)

/**
 * All ways to use a rule of the rule book once in a formula, each a derivation of one step that the
 * checker has accepted.
 *
 * @throws OgeeError `E405` if there is no rule of this name, or it is not read backwards.
 * @example
 * ```ts
 * applications('distribute', 'a*(b + c)').map((d) => print(d.to)) // → ['a*b + a*c']
 * ```
 */
export const applications = (
  name: string,
  formula: Formula,
  options: ApplicationOptions = {},
): Derivation[] => apply(name, read(formula, options), options)

/**
 * What a function of one variable does: domain, range, symmetry, zeros, limits, asymptotes, where it rises
 * and falls, extrema, convexity and more, each with its reason and certificates; what stays open is
 * listed. What has to be supposed of parameters is said; what depends on more is told case by case.
 *
 * @throws OgeeError for a formula that cannot be read; `E403` if the variable is not clear.
 * @example
 * ```ts
 * propertiesNamed(analyse('\\sigma(x)'), 'lipschitz').map(({ value }) => print(value.constant)) // → ['1/4']
 * ```
 */
export const analyse = (formula: Formula, options: AnalyseOptions = {}): Analysis =>
  analyseForm(read(formula, options), options)

/**
 * The limit of a formula where the variable tends to a point, to `infinity` or to `-infinity`. Of a
 * point both sides are asked for unless one is named.
 *
 * @throws OgeeError for a formula that cannot be read; `E404` for a point in which the variable occurs.
 * @example
 * ```ts
 * print(limit('\\frac{\\sin x}{x}', 'x', 0).value) // → '1'
 * limit('e^(-b*x)', 'x', 'infinity').reason // → 'the sign of b decides'
 * ```
 */
export const limit = (
  formula: Formula,
  variable: string,
  to: Formula | number,
  options: LimitOptions = {},
): Limit => limitOf(read(formula, options), variable, to, options)

/**
 * The expansion of a formula near a point or towards an end of the line, with exact coefficients.
 *
 * @throws OgeeError for a formula that cannot be read; `E404` for an order that is no whole number up to 100.
 * @example
 * ```ts
 * series('\\sigma(x)', { order: 4 }).terms.map(({ coefficient }) => print(coefficient)) // → ['1/2', '1/4', '-1/48']
 * ```
 */
export const series = (formula: Formula, options: SeriesOptions = {}): Series =>
  seriesOf(read(formula, options), options)

/**
 * Is a claim about a function true? Claims are relations between formulas, or words about one:
 * `0 < sigmoid < 1`, `sigmoid' is decreasing for x > 0`, `limit of x*sigmoid(-x) at infinity is 0`.
 * Definitions may stand before it; assumptions follow in brackets: `a*e^(-b*x) is decreasing [a > 0, b > 0]`.
 *
 * @throws OgeeError `E701` for words that are no claim, with the forms that can be read; else as
 * `parse` does.
 * @example
 * ```ts
 * judge('\\sigma(x) < 1').verdict // → 'true'
 * judge("sigmoid' is decreasing").instead // → 'it is increasing for x <= 0 and decreasing for x >= 0'
 * ```
 */
export const judge = (claim: string, context: Context = {}): Judgement =>
  judgeRead(claim, context, (text) => read(text, context))
