/**
 * Bases with roots in them that are products of others in a way no division of polynomials shows:
 * (√a + √b)·(√a − √b) = a − b. What is found is noted with the factoring.
 */
import { integerRoot, rational } from '../../expression/rational.ts'
import { constant, type Element, include, type Key, signed } from './element.ts'
import type { Field } from './field.ts'
import { exponentIn, type Polynomial, parts, powerOf, product } from './polynomial.ts'
import { squareRoot } from './square-root.ts'

const MOST_FACTORS = 12
const LARGEST = 12
const HALF = rational(1n, 2n)

/** From now on new bases are divided by the small ones so far, and these are written by one another. */
export function refine(field: Field): void {
  const { norms } = field.factoring
  const chosen = field.factoring.refine()
  for (const base of chosen) {
    const root = norms.has(base) ? undefined : squareRoot(field.bases.at(base).polynomial)
    const factors = root && field.factoring.factored(root)
    if (factors) norms.set(base, field.times(factors, factors))
  }
  const rooted = chosen.filter((base) => hasRoot(field, base)).slice(0, MOST_FACTORS)
  for (const base of rooted) {
    const square = norms.has(base) ? undefined : denested(field, field.bases.at(base).polynomial)
    if (square) norms.set(base, square)
  }
  for (const [i, first] of rooted.entries()) {
    for (const second of rooted.slice(i)) {
      if (!norms.has(first) && !norms.has(second)) multiply(field, first, second)
    }
  }
}

/** Does a root occur in the base? */
function hasRoot({ bases }: Field, base: number): boolean {
  return [...bases.at(base).polynomial.keys()].some((m) =>
    bases.generators.some(({ kind }, i) => kind === 'root' && exponentIn(m, i) > 0),
  )
}

/**
 * Where roots are involved, a product of two bases P and Q can be a number N: then P = N/Q. Or it
 * can be a third base times a number, which is then written as their product.
 */
function multiply({ bases, factoring, order }: Field, first: number, second: number): void {
  const { norms } = factoring
  const whole = bases.reduced(product(bases.at(first).polynomial, bases.at(second).polynomial))
  if (whole.size === 0 || whole.size > LARGEST) return
  const { content, monomial, rest } = parts(whole)
  if (monomial !== '') return
  if (rest.size === 1) {
    const number = rational(content * (rest.get('') as bigint))
    if (first !== second) norms.set(first, { number, powers: new Map([[signed(second), -order]]) })
    return
  }
  const { base, sign } = factoring.signedBase(rest)
  if (base === first || base === second || norms.has(base)) return
  const powers = new Map<Key, number>([[signed(first), order]])
  include(powers, signed(second), order)
  norms.set(base, { number: rational(sign, content), powers })
}

/**
 * u + v·√b for numbers u > 0, v and b with u² − v²b = m² is half the square of √(u + m) ± √(u − m),
 * with the sign of v: its mixed term is ±2√(u² − m²) = 2v√b.
 */
function denested(field: Field, p: Polynomial): Element | undefined {
  const u = p.get('') ?? 0n
  if (p.size !== 2 || u <= 0n) return undefined
  for (const [i, { kind, value }] of field.bases.generators.entries()) {
    const v = kind === 'root' ? p.get(powerOf(i, field.order / 2)) : undefined
    const b = value.size === 1 ? value.get('') : undefined
    if (v === undefined || b === undefined) continue
    const square = u * u - v * v * b
    const m = square > 0n ? integerRoot(square, 2n) : 0n
    if (m === 0n || m * m !== square) continue
    const [outer, inner] = [u + m, u - m].map((n) => field.power(constant(rational(n)), HALF)) as [
      Element,
      Element,
    ]
    const root = v > 0n ? field.sum(outer, inner) : field.minus(outer, inner)
    return field.times(constant(HALF), root, root)
  }
  return undefined
}
