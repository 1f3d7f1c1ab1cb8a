/**
 * A picture for a terminal: dots of braille, two across and four down in each character, or plain
 * characters where the terminal has no others. Markers are the characters that name them.
 */

import { type Curves, curvesIn } from './compose.ts'
import { ticksOn } from './frame.ts'
import type { PlotOptions } from './options.ts'
import type { Box } from './outline.ts'
import { compose, type DrawnCurve, type Picture, windowOf } from './picture.ts'
import type { Point } from './sample.ts'
import { scale } from './scale.ts'

/** How much room there is, and what can be shown. */
export interface TerminalOptions {
  /** Characters across and down, 80 by 24 by default. */
  readonly columns?: number
  readonly rows?: number
  readonly ascii?: boolean
  readonly color?: boolean
}

/** Dots in a character. */
interface Grain {
  readonly across: number
  readonly down: number
}
const BRAILLE: Grain = { across: 2, down: 4 }
const PLAIN: Grain = { across: 1, down: 1 }
/** The bit of each dot, row by row (Unicode 15, 2800–28FF). */
const BITS: readonly (readonly number[])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
]
const FIRST_BRAILLE = 0x2800
/** Characters for curves without markers, where there is no braille. */
const CHARACTERS = '*+o#x@%&'
/** The nearest colours of a terminal, by what is written in SVG. */
const SHADES: ReadonlyMap<string, number> = new Map([
  ['#0072b2', 34],
  ['#d55e00', 31],
  ['#009e73', 32],
  ['#cc79a7', 35],
  ['#e69f00', 33],
  ['#56b4e9', 36],
  ['#c9a800', 93],
])

/** The characters of a plotting area, with the curve that each belongs to. */
class Raster {
  readonly #bits: Uint8Array
  readonly #signs: string[]
  readonly #owner: Int16Array
  readonly columns: number
  readonly rows: number
  readonly #grain: Grain

  constructor(columns: number, rows: number, grain: Grain) {
    this.columns = columns
    this.rows = rows
    this.#grain = grain
    this.#bits = new Uint8Array(columns * rows)
    this.#signs = Array<string>(columns * rows).fill('')
    this.#owner = new Int16Array(columns * rows).fill(-1)
  }

  /** Sets a dot, or the sign in its character. */
  set([x, y]: Point, owner: number, sign?: string): void {
    const { across, down } = this.#grain
    const [dx, dy] = [
      Math.min(Math.floor(x), this.columns * across - 1),
      Math.min(Math.floor(y), this.rows * down - 1),
    ]
    if (!(dx >= 0 && dy >= 0)) return
    const at = Math.floor(dy / down) * this.columns + Math.floor(dx / across)
    if (sign !== undefined) this.#signs[at] = sign
    else this.#bits[at] = (this.#bits[at] as number) | (BITS[dy % down]?.[dx % across] as number)
    this.#owner[at] = owner
  }

  line(points: readonly Point[], owner: number, sign?: string): void {
    points.forEach((to, i) => {
      const from = points[i - 1] ?? to
      const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))))
      for (let k = 0; k <= steps; k += 1) {
        const t = k / steps
        this.set([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t], owner, sign)
      }
    })
  }

  /** One row, each character through `paint`. */
  row(
    y: number,
    background: (column: number) => string,
    paint: (sign: string, owner: number) => string,
  ): string {
    let text = ''
    for (let x = 0; x < this.columns; x += 1) {
      const at = y * this.columns + x
      const bits = this.#bits[at] as number
      const sign = this.#signs[at] || (bits > 0 ? String.fromCodePoint(FIRST_BRAILLE + bits) : '')
      text += sign === '' ? background(x) : paint(sign, this.#owner[at] as number)
    }
    return text
  }
}

/** Lines of text about the width of the terminal; `±` and the like only if it shows them. */
const SIGNS = {
  unicode: {
    side: '│',
    tick: '┤',
    corner: '└',
    bottom: '─',
    mark: '┬',
    hole: '○',
    full: '●',
    zero: '┈',
    more: '…',
  },
  ascii: {
    side: '|',
    tick: '+',
    corner: '+',
    bottom: '-',
    mark: '+',
    hole: 'o',
    full: '@',
    zero: '.',
    more: '~',
  },
} as const

const POWER = /(?:(\d[\d.]*)·)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** In ASCII 3·10⁸ is 3e8. */
const plainNumber = (label: string): string =>
  label
    .replace(POWER, (_, lead: string | undefined, power: string) => {
      const digits = [...power].map((sign) => (sign === '⁻' ? '-' : RAISED.indexOf(sign)))
      return `${lead ?? '1'}e${digits.join('')}`
    })
    .replace(/\u2212/g, '-')

const onLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/**
 * Curves as lines of text.
 *
 * @throws OgeeError as `plot` does.
 * @example
 * ```ts
 * plotText('x', { from: 0, to: 1 }, { columns: 40, rows: 10, ascii: true }).split('\n').length // → 10
 * ```
 */
