/**
 * The numbers that coefficients and exponents of expansions are: terms without the variable. Sums and
 * products of rational numbers are worked out; of anything else only what arithmetic alone shows. A
 * sign is told by the facts, by enclosures, or as 0 by the normal form; where none of them tells it,
 * there is no answer.
 *
 * Where a sine or cosine oscillates (its operand tends to infinity), it counts as a number, too: one
 * that wanders in a compact set. What is told of its sign is told for all its values.
 */
import { enclose } from '../../enclose/enclose.ts'
import { NEGATIVE, NULL, POSITIVE, signs } from '../../enclose/interval.ts'
import { type Condition, defined } from '../../expression/condition.ts'
import {
  add,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
} from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import {
  exactRoot,
  MINUS_ONE,
  minus,
  negated,
  over,
  plus,
  power,
  type Rational,
  rational,
  signOf,
  times,
} from '../../expression/rational.ts'
import { compareNormalForms } from '../normal-form/normal-form.ts'
import { unproved } from '../prove.ts'
import type { Facts, Signs } from '../signs.ts'

/** A question that is not decided; where it is one about the sign of a number, that number. */
export class Open extends Error {
  readonly decides: Expr | undefined

  constructor(reason: string, decides?: Expr) {
    super(reason)
    this.decides = decides
  }
}

/** The formula is undefined at all points near enough to the one in question. */
export class NotDefined extends Error {}

export const ZERO: Expr = integer(0)
export const ONE: Expr = integer(1)
export const TWO: Expr = integer(2)
export const MINUS: Expr = numberTerm(MINUS_ONE)

/** The most work for one normal form, and what asking for it costs. */
const WORK_OF_TEST = 50_000
const COST_OF_TEST = 1_000
/** The most nodes a number may have, and how many of them cost as much as a term of a sum. */
const LARGEST = 5_000
const NODES_PER_WORK = 8
const BITS = [64, 256, 1024]

export class Constants {
  readonly #facts: Facts
  /** What is assumed, and where the variable is. */
  readonly #near: readonly Condition[]
  readonly #known = new Map<number, Signs>()
  #work: number

  constructor(facts: Facts, near: readonly Condition[], work: number) {
    this.#facts = facts
    this.#near = near
    this.#work = work
  }

