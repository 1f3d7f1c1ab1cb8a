/**
 * Exponentials and logarithms of pairs: right to little more than half a unit in the last place when rounded
 * (J.-M. Muller et al., Handbook of Floating-Point Arithmetic, 2018).
 */
import * as functions from './functions.ts'
import type { Lane } from './instructions.ts'
import {
  add,
  chosen,
  constant,
  doubled,
  halved,
  ordered,
  type Pair,
  product,
  safely,
  single,
  sum,
} from './pairs.ts'
import * as fits from './polynomials.ts'
import type { Value, Vector } from './vector.ts'

/** log 2 in parts of which the first two times a whole number are exact. */
const LN2: Readonly<Record<Lane, readonly [number, number, number]>> = {
  64: [0.6931471803691238, 1.9082149288430703e-10, 4.275175589747649e-20],
  32: [0.693145751953125, 1.4285906217992306e-6, 1.619851018665656e-11],
}

interface Reduced {
  /** x = k·log 2 + r */
  readonly k: Value
  readonly r: Pair
}

function reduced(v: Vector, x: Pair): Reduced {
  const [first, second, third] = LN2[v.lane]
  const k = v.nearest(v.multiply(x.hi, v.constant(Math.LOG2E)))
  const high = v.fusedMinus(k, v.constant(first), x.hi)
  const main = sum(v, high, v.opposite(v.multiply(k, v.constant(second))))
  const rest = v.add(main.lo, v.fusedMinus(k, v.constant(third), x.lo))
  return { k, r: ordered(v, main.hi, rest) }
}

/** e^r − 1 */
function smallExponential(v: Vector, r: Pair): Pair {
  const square = times(v, r, r)
  const cube = times(v, square, times(v, r, constant(v, 1 / 6, 9.25185853854297e-18)))
  const fourth = v.multiply(square.hi, square.hi)
  const tail = v.multiply(fourth, functions.polynomial(v, r.hi, fits.EXPONENTIAL_TAIL[v.lane]))
  const rest = ordered(v, cube.hi, v.add(cube.lo, tail))
  return add(v, r, add(v, halved(v, square), rest))
}

/** a·b for small numbers: what is lost below the normal numbers does not count beside others. */
function times(v: Vector, a: Pair, b: Pair): Pair {
  const high = product(v, a.hi, b.hi)
  return ordered(v, high.hi, v.add(high.lo, v.fused(a.hi, b.lo, v.multiply(a.lo, b.hi))))
}

/** e^x as m·2ᵏ for x between the bounds. */
function parts(v: Vector, x: Pair, from: number, to: number): { readonly m: Pair; readonly k: Value } {
  const hi = functions.clamped(v, x.hi, from, to)
  const inside = v.equal(hi, x.hi)
  const { k, r } = reduced(v, { hi, lo: v.pick(inside, x.lo, v.constant(0)) })
  const p = smallExponential(v, r)
  const one = ordered(v, v.constant(1), p.hi)
  return { m: ordered(v, one.hi, v.add(one.lo, p.lo)), k }
}

/** e^x as m·2ᵏ, of which neither is out of range. */
export function exponentialParts(v: Vector, x: Pair): { readonly m: Pair; readonly k: Value } {
  const far = functions.FARTHEST[v.lane]
  const { m, k } = parts(v, x, -far, far)
  return { m: safely(v, m.hi, m), k: functions.farTurns(v, x.hi, k) }
}

export function exp(v: Vector, x: Pair): Pair {
  const { m: e, k } = parts(v, x, ...functions.EXPONENTS[v.lane])
  const up = (u: Value): Value => functions.scaled(v, u, k)
  return safely(v, up(e.hi), { hi: up(e.hi), lo: up(e.lo) })
}

