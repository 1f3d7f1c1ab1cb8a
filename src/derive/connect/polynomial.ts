/** Polynomials in one base with rational coefficients: just enough to find what two of them share. */
import { type Expr, isCall, same, sumOf } from '../../expression/expr.ts'
import { gcd, isZero, minus, over, type Rational, signOf, times, ZERO } from '../../expression/rational.ts'
import { asSum, type Product, productTerm } from '../view.ts'

export interface Polynomial {
  readonly base: Expr
  /** The coefficient of base^k at place k; the last is not 0. */
  readonly coefficients: readonly Rational[]
}

const HIGHEST = 24n

/** The sum u as a polynomial in one base, if it is one. */
export function polynomialOf(u: Expr): Polynomial | undefined {
  if (!isCall(u, 'add')) return undefined
  let base: Expr | undefined
  const coefficients: Rational[] = []
  for (const { coefficient, above, below } of asSum(u)) {
    const [only] = above
    if (above.length > 1 || below.length > 0 || (only && only.exponent > HIGHEST)) return undefined
    if (only && base && !same(only.base, base)) return undefined
    base ??= only?.base
    coefficients[Number(only?.exponent ?? 0n)] = coefficient
  }
  if (!base) return undefined
  return { base, coefficients: trimmed(Array.from(coefficients, (c) => c ?? ZERO)) }
}

function trimmed(coefficients: readonly Rational[]): Rational[] {
  const kept = [...coefficients]
  while (kept.length > 0 && isZero(kept.at(-1) as Rational)) kept.pop()
  return kept
}

/** Quotient and remainder of the coefficients. */
function divided(a: readonly Rational[], b: readonly Rational[]): { quotient: Rational[]; rest: Rational[] } {
  const rest = [...a]
  const quotient: Rational[] = []
  const lead = b.at(-1) as Rational
  for (let k = a.length - b.length; k >= 0; k -= 1) {
    const c = over(rest[k + b.length - 1] as Rational, lead)
    quotient[k] = c
    for (const [i, d] of b.entries()) rest[k + i] = minus(rest[k + i] as Rational, times(c, d))
  }
  return { quotient: trimmed(quotient), rest: trimmed(rest.slice(0, Math.max(0, b.length - 1))) }
}

/** a/b if b divides a. */
export function quotientOf(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (!same(a.base, b.base) || b.coefficients.length > a.coefficients.length) return undefined
  const { quotient, rest } = divided(a.coefficients, b.coefficients)
  return rest.length === 0 ? { base: a.base, coefficients: quotient } : undefined
}

/** The greatest common divisor, with whole coefficients; none if it is a number. */
export function commonDivisor(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (!same(a.base, b.base)) return undefined
  let [p, q] = [a.coefficients, b.coefficients]
  if (p.length < q.length) [p, q] = [q, p]
  while (q.length > 0) [p, q] = [q, divided(p, q).rest]
  return p.length < 2 ? undefined : { base: a.base, coefficients: primitive(p) }
}

/** Divisors that are looked through for a rational root. */
const LARGEST_ENDS = 100_000n

/** A factor q·base − p of the polynomial, if it has a rational root p/q. */
export function linearDivisor(polynomial: Polynomial): Polynomial | undefined {
  const { base } = polynomial
  const coefficients = primitive(polynomial.coefficients)
  const [constant, lead] = [coefficients[0] as Rational, coefficients.at(-1) as Rational]
  if (isZero(constant) || absolute(constant.num) > LARGEST_ENDS || lead.num > LARGEST_ENDS) return undefined
  for (const q of divisorsOf(lead.num)) {
    for (const p of divisorsOf(absolute(constant.num)).flatMap((d) => [d, -d])) {
      const divisor = {
        base,
        coefficients: [
          { num: -p, den: 1n },
          { num: q, den: 1n },
        ],
      }
      if (quotientOf(polynomial, divisor)) return divisor
    }
  }
  return undefined
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n)

function divisorsOf(n: bigint): bigint[] {
  const found: bigint[] = []
  for (let d = 1n; d * d <= n; d += 1n) if (n % d === 0n) found.push(d, n / d)
  return found
}

/** The derivative by the base. */
export const derivativeOf = ({ base, coefficients }: Polynomial): Polynomial => ({
  base,
  coefficients: coefficients.slice(1).map((c, k) => times(c, { num: BigInt(k + 1), den: 1n })),
})

/** Coprime whole coefficients, the last one positive. */
function primitive(coefficients: readonly Rational[]): Rational[] {
  let [num, den] = [0n, 1n]
  for (const c of coefficients) {
    num = gcd(num, c.num)
    den = (den * c.den) / gcd(den, c.den)
  }
  const content: Rational = { num: signOf(coefficients.at(-1) as Rational) < 0 ? -num : num, den }
  return coefficients.map((c) => over(c, content))
}

/** The polynomial as a sum, highest power first. */
export function polynomialTerm({ base, coefficients }: Polynomial): Expr {
  const terms = coefficients.flatMap((coefficient, k): Product[] => {
    if (isZero(coefficient)) return []
    const above = k === 0 ? [] : [{ base, exponent: BigInt(k) }]
    return [{ coefficient, decimal: false, above, below: [] }]
  })
  return sumOf(terms.reverse().map(productTerm))
}
