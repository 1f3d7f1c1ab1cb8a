/**
 * Functions of balls: the argument is brought near 0, a Taylor series in pairs does the rest, and the radius grows
 * by what the function spreads it and by what the series errs. Good to 2⁻⁸⁰ of the value or better.
 */
import {
  abs,
  add,
  type Ball,
  ball,
  beyond,
  divide,
  exact,
  halved,
  high,
  isBeyond,
  isNowhere,
  isUnknown,
  isZero,
  loosened,
  low,
  magnitude,
  multiply,
  NOWHERE,
  near,
  negate,
  ONE,
  order,
  pairProduct,
  pairSum,
  signOf,
  sqrt,
  subtract,
  times,
  UNKNOWN,
  widened,
  within,
} from './ball.ts'

const LN2 = [Math.LN2, 2.3190468138462996e-17, 5.707708438416212e-34, -3.5824322106018114e-50]
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33, 5.562271104316826e-50]
const ROOT_PI: Ball = ball(1.772453850905516, -7.666586499825799e-17, 0, 2 ** -104)

/** k times a constant given in parts. */
const multiple = (k: number, parts: readonly number[]): Ball =>
  widened(
    parts.map((part) => multiply(exact(k), exact(part))).reduceRight((sum, part) => add(part, sum)),
    Math.abs(k) * 2 ** -205,
  )

const HALF_TURN: Ball = multiple(1, HALF_PI)

/** a less k times the constant: the parts one after the other, the large ones first. */
const without = (a: Ball, k: number, parts: readonly number[]): Ball =>
  widened(
    parts.reduce((rest, part) => subtract(rest, multiply(exact(k), exact(part))), a),
    Math.abs(k) * 2 ** -205,
  )

/** 1/n! in pairs. */
const INVERSE_FACTORIALS: (readonly [number, number])[] = [[1, 0]]
for (let n = 1; n < 32; n += 1) {
  const [hi, lo] = INVERSE_FACTORIALS[n - 1] as readonly [number, number]
  const { hi: a, lo: b, e } = divide({ hi, lo, e: 0, r: 0 }, exact(n))
  INVERSE_FACTORIALS.push([a * 2 ** e, b * 2 ** e])
}

/** Σ cₖ·zᵏ for pairs. */
function series(
  z: number,
  zl: number,
  coefficients: readonly (readonly [number, number])[],
): readonly [number, number] {
  let [hi, lo] = coefficients.at(-1) as readonly [number, number]
  for (let k = coefficients.length - 2; k >= 0; k -= 1) {
    const [c, cl] = coefficients[k] as readonly [number, number]
    pairProduct(hi, lo, z, zl)
    pairSum(c, cl, high, low)
    hi = high
    lo = low
  }
  return [hi, lo]
}

/** Below this a few terms of the series in balls do. */
const TINY = -60
/** From here on exponentials are only known to be larger than any number of interest. */
const HUGE = 2 ** 30

const exponentialTerms = INVERSE_FACTORIALS.slice(1, 14)

/** e^m − 1 for |m| ≤ 0.36, as a part of its size right to 2⁻⁹⁴. */
function nearExpm1(m: Ball): Ball {
  if (isZero(m)) return m
  if (magnitude(m) < TINY) return loosened(add(m, halved(multiply(m, m))), 2 ** -118)
  const [z, zl] = [m.hi / 64, m.lo / 64]
  const [a, al] = series(z, zl, exponentialTerms)
  pairProduct(a, al, z, zl)
  let [t, tl] = [high, low]
  for (let k = 0; k < 6; k += 1) {
    pairProduct(t, tl, t, tl)
    pairSum(2 * t, 2 * tl, high, low)
    t = high
    tl = low
  }
  return ball(t, tl, m.e, Math.abs(t) * 2 ** -93)
}

/** The ball without its radius, and the radius as a double. */
const centre = (a: Ball): Ball => ({ hi: a.hi, lo: a.lo, e: a.e, r: 0 })
const radius = (a: Ball): number => (a.r === 0 ? 0 : a.e <= 512 ? a.r * 2 ** Math.max(a.e, -1000) : Infinity)

