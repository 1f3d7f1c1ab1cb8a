/**
 * The error function, its complement and its inverse on vectors.
 *
 * Sources: M. M. Shepherd, J. G. Laframboise, Chebyshev approximation of (1 + 2x)exp(x²)erfc x, Math. Comp. 36 (1981);
 * S. Winitzki, A handy approximation for the error function and its inverse (2008), where Newton's method begins.
 */
import * as functions from './functions.ts'
import { exp, expm1, log1p, polynomial } from './functions.ts'
import * as fits from './polynomials.ts'
import type { Value, Vector } from './vector.ts'

/** Beyond these 1 − erf x is 0; up to `NEAR` the power series serves. */
export const FAR: Readonly<Record<64 | 32, number>> = { 64: 28, 32: 11 }
export const NEAR = 0.9
/** The complement is fitted from here on. */
export const LEAST_COMPLEMENT = 0.66

/** What e^(-head²) has to be multiplied by for e^(-x²), less 1: the square is taken in two parts. */
function squared(v: Vector, x: Value): { readonly high: Value; readonly more: Value } {
  const mask = v.lane === 64 ? ~((1n << 27n) - 1n) : ~((1n << 12n) - 1n)
  const head = v.and(x, v.bits(mask))
  const more = expm1(v, v.multiply(v.subtract(head, x), v.add(head, x)))
  return { high: v.opposite(v.multiply(head, head)), more }
}

/** The complement by e^(-head²), for x ≥ 0.66. */
function fromGaussian(v: Vector, u: Value, main: Value, more: Value): Value {
  const t = v.divide(v.subtract(u, v.constant(3.75)), v.add(u, v.constant(3.75)))
  const p = polynomial(v, t, fits.COMPLEMENT[v.lane])
  return v.divide(v.multiply(v.fused(main, more, main), p), v.add(v.constant(1), v.add(u, u)))
}

/** 1 − erf x for x ≥ 0.66 */
function complement(v: Vector, x: Value): Value {
  const u = v.capped(x, v.constant(FAR[v.lane]))
  const { high, more } = squared(v, u)
  return fromGaussian(v, u, exp(v, high), more)
}

const TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI)

/** erf x for |x| ≤ 1 */
function smallError(v: Vector, x: Value): Value {
  const u = v.capped(v.absolute(x), v.constant(1))
  const p = polynomial(v, v.multiply(u, u), fits.ERROR[v.lane])
  return v.signed(x, v.fused(u, v.constant(TWO_BY_ROOT_PI), v.multiply(u, p)))
}

export function erf(v: Vector, x: Value): Value {
  const size = v.absolute(x)
  const far = v.signed(
    x,
    v.subtract(v.constant(1), complement(v, v.raised(size, v.constant(LEAST_COMPLEMENT)))),
  )
  return v.pick(v.less(size, v.constant(NEAR)), smallError(v, x), far)
}

export function erfc(v: Vector, x: Value): Value {
  const size = v.absolute(x)
  const tail = complement(v, v.raised(size, v.constant(LEAST_COMPLEMENT)))
  const far = v.pick(v.less(x, v.constant(0)), v.subtract(v.constant(2), tail), tail)
  const near = v.subtract(v.constant(1), smallError(v, x))
  return v.pick(v.less(v.absolute(x), v.constant(LEAST_COMPLEMENT)), near, far)
}

/** Here the complement is too small whatever it is multiplied by. */
const LAST: Readonly<Record<64 | 32, number>> = { 64: 1e6, 32: 1e3 }

/** The exponent of 1 − erf x where the fit does not reach; else k. */
export function beyondFit(v: Vector, x: Value, k: Value): Value {
  const u = functions.clamped(v, x, 0, LAST[v.lane])
  const square = v.multiply(v.multiply(u, u), v.constant(-Math.LOG2E))
  return v.pick(v.less(v.constant(FAR[v.lane]), x), v.nearest(square), k)
}

