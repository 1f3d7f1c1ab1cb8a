/**
 * A scale takes values to places on paper, in pixels. Ticks are round numbers: 1, 2 or 5 times a
 * power of ten (d3-array); on a logarithmic scale powers of ten, and 2 and 5 times these where there is room.
 */
import { ticks as roundNumbers } from 'd3-array'

export type ScaleKind = 'linear' | 'log'

/** From values to pixels and back; what a logarithmic scale cannot show is NaN. */
export interface Scale {
  readonly kind: ScaleKind
  readonly from: number
  readonly to: number
  readonly place: (value: number) => number
  readonly value: (place: number) => number
}

/** The scale on which `from` and `to` lie at the two places. */
export function scale(
  kind: ScaleKind,
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
): Scale {
  const onLine = kind === 'log' ? (v: number) => (v > 0 ? Math.log(v) : Number.NaN) : (v: number) => v
  const offLine = kind === 'log' ? Math.exp : (v: number) => v
  const [a, b] = [onLine(from), onLine(to)]
  const stretch = (last - first) / (b - a)
  return {
    kind,
    from,
    to,
    place: (value) => first + (onLine(value) - a) * stretch,
    value: (place) => offLine(a + (place - first) / stretch),
  }
}

/** About `count` round numbers in the scale's window. */
export function ticksOf({ kind, from, to }: Scale, count: number): number[] {
  if (kind === 'linear') return roundNumbers(from, to, count)
  const [low, high] = [Math.log10(from), Math.log10(to)]
  const [first, last] = [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)]
  const powers = first > last ? [] : roundNumbers(first, last, count).filter(Number.isInteger)
  if (powers.length < 2 && high - low < 1) return roundNumbers(from, to, count)
  const factors = powers.length < count / 2 ? [1, 2, 5] : [1]
  const start = factors.length > 1 ? Math.floor(low) : undefined
  const exponents =
    start === undefined ? powers : Array.from({ length: Math.ceil(high) - start + 1 }, (_, i) => start + i)
  return exponents
    .flatMap((n) => factors.map((factor) => Number(`${factor}e${n}`)))
    .filter((v) => v >= from * (1 - 1e-9) && v <= to * (1 + 1e-9))
}

const MINUS = '\u2212'
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (n: number): string =>
  [...`${n}`].map((digit) => (digit === '-' ? '⁻' : RAISED[Number(digit)])).join('')

const MOST_DECIMALS = 12

/** How ticks are written: all with as many decimals as they need, or with a power of ten if that is shorter. */
export function labelsOf(ticks: readonly number[], { kind }: Scale): string[] {
  const most = Math.max(...ticks.map(Math.abs))
  const step = ticks.length > 1 ? Math.abs((ticks[1] as number) - (ticks[0] as number)) : most
  const digits = ticks.map((tick) => plain(tick, kind === 'log' ? tick : step))
  const powers = ticks.map(scientific)
  const far = most >= 1e6 || (most > 0 && most < 1e-4) || (kind === 'log' && (most >= 1e5 || step < 1e-3))
  const isLong = step < 10 ** -MOST_DECIMALS || most >= 1e15
  return isLong || (far && longest(powers) < longest(digits)) ? powers : digits
}

const longest = (labels: readonly string[]): number => Math.max(...labels.map((label) => label.length))

function plain(tick: number, step: number): string {
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9)))
  return tick.toFixed(decimals).replace('-', MINUS)
}

function scientific(tick: number): string {
  if (tick === 0) return '0'
  const [digits = '', exponent = '0'] = Number(tick.toPrecision(12)).toExponential().split('e')
  const power = `10${raised(Number(exponent))}`
  const sign = tick < 0 ? MINUS : ''
  const lead = digits.replace('-', '')
  return sign + (lead === '1' ? power : `${lead}·${power}`)
}
