/** The error function and its inverse (DLMF, chapter 7), on top of all other functions of series. */
import { add, call, divide, exp, multiply, negate, raise, symbol } from '../../expression/expr.ts'
import { alternating, Circular } from './circular.ts'
import { fraction, MINUS, NotDefined, ONE, TWO, whole } from './constants.ts'
import { factorial, type Split } from './exp-log.ts'
import { isNought, NOUGHT, named, number, type Series, UNITY } from './series.ts'

const ROOT_OF_PI = call('sqrt', [symbol('pi')])

export class Functions extends Circular {
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
}

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
