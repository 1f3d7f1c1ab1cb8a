/**
 * Sine, cosine, tangent and their inverses on vectors.
 *
 * Sources: W. J. Cody, W. Waite, Software Manual for the Elementary Functions (1980); the arctangent about tangents of
 * 0, 1/2, 1, 2 and ∞ as in FreeBSD's msun.
 */
import { polynomial, widthOf } from './functions.ts'
import type { Lane } from './instructions.ts'
import { sum } from './pairs.ts'
import * as fits from './polynomials.ts'
import type { Mask, Value, Vector } from './vector.ts'

/** π/2 in parts; whole numbers times all but the last are exact. */
const HALF_PI: Readonly<Record<Lane, readonly number[]>> = {
  64: [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21],
  32: [1.5703125, 0.0004838109016418457, 1.5892510418780148e-8, 7.443547731314504e-13],
}

/** Beyond this, angles are not brought back with all digits; the caller has to look after them. */
export const LARGEST_ANGLE: Readonly<Record<Lane, number>> = { 64: 100_000, 32: 1_000 }

/** x = k·π/2 + r + rest, |r| ≤ π/4, and what k says. */
export interface Quadrant {
  readonly r: Value
  readonly rest: Value
  /** Are sine and cosine exchanged; is the sine's sign, is the cosine's? */
  readonly isTurned: Mask
  readonly sineSign: Value
  readonly cosineSign: Value
}

/** The quadrant of hi + lo. */
export function quadrant(v: Vector, hi: Value, lo: Value): Quadrant {
  const { round } = widthOf(v)
  const parts = HALF_PI[v.lane]
  const turns = v.add(v.multiply(hi, v.constant(2 / Math.PI)), v.constant(round))
  const k = v.subtract(turns, v.constant(round))
  const times = (part: number): Value => v.multiply(k, v.constant(part))
  let [r, rest] = [v.fusedMinus(k, v.constant(parts[0] as number), hi), lo]
  for (const part of parts.slice(1, -1)) {
    const less = sum(v, r, v.opposite(times(part)))
    r = less.hi
    rest = v.add(rest, less.lo)
  }
  const [bit0, bit1] = [v.bits(1n), v.bits(2n)]
  return {
    r,
    rest: v.subtract(rest, times(parts.at(-1) as number)),
    isTurned: v.subtractBits(v.bits(0n), v.and(turns, bit0)),
    sineSign: v.left(v.and(turns, bit1), v.lane - 2),
    cosineSign: v.left(v.and(v.addBits(turns, bit0), bit1), v.lane - 2),
  }
}

/** The sine of r + rest, as r and what is to be added. */
export function sineParts(v: Vector, { r, rest }: Quadrant): readonly [Value, Value] {
  const z = v.multiply(r, r)
  return [r, v.fused(v.multiply(z, r), polynomial(v, z, fits.SINE[v.lane]), rest)]
}

/** The cosine of r + rest, as 1 − r²/2 and what is to be added. */
export function cosineParts(v: Vector, { r, rest }: Quadrant): readonly [Value, Value] {
  const one = v.constant(1)
  const z = v.multiply(r, r)
  const half = v.multiply(v.constant(0.5), z)
  const high = v.subtract(one, half)
  const p = v.multiply(v.multiply(z, z), polynomial(v, z, fits.COSINE[v.lane]))
  return [high, v.add(v.subtract(v.subtract(one, high), half), v.fusedMinus(r, rest, p))]
}

/** Sine and cosine of r + rest. */
const both = (v: Vector, q: Quadrant): readonly [Value, Value] => [
  v.add(...sineParts(v, q)),
  v.add(...cosineParts(v, q)),
]

/** Keeps −0. */
const unlessNought = (v: Vector, x: Value, value: Value): Value => v.pick(v.equal(x, v.constant(0)), x, value)

export function sin(v: Vector, x: Value): Value {
  const q = quadrant(v, x, v.constant(0))
  const [sine, cosine] = both(v, q)
  return unlessNought(v, x, v.either(v.pick(q.isTurned, cosine, sine), q.sineSign))
}

export function cos(v: Vector, x: Value): Value {
  const q = quadrant(v, x, v.constant(0))
  const [sine, cosine] = both(v, q)
  return v.either(v.pick(q.isTurned, sine, cosine), q.cosineSign)
}

export function tan(v: Vector, x: Value): Value {
  const q = quadrant(v, x, v.constant(0))
  const [sine, cosine] = both(v, q)
  const over = v.pick(q.isTurned, v.opposite(cosine), sine)
  return unlessNought(v, x, v.divide(over, v.pick(q.isTurned, sine, cosine)))
}

/** Angles whose tangents are c, used for tangents above a border. */
const ANGLES: readonly (readonly [above: number, c: number, angle: number, rest: number])[] = [
  [0.23606797749978967, 0.5, 0.4636476090008061, 2.2698777452961687e-17],
  [0.7207592200561265, 1, Math.PI / 4, 3.061616997868383e-17],
  [1.3874258867227933, 2, 1.1071487177940904, 9.404471373566379e-17],
]
const LAST_ANGLE = [4.23606797749979, Math.PI / 2, 6.123233995736766e-17] as const

/** The angle nearby: its tangent c, the angle in two parts, and whether it is the right angle, which has none. */
export interface Nearby {
  readonly c: Value
  readonly base: Value
  readonly rest: Value
  readonly isLast: Mask
}

export function nearby(v: Vector, ratio: Value): Nearby {
  let [c, base, rest] = [v.constant(0), v.constant(0), v.constant(0)]
  const part = (high: number, low: number): number => (v.lane === 64 ? low : high - Math.fround(high))
  for (const [above, tangent, at, low] of ANGLES) {
    const isAbove = v.less(v.constant(above), ratio)
    c = v.pick(isAbove, v.constant(tangent), c)
    base = v.pick(isAbove, v.constant(at), base)
    rest = v.pick(isAbove, v.constant(part(at, low)), rest)
  }
  const [above, at, low] = LAST_ANGLE
  const isLast = v.less(v.constant(above), ratio)
  base = v.pick(isLast, v.constant(at), base)
  rest = v.pick(isLast, v.constant(part(at, low)), rest)
  return { c, base, rest, isLast }
}

/** atan t/t − 1 for small t. */
export function arctangentRest(v: Vector, t: Value): Value {
  const z = v.multiply(t, t)
  return v.multiply(z, polynomial(v, z, fits.ARCTANGENT[v.lane]))
}

/** atan(y/x) for y ≥ 0, x > 0. */
function angle(v: Vector, y: Value, x: Value): Value {
  const { c, base, rest, isLast } = nearby(v, v.divide(y, x))
  const over = v.pick(isLast, v.opposite(x), v.fusedMinus(c, x, y))
  const under = v.pick(isLast, y, v.fused(c, y, x))
  const t = v.divide(over, under)
  return v.add(base, v.add(t, v.fused(t, arctangentRest(v, t), rest)))
}

export const atan = (v: Vector, x: Value): Value => v.signed(x, angle(v, v.absolute(x), v.constant(1)))

export function asin(v: Vector, x: Value): Value {
  const size = v.absolute(x)
  const one = v.constant(1)
  const adjacent = v.root(v.multiply(v.subtract(one, size), v.add(one, size)))
  return v.signed(x, angle(v, size, adjacent))
}

/** 2·atan(√((1 − x)/(1 + x))) */
export function acos(v: Vector, x: Value): Value {
  const one = v.constant(1)
  const half = angle(v, v.root(v.subtract(one, x)), v.root(v.add(one, x)))
  return v.add(half, half)
}
