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
  tanhexp: [['tanh(x)']],
  softplus: [['x/2 + log(2*cosh(x/2))']],
  gompertz: [['a*(e^(-b))^(e^(-c*x))']],
  hill: [['a/(1 + (k/x)^n)', ['x > 0', 'k > 0']], ['a - a*k^n/(k^n + x^n)']],
  logistic4: [['(a + d)/2 + (d - a)/2*tanh(b*(x - c)/2)']],
  swish: [['x/2*(1 + tanh(x/2))']],
  gelu: [['x/2 - x/2*erf(-x/sqrt(2))']],
}

/** Exact values. */
export const CHECKPOINTS: readonly (readonly [string, string])[] = [
  ['sigmoid(0)', '1/2'],
  ['logit(1/2)', '0'],
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