/** By how much e^a is spread, as a part of it. */
const spreadOf = (r: number): number => (r < 1 ? r * 2 : Infinity)

interface Reduced {
  readonly k: number
  readonly r: Ball
}

/** a = k·log 2 + r */
function reduced(a: Ball): Reduced {
  const k = Math.round(near(a) * Math.LOG2E)
  return { k, r: k === 0 ? centre(a) : without(centre(a), k, LN2) }
}

const scaled = (a: Ball, k: number): Ball => {
  const steps = Math.round(k / 256)
  const rest = 2 ** (k - 256 * steps)
  return ball(a.hi * rest, a.lo * rest, a.e + 256 * steps, a.r * rest)
}

/** e^a for huge a, between these powers of two if they are known. */
const size = (a: Ball, low: number, high: number): Ball =>
  a.hi > 0 ? beyond(1, Math.max(low, HUGE / 2), high) : within(-Math.max(low, HUGE / 2))

function farExponential(a: Ball): Ball | undefined {
  if (isNowhere(a) || isUnknown(a)) return a
  if (!isBeyond(a) && Math.abs(near(a)) < HUGE) return undefined
  if (!isBeyond(a) && a.r > Math.abs(a.hi) * 2 ** -40)
    return a.r > Math.abs(a.hi) / 2 ? UNKNOWN : size(a, 0, Infinity)
  const turns = Math.abs(near(a)) * Math.LOG2E
  return turns < Infinity ? size(a, turns * (1 - 2 ** -38), turns * (1 + 2 ** -38)) : size(a, 0, Infinity)
}

export function exp(a: Ball): Ball {
  const far = farExponential(a)
  if (far) return far
  const { k, r } = reduced(a)
  const spread = spreadOf(radius(a) + radius(r))
  if (spread === Infinity) return UNKNOWN
  return loosened(scaled(add(ONE, nearExpm1(centre(r))), k), spread)
}

export function expm1(a: Ball): Ball {
  const far = farExponential(a)
  if (far) return subtract(far, ONE)
  const { k, r } = reduced(a)
  if (k !== 0) return subtract(exp(a), ONE)
  const relative = Math.abs(a.hi) > 0 ? a.r / Math.abs(a.hi) : Infinity
  if (isZero(a)) return a
  return relative < 0.1 ? loosened(nearExpm1(r), relative * 3) : aroundZero(a)
}

/** What a function that grows by less than twice its operand near 0 is for numbers of either sign; else nothing. */
const aroundZero = (a: Ball): Ball =>
  !isBeyond(a) && !isNowhere(a) && magnitude(a) < -2 ? ball(0, 0, a.e, 2 * (Math.abs(a.hi) + a.r)) : UNKNOWN

/** log(1 + w) for |w| ≤ 0.5. */
function nearLog1p(w: Ball): Ball {
  if (isZero(w)) return w
  const relative = w.r / Math.abs(w.hi)
  if (!(relative < 0.1)) return aroundZero(w)
  const m = centre(w)
  if (magnitude(w) < TINY) return loosened(subtract(m, halved(multiply(m, m))), relative * 3 + 2 ** -118)
  const y = exact(Math.log1p(w.hi))
  // (1 + w)e^-y − 1
  const t = add(m, multiply(add(ONE, m), nearExpm1(negate(y))))
  return loosened(add(y, subtract(t, halved(multiply(t, t)))), relative * 3 + 2 ** -140)
}

export function log(a: Ball): Ball {
  if (isNowhere(a) || isUnknown(a)) return a
  if (isBeyond(a) && a.hi > 0) return UNKNOWN
  if (isZero(a) || signOf(a) < 0) return NOWHERE
  if (signOf(a) === 0) return UNKNOWN
  let k = Math.floor(Math.log2(a.hi))
  if (a.hi * 2 ** -k > 1.4) k += 1
  const m = { hi: a.hi * 2 ** -k, lo: a.lo * 2 ** -k, e: 0, r: a.r * 2 ** -k }
  const fraction = nearLog1p(subtract(m, ONE))
  return k + a.e === 0 ? fraction : add(multiple(k + a.e, LN2), fraction)
}

