/** A heat map for a terminal: a sign or a colour for each value, with a line that says which is which. */
import type { Formula } from '../../syntax/formula.ts'
import { ticksOn } from '../frame.ts'
import { shown as number } from '../marks.ts'
import type { TerminalOptions } from '../terminal.ts'
import { asciiText, centred, cut, onLine, plainNumber } from '../terminal-words.ts'
import { PALETTE } from './colors.ts'
import { heatMapOf, readHeat } from './heat-map.ts'
import type { HeatOptions } from './options.ts'

/** From the least value to the greatest. */
const SAMPLES = 12
const SIGNS = { unicode: '·-:=+*%#@', ascii: '.-:=+*%#@' } as const

/**
 * A formula in two variables as lines of text.
 *
 * @throws OgeeError as `heatMap` does.
 * @example
 * ```ts
 * heatText('x*y', {}, { columns: 60, rows: 20 }).split('\n').length // → 20
 * ```
 */
export function heatText(
  formula: Formula,
  options: HeatOptions = {},
  terminal: TerminalOptions = {},
): string {
  const { ascii = false, color = false } = terminal
  const columns = Math.max(24, Math.min(400, Math.floor(terminal.columns ?? 80)))
  const rows = Math.max(8, Math.min(200, Math.floor(terminal.rows ?? 24)))
  const map = heatMapOf(readHeat(formula, options), { ...options, contours: false })
  const { f } = readHeat(formula, options)
  const { x, y, shown, variables } = map
  const written = (text: string): string => (ascii ? asciiText(plainNumber(onLine(text))) : onLine(text))
  const signs = SIGNS[ascii ? 'ascii' : 'unicode']
  const high = Math.max(3, rows - 5 - (options.title === undefined ? 0 : 1))
  const ticks = ticksOn(
    { ...y, place: (v) => ((y.to - v) / (y.to - y.from)) * high },
    Math.max(2, Math.round(high / 3)),
  )
  const margin = Math.min(14, Math.max(...ticks.map(({ label }) => label.length), 1) + 1)
  const wide = columns - margin - 2
  const labels = new Map(ticks.map(({ at, label }) => [Math.min(high - 1, Math.floor(at)), written(label)]))
  const signOf = (value: number): string => {
    if (!shown || !Number.isFinite(value)) return ' '
    const part = Math.max(0, Math.min(1, (value - shown.from) / (shown.to - shown.from)))
    const sign = signs[Math.min(signs.length - 1, Math.floor(part * signs.length))] as string
    if (!color) return sign
    const paint = PALETTE[Math.min(PALETTE.length - 1, Math.floor(part * PALETTE.length))] as string
    const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(paint.slice(i, i + 2), 16))
    return `\u001b[48;2;${r};${g};${b}m \u001b[49m`
  }
  const body = Array.from({ length: high }, (_, row) => {
    const label = labels.get(row)
    const v = y.to - ((row + 0.5) / high) * (y.to - y.from)
    const line = Array.from({ length: wide }, (_, i) =>
      signOf(f(x.from + ((i + 0.5) / wide) * (x.to - x.from), v)),
    ).join('')
    return `${(label ?? '').padStart(margin - 1)} ${ascii ? '|' : label === undefined ? '│' : '┤'}${line}`
  })
  const ends = `${written(number(x.from))}${written(number(x.to)).padStart(Math.max(1, wide - written(number(x.from)).length))}`
  const samples = Array.from({ length: SAMPLES }, (_, i) => (i + 0.5) / SAMPLES)
  const ramp = shown
    ? color
      ? samples.map((part) => signOf(shown.from + part * (shown.to - shown.from))).join('')
      : signs
    : ''
  const scaleLine = shown
    ? `${written(number(shown.from))} ${ramp} ${written(number(shown.to))}`
    : 'no values here'
  const lines = [
    ...(options.title === undefined ? [] : [centred(written(options.title), margin + 1, wide, '~')]),
    ...body,
    `${' '.repeat(margin)}${ascii ? '+' : '└'}${(ascii ? '-' : '─').repeat(wide)}`,
    `${' '.repeat(margin + 1)}${ends}`,
    centred(written(options.xLabel ?? variables[0]), margin + 1, wide, '~'),
    `  ${cut(`${written(options.yLabel ?? variables[1])} upwards; ${color ? 'colours' : 'signs'}: ${scaleLine}`, color ? 4_000 : columns - 2, '~')}`,
    '',
  ]
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()}\n`
}
