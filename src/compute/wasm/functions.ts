/**
 * Exponentials, logarithms and their kin on vectors, free of branches: arguments are brought to a short interval, a
 * polynomial does the rest. Errors of a few units in the last place; NaN, infinities, zeros and subnormals come out
 * as in IEEE 754.
 *
 * Sources: W. J. Cody, W. Waite, Software Manual for the Elementary Functions (1980); J.-M. Muller et al., Handbook
 * of Floating-Point Arithmetic (2018).
 */

import { bitsOf } from './bits.ts'
import type { Lane } from './instructions.ts'
import * as fits from './polynomials.ts'
import type { Mask, Value, Vector } from './vector.ts'

/** What depends on the width of a lane. */
export interface Width {
  /** Bits of the fraction, and what is added to the exponent. */
  readonly fraction: number
  readonly bias: number
  /** log 2 in two parts; whole numbers times the first are exact. */
  readonly ln2: readonly [number, number]
  /** Beyond these e^x is 0 or infinite. */
  readonly expLeast: number
  readonly expMost: number
  /** Adding it leaves the nearest whole number in the lowest bits. */
  readonly round: number
  readonly leastNormal: number
}

const WIDTHS: Readonly<Record<Lane, Width>> = {
  64: {
    fraction: 52,
    bias: 1023,
    ln2: [0.6931471803691238, 1.9082149292705877e-10],
    expLeast: -746,
    expMost: 710,
    round: 1.5 * 2 ** 52,
    leastNormal: 2 ** -1022,
  },
  32: {
    fraction: 23,
    bias: 127,
    ln2: [0.693145751953125, 1.428606765330187e-6],
    expLeast: -104,
    expMost: 89,
    round: 1.5 * 2 ** 23,
    leastNormal: 2 ** -126,
  },
}

/** Beyond these e^x is 0 or infinite. */
export const EXPONENTS: Readonly<Record<Lane, readonly [number, number]>> = {
  64: [WIDTHS[64].expLeast, WIDTHS[64].expMost],
  32: [WIDTHS[32].expLeast, WIDTHS[32].expMost],
}

export const widthOf = ({ lane }: Vector): Width => WIDTHS[lane]

/** Σ cᵢxⁱ: even and odd powers apart, so that two chains run side by side. */
export function polynomial(v: Vector, x: Value, coefficients: readonly number[]): Value {
  if (coefficients.length < 4) return chain(v, x, coefficients)
  const square = v.multiply(x, x)
  const even = chain(
    v,
    square,
    coefficients.filter((_, i) => i % 2 === 0),
  )
  const odd = chain(
    v,
    square,
    coefficients.filter((_, i) => i % 2 === 1),
  )
  return v.fused(odd, x, even)
}

function chain(v: Vector, x: Value, coefficients: readonly number[]): Value {
  const [last, ...rest] = [...coefficients].reverse()
  return rest.reduce((sum, c) => v.fused(sum, x, v.constant(c)), v.constant(last as number))
}

/** 2ᵏ for whole numbers k within the exponents of normal numbers. */
export function powerOfTwo(v: Vector, k: Value): Value {
  const { round, fraction } = widthOf(v)
  const low = v.left(v.add(k, v.constant(round)), fraction)
  return v.addBits(low, v.bits(bitsOf(1, v.lane)))
}

/** u·2ᵏ in two steps, so that neither factor is out of range. */
export function scaled(v: Vector, u: Value, k: Value): Value {
  const half = v.floor(v.multiply(k, v.constant(0.5)))
  return v.multiply(v.multiply(u, powerOfTwo(v, half)), powerOfTwo(v, v.subtract(k, half)))
}

interface Reduced {
  /** x = k·log 2 + r, |r| ≤ log(2)/2 */
  readonly k: Value
  readonly r: Value
  /** What r lacks. */
  readonly rest: Value
}

