/** Circular functions, arctangents, error functions, magnitudes and signs of series. */
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  integer,
  multiply,
  negate,
  raise,
  sumOf,
  symbol,
} from '../../expression/expr.ts'
import { type Constants, fraction, MINUS, NotDefined, ONE, Open, whole, ZERO } from './constants.ts'
import { difference, ExpLog, factorial, type Split } from './exp-log.ts'
import { isNought, MANY_ZEROS, NOUGHT, named, number, type Series, UNITY } from './series.ts'

type Circle = readonly [cosine: Series, sine: Series]

const TWO = integer(2)
const HALF_PI = divide(symbol('pi'), TWO)
const ROOT_OF_PI = call('sqrt', [symbol('pi')])

const alternating = (k: number): bigint => (k % 2 === 0 ? 1n : -1n)

export class Functions extends ExpLog {
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
    if (!u.scale) return isNought(u) ? [UNITY, NOUGHT] : onCircle(u.term)
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

  /** The addition formulas. */
  #rotated(u: Series, [a, b]: Circle, [c, s]: Circle): Circle {
    return [
      named(this.minus(this.product(a, c), this.product(b, s)), call('cos', [u.term])),
      named(this.sum(this.product(a, s), this.product(b, c)), call('sin', [u.term])),
    ]
  }

  /** What tends to infinity turns round and round; what is left is as before. */
  #oscillating(u: Series): Circle {
    const turning: Expr[] = []
    const scale = u.scale as NonNullable<Series['scale']>
    let part = u.parts.at(0)
    for (let i = 0; part && this.constants.sign(part.exponent) < 0; part = u.parts.at(turning.length)) {
      if (i > MANY_ZEROS) throw new Open('an angle has too many parts')
      turning.push(multiply(part.coefficient.term, raise(scale.term, part.exponent)))
      i += 1
    }
    const isAlone = u.parts.at(turning.length) === undefined
    const angle = isAlone ? u.term : sumOf(turning)
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

  erf(u: Series): Series {
    const term = call('erf', [u.term])
    if (!u.scale) return isNought(u) ? NOUGHT : number(term)
    const parts = this.split(u)
    if (parts === 'infinite') return this.#farErf(u)
    const { finite, small } = parts
    // erf(a + r) = erf a + 2/√π·e^(−a²)·Σ (−1)ᵏ·Hₖ(a)·rᵏ⁺¹/(k + 1)!
    const hermite: Series[] = [UNITY, this.scaled(finite, TWO)]
    const polynomial = (k: number): Series => {
      hermite[k] ??= this.scaled(
        this.minus(this.product(finite, polynomial(k - 1)), this.scaled(polynomial(k - 2), whole(k - 1))),
        TWO,
      )
      return hermite[k] as Series
    }
    const coefficient = (k: number): Series =>
      k === 0 ? NOUGHT : this.scaled(polynomial(k - 1), fraction(alternating(k - 1), factorial(k)))
    const bell = this.#bell(finite)
    const rise = divide(add(term, negate(call('erf', [finite.term]))), bell.term)
    const series = this.series(
      u.scale,
      this.composed(coefficient, small),
      multiply(rise, divide(ROOT_OF_PI, TWO)),
    )
    const factor = this.scaled(bell, divide(TWO, ROOT_OF_PI))
    return named(this.sum(this.erf(finite), this.product(factor, series)), term)
  }

  /** e^(−u²). */
  #bell(u: Series): Series {
    const square = named(this.product(u, u), raise(u.term, TWO))
    return this.exp(this.scaled(square, MINUS))
  }

  /** ±1 − e^(−u²)/(u·√π)·Σ (−1)ᵏ·(2k − 1)!!/(2u²)ᵏ, an asymptotic expansion (DLMF 7.12.1). */
  #farErf(u: Series): Series {
    const end = whole(this.sign(u))
    const term = call('erf', [u.term])
    const series = this.analytic(
      u,
      this.raised(u, whole(-2)).parts,
      (k) => fraction(alternating(k) * oddFactorial(k), 2n ** BigInt(k)),
      multiply(add(end, negate(term)), u.term, ROOT_OF_PI, exp(raise(u.term, TWO))),
    )
    const factor = this.scaled(this.raised(u, MINUS), divide(ONE, ROOT_OF_PI))
    return named(this.minus(number(end), this.product(this.#bell(u), this.product(factor, series))), term)
  }

  /** Inside (−1, 1) by the derivatives of the inverse; towards ±1 it is ±√(−log(1 ∓ u)) in the first place. */
  erfinv(u: Series): Series {
    const term = call('erfinv', [u.term])
    const ends = [this.sum(UNITY, u), this.minus(UNITY, u)]
    if (ends.some((end) => this.sign(end) <= 0))
      throw new NotDefined('erfinv of what is not between -1 and 1')
    for (const [k, end] of ends.entries()) {
      if (this.tendsToNought(end)) {
        const size = this.raised(this.scaled(this.log(end), MINUS), fraction(1n, 2n))
        return this.firstOnly(this.scaled(size, k === 0 ? MINUS : ONE), term)
      }
    }
    if (!u.scale) return isNought(u) ? NOUGHT : number(term)
    const { finite, small } = this.split(u) as Split
    // The k-th derivative is (√π/2)ᵏ·e^(k·w²)·Pₖ(w) for w = erfinv u, P₁ = 1 and Pₖ₊₁ = Pₖ′ + 2k·w·Pₖ.
    const w = this.erfinv(finite)
    const slope = this.scaled(this.exp(this.product(w, w)), divide(ROOT_OF_PI, TWO))
    const factors: Series[] = [UNITY]
    const coefficient = (k: number): Series => {
      if (k === 0) return NOUGHT
      factors[k] ??= this.product(factors[k - 1] as Series, slope)
      const value = inversePolynomial(k)
        .map((c, i) => this.product(number(fraction(c, factorial(k))), this.#powerOf(w, i)))
        .reduce((a, b) => this.sum(a, b))
      return this.product(factors[k] as Series, value)
    }
    const series = this.series(u.scale, this.composed(coefficient, small), add(term, negate(w.term)))
    return named(this.sum(w, series), term)
  }

  #powerOf(u: Series, n: number): Series {
    return n === 0 ? UNITY : this.product(u, this.#powerOf(u, n - 1))
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

/** The coefficients of Pₖ, that of w⁰ first. */
function inversePolynomial(k: number): bigint[] {
  if (k === 1) return [1n]
  const p = inversePolynomial(k - 1)
  return Array.from(
    { length: k },
    (_, i) => BigInt(i + 1) * (p[i + 1] ?? 0n) + BigInt(2 * (k - 1)) * (p[i - 1] ?? 0n),
  )
}

/** 1·3·5⋯(2k − 1). */
const oddFactorial = (k: number): bigint => (k < 1 ? 1n : BigInt(2 * k - 1) * oddFactorial(k - 1))
