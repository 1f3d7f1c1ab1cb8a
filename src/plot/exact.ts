/** Doubles are fractions with a power of two below. */
import { type Rational, rational } from '../expression/rational.ts'

/** The fraction that a finite double is. */
export function exactly(v: number): Rational {
  let [whole, den] = [v, 1n]
  while (!Number.isInteger(whole)) {
    whole *= 2
    den *= 2n
  }
  return rational(BigInt(whole), den)
}