function reduced(v: Vector, x: Value): Reduced {
  const { ln2 } = widthOf(v)
  const k = v.nearest(v.multiply(x, v.constant(Math.LOG2E)))
  const high = v.fusedMinus(k, v.constant(ln2[0]), x)
  const low = v.multiply(k, v.constant(ln2[1]))
  const r = v.subtract(high, low)
  return { k, r, rest: v.subtract(v.subtract(high, r), low) }
}

/** e^r − 1 */
function smallExponential(v: Vector, { r, rest }: Reduced): Value {
  const p = polynomial(v, r, fits.EXPONENTIAL[v.lane])
  return v.add(r, v.fused(v.multiply(r, r), p, rest))
}

/** Up to here exponents of e^x are whole numbers times which the parts of log 2 are exact. */
export const FARTHEST: Readonly<Record<Lane, number>> = { 64: 300_000, 32: 300 }
/** Larger exponents are all alike. */
const MOST_TURNS: Readonly<Record<Lane, number>> = { 64: 2 ** 900, 32: 2 ** 100 }

/** The exponent of e^x where that is so large or small that its size is all that counts; else k. */
export function farTurns(v: Vector, x: Value, k: Value): Value {
  const most = MOST_TURNS[v.lane]
  const isFar = v.less(v.constant(FARTHEST[v.lane]), v.absolute(x))
  return v.pick(isFar, v.nearest(clamped(v, v.multiply(x, v.constant(Math.LOG2E)), -most, most)), k)
}

/** e^x as m·2ᵏ, of which neither is out of range. */
export function exponentialParts(v: Vector, x: Value): { readonly m: Value; readonly k: Value } {
  const far = FARTHEST[v.lane]
  const parts = reduced(v, clamped(v, x, -far, far))
  return { m: v.add(v.constant(1), smallExponential(v, parts)), k: farTurns(v, x, parts.k) }
}

/** x within the bounds; NaN stays. */
export const clamped = (v: Vector, x: Value, from: number, to: number): Value =>
  v.capped(v.raised(x, v.constant(from)), v.constant(to))

/** −1, 0 or 1 as the sign is; NaN of NaN. */
export function sign(v: Vector, x: Value): Value {
  const isSigned = v.unequal(x, v.constant(0))
  const isNumber = v.equal(x, x)
  return v.pick(v.and(isSigned, isNumber), v.signed(x, v.constant(1)), x)
}

/** Exponents by which the first factor of 2ᵏ is above or below. */
const LIFT: Readonly<Record<Lane, number>> = { 64: 128, 32: 32 }

interface Parts {
  /** e^r − 1 for x = k·log 2 + r, less exact than in `reduced`. */
  readonly more: Value
  /** 2^(k + lift) */
  readonly power: Value
}

/** x − lost = k·log 2 + r, and 2^(k + lift). */
function reducedBy(
  v: Vector,
  x: Value,
  lift: number,
  lost: Value | undefined,
): { readonly r: Value; readonly power: Value } {
  const { ln2, round, bias, fraction } = widthOf(v)
  // the low bits of `turns` are k + bias + lift: shifted, they are the bits of 2^(k + lift)
  const offset = v.constant(round + bias + lift)
  const turns = v.fused(x, v.constant(Math.LOG2E), offset)
  const k = v.subtract(turns, offset)
  const near = v.fusedMinus(k, v.constant(ln2[1]), v.fusedMinus(k, v.constant(ln2[0]), x))
  const r = lost === undefined ? near : v.subtract(near, lost)
  return { r, power: v.left(turns, fraction) }
}

function partsOf(v: Vector, x: Value, lift: number, lost?: Value): Parts {
  const { r, power } = reducedBy(v, x, lift, lost)
  const p = polynomial(v, r, fits.EXPONENTIAL[v.lane])
  return { more: v.fused(v.multiply(r, r), p, r), power }
}

/** (1 + more)·power */
const raisedBy = (v: Vector, more: Value, power: Value): Value => v.fused(more, power, power)

