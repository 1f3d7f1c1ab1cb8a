/** Real roots of polynomials with rational coefficients, exactly bracketed. */
import { type Expr, isCall } from '../expression/expr.ts'
import {
  isZero,
  minus,
  negated,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  times,
  ZERO,
} from '../expression/rational.ts'
import { exponentValue } from '../rules/exponent.ts'

/** Coefficients, that of 1 first. */
export type Coefficients = readonly Rational[]

const HIGHEST_DEGREE = 24

const sum = (a: Coefficients, b: Coefficients): Coefficients =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => plus(a[i] ?? ZERO, b[i] ?? ZERO))

function product(a: Coefficients, b: Coefficients): Coefficients | undefined {
  if (a.length + b.length > HIGHEST_DEGREE) return undefined
  const result: Rational[] = Array.from({ length: a.length + b.length - 1 }, () => ZERO)
  for (const [i, p] of a.entries())
    for (const [j, q] of b.entries()) result[i + j] = plus(result[i + j] as Rational, times(p, q))
  return result
}

/** u as a polynomial in x, the other symbols having the values `at`; if it is one. */
export function coefficients(
  u: Expr,
  x: string,
  at: ReadonlyMap<string, Rational>,
): Coefficients | undefined {
  if (u.kind === 'number') return [u.value]
  if (u.kind === 'symbol') {
    const value = at.get(u.name)
    return u.name === x ? [ZERO, ONE] : value && [value]
  }
  const parts = (): (Coefficients | undefined)[] => u.args.map((arg) => coefficients(arg, x, at))
  const fold = (
    join: (a: Coefficients, b: Coefficients) => Coefficients | undefined,
    all: readonly (Coefficients | undefined)[],
  ) => all.reduce((a, b) => a && b && join(a, b))
  if (isCall(u, 'add')) return fold(sum, parts())
  if (isCall(u, 'multiply')) return fold(product, parts())
  if (isCall(u, 'negate')) return fold(product, [[rational(-1n)], ...parts()])
  if (isCall(u, 'divide')) {
    const [numerator, denominator] = parts()
    const d = denominator?.length === 1 ? denominator[0] : undefined
    return numerator && d && !isZero(d) ? numerator.map((q) => over(q, d)) : undefined
  }
  const n = isCall(u, 'power') ? exponentValue(u.args[1] as Expr) : undefined
  if (n?.den !== 1n || n.num < 1n || n.num > HIGHEST_DEGREE) return undefined
  const base = coefficients(u.args[0] as Expr, x, at)
  return fold(
    product,
    Array.from({ length: Number(n.num) }, () => base),
  )
}

export const valueAt = (p: Coefficients, x: Rational): Rational =>
  p.reduceRight((total, q) => plus(times(total, x), q), ZERO)

const degreeOf = (p: Coefficients): number => p.findLastIndex((q) => !isZero(q))

const derivativeOf = (p: Coefficients): Coefficients =>
  p.slice(1).map((q, i) => times(q, rational(BigInt(i + 1))))

/** Quotient and remainder. */
function divided(a: Coefficients, b: Coefficients): readonly [Coefficients, Coefficients] {
  const degree = degreeOf(b)
  const rest = a.slice(0, degreeOf(a) + 1)
  const quotient: Rational[] = Array.from({ length: Math.max(rest.length - degree, 1) }, () => ZERO)
  for (let k = rest.length - 1 - degree; k >= 0; k -= 1) {
    const q = over(rest[k + degree] as Rational, b[degree] as Rational)
    quotient[k] = q
    for (let i = 0; i <= degree; i += 1)
      rest[k + i] = minus(rest[k + i] as Rational, times(q, b[i] as Rational))
  }
  return [quotient, rest]
}

/** The polynomial with the same roots, each once. */
function squareFree(p: Coefficients): Coefficients {
  let [a, b] = [p, derivativeOf(p)]
  while (degreeOf(b) >= 0) [a, b] = [b, divided(a, b)[1]]
  return degreeOf(a) > 0 ? divided(p, a)[0] : p
}

/** Roots are found on the grid of multiples of 2⁻²⁵⁶. */
const BITS = 256n
const STEP = rational(1n, 1n << BITS)
const NEAR = rational(1n, 1n << 240n)

/** The real roots in order, exactly where they are simple fractions, else to within 2⁻²⁴⁰ or so. */
export const roots = (p: Coefficients): Rational[] => (degreeOf(p) < 1 ? [] : simpleRoots(squareFree(p)))

/** Between two neighbouring roots of the derivative there is at most one. */
function simpleRoots(p: Coefficients): Rational[] {
  const degree = degreeOf(p)
  if (degree < 1) return []
  const den = p.reduce((all, q) => all * q.den, 1n)
  const whole = p.slice(0, degree + 1).map((q) => (q.num * den) / q.den)
  const total = whole.slice(0, degree).reduce((sum, n) => sum + size(n), 0n)
  const end = (total / size(whole[degree] as bigint) + 2n) << BITS
  const stops = [-end, ...roots(derivativeOf(p)).map(onGrid), end]
  return stops.slice(1).flatMap((stop, i) => {
    const found = between(whole, stops[i] as bigint, stop)
    if (found === undefined) return []
    const root = times(rational(found), STEP)
    const simple = simplestBetween(minus(root, NEAR), plus(root, NEAR))
    return [isZero(valueAt(p, simple)) ? simple : root]
  })
}

const size = (n: bigint): bigint => (n < 0n ? -n : n)
const onGrid = ({ num, den }: Rational): bigint => (num << BITS) / den

/** The sign of the polynomial with these whole coefficients at m·2⁻²⁵⁶. */
function signOnGrid(p: readonly bigint[], m: bigint): number {
  let [total, scale] = [0n, 0n]
  for (const n of [...p].reverse()) {
    total = total * m + (n << scale)
    scale += BITS
  }
  return total > 0n ? 1 : total < 0n ? -1 : 0
}

function between(p: readonly bigint[], from: bigint, to: bigint): bigint | undefined {
  let [a, b] = [from, to]
  const first = signOnGrid(p, a)
  if (signOnGrid(p, b) === first) return undefined
  while (b - a > 1n) {
    const middle = (a + b) >> 1n
    const sign = signOnGrid(p, middle)
    if (sign === 0) return middle
    if (sign === first) a = middle
    else b = middle
  }
  return a
}

/** The rational number with the smallest denominator between two others (by continued fractions). */
export function simplestBetween(a: Rational, b: Rational): Rational {
  if (a.num < 0n && b.num > 0n) return ZERO
  if (b.num <= 0n) return negated(simplestBetween(negated(b), negated(a)))
  const [num, den] = simplest(a.num, a.den, b.num, b.den)
  return { num, den }
}

/** The simplest number between p/q ≥ 0 and r/s; s = 0 stands for no upper end. */
function simplest(p: bigint, q: bigint, r: bigint, s: bigint): readonly [bigint, bigint] {
  const whole = p / q
  if ((whole + 1n) * s < r || s === 0n) return [whole + 1n, 1n]
  // a number between p/q − whole and r/s − whole ≤ 1 is one over a number between their reciprocals
  const [num, den] = simplest(s, r - whole * s, q, p - whole * q)
  return [whole * num + den, num]
}