  spend(work = 1): void {
    this.#work -= work
    if (this.#work < 0) throw new Open('the expansion takes too much work')
  }

  /** Is the term defined for all values of the parameters in question? Else there is no answer. */
  demandDefined(u: Expr): void {
    const [missing] = unproved(defined(u), this.#facts)
    if (!missing) return
    const value = enclose(u, new Map(), BITS[0] as number)
    if (value.kind === 'undefined') throw new NotDefined(value.reason)
    throw new Open('it is not known where a part is defined', missing)
  }

  plus(a: Expr, b: Expr): Expr {
    const [p, q] = [literalValue(a), literalValue(b)]
    if (p && q) return numberTerm(plus(p, q))
    return p?.num === 0n ? b : q?.num === 0n ? a : this.settled(add(a, b))
  }

  minus(a: Expr, b: Expr): Expr {
    const [p, q] = [literalValue(a), literalValue(b)]
    return p && q ? numberTerm(minus(p, q)) : this.plus(a, this.opposite(b))
  }

  opposite(a: Expr): Expr {
    const value = literalValue(a)
    if (value) return numberTerm(negated(value))
    return isCall(a, 'negate') ? (a.args[0] as Expr) : negate(a)
  }

  times(a: Expr, b: Expr): Expr {
    const [p, q] = [literalValue(a), literalValue(b)]
    if (p && q) return numberTerm(times(p, q))
    if (p?.num === 0n || q?.num === 0n) return ZERO
    if (isUnit(p)) return isOne(p) ? b : this.opposite(b)
    if (isUnit(q)) return isOne(q) ? a : this.opposite(a)
    return this.settled(same(a, b) ? raise(a, TWO) : multiply(a, b))
  }

  /** aᵖ for a number a ≠ 0, positive unless p is a rational number with an odd denominator. */
  power(a: Expr, p: Expr): Expr {
    const [base, exponent] = [literalValue(a), literalValue(p)]
    if (exponent?.num === 0n || isOne(base)) return ONE
    if (isOne(exponent)) return a
    const root = base && exponent && exactRoot(base, exponent.den)
    const value = root && exponent && power(root, exponent.num)
    if (value) return numberTerm(value)
    if (exponent && exponent.num < 0n) return this.#overPower(a, numberTerm(negated(exponent)))
    return this.settled(raise(a, p))
  }

  /** 1/aᵖ for a positive p. */
  #overPower(a: Expr, p: Expr): Expr {
    const base = literalValue(a)
    return base ? this.power(numberTerm(over(rational(1n), base)), p) : divide(ONE, this.power(a, p))
  }

  /** a/b for a number b ≠ 0. */
  quotient(a: Expr, b: Expr): Expr {
    const ratio = this.#facts.canon.ratio(a, b)
    return ratio ? numberTerm(ratio) : this.times(a, this.power(b, MINUS))
  }

  /** u as a numeral if arithmetic alone makes it one. */
  settled(u: Expr): Expr {
    if (u.size > LARGEST) throw new Open('a coefficient is too large')
    this.spend(u.size / NODES_PER_WORK)
    const value = this.#facts.canon.value(u)
    return value ? numberTerm(value) : u
  }

  /** Is it known which sign it has? */
  hasOneSign(a: Expr): boolean {
    return isSingle(this.#signs(a))
  }

  isKnownNull(a: Expr): boolean {
    return this.#signs(a) === NULL
  }

  isNull(a: Expr): boolean {
    const found = this.#signs(a)
    if ((found & NULL) !== 0 && found !== NULL) throw new Open('whether a number is 0 decides', a)
    return found === NULL
  }

  sign(a: Expr): -1 | 0 | 1 {
    const found = this.#signs(a)
    if (found !== NEGATIVE && found !== NULL && found !== POSITIVE)
      throw new Open('the sign of a number decides', a)
    return found === NULL ? 0 : found === POSITIVE ? 1 : -1
  }

  /** The sign of a − b. */
  compare(a: Expr, b: Expr): -1 | 0 | 1 {
    return a === b ? 0 : this.sign(this.minus(a, b))
  }

  /** Is the term 0 wherever it is defined and the variable is near the point? */
  isIdenticallyNull(u: Expr): boolean {
    this.spend(COST_OF_TEST)
    const found = compareNormalForms(u, ZERO, this.#near, WORK_OF_TEST)
    return found.outcome === 'equal' && found.except.length === 0
  }

  #signs(a: Expr): Signs {
    const value = literalValue(a)
    if (value) return [NEGATIVE, NULL, POSITIVE][signOf(value) + 1] as Signs
    const key = this.#facts.canon.key(a)
    const known = this.#known.get(key) ?? this.#found(a)
    this.#known.set(key, known)
    return known
  }

  #found(a: Expr): Signs {
    this.spend()
    let found = this.#facts.signs(a)
    const narrow = (bits: number): void => {
      const enclosed = enclose(a, new Map(), bits)
      if (enclosed.kind === 'interval') found &= signs(enclosed.value)
    }
    const isClosed = freeSymbols(a).length === 0
    if (isClosed && !isSingle(found)) narrow(BITS[0] as number)
    if (isSingle(found) || (found & NULL) === 0) return found
    if (this.isIdenticallyNull(a)) return NULL
    for (const bits of isClosed ? BITS.slice(1) : []) if (!isSingle(found)) narrow(bits)
    return found
  }
}

const isSingle = (found: Signs): boolean => (found & (found - 1)) === 0
const isUnit = (a: Rational | undefined): boolean => a?.den === 1n && (a.num === 1n || a.num === -1n)
const isOne = (a: Rational | undefined): boolean => isUnit(a) && a?.num === 1n

export const fraction = (p: bigint, q: bigint): Expr => numberTerm(rational(p, q))
export const whole = (n: number): Expr => fraction(BigInt(n), 1n)
