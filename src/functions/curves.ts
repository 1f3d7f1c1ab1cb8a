/**
 * Named curves. A row is a definition with its parameters and spellings and nothing else: every
 * other statement about a curve is derived from its form, as if it had been typed anonymously.
 */
import type { Definition } from './function.ts'

const curve = (
  name: string,
  letters: string,
  form: string,
  title: string,
  synonyms: readonly string[] = [],
  latex = `\\operatorname{${name}}`,
): Definition => ({ name, letters: letters.split(' '), required: 1, form, synonyms, latex, title })

export const CURVES: readonly Definition[] = [
  curve('sigmoid', 'x', '1/(1 + e^-x)', 'sigmoid (logistic function)', ['logistic', 'expit', 'σ'], '\\sigma'),
  curve('logit', 'p', 'log(p/(1 - p))', 'logit (log-odds)'),
  curve('tanhexp', 'x', '(e^x - e^-x)/(e^x + e^-x)', 'hyperbolic tangent by exponentials'),
  curve('softplus', 'x', 'log(1 + e^x)', 'softplus'),
  curve('gompertz', 'x a b c', 'a*e^(-b*e^(-c*x))', 'Gompertz curve'),
  curve('hill', 'x a k n', 'a*x^n/(k^n + x^n)', 'Hill function'),
  curve('logistic4', 'x a d c b', 'a + (d - a)/(1 + e^(-b*(x - c)))', 'logistic curve with four parameters'),
  curve('swish', 'x', 'x/(1 + e^-x)', 'swish (sigmoid linear unit)', ['silu']),
  curve('gelu', 'x', 'x/2*(1 + erf(x/sqrt(2)))', 'Gaussian error linear unit'),
]
