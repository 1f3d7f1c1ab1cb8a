/**
 * The functions on intervals, to p bits, from which all others are built: at endpoints by series.ts.
 * Where an interval leaves the domain, its part inside counts. Formulas and inequalities: NIST
 * Digital Library of Mathematical Functions, chapters 4 and 7.
 */
import { exactRoot, power, type Rational } from '../expression/rational.ts'
import * as d from './dyadic.ts'
import * as i from './interval.ts'
import { arctangent, exponential, log2, logarithm, pi, series } from './series.ts'

type AtPoint = (x: d.Dyadic, p: number) => i.Interval
/** A function on intervals, to p bits. */
export type OnInterval = (a: i.Interval, p: number) => i.Interval

const { lo: ONE } = i.ONE
const MINUS_ONE = d.negated(ONE)
/** From (m − error)·2ᵉ to (m + error)·2ᵉ. */
const around = (m: bigint, error: bigint, e: number, p: number): i.Interval =>
  i.between(d.round(m - error, e, p, false), d.round(m + error, e, p, true))
/** How many bits after the point are 0 in x. */
const zeros = (x: d.Dyadic): number => (x.m === 0n ? 0 : Math.max(0, -d.magnitude(x)))
/** An increasing function, by its endpoints. */
function rising(f: AtPoint): OnInterval {
  return (a, p) => {
    const from = f(a.lo, p)
    return d.compare(a.lo, a.hi) === 0 ? from : i.between(from.lo, f(a.hi, p).hi)
  }
}
/**
 * An odd increasing function with |f(x)/(slope·x) − 1| ≤ x² for |x| ≤ ½, from one for x > 0 good to p
 * bits after the point: with as many more as x has zeros there, up to p/2; beyond, slope·x·(1 ± x²).
 */
export function odd(f: OnInterval, slope = (_: number): i.Interval => i.ONE): OnInterval {
  const at: AtPoint = (x, p) => {
    if (x.m <= 0n) return x.m === 0n ? i.ZERO : i.opposite(at(d.negated(x), p))
    if (zeros(x) <= p / 2) return f(i.single(x), p + zeros(x))
    const factor = around(1n << BigInt(p), 1n, -p, p)
    return i.product(i.product(i.single(x), factor, p), slope(p), p)
  }
  return rising(at)
}

/** π */
export const circle = (p: number): i.Interval => around(pi(p), 2n, -p, p)

/**
 * eˣ = 2ᵏ·e^r, r = x − k·log 2, |r| < 1. At w bits r errs by < 1.3 (at m + 4 bits more, |x| < 2ᵐ,
 * x does by < 1 and k·log 2 by < 3·2ᵐ), e^r so by < 2.7·1.3 and 2 more.
 */
export const exp: OnInterval = rising((x, p) => {
  const m = Math.max(0, d.magnitude(x))
  if (x.m === 0n) return i.ONE
  if (m > 47 && x.m < 0n) return i.between(d.TINY, { m: 1n, e: -d.REACH })
  if (m > 47) return i.between({ m: 1n, e: d.REACH - 1 }, d.INFINITE)
  const k = Math.round(d.toNumber(x) / Math.LN2)
  const r = (d.fixed(x, p + m + 12) - BigInt(k) * log2(p + m + 12)) >> BigInt(m + 4)
  return around(exponential(r, p + 8)[0], 6n, k - p - 8, p)
})

/**
 * log x = k·log 2 + log f, 0.7 ≤ f ≤ 1.4; f errs by < 1, so log f by < 2 and 8 + w/8 more, k·log 2
 * by < 2 at w bits; next to 1 there are as many more bits as |x − 1| has zeros.
 */
