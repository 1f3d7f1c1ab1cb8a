/** Terms as text, in the notation asked for. */
import type { Expr } from '../expression/expr.ts'
import { printLatex } from './print-latex.ts'
import { printPlain } from './print-plain.ts'

/**
 * The text that reads back as exactly this term, in plain notation or in LaTeX.
 *
 * @example
 * ```ts
 * print(parse('1/(1+exp(-x))')) // → '1/(1 + e^-x)'
 * print(parse('1/(1+exp(-x))'), 'latex') // → '\\frac{1}{1 + e^{-x}}'
 * ```
 */
export const print = (u: Expr, notation: 'plain' | 'latex' = 'plain'): string =>
  notation === 'latex' ? printLatex(u) : printPlain(u)
