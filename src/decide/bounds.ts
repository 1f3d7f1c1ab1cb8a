/** Intervals as pairs of decimals, rounded outward. */
import { toRational } from '../enclose/dyadic.ts'
import type { Interval } from '../enclose/interval.ts'
import type { Rational } from '../expression/rational.ts'
import type { Bounds } from './verdict.ts'

/** digits · 10ᵏ. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

const LARGEST_EXPONENT = 200_000

/** The lower and the upper end, if they are not too long to be written. */
function endsOf({ lo, hi, exact }: Interval): readonly Rational[] | undefined {
  if (exact) return [exact, exact]
  return [lo, hi].some(({ e }) => Math.abs(e) > LARGEST_EXPONENT)
    ? undefined
    : [toRational(lo), toRational(hi)]
}

/** The decimal with so many digits next to the number on the given side. */
function decimal({ num, den }: Rational, up: boolean, digits: number): Decimal {
  if (num === 0n) return { digits: 0n, exponent: 0 }
  const size = num < 0n ? -num : num
  let k = size.toString().length - den.toString().length - digits
  for (;;) {
    const [n, d] = k >= 0 ? [size, den * 10n ** BigInt(k)] : [size * 10n ** BigInt(-k), den]
    const floor = n / d
    if (floor < 10n ** BigInt(digits + 1)) {
      const rounded = floor * d === n || up === num < 0n ? floor : floor + 1n
      return { digits: num < 0n ? -rounded : rounded, exponent: k }
    }
    k += 1
  }
}

/** As text, in scientific notation where that is shorter. */
function written(value: Decimal): string {
  const negative = value.digits < 0n
  const digits = `${negative ? -value.digits : value.digits}`
  const exponent = digits.length - 1 + value.exponent
  return `${negative ? '-' : ''}${placed(digits.replace(/0+$/, '') || '0', value.digits === 0n ? 0 : exponent)}`
}

/** The digits as a number that begins at 10ᵏ. */
function placed(digits: string, k: number): string {
  const fraction = (text: string): string => (text === '' ? '' : `.${text}`)
  if (k > 20 || k < -7) return `${digits[0]}${fraction(digits.slice(1))}e${k}`
  if (k < 0) return `0.${'0'.repeat(-k - 1)}${digits}`
  const whole = digits.padEnd(k + 1, '0')
  return `${whole.slice(0, k + 1)}${fraction(whole.slice(k + 1))}`
}

const FEWEST_DIGITS = 20
const MOST_DIGITS = 5_000

/** Is a < b? */
function isLess(a: Decimal, b: Decimal): boolean {
  const k = Math.min(a.exponent, b.exponent)
  return a.digits * 10n ** BigInt(a.exponent - k) < b.digits * 10n ** BigInt(b.exponent - k)
}

/** Two disjoint intervals as bounds that are disjoint, with as few digits as that takes, but at least twenty. */
export function disjointBounds(left: Interval, right: Interval): readonly [Bounds, Bounds] {
  const ends = [...(endsOf(left) ?? []), ...(endsOf(right) ?? [])]
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS && ends.length === 4; digits *= 2) {
    const [a, b, c, d] = ends.map((end, i) => decimal(end, i % 2 === 1, digits)) as [
      Decimal,
      Decimal,
      Decimal,
      Decimal,
    ]
    if (!isLess(b, c) && !isLess(d, a)) continue
    return [
      [written(a), written(b)],
      [written(c), written(d)],
    ]
  }
  return [binary(left), binary(right)]
}

const binary = ({ lo, hi }: Interval): Bounds => [`${lo.m}*2^${lo.e}`, `${hi.m}*2^${hi.e}`]