export function log1p(a: Ball): Ball {
  if (!isNowhere(a) && !isUnknown(a) && !isBeyond(a) && Math.abs(near(a)) < 0.4 && a.r < 0.05)
    return nearLog1p(a)
  return log(add(ONE, a))
}

/** u^w = e^(w·log u) */
export const power = (u: Ball, w: Ball): Ball => (isZero(w) ? ONE : exp(multiply(w, log(u))))

export function cbrt(a: Ball): Ball {
  if (isZero(a) || isNowhere(a) || isUnknown(a)) return a
  const sign = signOf(a)
  if (sign === 0) return UNKNOWN
  const root = exp(divide(log(abs(a)), exact(3)))
  return sign < 0 ? negate(root) : root
}

type OnBall = (a: Ball) => Ball

/** An odd function by what it is on the right. */
const odd =
  (right: (a: Ball) => Ball) =>
  (a: Ball): Ball => {
    if (isZero(a) || isNowhere(a) || isUnknown(a)) return a
    const sign = signOf(a)
    if (sign === 0) return aroundZero(a)
    return sign < 0 ? negate(right(negate(a))) : right(a)
  }

export const sinh: OnBall = odd((a) => {
  if (near(a) > 1) {
    const e = exp(a)
    return halved(subtract(e, divide(ONE, e)))
  }
  const t = expm1(a)
  return halved(add(t, divide(t, add(ONE, t))))
})

export const cosh = (a: Ball): Ball => {
  const e = exp(abs(a))
  return halved(add(e, divide(ONE, e)))
}

export const tanh: OnBall = odd((a) => {
  if (near(a) > 1) return subtract(ONE, divide(exact(2), add(exp(times(a, 2)), ONE)))
  const t = expm1(times(a, 2))
  return divide(t, add(t, exact(2)))
})

export const asinh: OnBall = odd((a) => {
  const square = multiply(a, a)
  return log1p(add(a, divide(square, add(ONE, sqrt(add(ONE, square))))))
})

export function acosh(a: Ball): Ball {
  const t = subtract(a, ONE)
  if (signOf(t) < 0) return NOWHERE
  return log1p(add(t, sqrt(multiply(t, add(t, exact(2))))))
}

export const atanh: OnBall = odd((a) => halved(log1p(divide(times(a, 2), subtract(ONE, a)))))

const sineTerms = INVERSE_FACTORIALS.filter((_, n) => n % 2 === 1).map(
  ([hi, lo], k) => (k % 2 === 0 ? [hi, lo] : [-hi, -lo]) as readonly [number, number],
)
const cosineTerms = INVERSE_FACTORIALS.filter((_, n) => n % 2 === 0).map(
  ([hi, lo], k) => (k % 2 === 0 ? [hi, lo] : [-hi, -lo]) as readonly [number, number],
)

/** For |r| ≤ 0.8. */
function nearSine(r: Ball): Ball {
  if (isZero(r)) return r
  const m = centre(r)
  const relative = r.r / Math.abs(r.hi)
  if (!(relative < 0.1)) return aroundZero(r)
  if (magnitude(r) < TINY) return loosened(m, relative * 2 + 2 ** -119)
  const square = multiply(m, m)
  const z = 2 ** square.e
  const [hi, lo] = series(square.hi * z, square.lo * z, sineTerms)
  return loosened(multiply(m, ball(hi, lo, 0, 2 ** -96)), relative * 2)
}

function nearCosine(r: Ball): Ball {
  const m = centre(r)
  const square = multiply(m, m)
  const z = square.e < -512 ? 0 : 2 ** square.e
  const [hi, lo] = series(square.hi * z, square.lo * z, cosineTerms)
  return ball(hi, lo, 0, 2 ** -96 + radius(r))
}

