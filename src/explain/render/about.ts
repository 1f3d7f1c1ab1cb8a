/** A number known by bounds, as it is said in a sentence: `2`, `about 3.14159`. */
import type { Bounds } from '../../decide/verdict.ts'
import type { Said } from '../draft.ts'
import { say } from '../wording/message.ts'

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

/** One number with so many digits, and what is said of it; nothing where its bounds do not agree on these. */
function shown(
  [low, high]: Bounds,
  kept: number,
): { readonly digits: string; readonly said: Said } | undefined {
  const [from, to] = [decimalOf(low), decimalOf(high)]
  if (!from || !to) return { digits: `${low} ${high}`, said: say('comparison.between', { low, high }) }
  const [digits, other] = [rounded(from, kept), rounded(to, kept)]
  if (digits !== other) return undefined
  const isExact = low === high && rounded(from, MOST) === digits
  return { digits, said: isExact ? digits : say('comparison.about', { number: digits }) }
}

/**
 * Two numbers that differ, with as few digits as show it and not fewer than six: 2 and about 3.14159.
 * Nothing where the decimals of their bounds do not show it.
 */
export function apart(left: Bounds, right: Bounds): readonly [Said, Said] | undefined {
  for (let kept = FEWEST; kept < MOST; kept += 1) {
    const [a, b] = [shown(left, kept), shown(right, kept)]
    if (a === undefined || b === undefined) return undefined
    if (a.digits !== b.digits) return [a.said, b.said]
  }
  return undefined
}
