/**
 * Exact arithmetic with elements. A sum takes out what its terms share, multiplies out the rest and
 * makes bases of it (factoring.ts). No greatest common divisor of polynomials is needed: an element
 * is 0 exactly if its number is, and whatever comes out as 0 is 0.
 *
 * Every identity used holds at each point where what is written is defined: dividing by a base
 * happens only where the formula itself divides by it or by its root.
 */
import { gcd, isOne, type Rational, rational, times } from '../../expression/rational.ts'
import { Bases, type Known } from './bases.ts'
import { Finer, Nowhere, spend, Unsettled } from './budget.ts'
import {
  absolute,
  baseOf,
  type Element,
  include,
  isAbsolute,
  isNought,
  type Key,
  MINUS,
  NOUGHT,
  type Powers,
  rationalPower,
  shared,
  signed,
  UNITY,
  without,
} from './element.ts'
import { Factoring } from './factoring.ts'
import { joined, negative, type Polynomial, powerOf, product, sum, UNIT } from './polynomial.ts'
import { relation, signFactors } from './signs.ts'

const HIGHEST_ORDER = 720
const LARGEST_EXPONENT = 1e6

export class Field {
  readonly order: number
  readonly bases: Bases
  readonly factoring: Factoring

  /** Exponents are multiples of 1/`order`, which is even. */
  constructor(order: number) {
    this.order = order
    this.bases = new Bases(order)
    this.factoring = new Factoring(this.bases)
  }

  /** A new generator about which this much is known. */
  generator(known: Known): Element {
    return this.#generated(this.bases.generator('free', known))
  }

