/** Fractions of polynomials in lowest terms, and polynomials in one generator modulo a relation. */
import { ONE, over } from '../../expression/rational.ts'
import {
  coefficients,
  difference,
  gcd,
  isNought,
  leading,
  NOUGHT,
  type Polynomial,
  product,
  quotient,
  same as samePolynomials,
  scaled,
  sum,
  UNIT,
} from './polynomial.ts'

/** above/below, with no common factor; the leading number below is 1. */
export interface Fraction {
  readonly above: Polynomial
  readonly below: Polynomial
}

/** A fraction would have to be divided by 0. */
export class DivisionByZero extends Error {
  override readonly name = 'DivisionByZero'
}

export const whole = (above: Polynomial): Fraction => ({ above, below: UNIT })
export const ZERO_FRACTION: Fraction = whole(NOUGHT)
export const ONE_FRACTION: Fraction = whole(UNIT)

export function fraction(above: Polynomial, below: Polynomial): Fraction {
  if (isNought(below)) throw new DivisionByZero('division by 0')
  const shared = gcd(above, below)
  const [n, d] = [quotient(above, shared) as Polynomial, quotient(below, shared) as Polynomial]
  const unit = over(ONE, leading(d))
  return { above: scaled(n, unit), below: scaled(d, unit) }
}

const isZeroFraction = (a: Fraction): boolean => isNought(a.above)
export const sameFraction = (a: Fraction, b: Fraction): boolean =>
  samePolynomials(a.above, b.above) && samePolynomials(a.below, b.below)

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(sum(product(a.above, b.below), product(b.above, a.below)), product(a.below, b.below))
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(difference(product(a.above, b.below), product(b.above, a.below)), product(a.below, b.below))
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(product(a.above, b.above), product(a.below, b.below))
export const dividedBy = (a: Fraction, b: Fraction): Fraction =>
  fraction(product(a.above, b.below), product(a.below, b.above))

export function power(a: Fraction, n: number): Fraction {
  let result = ONE_FRACTION
  for (let i = 0; i < Math.abs(n); i += 1) result = times(result, a)
  return n < 0 ? dividedBy(ONE_FRACTION, result) : result
}

/** A polynomial in one generator with fractions for coefficients, the last of them not 0. */
type Univariate = readonly Fraction[]

const trimmed = (p: Univariate): Univariate => {
  let n = p.length
  while (n > 0 && isZeroFraction(p[n - 1] as Fraction)) n -= 1
  return p.slice(0, n)
}

const timesMonomial = (p: Univariate, factor: Fraction, shift: number): Univariate => [
  ...Array.from({ length: shift }, () => ZERO_FRACTION),
  ...p.map((c) => times(c, factor)),
]

const subtracted = (p: Univariate, q: Univariate): Univariate =>
  trimmed(
    Array.from({ length: Math.max(p.length, q.length) }, (_, i) =>
      minus(p[i] ?? ZERO_FRACTION, q[i] ?? ZERO_FRACTION),
    ),
  )

const multiplied = (p: Univariate, q: Univariate): Univariate =>
  p.reduce<Univariate>((all, c, i) => {
    const row = timesMonomial(q, c, i)
    const length = Math.max(all.length, row.length)
    return Array.from({ length }, (_, j) => plus(all[j] ?? ZERO_FRACTION, row[j] ?? ZERO_FRACTION))
  }, [])

function divided(a: Univariate, b: Univariate): { readonly whole: Univariate; readonly rest: Univariate } {
  const quotients: Fraction[] = []
  let rest = a
  while (rest.length >= b.length) {
    const shift = rest.length - b.length
    const factor = dividedBy(rest.at(-1) as Fraction, b.at(-1) as Fraction)
    quotients[shift] = factor
    rest = trimmed(subtracted(rest, timesMonomial(b, factor, shift)).slice(0, rest.length - 1))
  }
  return { whole: Array.from(quotients, (c) => c ?? ZERO_FRACTION), rest }
}

/** 1/a modulo m, by Euclid's algorithm; `undefined` if they have a common factor. */
function inverse(a: Univariate, m: Univariate): Univariate | undefined {
  let [r, s]: [Univariate, Univariate] = [m, divided(a, m).rest]
  let [p, q]: [Univariate, Univariate] = [[], [ONE_FRACTION]]
  while (s.length > 1) {
    const { whole: k, rest } = divided(r, s)
    ;[r, s] = [s, rest]
    ;[p, q] = [q, subtracted(p, multiplied(k, q))]
  }
  const [unit] = s
  return unit && q.map((c) => dividedBy(c, unit))
}

const univariate = (p: Polynomial, v: number): Univariate => trimmed(coefficients(p, v).map(whole))

/**
 * What g becomes where `relation` = 0, as a polynomial in the generator v of lower degree than the
 * relation; `undefined` if g then divides by 0.
 */
export function reduced(g: Fraction, relation: Polynomial, v: number): Univariate | undefined {
  const m = univariate(relation, v)
  if (m.length < 2) return undefined
  const below = univariate(g.below, v)
  const above = divided(univariate(g.above, v), m).rest
  if (below.length === 1) return above.map((c) => dividedBy(c, below[0] as Fraction))
  const turned = inverse(below, m)
  return turned && divided(multiplied(above, turned), m).rest
}

/** Σ cᵢ·vⁱ as a fraction. */
export const assembled = (c: Univariate, v: Fraction): Fraction =>
  c.reduceRight<Fraction>((all, x) => plus(times(all, v), x), ZERO_FRACTION)
