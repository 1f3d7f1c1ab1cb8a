/** Values of formulas, and the proof that a value is 0, which no number of digits gives. */
import { compare } from '../decide/index.ts'
import type { Evaluation } from '../enclose/evaluate.ts'
import { type Expr, freeSymbols, integer, substitute } from '../expression/expr.ts'
import type { Formula } from '../syntax/formula.ts'
import { type EvaluateOptions, evaluated, type Values } from './enclosed.ts'

export type { EvaluateOptions, Values } from './enclosed.ts'

const MILLISECONDS = 100

function isNought(u: Expr, values: ReadonlyMap<string, Expr>): boolean {
  const put = substitute(u, values)
  const budget = { milliseconds: MILLISECONDS }
  return freeSymbols(put).length === 0 && compare(put, integer(0), { budget }).verdict === 'equal'
}

/**
 * The value of a formula, every printed digit right: f(a) rounded to `digits` significant digits; 0 where
 * that is proved; `undefined` outside the domain; `unknown`, with the reason, where the time allowed does
 * not decide. A JavaScript number stands for the decimal it prints as.
 *
 * @throws OgeeError `E302` for symbols without a value, `E301` for more than 10,000 digits.
 * @example
 * ```ts
 * evaluate('1/(1+e^-x)', { x: -2 }, { digits: 20 }) // → { verdict: 'value', value: '0.11920292202211755594', digits: 20 }
 * evaluate('sqrt(2)*sqrt(3) - sqrt(6)').value // → '0'
 * evaluate('1/x', { x: 0 }).verdict // → 'undefined'
 * ```
 */
export const evaluate = (formula: Formula, at: Values = {}, options: EvaluateOptions = {}): Evaluation =>
  evaluated(formula, at, options, isNought)
