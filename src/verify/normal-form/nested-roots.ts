/**
 * Bases with roots in them that are products of others in a way no division of polynomials shows:
 * (√a + √b)·(√a − √b) = a − b. What is found is noted with the factoring.
 */
import { rational } from '../../expression/rational.ts'
import { constant, type Element, include, type Key, signed } from './element.ts'
import type { Field } from './field.ts'
import { knownSign } from './known-signs.ts'
import { byRoot, difference, nameOf, type Polynomial, parts, powerOf, product, sum } from './polynomial.ts'
import { squareRoot } from './square-root.ts'

const MOST_FACTORS = 12
const LARGEST = 12

/** From now on new bases are divided by the small ones so far, and these are written by one another. */
export function refine(field: Field): void {
  const { norms } = field.factoring
  const chosen = field.factoring.refine()
  for (const base of chosen) {
    const root = norms.has(base) ? undefined : squareRoot(field.bases.at(base).polynomial)
    const factors = root && field.factoring.factored(root)
    if (factors) norms.set(base, field.times(factors, factors))
  }
  const rooted = chosen.filter((base) => field.bases.hasRoot(base)).slice(0, MOST_FACTORS)
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
 * p = u + v·√b with u² − v²b = m² is R²/(2(u + m)), where R = u + m + v·√b. And p is R³/8 for numbers
 * R = t + s·√b with t³ − 3nt = 2u and t² − s²b = 4n, where n³ = u² − v²b.
 */
function denested(field: Field, p: Polynomial): Element | undefined {
  const { bases, factoring, order } = field
  for (const [i, { kind }] of bases.generators.entries()) {
    const [u, v] = (kind === 'root' ? byRoot(p, i, order / 2) : undefined) ?? []
    if (!u || !v) continue
    const other = product(v, new Map([[powerOf(i, order / 2), 1n]]))
    const norm = bases.reduced(product(p, difference(u, other)))
    const m = norm.size > 0 ? squareRoot(norm) : undefined
    const outer = (m ? [sum(u, m), difference(u, m)] : [])
      .filter((part) => part.size > 0 && knownSign(part, bases) === 'positive')
      .sort((one, two) => length(sum(one, other)) - length(sum(two, other)))[0]
    if (outer) {
      const root = factoring.factored(sum(outer, other))
      return field.times(root, root, field.power(factoring.factored(sum(outer, outer)), rational(-1n)))
    }
    const third = cubeRoot(field, p, i)
    if (third) return field.times(constant(rational(1n, 8n)), third, third, third)
  }
  return undefined
}

/** How long the numbers in a polynomial are, without what they share. */
const length = (p: Polynomial): number => nameOf(parts(p).rest).length

/** R with R³ = 8p, for a number p = u + v·√b: looked for in double precision, and checked. */
function cubeRoot({ bases, factoring, order }: Field, p: Polynomial, generator: number): Element | undefined {
  const place = powerOf(generator, order / 2)
  const [u, v, b] = [p.get(''), p.get(place), bases.generators[generator]?.value.get('')].map(Number)
  if (p.size !== 2 || !u || !v || !b) return undefined
  const [one, other] = [u + v * Math.sqrt(b), u - v * Math.sqrt(b)].map(Math.cbrt) as [number, number]
  const [t, s] = [Math.round(one + other), Math.round((one - other) / Math.sqrt(b))]
  if (!Number.isSafeInteger(t) || !Number.isSafeInteger(s) || s === 0) return undefined
  const root = sum(new Map([['', BigInt(t)]]), new Map([[place, BigInt(s)]]))
  const cube = bases.reduced(product(root, product(root, root)))
  const isRoot = difference(cube, product(p, new Map([['', 8n]]))).size === 0
  return isRoot ? factoring.factored(root) : undefined
}
