/**
 * Numbers known within a radius, (hi + lo ± r)·2ᵉ: about 100 bits, exponents of any size, so nothing overflows or
 * becomes subnormal. Every operation gives a ball that holds all results of numbers in its operands' balls, so
 * that most points need no enclosure. With hi = ±∞ all that is known is the sign and 2ᵉ ≤ |value| ≤ 2ˡᵒ; with hi = NaN the
 * value is undefined; with r = ∞ nothing is known.
 *
 * Errors of sums, products and quotients of pairs: M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error
 * bounds for basic building blocks of double-word arithmetic, ACM TOMS 44 (2017). They are below 2⁻¹⁰¹, of which
 * twice as much is allowed for.
 */

export interface Ball {
  readonly hi: number
  readonly lo: number
  /** A multiple of `STEP`. */
  readonly e: number
  readonly r: number
}

export const STEP = 256
const [UP, DOWN] = [2 ** STEP, 2 ** -STEP]
const [LARGE, SMALL] = [2 ** (STEP / 2), 2 ** (-STEP / 2)]
/** What an operation may err by, as a part of the result. */
const ROUNDING = 2 ** -100
/** Radii are computed in doubles, and rounded. */
const MORE = 1 + 2 ** -40
const LEAST_RADIUS = 2 ** -400

export const UNKNOWN: Ball = { hi: 0, lo: 0, e: 0, r: Infinity }
export const NOWHERE: Ball = { hi: Number.NaN, lo: 0, e: 0, r: 0 }
/** All numbers of a sign from 2ᵉ on, up to 2^most. */
export const beyond = (sign: number, e: number, most: number = Infinity): Ball => ({
  hi: sign * Infinity,
  lo: most,
  e,
  r: 0,
})
/** All numbers up to 2ᵉ in size. */
export const within = (e: number): Ball => ({ hi: 0, lo: 0, e: STEP * Math.ceil(e / STEP), r: 1 })

export const isNowhere = (a: Ball): boolean => Number.isNaN(a.hi)
export const isUnknown = (a: Ball): boolean => a.r === Infinity
export const isBeyond = (a: Ball): boolean => Math.abs(a.hi) === Infinity
const isSpecial = (a: Ball): boolean => !(Math.abs(a.hi) < Infinity) || a.r === Infinity
export const isExact = (a: Ball): boolean => a.r === 0 && Math.abs(a.hi) < Infinity
export const isZero = (a: Ball): boolean => a.hi === 0 && a.r === 0

/** The ball with hi near 1. */
export function ball(hi: number, lo = 0, e = 0, r = 0): Ball {
  const size = Math.max(Math.abs(hi), r)
  if ((size < LARGE && size >= SMALL) || size === 0 || !(size < Infinity))
    return { hi, lo, e, r: r !== 0 && r < LEAST_RADIUS ? LEAST_RADIUS : r }
  return size >= LARGE
    ? ball(hi * DOWN, lo * DOWN, e + STEP, Math.max(r * DOWN, r === 0 ? 0 : LEAST_RADIUS))
    : ball(hi * UP, lo * UP, e - STEP, r * UP)
}

/** The double itself. */
export function exact(x: number): Ball {
  if (Number.isNaN(x)) return NOWHERE
  return Math.abs(x) === Infinity ? UNKNOWN : ball(x)
}

/** The numbers within `r` of a. */
export const widened = (a: Ball, r: number): Ball =>
  isSpecial(a) ? a : ball(a.hi, a.lo, a.e, (a.r + r) * MORE)
/** With `part` of a's size more in the radius. */
export const loosened = (a: Ball, part: number): Ball => widened(a, Math.abs(a.hi) * part)

export const negate = (a: Ball): Ball => ({ hi: -a.hi, lo: isBeyond(a) ? a.lo : -a.lo, e: a.e, r: a.r })

/** Numbers of a sign whose size is between 2^low and 2^high, where that is far beyond the doubles. */
function far(sign: number, low: number, high: number): Ball {
  const [from, to] = [low - Math.abs(low) * 2 ** -45 - 1, high + Math.abs(high) * 2 ** -45 + 1]
  if (sign !== 0 && from > FAR) return beyond(sign, from, to)
  return to < -FAR ? within(to) : UNKNOWN
}

