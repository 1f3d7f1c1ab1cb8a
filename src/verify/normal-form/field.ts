/**
 * Exact arithmetic with products of powers. An element is a rational number times powers of *bases*
 * with rational exponents; a base is a polynomial in generators that cannot be split further here.
 * A sum takes out what its terms share, multiplies out the rest and makes a new base of it. No
 * greatest common divisor of polynomials is needed: an element is 0 exactly if its number is, and
 * whatever comes out as 0 is 0.
 *
 * Roots are real. If a base b can be negative, a fractional power of it is written with |b| and the
 * sign σ with b = σ|b|, σ² = 1; at b = 0 either sign will do. A generator may obey a relation:
 * ρᴺ = |b| for a root, σ² = 1 for a sign, s² = 1 − c² for a sine; powers are reduced by it.
 *
 * Every identity used holds at each point where what is written is defined: dividing by a base
 * happens only where the formula itself divides by it or by its root.
 */
import {
  integerRoot,
  isOne,
  negated,
  ONE,
  over,
  power as powerOfRational,
  type Rational,
  rational,
  times,
  ZERO,
} from '../../expression/rational.ts'
import { spend, Unsettled } from './budget.ts'
import {
  accumulate,
  exponentIn,
  joined,
  leading,
  nameOf,
  type Polynomial,
  parts,
  powerOf,
  product,
  quotient,
  UNIT,
  withExponent,
} from './polynomial.ts'

/** The number of a base, doubled; odd for its absolute value. */
type Key = number

/** `number` · ∏ baseᵏ, the exponents counted in units of 1/`order`. */
export interface Element {
  readonly number: Rational
  readonly powers: ReadonlyMap<Key, number>
}

/** What is known of a base: nothing, never negative, or always positive. */
export type Known = 'nothing' | 'not negative' | 'positive'

interface Base {
  readonly polynomial: Polynomial
  readonly known: Known
  /** A prime number, whose whole powers belong to the element's number. */
  readonly prime?: bigint
  /** This base is the sign of the base with that number. */
  readonly signOf?: number
  /** The generators that stand for its sign and its root, once they are needed. */
  sign?: number
  root?: number
}

interface Generator {
  /** The base that is this generator, or whose root it is. */
  readonly base: number
  readonly kind: 'free' | 'root' | 'sign' | 'sine'
  /** Its power `degree` equals `value`. */
  degree?: number
  value?: Polynomial
}

/** The roots in the formula are of a higher order than allowed for so far: to be begun again. */
export class FinerRoots extends Error {
  readonly order: number
  constructor(order: number) {
    super('finer roots')
    this.order = order
  }
}

/** The formula divides by 0: it is defined nowhere. */
export class Nowhere extends Error {}

/** The product of the signs of these bases is +1 or −1. */
export interface SignRelation {
  readonly bases: readonly number[]
  readonly sign: 1 | -1
}

const NONE: ReadonlyMap<Key, number> = new Map()
export const NOUGHT: Element = { number: ZERO, powers: NONE }
export const UNITY: Element = { number: ONE, powers: NONE }
export const constant = (number: Rational): Element => (number.num === 0n ? NOUGHT : { number, powers: NONE })
export const isNought = (a: Element): boolean => a.number.num === 0n

const signed = (base: number): Key => 2 * base
const absolute = (base: number): Key => 2 * base + 1
export const baseOf = (key: Key): number => key >> 1
const isAbsolute = (key: Key): boolean => (key & 1) === 1

const HALF = rational(1n, 2n)
const HIGHEST_ORDER = 720
const HIGHEST_PRIME = 5_000n

export class Field {
  readonly order: number
  readonly bases: Base[] = []
  readonly #generators: Generator[] = []
  /** The numbers of the generators that obey a relation. */
  readonly #related: number[] = []
  readonly #byName = new Map<string, number>()
  /** The bases that are the negatives of the polynomials with these names. */
  readonly #opposites = new Map<string, number>()
  /** The bases c² − 1, one for each circle. */
  readonly #circles: number[] = []
  /** What bases are divided by; and what came of it. */
  #divisors: readonly number[] = []
  #split = new Map<number, readonly (readonly [number, number])[]>()
  /** Bases that are known to be products of others. */
  readonly #norms = new Map<number, Element>()
  /** Bases that cannot be 0 where the formulas are defined. */
  readonly #nonZero = new Set<number>()
  /** Signs expressed through others: σ = ±∏σ. */
  #signs = new Map<number, SignRelation>()

