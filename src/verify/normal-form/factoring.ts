/**
 * Polynomials as products of bases. There is no greatest common divisor: a polynomial is divided
 * by bases met before, and some bases are known to be products of others (*norms*).
 */
import { ONE, type Rational, rational, times } from '../../expression/rational.ts'
import type { Bases } from './bases.ts'
import { absolute, baseOf, type Element, include, type Key, rationalPower, signed } from './element.ts'
import { knownSign } from './known-signs.ts'
import { degree, nameOf, negative, type Polynomial, parts, quotient } from './polynomial.ts'

/** Larger polynomials are not divided. */
const LARGEST_DIVIDEND = 60
const LARGEST_DIVISOR = 12
const MOST_DIVISORS = 24
/** How often what a base is a product of is looked up again. */
const DEEPEST = 6

/** A base and its exponent. */
type Factor = readonly [base: number, exponent: number]

/** base·sign. */
interface SignedBase {
  readonly base: number
  readonly sign: bigint
}

export class Factoring {
  readonly #bases: Bases
  /** Bases that are known to be products of others. */
  readonly norms: Map<number, Element> = new Map()
  /** What polynomials are as bases, by name. */
  readonly #named = new Map<string, SignedBase>()
  /** The bases c² − 1, one for each circle. */
  readonly #circles: number[] = []
  /** What bases are divided by; and what came of it. */
  #divisors: readonly number[] = []
  #split = new Map<number, readonly Factor[]>()

  constructor(bases: Bases) {
    this.#bases = bases
  }

  /** From now on the polynomial c² − 1 is written as this element. */
  circle(p: Polynomial, value: Element): void {
    const base = this.#bases.add(p, 'nothing')
    this.#named.set(nameOf(p), { base, sign: 1n })
    this.#circles.push(base)
    this.norms.set(base, value)
  }

  /** From now on new bases are divided by the small ones met so far, which are returned. */
  refine(): readonly number[] {
    const polynomial = (base: number): Polynomial => this.#bases.at(base).polynomial
    const ranked = this.#bases
      .sums()
      .filter((base) => polynomial(base).size <= LARGEST_DIVISOR)
      .map((base) => ({ base, degree: degree(polynomial(base)), size: polynomial(base).size }))
      .sort((a, b) => a.degree - b.degree || a.size - b.size)
    const chosen = ranked.slice(0, MOST_DIVISORS).map(({ base }) => base)
    this.#divisors = [...this.#circles, ...chosen]
    this.#split = new Map()
    return chosen
  }

  /** A polynomial other than 0 as a product of bases. */
  factored(p: Polynomial): Element {
    const { content, monomial, rest } = parts(p)
    const powers = new Map<Key, number>()
    const { order } = this.#bases
    for (let i = 0; i < monomial.length; i += 1) {
      const n = monomial.charCodeAt(i)
      const { kind, base } = this.#bases.generators[i] as Bases['generators'][number]
      if (kind !== 'root') include(powers, signed(base), n * order)
      else include(powers, this.#bases.isPlain(base) ? signed(base) : absolute(base), n)
    }
    if (rest.size === 1) return { number: rational(content * (rest.get('') as bigint)), powers }
    const { base: whole, sign } = this.signedBase(rest)
    let number = rational(content * sign)
    for (const [base, n] of this.#factors(whole)) number = times(number, this.#written(powers, base, n, 0))
    return { number, powers }
  }

  /** Enters baseⁿ, by what it is known to be a product of; returns the number that goes with it. */
  #written(powers: Map<Key, number>, base: number, n: number, depth: number): Rational {
    const { order } = this.#bases
    const norm = depth < DEEPEST ? this.norms.get(base) : undefined
    if (!norm) {
      include(powers, signed(base), n * order)
      return ONE
    }
    let number = rationalPower(norm.number, n)
    for (const [key, e] of norm.powers) {
      const isWhole = key === signed(baseOf(key)) && e % order === 0
      if (isWhole) number = times(number, this.#written(powers, baseOf(key), (n * e) / order, depth + 1))
      else include(powers, key, n * e)
    }
    return number
  }

  /** The base that is ±p; a new one is turned so that it is positive, if that is known of either. */
  signedBase(p: Polynomial): SignedBase {
    const name = nameOf(p)
    const known = this.#named.get(name) ?? this.#newBase(p)
    this.#named.set(name, known)
    return known
  }

  #newBase(p: Polynomial): SignedBase {
    const known = knownSign(p, this.#bases)
    const turned = known === 'nothing' ? knownSign(negative(p), this.#bases) : 'nothing'
    if (turned === 'nothing') return { base: this.#bases.add(p, known), sign: 1n }
    return { base: this.#bases.add(negative(p), turned), sign: -1n }
  }

  #factors(base: number): readonly Factor[] {
    const known = this.#split.get(base) ?? this.#divided(base) ?? [[base, 1]]
    this.#split.set(base, known)
    return known
  }

  /** The base as a product of powers of bases, if divisors are found. */
  #divided(base: number): readonly Factor[] | undefined {
    let rest = this.#bases.at(base).polynomial
    const found: Factor[] = []
    if (rest.size > LARGEST_DIVIDEND) return undefined
    for (const divisor of this.#divisors) {
      const by = this.#bases.at(divisor).polynomial
      if (divisor === base) continue
      let n = 0
      for (let q = quotient(rest, by); q && rest.size > 1; q = quotient(rest, by)) {
        rest = q
        n += 1
      }
      if (n > 0) found.push([divisor, n])
    }
    if (found.length === 0) return undefined
    const { content, monomial, rest: last } = parts(rest)
    if (content !== 1n || monomial !== '') return undefined
    if (last.size === 1) return found
    const { base: left, sign } = this.signedBase(last)
    return sign < 0n ? undefined : [...found, [left, 1]]
  }
}
