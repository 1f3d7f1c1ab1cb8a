/**
 * The error function and its kin in double precision: power series near 0, Lentz's continued fraction far out
 * (NIST Digital Library of Mathematical Functions, 7.6.1 and 7.9.1).
 */

const FAR = 2.5
const ROOT_PI = Math.sqrt(Math.PI)

/** e^(-x²) with the square taken in two parts, so that its rounding does not grow. */
function gaussian(x: number): number {
  const head = Math.fround(x)
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head))
}

/** 1 − erf x for x > 0 far out. */
const tail = (x: number): number => (x > 27.3 ? 0 : gaussian(x) * scaledTail(x))

/** e^(x²)·(1 − erf x) for x > 0 far out. */
export function scaledTail(x: number): number {
  let rest = 0
  for (let k = Math.ceil(30 + 200 / (x * x)); k > 0; k -= 1) rest = k / 2 / (x + rest)
  return 1 / ROOT_PI / (x + rest)
}

/** All terms are positive: 2/√π·e^(-x²)·Σ 2ⁿx^(2n+1)/(2n+1)!!. */
function near(x: number): number {
  let [term, total] = [x, 0]
  for (let n = 1; total + term !== total; n += 1) {
    total += term
    term *= (2 * x * x) / (2 * n + 1)
  }
  return (2 / ROOT_PI) * gaussian(x) * total
}

/** The error function. */
export function erf(x: number): number {
  if (Number.isNaN(x) || x === 0) return x
  const size = Math.abs(x) > FAR ? 1 - tail(Math.abs(x)) : near(Math.abs(x))
  return x < 0 ? -size : size
}

/** 1 − erf x, without cancellation for x > 0. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 0.5) return tail(x)
  return 1 - erf(x)
}

/** Newton's method has converged by then. */
const STEPS = 4

/**
 * The inverse of erf by Newton's method, begun at S. Winitzki's approximation (2008); far out on the logarithm of the
 * complement, which is almost a parabola.
 */
export function erfinv(y: number): number {
  if (!(Math.abs(y) < 1)) return Math.abs(y) === 1 ? y * Number.POSITIVE_INFINITY : Number.NaN
  if (Math.abs(y) < 1e-100) return (ROOT_PI / 2) * y
  if (y < 0) return -erfinv(-y)
  const [fall, a, left] = [Math.log1p(-y * y), 0.147, 1 - y]
  const b = 2 / (Math.PI * a) + fall / 2
  let x = y < 0.01 ? (ROOT_PI / 2) * y : Math.sqrt(Math.sqrt(b * b - fall / a) - b)
  for (let n = 0; n < STEPS; n += 1) {
    const slope = (ROOT_PI / 2) * Math.exp(x * x)
    const rest = erfc(x)
    x += y > 0.77 ? rest * slope * Math.log1p((rest - left) / left) : (y - erf(x)) * slope
  }
  return x
}