export function expm1(v: Vector, x: Pair): Pair {
  const most = v.lane === 64 ? 60 : 30
  const hi = functions.clamped(v, x.hi, -most, most)
  const inside = v.equal(hi, x.hi)
  const { k, r } = reduced(v, { hi, lo: v.pick(inside, x.lo, v.constant(0)) })
  const p = smallExponential(v, r)
  const scale = functions.powerOfTwo(v, k)
  const part = { hi: v.multiply(scale, p.hi), lo: v.multiply(scale, p.lo) }
  const near = add(v, sum(v, scale, v.constant(-1)), part)
  // far out on the right one more or less does not count
  const far = exp(v, x)
  const isFar = v.less(v.constant(most), x.hi)
  const isNought = v.equal(x.hi, v.constant(0))
  return chosen(v, isNought, x, chosen(v, isFar, far, near))
}

/** log(hi + lo) for hi > 0. */
function positiveLogarithm(v: Vector, { hi, lo }: Pair): Pair {
  const [first, second, third] = LN2[v.lane]
  const { k, m } = functions.split(v, hi)
  const f = v.subtract(m, v.constant(1))
  // the share of lo in the same scale: lo/hi = lo'/m
  const isPlain = v.equal(lo, v.constant(0))
  const low = v.pick(isPlain, v.constant(0), v.multiply(v.divide(lo, hi), m))
  const under = v.add(v.constant(2), f)
  const s = v.divide(f, under)
  const back = product(v, s, under)
  const left = v.subtract(v.subtract(f, back.hi), back.lo)
  // 2 + f was rounded too
  const lost = v.subtract(f, v.subtract(under, v.constant(2)))
  const rest = v.divide(v.subtract(v.add(left, low), v.multiply(s, v.add(lost, low))), under)
  const t = ordered(v, s, rest)
  const z = times(v, t, t)
  const cube = times(v, times(v, t, z), constant(v, 2 / 3, 3.700743415417188e-17))
  const fifth = v.multiply(v.multiply(t.hi, z.hi), z.hi)
  const tail = v.multiply(fifth, functions.polynomial(v, z.hi, fits.LOGARITHM_TAIL[v.lane]))
  const small = add(v, doubled(v, t), ordered(v, cube.hi, v.add(cube.lo, tail)))
  const whole = sum(v, v.multiply(k, v.constant(first)), v.multiply(k, v.constant(second)))
  return add(v, { hi: whole.hi, lo: v.fused(k, v.constant(third), whole.lo) }, small)
}

/** What a logarithm is at 0, below, at infinity. */
function atEnds(v: Vector, x: Value, inside: Pair): Pair {
  const isInfinite = v.equal(x, v.constant(Infinity))
  const isInside = v.without(v.less(v.constant(0), x), isInfinite)
  const isZero = v.equal(x, v.constant(0))
  const outside = v.pick(isZero, v.constant(-Infinity), v.pick(isInfinite, x, v.constant(Number.NaN)))
  return { hi: v.pick(isInside, inside.hi, outside), lo: v.pick(isInside, inside.lo, v.constant(0)) }
}

/** log(x·2^more) */
export function wideLog(v: Vector, x: Pair, more: Value): Pair {
  const [first, second, third] = LN2[v.lane]
  const whole = sum(v, v.multiply(more, v.constant(first)), v.multiply(more, v.constant(second)))
  const all = { hi: whole.hi, lo: v.fused(more, v.constant(third), whole.lo) }
  return atEnds(v, x.hi, add(v, positiveLogarithm(v, x), all))
}

export const log = (v: Vector, x: Pair): Pair => atEnds(v, x.hi, positiveLogarithm(v, x))

export function log1p(v: Vector, x: Pair): Pair {
  const u = safely(v, v.add(v.constant(1), x.hi), add(v, single(v, v.constant(1)), x))
  const inside = atEnds(v, u.hi, positiveLogarithm(v, u))
  const isTiny = v.less(v.absolute(x.hi), v.constant(v.lane === 64 ? 2 ** -100 : 2 ** -40))
  return chosen(v, isTiny, x, inside)
}