/** e^(x − lost), lost being small. 2ᵏ comes in two factors that are never out of range, so that the product is rounded once where it is subnormal. */
export function exp(v: Vector, x: Value, lost?: Value): Value {
  const { expLeast, expMost, fraction } = widthOf(v)
  const lift = LIFT[v.lane]
  const { more, power } = partsOf(v, clamped(v, x, expLeast, expMost), -lift, lost)
  // for x < 0 the first factor has twice the lift more, the second less
  const twice = v.and(v.less(x, v.constant(0)), v.bits(BigInt(2 * lift) << BigInt(fraction)))
  const second = v.subtractBits(v.constant(2 ** lift), twice)
  return v.multiply(raisedBy(v, more, v.addBits(power, twice)), second)
}

/** The same for x ≤ 0. */
export function fallingExp(v: Vector, x: Value, lost?: Value): Value {
  const lift = LIFT[v.lane]
  const { more, power } = partsOf(v, v.raised(x, v.constant(widthOf(v).expLeast)), lift, lost)
  return v.multiply(raisedBy(v, more, power), v.constant(2 ** -lift))
}

/** e^(x − lost) for x ≤ 0 as a quotient: (q + r)/(q − r) times 2ᵏ, with q = r/tanh(r/2). */
export function fallingQuotient(
  v: Vector,
  x: Value,
  lost?: Value,
): { readonly over: Value; readonly under: Value } {
  const lift = LIFT[v.lane]
  const { r, power } = reducedBy(v, v.raised(x, v.constant(widthOf(v).expLeast)), lift, lost)
  const z = v.multiply(r, r)
  // what is lost here is lost above and below the line
  const q = v.fused(chain(v, z, fits.COTANGENT[v.lane]), z, v.constant(2))
  const over = v.multiply(v.multiply(v.add(q, r), power), v.constant(2 ** -lift))
  return { over, under: v.subtract(q, r) }
}

/** e^x − 1 */
export function expm1(v: Vector, x: Value): Value {
  const { expMost, fraction } = widthOf(v)
  const most = fraction + 4
  const near = smallExpm1(v, clamped(v, x, -most, most))
  const large = exp(v, clamped(v, x, 0, expMost))
  const isLarge = v.less(v.constant(most), x)
  // keeps −0
  return v.pick(v.equal(x, v.constant(0)), x, v.pick(isLarge, large, near))
}

/** e^x − 1 where 2ᵏ and 1 both count. */
function smallExpm1(v: Vector, x: Value): Value {
  const parts = reduced(v, x)
  const scale = powerOfTwo(v, parts.k)
  return v.fused(scale, smallExponential(v, parts), v.subtract(scale, v.constant(1)))
}

export interface Split {
  /** x = 2ᵏ·m with m near 1 */
  readonly k: Value
  readonly m: Value
}

/** For x > 0. */
export function split(v: Vector, x: Value): Split {
  const { fraction, leastNormal } = widthOf(v)
  const isSmall = v.less(x, v.constant(leastNormal))
  const up = 2 ** (fraction + 2)
  const { k, m } = splitNormal(v, v.pick(isSmall, v.multiply(x, v.constant(up)), x))
  return { k: v.subtract(k, v.and(isSmall, v.constant(fraction + 2))), m }
}

/** For x > 0 that is not subnormal. */
function splitNormal(v: Vector, x: Value): Split {
  const { fraction, bias } = widthOf(v)
  const shift = bitsOf(1, v.lane) - bitsOf(Math.SQRT1_2, v.lane)
  const lifted = v.addBits(x, v.bits(shift))
  const exponent = v.right(lifted, fraction)
  // a whole number in the low bits of 2^fraction is read off by subtracting that
  const magic = 2 ** fraction
  const k = v.subtract(v.or(exponent, v.constant(magic)), v.constant(magic + bias))
  const mantissa = v.and(lifted, v.bits((1n << BigInt(fraction)) - 1n))
  return { k, m: v.addBits(mantissa, v.bits(bitsOf(1, v.lane) - shift)) }
}

