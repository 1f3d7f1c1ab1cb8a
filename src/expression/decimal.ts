/** Rational numbers as decimals: read exactly (0.1 is 1/10, never the nearest double) and written. */
import { OgeeError } from './error.ts'
import { isDecimal, negated, type Rational, rational } from './rational.ts'

/** Decimal exponents beyond this would make numbers too long to write down. */
const MAX_DECIMAL_EXPONENT = 10_000

/**
 * Reads `12`, `0.1`, `.5`, `1e-3` exactly.
 *
 * @throws OgeeError `E108` if the decimal exponent is beyond ±10000.
 * @example
 * ```ts
 * readDecimal('2.5e-1') // → { num: 1n, den: 4n }
 * ```
 */
export function readDecimal(text: string): Rational {
  const match = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!match || !(match[1] || match[2])) throw new OgeeError('E107', `"${text}" is not a number`)
  const fraction = match[2] ?? ''
  const exponent = Number(match[3] ?? '0') - fraction.length
  if (Math.abs(exponent) > MAX_DECIMAL_EXPONENT || text.length > MAX_DECIMAL_EXPONENT) {
    const hint = `exponents up to ±${MAX_DECIMAL_EXPONENT} are read`
    throw new OgeeError('E108', 'this number is too long to work with exactly', undefined, hint)
  }
  const digits = BigInt((match[1] ?? '') + fraction)
  return exponent < 0
    ? rational(digits, 10n ** BigInt(-exponent))
    : rational(digits * 10n ** BigInt(exponent))
}

/**
 * `-3`, `0.25` or, without a finite expansion, `1/3`. Long runs of zeros are written with `e`.
 *
 * @example
 * ```ts
 * writeRational(rational(1n, 8n)) // → '0.125'
 * ```
 */
export function writeRational(a: Rational): string {
  if (a.num < 0n) return `-${writeRational(negated(a))}`
  if (a.den === 1n) {
    const text = a.num.toString()
    const zeros = /0*$/.exec(text)?.[0].length ?? 0
    return zeros > 20 ? `${text.slice(0, -zeros)}e${zeros}` : text
  }
  if (!isDecimal(a)) return `${a.num}/${a.den}`
  let places = 0
  let { num, den } = a
  while (den !== 1n) {
    const scaled = rational(num * 10n, den)
    num = scaled.num
    den = scaled.den
    places += 1
  }
  const digits = num.toString()
  if (places - digits.length > 20) return `${digits}e-${places}`
  const padded = digits.padStart(places + 1, '0')
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`
}
