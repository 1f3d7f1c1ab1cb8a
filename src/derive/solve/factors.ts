/** Rational roots of polynomials with rational coefficients. */
import { over, plus, type Rational, rational, times, ZERO } from '../../expression/rational.ts'

/** Coefficients, that of the constant term first. */
export type Polynomial = readonly Rational[]

/** Numbers whose divisors are tried. */
const LARGEST = 1_000_000n
const MOST_CANDIDATES = 4_000

/** A linear factor q·t − p and the quotient by it, if there is a rational root p/q. */
export function rationalRoot(
  values: ReadonlyMap<bigint, Rational>,
): { readonly factor: Polynomial; readonly quotient: Polynomial } | undefined {
  const degree = Number([...values.keys()].reduce((a, b) => (a > b ? a : b), 0n))
  if (degree > 60) return undefined
  const p = Array.from({ length: degree + 1 }, (_, k) => values.get(BigInt(k)) ?? ZERO)
  const common = p.reduce((den, c) => (den * c.den) / gcd(den, c.den), 1n)
  const whole = p.map((c) => (c.num * common) / c.den)
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

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

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