const FAR = 4_000

/** The sign where it is known and not 0. */
export function signOf(a: Ball): number {
  if (isBeyond(a)) return Math.sign(a.hi)
  return Math.abs(a.hi) * (1 - 2 ** -50) > a.r ? Math.sign(a.hi) : 0
}

/** No number of a is larger than 2 to this. */
export const magnitude = (a: Ball): number =>
  isBeyond(a) ? a.lo : isUnknown(a) ? Infinity : a.e + Math.log2((Math.abs(a.hi) + a.r) * MORE) + 2 ** -20

/** No number of a is smaller than 2 to this. */
const least = (a: Ball): number =>
  isBeyond(a)
    ? a.e
    : signOf(a) === 0
      ? -Infinity
      : a.e + Math.log2(Math.abs(a.hi) * (1 - 2 ** -45) - a.r) - 2 ** -20

/** Where the last pair lies. */
let H = 0
let L = 0

function twoSum(a: number, b: number): void {
  H = a + b
  const back = H - a
  L = a - (H - back) + (b - back)
}

const SPLIT = 2 ** 27 + 1

function twoProduct(a: number, b: number): void {
  H = a * b
  const p = SPLIT * a
  const q = SPLIT * b
  const ah = p - (p - a)
  const bh = q - (q - b)
  const al = a - ah
  const bl = b - bh
  L = ah * bh - H + ah * bl + al * bh + al * bl
}

function pairSum(a: number, al: number, b: number, bl: number): void {
  twoSum(a, b)
  const [sh, sl] = [H, L]
  twoSum(al, bl)
  const [th, tl] = [H, L]
  const c = sl + th
  const vh = sh + c
  const w = tl + (c - (vh - sh))
  H = vh + w
  L = w - (H - vh)
}

function pairProduct(a: number, al: number, b: number, bl: number): void {
  twoProduct(a, b)
  const [ch, cl] = [H, L]
  const rest = cl + (a * bl + al * b)
  H = ch + rest
  L = rest - (H - ch)
}

export function add(a: Ball, b: Ball): Ball {
  if (isSpecial(a) || isSpecial(b)) return specialSum(a, b)
  if (a.hi === 0 && a.r === 0) return b
  if (b.hi === 0 && b.r === 0) return a
  if (a.e < b.e) return add(b, a)
  const steps = (a.e - b.e) / STEP
  // two doubles are a pair as they stand, as long as the smaller one stays a normal number
  const isSingle = a.lo === 0 && b.lo === 0 && Math.abs(b.hi) * DOWN ** steps >= 2 ** -1_020
  if (steps > 2 && !isSingle) return widened(a, Math.abs(a.hi) * 2 ** -200 + 2 ** -300)
  const scale = DOWN ** steps
  const [bh, bl, br] = [b.hi * scale, b.lo * scale, b.r * scale]
  // what is moved beyond the least number counts in the radius
  const r = (a.r + br) * MORE + (steps > 1 && !(isSingle && b.r === 0) ? 2 ** -500 : 0)
  if (isSingle) {
    twoSum(a.hi, bh)
    return ball(H, L, a.e, r)
  }
  pairSum(a.hi, a.lo, bh, bl)
  const more = H === 0 ? 0 : Math.abs(H) * ROUNDING + Number.MIN_VALUE
  return ball(H, L, a.e, (r + more) * MORE)
}

export const subtract = (a: Ball, b: Ball): Ball => add(a, negate(b))

function specialSum(a: Ball, b: Ball): Ball {
  if (isNowhere(a) || isNowhere(b)) return NOWHERE
  if (!isBeyond(a)) return isBeyond(b) ? specialSum(b, a) : UNKNOWN
  const sign = Math.sign(a.hi)
  if (isBeyond(b)) return a.hi === b.hi ? far(sign, Math.max(a.e, b.e), Math.max(a.lo, b.lo) + 1) : UNKNOWN
  return magnitude(b) < a.e - 1 ? far(sign, a.e - 1, a.lo + 1) : UNKNOWN
}

