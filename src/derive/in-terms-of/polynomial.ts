/**
 * Polynomials over Q in generators numbered 0, 1, 2 …, written recursively: a number, or the
 * coefficients c₀, c₁, … of the powers of the generator with the largest number. Greatest common
 * divisors by primitive remainder sequences (Knuth, The Art of Computer Programming, 4.6.1).
 */
import {
  equalRationals,
  isZero,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  signOf,
  times,
  ZERO,
} from '../../expression/rational.ts'

/** c₀ + c₁·v + c₂·v² + …; the last coefficient is not 0, there are at least two, all without v. */
interface Powers {
  readonly v: number
  readonly c: readonly Polynomial[]
}

export type Polynomial = Rational | Powers

/** The work allowed is used up: the polynomials are too large. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

const isPowers = (p: Polynomial): p is Powers => 'c' in p

export const NOUGHT: Polynomial = ZERO
export const UNIT: Polynomial = ONE
export const generator = (v: number): Polynomial => ({ v, c: [ZERO, ONE] })
export const isNought = (p: Polynomial): boolean => !isPowers(p) && isZero(p)
/** The value of a polynomial without generators. */
export const numberIn = (p: Polynomial): Rational | undefined => (isPowers(p) ? undefined : p)

/** Σ cᵢ·vⁱ, where no coefficient has a generator with a larger number. */
function powers(v: number, c: readonly Polynomial[]): Polynomial {
  let n = c.length
  while (n > 0 && isNought(c[n - 1] as Polynomial)) n -= 1
  if (n === 0) return NOUGHT
  return n === 1 ? (c[0] as Polynomial) : { v, c: c.slice(0, n) }
}

export function same(a: Polynomial, b: Polynomial): boolean {
  if (a === b) return true
  if (!isPowers(a) || !isPowers(b)) return !isPowers(a) && !isPowers(b) && equalRationals(a, b)
  return a.v === b.v && a.c.length === b.c.length && a.c.every((x, i) => same(x, b.c[i] as Polynomial))
}

export function sum(a: Polynomial, b: Polynomial): Polynomial {
  if (!isPowers(a) && !isPowers(b)) return plus(a, b)
  const [p, q] = !isPowers(a) || (isPowers(b) && b.v > a.v) ? [b as Powers, a] : [a, b]
  if (!isPowers(q) || q.v < p.v) return powers(p.v, [sum(p.c[0] as Polynomial, q), ...p.c.slice(1)])
  const length = Math.max(p.c.length, q.c.length)
  return powers(
    p.v,
    Array.from({ length }, (_, i) => sum(p.c[i] ?? NOUGHT, q.c[i] ?? NOUGHT)),
  )
}

export function scaled(a: Polynomial, k: Rational): Polynomial {
  if (isZero(k)) return NOUGHT
  if (isPowers(a)) return { v: a.v, c: a.c.map((x) => scaled(x, k)) }
  const value = times(a, k)
  if (value.num > LARGEST || value.num < -LARGEST) throw new TooLarge('the coefficients are too large')
  return value
}

/** Larger coefficients are a sign that nobody will want to read the result. */
const LARGEST = 10n ** 120n

const MINUS: Rational = rational(-1n)
export const opposite = (a: Polynomial): Polynomial => scaled(a, MINUS)
export const difference = (a: Polynomial, b: Polynomial): Polynomial => sum(a, opposite(b))

/** Products of polynomials that one question may cost, counted so that the answer is the same on every machine. */
const MOST_PRODUCTS = 6_000
let left = Number.POSITIVE_INFINITY

/** Runs with bounded work; throws `TooLarge` when it is used up. */
export function withinBounds<T>(run: () => T): T {
  const before = left
  left = MOST_PRODUCTS
  try {
    return run()
  } finally {
    left = before
  }
}

export function product(a: Polynomial, b: Polynomial): Polynomial {
  if (!isPowers(a)) return scaled(b, a)
  if (!isPowers(b)) return scaled(a, b)
  if (a.v < b.v) return product(b, a)
  left -= 1
  if (left < 0) throw new TooLarge('the polynomials are too large')
  if (b.v < a.v) {
    return powers(
      a.v,
      a.c.map((x) => product(x, b)),
    )
  }
  const c: Polynomial[] = Array.from({ length: a.c.length + b.c.length - 1 }, () => NOUGHT)
  for (const [i, x] of a.c.entries()) {
    for (const [j, y] of b.c.entries()) c[i + j] = sum(c[i + j] as Polynomial, product(x, y))
  }
  return powers(a.v, c)
}

export function raised(a: Polynomial, n: number): Polynomial {
  let result = UNIT
  for (let i = 0; i < n; i += 1) result = product(result, a)
  return result
}

/** The coefficients of the powers of v in p. */
export function coefficients(p: Polynomial, v: number): readonly Polynomial[] {
  if (!isPowers(p) || p.v < v) return [p]
  if (p.v === v) return p.c
  const parts = p.c.map((x) => coefficients(x, v))
  const length = Math.max(...parts.map((part) => part.length))
  return Array.from({ length }, (_, j) =>
    powers(
      p.v,
      parts.map((part) => part[j] ?? NOUGHT),
    ),
  )
}

