/** Doubles and rational numbers. */
import { readDecimal } from '../expression/decimal.ts'
import type { Expr } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { negated, type Rational, rational } from '../expression/rational.ts'

/** A double is a rational number. */
export function exactly(value: number): Rational {
  let [num, shift] = [value, 0]
  // by large steps first: 2^-1074 is far from 1
  for (const step of [512, 64, 8, 1])
    while (Math.abs(num) < 2 ** (53 - step) && !Number.isInteger(num)) {
      num *= 2 ** step
      shift += step
    }
  return rational(BigInt(num), 1n << BigInt(shift))
}

/** The exponent of the last bit of the smallest doubles. */
const LEAST_EXPONENT = -1074

/** The double nearest to num/den, of two equally near the one with an even last bit. */
export function nearest({ num, den }: Rational): number {
  const [n, d] = [Number(num), Number(den)]
  if (Math.abs(n) <= 2 ** 53 && d <= 2 ** 53) return n / d
  const size = num < 0n ? -num : num
  // 55 or 56 bits of the quotient, or as many as lie above the last bit of all, and one more
  const exponent = Math.max(LEAST_EXPONENT - 1, bits(size) - bits(den) - 55)
  const [top, bottom] = exponent > 0 ? [size, den << BigInt(exponent)] : [size << BigInt(-exponent), den]
  const quotient = top / bottom
  const isSubnormal = exponent === LEAST_EXPONENT - 1 && bits(quotient) <= 53
  const sticky = top % bottom === 0n ? 0n : 1n
  const rounded = isSubnormal
    ? Number(halved(quotient, sticky)) * 2 ** LEAST_EXPONENT
    : scaled(Number(quotient * 2n + sticky), exponent - 1)
  return num < 0n ? -rounded : rounded
}

/** u·2ᵏ in two steps, as 2ᵏ alone may be no double. */
const scaled = (u: number, k: number): number => u * 2 ** Math.trunc(k / 2) * 2 ** (k - Math.trunc(k / 2))

/** n/2 to the nearest whole number; what is a half and no more goes to the even one. */
function halved(n: bigint, more: bigint): bigint {
  const low = n >> 1n
  const isUp = (n & 1n) === 1n && (more === 1n || (low & 1n) === 1n)
  return isUp ? low + 1n : low
}

const bits = (n: bigint): number => n.toString(2).length

/** The shortest decimal that reads as this double, as a term. */
export function decimalTerm(value: number): Expr {
  const size = readDecimal(String(Math.abs(value)))
  return numberTerm(value < 0 ? negated(size) : size)
}
