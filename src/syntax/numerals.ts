/** The decimal digits of a numeral, as they are read back. */
import type { Rational } from '../expression/rational.ts'

/** Runs of zeros longer than this are written with an exponent. */
const LONG = 20

/** How many times the prime p divides n, by halving steps so that 2^40000 is quick. */
function multiplicity(n: bigint, p: bigint): number {
  let count = 0
  let rest = n
  for (let step = 1; step > 0; ) {
    const q = p ** BigInt(step)
    if (rest % q === 0n) {
      rest /= q
      count += step
      step *= 2
    } else step = Math.floor(step / 2)
  }
  return count
}

/**
 * A non-negative terminating decimal as digits and a power of ten: `digits`·10^`exponent`,
 * with the exponent 0 where the number is written out.
 */
export function decimalParts(value: Rational): { digits: string; exponent: number } {
  const { num, den } = value
  if (den === 1n) {
    const digits = num.toString()
    const zeros = digits.length - digits.replace(/0+$/, '').length
    if (zeros <= LONG || num === 0n) return { digits, exponent: 0 }
    return { digits: digits.slice(0, -zeros), exponent: zeros }
  }
  const twos = multiplicity(den, 2n)
  const fives = multiplicity(den, 5n)
  const places = Math.max(twos, fives)
  const digits = (num * 2n ** BigInt(places - twos) * 5n ** BigInt(places - fives)).toString()
  if (places - digits.length > LONG) return { digits, exponent: -places }
  const padded = digits.padStart(places + 1, '0')
  return { digits: `${padded.slice(0, -places)}.${padded.slice(-places)}`, exponent: 0 }
}
