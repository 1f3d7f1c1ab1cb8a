/** Terms as text, in the notation asked for. */
import type { Expr } from '../expression/expr.ts'
import { printJavascript, printMatlab, printPython } from './print-code.ts'
import { printLatex } from './print-latex.ts'
import { printPlain } from './print-plain.ts'
import { printUnicode } from './print-unicode.ts'

/** A notation that formulas are written in. */
export type PrintedNotation = 'plain' | 'unicode' | 'latex' | 'matlab' | 'python' | 'javascript'

const PRINTERS: Readonly<Record<PrintedNotation, (u: Expr) => string>> = {
  plain: printPlain,
  unicode: printUnicode,
  latex: printLatex,
  matlab: printMatlab,
  python: printPython,
  javascript: printJavascript,
}

/**
 * The formula in the notation asked for. All but `mathml`, `sympy`, `c` and `fpcore` are read back
 * as exactly this term.
 *
 * @example
 * ```ts
 * print(parse('1/(1+exp(-x))')) // → '1/(1 + e^-x)'
 * print(parse('1/(1+exp(-x))'), 'latex') // → '\\frac{1}{1 + e^{-x}}'
 * print(parse('x_1^2/2*sqrt(pi)'), 'unicode') // → 'x₁²/2·√π'
 * ```
 */
export const print = (u: Expr, notation: PrintedNotation = 'plain'): string => PRINTERS[notation](u)
