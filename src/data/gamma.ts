/**
 * The gamma function and the incomplete gamma and beta integrals in double precision, on which the distributions
 * of statistics rest. Notation and formulas: NIST Digital Library of Mathematical Functions (DLMF), chapters 5 and 8.
 */

/** Coefficients B₂ₖ/(2k(2k−1)) of Stirling's series, DLMF 5.11.1. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const
/** From here on the series is good to the last bits. */
const LARGE = 15
const HALF_LOG_TAU = 0.9189385332046727

/** What Stirling's formula leaves out: log Γ(a) − (a − ½)·log a + a − ½·log 2π, for large a. */
function stirlingRest(a: number): number {
  const square = a * a
  return STIRLING.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / a
}

/** log Γ(a) for a > 0. */
export function logGamma(a: number): number {
  if (a >= LARGE) return (a - 0.5) * Math.log(a) - a + HALF_LOG_TAU + stirlingRest(a)
  // Γ(a + 1) = a·Γ(a), up to where the series is good
  let [product, large] = [1, a]
  while (large < LARGE) {
    product *= large
    large += 1
  }
  return logGamma(large) - Math.log(product)
}

/** log B(a, b), the sum taken so that large parts cancel on paper, not in doubles. */
function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  if (large < LARGE) return logGamma(a) + logGamma(b) - logGamma(a + b)
  const sum = small + large
  const quotient =
    stirlingRest(large) -
    stirlingRest(sum) +
    small -
    small * Math.log(sum) -
    (large - 0.5) * Math.log1p(small / large)
  return logGamma(small) + quotient
}

const TINY = 1e-300
const MOST_TERMS = 100_000

/** A continued fraction 1/(1 + d₁/(1 + d₂/(1 + …))) by Lentz's method, as long as it still changes. */
function fraction(d: (k: number) => number): number {
  let [value, c, rest] = [1, 1, 0]
  for (let k = 1; k <= MOST_TERMS; k += 1) {
    const term = d(k)
    rest = 1 / (1 + term * rest || TINY)
    c = 1 + term / c || TINY
    const factor = c * rest
    value *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return 1 / value
}

/** Both tails of a distribution at a point: what lies below, and above. Each keeps its own digits. */
export interface Tails {
  readonly below: number
  readonly above: number
}

const flipped = ({ below, above }: Tails): Tails => ({ below: above, above: below })

/**
 * Iₓ(a, b) and 1 − Iₓ(a, b) for 0 ≤ x ≤ 1, a, b > 0; `y` is 1 − x, given where that is known better. DLMF 8.17.22.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (Number.isNaN(a + b + x)) return { below: Number.NaN, above: Number.NaN }
  if (x <= 0) return { below: 0, above: 1 }
  if (y <= 0) return { below: 1, above: 0 }
  // the fraction is quick below the mean
  if (x > (a + 1) / (a + b + 2)) return flipped(incompleteBeta(b, a, y, x))
  const front = Math.exp(a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b)) / a
  const below =
    front *
    fraction((k) => {
      const m = Math.floor(k / 2)
      if (k % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    })
  return { below, above: 1 - below }
}

/** log x, where x = 1 − y and the smaller of the two is known better. */
const logOf = (x: number, y: number): number => (y < 0.5 ? Math.log1p(-y) : Math.log(x))

/** P(a, x) and Q(a, x) for x ≥ 0, a > 0: series below the mean, continued fraction above (DLMF 8.7.1, 8.9.2). */
export function incompleteGamma(a: number, x: number): Tails {
  if (Number.isNaN(a + x)) return { below: Number.NaN, above: Number.NaN }
  if (x <= 0) return { below: 0, above: 1 }
  if (x === Infinity) return { below: 1, above: 0 }
  const front = Math.exp(powerFront(a, x))
  if (x < a + 1) {
    let [sum, term] = [1, 1]
    for (let k = 1; k <= MOST_TERMS && term > sum * 1e-17; k += 1) {
      term *= x / (a + k)
      sum += term
    }
    const below = (front * sum) / a
    return { below, above: 1 - below }
  }
  const above = gammaFraction(a, x) * front
  return { below: 1 - above, above }
}

/** log(xᵃ·e⁻ˣ/Γ(a)); for large a by Stirling, so that what is large cancels on paper. */
function powerFront(a: number, x: number): number {
  if (a < LARGE) return a * Math.log(x) - x - logGamma(a)
  const t = (x - a) / a
  return -a * (t - Math.log1p(t)) + 0.5 * Math.log(a) - HALF_LOG_TAU - stirlingRest(a)
}

/** 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − 2·(2 − a)/(x + 5 − a − …))). */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let [c, d] = [1 / TINY, 1 / b]
  let value = d
  for (let k = 1; k <= MOST_TERMS; k += 1) {
    const top = -k * (k - a)
    b += 2
    d = 1 / (top * d + b || TINY)
    c = b + top / c || TINY
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return value
}
