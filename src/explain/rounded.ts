/** A measured number as a term: so many digits, and a power of ten where it is very large or small. */
import { readDecimal } from '../expression/decimal.ts'
import { type Expr, integer, multiply, negate, numeral, raise } from '../expression/expr.ts'

const FEWEST = 1e-3
const MOST = 1e5

/** 1.5*10^-16; −0.25 */
export function rounded(x: number, digits: number): Expr {
  if (x < 0) return negate(rounded(-x, digits))
  const size = Number(x.toPrecision(digits))
  if (size === 0 || (size >= FEWEST && size < MOST)) return numeral(readDecimal(String(size)))
  const [mantissa, exponent] = size.toExponential().split('e') as [string, string]
  const power = Number(exponent)
  const scale = raise(integer(10), power < 0 ? negate(integer(-power)) : integer(power))
  return mantissa === '1' ? scale : multiply(numeral(readDecimal(mantissa)), scale)
}
