/**
 * Decimal values in which every digit is right: enclosures with twice as many bits each time, until
 * both ends round to the same decimal.
 */
import { OgeeError } from '../expression/error.ts'
import { call, type Expr, freeSymbols, symbol } from '../expression/expr.ts'
import { type Rational, rational } from '../expression/rational.ts'
import { fixed, magnitude, REACH, toNumber } from './dyadic.ts'
import { realPower } from './elementary.ts'
import { type Enclosure, enclose } from './enclose.ts'
import { isHalt, within } from './halt.ts'
import { absolute, type Interval, NEGATIVE, NULL, point, product, signs } from './interval.ts'

/**
 * The value rounded to `digits` significant digits (halves away from 0), with all of these written,
 * or exactly where fewer do; or why there is none, or none was found.
 */
export type Evaluation =
  | { readonly verdict: 'value'; readonly value: string; readonly digits: number }
  | { readonly verdict: 'undefined' | 'unknown'; readonly reason: string }

/** Significant digits (15) and time allowed (1000). */
export interface EvaluationOptions {
  readonly digits?: number
  readonly milliseconds?: number
}
const MOST_DIGITS = 10_000
const MOST_BITS = 2 ** 21

/** The digits as a number that starts at 10ᵏ; with `exact` they are all there are. */
function written(digits: string, k: number, exact: boolean): string {
  const text = exact ? digits.replace(/0+$/, '') : digits
  if (k < -7 || k > 20 || (k >= text.length && !exact)) {
    return `${text[0]}${text.length > 1 ? '.' : ''}${text.slice(1)}e${k}`
  }
  if (k < 0) return `0.${'0'.repeat(-k - 1)}${text}`
  return text.length <= k + 1 ? text.padEnd(k + 1, '0') : `${text.slice(0, k + 1)}.${text.slice(k + 1)}`
}

/** The one decimal to which all of a > 0 rounds, if there is one. */
function decimal(a: Interval, digits: number, bits: number): string | undefined {
  const size = magnitude(a.lo)
  const lead = toNumber({ m: a.lo.m, e: a.lo.e - size })
  let k = Math.floor(Math.log10(lead) + size * Math.log10(2)) // 10ᵏ ≤ a < 10ᵏ⁺¹, or nearly
  for (let tries = 0; tries < 4; tries += 1) {
    const shift = realPower(point(rational(10n), bits), rational(BigInt(digits - 1 - k)), bits)
    const { lo, hi, exact } = product(a, shift, bits)
    const places = fixed(lo, 0) === 0n ? 0 : `${fixed(lo, 0)}`.length
    if (places === digits) {
      const [text, other] = [lo, hi].map((end) => `${(fixed(end, 1) + 1n) >> 1n}`)
      if (text === undefined || text !== other) return undefined
      return written(text.slice(0, digits), k + text.length - digits, exact?.den === 1n)
    }
    k += places > digits ? 1 : -1
  }
  return undefined
}

/** Why the digits are not settled. */
function undecided({ value, doubt }: Enclosure & { kind: 'interval' }, bits: number): string {
  const { lo, hi } = absolute(value)
  if (doubt !== undefined) return `not decided with ${bits} binary digits: ${doubt}`
  if (magnitude(lo) >= REACH) return 'it is too large to be written down'
  if (lo.m > 0n && magnitude(hi) <= 1 - REACH) return 'it is too small to be written down'
  if (lo.m > 0n) return `its digits are not decided with ${bits} binary digits`
  const near = Math.floor(magnitude(hi) * Math.log10(2)) + 1
  return `within 10^${near} of 0, and not decided with ${bits} binary digits whether it is 0`
}

/**
 * The decimal value of u where its symbols have the values `at` (terms without symbols, or rational
 * numbers).
 *
 * @throws OgeeError `E301` for digits beyond 1 to 10,000, `E302` for symbols without a value.
 * @example
 * ```ts
 * evaluateExpr(parse('sqrt(x)'), new Map([['x', rational(2n)]])) // → { verdict: 'value', value: '1.41421356237310', digits: 15 }
 * ```
 */
export function evaluateExpr(
  u: Expr,
  at: ReadonlyMap<string, Expr | Rational>,
  { digits = 15, milliseconds = 1000 }: EvaluationOptions = {},
): Evaluation {
  if (!(Number.isInteger(digits) && digits >= 1 && digits <= MOST_DIGITS)) {
    throw new OgeeError('E301', `from 1 to ${MOST_DIGITS} digits can be asked for`)
  }
  let reason: string | undefined
  const run = (): Evaluation => {
    let whole = u
    const missing = new Set(freeSymbols(u).filter((name) => !at.has(name)))
    for (const [name, to] of at) {
      if (!('kind' in to)) continue
      whole = call('at', [whole, symbol(name), to])
      for (const other of freeSymbols(to)) missing.add(other)
    }
    if (missing.size > 0) throw new OgeeError('E302', `no value for ${[...missing].join(', ')}`)
    for (let bits = Math.ceil(digits * 3.33) + 24; bits < MOST_BITS; bits *= 2) {
      const points = new Map<string, Interval>()
      for (const [name, to] of at) if (!('kind' in to)) points.set(name, point(to, bits + 8))
      const found = enclose(whole, points, bits, milliseconds)
      if (found.kind !== 'interval') {
        const known = found.kind === 'unknown' ? reason : undefined
        return { verdict: found.kind, reason: known ?? found.reason }
      }
      const [sign, size] = [signs(found.value), absolute(found.value)]
      if (found.total && found.value.exact?.num === 0n) return { verdict: 'value', value: '0', digits }
      const beyond = magnitude(size.lo) >= REACH || magnitude(size.hi) <= 1 - REACH
      const clear = found.total && !(sign & NULL) && size.hi.e < Infinity && !beyond
      const text = clear ? decimal(size, digits, bits + 64) : undefined
      const value = `${sign === NEGATIVE ? '-' : ''}${text}`
      if (text !== undefined) return { verdict: 'value', value, digits }
      reason = undecided(found, bits)
      if (beyond) break
    }
    return { verdict: 'unknown', reason: reason as string }
  }
  const found = within(milliseconds, run)
  return isHalt(found) ? { verdict: 'unknown', reason: reason ?? found.reason } : found
}