/** log(1 + f) + k·log 2, with f = m − 1 and what f lacks, if anything. */
function logarithm(v: Vector, k: Value, f: Value, rest?: Value): Value {
  const { ln2 } = widthOf(v)
  const s = v.divide(f, v.add(v.constant(2), f))
  const z = v.multiply(s, s)
  const p = v.multiply(z, polynomial(v, z, fits.LOGARITHM[v.lane]))
  const half = v.multiply(v.constant(0.5), v.multiply(f, f))
  const found = v.fused(s, v.add(half, p), v.multiply(k, v.constant(ln2[1])))
  const low = rest === undefined ? found : v.add(found, rest)
  return v.fused(k, v.constant(ln2[0]), v.add(f, v.subtract(low, half)))
}

/** What logarithms are at 0, below, at infinity and NaN. */
function atEnds(v: Vector, x: Value, zero: number, inside: Value): Value {
  const isInfinite = v.equal(x, v.constant(Infinity))
  const isZero = v.equal(x, v.constant(zero))
  const isInside = v.less(v.constant(zero), x)
  const outside = v.pick(isZero, v.constant(-Infinity), v.constant(Number.NaN))
  return v.pick(isInfinite, x, v.pick(isInside, inside, outside))
}

/** log(m·2^more) */
export function wideLog(v: Vector, x: Value, more: Value): Value {
  const { k, m } = split(v, x)
  return atEnds(v, x, 0, logarithm(v, v.add(k, more), v.subtract(m, v.constant(1))))
}

export function log(v: Vector, x: Value): Value {
  const { k, m } = split(v, x)
  return atEnds(v, x, 0, logarithm(v, k, v.subtract(m, v.constant(1))))
}

/** log(1 + x) where that is neither 0 nor infinite. */
function insideLog1p(v: Vector, x: Value): Value {
  const one = v.constant(1)
  const u = v.add(one, x)
  const { k, m } = splitNormal(v, u)
  // what was rounded away in 1 + x, where it counts
  const back = v.subtract(u, x)
  const lost = v.add(v.subtract(one, back), v.subtract(x, v.subtract(u, back)))
  return logarithm(v, k, v.subtract(m, one), v.divide(lost, u))
}

/** log(1 + x) */
export function log1p(v: Vector, x: Value): Value {
  const isTiny = v.less(v.absolute(x), v.constant(v.lane === 64 ? 2 ** -54 : 2 ** -25))
  return v.pick(isTiny, x, atEnds(v, x, -1, insideLog1p(v, x)))
}

/**
 * log(1 + x/u) for 0 ≤ x ≤ u, where (1 + x/u)/2 is nearer to 1 by that: log(1 + f) = 2·atanh(f/(2 + f)).
 */
export function smallLog1p(v: Vector, x: Value, u: Value = v.constant(1)): Value {
  const { ln2 } = widthOf(v)
  const isFar = v.less(v.multiply(u, v.constant(Math.SQRT2 - 1)), x)
  const twice = v.add(u, u)
  const f = v.subtract(x, v.and(isFar, u))
  const s = v.divide(f, v.add(f, v.add(twice, v.and(isFar, twice))))
  const z = v.multiply(s, s)
  const p = v.multiply(z, polynomial(v, z, fits.LOGARITHM[v.lane]))
  const [high, low] = ln2.map((part) => v.and(isFar, v.constant(part))) as [Value, Value]
  return v.add(high, v.add(v.add(s, s), v.fused(s, p, low)))
}

/** log(1 + x) for x ≥ 0 */
export const risingLog1p = (v: Vector, x: Value): Value =>
  v.pick(v.equal(x, v.constant(Infinity)), x, insideLog1p(v, x))

/**
 * tanh(k·log(2)/2 + h) with s = 2ᵏ, h coth h = 1 + p: ((s − 1)(1 + p) + (s + 1)h)/((s + 1)(1 + p) + (s − 1)h).
 */
