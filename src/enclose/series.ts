/**
 * Functions on a small range in fixed point: an integer X stands for X·2^-w, and every error is
 * stated in units of 2^-w (w ≥ 32). Argument reduction and Taylor's series as in Brent & Zimmermann,
 * Modern Computer Arithmetic, chapter 4. `>>` rounds down, division towards 0.
 */

import { fixed, toNumber, width } from './dyadic.ts'
import { counted, tick } from './halt.ts'

/** p/1 + next(p)/(1 + step) + next(next(p))/(1 + 2·step) + …, until these powers are within ±1. */
export function series(p: bigint, step: bigint, next: (p: bigint) => bigint): bigint {
  let [sum, power] = [p, next(p)]
  const bits = width(p)
  for (let n = 1n + step; power > 1n || power < -1n; n += step) {
    tick(bits)
    sum += power / n
    power = next(power)
  }
  return sum
}

/**
 * [eˣ, 0] (σ = 1) or [cos x, sin x] (σ = −1) for |x| ≤ 1; errors ≤ 2. The series is summed at x/2ˢ,
 * and the sum, as one complex number, squared s times. A term errs by ≤ 4: ≤ 2 afresh and ≤ ½ of the
 * one before; those left out add up to ≤ 8; so N < w terms to ≤ 4N + 8. Squaring doubles a relative
 * error and rounds: 2ˢ(36N + 90) in all, of units that are at least 2ˢ·1024w to one of 2^-w.
 */
export function exponential(x: bigint, w: number, sigma = 1n): [real: bigint, imaginary: bigint] {
  const s = Math.floor(Math.sqrt(w))
  const more = s + 10 + Math.ceil(Math.log2(w))
  const [r, V] = [x << BigInt(more - s), BigInt(w + more)]
  let [even, odd, term] = [0n, 0n, 1n << V]
  for (let n = 1n; term !== 0n; n += 2n) {
    tick(2 * w)
    even += term
    term = ((term * r) >> V) / n
    odd += term
    term = (sigma * ((term * r) >> V)) / (n + 1n)
  }
  if (sigma > 0n) [even, odd] = [even + odd, 0n]
  for (let i = 0; i < s; i += 1) {
    ;[even, odd] = [((even + odd) * (even - odd)) >> V, (even * odd) >> (V - 1n)]
  }
  return [even >> BigInt(more), odd >> BigInt(more)]
}

/** f(t) by a double. */
const rough = (f: (t: number) => number, t: bigint, w: number): bigint =>
  fixed({ m: BigInt(Math.round(f(toNumber({ m: t, e: -w })) * 2 ** 50)), e: -50 }, w)

/**
 * log t for 0.6 ≤ t ≤ 1.5; error ≤ 8 + w/8. With a rough y (20 bits would do), r = t·e^-y − 1 errs by
 * ≤ 4, and log t = y + r − r²/2 + …, where at most w/20 terms are left in, with errors ≤ 2.1.
 */
export function logarithm(t: bigint, w: number): bigint {
  const [y, W] = [rough(Math.log, t, w), BigInt(w)]
  const r = ((t * exponential(-y, w)[0]) >> W) - (1n << W)
  return y + series(r, 1n, (p) => (-p * r) >> W)
}

/** atan t for 0 ≤ t ≤ 1, likewise, from r = (t·cos y − sin y)/(cos y + t·sin y) (error ≤ 6). */
export function arctangent(t: bigint, w: number): bigint {
  const [y, W] = [rough(Math.atan, t, w), BigInt(w)]
  const [c, s] = exponential(y, w, -1n)
  const r = (t * c - (s << W)) / (c + ((t * s) >> W))
  const square = (r * r) >> W
  return y + series(r, 2n, (p) => (-p * square) >> W)
}

/** A constant with errors < 2, from `compute` with errors < 2³¹ at 32 bits more. The longest is kept. */
function constant(compute: (w: number) => bigint): (w: number) => bigint {
  let [known, length] = [0n, -1]
  return (w) => {
    if (w > length) [known, length] = [counted(Infinity, () => compute(w + 96)).found >> 32n, w + 64]
    return known >> BigInt(length - w)
  }
}
/** π = 4·atan 1 */
export const pi: (w: number) => bigint = constant((w) => 4n * arctangent(1n << BigInt(w), w))
/** log 2 = log 3/2 + log 4/3 */
export const log2: (w: number) => bigint = constant(
  (w) => logarithm(3n << BigInt(w - 1), w) + logarithm((4n << BigInt(w)) / 3n, w),
)
