/** Decimals of numbers, exact ones and those that are only enclosed: every digit is right. */
import { toRational } from '../enclose/dyadic.ts'
import { enclose } from '../enclose/enclose.ts'
import { between, type Interval, point } from '../enclose/interval.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'
import { minus, type Rational, rational, signOf, times } from '../expression/rational.ts'
import type { Isolated } from './interval.ts'

const BITS = 192
const MOST_DIGITS = 17

/** The number to as many digits as are known, at most 17, with … if there are more; nothing for a term with other letters. */
export function decimalOf(u: Expr, numbers: readonly Isolated[]): string | undefined {
  const at = new Map<string, Interval>(
    numbers.map(({ letter, between: [low, high] }) => [
      letter,
      between(point(low, BITS).lo, point(high, BITS).hi),
    ]),
  )
  if (freeSymbols(u).some((name) => !at.has(name))) return undefined
  const found = enclose(u, at, BITS, 200)
  if (found.kind !== 'interval' || !found.total || !Number.isFinite(found.value.hi.e + found.value.lo.e))
    return undefined
  const [low, high] = [toRational(found.value.lo), toRational(found.value.hi)]
  for (let digits = MOST_DIGITS; digits > 0; digits -= 1) {
    const [a, b] = [rounded(low, digits), rounded(high, digits)]
    if (a === b) return found.value.exact ? a : `${a}…`
  }
  return undefined
}

/** With so many significant digits, or fewer where the number has no more. */
function rounded(r: Rational, digits: number): string {
  if (r.num === 0n) return '0'
  const size: Rational = { num: r.num < 0n ? -r.num : r.num, den: r.den }
  let exponent = size.num.toString().length - size.den.toString().length
  if (signOf(minus(size, power(exponent))) < 0) exponent -= 1
  const scaled = times(size, power(digits - 1 - exponent))
  let whole = (2n * scaled.num + scaled.den) / (2n * scaled.den)
  if (whole >= 10n ** BigInt(digits)) {
    whole /= 10n
    exponent += 1
  }
  const sign = r.num < 0n ? '-' : ''
  const text = whole.toString()
  if (exponent < -7 || exponent > 20) return `${sign}${trimmed(`${text[0]}.${text.slice(1)}`)}e${exponent}`
  if (exponent < 0) return `${sign}${trimmed(`0.${'0'.repeat(-exponent - 1)}${text}`)}`
  const padded = text.padEnd(exponent + 1, '0')
  return `${sign}${trimmed(`${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`)}`
}

const trimmed = (text: string): string => text.replace(/\.?0*$/, '')

const power = (k: number): Rational => (k >= 0 ? rational(10n ** BigInt(k)) : rational(1n, 10n ** BigInt(-k)))