export function multiply(a: Ball, b: Ball): Ball {
  if (isSpecial(a) || isSpecial(b)) {
    if (isNowhere(a) || isNowhere(b)) return NOWHERE
    if (isUnknown(a) || isUnknown(b)) return isZero(a) || isZero(b) ? exact(0) : UNKNOWN
    if (isZero(a) || isZero(b)) return exact(0)
    return far(signOf(a) * signOf(b), least(a) + least(b), magnitude(a) + magnitude(b))
  }
  const r = Math.abs(a.hi) * b.r + Math.abs(b.hi) * a.r
  const radius = r === 0 && a.r === 0 && b.r === 0 ? 0 : (r * (1 + 2 ** -30) + a.r * b.r) * MORE
  if (a.lo === 0 && b.lo === 0) {
    twoProduct(a.hi, b.hi)
    return ball(H, L, a.e + b.e, radius)
  }
  pairProduct(a.hi, a.lo, b.hi, b.lo)
  return ball(H, L, a.e + b.e, (radius + Math.abs(H) * ROUNDING) * MORE)
}

export function divide(a: Ball, b: Ball): Ball {
  if (isNowhere(a) || isNowhere(b) || isZero(b)) return NOWHERE
  if (isUnknown(a) || isUnknown(b) || signOf(b) === 0) return UNKNOWN
  if (isZero(a)) return a
  if (isBeyond(a) || isBeyond(b))
    return far(signOf(a) * signOf(b), least(a) - magnitude(b), magnitude(a) - least(b))
  const q = a.hi / b.hi
  pairProduct(b.hi, b.lo, q, 0)
  pairSum(a.hi, a.lo, -H, -L)
  const more = H / b.hi
  twoSum(q, more)
  const [hi, lo] = [H, L]
  const radius = (a.r + (Math.abs(hi) + LEAST_RADIUS) * b.r) / (Math.abs(b.hi) * (1 - 2 ** -45) - b.r)
  return ball(hi, lo, a.e - b.e, (radius + Math.abs(hi) * 2 ** -98) * MORE)
}

export function sqrt(a: Ball): Ball {
  if (isNowhere(a) || isUnknown(a) || isZero(a)) return a
  const sign = signOf(a)
  if (sign < 0) return NOWHERE
  if (sign === 0) return UNKNOWN
  if (isBeyond(a)) return far(1, a.e / 2, a.lo / 2)
  // an even number of steps
  const isOdd = (a.e / STEP) % 2 !== 0
  const [hi, lo, r, e] = isOdd ? [a.hi * UP, a.lo * UP, a.r * UP, a.e - STEP] : [a.hi, a.lo, a.r, a.e]
  const root = Math.sqrt(hi)
  twoProduct(root, root)
  pairSum(hi, lo, -H, -L)
  twoSum(root, H / (2 * root))
  return ball(H, L, e / 2, (r / root + Math.abs(H) * 2 ** -96) * MORE)
}

export const times = (a: Ball, k: number): Ball => multiply(a, exact(k))
export const ONE: Ball = exact(1)
export const halved = (a: Ball): Ball =>
  isSpecial(a) ? multiply(a, exact(0.5)) : ball(a.hi / 2, a.lo / 2, a.e, a.r / 2)

export const abs = (a: Ball): Ball => {
  const sign = isNowhere(a) || isUnknown(a) ? 1 : signOf(a)
  if (sign !== 0 || isZero(a)) return sign < 0 ? negate(a) : a
  return ball(0, 0, a.e, (Math.abs(a.hi) + a.r) * MORE)
}

/** −1, 0, 1 as a is less than b, the same or more; NaN if it is undefined, nothing if it is not known. */
export function order(a: Ball, b: Ball): number | undefined {
  if (isNowhere(a) || isNowhere(b)) return Number.NaN
  const difference = subtract(a, b)
  if (isZero(difference)) return 0
  return signOf(difference) || undefined
}

/** As a double, about. */
export const near = (a: Ball): number =>
  a.e > 2_000
    ? a.hi * Infinity
    : a.e < -2_000
      ? 0
      : a.e >= 0
        ? a.hi * 2 ** Math.min(a.e, 1_000)
        : a.hi * 2 ** (a.e / 2) * 2 ** (a.e / 2)

export { H as high, L as low, pairProduct, pairSum }