/** Larger angles are left to enclosures. */
const LARGEST_ANGLE = 2 ** 50

function turned(a: Ball, quarter: number): Ball {
  if (isNowhere(a)) return a
  if (isUnknown(a) || isBeyond(a) || !(Math.abs(near(a)) < LARGEST_ANGLE)) return UNKNOWN
  const k = Math.round(near(a) * (2 / Math.PI))
  const r = k === 0 ? a : without(a, k, HALF_PI)
  const turns = (((k + quarter) % 4) + 4) % 4
  const value = turns % 2 === 0 ? nearSine(r) : nearCosine(r)
  return turns >= 2 ? negate(value) : value
}

export const sin = (a: Ball): Ball => turned(a, 0)
export const cos = (a: Ball): Ball => turned(a, 1)
export const tan = (a: Ball): Ball => divide(sin(a), cos(a))

const rightAtan = (a: Ball): Ball => {
  if (isBeyond(a) || near(a) > 1) return subtract(HALF_TURN, rightAtan(divide(ONE, a)))
  if (signOf(a) === 0) return widened(exact(0), magnitude(a) > -900 ? 2 ** magnitude(a) : 2 ** -900)
  if (magnitude(a) < TINY) return loosened(a, 2 ** -119)
  const y = exact(Math.atan(near(a)))
  const [s, c] = [nearSine(y), nearCosine(y)]
  const m = centre(a)
  const t = divide(subtract(multiply(m, c), s), add(c, multiply(m, s)))
  return widened(loosened(add(y, t), 2 ** -140), radius(a))
}
export const atan: OnBall = odd(rightAtan)

export const asin = (a: Ball): Ball => {
  const adjacent = multiply(subtract(ONE, a), add(ONE, a))
  if (isZero(adjacent)) return signOf(a) > 0 ? HALF_TURN : negate(HALF_TURN)
  return atan(divide(a, sqrt(adjacent)))
}

export const acos = (a: Ball): Ball => {
  const [left, right] = [subtract(ONE, a), add(ONE, a)]
  if (isZero(right)) return times(HALF_TURN, 2)
  return times(atan(sqrt(divide(left, right))), 2)
}

/** e^(-x²) */
const gaussian = (x: Ball): Ball => exp(negate(multiply(x, x)))

/** 2/√π·e^(-x²)·Σ 2ⁿx^(2n+1)/(2n+1)!!, all terms of a sign, for 0 < x < 4. */
function nearErf(x: Ball): Ball {
  if (magnitude(x) < TINY) return loosened(divide(times(x, 2), ROOT_PI), 2 ** -119)
  const square = times(multiply(x, x), 2)
  let [term, total, n] = [x, x, 1]
  // from here on each term is less than half of the one before
  for (; near(term) > 2 ** -105 * near(total) || near(square) > n; n += 1) {
    term = divide(multiply(term, square), exact(2 * n + 1))
    total = add(total, term)
  }
  const value = multiply(divide(times(gaussian(x), 2), ROOT_PI), total)
  return loosened(value, 2 ** -103)
}

/** The continued fraction, between its convergents; for x ≥ 2. */
function farErfc(x: Ball): Ball {
  const m = near(x)
  if (m > 1e6) return within(-HUGE / 2)
  const terms = Math.ceil(760 / (m * m)) + 4
  const from = (count: number): Ball => {
    let rest = exact(0)
    for (let k = count; k > 0; k -= 1) rest = divide(exact(k / 2), add(x, rest))
    return rest
  }
  const [a, b] = [from(terms), from(terms + 1)]
  const difference = subtract(a, b)
  const rest = widened(a, radius(difference) + Math.abs(near(difference)) * 2 + 2 ** -300)
  return divide(divide(gaussian(x), ROOT_PI), add(x, rest))
}