export const degree = (p: Polynomial, v: number): number => coefficients(p, v).length - 1

/** The lowest power of v in p. */
export const lowestDegree = (p: Polynomial, v: number): number =>
  Math.max(
    0,
    coefficients(p, v).findIndex((x) => !isNought(x)),
  )

/** Σ cᵢ·vⁱ for any coefficients without v. */
export const fromCoefficients = (c: readonly Polynomial[], v: number): Polynomial =>
  c.reduceRight<Polynomial>((all, x) => sum(product(all, generator(v)), x), NOUGHT)

/** The generators that occur in p. */
export function generatorsOf(p: Polynomial, found: Set<number> = new Set()): Set<number> {
  if (!isPowers(p)) return found
  found.add(p.v)
  for (const x of p.c) generatorsOf(x, found)
  return found
}

/** a : b if b divides a, else `undefined`. */
export function quotient(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (isNought(a)) return NOUGHT
  if (!isPowers(b)) return isZero(b) ? undefined : scaled(a, over(ONE, b))
  if (!isPowers(a) || a.v < b.v) return undefined
  if (a.v > b.v) {
    const parts = a.c.map((x) => quotient(x, b))
    return parts.includes(undefined) ? undefined : powers(a.v, parts as Polynomial[])
  }
  let rest: Polynomial = a
  const result: Polynomial[] = []
  const lead = b.c.at(-1) as Polynomial
  while (!isNought(rest)) {
    if (!isPowers(rest) || rest.v !== a.v || rest.c.length < b.c.length) return undefined
    const shift = rest.c.length - b.c.length
    const factor = quotient(rest.c.at(-1) as Polynomial, lead)
    if (factor === undefined) return undefined
    result[shift] = factor
    rest = difference(rest, product(fromCoefficients([...Array(shift).fill(NOUGHT), factor], a.v), b))
  }
  return powers(
    a.v,
    Array.from(result, (x) => x ?? NOUGHT),
  )
}

/** The leading number of p. */
export const leading = (p: Polynomial): Rational => (isPowers(p) ? leading(p.c.at(-1) as Polynomial) : p)

/** p divided by the rational number that leaves coprime whole coefficients, the leading one positive. */
export function primitive(p: Polynomial): Polynomial {
  const k = content(p)
  return isZero(k) ? p : scaled(p, over(ONE, k))
}

/** The rational number that `primitive` divides by. */
export function content(p: Polynomial): Rational {
  let [num, den] = [0n, 1n]
  const visit = (q: Polynomial): void => {
    if (isPowers(q)) q.c.forEach(visit)
    else {
      num = gcdOfIntegers(num, q.num)
      den = (den * q.den) / gcdOfIntegers(den, q.den)
    }
  }
  visit(p)
  return rational(signOf(leading(p)) < 0 ? -num : num, den)
}

function gcdOfIntegers(a: bigint, b: bigint): bigint {
  let [p, q] = [a, b]
  while (q !== 0n) [p, q] = [q, p % q]
  return p < 0n ? -p : p
}

/** The greatest common divisor, up to a number. */
export function gcd(a: Polynomial, b: Polynomial): Polynomial {
  if (isNought(a)) return primitive(b)
  if (isNought(b)) return primitive(a)
  if (!isPowers(a) || !isPowers(b)) return UNIT
  const v = Math.max(a.v, b.v)
  const [p, q] = [coefficients(a, v), coefficients(b, v)]
  const [shareP, shareQ] = [p.reduce(gcd), q.reduce(gcd)]
  const shared = gcd(shareP, shareQ)
  if (p.length === 1 || q.length === 1) return shared
  let [r, s] = [without(a, shareP), without(b, shareQ)]
  if (degree(r, v) < degree(s, v)) [r, s] = [s, r]
  while (!isNought(s) && degree(s, v) > 0) {
    const rest = pseudoRemainder(r, s, v)
    r = s
    s = isNought(rest) ? rest : without(rest, coefficients(rest, v).reduce(gcd))
  }
  return primitive(isNought(s) ? product(shared, r) : shared)
}

const without = (p: Polynomial, factor: Polynomial): Polynomial =>
  primitive(quotient(p, factor) as Polynomial)

function pseudoRemainder(a: Polynomial, b: Polynomial, v: number): Polynomial {
  const lead = coefficients(b, v).at(-1) as Polynomial
  const n = degree(b, v)
  let rest = a
  while (!isNought(rest) && degree(rest, v) >= n) {
    const top = coefficients(rest, v).at(-1) as Polynomial
    const shift = raised(generator(v), degree(rest, v) - n)
    rest = difference(product(lead, rest), product(product(top, shift), b))
  }
  return rest
}

/** A number and the exponents of its generators. */
export interface Term {
  readonly coefficient: Rational
  readonly exponents: ReadonlyMap<number, number>
}

/** The terms of p. */
export function termsOf(p: Polynomial): Term[] {
  if (!isPowers(p)) return isZero(p) ? [] : [{ coefficient: p, exponents: new Map() }]
  return p.c.flatMap((x, i) =>
    termsOf(x).map(({ coefficient, exponents }) => ({
      coefficient,
      exponents: i === 0 ? exponents : new Map([...exponents, [p.v, i]]),
    })),
  )
}
