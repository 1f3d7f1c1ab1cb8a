/**
 * Numbers as unevaluated sums of two doubles: about twice the digits, so that what is rounded at the end is right to
 * little more than half a unit in the last place (T. J. Dekker, A floating-point technique for extending the available
 * precision, Numer. Math. 18 (1971); J.-M. Muller et al., Handbook of Floating-Point Arithmetic, chapter 14).
 */
import type { Lane } from './instructions.ts'
import type { Mask, Value, Vector } from './vector.ts'

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

/** Products below this one cannot be split: what would be left is less than the smallest number. */
const LEAST_SPLIT: Readonly<Record<Lane, number>> = { 64: 2 ** -960, 32: 2 ** -96 }

/** The pair, unless its correction is no number or `size` is too small for one: then the plain value. */
function kept(v: Vector, plain: Value, pair: Pair, size: Value): Pair {
  const isSound = v.equal(v.subtract(pair.lo, pair.lo), v.constant(0))
  const use = v.and(isSound, v.less(v.constant(LEAST_SPLIT[v.lane]), v.absolute(size)))
  return { hi: v.pick(use, pair.hi, plain), lo: v.pick(use, pair.lo, v.constant(0)) }
}

/** The same for sums, in which 0 is as good as any number. */
export function safely(v: Vector, plain: Value, pair: Pair): Pair {
  const isSound = v.equal(v.subtract(pair.lo, pair.lo), v.constant(0))
  return { hi: v.pick(isSound, pair.hi, plain), lo: v.pick(isSound, pair.lo, v.constant(0)) }
}

export function multiply(v: Vector, a: Pair, b: Pair): Pair {
  const high = product(v, a.hi, b.hi)
  const cross = v.fused(a.hi, b.lo, v.multiply(a.lo, b.hi))
  return kept(v, high.hi, ordered(v, high.hi, v.add(high.lo, cross)), high.hi)
}

export function divide(v: Vector, a: Pair, b: Pair): Pair {
  const quotient = v.divide(a.hi, b.hi)
  const back = product(v, quotient, b.hi)
  const left = v.subtract(v.subtract(a.hi, back.hi), back.lo)
  const rest = v.fusedMinus(quotient, b.lo, v.add(left, a.lo))
  return kept(v, quotient, ordered(v, quotient, v.divide(rest, b.hi)), a.hi)
}

export function root(v: Vector, a: Pair): Pair {
  const hi = v.root(a.hi)
  const back = product(v, hi, hi)
  const left = v.add(v.subtract(v.subtract(a.hi, back.hi), back.lo), a.lo)
  return kept(v, hi, ordered(v, hi, v.divide(left, v.add(hi, hi))), a.hi)
}

export const single = (v: Vector, hi: Value): Pair => ({ hi, lo: v.constant(0) })

/** A constant with what the lane's number lacks. */
export const constant = (v: Vector, value: number, rest: number): Pair => {
  const near = v.lane === 64 ? value : Math.fround(value)
  const exact = v.lane === 64 ? rest : value - near
  const lost = Number.isFinite(near) ? exact : 0
  return { hi: v.constant(near), lo: v.constant(lost) }
}

export const doubled = (v: Vector, a: Pair): Pair => ({ hi: v.add(a.hi, a.hi), lo: v.add(a.lo, a.lo) })

/** c·a, for powers of two. */
export const times = (v: Vector, c: Value, a: Pair): Pair => ({
  hi: v.multiply(c, a.hi),
  lo: v.multiply(c, a.lo),
})

export const halved = (v: Vector, a: Pair): Pair => times(v, v.constant(0.5), a)

/** |a|, and the sign that makes a of it again. */
export function sized(v: Vector, a: Pair): { readonly size: Pair; readonly back: (b: Pair) => Pair } {
  const sign = v.and(a.hi, v.constant(-0))
  const turned = (b: Pair): Pair => ({ hi: v.either(b.hi, sign), lo: v.either(b.lo, sign) })
  return { size: turned(a), back: turned }
}

export const chosen = (v: Vector, mask: Mask, a: Pair, b: Pair): Pair => ({
  hi: v.pick(mask, a.hi, b.hi),
  lo: v.pick(mask, a.lo, b.lo),
})