export const log: OnInterval = rising((x, p) => {
  if (x.m <= 0n || x.e === -Infinity) return i.single(d.negated(d.INFINITE))
  if (x.e === Infinity) return i.between({ m: 1n, e: 45 }, x)
  const size = d.magnitude(x)
  const k = d.toNumber({ m: x.m, e: x.e - size }) < 0.7 ? size - 1 : size
  const beyond = d.add(x, MINUS_ONE, 4, true)
  if (beyond.m === 0n) return i.ZERO
  const w = p + 8 + (k === 0 ? zeros(beyond) : 0)
  const more = d.width(BigInt(k)) + 1
  const whole = (BigInt(k) * log2(w + more)) >> BigInt(more)
  return around(whole + logarithm(d.fixed(x, w - k), w), BigInt(16 + (w >> 3)), -w, p)
})

/** atan x for x > 0: π/2 − atan(1/x) beyond 1; below, x errs by < 1 and its atan by < 10 + w/8. */
const atan: OnInterval = odd((x, p) => {
  if (d.compare(x.lo, ONE) <= 0) {
    const w = p + 8
    return around(arctangent(d.fixed(x.lo, w), w), BigInt(12 + (w >> 3)), -w, p)
  }
  return i.difference(i.scaled(circle(p), -1), atan(i.quotient(i.ONE, x, p), p), p)
})

/**
 * sin(u + turn·π/2), with the extrema (−1)ⁿ at (n + ½)π that the interval may hold; between these it
 * is monotone. Ends are q·π/2 + r, |r| < 0.8; r errs by < 1.3 at w bits, as in `exp`, the sine by < 4.
 * Arguments beyond 2^(2^17) are not reduced.
 */
const wave =
  (turn: bigint): OnInterval =>
  (a, p) => {
    const wide = d.compare(d.add(a.hi, d.negated(a.lo), 8, true), { m: 7n, e: 0 }) > 0
    if (wide || d.magnitude(i.absolute(a).hi) > 2 ** 17) return i.between(MINUS_ONE, ONE)
    const w = p + 8
    const end = (x: d.Dyadic): readonly [q: bigint, r: bigint, sin: bigint] => {
      const more = Math.max(0, d.magnitude(x)) + 4
      const [long, circle] = [d.fixed(x, w + more), pi(w + more)]
      const q = (2n * long + (x.m < 0n ? -circle : circle) / 2n) / circle
      const r = (long - ((q * circle) >> 1n)) >> BigInt(more)
      const [c, s] = exponential(r, w, -1n)
      return [q + turn, r, [s, c, -s, -c][Number((q + turn) & 3n)] as bigint]
    }
    const [[q, r, y], [k, t, z]] = [end(a.lo), end(a.hi)]
    const [first, last] = [(q + (r > 2n ? 1n : 0n)) >> 1n, (k - (t < -2n ? 2n : 1n)) >> 1n]
    const holds = (odd: bigint): boolean => first < last || (first === last && (last & 1n) === odd)
    const ends = i.hull(around(y, 4n, -w, p), around(z, 4n, -w, p))
    const lo = holds(1n) ? MINUS_ONE : d.greatest(ends.lo, MINUS_ONE)
    return i.between(lo, holds(0n) ? ONE : d.least(ends.hi, ONE))
  }
const [sin, cos] = [wave(0n), wave(1n)]

/**
 * erf x for x > 0. Where e^(-x²) < 2^-p, so is 1 − erf x. Else erf x·√π/2 = Σ (−1)ᵏx·x²ᵏ/(k!·(2k+1)):
 * each x²ᵏ/k! errs by ≤ 2 afresh and x²/k of the one before, so by ≤ 2(k+1)·e^(x²); n terms, and
 * those left out, beyond k = 2x², so err by less than 4n²·e^(x²).
 */
