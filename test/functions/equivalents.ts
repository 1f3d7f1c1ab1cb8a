/** Second formulas for the named functions, from other identities than their definitions. */
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { agree, allHold, isValue, type Point, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'

/** The second formula, and where the two are compared, if not everywhere. */
type Equivalent = readonly [form: string, provided?: readonly string[]]

export const EQUIVALENTS: Readonly<Record<string, readonly Equivalent[]>> = {
  log1p: [['2*atanh(u/(2 + u))']],
  expm1: [['2*e^(u/2)*sinh(u/2)']],
  log2: [['log(1/u)/log(1/2)']],
  log10: [['log(1/u)/log(1/10)']],
  logb: [['log(1/u)/log(1/b)']],
  cbrt: [['{sign(u)*e^(log(|u|)/3) if u != 0 else 0}']],
  root: [['e^(log(u)/n)']],
  sec: [['(1 + tan(u/2)^2)/(1 - tan(u/2)^2)']],
  csc: [['(1 + tan(u/2)^2)/(2*tan(u/2))']],
  cot: [['(1 - tan(u/2)^2)/(2*tan(u/2))']],
  sech: [['2*e^u/(e^(2*u) + 1)']],
  csch: [['2*e^u/(e^(2*u) - 1)']],
  coth: [['(e^(2*u) + 1)/(e^(2*u) - 1)']],
  asec: [['{atan(sqrt(u^2 - 1)) if u >= 1 else pi - atan(sqrt(u^2 - 1))}']],
  acsc: [['{pi/2 - atan(sqrt(u^2 - 1)) if u >= 1 else atan(sqrt(u^2 - 1)) - pi/2}']],
  acot: [['{pi/2 - atan(u) if u >= 0 else -pi/2 - atan(u)}']],
  asech: [['log((1 + sqrt(1 - u^2))/u)']],
  acsch: [['log(1/u + sqrt(1/u^2 + 1))']],
  acoth: [['log((u + 1)/(u - 1))/2']],
  erfc: [['1 + erf(-u)']],
  sigmoid: [['(1 + tanh(x/2))/2']],
  logit: [['2*atanh(2*p - 1)']],
  probit: [['-sqrt(2)*erfinv(1 - 2*p)']],
  tanhexp: [['tanh(x)']],
  softplus: [['x/2 + log(2*cosh(x/2))']],
  gompertz: [['a*(e^(-b))^(e^(-c*x))']],
  hill: [['a/(1 + (k/x)^n)', ['x > 0', 'k > 0']], ['a - a*k^n/(k^n + x^n)']],
  logistic4: [['(a + d)/2 + (d - a)/2*tanh(b*(x - c)/2)']],
  swish: [['x/2*(1 + tanh(x/2))']],
  gelu: [['x/2 - x/2*erf(-x/sqrt(2))']],
  softsign: [['{1 - 1/(1 + x) if x >= 0 else 1/(1 - x) - 1}']],
  atansigmoid: [['acos(-x/sqrt(1 + x^2))/pi']],
  algsigmoid: [['sin(atan(x))']],
  algsigmoidn: [['sign(x)*e^(-log(1 + e^(-n*log(|x|)))/n)', ['x != 0', 'n != 0']]],
  normcdf: [['erfc(-x/sqrt(2))/2']],
  cloglog: [['log(log(1/(1 - p)))']],
  relu: [['(x + |x|)/2']],
  leakyrelu: [['max(x, x/100)']],
  prelu: [['(1 + a)/2*x + (1 - a)/2*|x|']],
  elu: [['max(x, 0) + a*(e^min(x, 0) - 1)']],
  selu: [['10507009873554805/10^16*max(x, 0) + 8790496704236883909170257921223/(5*10^30)*(e^min(x, 0) - 1)']],
  swishbeta: [['x/2*(1 + tanh(b*x/2))']],
  gelutanh: [['x/(1 + e^(-2*sqrt(2/pi)*x*(1 + 44715/10^6*x^2)))']],
  mish: [['x*(1 - 2/((1 + e^x)^2 + 1))']],
  hardsigmoid: [['max(0, min(1, (x + 3)/6))']],
  hardswish: [['x*max(0, min(6, x + 3))/6']],
  gaussian: [['(e^((x - m)/s))^((m - x)/(2*s))']],
  normpdf: [['e^(-((x - m)/s)^2/2 - log(2*pi)/2)/s']],
  logistic3: [['a/2 + a/2*tanh(k*(x - c)/2)']],
  logistic5: [['a + (d - a)*e^(-g*log(1 + e^(-b*(x - c))))']],
  richards: [['a*e^(-log(1 + n*e^(-k*(x - c)))/n)', ['n > 0']]],
  loglogistic: [['(x/a)^b/(1 + (x/a)^b)', ['x/a > 0']]],
  doseresponse: [['d - (d - a)/(1 + (x/c)^b)', ['x/c > 0']]],
  weibull: [['2*sinh((x/l)^k/2)*e^(-(x/l)^k/2)']],
  michaelis: [['v - v*k/(k + s)']],
  boltzmann: [['(a + b)/2 - (a - b)/2*tanh((v - h)/(2*k))']],
  fermidirac: [['(1 - tanh((E - m)/(2*t)))/2']],
}

/** Exact values. */
export const CHECKPOINTS: readonly (readonly [string, string])[] = [
  ['sigmoid(0)', '1/2'],
  ['logit(1/2)', '0'],
  ['probit(1/2)', '0'],
  ['probit((1 + erf(1))/2)', 'sqrt(2)'],
  ['softplus(0)', 'log(2)'],
  ['cbrt(-27)', '-3'],
  ['root(-32, 5)', '-2'],
  ['root(1/9, -2)', '3'],
  ['root(16, 4)', '2'],
  ['log2(8)', '3'],
  ['log10(1000)', '3'],
  ['logb(81, 3)', '4'],
  ['log1p(0)', '0'],
  ['acot(0)', 'pi/2'],
  ['acot(-1)', '-pi/4'],
  ['asec(-2)', '2*pi/3'],
  ['acsc(-2)', '-pi/6'],
  ['gompertz(0, 2, 1, 5)', '2/e'],
  ['hill(3, 10, 3, 7/2)', '5'],
  ['hill(0, 1, 2, 3)', '0'],
  ['logistic4(5, 1, 4, 5, 9)', '5/2'],
  ['swish(0)', '0'],
  ['gelu(0)', '0'],
  ['softsign(-1)', '-1/2'],
  ['atansigmoid(1)', '3/4'],
  ['algsigmoid(3/4)', '3/5'],
  ['algsigmoidn(-1, 1)', '-1/2'],
  ['normcdf(0)', '1/2'],
  ['cloglog(1 - 1/e)', '0'],
  ['relu(-2)', '0'],
  ['leakyrelu(-2)', '-1/50'],
  ['prelu(-2, 1/4)', '-1/2'],
  ['elu(-log(2), 3)', '-3/2'],
  ['selu(0)', '0'],
  ['swishbeta(2, 0)', '1'],
  ['gelutanh(0)', '0'],
  ['mish(0)', '0'],
  ['hardsigmoid(0)', '1/2'],
  ['hardswish(-3/2)', '-3/8'],
  ['gaussian(5, 3, 2)', 'e^(-1/2)'],
  ['normpdf(3, 3, 1)', '1/sqrt(2*pi)'],
  ['logistic3(4, 10, 2, 4)', '5'],
  ['logistic5(2, 1, 9, 2, 3, 3)', '2'],
  ['richards(1, 8, 3, 1, 3)', '8/4^(1/3)'],
  ['loglogistic(5, 5, 7)', '1/2'],
  ['doseresponse(3, 1, 9, 3, 2)', '5'],
  ['weibull(2, 2, 3)', '1 - 1/e'],
  ['michaelis(3, 8, 3)', '4'],
  ['boltzmann(-40, 0, 1, -40, 6)', '1/2'],
  ['fermidirac(2, 2, 1/40)', '1/2'],
]

const enough = 40

/** Compares the form with the second formulas at random points until they differ. */
export function equivalenceFaults(name: string, form: Expr): { usable: number; fault: string | undefined } {
  let usable = 0
  for (const [other, provided = []] of EQUIVALENTS[name] ?? []) {
    const random = new Random(97)
    const second = parsePattern(other)
    const conditions = provided.map((c) => parsePattern(c))
    const letters = new Set([...freeSymbols(second), ...freeSymbols(form)])
    for (let k = 0, found = 0; k < 600 && found < enough; k += 1) {
      const at: Point = Object.fromEntries([...letters].map((letter) => [letter, random.rational()]))
      if (!allHold(conditions, at)) continue
      const [a, b] = [valueAt(form, at, 160), valueAt(second, at, 160)]
      const verdict = agree(a, b)
      if (verdict === 'differs') return { usable, fault: JSON.stringify(at, print) }
      if (verdict !== 'agrees' || !isValue(a)) continue
      found += 1
      usable += 1
    }
  }
  return { usable, fault: undefined }
}

const print = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value)
