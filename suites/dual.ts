/**
 * The value and the derivative of a formula in doubles, carried from the leaves up: dual numbers
 * u + u′ε with ε² = 0. Knows nothing of the library's rules; used only to choose which change of a
 * formula changes its derivative. NaN where a function here has no value.
 */
import { type CallNode, type Expr, freeSymbols } from '../src/expression/expr.ts'

/** A value with its derivative by one variable. */
export type Dual = readonly [value: number, slope: number]

const over = ([u, du]: Dual, [v, dv]: Dual): Dual => [u / v, (du * v - u * dv) / (v * v)]
const times = ([u, du]: Dual, [v, dv]: Dual): Dual => [u * v, du * v + u * dv]
const number = (value: number): Dual => [value, 0]
const ONE = number(1)

/** f and f′ of one operand. */
type Known = readonly [f: (u: number) => number, slope: (u: number, f: number) => number]

const KNOWN: Readonly<Record<string, Known>> = {
  exp: [Math.exp, (_, f) => f],
  log: [(u) => (u > 0 ? Math.log(u) : Number.NaN), (u) => 1 / u],
  sqrt: [Math.sqrt, (_, f) => 0.5 / f],
  sin: [Math.sin, (u) => Math.cos(u)],
  cos: [Math.cos, (u) => -Math.sin(u)],
  tan: [Math.tan, (_, f) => 1 + f * f],
  asin: [Math.asin, (u) => 1 / Math.sqrt(1 - u * u)],
  acos: [Math.acos, (u) => -1 / Math.sqrt(1 - u * u)],
  atan: [Math.atan, (u) => 1 / (1 + u * u)],
  sinh: [Math.sinh, (u) => Math.cosh(u)],
  cosh: [Math.cosh, (u) => Math.sinh(u)],
  tanh: [Math.tanh, (_, f) => 1 - f * f],
  asinh: [Math.asinh, (u) => 1 / Math.sqrt(u * u + 1)],
  acosh: [Math.acosh, (u) => 1 / Math.sqrt(u * u - 1)],
  atanh: [Math.atanh, (u) => 1 / (1 - u * u)],
  sign: [Math.sign, (u) => (u === 0 ? Number.NaN : 0)],
  abs: [Math.abs, (u) => (u === 0 ? Number.NaN : Math.sign(u))],
  erf: [erf, (u) => (2 / Math.sqrt(Math.PI)) * Math.exp(-u * u)],
}

/** 2/√π·e^(−u²)·Σ 2ⁿu^(2n+1)/(1·3·…·(2n+1)): terms of one sign (DLMF 7.6.2). */
function erf(u: number): number {
  if (Math.abs(u) > 6) return Math.sign(u)
  let [sum, term] = [u, u]
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * u * u) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-u * u) * sum
}

/** One operand: what its name stands for, in functions above. */
const INVERSES: Readonly<Record<string, string>> = {
  sec: 'cos',
  csc: 'sin',
  sech: 'cosh',
  csch: 'sinh',
  coth: 'tanh',
  cot: 'tan',
}
const OF_RECIPROCALS: Readonly<Record<string, string>> = {
  asec: 'acos',
  acsc: 'asin',
  acot: 'atan',
  asech: 'acosh',
  acsch: 'asinh',
  acoth: 'atanh',
}

function known(head: string, [u, du]: Dual): Dual {
  const row = KNOWN[head]
  if (!row) return [Number.NaN, Number.NaN]
  const f = row[0](u)
  return [f, row[1](u, f) * du]
}

function called(head: string, u: Dual): Dual {
  const inverse = INVERSES[head]
  if (inverse) return over(ONE, known(inverse, u))
  const other = OF_RECIPROCALS[head]
  return other ? known(other, over(ONE, u)) : known(head, u)
}

/** p/q in lowest terms, if the double is one with a small odd q. */
function oddFraction(r: number): { readonly p: number } | undefined {
  for (const q of [1, 3, 5, 7, 9]) {
    const p = Math.round(r * q)
    if (Math.abs(r * q - p) < 1e-12) return { p }
  }
  return undefined
}

/** u^v; below 0 only for a number with an odd denominator, the real root. */
function power(u: Dual, v: Dual, isNumber: boolean): Dual {
  const [base, slope] = u
  const [r] = v
  if (isNumber) {
    const fraction = base < 0 ? oddFraction(r) : { p: 0 }
    if (!fraction) return [Number.NaN, Number.NaN]
    const sign = base < 0 && fraction.p % 2 !== 0 ? -1 : 1
    const value = sign * Math.abs(base) ** r
    return [value, slope === 0 || r === 0 ? 0 : (r * value * slope) / base]
  }
  const exponent = times(v, known('log', u))
  return known('exp', exponent)
}

/** The formula at a point, and its derivative there by the variable named. */
export function dual(u: Expr, at: Readonly<Record<string, number>>, variable: string): Dual {
  if (u.kind === 'number') return number(Number(u.value.num) / Number(u.value.den))
  if (u.kind === 'symbol') {
    if (u.name === 'pi') return number(Math.PI)
    if (u.name === 'e') return number(Math.E)
    return [at[u.name] ?? Number.NaN, u.name === variable ? 1 : 0]
  }
  return operated(u, at, variable)
}

function operated(u: CallNode, at: Readonly<Record<string, number>>, variable: string): Dual {
  const operands = u.args.map((arg) => dual(arg, at, variable))
  const [first = ONE, second = ONE] = operands
  if (u.head === 'add') return operands.reduce(([v, dv], [w, dw]) => [v + w, dv + dw])
  if (u.head === 'multiply') return operands.reduce(times)
  if (u.head === 'negate') return [-first[0], -first[1]]
  if (u.head === 'divide') return over(first, second)
  if (u.head === 'power') return power(first, second, freeSymbols(u.args[1] as Expr).length === 0)
  if (u.head === 'erfc') {
    const [value, slope] = known('erf', first)
    return [1 - value, -slope]
  }
  if (u.head === 'max') return first[0] >= second[0] ? first : second
  if (u.head === 'min') return first[0] <= second[0] ? first : second
  return operands.length === 1 ? called(u.head, first) : [Number.NaN, Number.NaN]
}
