/**
 * Numbers as unevaluated sums of two doubles: about twice the digits, so that what is rounded at the end is right to
 * little more than half a unit in the last place (T. J. Dekker, A floating-point technique for extending the available
 * precision, Numer. Math. 18 (1971); J.-M. Muller et al., Handbook of Floating-Point Arithmetic, chapter 14).
 */
import type { OperationName } from '../operations.ts'
import * as functions from './functions.ts'
import type { Lane } from './instructions.ts'
import * as fits from './polynomials.ts'
import type { Value, Vector } from './vector.ts'

/** hi + lo, lo at most half a unit in the last place of hi, about. */
export interface Pair {
  readonly hi: Value
  readonly lo: Value
}

/** a + b exactly. */
export function sum(v: Vector, a: Value, b: Value): Pair {
  const hi = v.add(a, b)
  const back = v.subtract(hi, a)
  const lo = v.add(v.subtract(a, v.subtract(hi, back)), v.subtract(b, back))
  return { hi, lo }
}

/** a + b exactly, for |a| ≥ |b|. */
export function ordered(v: Vector, a: Value, b: Value): Pair {
  const hi = v.add(a, b)
  return { hi, lo: v.subtract(b, v.subtract(hi, a)) }
}

/** The upper half of the digits of a. */
const head = (v: Vector, a: Value): Value =>
  v.and(a, v.bits(v.lane === 64 ? ~((1n << 27n) - 1n) : ~((1n << 12n) - 1n)))

/** a·b exactly, within the normal numbers. */
export function product(v: Vector, a: Value, b: Value): Pair {
  const hi = v.multiply(a, b)
  if (v.fuses) return { hi, lo: v.opposite(v.fusedMinus(a, b, hi)) }
  const [ah, bh] = [head(v, a), head(v, b)]
  const [al, bl] = [v.subtract(a, ah), v.subtract(b, bh)]
  const cross = v.add(v.multiply(ah, bl), v.multiply(al, bh))
  return { hi, lo: v.add(v.add(v.subtract(v.multiply(ah, bh), hi), cross), v.multiply(al, bl)) }
}

export const add = (v: Vector, a: Pair, b: Pair): Pair => {
  const high = sum(v, a.hi, b.hi)
  return ordered(v, high.hi, v.add(high.lo, v.add(a.lo, b.lo)))
}

export const opposite = (v: Vector, a: Pair): Pair => ({ hi: v.opposite(a.hi), lo: v.opposite(a.lo) })

export const subtract = (v: Vector, a: Pair, b: Pair): Pair => add(v, a, opposite(v, b))

export function multiply(v: Vector, a: Pair, b: Pair): Pair {
  const high = product(v, a.hi, b.hi)
  const cross = v.fused(a.hi, b.lo, v.multiply(a.lo, b.hi))
  return kept(v, high.hi, ordered(v, high.hi, v.add(high.lo, cross)))
}

export function divide(v: Vector, a: Pair, b: Pair): Pair {
  const quotient = v.divide(a.hi, b.hi)
  const back = product(v, quotient, b.hi)
  const left = v.subtract(v.subtract(a.hi, back.hi), back.lo)
  const rest = v.fusedMinus(quotient, b.lo, v.add(left, a.lo))
  return kept(v, quotient, ordered(v, quotient, v.divide(rest, b.hi)))
}

export function root(v: Vector, a: Pair): Pair {
  const hi = v.root(a.hi)
  const back = product(v, hi, hi)
  const left = v.add(v.subtract(v.subtract(a.hi, back.hi), back.lo), a.lo)
  return kept(v, hi, ordered(v, hi, v.divide(left, v.add(hi, hi))))
}

/** The pair, unless its correction is no number: then the plain value, which is infinite, NaN, or 0. */
/** As `kept`, for sums, in which 0 is as good as any number. */
function safely(v: Vector, plain: Value, pair: Pair): Pair {
  const isSound = v.equal(v.subtract(pair.lo, pair.lo), v.constant(0))
  return { hi: v.pick(isSound, pair.hi, plain), lo: v.pick(isSound, pair.lo, v.constant(0)) }
}

function kept(v: Vector, plain: Value, pair: Pair): Pair {
  const isSound = v.equal(v.subtract(pair.lo, pair.lo), v.constant(0))
  const isNought = v.equal(plain, v.constant(0))
  const use = v.without(isSound, isNought)
  return { hi: v.pick(use, pair.hi, plain), lo: v.pick(use, pair.lo, v.constant(0)) }
}

const single = (v: Vector, hi: Value): Pair => ({ hi, lo: v.constant(0) })

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
  const half = v.constant(0.5)
  const square = product(v, r.hi, r.hi)
  const cube = v.multiply(square.hi, r.hi)
  const tail = v.multiply(cube, functions.polynomial(v, r.hi, fits.EXPONENTIAL_TAIL[v.lane]))
  const low = v.fused(r.hi, r.lo, v.fused(square.lo, half, tail))
  return add(v, r, ordered(v, v.multiply(square.hi, half), low))
}

