/**
 * Values in double precision, NaN where a formula is undefined. They only suggest where to look:
 * nothing is concluded from them.
 */
import type { Condition } from '../expression/condition.ts'
import { type CallNode, type Expr, isCall } from '../expression/expr.ts'
import { exponentValue } from '../rules/exponent.ts'
import { elementaryForm, opened } from '../rules/forms.ts'

/** The value at a point, whose coordinates are in the order of the names given. */
export type Double = (point: readonly number[]) => number

const sum =
  (parts: readonly Double[]): Double =>
  (x) => {
    let total = 0
    for (const part of parts) total += part(x)
    return total
  }

const product =
  (parts: readonly Double[]): Double =>
  (x) => {
    let total = 1
    for (const part of parts) total *= part(x)
    return total
  }

/** 1 − erf x for x > 3 by a continued fraction (DLMF 7.9.1). */
function tail(x: number): number {
  let rest = 0
  for (let k = 40; k > 0; k -= 1) rest = k / 2 / (x + rest)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + rest)
}

/** A power series near 0 (DLMF 7.6.1). */
function erf(x: number): number {
  if (Math.abs(x) > 3) return Math.sign(x) * (1 - tail(Math.abs(x)))
  let [term, total] = [x, x]
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(total); k += 1) {
    term *= (-x * x) / k
    total += term / (2 * k + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * total
}

/** Newton's method, from a formula good to 1/500 (S. Winitzki, A handy approximation, 2008). */
function erfinv(y: number): number {
  if (!(Math.abs(y) < 1)) return Number.NaN
  if (y < 0) return -erfinv(-y)
  const [fall, a] = [Math.log1p(-y * y), 0.147]
  const b = 2 / (Math.PI * a) + fall / 2
  let x = Math.sqrt(Math.sqrt(b * b - fall / a) - b)
  for (let n = 0; n < 3; n += 1) {
    const missing = x > 3 ? tail(x) - (1 - y) : y - erf(x)
    x += missing * (Math.sqrt(Math.PI) / 2) * Math.exp(x * x)
  }
  return x
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  erf,
  erfinv,
  exp: Math.exp,
  log: (x) => (x > 0 ? Math.log(x) : Number.NaN),
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: (x) => (Math.abs(x) < 1 ? Math.atanh(x) : Number.NaN),
}

const RELATED: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** The formula as a function of the coordinates with these names. */
export function double(u: Expr, names: readonly string[]): Double {
  if (u.kind === 'number') {
    const value = Number(u.value.num) / Number(u.value.den)
    return () => value
  }
  if (u.kind === 'symbol') {
    if (u.name === 'pi' || u.name === 'e') return () => (u.name === 'e' ? Math.E : Math.PI)
    const i = names.indexOf(u.name)
    return i < 0 ? () => Number.NaN : (x) => x[i] as number
  }
  const of = FUNCTIONS[u.head]
  if (of) {
    const operand = double(u.args[0] as Expr, names)
    return (x) => of(operand(x))
  }
  const body = opened(u) ?? elementaryForm(u)
  if (body) return double(body, names)
  const f = ofStructure(u, names)
  if (u.args.some(({ kind }) => kind !== 'number')) return f
  const constant = f([])
  return () => constant
}

function ofStructure(u: CallNode, names: readonly string[]): Double {
  const parts = (): Double[] => u.args.map((arg) => double(arg, names))
  const [a, b] = [u.args[0] as Expr, u.args[1] as Expr]
  switch (u.head) {
    case 'add':
      return sum(parts())
    case 'multiply':
      return product(parts())
    case 'negate': {
      const operand = double(a, names)
      return (x) => -operand(x)
    }
    case 'divide': {
      const [over, under] = [double(a, names), double(b, names)]
      return (x) => over(x) / (under(x) || Number.NaN)
    }
    case 'power':
      return power(a, b, names)
    case 'piecewise':
      return piecewise(u.args, names)
    default:
      return () => Number.NaN
  }
}

function power(base: Expr, exponent: Expr, names: readonly string[]): Double {
  const value = exponentValue(exponent)
  const b = double(base, names)
  if (!value) {
    const e = double(exponent, names)
    return (x) => {
      const base_ = b(x)
      return base_ > 0 ? base_ ** e(x) : Number.NaN
    }
  }
  const [n, d] = [Number(value.num), Number(value.den)]
  if (n < 0) {
    const positive = rational(b, -n, d)
    return (x) => 1 / (positive(x) || Number.NaN)
  }
  return rational(b, n, d)
}

/** bⁿᐟᵈ for n ≥ 0, the real root for odd d. */
const rational = (b: Double, n: number, d: number): Double => {
  if (d === 1) return (x) => b(x) ** n
  if (d % 2 === 0) return (x) => (Math.abs(b(x)) === b(x) ? b(x) ** (n / d) : Number.NaN)
  const sign = n % 2
  return (x) => {
    const value = b(x)
    return (value < 0 && sign ? -1 : 1) * Math.abs(value) ** (n / d)
  }
}

function piecewise(args: readonly Expr[], names: readonly string[]): Double {
  const values = args.map((arg, i) => (i % 2 === 1 ? truth(arg, names) : double(arg, names)))
  return (x) => {
    for (let i = 0; i + 1 < values.length; i += 2) {
      const answer = (values[i + 1] as Double)(x)
      if (Number.isNaN(answer)) return Number.NaN
      if (answer === 1) return (values[i] as Double)(x)
    }
    return values.length % 2 === 1 ? (values.at(-1) as Double)(x) : Number.NaN
  }
}

/** 1 where the condition holds, 0 where it does not, NaN where it is undefined. */
export function truth(condition: Condition, names: readonly string[]): Double {
  if (isCall(condition, 'and') || isCall(condition, 'or')) {
    const parts = condition.args.map((part) => truth(part, names))
    const decisive = condition.head === 'and' ? 0 : 1
    return (x) => {
      for (const part of parts) {
        const answer = part(x)
        if (answer !== 1 - decisive) return answer
      }
      return 1 - decisive
    }
  }
  const [left, right] = condition.kind === 'call' ? condition.args : []
  const holds = condition.kind === 'call' ? RELATED[condition.head] : undefined
  if (!left || !right || !holds) return () => Number.NaN
  const [l, r] = [double(left, names), double(right, names)]
  return (x) => {
    const [a, b] = [l(x), r(x)]
    return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(holds(a, b))
  }
}
