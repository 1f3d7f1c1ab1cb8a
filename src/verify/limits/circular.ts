/**
 * Circular functions and their inverses, magnitudes. Where an angle tends to infinity its sine and cosine
 * stay as they are and count as numbers (constants.ts), unless the angle is known up to full turns.
 */
import {
  add,
  call,
  divide,
  type Expr,
  freeSymbols,
  multiply,
  negate,
  raise,
  sumOf,
  symbol,
} from '../../expression/expr.ts'
import { type Constants, fraction, MINUS, NotDefined, ONE, Open, TWO, whole, ZERO } from './constants.ts'
import { difference, ExpLog, factorial } from './exp-log.ts'
import {
  isNought,
  MANY_ZEROS,
  NOUGHT,
  named,
  number,
  type Part,
  type Scale,
  type Series,
  UNITY,
} from './series.ts'

type Circle = readonly [cosine: Series, sine: Series]

const HALF_PI = divide(symbol('pi'), TWO)

/** (−1)ᵏ. */
export const alternating = (k: number): bigint => (k % 2 === 0 ? 1n : -1n)

export class Circular extends ExpLog {
  /** What tends to infinity below a sine or cosine. */
  readonly angles: Expr[] = []
  /** If given, those angles are this number of eighths of a turn, up to full turns. */
  readonly #turn: number | undefined

  constructor(constants: Constants, variable: string, turn?: number) {
    super(constants, variable)
    this.#turn = turn
  }

  /** cos u and sin u. */
  circle(u: Series): Circle {
    if (!u.scale) return this.#ofNumber(u.term)
    const parts = this.split(u)
    if (parts === 'infinite') return this.#oscillating(u)
    const { finite, small } = parts
    const half = (first: number, head: string): Series =>
      this.analytic(
        u,
        small,
        (k) => (k % 2 === first ? fraction(alternating((k - first) / 2), factorial(k)) : ZERO),
        call(head, [difference(u, finite)]),
      )
    return this.#rotated(u, this.circle(finite), [half(0, 'cos'), half(1, 'sin')])
  }

  /** At multiples of π/2 one of the two is 0, and the other 1 or −1. */
  #ofNumber(u: Expr): Circle {
    const [cosine, sine] = onCircle(u)
    const { constants } = this
    if (freeSymbols(u).length > 0) return [cosine, sine]
    if (constants.isKnownNull(sine.term)) return [number(whole(constants.sign(cosine.term))), NOUGHT]
    return constants.isKnownNull(cosine.term)
      ? [NOUGHT, number(whole(constants.sign(sine.term)))]
      : [cosine, sine]
  }

  /** The addition formulas. */
  #rotated(u: Series, [a, b]: Circle, [c, s]: Circle): Circle {
    return [
      named(this.minus(this.product(a, c), this.product(b, s)), call('cos', [u.term])),
      named(this.sum(this.product(a, s), this.product(b, c)), call('sin', [u.term])),
    ]
  }

  /** What tends to infinity turns round and round; what is left is as before. */
  #oscillating(u: Series): Circle {
    const scale = u.scale as Scale
    const turning: Part[] = []
    for (const part of u.parts.from(0)) {
      if (this.constants.sign(part.exponent) >= 0) break
      if (turning.push(part) > MANY_ZEROS) throw new Open('an angle has too many parts')
    }
    const isAlone = u.parts.at(turning.length) === undefined
    const parts = turning.map(({ coefficient, exponent }) =>
      multiply(coefficient.term, raise(scale.term, exponent)),
    )
    const angle = isAlone ? u.term : sumOf(parts)
    this.angles.push(angle)
    const circle = this.#turn === undefined ? onCircle(angle) : (TURNS[this.#turn] as Circle)
    if (isAlone) return circle
    const rest = this.series(scale, u.parts.from(turning.length), add(u.term, negate(angle)))
    return this.#rotated(u, circle, this.circle(rest))
  }

  atan(u: Series): Series {
    const term = call('atan', [u.term])
    if (!u.scale) return isNought(u) ? NOUGHT : number(term)
    const parts = this.split(u)
    if (parts === 'infinite') {
      const end = this.constants.times(whole(this.sign(u)), HALF_PI)
      return named(this.minus(number(end), this.atan(this.raised(u, MINUS))), term)
    }
    const { finite, small } = parts
    // atan(a + r) = atan a + atan(r/(1 + a² + a·r)) for a small r
    const step = this.series(u.scale, small.from(0), difference(u, finite))
    const square = finite.scale
      ? this.product(finite, finite)
      : number(this.constants.power(finite.term, TWO))
    const below = this.sum(this.sum(UNITY, square), this.product(finite, step))
    const turn = isNought(finite) ? small : this.product(step, this.raised(below, MINUS)).parts
    const series = this.analytic(
      u,
      turn,
      (k) => (k % 2 === 0 ? ZERO : fraction(alternating((k - 1) / 2), BigInt(k))),
      add(term, negate(call('atan', [finite.term]))),
    )
    return named(this.sum(this.atan(finite), series), term)
  }

  /** atan(u/√(1 − u²)), but where u is ±1. */
  asin(u: Series): Series {
    const [above, below] = [this.sum(UNITY, u), this.minus(UNITY, u)]
    const [low, high] = [this.sign(above), this.sign(below)]
    if (low < 0 || high < 0) throw new NotDefined('an arcsine of what is beyond -1 and 1')
    if (low === 0 || high === 0) return number(low === 0 ? negate(HALF_PI) : HALF_PI)
    if (!u.scale) return isNought(u) ? NOUGHT : number(call('asin', [u.term]))
    const roots = [above, below].map((part) => this.raised(part, fraction(-1n, 2n))) as [Series, Series]
    return this.atan(this.product(u, this.product(...roots)))
  }

  acos(u: Series): Series {
    return this.minus(number(HALF_PI), this.asin(u))
  }

  magnitude(u: Series): Series {
    if (!u.scale && !this.constants.hasOneSign(u.term)) return number(call('abs', [u.term]))
    return this.scaled(u, whole(this.sign(u)))
  }
}

const onCircle = (u: Expr): Circle => [number(call('cos', [u])), number(call('sin', [u]))]

const HALF_ROOT = raise(fraction(1n, 2n), fraction(1n, 2n))
const PART_OF_ONE = [ONE, HALF_ROOT, ZERO, negate(HALF_ROOT), MINUS, negate(HALF_ROOT), ZERO, HALF_ROOT]
/** Cosine and sine of k eighths of a turn. */
export const TURNS: readonly Circle[] = PART_OF_ONE.map((cosine, k) => [
  number(cosine),
  number(PART_OF_ONE[(k + 6) % 8] as Expr),
])
