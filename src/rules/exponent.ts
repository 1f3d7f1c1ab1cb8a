/**
 * Exponents that are numbers. x^y is a real root or a whole power where y is a rational number by
 * arithmetic alone (1/3, 2 − 1, 2^2, y − y + 2); any other exponent means e^(y·log x), x > 0.
 */
import { Canon } from '../expression/canonical.ts'
import type { Expr } from '../expression/expr.ts'
import type { Rational } from '../expression/rational.ts'
import { isTotal } from './forms.ts'

const known = new WeakMap<Expr, { readonly value: Rational | undefined }>()

/** The exponent's value if it is a number in this sense. */
export function exponentValue(u: Expr): Rational | undefined {
  if (u.kind !== 'call') return u.kind === 'number' ? u.value : undefined
  const answer = known.get(u) ?? { value: new Canon(isTotal).value(u) }
  known.set(u, answer)
  return answer.value
}
