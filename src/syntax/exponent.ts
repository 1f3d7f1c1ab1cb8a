/**
 * Exponents that are numbers by arithmetic alone (1/3, 2 − 1, y − y + 2): only there is x^y a real
 * root or a whole power, also of negative x. Any other exponent means e^(y·log x), x > 0.
 */
import { Canon } from '../expression/canonical.ts'
import type { Expr } from '../expression/expr.ts'
import type { Rational } from '../expression/rational.ts'
import { primitive } from '../functions/index.ts'

const isTotal = (head: string): boolean => primitive(head)?.domain.length === 0

/** The exponent's value if it is a number in this sense. */
export const exponentValue = (u: Expr): Rational | undefined =>
  u.kind === 'number' ? u.value : new Canon(isTotal).value(u)

/** Does x^(p/q) mean the q-th root of any real x, to the power p? */
export const isOddRoot = ({ den }: Rational): boolean => den !== 1n && den % 2n === 1n
