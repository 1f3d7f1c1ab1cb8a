/**
 * The distributions of statistics: normal, Student's t, chi-squared and F. Probabilities come as two tails, each with
 * its own digits; quantiles are found from them by halving and secants, so that they are inverse to them.
 */
import { erfc, erfinv } from '../compute/special.ts'
import { incompleteBeta, incompleteGamma, type Tails } from './gamma.ts'

export type { Tails } from './gamma.ts'

/**
 * The normal distribution with mean 0 and variance 1.
 *
 * @example
 * ```ts
 * normal(0) // → { below: 0.5, above: 0.5 }
 * ```
 */
export const normal = (z: number): Tails => ({
  below: erfc(-z / Math.SQRT2) / 2,
  above: erfc(z / Math.SQRT2) / 2,
})

/**
 * Student's t with `df` > 0 degrees of freedom; infinitely many are the normal distribution.
 *
 * @example
 * ```ts
 * student(1, 1).below.toFixed(12) // → '0.750000000000'
 * ```
 */
export function student(t: number, df: number): Tails {
  if (df === Infinity) return normal(t)
  const square = t * t
  const tail = incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).below / 2
  return t < 0 ? { below: tail, above: 1 - tail } : { below: 1 - tail, above: tail }
}

/**
 * Chi-squared with `df` > 0 degrees of freedom.
 *
 * @example
 * ```ts
 * chiSquared(2, 2).above.toFixed(12) // → '0.367879441171'
 * ```
 */
export const chiSquared = (x: number, df: number): Tails => incompleteGamma(df / 2, x / 2)

/**
 * F with degrees of freedom of numerator and denominator; infinitely many are allowed below.
 *
 * @example
 * ```ts
 * fisher(1, 2, 2).below.toFixed(12) // → '0.500000000000'
 * ```
 */
export function fisher(x: number, top: number, bottom: number): Tails {
  if (bottom === Infinity) return chiSquared(x * top, top)
  const sum = top * x + bottom
  if (sum === Infinity) return { below: 1, above: 0 }
  return incompleteBeta(top / 2, bottom / 2, (top * x) / sum, bottom / sum)
}

/**
 * The z below which lies the part p.
 *
 * @example
 * ```ts
 * normalQuantile(0.975).toFixed(12) // → '1.959963984540'
 * ```
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return ends(p, -Infinity, Infinity)
  if (p > 0.1 && p < 0.9) return Math.SQRT2 * erfinv(2 * p - 1)
  return quantile(p, normal, 'all')
}

/**
 * The t below which lies the part p.
 *
 * @example
 * ```ts
 * studentQuantile(0.975, 20).toFixed(12) // → '2.085963447266'
 * ```
 */
export function studentQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p)
  if (!(df > 0)) return Number.NaN
  if (p === 0.5) return 0
  return quantile(p, (t) => student(t, df), 'all')
}

/**
 * The x below which lies the part p of chi-squared.
 *
 * @example
 * ```ts
 * chiSquaredQuantile(0.95, 1).toFixed(12) // → '3.841458820694'
 * ```
 */
export const chiSquaredQuantile = (p: number, df: number): number =>
  df > 0 ? quantile(p, (x) => chiSquared(x, df), 'positive') : Number.NaN

/**
 * The x below which lies the part p of F.
 *
 * @example
 * ```ts
 * fisherQuantile(0.95, 1, 20).toFixed(12) // → '4.351243503329'
 * ```
 */
export const fisherQuantile = (p: number, top: number, bottom: number): number =>
  top > 0 && bottom > 0 ? quantile(p, (x) => fisher(x, top, bottom), 'positive') : Number.NaN

const ends = (p: number, low: number, high: number): number => (p === 0 ? low : p === 1 ? high : Number.NaN)

/** Doublings and halvings: more than there are powers of 2 among doubles. */
const MOST_STEPS = 2_200

/** Where the part p lies below, by the tail that is smaller there; found between powers of 2, then by secants. */
function quantile(p: number, tails: (x: number) => Tails, where: 'all' | 'positive'): number {
  if (!(p > 0 && p < 1)) return ends(p, where === 'all' ? -Infinity : 0, Infinity)
  const upper = 1 - p
  /** Rises through 0 at the quantile; logarithms make far tails straight. */
  const excess = (x: number): number => {
    const { below, above } = tails(x)
    return p <= 0.5 ? Math.log(below / p) : -Math.log(above / upper)
  }
  const isNegative = where === 'all' && excess(0) > 0
  const sign = isNegative ? -1 : 1
  const rising = (size: number): number => sign * excess(sign * size)
  let [low, high] = [1, 1]
  if (rising(1) > 0)
    for (let k = 0; k < MOST_STEPS && low > 0 && rising(low) > 0; k += 1) [low, high] = [low / 2, low]
  else
    for (let k = 0; k < MOST_STEPS && high < Infinity && rising(high) < 0; k += 1)
      [low, high] = [high, high * 2]
  return sign * crossing(rising, low, high)
}

/** Where a rising function crosses 0 between two numbers (the method of Illinois, guarded by halving). */
export function crossing(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  let [fLow, fHigh] = [f(low), f(high)]
  let last = 0
  for (let k = 0; k < 200; k += 1) {
    if (fLow === 0) return low
    if (fHigh === 0) return high
    const secant = high - (fHigh * (high - low)) / (fHigh - fLow)
    const x = secant > low && secant < high && k % 8 !== 7 ? secant : low + (high - low) / 2
    if (x <= low || x >= high) break
    const y = f(x)
    if (Number.isNaN(y)) break
    if (y > 0) {
      ;[high, fHigh] = [x, y]
      if (last > 0) fLow /= 2
    } else {
      ;[low, fLow] = [x, y]
      if (last < 0) fHigh /= 2
    }
    last = Math.sign(y)
    if (high - low <= Math.abs(high) * 2 ** -52) break
  }
  return Math.abs(fLow) < Math.abs(fHigh) ? low : high
}