  constructor(order: number) {
    this.order = order
  }

  /** A new generator about which this much is known, as an element. */
  generator(known: Known): Element {
    return this.#single(this.#generator('free', known))
  }

  /** The cosine and the sine of a new angle. */
  circle(): readonly [Element, Element] {
    const cosine = this.#generator('free', 'nothing')
    const square: Polynomial = new Map([
      ['', 1n],
      [powerOf(cosine, 2), -1n],
    ])
    const sine = this.#generator('sine', 'nothing', square)
    const both = [this.#single(cosine), this.#single(sine)] as const
    const negative: Polynomial = new Map([...square].map(([m, q]) => [m, -q]))
    const base = this.#base(negative, 'nothing')
    this.#circles.push(base)
    this.#norms.set(base, this.times(constant(rational(-1n)), both[1], both[1]))
    return both
  }

  #single(generator: number): Element {
    return {
      number: ONE,
      powers: new Map([[signed((this.#generators[generator] as Generator).base), this.order]]),
    }
  }

  #generator(kind: Generator['kind'], known: Known, value?: Polynomial, signOf?: number): number {
    const i = this.#generators.length
    const polynomial: Polynomial = new Map([[powerOf(i), 1n]])
    const base = this.#base(polynomial, known, signOf === undefined ? {} : { signOf })
    this.#generators.push({ base, kind, ...(value ? { degree: 2, value } : {}) })
    if (value) this.#related.push(i)
    return i
  }

  #base(polynomial: Polynomial, known: Known, more: Partial<Base> = {}): number {
    this.bases.push({ polynomial, known, ...more })
    this.#byName.set(nameOf(polynomial), this.bases.length - 1)
    return this.bases.length - 1
  }

  /** Is the base the same as its absolute value? */
  #plain(base: number): boolean {
    const relation = this.#signs.get(base)
    return (
      (this.bases[base] as Base).known !== 'nothing' || (relation?.sign === 1 && relation.bases.length === 0)
    )
  }

  /** What is left after whole powers of primes, even powers of absolute values and squares of signs are moved. */
  #settled(number: Rational, powers: Map<Key, number>): Element {
    let q = number
    const { order } = this
    for (const [key, n] of powers) {
      const base = this.bases[baseOf(key)] as Base
      if (n === 0) powers.delete(key)
      else if (base.signOf !== undefined) {
        if (n % (2 * order) === 0) powers.delete(key)
        else powers.set(key, order)
      } else if (base.prime !== undefined) {
        const whole = Math.floor(n / order)
        if (whole === 0) continue
        q = times(q, rationalPower(rational(base.prime), whole))
        if (n === whole * order) powers.delete(key)
        else powers.set(key, n - whole * order)
      } else if (isAbsolute(key)) {
        const plain = this.#plain(baseOf(key))
        const odd = (n / order) % 2 !== 0
        if (!plain && (n % order !== 0 || n === order)) continue
        const moved = plain || !odd ? n : n - order
        if (moved === n) powers.delete(key)
        else powers.set(key, order)
        include(powers, key - 1, moved)
      }
    }
    return { number: q, powers }
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

  /** aʳ, the real root for odd denominators. The caller has noted that a ≥ 0 if the denominator is even. */
  power(a: Element, exponent: Rational): Element {
    if (exponent.num === 0n) return UNITY
    if (isNought(a)) {
      if (exponent.num < 0n) throw new Nowhere('a power of 0')
      return NOUGHT
    }
    if (isOne(exponent)) return a
    const [n, d] = [Number(exponent.num), Number(exponent.den)]
    if (!Number.isSafeInteger(n) || d > HIGHEST_ORDER || Math.abs(n) > 1e6)
      throw new Unsettled('an exponent is too large')
    const powers = new Map<Key, number>()
    for (const [key, e] of a.powers) this.#raise(powers, key, e, n, d)
    if (d === 1) return this.#settled(rationalPower(a.number, n), powers)
    const negative = a.number.num < 0n && d % 2 === 1 && n % 2 !== 0
    for (const [value, sign] of [
      [a.number.num, 1],
      [a.number.den, -1],
    ] as const) {
      for (const [base, k] of this.primes(value < 0n ? -value : value))
        include(powers, signed(base), this.#units(sign * k * this.order, n, d))
    }
    return this.#settled(rational(negative ? -1n : 1n), powers)
  }

  /** Enters (baseᵉ)^(n/d). */
  #raise(powers: Map<Key, number>, key: Key, e: number, n: number, d: number): void {
    const base = baseOf(key)
    if (d === 1) include(powers, key, e * n)
    else if (this.isSign(base)) include(powers, key, d % 2 === 1 ? e * n : 0)
    else if (isAbsolute(key) || this.#plain(base)) include(powers, key, this.#units(e, n, d))
    else {
      include(powers, absolute(base), this.#units(e, n, d))
      const odd = d % 2 === 1 && ((e / this.order) * n) % 2 !== 0
      if (odd) include(powers, signed(this.#signBase(base)), this.order)
    }
  }

  #units(e: number, n: number, d: number): number {
    if ((e * n) % d !== 0) {
      if (this.order * d > HIGHEST_ORDER) throw new Unsettled('roots of too high an order')
      throw new FinerRoots(this.order * d)
    }
    return (e * n) / d
  }

  /** |a|. */
  magnitude(a: Element): Element {
    const powers = new Map<Key, number>()
    for (const [key, e] of a.powers) {
      const base = this.bases[baseOf(key)] as Base
      if (base.signOf === undefined)
        include(powers, isAbsolute(key) || this.#plain(baseOf(key)) ? key : key + 1, e)
    }
    const { num, den } = a.number
    return this.#settled({ num: num < 0n ? -num : num, den }, powers)
  }

  /** The sign of a, where a is not 0. */
  sign(a: Element): Element {
    const powers = new Map<Key, number>()
    for (const base of this.#signFactors(a)) include(powers, signed(this.#signBase(base)), this.order)
    return this.#settled(rational(a.number.num < 0n ? -1n : 1n), powers)
  }

  /** The bases whose signs make up the sign of a. */
  #signFactors(a: Element): number[] {
    return [...a.powers].flatMap(([key, e]) => {
      const { signOf, known } = this.bases[baseOf(key)] as Base
      if (signOf !== undefined) return [signOf]
      const odd = (e / this.order) % 2 === 1 || (e / this.order) % 2 === -1
      return odd && !isAbsolute(key) && known === 'nothing' ? [baseOf(key)] : []
    })
  }

  /** That a > 0, as a relation between signs. */
  relation(a: Element): SignRelation {
    return { bases: this.#signFactors(a), sign: a.number.num > 0n ? 1 : -1 }
  }

  /** From now on a is known not to be 0. */
  exclude(a: Element): void {
    for (const key of a.powers.keys()) this.#nonZero.add(baseOf(key))
  }

  #canVanish(key: Key): boolean {
    const base = baseOf(key)
    return (this.bases[base] as Base).known !== 'positive' && !this.#nonZero.has(base)
  }

  /** Is a known not to be 0? */
  isNonZero(a: Element): boolean {
    return !isNought(a) && ![...a.powers.keys()].some((key) => this.#canVanish(key))
  }

  /**
   * Does a ≥ 0 say as much about signs as a > 0? It does if a cannot be 0, and if it speaks of one
   * base b only, which is 0 where a is: there b = σ|b| whatever σ is.
   */
  speaksOfSigns(a: Element): boolean {
    const open = new Set([...a.powers.keys()].filter((key) => this.#canVanish(key)).map(baseOf))
    return open.size === 0 || (open.size === 1 && this.#signFactors(a).every((base) => open.has(base)))
  }

  /** |b| for the base b. */
  absoluteBase(base: number): Element {
    return { number: ONE, powers: new Map([[this.#plain(base) ? signed(base) : absolute(base), this.order]]) }
  }

  isSign(base: number): boolean {
    return (this.bases[base] as Base).signOf !== undefined
  }

  #signBase(base: number): number {
    return (this.#generators[this.#signGenerator(base)] as Generator).base
  }

  #signGenerator(base: number): number {
    const row = this.bases[base] as Base
    row.sign ??= this.#generator('sign', 'nothing', UNIT, base)
    return row.sign
  }

  #rootGenerator(base: number): number {
    const row = this.bases[base] as Base
    if (row.root !== undefined) return row.root
    const value = this.#absolutePolynomial(base)
    row.root = this.#generators.length
    this.#related.push(row.root)
    this.#generators.push({ base, kind: 'root', degree: this.order, value })
    return row.root
  }

  #absolutePolynomial(base: number): Polynomial {
    const { polynomial } = this.bases[base] as Base
    if (this.#plain(base)) return polynomial
    return this.#reduced(product(new Map([[powerOf(this.#signGenerator(base)), 1n]]), polynomial))
  }

  /** From now on these relations between signs hold. Returns false if they contradict one another. */
  assume(relations: readonly SignRelation[]): boolean {
    this.#signs = new Map()
    for (const { bases, sign } of relations) {
      let row: SignRelation = { bases: [], sign }
      for (const base of bases) row = combined(row, this.#signs.get(base) ?? { bases: [base], sign: 1 })
      const [pivot, ...rest] = [...row.bases].sort((a, b) => b - a)
      if (pivot === undefined) {
        if (row.sign < 0) return false
        continue
      }
      const solved: SignRelation = { bases: rest, sign: row.sign }
      for (const [base, old] of this.#signs) {
        if (old.bases.includes(pivot))
          this.#signs.set(base, combined({ ...old, bases: old.bases.filter((b) => b !== pivot) }, solved))
      }
      this.#signs.set(pivot, solved)
    }
    for (const generator of this.#generators) if (generator.kind === 'sign') this.#express(generator)
    for (const generator of this.#generators) {
      if (generator.kind === 'root') generator.value = this.#absolutePolynomial(generator.base)
    }
    return true
  }

  /** A sign that others determine is written by them; of any other only the square is known. */
  #express(sign: Generator): void {
    const { signOf = -1 } = this.bases[sign.base] as Base
    const relation = this.#signs.get(signOf)
    const monomial = (relation?.bases ?? []).map((b) => powerOf(this.#signGenerator(b))).reduce(joined, '')
    sign.degree = relation ? 1 : 2
    sign.value = new Map([[monomial, BigInt(relation?.sign ?? 1)]])
  }

  /** From now on new bases are divided by the small ones met so far. */
  refine(): void {
    const small = [...this.bases.keys()].filter((i) => {
      const { polynomial, signOf, prime } = this.bases[i] as Base
      return (
        polynomial.size > 1 &&
        polynomial.size <= LARGEST_DIVISOR &&
        signOf === undefined &&
        prime === undefined
      )
    })
    const degree = (i: number): number =>
      Math.max(...[...(this.bases[i] as Base).polynomial.keys()].map(total))
    const ranked = small.map((i) => [i, degree(i), (this.bases[i] as Base).polynomial.size] as const)
    ranked.sort((a, b) => a[1] - b[1] || a[2] - b[2])
    const chosen = ranked.slice(0, MOST_DIVISORS).map(([i]) => i)
    this.#divisors = [...this.#circles, ...chosen]
    this.#split = new Map()
    const rooted = chosen.filter((base) => this.#hasRoot(base)).slice(0, MOST_FACTORS)
    for (const base of rooted) if (!this.#norms.has(base)) this.#denest(base)
    for (const [i, first] of rooted.entries()) {
      for (const second of rooted.slice(i)) {
        if (!this.#norms.has(first) && !this.#norms.has(second)) this.#multiply(first, second)
      }
    }
  }

  /**
   * Where roots are involved, a product of two bases P and Q can be a number N: then P = N/Q. Or it
   * can be a third base times a number, which is then written as their product.
   */
  #multiply(first: number, second: number): void {
    const [p, q] = [first, second].map((base) => (this.bases[base] as Base).polynomial) as [
      Polynomial,
      Polynomial,
    ]
    const whole = this.#reduced(product(p, q))
    if (whole.size === 0 || whole.size > LARGEST_DIVISOR) return
    const { content, monomial, rest } = parts(whole)
    if (monomial !== '') return
    if (rest.size === 1) {
      const number = rational(content * (rest.get('') as bigint))
      if (first !== second)
        this.#norms.set(first, { number, powers: new Map([[signed(second), -this.order]]) })
      return
    }
    const { base, sign } = this.#known(rest)
    if (base === first || base === second || this.#norms.has(base)) return
    const powers = new Map([[signed(first), this.order]])
    include(powers, signed(second), this.order)
    this.#norms.set(base, { number: rational(BigInt(sign), content), powers })
  }

  /**
   * u + v·√b for numbers u > 0, v and b with u² − v²b = m²: half the square of √(u + m) ± √(u − m).
   */
  #denest(base: number): void {
    const { polynomial } = this.bases[base] as Base
    for (const [i, { kind, value = UNIT }] of this.#generators.entries()) {
      const u = polynomial.get('')
      const v = kind === 'root' ? polynomial.get(powerOf(i, this.order / 2)) : undefined
      const b = value.size === 1 ? value.get('') : undefined
      if (u === undefined || v === undefined || b === undefined || polynomial.size !== 2 || u <= 0n) continue
      const square = u * u - v * v * b
      const m = square > 0n ? integerRoot(square, 2n) : 0n
      if (m === 0n || m * m !== square) continue
      const [outer, inner] = [u + m, u - m].map((n) => this.power(constant(rational(n)), HALF)) as [
        Element,
        Element,
      ]
      const root = v > 0n ? this.sum(outer, inner) : this.minus(outer, inner)
      this.#norms.set(base, this.times(constant(HALF), root, root))
    }
  }

  /** Does a root occur in the base? */
  #hasRoot(base: number): boolean {
    return [...(this.bases[base] as Base).polynomial.keys()].some((m) =>
      this.#generators.some(({ kind }, i) => kind === 'root' && exponentIn(m, i) > 0),
    )
  }

  sum(...terms: readonly Element[]): Element {
    const present = terms.filter((term) => !isNought(term))
    const [first, second] = present
    if (first === undefined) return NOUGHT
    if (second === undefined) return first
    const shared = new Map(first.powers)
    for (const { powers } of present.slice(1)) {
      for (const [key, n] of shared) {
        const other = powers.get(key) ?? 0
        if (other < n) shared.set(key, other)
      }
      for (const [key, n] of powers) if (n < 0 && !shared.has(key)) shared.set(key, n)
    }
    const den = present.reduce((all, { number }) => lcm(all, number.den), 1n)
    const total = new Map<string, bigint>()
    for (const { number, powers } of present) {
      accumulate(total, this.#expanded(number.num * (den / number.den), without(powers, shared)))
    }
    if (total.size === 0) return NOUGHT
    const rest = this.#factored(total)
    return this.times({ number: rational(1n, den), powers: shared }, rest)
  }

  minus(a: Element, b: Element): Element {
    return this.sum(a, this.times(constant(rational(-1n)), b))
  }

  /** number · ∏ baseᵏ multiplied out; no exponent is negative. */
  #expanded(number: bigint, powers: ReadonlyMap<Key, number>): Polynomial {
    let monomial = ''
    const factors: Polynomial[] = []
    for (const [key, n] of powers) {
      const base = baseOf(key)
      const whole = Math.floor(n / this.order)
      const fraction = n - whole * this.order
      if (fraction > 0) monomial = joined(monomial, powerOf(this.#rootGenerator(base), fraction))
      if (whole === 0) continue
      const { polynomial } = this.bases[base] as Base
      if (polynomial.size === 1 && !isAbsolute(key)) {
        const [[m, q]] = polynomial as unknown as [[string, bigint]]
        if (m.length > 0 && q === 1n) {
          monomial = joined(monomial, powerOf(m.length - 1, whole))
          continue
        }
      }
      const factor = isAbsolute(key) ? this.#absolutePolynomial(base) : polynomial
      for (let k = 0; k < whole; k += 1) factors.push(factor)
    }
    factors.sort((a, b) => a.size - b.size)
    let result = this.#reduced(new Map([[monomial, number]]))
    for (const factor of factors) result = this.#reduced(product(result, factor))
    return result
  }

  /** p with the relations of its generators used up. */
  #reduced(p: Polynomial): Polynomial {
    let current = p
    for (let again = true; again; ) {
      again = false
      for (let r = this.#related.length - 1; r >= 0; r -= 1) {
        const i = this.#related[r] as number
        const { degree = 0, value = UNIT } = this.#generators[i] as Generator
        let high: (readonly [string, bigint])[] | undefined
        for (const entry of current) {
          if (exponentIn(entry[0], i) < degree) continue
          high ??= []
          high.push(entry)
        }
        if (!high) continue
        again = true
        const next = new Map(current)
        for (const [m] of high) next.delete(m)
        for (const [m, q] of high) {
          const n = exponentIn(m, i)
          let replacement: Polynomial = UNIT
          for (let k = Math.floor(n / degree); k > 0; k -= 1) replacement = product(replacement, value)
          accumulate(next, replacement, q, withExponent(m, i, n % degree))
        }
        current = next
      }
      spend(current.size)
    }
    return current
  }

  /** A polynomial as a product of bases. */
  #factored(p: Polynomial): Element {
    const { content, monomial, rest } = parts(p)
    const powers = new Map<Key, number>()
    for (let i = 0; i < monomial.length; i += 1) {
      const n = monomial.charCodeAt(i)
      const { kind, base } = this.#generators[i] as Generator
      if (n > 0 && kind === 'root') include(powers, this.#plain(base) ? signed(base) : absolute(base), n)
      else if (n > 0) include(powers, signed(base), n * this.order)
    }
    let number = rational(content)
    if (rest.size === 1) number = times(number, rational(rest.get('') as bigint))
    else {
      const { base: whole, sign } = this.#known(rest)
      if (sign < 0) number = negated(number)
      for (const [base, n] of this.#factors(whole)) {
        const norm = this.#norms.get(base)
        if (norm) {
          number = times(number, rationalPower(norm.number, n))
          for (const [key, e] of norm.powers) include(powers, key, e * n)
        } else include(powers, signed(base), n * this.order)
      }
    }
    return this.#settled(number, powers)
  }

  /** The base that is ±p; a new one is turned so that it is positive, if that is known of either. */
  #known(p: Polynomial): { readonly base: number; readonly sign: 1 | -1 } {
    const name = nameOf(p)
    const base = this.#byName.get(name)
    if (base !== undefined) return { base, sign: 1 }
    const opposite = this.#opposites.get(name)
    if (opposite !== undefined) return { base: opposite, sign: -1 }
    const known = this.#signOf(p)
    if (known !== 'nothing') return { base: this.#base(p, known), sign: 1 }
    const negative = difference(new Map(), p)
    const other = this.#signOf(negative)
    if (other === 'nothing') return { base: this.#base(p, known), sign: 1 }
    const turned = this.#base(negative, other)
    this.#opposites.set(name, turned)
    return { base: turned, sign: -1 }
  }

  #factors(base: number): readonly (readonly [number, number])[] {
    const known = this.#split.get(base)
    if (known) return known
    const found = this.#divided((this.bases[base] as Base).polynomial, base)
    this.#split.set(base, found)
    return found
  }

  /** p, which is this base, as a product of powers of bases. */
  #divided(p: Polynomial, base: number): readonly (readonly [number, number])[] {
    const found: (readonly [number, number])[] = []
    let rest = p
    if (p.size > LARGEST_DIVIDEND) return [[base, 1]]
    for (const divisor of this.#divisors) {
      if (divisor === base) continue
      const by = (this.bases[divisor] as Base).polynomial
      let n = 0
      for (let q = by.size > rest.size + 20 ? undefined : quotient(rest, by); q; q = quotient(rest, by)) {
        rest = q
        n += 1
        if (rest.size === 1) break
      }
      if (n > 0) found.push([divisor, n])
      if (rest.size === 1) break
    }
    if (found.length === 0) return [[base, 1]]
    const { content, monomial, rest: last } = parts(rest)
    if (content !== 1n || monomial !== '') return [[base, 1]]
    if (last.size === 1) return found
    const { base: left, sign } = this.#known(last)
    return sign < 0 ? [[base, 1]] : [...found, [left, 1]]
  }

  /** What the form of a polynomial tells about its sign. */
  #signOf(p: Polynomial, depth = 0): Known {
    let known: Known = 'not negative'
    for (const [m, q] of p) {
      const term = q > 0n ? this.#signOfMonomial(m) : 'nothing'
      if (term === 'nothing') return isDefinite(p) || this.#outweighs(p, depth) ? 'positive' : 'nothing'
      if (term === 'positive') known = 'positive'
    }
    return known
  }

  #signOfMonomial(m: string): Known {
    let known: Known = 'positive'
    for (let i = 0; i < m.length; i += 1) {
      const n = m.charCodeAt(i)
      const { kind, base } = this.#generators[i] as Generator
      const sign = (this.bases[base] as Base).known
      if (n === 0 || sign === 'positive') continue
      if (n % 2 === 1 && kind !== 'root' && sign === 'nothing') return 'nothing'
      known = 'not negative'
    }
    return known
  }

  /** p = u + v·√b, where the part with the larger square is positive. */
  #outweighs(p: Polynomial, depth: number): boolean {
    if (p.size > LARGEST_DIVISOR || depth > 2) return false
    return this.#generators.some(({ kind }, i) => {
      if (kind !== 'root') return false
      const half = this.order / 2
      const [u, v] = [new Map<string, bigint>(), new Map<string, bigint>()]
      for (const [m, q] of p) {
        const n = exponentIn(m, i)
        if (n !== 0 && n !== half) return false
        if (n === 0) u.set(m, q)
        else v.set(withExponent(m, i, 0), q)
      }
      if (u.size === 0 || v.size === 0) return false
      const root: Polynomial = new Map([[powerOf(i, half), 1n]])
      const rest = this.#reduced(difference(product(product(v, v), product(root, root)), product(u, u)))
      const positive = (part: Polynomial): boolean => this.#signOf(part, depth + 1) === 'positive'
      return (positive(v) && positive(rest)) || (positive(u) && positive(difference(new Map(), rest)))
    })
  }

  /** A positive whole number as powers of bases that are primes (or large numbers left whole). */
  primes(n: bigint): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = []
    let rest = n
    const take = (p: bigint): void => {
      let k = 0
      while (rest % p === 0n) {
        rest /= p
        k += 1
      }
      if (k > 0) found.push([this.#prime(p), k])
    }
    for (let p = 2n; p * p <= rest && p < HIGHEST_PRIME; p += 1n) take(p)
    if (rest > 1n) take(rest)
    return found
  }

  #prime(p: bigint): number {
    const polynomial: Polynomial = new Map([['', p]])
    return this.#byName.get(nameOf(polynomial)) ?? this.#base(polynomial, 'positive', { prime: p })
  }

  /** Each term of a sum over one common factor, as polynomials: for finding linear relations. */
  together(elements: readonly Element[]): Polynomial[] {
    const shared = new Map<Key, number>()
    for (const { powers } of elements) for (const key of powers.keys()) shared.set(key, 0)
    for (const key of shared.keys())
      shared.set(key, Math.min(...elements.map(({ powers }) => powers.get(key) ?? 0)))
    const den = elements.reduce((all, { number }) => lcm(all, number.den), 1n)
    return elements.map(({ number, powers }) => {
      return number.num === 0n
        ? new Map()
        : this.#expanded(number.num * (den / number.den), without(powers, shared))
    })
  }
}

const MOST_FACTORS = 12
const LARGEST_DIVISOR = 12
const MOST_DIVISORS = 24
const LARGEST_DIVIDEND = 60

/** Is p = a·g² + b·g + c with b² < 4ac and a > 0? */
function isDefinite(p: Polynomial): boolean {
  const lead = leading(p)
  const g = lead.length - 1
  if (p.size !== 3 || lead !== powerOf(g, 2)) return false
  const [a, b, c] = [p.get(lead), p.get(powerOf(g)), p.get('')]
  return a !== undefined && b !== undefined && c !== undefined && a > 0n && b * b < 4n * a * c
}

function difference(a: Polynomial, b: Polynomial): Polynomial {
  const result = new Map(a)
  accumulate(result, b, -1n)
  return result
}

const total = (m: string): number => {
  let sum = 0
  for (let i = 0; i < m.length; i += 1) sum += m.charCodeAt(i)
  return sum
}

function include(powers: Map<Key, number>, key: Key, n: number): void {
  const exponent = (powers.get(key) ?? 0) + n
  if (exponent === 0) powers.delete(key)
  else powers.set(key, exponent)
}

function without(
  powers: ReadonlyMap<Key, number>,
  shared: ReadonlyMap<Key, number>,
): ReadonlyMap<Key, number> {
  const rest = new Map(powers)
  for (const [key, n] of shared) include(rest, key, -n)
  return rest
}

function combined(a: SignRelation, b: SignRelation): SignRelation {
  const bases = new Set(a.bases)
  for (const base of b.bases) if (!bases.delete(base)) bases.add(base)
  return { bases: [...bases], sign: (a.sign * b.sign) as 1 | -1 }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b

const rationalPower = (q: Rational, n: number): Rational => {
  const value = powerOfRational(n < 0 ? over(ONE, q) : q, BigInt(Math.abs(n)))
  if (!value) throw new Unsettled('a number is too large')
  return value
}