  #generated(generator: number): Element {
    return this.#single(signed(this.bases.generators[generator]?.base as number))
  }

  #single(key: Key): Element {
    return { ...UNITY, powers: new Map([[key, this.order]]) }
  }

  /** The cosine and the sine of a new angle: c² − 1 is −s². */
  circle(): readonly [cosine: Element, sine: Element] {
    const c = this.bases.generator('free', 'nothing')
    const opposite = sum(new Map([[powerOf(c, 2), 1n]]), negative(UNIT))
    const sine = this.#generated(this.bases.generator('sine', 'nothing', negative(opposite)))
    this.factoring.circle(opposite, this.times(MINUS, sine, sine))
    return [this.#generated(c), sine]
  }

  /** |b| for the base b. */
  absoluteBase(base: number): Element {
    return this.#single(this.#magnitudeOf(base))
  }

  /** The key of |b|. */
  #magnitudeOf(base: number): Key {
    return this.bases.isPlain(base) ? signed(base) : absolute(base)
  }

  times(...factors: readonly Element[]): Element {
    if (factors.some(isNought)) return NOUGHT
    const [first = UNITY, ...others] = factors
    if (others.length === 0) return first
    const powers = new Map(first.powers)
    let number = first.number
    for (const factor of others) {
      number = times(number, factor.number)
      for (const [key, n] of factor.powers) include(powers, key, n)
    }
    return this.#settled(number, powers)
  }

  /** Moves whole powers of primes, even powers of absolute values and squares of signs. */
  #settled(number: Rational, powers: Map<Key, number>): Element {
    let q = number
    const { order } = this
    for (const [key, n] of powers) {
      const { signOf, prime } = this.bases.at(baseOf(key))
      if (signOf !== undefined) {
        if (n % (2 * order) === 0 || this.bases.isPlain(signOf)) powers.delete(key)
        else powers.set(key, order)
      } else if (prime !== undefined) {
        const whole = Math.floor(n / order)
        if (whole === 0) continue
        q = times(q, rationalPower(rational(prime), whole))
        include(powers, key, -whole * order)
      } else if (isAbsolute(key)) {
        const moved = this.#movable(baseOf(key), n)
        if (moved === 0) continue
        include(powers, key, -moved)
        include(powers, signed(baseOf(key)), moved)
      }
    }
    return { number: q, powers }
  }

  /** How much of |b|ⁿ is a power of b: all where b is not negative, else the largest even power. */
  #movable(base: number, n: number): number {
    const { order } = this
    if (this.bases.isPlain(base)) return n
    return n % order === 0 ? 2 * order * Math.floor(n / (2 * order)) : 0
  }

  /** aʳ, the real root for odd denominators. The caller has noted that a ≥ 0 if the denominator is even. */
  power(a: Element, exponent: Rational): Element {
    if (exponent.num === 0n) return UNITY
    if (isNought(a)) {
      if (exponent.num < 0n) throw new Nowhere('a power of 0')
      return NOUGHT
    }
    if (isOne(exponent)) return a
    const [n, d] = [Number(exponent.num), Number(exponent.den)]
    if (Math.abs(n) > LARGEST_EXPONENT || d > HIGHEST_ORDER) throw new Unsettled('an exponent is too large')
    const powers = new Map<Key, number>()
    for (const [key, e] of a.powers) this.#raise(powers, key, e, n, d)
    if (d === 1) return this.#settled(rationalPower(a.number, n), powers)
    for (const [base, k] of this.primes(a.number))
      include(powers, signed(base), this.#units(k * this.order, n, d))
    const isNegative = a.number.num < 0n && d % 2 === 1 && n % 2 !== 0
    return this.#settled(rational(isNegative ? -1n : 1n), powers)
  }

  /**
   * Enters (bᵉ)^(n/d). Of a base that can be negative it is |bᵉ|^(n/d), and for odd d and n also the
   * sign of bᵉ; for even d all signs together make +1.
   */
  #raise(powers: Map<Key, number>, key: Key, e: number, n: number, d: number): void {
    const base = baseOf(key)
    if (d === 1) include(powers, key, e * n)
    else if (!this.bases.isSign(base)) include(powers, this.#magnitudeKey(key), this.#units(e, n, d))
    if (d > 1 && d % 2 === 1 && n % 2 !== 0) {
      for (const sign of signFactors(key, e, this.bases))
        include(powers, signed(this.bases.signOf(sign)), this.order)
    }
  }

  #magnitudeKey(key: Key): Key {
    return isAbsolute(key) ? key : this.#magnitudeOf(baseOf(key))
  }

  #units(e: number, n: number, d: number): number {
    const product = e * n
    if (!Number.isSafeInteger(product)) throw new Unsettled('an exponent is too large')
    if (product % d === 0) return product / d
    if (this.order * d > HIGHEST_ORDER) throw new Unsettled('roots of too high an order')
    throw new Finer('finer roots', { cause: ['roots', this.order * d] })
  }

  /** |q| for q ≠ 0 as powers of bases that are primes. */
  primes({ num, den }: Rational): (readonly [base: number, exponent: number])[] {
    const below = this.bases.primes(den).map(([base, n]) => [base, -n] as const)
    return [...this.bases.primes(num < 0n ? -num : num), ...below]
  }

  /** |a|. */
  magnitude(a: Element): Element {
    const powers = new Map<Key, number>()
    for (const [key, e] of a.powers) {
      if (!this.bases.isSign(baseOf(key))) include(powers, this.#magnitudeKey(key), e)
    }
    const { num, den } = a.number
    return this.#settled({ num: num < 0n ? -num : num, den }, powers)
  }

  /** The sign of a, where a is not 0. */
  sign(a: Element): Element {
    const { bases, sign } = relation(a, this.bases)
    const powers = new Map<Key, number>()
    for (const base of bases) include(powers, signed(this.bases.signOf(base)), this.order)
    return this.#settled(rational(BigInt(sign)), powers)
  }

  sum(...terms: readonly Element[]): Element {
    const present = terms.filter((term) => !isNought(term))
    const [first = NOUGHT, second] = present
    if (second === undefined) return first
    const { factor, rest } = this.together(present)
    const total = sum(...rest)
    return total.size === 0 ? NOUGHT : this.times(factor, this.factoring.factored(total))
  }

  minus(a: Element, b: Element): Element {
    return this.sum(a, this.times(MINUS, b))
  }

  /** The elements as polynomials times one common factor. */
  together(elements: readonly Element[]): { readonly factor: Element; readonly rest: readonly Polynomial[] } {
    const powers = shared(elements)
    const den = elements.reduce((all, { number }) => (all / gcd(all, number.den)) * number.den, 1n)
    const rest = elements.map((a) =>
      this.#expanded(a.number.num * (den / a.number.den), without(a.powers, powers)),
    )
    return { factor: { number: rational(1n, den), powers }, rest }
  }

  /** number · ∏ baseᵏ multiplied out; no exponent is negative. */
  #expanded(number: bigint, powers: Powers): Polynomial {
    let monomial = ''
    const factors: Polynomial[] = []
    for (const [key, n] of powers) {
      const base = baseOf(key)
      const whole = Math.floor(n / this.order)
      const fraction = n - whole * this.order
      if (fraction > 0) monomial = joined(monomial, powerOf(this.bases.rootGenerator(base), fraction))
      const { generator, polynomial } = this.bases.at(base)
      if (generator !== undefined && !isAbsolute(key)) {
        monomial = joined(monomial, powerOf(generator, whole))
      } else {
        spend(whole)
        const factor = isAbsolute(key) ? this.bases.absolutePolynomial(base) : polynomial
        for (let k = 0; k < whole; k += 1) factors.push(factor)
      }
    }
    factors.sort((a, b) => a.size - b.size)
    let result: Polynomial = number === 0n ? new Map() : this.bases.reduced(new Map([[monomial, number]]))
    for (const factor of factors) result = this.bases.reduced(product(result, factor))
    return result
  }
}