export function tanh(v: Vector, x: Value): Value {
  const { ln2, round, bias, fraction } = widthOf(v)
  const most = v.lane === 64 ? 20 : 10
  const inside = clamped(v, x, -most, most)
  const offset = v.constant(round + bias)
  const turns = v.fused(inside, v.constant(2 * Math.LOG2E), offset)
  const k = v.subtract(turns, offset)
  const [first, second] = ln2.map((part) => v.constant(part / 2)) as [Value, Value]
  const h = v.fusedMinus(k, second, v.fusedMinus(k, first, inside))
  const square = v.multiply(h, h)
  const p = v.multiply(
    square,
    chain(
      v,
      square,
      fits.COTANGENT[v.lane].map((c, i) => 2 * 4 ** i * c),
    ),
  )
  const s = v.left(turns, fraction)
  const [less, more] = [v.subtract(s, v.constant(1)), v.add(s, v.constant(1))]
  const above = v.add(less, v.fused(less, p, v.multiply(more, h)))
  const below = v.add(more, v.fused(more, p, v.multiply(less, h)))
  // keeps −0
  return v.or(v.divide(above, below), v.and(x, v.constant(-0)))
}

export function sinh(v: Vector, x: Value): Value {
  const size = v.absolute(x)
  const t = expm1(v, v.capped(size, v.constant(v.lane === 64 ? 700 : 80)))
  const near = v.multiply(v.constant(0.5), v.add(t, v.divide(t, v.add(t, v.constant(1)))))
  return v.signed(x, v.pick(farOut(v, size), farExponential(v, size), near))
}

export function cosh(v: Vector, x: Value): Value {
  const size = v.absolute(x)
  const e = exp(v, v.capped(size, v.constant(v.lane === 64 ? 700 : 80)))
  const near = v.multiply(v.constant(0.5), v.add(e, v.divide(v.constant(1), e)))
  return v.pick(farOut(v, size), farExponential(v, size), near)
}

const farOut = (v: Vector, size: Value): Mask => v.less(v.constant(v.lane === 64 ? 40 : 20), size)

/** e^x/2, which may be finite where e^x is not. */
function farExponential(v: Vector, x: Value): Value {
  const { expMost } = widthOf(v)
  const parts = reduced(v, clamped(v, x, 0, expMost + 1))
  return scaled(v, v.add(v.constant(1), smallExponential(v, parts)), v.subtract(parts.k, v.constant(1)))
}

export function atanh(v: Vector, x: Value): Value {
  const size = v.absolute(x)
  const ratio = v.divide(v.add(size, size), v.subtract(v.constant(1), size))
  return v.signed(x, v.multiply(v.constant(0.5), log1p(v, ratio)))
}

const LN2 = Math.LN2

export function asinh(v: Vector, x: Value): Value {
  const one = v.constant(1)
  const size = v.absolute(x)
  const huge = v.constant(v.lane === 64 ? 2 ** 60 : 2 ** 28)
  const isHuge = v.less(huge, size)
  const u = v.capped(size, huge)
  const square = v.multiply(u, u)
  const near = log1p(v, v.add(u, v.divide(square, v.add(one, v.root(v.add(one, square))))))
  const far = v.add(log(v, size), v.constant(LN2))
  return v.signed(x, v.pick(isHuge, far, near))
}

export function acosh(v: Vector, x: Value): Value {
  const one = v.constant(1)
  const huge = v.constant(v.lane === 64 ? 2 ** 60 : 2 ** 28)
  const isHuge = v.less(huge, x)
  const t = v.subtract(v.capped(x, huge), one)
  const near = log1p(v, v.add(t, v.root(v.multiply(t, v.add(t, v.constant(2))))))
  const inside = v.pick(isHuge, v.add(log(v, x), v.constant(LN2)), near)
  return v.pick(v.atMost(one, x), inside, v.constant(Number.NaN))
}