const ONE = 1

function exp(v: Vector, x: Pair): Pair {
  const [from, to] = functions.EXPONENTS[v.lane]
  const hi = functions.clamped(v, x.hi, from, to)
  const inside = v.equal(hi, x.hi)
  const { k, r } = reduced(v, { hi, lo: v.pick(inside, x.lo, v.constant(0)) })
  const p = smallExponential(v, r)
  const one = ordered(v, v.constant(ONE), p.hi)
  const e = ordered(v, one.hi, v.add(one.lo, p.lo))
  const up = (u: Value): Value => functions.scaled(v, u, k)
  return kept(v, up(e.hi), { hi: up(e.hi), lo: up(e.lo) })
}

function expm1(v: Vector, x: Pair): Pair {
  const most = v.lane === 64 ? 60 : 30
  const hi = functions.clamped(v, x.hi, -most, most)
  const inside = v.equal(hi, x.hi)
  const { k, r } = reduced(v, { hi, lo: v.pick(inside, x.lo, v.constant(0)) })
  const p = smallExponential(v, r)
  const scale = functions.powerOfTwo(v, k)
  const part = { hi: v.multiply(scale, p.hi), lo: v.multiply(scale, p.lo) }
  const near = add(v, sum(v, scale, v.constant(-ONE)), part)
  // far out on the right one more or less does not count
  const far = exp(v, x)
  const isFar = v.less(v.constant(most), x.hi)
  const isNought = v.equal(x.hi, v.constant(0))
  const value = { hi: v.pick(isFar, far.hi, near.hi), lo: v.pick(isFar, far.lo, near.lo) }
  return { hi: v.pick(isNought, x.hi, value.hi), lo: v.pick(isNought, x.lo, value.lo) }
}

