/**
 * Powers, logarithms and exponentials of series. An exponential that outgrows every scale, or lies
 * between two, becomes a scale of its own; so does the logarithm of the slowest.
 */
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  mentions,
  multiply,
  negate,
  raise,
  symbol,
} from '../../expression/expr.ts'
import { type Constants, fraction, MINUS, NotDefined, ONE, Open, whole, ZERO } from './constants.ts'
import {
  Algebra,
  isNought,
  MANY_ZEROS,
  NOUGHT,
  named,
  number,
  type Part,
  Parts,
  type Scale,
  type Series,
  UNITY,
} from './series.ts'

/** u = finite + small: what stands at the zeroth power of the fastest scale, and the higher powers. */
export interface Split {
  readonly finite: Series
  readonly small: Parts
}

export class ExpLog extends Algebra {
  /** The name of the variable: what mentions it is no number that could be an exponent. */
  readonly variable: string

  constructor(constants: Constants, variable: string) {
    super(constants)
    this.variable = variable
  }

  /** A new scale just above `below`; slowest of all if there is none. */
  newScale(term: Expr, log: () => Series, below?: Scale): Scale {
    let known: Series | undefined
    const scale: Scale = {
      term,
      log: () => {
        known ??= log()
        return known
      },
    }
    this.scales.splice(below ? this.scales.indexOf(below) + 1 : 0, 0, scale)
    return scale
  }

  /** −1/g for g = −1/log of the slowest scale: the slowest scale's logarithm. */
  logOfSlowest(slowest: Expr): Series {
    const log = call('log', [slowest])
    const term = call('divide', [MINUS, log])
    const scale: Scale = this.newScale(term, () => this.logOfSlowest(term))
    return named(this.scaled(this.power(scale, MINUS), MINUS), log)
  }

  /** u in two parts, unless it tends to infinity in its fastest scale. */
  split(u: Series): Split | 'infinite' {
    const nothing: Split = { finite: NOUGHT, small: new Parts([]) }
    if (!u.scale) return { ...nothing, finite: u }
    for (let i = 0; i < MANY_ZEROS; i += 1) {
      const part = u.parts.at(i)
      if (!part) return nothing
      const sign = this.constants.sign(part.exponent)
      if (sign > 0) return { finite: NOUGHT, small: new Parts(u.parts.from(i)) }
      if (sign === 0) return { finite: part.coefficient, small: new Parts(u.parts.from(i + 1)) }
      if (this.leading(part.coefficient)) return 'infinite'
    }
    if (this.constants.isIdenticallyNull(u.term)) return nothing
    throw new Open('whether a part is 0 is not decided')
  }

  /** f(small) for a power series f. */
  analytic(u: Series, small: Parts, coefficient: (k: number) => Expr, term: Expr): Series {
    return this.series(
      u.scale as Scale,
      this.composed((k) => number(coefficient(k)), small),
      term,
    )
  }

