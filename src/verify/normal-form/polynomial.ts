/**
 * Polynomials with integer coefficients in numbered generators. A monomial is a string whose i-th
 * code unit is the exponent of generator i, without trailing zeros; so monomials are compared and
 * looked up as strings.
 */
import { gcd } from '../../expression/rational.ts'
import { spend } from './budget.ts'

export type Monomial = string
export type Polynomial = ReadonlyMap<Monomial, bigint>

export const UNIT: Polynomial = new Map([['', 1n]])

const LARGEST_EXPONENT = 0xffff

const letter = (exponent: number): string => {
  if (exponent > LARGEST_EXPONENT) spend(Number.POSITIVE_INFINITY)
  return String.fromCharCode(exponent)
}

/** gⁿ for the generator with number i. */
export const powerOf = (i: number, n = 1): Monomial => (n === 0 ? '' : '\0'.repeat(i) + letter(n))

export const exponentIn = (m: Monomial, i: number): number => (i < m.length ? m.charCodeAt(i) : 0)

/** a·b. */
export function joined(a: Monomial, b: Monomial): Monomial {
  const [long, short] = a.length < b.length ? [b, a] : [a, b]
  let product = ''
  for (let i = 0; i < short.length; i += 1) product += letter(long.charCodeAt(i) + short.charCodeAt(i))
  return product + long.slice(short.length)
}

/** m with the exponent of generator i changed to n. */
function withExponent(m: Monomial, i: number, n: number): Monomial {
  const changed = m.slice(0, i) + letter(n) + m.slice(i + 1)
  let end = changed.length
  while (end > 0 && changed.charCodeAt(end - 1) === 0) end -= 1
  return changed.slice(0, end)
}

/** a/b if b divides a. */
export function parted(a: Monomial, b: Monomial): Monomial | undefined {
  if (b.length > a.length) return undefined
  let quotient = a
  for (let i = 0; i < b.length; i += 1) {
    const n = a.charCodeAt(i) - b.charCodeAt(i)
    if (n < 0) return undefined
    quotient = withExponent(quotient, i, n)
  }
  return quotient
}

const SHORT = 1n << 64n

/** What a number costs to be multiplied by, in words. */
const lengthOf = (q: bigint): number => (q < SHORT && q > -SHORT ? 1 : q.toString(16).length / 16)

/** Adds q·m·P to `sum`, in place. */
export function accumulate(sum: Map<Monomial, bigint>, p: Polynomial, q = 1n, m: Monomial = ''): void {
  spend(p.size * lengthOf(q))
  for (const [monomial, coefficient] of p) {
    const place = m === '' ? monomial : joined(monomial, m)
    const total = (sum.get(place) ?? 0n) + q * coefficient
    if (total === 0n) sum.delete(place)
    else sum.set(place, total)
  }
}

export function product(a: Polynomial, b: Polynomial): Polynomial {
  if (a === UNIT) return b
  if (b === UNIT) return a
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  const result = new Map<Monomial, bigint>()
  for (const [m, q] of few) accumulate(result, many, q, m)
  return result
}

/** p with lower powers of generator i, where gᵈ is `value`. */
export function lowered(p: Polynomial, i: number, d: number, value: Polynomial): Polynomial {
  let lower: Map<Monomial, bigint> | undefined
  for (const [m, q] of p) {
    const n = exponentIn(m, i)
    if (n < d) continue
    lower ??= new Map(p)
    lower.delete(m)
    accumulate(lower, raised(value, Math.floor(n / d)), q, withExponent(m, i, n % d))
  }
  return lower ?? p
}

/** pⁿ. */
export function raised(p: Polynomial, n: number): Polynomial {
  let power = UNIT
  for (let k = 0; k < n; k += 1) power = product(power, p)
  return power
}

export const negative = (p: Polynomial): Polynomial => difference(new Map(), p)

export function sum(...terms: readonly Polynomial[]): Polynomial {
  const total = new Map<Monomial, bigint>()
  for (const p of terms) accumulate(total, p)
  return total
}

export function difference(a: Polynomial, b: Polynomial): Polynomial {
  const result = new Map(a)
  accumulate(result, b, -1n)
  return result
}

/** The monomial that comes last as a string. */
export function leading(p: Polynomial): Monomial {
  let last = ''
  for (const m of p.keys()) if (m > last) last = m
  return last
}

/** The largest sum of exponents in a monomial. */
export const degree = (p: Polynomial): number =>
  Math.max(0, ...[...p.keys()].map((m) => exponents(m).reduce((sum, n) => sum + n, 0)))

/** Is p = a·g² + b·g + c with b² < 4ac and a > 0, so positive for every value of g? */
export function isDefinite(p: Polynomial): boolean {
  const lead = leading(p)
  const g = lead.length - 1
  if (p.size !== 3 || lead !== powerOf(g, 2)) return false
  const [a, b, c] = [p.get(lead), p.get(powerOf(g)), p.get('')]
  return a !== undefined && b !== undefined && c !== undefined && a > 0n && b * b < 4n * a * c
}

const LONGEST_DIVISION = 80

/** a/b if b divides a with integer coefficients. */
export function quotient(a: Polynomial, b: Polynomial): Polynomial | undefined {
  const lead = leading(b)
  const head = b.get(lead) as bigint
  const rest = new Map(a)
  const result = new Map<Monomial, bigint>()
  for (let n = 0; rest.size > 0; n += 1) {
    const top = leading(rest)
    const m = parted(top, lead)
    const q = rest.get(top) as bigint
    if (m === undefined || q % head !== 0n || n > LONGEST_DIVISION) return undefined
    result.set(m, q / head)
    accumulate(rest, b, -q / head, m)
  }
  return result
}

export const exponents = (m: Monomial): number[] =>
  Array.from({ length: m.length }, (_, i) => m.charCodeAt(i))

/** p = content · monomial · rest, with coprime coefficients in the rest and its last one positive. */
export function parts(p: Polynomial): { content: bigint; monomial: Monomial; rest: Polynomial } {
  let content = 0n
  let common: number[] | undefined
  for (const [m, q] of p) {
    if (content !== 1n) content = gcd(content, q)
    common = (common ?? exponents(m)).map((n, i) => Math.min(n, exponentIn(m, i)))
  }
  if ((p.get(leading(p)) as bigint) < 0n) content = -content
  let monomial = ''
  for (const [i, n] of (common ?? []).entries()) if (n > 0) monomial = joined(monomial, powerOf(i, n))
  if (content === 1n && monomial === '') return { content, monomial, rest: p }
  const rest = new Map<Monomial, bigint>()
  for (const [m, q] of p) rest.set(parted(m, monomial) as Monomial, q / content)
  return { content, monomial, rest }
}

/** A name that equal polynomials share. */
export const nameOf = (p: Polynomial): string =>
  [...p]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([m, q]) => `${m.length}:${m}${q}`)
    .join(';')

/** The u and v of p = u + v·gⁿ for generator i, both not 0, if p is of this form. */
export function byRoot(p: Polynomial, i: number, n: number): readonly [Polynomial, Polynomial] | undefined {
  const [u, v] = [new Map<Monomial, bigint>(), new Map<Monomial, bigint>()]
  for (const [m, q] of p) {
    const exponent = exponentIn(m, i)
    if (exponent === 0) u.set(m, q)
    else if (exponent === n) v.set(withExponent(m, i, 0), q)
    else return undefined
  }
  return u.size > 0 && v.size > 0 ? [u, v] : undefined
}
