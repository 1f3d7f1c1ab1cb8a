/** Intervals as pairs of decimals, rounded outward. */
import type { Dyadic } from '../enclose/dyadic.ts'
import type { Interval } from '../enclose/interval.ts'
import type { Bounds } from './verdict.ts'

const DIGITS = 20

/** The decimal next to m·2ᵉ on the given side, with twenty digits. */
function decimal({ m, e }: Dyadic, up: boolean): string {
  if (m === 0n) return '0'
  if (!Number.isFinite(e) || Math.abs(e) > 200_000) return `${m}*2^${e}`
  const negative = m < 0n
  const size = negative ? -m : m
  const [num, den] = e >= 0 ? [size << BigInt(e), 1n] : [size, 1n << BigInt(-e)]
  let k = num.toString().length - den.toString().length - DIGITS
  for (;;) {
    const [n, d] = k >= 0 ? [num, den * 10n ** BigInt(k)] : [num * 10n ** BigInt(-k), den]
    const floor = n / d
    if (floor >= 10n ** BigInt(DIGITS + 1)) {
      k += 1
      continue
    }
    const digits = `${floor * d === n || up === negative ? floor : floor + 1n}`
    return `${negative ? '-' : ''}${scientific(digits, k)}`
  }
}

/** digits · 10ᵏ. */
function scientific(digits: string, k: number): string {
  const exponent = digits.length - 1 + k
  const kept = digits.replace(/0+$/, '')
  if (exponent > 20 || exponent < -7)
    return `${kept[0]}${kept.length > 1 ? '.' : ''}${kept.slice(1)}e${exponent}`
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${kept}`
  const whole = kept.padEnd(exponent + 1, '0')
  return whole.length > exponent + 1 ? `${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1)}` : whole
}

export const bounds = ({ lo, hi }: Interval): Bounds => [decimal(lo, false), decimal(hi, true)]
