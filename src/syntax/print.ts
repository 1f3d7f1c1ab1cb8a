/** Terms as text, in the notation asked for. */
import type { Expr } from '../expression/expr.ts'
import { printMathjson } from './mathjson.ts'
import { printC } from './print-c.ts'
import { printJavascript, printMatlab, printPython } from './print-code.ts'
import { printFpcore } from './print-fpcore.ts'
import { printLatex } from './print-latex.ts'
import { printMathml } from './print-mathml.ts'
import { printPlain } from './print-plain.ts'
import { printSympy } from './print-sympy.ts'
import { printUnicode } from './print-unicode.ts'
import { noSuchNotation, type ReadNotation } from './recognise.ts'

/** A notation that formulas are written in. */
export type PrintedNotation = ReadNotation | 'mathml' | 'sympy' | 'c' | 'fpcore'

const PRINTERS: Readonly<Record<PrintedNotation, (u: Expr) => string>> = {
  plain: printPlain,
  unicode: printUnicode,
  latex: printLatex,
  matlab: printMatlab,
  python: printPython,
  javascript: printJavascript,
  mathjson: printMathjson,
  mathml: printMathml,
  sympy: printSympy,
  c: printC,
  fpcore: printFpcore,
}

/**
 * The formula in the notation asked for. All but `mathml`, `sympy`, `c` and `fpcore` are read back
 * as exactly this term (in MATLAB, e is written exp(1)).
 *
 * @throws OgeeError `E410` for a derivative in `c`, `sympy` or `fpcore`; `E411` for no notation.
 * @example
 * ```ts
 * print(parse('1/(1+exp(-x))')) // → '1/(1 + e^-x)'
 * print(parse('1/(1+exp(-x))'), 'latex') // → '\\frac{1}{1 + e^{-x}}'
 * print(parse('x_1^2/2*sqrt(pi)'), 'unicode') // → 'x₁²/2·√π'
 * ```
 */
export function print(u: Expr, notation: PrintedNotation = 'plain'): string {
  if (Object.hasOwn(PRINTERS, notation)) return PRINTERS[notation](u)
  throw noSuchNotation(notation, Object.keys(PRINTERS))
}
