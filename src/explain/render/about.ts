/** A number known by bounds, as it is said in a sentence: `2`, `about 3.14159`. */
import type { Bounds } from '../../decide/verdict.ts'

const FEWEST = 6
const MOST = 100

/** A decimal as digits·10ᵏ; bounds far out of every range are written otherwise and have none. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

function decimalOf(text: string): Decimal | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text)
  if (!match) return undefined
  const [, whole = '', fraction = '', exponent = '0'] = match
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

/** The decimal with so many significant digits, rounded to the nearest. */
function rounded({ digits, exponent }: Decimal, kept: number): string {
  const sign = digits < 0n ? '-' : ''
  let size = digits < 0n ? -digits : digits
  let power = exponent
  const length = size.toString().length
  if (length > kept) {
    const unit = 10n ** BigInt(length - kept)
    size = (size + unit / 2n) / unit
    power += length - kept
  }
  const text = size.toString().replace(/0+$/, '')
  if (text === '') return '0'
  power += size.toString().length - text.length
  const point = text.length + power
  if (point > 21 || point < -6) {
    return `${sign}${text[0]}${text.length > 1 ? `.${text.slice(1)}` : ''}e${point - 1}`
  }
  if (power >= 0) return sign + text + '0'.repeat(power)
  return point > 0
    ? `${sign}${text.slice(0, point)}.${text.slice(point)}`
    : `${sign}0.${'0'.repeat(-point)}${text}`
}

/** One number in words, with so many digits; nothing where its bounds do not agree on these. */
function said([low, high]: Bounds, kept: number): string | undefined {
  const [from, to] = [decimalOf(low), decimalOf(high)]
  if (!from || !to) return `from ${low} to ${high}`
  const [a, b] = [rounded(from, kept), rounded(to, kept)]
  if (a !== b) return undefined
  return low === high && rounded(from, MOST) === a ? a : `about ${a}`
}

/**
 * Two numbers that differ, with as few digits as show it and not fewer than six; nothing where the
 * decimals of their bounds do not show it.
 *
 * @example
 * ```ts
 * apart(['2', '2'], ['3.14159265358', '3.14159265359']) // → ['2', 'about 3.14159']
 * apart(['1.0000000001', '1.0000000001'], ['1', '1']) // → ['1.0000000001', '1']
 * apart(['1', '1'], ['1', '1.00000000000001']) // → undefined
 * ```
 */
export function apart(left: Bounds, right: Bounds): readonly [string, string] | undefined {
  for (let kept = FEWEST; kept < MOST; kept += 1) {
    const [a, b] = [said(left, kept), said(right, kept)]
    if (a === undefined || b === undefined) return undefined
    if (a.replace('about ', '') !== b.replace('about ', '')) return [a, b]
  }
  return undefined
}