/** 1 − erf x as m·2ᵏ, which is never too small. */
export function erfcParts(v: Vector, x: Value): { readonly m: Value; readonly k: Value } {
  const isFar = v.less(v.constant(2), x)
  const u = functions.clamped(v, x, 2, FAR[v.lane])
  const { high, more } = squared(v, u)
  const { m, k } = functions.exponentialParts(v, high)
  const far = fromGaussian(v, u, m, more)
  return { m: v.pick(isFar, far, erfc(v, x)), k: v.pick(isFar, beyondFit(v, x, k), v.constant(0)) }
}

/** By how much 1 − erf x falls as a part of itself, about: (1 − erf x)·this is near 2/√π·e^(-x²) (DLMF 7.8.2). */
export const fallOfErfc = (v: Vector, x: Value): Value =>
  v.add(x, v.root(v.fused(x, x, v.constant(4 / Math.PI))))

/** The inverse about where it is, for 0 ≤ y < 1, from y and 1 − y. */
export function nearInverse(v: Vector, y: Value, left: Value): Value {
  const a = 0.147
  const one = v.constant(1)
  const isFar = v.less(left, v.constant(0.25))
  const fall = v.pick(
    isFar,
    v.add(functions.log(v, left), functions.log(v, v.add(one, y))),
    log1p(v, v.multiply(v.opposite(y), y)),
  )
  const b = v.fused(fall, v.constant(0.5), v.constant(2 / (Math.PI * a)))
  const under = v.root(v.subtract(v.multiply(b, b), v.divide(fall, v.constant(a))))
  // for small y the difference of the two is lost
  const small = v.multiply(y, v.constant(Math.sqrt(Math.PI) / 2))
  return v.pick(v.less(y, v.constant(0.01)), small, v.root(v.subtract(under, b)))
}

/** One over the slope of erf. */
export const slopeOfInverse = (v: Vector, x: Value): Value =>
  v.multiply(v.constant(Math.sqrt(Math.PI) / 2), exp(v, v.multiply(x, x)))

/** Newton's step from x to where erf is y; on logarithms of the complement far out, as these are almost parabolas. */
function stepToInverse(v: Vector, x: Value, missing: Value, complementOfY: Value, isFar: Value): Value {
  const slope = slopeOfInverse(v, x)
  const there = v.add(complementOfY, missing)
  const far = v.multiply(v.multiply(there, slope), log1p(v, v.divide(missing, complementOfY)))
  return v.pick(isFar, far, v.multiply(missing, slope))
}

/** How much of 1 − y or y is missing at x, so that more of x is needed where it is more than 0. */
function missingAt(v: Vector, x: Value, y: Value, isFar: Value): Value {
  const tail = v.subtract(
    complement(v, v.raised(x, v.constant(LEAST_COMPLEMENT))),
    v.subtract(v.constant(1), y),
  )
  return v.pick(isFar, tail, v.subtract(y, smallError(v, x)))
}

/** erf(0.85), about: the inverse is taken by the complement above it. */
export const FAR_INVERSE = 0.77

export function erfinv(v: Vector, y: Value): Value {
  const size = v.absolute(y)
  const isFar = v.less(v.constant(FAR_INVERSE), size)
  const left = v.subtract(v.constant(1), size)
  let x = nearInverse(v, size, left)
  for (let n = 0; n < 3; n += 1) x = v.add(x, stepToInverse(v, x, missingAt(v, x, size, isFar), left, isFar))
  return v.signed(y, inverseAtEnds(v, size, left, x))
}

/** The inverse at 1, beyond, and where it is the smallest numbers. */
export function inverseAtEnds(v: Vector, size: Value, left: Value, inside: Value): Value {
  const nought = v.constant(0)
  const outside = v.pick(v.equal(left, nought), v.constant(Infinity), v.constant(Number.NaN))
  const isTiny = v.less(size, v.constant(v.lane === 64 ? 2 ** -500 : 2 ** -60))
  const small = v.multiply(size, v.constant(Math.sqrt(Math.PI) / 2))
  return v.pick(isTiny, small, v.pick(v.less(nought, left), inside, outside))
}
