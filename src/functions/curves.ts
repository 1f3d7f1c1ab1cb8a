/**
 * Named curves. A row is a definition with its parameters and spellings and nothing else: every
 * other statement about a curve is derived from its form, as if it had been typed anonymously.
 * The parameters in the field's words, uses and sources are in explain/about-curves.ts.
 *
 * The variable comes first; parameters may be left out in a call. Decimals are written as fractions.
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
  // Sigmoids without parameters.
  curve(
    'sigmoid',
    'x',
    '1/(1 + e^-x)',
    'sigmoid (logistic function)',
    ['logistic', 'expit', 'σ', 'logisticsigmoid', 'sigmoidal', 'sigm', 'invlogit'],
    '\\sigma',
  ),
  curve('logit', 'p', 'log(p/(1 - p))', 'logit (log-odds)', ['logodds']),
  curve('probit', 'p', 'sqrt(2)*erfinv(2*p - 1)', 'probit', ['ndtri', 'norminv', 'qnorm']),
  curve('tanhexp', 'x', '(e^x - e^-x)/(e^x + e^-x)', 'hyperbolic tangent by exponentials'),
  curve('softsign', 'x', 'x/(1 + |x|)', 'softsign'),
  curve('atansigmoid', 'x', '1/2 + atan(x)/pi', 'arctangent sigmoid', ['arctansigmoid']),
  curve('algsigmoid', 'x', 'x/sqrt(1 + x^2)', 'algebraic sigmoid', ['isru']),
  curve('algsigmoidn', 'x n', 'x/(1 + |x|^n)^(1/n)', 'algebraic sigmoid of order n'),
  curve('normcdf', 'x', '(1 + erf(x/sqrt(2)))/2', 'standard normal distribution function', [
    'normalcdf',
    'ndtr',
    'pnorm',
  ]),
  curve('cloglog', 'p', 'log(-log(1 - p))', 'complementary log-log'),

  // Activations of neural networks.
  curve('softplus', 'x', 'log(1 + e^x)', 'softplus'),
  curve('relu', 'x', '{x if x > 0 else 0}', 'rectified linear unit'),
  curve('leakyrelu', 'x', '{x if x > 0 else x/100}', 'leaky rectified linear unit', ['lrelu']),
  curve('prelu', 'x a', '{x if x > 0 else a*x}', 'parametric rectified linear unit'),
  curve('elu', 'x a', '{x if x > 0 else a*(e^x - 1)}', 'exponential linear unit'),
  curve(
    'selu',
    'x',
    '10507009873554805/10000000000000000*{x if x > 0 else 16732632423543772/10000000000000000*(e^x - 1)}',
    'scaled exponential linear unit',
  ),
  curve('swish', 'x', 'x/(1 + e^-x)', 'swish (sigmoid linear unit)', ['silu', 'swish1']),
  curve('swishbeta', 'x b', 'x/(1 + e^(-b*x))', 'swish with a parameter'),
  curve('gelu', 'x', 'x/2*(1 + erf(x/sqrt(2)))', 'Gaussian error linear unit'),
  curve(
    'gelutanh',
    'x',
    'x/2*(1 + tanh(sqrt(2/pi)*(x + 8943/200000*x^3)))',
    'Gaussian error linear unit, approximated by tanh',
    ['gelunew'],
  ),
  curve('mish', 'x', 'x*tanh(log(1 + e^x))', 'mish'),
  curve('hardsigmoid', 'x', '{0 if x <= -3 else {1 if x >= 3 else x/6 + 1/2}}', 'hard sigmoid', ['hsigmoid']),
  curve('hardswish', 'x', '{0 if x <= -3 else {x if x >= 3 else x*(x + 3)/6}}', 'hard swish', ['hswish']),

  // Bells.
  curve('gaussian', 'x m s', 'e^(-(x - m)^2/(2*s^2))', 'Gaussian bell curve'),
  curve('normpdf', 'x m s', 'e^(-(x - m)^2/(2*s^2))/(s*sqrt(2*pi))', 'normal density', [
    'normalpdf',
    'dnorm',
  ]),

  // Growth, dose and response.
  curve('gompertz', 'x a b c', 'a*e^(-b*e^(-c*x))', 'Gompertz curve'),
  curve('logistic3', 'x a k c', 'a/(1 + e^(-k*(x - c)))', 'logistic curve with three parameters', [
    'pl3',
    'verhulst',
  ]),
  curve('logistic4', 'x a d c b', 'a + (d - a)/(1 + e^(-b*(x - c)))', 'logistic curve with four parameters', [
    'pl4',
    'fourpl',
  ]),
  curve(
    'logistic5',
    'x a d c b g',
    'a + (d - a)/(1 + e^(-b*(x - c)))^g',
    'logistic curve with five parameters',
    ['pl5', 'fivepl'],
  ),
  curve('richards', 'x a k c n', 'a/(1 + n*e^(-k*(x - c)))^(1/n)', 'Richards curve', [
    'generalisedlogistic',
    'generalizedlogistic',
  ]),
  curve('hill', 'x a k n', 'a*x^n/(k^n + x^n)', 'Hill function', ['hillfunction']),
  curve('loglogistic', 'x a b', '1/(1 + (x/a)^(-b))', 'log-logistic distribution function', ['fisk']),
  curve('doseresponse', 'x a d c b', 'a + (d - a)/(1 + (x/c)^(-b))', 'log-logistic dose-response curve', [
    'loglogistic4',
  ]),
  curve('weibull', 'x l k', '1 - e^(-(x/l)^k)', 'Weibull distribution function'),
  curve('michaelis', 's v k', 'v*s/(k + s)', 'Michaelis–Menten rate', ['michaelismenten', 'monod']),
  curve('boltzmann', 'v a b h k', 'b + (a - b)/(1 + e^((v - h)/k))', 'Boltzmann sigmoid'),
  curve('fermidirac', 'E m t', '1/(e^((E - m)/t) + 1)', 'Fermi–Dirac distribution', ['fermi']),
]
