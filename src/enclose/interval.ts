/**
 * Closed intervals with dyadic or infinite endpoints, rounded outward: each operation encloses all
 * its values at points of the operands (Moore, Interval Analysis, 1966). An interval that is one
 * rational number keeps it as `exact` while it is short, so that cancellation to 0 is seen.
 */
import { compareRationals, negated, over, plus, type Rational, times } from '../expression/rational.ts'
import * as d from './dyadic.ts'

/** All numbers from lo to hi; just the number `exact` where that is known. */
export interface Interval {
  readonly lo: d.Dyadic
  readonly hi: d.Dyadic
  readonly exact: Rational | undefined
}

/** The interval [lo, hi]. */
export function between(lo: d.Dyadic, hi: d.Dyadic): Interval {
  const one = lo.m === hi.m && lo.e === hi.e && Math.abs(lo.e) <= 2_048
  return { lo, hi, exact: one ? d.toRational(lo) : undefined }
}
/** The dyadic number x. */
export const single = (x: d.Dyadic): Interval => between(x, x)
/**
 * The rational number r, its endpoints to p bits. Longer ones are not kept exactly, as fractions
 * cost a greatest common divisor each time.
 *
 * @example
 * ```ts
 * signs(point({ num: -1n, den: 3n }, 60)) // → 1
 * ```
 */
export function point(r: Rational, p: number): Interval {
  const short = r.den === 1n ? d.width(r.num) < 65_536 : d.width(r.num) + d.width(r.den) < 2_048
  const lo = d.fromRational(r, p, false)
  const hi = r.den === 1n && lo.m === r.num ? lo : d.fromRational(r, p, true)
  return { lo, hi, exact: short ? r : undefined }
}
export const ZERO: Interval = single(d.NOUGHT)
export const ONE: Interval = single({ m: 1n, e: 0 })
export const WHOLE: Interval = between(d.negated(d.INFINITE), d.INFINITE)
/** The smallest interval that holds both. */
export const hull = (a: Interval, b: Interval): Interval =>
  between(d.least(a.lo, b.lo), d.greatest(a.hi, b.hi))

export const NEGATIVE = 1
export const NULL = 2
export const POSITIVE = 4
/** The signs that u − v can have, u in a and v in b, added up. */
export function order(a: Interval, b: Interval): number {
  if (a.exact && b.exact) return 2 ** (compareRationals(a.exact, b.exact) + 1)
  const [under, over] = [d.compare(a.lo, b.hi), d.compare(a.hi, b.lo)]
  return (under < 0 ? NEGATIVE : 0) + (under <= 0 && over >= 0 ? NULL : 0) + (over > 0 ? POSITIVE : 0)
}
/** The signs of numbers in a, added up. */
export const signs = (a: Interval): number => order(a, ZERO)

export const opposite = ({ lo, hi, exact }: Interval): Interval => ({
  lo: d.negated(hi),
  hi: d.negated(lo),
  exact: exact && negated(exact),
})
/** |u| */
export function absolute(a: Interval): Interval {
  if (a.lo.m >= 0n) return a
  return a.hi.m <= 0n ? opposite(a) : between(d.NOUGHT, d.greatest(d.negated(a.lo), a.hi))
}
/** u·2ᵏ */
export const scaled = ({ lo, hi }: Interval, k: number): Interval =>
  between({ m: lo.m, e: lo.e + k }, { m: hi.m, e: hi.e + k })

/** u + v */
export function sum(a: Interval, b: Interval, p: number): Interval {
  if (a.exact && b.exact) return point(plus(a.exact, b.exact), p)
  return between(d.add(a.lo, b.lo, p, false), d.add(a.hi, b.hi, p, true))
}
/** u − v */
export const difference = (a: Interval, b: Interval, p: number): Interval => sum(a, opposite(b), p)
/** u·v */
export function product(a: Interval, b: Interval, p: number): Interval {
  if (a.exact && b.exact) return point(times(a.exact, b.exact), p)
  if (a.lo.m < 0n && a.hi.m <= 0n) return opposite(product(opposite(a), b, p))
  if (b.lo.m < 0n && (b.hi.m <= 0n || a.lo.m >= 0n)) return product(b, a, p)
  const lo = d.multiply(a.lo, a.lo.m < 0n ? b.hi : b.lo, p, false)
  const hi = d.multiply(a.hi, b.hi, p, true)
  if (b.lo.m >= 0n) return between(lo, hi)
  const [down, up] = [d.multiply(a.hi, b.lo, p, false), d.multiply(a.lo, b.lo, p, true)]
  return between(d.least(lo, down), d.greatest(hi, up))
}
/** u/v for v ≠ 0, where b may touch or hold 0; a/0 is +∞ for a > 0, as limits need it. */
export function quotient(a: Interval, b: Interval, p: number): Interval {
  if (a.exact && b.exact?.num) return point(over(a.exact, b.exact), p)
  if (b.lo.m < 0n && b.hi.m > 0n) return WHOLE
  if (b.lo.m < 0n) return opposite(quotient(a, opposite(b), p))
  const lo = d.divide(a.lo, a.lo.m < 0n ? b.lo : b.hi, p, false)
  return between(lo, d.divide(a.hi, a.hi.m < 0n ? b.hi : b.lo, p, true))
}