const erf: OnInterval = (a, p) => {
  const [x, square] = [a.lo, d.toNumber(a.lo) ** 2]
  if (1.44 * square >= p) return i.between(d.add(ONE, { m: -1n, e: -p }, p, false), ONE)
  const s = Math.ceil(1.45 * square) + 1 // e^(x²) < 2ˢ
  const w = p + s + 2 * Math.ceil(Math.log2(p + s)) + 8
  let n = 0n
  const total = series(1n << BigInt(w), 2n, (term) => {
    n += 1n
    return d.fixed({ m: -term * x.m * x.m, e: 2 * x.e }, 0) / n
  })
  const sum = around(total, (4n * n * n) << BigInt(s), -w, p)
  return i.product(i.product(sum, a, p), slope(p), p)
}
/** 2/√π */
const slope = (p: number): i.Interval => i.quotient(i.scaled(i.ONE, 1), sqrt(circle(p), p), p)

/**
 * The x > 0 with erf x = y, for 0 < y < 1: with 1 − y ≥ 2^-k it is below √k, as 1 − erf x ≤ e^(-x²). It
 * is m + (y − erf m)·e^(t²)·√π/2 with t between m and x (mean value theorem), so Newton's step on an
 * interval around x keeps it; so does the half on the side that y − erf m tells. The middle m is rounded
 * by less than 2^-30 of the width, so it is within.
 */
const erfinv: OnInterval = ({ lo: y }, p) => {
  const rest = d.add(ONE, d.negated(y), 4, false)
  if (rest.m <= 0n) return i.single(d.INFINITE)
  const k = 2 - d.magnitude(rest)
  let x = i.between(d.NOUGHT, { m: BigInt(Math.ceil(Math.sqrt(k))), e: 0 })
  for (let [bits, steps] = [0, 0]; bits < p && steps < 200; steps += 1) {
    const e = Math.max(bits, 0) + 32
    const w = k + 32 + Math.min(p, 2 * e)
    const m = i.scaled(i.single(d.add(x.lo, x.hi, w, false)), -1)
    const gap = i.difference(i.single(y), erf(m, w), w)
    const step = i.quotient(i.product(gap, exp(i.product(x, x, e), e), w), slope(w), w)
    const [near, sign] = [i.sum(m, step, w), i.signs(gap)]
    const lo = d.greatest(near.lo, sign === i.POSITIVE ? m.lo : x.lo)
    x = i.between(lo, d.least(near.hi, sign === i.NEGATIVE ? m.hi : x.hi))
    bits = -d.magnitude(d.add(x.hi, d.negated(x.lo), 4, true))
  }
  return x
}

/** The real power aʳ: for odd den(r) also of a < 0, for even den(r) of a ≥ 0; a⁰ = 1. */
export function realPower(a: i.Interval, r: Rational, p: number): i.Interval {
  const base = a.exact && exactRoot(a.exact, r.den)
  const value = base && power(base, r.num, 2 ** 16)
  if (value || r.num === 0n) return value ? i.point(value, p) : i.ONE
  if (r.num < 0n) return i.quotient(i.ONE, realPower(a, { num: -r.num, den: r.den }, p), p)
  const at: AtPoint = (x, w) => {
    if (x.m > 0n) return exp(i.product(log(i.single(x), w), i.point(r, w), w), w)
    return x.m === 0n || r.den % 2n === 0n ? i.ZERO : i.opposite(at(d.negated(x), w))
  }
  return rising(at)(r.num % 2n === 0n ? i.absolute(a) : a, p + Math.min(64, d.width(r.num)))
}
const sqrt: OnInterval = (a, p) => realPower(a, { num: 1n, den: 2n }, p)

/** By name. The others are formulas in these. */
export const BASIC: Readonly<Record<string, OnInterval>> = {
  exp,
  log,
  sqrt,
  atan,
  abs: i.absolute,
  sin: (a, p) => (d.magnitude(i.absolute(a).hi) < 0 ? odd(sin) : sin)(a, p),
  cos: (a, p) => (a.exact?.num === 0n ? i.ONE : cos(a, p)),
  erf: odd(erf, slope),
  erfinv: odd(erfinv, (p) => i.quotient(i.ONE, slope(p), p)),
}
