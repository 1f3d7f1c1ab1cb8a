/**
 * Floating dyadic numbers m·2ᵉ, rounded down or up to p bits: the endpoints of enclosures. Results
 * beyond 2^±REACH become, on the safe side, ±2^-REACH, ±2^(REACH−1), ±1·2^∞ = ±∞, or ±1·2^-∞ = ±0⁺, which
 * is next to 0 but not 0. Source: Brent & Zimmermann, Modern Computer Arithmetic, chapter 3.
 */
import { type Rational, rational } from '../expression/rational.ts'

/** The number m·2ᵉ. */
export type Dyadic = { readonly m: bigint; readonly e: number }
/** Binary exponents are kept up to this one; their sums stay far below 2^53. */
export const REACH: number = 2 ** 46
export const NOUGHT: Dyadic = { m: 0n, e: 0 }
export const TINY: Dyadic = { m: 1n, e: -Infinity }
export const INFINITE: Dyadic = { m: 1n, e: Infinity }
const cell = new DataView(new ArrayBuffer(8))

/** The number of binary digits of |m|, or one more: |m| < 2^width always holds. */
export function width(m: bigint): number {
  if (m === 0n) return 0
  cell.setFloat64(0, Number(m)) // to nearest, which may carry into one more digit
  const exponent = (cell.getUint16(0) >> 4) & 0x7ff
  if (exponent < 0x7ff) return exponent - 1022
  const rest = 4 * m.toString(16).length - 800
  return width(m >> BigInt(rest)) + rest
}

/** The least k, or one more, with |a| < 2ᵏ; −∞ for 0. */
export const magnitude = (a: Dyadic): number => (a.m === 0n ? -Infinity : width(a.m) + a.e)

/** m·2ᵉ to at most p bits, not above (`up` false) or not below (`up` true) the true value. */
export function round(m: bigint, e: number, p: number, up: boolean): Dyadic {
  if (m === 0n) return NOUGHT
  const size = width(m)
  if (!(Math.abs(size + e) <= REACH)) {
    const [outward, unit] = [m > 0n === up, m > 0n ? 1n : -1n]
    if (size + e > REACH) return { m: unit, e: outward ? Infinity : REACH - 1 }
    return { m: unit, e: !outward ? -Infinity : size + e < 0 ? -REACH : Infinity } // NaN is 0⁺·∞
  }
  if (size <= p) return { m, e }
  const shift = BigInt(size - p)
  return { m: up ? -(-m >> shift) : m >> shift, e: e + size - p }
}

/**
 * A number with the sign of a + b that rounds to p bits like it: a b below one unit of 2^-(p+2) of a
 * becomes such a unit, which rounding drops.
 */
function sum(a: Dyadic, b: Dyadic, p: number): Dyadic {
  if (b.m === 0n) return a
  if (a.m === 0n || a.e < b.e) return sum(b, a, p)
  if (a.e === Infinity) return b.e === Infinity && a.m !== b.m ? NOUGHT : a
  const gap = a.e - b.e
  if (gap <= p + 2 + width(b.m)) return { m: (a.m << BigInt(gap)) + b.m, e: b.e }
  return { m: (a.m << BigInt(p + 2)) + (b.m > 0n ? 1n : -1n), e: a.e - p - 2 }
}

export const negated = (a: Dyadic): Dyadic => ({ m: -a.m, e: a.e })
/** a + b */
export function add(a: Dyadic, b: Dyadic, p: number, up: boolean): Dyadic {
  const { m, e } = sum(a, b, p)
  return round(m, e, p, up)
}
/** a·b, with 0·∞ = 0 as endpoints need it. */
export const multiply = (a: Dyadic, b: Dyadic, p: number, up: boolean): Dyadic =>
  round(a.m * b.m, a.e + b.e, p, up)
/** a/b for b ≥ 0, with a/0 = ±∞ and 0/0 = 0 as endpoints need them. */
export function divide(a: Dyadic, b: Dyadic, p: number, up: boolean): Dyadic {
  if (a.m === 0n) return NOUGHT
  if (b.m === 0n) return { m: a.m > 0n ? 1n : -1n, e: Infinity }
  const shift = Math.max(0, p + 1 + width(b.m) - width(a.m))
  const away = a.m > 0n !== up ? 0n : a.m > 0n ? b.m - 1n : 1n - b.m // division drops towards 0
  return round(((a.m << BigInt(shift)) + away) / b.m, a.e - b.e - shift, p, up)
}

/** Negative, 0 or positive as a < b, a = b, a > b. */
export function compare(a: Dyadic, b: Dyadic): number {
  const m = a.e === b.e ? a.m - b.m : sum(a, negated(b), 2).m
  return m > 0n ? 1 : m < 0n ? -1 : 0
}
export const least = (a: Dyadic, b: Dyadic): Dyadic => (compare(a, b) <= 0 ? a : b)
export const greatest = (a: Dyadic, b: Dyadic): Dyadic => (compare(a, b) >= 0 ? a : b)

/** The rational number a. */
export const fromRational = ({ num, den }: Rational, p: number, up: boolean): Dyadic =>
  den === 1n ? round(num, 0, p, up) : divide({ m: num, e: 0 }, { m: den, e: 0 }, p, up)
/** The finite number a, exactly. */
export const toRational = (a: Dyadic): Rational =>
  a.e >= 0 ? rational(a.m << BigInt(a.e)) : rational(a.m, 1n << BigInt(-a.e))
/** ⌊a·2ʷ⌋ */
export const fixed = ({ m, e }: Dyadic, w: number): bigint =>
  e + w >= 0 ? m << BigInt(e + w) : m >> BigInt(Math.min(-e - w, 2 ** 50))
/** a as a double, within a few units in the last place: to choose parameters by, and to look at. */
export const toNumber = (a: Dyadic): number => {
  const cut = Math.max(0, width(a.m) - 64)
  return Number(a.m >> BigInt(cut)) * 2 ** (a.e + cut)
}
