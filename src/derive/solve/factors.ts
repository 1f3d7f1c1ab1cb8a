/** Factors of polynomials with rational coefficients: rational roots, and two quadratics. Whole numbers as powers. */
import { gcd, over, plus, type Rational, rational, times, ZERO } from '../../expression/rational.ts'

/** Coefficients, that of the constant term first. */
export type Polynomial = readonly Rational[]

/** Numbers whose divisors are tried. */
const LARGEST = 1_000_000n
const MOST_CANDIDATES = 4_000
const HIGHEST = 60

/** A polynomial as a product of two. */
export interface Factors {
  readonly factor: Polynomial
  readonly quotient: Polynomial
}

/** A proper factor with rational coefficients and the quotient by it, if a search of bounded length finds one. */
export function factorOf(values: ReadonlyMap<bigint, Rational>): Factors | undefined {
  const degree = Number([...values.keys()].reduce((a, b) => (a > b ? a : b), 0n))
  if (degree > HIGHEST) return undefined
  const p = Array.from({ length: degree + 1 }, (_, k) => values.get(BigInt(k)) ?? ZERO)
  const common = p.reduce((den, c) => (den * c.den) / gcd(den, c.den), 1n)
  const whole = p.map((c) => (c.num * common) / c.den)
  return linearFactor(p, whole, degree) ?? (degree === 4 ? quadraticFactors(whole, common) : undefined)
}

/** q·t − p for a rational root p/q. */
function linearFactor(p: Polynomial, whole: readonly bigint[], degree: number): Factors | undefined {
  const [first, last] = [whole[0] as bigint, whole[degree] as bigint]
  let tried = 0
  for (const q of divisors(last)) {
    for (const n of divisors(first)) {
      for (const num of [n, -n]) {
        tried += 1
        if (tried > MOST_CANDIDATES) return undefined
        if (gcd(num, q) !== 1n || !isRoot(whole, num, q)) continue
        const root = rational(num, q)
        return {
          factor: [rational(-num), rational(q)],
          quotient: divided(p, root).map((c) => over(c, rational(q))),
        }
      }
    }
  }
  return undefined
}

/** (a·t² + b·t + c)·(d·t² + e·t + f): a and c divide the outer coefficients, b and e follow. */
function quadraticFactors(whole: readonly bigint[], common: bigint): Factors | undefined {
  const [p0, p1, p2, p3, p4] = whole as [bigint, bigint, bigint, bigint, bigint]
  for (const a of divisors(p4)) {
    for (const size of divisors(p0)) {
      for (const c of [size, -size]) {
        const [d, f] = [p4 / a, p0 / c]
        for (const b of middle(a, c, d, f, [p1, p2, p3])) {
          const e = (p3 - b * d) / a
          const holds = a * e + b * d === p3 && b * f + c * e === p1 && a * f + b * e + c * d === p2
          if (!holds) continue
          const scaled = [f, e, d].map((k) => rational(k, common))
          return { factor: [c, b, a].map((k) => rational(k)), quotient: scaled }
        }
      }
    }
  }
  return undefined
}

/** What b can be: a·e + b·d = p₃ and b·f + c·e = p₁ determine it, unless both say the same. */
function middle(
  a: bigint,
  c: bigint,
  d: bigint,
  f: bigint,
  [p1, p2, p3]: readonly [bigint, bigint, bigint],
): bigint[] {
  const determinant = a * f - c * d
  if (determinant !== 0n) {
    const b = a * p1 - c * p3
    return b % determinant === 0n ? [b / determinant] : []
  }
  // b·e = p₂ − a·f − c·d with a·e + b·d = p₃: b is a root of d·b² − p₃·b + a·(p₂ − a·f − c·d).
  const inside = p3 * p3 - 4n * d * a * (p2 - a * f - c * d)
  const root = squareRoot(inside)
  return root === undefined
    ? []
    : [p3 + root, p3 - root].flatMap((n) => (n % (2n * d) === 0n ? [n / (2n * d)] : []))
}

function squareRoot(n: bigint): bigint | undefined {
  if (n < 0n) return undefined
  let root = BigInt(Math.floor(Math.sqrt(Number(n))))
  while (root * root > n) root -= 1n
  while ((root + 1n) * (root + 1n) <= n) root += 1n
  return root * root === n ? root : undefined
}

function divisors(n: bigint): bigint[] {
  const size = n < 0n ? -n : n
  if (size === 0n || size > LARGEST) return []
  const small: bigint[] = []
  for (let d = 1n; d * d <= size; d += 1n) if (size % d === 0n) small.push(d)
  return [...new Set([...small, ...small.map((d) => size / d)])].sort((a, b) => (a < b ? -1 : 1))
}

/** Σ cₖ pᵏ qⁿ⁻ᵏ = 0? */
function isRoot(whole: readonly bigint[], p: bigint, q: bigint): boolean {
  let [value, power] = [0n, 1n]
  for (let k = whole.length - 1; k >= 0; k -= 1) {
    value = value * p + (whole[k] as bigint) * power
    power *= q
  }
  return value === 0n
}

/** The quotient by t − root, which divides p (Horner's scheme). */
function divided(p: Polynomial, root: Rational): Polynomial {
  const quotient: Rational[] = []
  let carry = ZERO
  for (let k = p.length - 1; k >= 1; k -= 1) {
    carry = plus(p[k] as Rational, times(carry, root))
    quotient.unshift(carry)
  }
  return quotient
}

/** base^exponent, with the least base that there is. */
export interface WholePower {
  readonly base: bigint
  readonly exponent: number
}

/** A whole number above 1 as a power, 8 = 2³. */
export function wholeRoot(n: bigint): WholePower | undefined {
  if (n < 2n || n > LARGEST) return undefined
  for (let base = 2n; base * base <= n; base += 1n) {
    const exponent = exponentOf(n, base)
    if (exponent !== undefined) return { base, exponent }
  }
  return { base: n, exponent: 1 }
}

/** k with base^k = n, if there is one. */
export function exponentOf(n: bigint, base: bigint): number | undefined {
  let [k, power] = [0, 1n]
  while (power < n) [k, power] = [k + 1, power * base]
  return power === n ? k : undefined
}
