/**
 * Exact rational numbers of any size: p/q in lowest terms with q > 0.
 */
/** The number `num/den`, in lowest terms, `den > 0`. */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

/** The greatest common divisor, not negative. */
export const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/**
 * The rational `num/den` in lowest terms; `den` must not be 0.
 *
 * @example
 * ```ts
 * rational(6n, -4n) // → { num: -3n, den: 2n }
 * ```
 */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 1n) return { num, den }
  if (den === 0n) throw new RangeError('a rational number needs a denominator other than 0')
  // over a power of 2, as all doubles are, their last bit tells
  const g = (den & (den - 1n)) === 0n ? (num | den) & -(num | den) : den < 0n ? -gcd(num, den) : gcd(num, den)
  return { num: num / g, den: den / g }
}

/** `3` or `-1/4`: as certificates write it. */
export const exactText = ({ num, den }: Rational): string => (den === 1n ? `${num}` : `${num}/${den}`)

export const ZERO: Rational = { num: 0n, den: 1n }
export const ONE: Rational = { num: 1n, den: 1n }
export const MINUS_ONE: Rational = { num: -1n, den: 1n }

export const isZero = (a: Rational): boolean => a.num === 0n
export const isOne = (a: Rational): boolean => a.num === 1n && a.den === 1n
export const isInteger = (a: Rational): boolean => a.den === 1n
/** −1, 0 or 1. */
export const signOf = (a: Rational): -1 | 0 | 1 => (a.num > 0n ? 1 : a.num < 0n ? -1 : 0)

export const negated = (a: Rational): Rational => ({ num: -a.num, den: a.den })

export function plus(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num + b.num, den: 1n }
  return rational(a.num * b.den + b.num * a.den, a.den * b.den)
}

export const minus = (a: Rational, b: Rational): Rational => plus(a, negated(b))

export function times(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num * b.num, den: 1n }
  return rational(a.num * b.num, a.den * b.den)
}

/** a/b; `b` must not be 0. */
export const over = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num)

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.den === b.den ? a.num - b.num : a.num * b.den - b.num * a.den
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

export const equalRationals = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den

/** Number of binary digits of numerator and denominator together: what the number costs to keep. */
const bitLength = (a: Rational): number => (a.num.toString(16).length + a.den.toString(16).length) * 4

/**
 * aⁿ for an integer n, or `undefined` where it does not exist (0⁻¹) or would have more than
 * `maxBits` binary digits. a⁰ = 1.
 *
 * @example
 * ```ts
 * power(rational(2n, 3n), -2n) // → { num: 9n, den: 4n }
 * ```
 */
export function power(a: Rational, n: bigint, maxBits = 20_000): Rational | undefined {
  if (n === 1n) return a
  if (n < 0n) return isZero(a) ? undefined : power(over(ONE, a), -n, maxBits)
  const unit = (a.num === 0n || a.num === 1n || a.num === -1n) && a.den === 1n
  if (!unit && n > BigInt(Math.floor((maxBits * 4) / bitLength(a)))) return undefined
  const exponent = unit && n > 2n ? 2n - (n % 2n) : n
  return { num: a.num ** exponent, den: a.den ** exponent }
}

/** ⌊ᵏ√n⌋ for n ≥ 0, k ≥ 1, by Newton's iteration on integers from above. */
export function integerRoot(n: bigint, k: bigint): bigint {
  if (n < 2n || k === 1n) return n
  let x = 1n << (BigInt(n.toString(2).length) / k + 1n)
  for (;;) {
    const next = ((k - 1n) * x + n / x ** (k - 1n)) / k
    if (next >= x) return x
    x = next
  }
}

/**
 * The real q-th root of a (q ≥ 1) if it is rational; `undefined` if it is not, or does not exist.
 *
 * @example
 * ```ts
 * exactRoot(rational(-8n, 27n), 3n) // → { num: -2n, den: 3n }
 * ```
 */
export function exactRoot(a: Rational, q: bigint): Rational | undefined {
  if (a.num < 0n) {
    const root = q % 2n === 1n ? exactRoot(negated(a), q) : undefined
    return root && negated(root)
  }
  if (q > 64n && !(a.num <= 1n && a.den === 1n)) return undefined
  if (a.num <= 1n && a.den === 1n) return a
  const num = integerRoot(a.num, q)
  const den = integerRoot(a.den, q)
  return num ** q === a.num && den ** q === a.den ? { num, den } : undefined
}

/** True if a has a finite decimal expansion, that is, its denominator is 2ᵃ5ᵇ. */
export function isDecimal(a: Rational): boolean {
  let den = a.den
  while (den % 10n === 0n) den /= 10n
  while (den % 2n === 0n) den /= 2n
  while (den % 5n === 0n) den /= 5n
  return den === 1n
}