  /** u = lead·gᵉ·(1 + rest), where u is not 0. */
  #factored(u: Series): { lead: Series; exponent: Expr; rest: Parts } {
    const { coefficient: lead, exponent, place } = this.firstPart(u) as Part & { place: number }
    const { constants } = this
    const inverse = this.raised(lead, MINUS)
    const relative = (u: Series): Series =>
      lead.scale || u.scale ? this.product(u, inverse) : number(constants.quotient(u.term, lead.term))
    function* rest() {
      for (const part of u.parts.from(place + 1)) {
        yield {
          coefficient: relative(part.coefficient),
          exponent: constants.minus(part.exponent, exponent),
        }
      }
    }
    return { lead, exponent, rest: new Parts(rest()) }
  }

  /** uᵖ for a number p; u is not 0, and positive unless p is a rational number with an odd denominator. */
  raised(u: Series, p: Expr): Series {
    const { constants } = this
    if (!u.scale) return number(constants.power(u.term, p))
    const { lead, exponent, rest } = this.#factored(u)
    const binomial = (k: number): Expr => {
      const last = (): Expr => constants.times(constants.minus(p, whole(k - 1)), fraction(1n, BigInt(k)))
      return k === 0 ? ONE : constants.times(binomial(k - 1), last())
    }
    const factor = this.product(this.power(u.scale, constants.times(exponent, p)), this.raised(lead, p))
    const others = raise(divide(u.term, multiply(lead.term, raise(u.scale.term, exponent))), p)
    const power = this.product(factor, this.analytic(u, rest, binomial, others))
    return named(power, raise(u.term, p))
  }

  /** log u where u is positive near the point. */
  log(u: Series): Series {
    if (this.sign(u) <= 0) throw new NotDefined('the logarithm of what is not positive')
    return this.#log(u)
  }

  #log(u: Series): Series {
    const term = call('log', [u.term])
    if (!u.scale) return u.term === ONE ? NOUGHT : number(term)
    const { lead, exponent, rest } = this.#factored(u)
    const { constants } = this
    // log(1 + r) = r − r²/2 + r³/3 − …
    const series = this.analytic(
      u,
      rest,
      (k) => (k === 0 ? ZERO : fraction(1n, BigInt(k % 2 === 0 ? -k : k))),
      call('log', [divide(u.term, multiply(lead.term, raise(u.scale.term, exponent)))]),
    )
    const log = constants.isNull(exponent) ? NOUGHT : this.scaled(u.scale.log(), exponent)
    return named(this.sum(series, this.sum(this.#log(lead), log)), term)
  }

  exp(u: Series): Series {
    if (!u.scale) return isNought(u) ? UNITY : number(u.term === ONE ? symbol('e') : exp(u.term))
    const parts = this.split(u)
    if (parts === 'infinite') return named(this.#growing(u), exp(u.term))
    const { finite, small } = parts
    const series = this.analytic(u, small, (k) => fraction(1n, factorial(k)), exp(difference(u, finite)))
    return named(this.product(this.exp(finite), series), exp(u.term))
  }

  /**
   * e^h for an h that tends to infinity. Where h ~ c·log g for a scale g, it is gᶜ·e^(h − c·log g);
   * else e^(−|h|) is a new scale, just above those whose logarithms h outgrows.
   */
  #growing(h: Series): Series {
    const { constants } = this
    const exponents = this.exponents(h)
    for (const scale of [...this.scales].reverse()) {
      const log = scale.log()
      const order = this.#compared(exponents, this.exponents(log))
      if (order < 0) continue
      if (order > 0) return this.#newExponential(h, scale)
      const [c, d] = [this.leading(h), this.leading(log)] as [Expr, Expr]
      const ratio = constants.quotient(c, d)
      if (mentions(ratio, this.variable)) throw new Open('an exponent oscillates')
      return this.product(this.power(scale, ratio), this.exp(this.minus(h, this.scaled(log, ratio))))
    }
    throw new Open('an exponential is slower than every scale')
  }

  #newExponential(h: Series, below: Scale): Series {
    const sign = this.sign(h)
    const fall = this.scaled(h, whole(-sign))
    return this.power(
      this.newScale(exp(sign > 0 ? negate(h.term) : h.term), () => fall, below),
      whole(-sign),
    )
  }

  /** Which of two products of powers is larger near the point: the sign tells. */
  #compared(a: ReadonlyMap<Scale, Expr>, b: ReadonlyMap<Scale, Expr>): -1 | 0 | 1 {
    for (const scale of [...this.scales].reverse()) {
      const order = this.constants.compare(b.get(scale) ?? ZERO, a.get(scale) ?? ZERO)
      if (order !== 0) return order
    }
    return 0
  }
}

/** What is left of u without the finite part. */
export const difference = (u: Series, finite: Series): Expr =>
  isNought(finite) ? u.term : add(u.term, negate(finite.term))

export const factorial = (k: number): bigint => (k < 2 ? 1n : BigInt(k) * factorial(k - 1))