export function plotText(curves: Curves, options: PlotOptions = {}, terminal: TerminalOptions = {}): string {
  const { ascii = false, color = false } = terminal
  const columns = Math.max(24, Math.min(400, Math.floor(terminal.columns ?? 80)))
  const rows = Math.max(8, Math.min(200, Math.floor(terminal.rows ?? 24)))
  const signs = SIGNS[ascii ? 'ascii' : 'unicode']
  const grain = ascii ? PLAIN : BRAILLE
  const read = curvesIn(curves, options)
  const legend = read.curves.length > 1 && options.legend !== 'none'
  const high = Math.max(
    3,
    rows - 4 - (options.title === undefined ? 0 : 1) - (legend ? read.curves.length : 0),
  )
  const written = (label: string): string => (ascii ? plainNumber(label) : label)

  const { y } = windowOf(read, options)
  const kind = typeof options.scale === 'object' ? (options.scale.y ?? 'linear') : (options.scale ?? 'linear')
  const upTicks = ticksOn(scale(kind, y, [high * grain.down, 0]), Math.max(2, Math.round(high / 3)))
  const margin = Math.min(14, Math.max(...upTicks.map(({ label }) => written(label).length), 1) + 1)
  const wide = columns - margin - 2
  const box: Box = { left: 0, top: 0, right: wide * grain.across, bottom: high * grain.down }
  const picture = compose(read, options, box)

  const raster = new Raster(wide, high, grain)
  picture.curves.forEach((drawn, i) => {
    draw(drawn, i, raster, ascii)
    for (const point of drawn.open) raster.set(point, i, signs.hole)
    for (const point of drawn.closed) raster.set(point, i, signs.full)
  })
  const shade = (text: string, i: number): string => {
    const code = color && i >= 0 ? SHADES.get(picture.curves[i]?.curve.color ?? '') : undefined
    return code === undefined ? text : `\u001b[${code}m${text}\u001b[39m`
  }
  const labels = new Map(
    upTicks.map(({ at, label }) => [Math.min(high - 1, Math.floor(at / grain.down)), written(label)]),
  )
  const axis =
    picture.y.kind === 'linear' && y[0] < 0 && y[1] > 0 ? Math.floor(picture.y.place(0) / grain.down) : -1
  const body = Array.from({ length: high }, (_, row) => {
    const label = labels.get(row)
    const side = (label ?? '').slice(0, margin - 1).padStart(margin - 1)
    const background = (column: number): string => (row === axis && column % 2 === 0 ? signs.zero : ' ')
    return `${side} ${label === undefined ? signs.side : signs.tick}${raster.row(row, background, shade)}`
  })
  const name = onLine(options.xLabel ?? picture.variable)
  const lines = [
    ...(options.title === undefined ? [] : [centred(onLine(options.title), margin + 1, wide, signs.more)]),
    ...body,
    ...bottom(picture, { margin, wide, grain, written, signs }),
    centred(name, margin + 1, wide, signs.more),
    ...(legend ? picture.curves.map((drawn, i) => entry(drawn, i, columns, ascii, shade, signs.more)) : []),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

const characterOf = ({ curve }: DrawnCurve, i: number): string =>
  curve.marker ?? (CHARACTERS[i % CHARACTERS.length] as string)

function draw(drawn: DrawnCurve, i: number, raster: Raster, ascii: boolean): void {
  const sign = ascii ? characterOf(drawn, i) : undefined
  for (const piece of drawn.pieces) raster.line(piece, i, sign)
  for (const point of drawn.markers) raster.set(point, i, characterOf(drawn, i))
}

const cut = (text: string, width: number, more: string): string =>
  [...text].length <= width ? text : [...text].slice(0, Math.max(0, width - 1)).join('') + more

const centred = (text: string, left: number, width: number, more: string): string => {
  const short = cut(text, width, more)
  return ' '.repeat(left + Math.max(0, Math.floor((width - [...short].length) / 2))) + short
}

interface Bottom {
  readonly margin: number
  readonly wide: number
  readonly grain: Grain
  readonly written: (label: string) => string
  readonly signs: (typeof SIGNS)[keyof typeof SIGNS]
}

/** The axis and the numbers below it, those that have room. */
function bottom({ x }: Picture, { margin, wide, grain, written, signs }: Bottom): string[] {
  const ticks = ticksOn(x, Math.max(2, Math.round(wide / 14)))
  const line = Array<string>(wide).fill(signs.bottom)
  const numbers = Array<string>(margin + 1 + wide + 1).fill(' ')
  let free = 0
  for (const { at, label } of ticks) {
    const column = Math.min(wide - 1, Math.floor(at / grain.across))
    line[column] = signs.mark
    const text = written(label)
    const start = Math.min(margin + 1 + column - Math.floor(text.length / 2), numbers.length - text.length)
    if (start < free) continue
    ;[...text].forEach((sign, i) => {
      numbers[start + i] = sign
    })
    free = start + text.length + 1
  }
  return [`${' '.repeat(margin)}${signs.corner}${line.join('')}`, numbers.join('')]
}

function entry(
  drawn: DrawnCurve,
  i: number,
  columns: number,
  ascii: boolean,
  shade: (text: string, i: number) => string,
  more: string,
): string {
  const sign = drawn.curve.marker ?? (ascii ? characterOf(drawn, i) : '⠤⠤')
  return `  ${shade(sign, i)}  ${cut(onLine(drawn.curve.label), columns - 8, more)}`
}