const FAR_ERF = 2.5
export const erf: OnBall = odd((a) => {
  if (isBeyond(a)) return subtract(ONE, within(-HUGE / 2))
  if (a.r * 2 ** 40 > Math.abs(a.hi)) return UNKNOWN
  return near(a) < FAR_ERF ? nearErf(a) : subtract(ONE, farErfc(a))
})

export function erfc(a: Ball): Ball {
  if (!isNowhere(a) && !isUnknown(a) && !isBeyond(a) && a.r * 2 ** 40 <= Math.abs(a.hi) && near(a) >= FAR_ERF)
    return farErfc(a)
  return subtract(ONE, erf(a))
}

const HALF_ROOT_PI = halved(ROOT_PI)

/** x where f is y, by Newton's method from a guess; what is left is of the third order. */
function corrected(guess: number, missing: (x: Ball) => Ball): Ball {
  let x = exact(guess)
  let step = 0
  for (let k = 0; k < 2; k += 1) {
    const slope = multiply(HALF_ROOT_PI, exp(multiply(x, x)))
    const d = multiply(missing(centre(x)), slope)
    step = Math.abs(near(d)) + radius(d)
    x = add(centre(x), add(d, multiply(centre(x), multiply(d, d))))
  }
  return step < 1e-6 * Math.abs(guess) ? widened(x, 40 * step ** 3 * (1 + guess * guess)) : UNKNOWN
}

function rightErfinv(a: Ball): Ball {
  const left = subtract(ONE, a)
  if (signOf(left) < 0 || isZero(left)) return NOWHERE
  if (signOf(left) === 0) return UNKNOWN
  if (magnitude(a) < TINY) return loosened(multiply(a, HALF_ROOT_PI), 2 ** -119)
  return inverse(near(a), a, left)
}

/** From y = erf x and 1 − y. */
function inverse(y: number, a: Ball, left: Ball): Ball {
  const tail = near(left)
  const guess = y > 0.5 ? guessFar(tail) : guessNear(y)
  return y > 0.7
    ? corrected(guess, (x) => subtract(erfc(x), left))
    : corrected(guess, (x) => subtract(a, erf(x)))
}

const slopeAt = (x: number): number => (Math.sqrt(Math.PI) / 2) * Math.exp(x * x)

function guessNear(y: number): number {
  let x = (Math.sqrt(Math.PI) / 2) * y
  for (let k = 0; k < 30; k += 1) x += (y - near(erf(exact(x)))) * slopeAt(x)
  return x
}

/** By Newton's method on the logarithm of the complement. */
function guessFar(tail: number): number {
  let x = Math.sqrt(Math.max(0.3, -Math.log(tail * 1.77 * Math.sqrt(Math.max(1, -Math.log(tail))))))
  for (let k = 0; k < 20; k += 1) {
    const value = near(erfc(exact(x)))
    const step = (Math.log(value / tail) * value) / (1.1283791670955126 * Math.exp(-x * x))
    x += step
    if (Math.abs(step) < 1e-15 * x) break
  }
  return x
}

export const erfinv: OnBall = odd(rightErfinv)

export function erfcinv(a: Ball): Ball {
  if (isNowhere(a) || isUnknown(a) || isBeyond(a)) return a
  if (signOf(a) < 0 || isZero(a)) return NOWHERE
  if (signOf(a) > 0 && near(a) < 0.4) return inverse(1, ONE, a)
  return erfinv(subtract(ONE, a))
}

export const sign = (a: Ball): Ball => {
  if (isNowhere(a)) return a
  const found = signOf(a)
  return found !== 0 || isZero(a) ? exact(found) : UNKNOWN
}

const chosen = (a: Ball, b: Ball, first: number): Ball => {
  const found = order(a, b)
  if (found === undefined) return UNKNOWN
  return Number.isNaN(found) ? NOWHERE : found === first ? a : b
}
export const min = (a: Ball, b: Ball): Ball => chosen(a, b, -1)
export const max = (a: Ball, b: Ball): Ball => chosen(a, b, 1)