/** log(hi + lo) for hi > 0. */
function positiveLogarithm(v: Vector, { hi, lo }: Pair): Pair {
  const [first, second, third] = LN2[v.lane]
  const { k, m } = functions.split(v, hi)
  const f = v.subtract(m, v.constant(ONE))
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
  const z = v.multiply(s, s)
  const p = v.multiply(v.multiply(s, z), functions.polynomial(v, z, fits.LOGARITHM[v.lane]))
  const small = add(v, { hi: v.add(s, s), lo: v.add(rest, rest) }, { hi: p, lo: v.constant(0) })
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

const log = (v: Vector, x: Pair): Pair => atEnds(v, x.hi, positiveLogarithm(v, x))

function log1p(v: Vector, x: Pair): Pair {
  const u = safely(v, v.add(v.constant(ONE), x.hi), add(v, single(v, v.constant(ONE)), x))
  const inside = atEnds(v, u.hi, positiveLogarithm(v, u))
  const isTiny = v.less(v.absolute(x.hi), v.constant(v.lane === 64 ? 2 ** -100 : 2 ** -40))
  return { hi: v.pick(isTiny, x.hi, inside.hi), lo: v.pick(isTiny, x.lo, inside.lo) }
}

const doubled = (v: Vector, a: Pair): Pair => ({ hi: v.add(a.hi, a.hi), lo: v.add(a.lo, a.lo) })
const halved = (v: Vector, a: Pair): Pair => {
  const half = v.constant(0.5)
  return { hi: v.multiply(a.hi, half), lo: v.multiply(a.lo, half) }
}

/** |a|, and the sign that makes a of it again. */
function sized(v: Vector, a: Pair): { readonly size: Pair; readonly back: (b: Pair) => Pair } {
  const sign = v.and(a.hi, v.constant(-0))
  const turned = (b: Pair): Pair => ({ hi: v.either(b.hi, sign), lo: v.either(b.lo, sign) })
  return { size: turned(a), back: turned }
}

function tanh(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const most = v.lane === 64 ? 30 : 15
  const hi = v.least(size.hi, v.constant(most))
  const t = expm1(v, doubled(v, { hi, lo: v.pick(v.equal(hi, size.hi), size.lo, v.constant(0)) }))
  const value = divide(v, t, add(v, t, single(v, v.constant(2))))
  const isNought = v.equal(x.hi, v.constant(0))
  return back({ hi: v.pick(isNought, size.hi, value.hi), lo: v.pick(isNought, size.lo, value.lo) })
}

/** f(hi) + f′(hi)·lo */
const bySlope =
  (f: (v: Vector, x: Value) => Value, slope: (v: Vector, x: Value, y: Value) => Value) =>
  (v: Vector, x: Pair): Pair => {
    const y = f(v, x.hi)
    const isPlain = v.equal(x.lo, v.constant(0))
    return kept(v, y, ordered(v, y, v.pick(isPlain, v.constant(0), v.multiply(slope(v, x.hi, y), x.lo))))
  }

const one = (v: Vector): Value => v.constant(ONE)
const reciprocal = (v: Vector, u: Value): Value => v.divide(one(v), u)
const complementOfSquare = (v: Vector, x: Value): Value => v.multiply(v.subtract(one(v), x), v.add(one(v), x))
const bell = (v: Vector, x: Value): Value =>
  v.multiply(v.constant(2 / Math.sqrt(Math.PI)), functions.exp(v, v.opposite(v.multiply(x, x))))

const chosen = (v: Vector, mask: Value, a: Pair, b: Pair): Pair => ({
  hi: v.pick(mask, a.hi, b.hi),
  lo: v.pick(mask, a.lo, b.lo),
})

const below = (v: Vector, a: Pair, b: Pair): Value =>
  v.or(v.less(a.hi, b.hi), v.and(v.equal(a.hi, b.hi), v.less(a.lo, b.lo)))

/** NaN where either is. */
const withNaN = (v: Vector, plain: Value, pair: Pair): Pair => {
  const isNumber = v.equal(plain, plain)
  return { hi: v.pick(isNumber, pair.hi, plain), lo: v.pick(isNumber, pair.lo, v.constant(0)) }
}

/** e^x/2, which may be finite where e^x is not. */
function halfExponential(v: Vector, x: Pair): Pair {
  const ln2 = { hi: v.constant(Math.LN2), lo: v.constant(2.3190468138462996e-17) }
  return exp(v, safely(v, x.hi, subtract(v, x, ln2)))
}

type Operation = (v: Vector, a: Pair, b: Pair) => Pair

/** The operations on pairs. */
export const PAIRS: Readonly<Partial<Record<OperationName, Operation>>> = {
  negate: opposite,
  add: (v, a, b) => safely(v, v.add(a.hi, b.hi), add(v, a, b)),
  subtract: (v, a, b) => safely(v, v.subtract(a.hi, b.hi), subtract(v, a, b)),
  multiply,
  divide,
  sqrt: root,
  abs: (v, a) => sized(v, a).size,
  sign: (v, a) => single(v, functions.sign(v, a.hi)),
  min: (v, a, b) => withNaN(v, v.least(a.hi, b.hi), chosen(v, below(v, a, b), a, b)),
  max: (v, a, b) => withNaN(v, v.greatest(a.hi, b.hi), chosen(v, below(v, a, b), b, a)),
  exp,
  expm1,
  log,
  log1p,
  tanh,
  sinh: (v, x) => {
    const { size, back } = sized(v, x)
    const t = expm1(v, size)
    const near = halved(v, add(v, t, divide(v, t, add(v, t, single(v, one(v))))))
    const far = halfExponential(v, size)
    const isNought = v.equal(x.hi, v.constant(0))
    return back(
      chosen(v, isNought, size, chosen(v, v.less(v.constant(v.lane === 64 ? 40 : 20), size.hi), far, near)),
    )
  },
  cosh: (v, x) => {
    const { size } = sized(v, x)
    const e = exp(v, size)
    const near = halved(v, add(v, e, divide(v, single(v, one(v)), e)))
    const far = halfExponential(v, size)
    return chosen(v, v.less(v.constant(v.lane === 64 ? 40 : 20), size.hi), far, near)
  },
  asinh: bySlope(functions.asinh, (v, x) => reciprocal(v, v.root(v.fused(x, x, one(v))))),
  acosh: bySlope(functions.acosh, (v, x) =>
    reciprocal(v, v.multiply(v.root(v.subtract(x, one(v))), v.root(v.add(x, one(v))))),
  ),
  atanh: (v, x) => {
    const { size, back } = sized(v, x)
    const ratio = divide(v, doubled(v, size), subtract(v, single(v, one(v)), size))
    return back(halved(v, log1p(v, ratio)))
  },
  sin: bySlope(functions.sin, (v, x) => functions.cos(v, x)),
  cos: bySlope(functions.cos, (v, x) => v.opposite(functions.sin(v, x))),
  tan: bySlope(functions.tan, (v, _, y) => v.fused(y, y, one(v))),
  asin: bySlope(functions.asin, (v, x) => reciprocal(v, v.root(complementOfSquare(v, x)))),
  acos: bySlope(functions.acos, (v, x) => v.opposite(reciprocal(v, v.root(complementOfSquare(v, x))))),
  atan: bySlope(functions.atan, (v, x) => reciprocal(v, v.fused(x, x, one(v)))),
  erf: bySlope(functions.erf, bell),
  erfc: bySlope(functions.erfc, (v, x) => v.opposite(bell(v, x))),
  power: (v, u, w) => {
    const value = exp(v, multiply(v, w, log(v, u)))
    const isNought = v.equal(w.hi, v.constant(0))
    return chosen(v, isNought, single(v, one(v)), value)
  },
  cbrt: (v, u) => {
    const { size, back } = sized(v, u)
    const third = { hi: v.constant(1 / 3), lo: v.constant(1.850371707708594e-17) }
    const value = exp(v, multiply(v, log(v, size), third))
    const isNought = v.equal(u.hi, v.constant(0))
    return back(chosen(v, isNought, size, value))
  },
}
