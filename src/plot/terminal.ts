/**
 * A picture for a terminal: dots of braille, two across and four down in each character, or plain
 * characters where the terminal has no others. Markers are the characters that name them.
 */

import { print } from '../syntax/index.ts'
import { type Curves, curvesIn } from './compose.ts'
import { markLine } from './curve-shapes.ts'
import { differenceText, marksText } from './describe.ts'
import { ticksOn } from './frame.ts'
import { repeated } from './marks.ts'
import type { PlotOptions } from './options.ts'
import { type Box, clipped, isInside } from './outline.ts'
import { compose, type DrawnCurve, differenceFor, marksFor, type Picture, windowOf } from './picture.ts'
import { BRAILLE, type Grain, PLAIN, Raster } from './raster.ts'
import type { ReadCurve, ReadCurves } from './read-curves.ts'
import type { Point } from './sample.ts'
import { scale } from './scale.ts'
import { asciiText, centred, cut, onLine, plainNumber, wrapped } from './terminal-words.ts'
import type { Range } from './window.ts'

/** How much room there is, and what can be shown. */
export interface TerminalOptions {
  /** Characters across and down, 80 by 24 by default. */
  readonly columns?: number
  readonly rows?: number
  readonly ascii?: boolean
  readonly color?: boolean
}

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
  const written = (text: string): string => (ascii ? asciiText(plainNumber(onLine(text))) : onLine(text))
  const { x, y } = windowOf(read, options)
  const shade = (text: string, paint: string | undefined): string => {
    const code = color ? SHADES.get(paint ?? '') : undefined
    return code === undefined ? text : `\u001b[${code}m${text}\u001b[39m`
  }
  const named = !color && !ascii && read.curves.length > 1 && options.legend !== 'none'
  const entries = options.legend === 'none' ? [] : entriesOf(read, ascii, named)
  const below = [
    ...(entries.length > 1 ? legendLines(entries, { columns, written, shade, signs }) : []),
    ...remarks(read, options, x).flatMap((line) => wrapped(written(line), columns, signs.more)),
  ]
  const high = Math.max(3, rows - 4 - (options.title === undefined ? 0 : 1) - below.length)

  const kind = typeof options.scale === 'object' ? (options.scale.y ?? 'linear') : (options.scale ?? 'linear')
  const upTicks = ticksOn(scale(kind, y, [high * grain.down, 0]), Math.max(2, Math.round(high / 3)))
  const margin = Math.min(14, Math.max(...upTicks.map(({ label }) => written(label).length), 1) + 1)
  const wide = columns - margin - 2
  const box: Box = { left: 0, top: 0, right: wide * grain.across, bottom: high * grain.down }
  const picture = compose(read, options, box)
  const raster = new Raster(wide, high, grain)
  const paints = rasterized(picture, raster, ascii)
  if (named) nameCurves(picture, raster, grain)

  const labels = new Map(
    upTicks.map(({ at, label }) => [Math.min(high - 1, Math.floor(at / grain.down)), written(label)]),
  )
  const axis =
    picture.y.kind === 'linear' && y[0] < 0 && y[1] > 0 ? Math.floor(picture.y.place(0) / grain.down) : -1
  const body = Array.from({ length: high }, (_, row) => {
    const label = labels.get(row)
    const side = (label ?? '').slice(0, margin - 1).padStart(margin - 1)
    const background = (column: number): string => (row === axis && column % 2 === 0 ? signs.zero : ' ')
    const paint = (text: string, i: number): string => shade(text, paints[i])
    return `${side} ${label === undefined ? signs.side : signs.tick}${raster.row(row, background, paint)}`
  })
  const name = written(options.xLabel ?? picture.variable)
  const lines = [
    ...(options.title === undefined ? [] : [centred(written(options.title), margin + 1, wide, signs.more)]),
    ...body,
    ...bottom(picture, { margin, wide, grain, written, signs }),
    centred(name, margin + 1, wide, signs.more),
    ...below,
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** What stands below the picture in words: marks, tangents, how far two forms are apart. */
function remarks(read: ReadCurves, options: PlotOptions, x: Range): string[] {
  const marks = repeated(marksFor(read, options), x).filter(
    (mark) => !('x' in mark) || (mark.x >= x[0] && mark.x <= x[1]),
  )
  const said = marksText(marks, read.variable)
  return [
    ...(said.length === 0 ? [] : [said.join('; ')]),
    ...(options.overlay ? [differenceText(differenceFor(read, options, x), read.variable)] : []),
  ]
}

/** Draws everything; the colours by their owners. */
function rasterized(picture: Picture, raster: Raster, ascii: boolean): string[] {
  const signs = SIGNS[ascii ? 'ascii' : 'unicode']
  const paints: string[] = []
  const owner = (paint: string): number => paints.push(paint) - 1
  for (const mark of picture.marks) {
    for (const piece of clipped(markLine(mark, picture), picture.box))
      raster.line(piece, -1, ascii ? signs.zero : undefined, EVERY)
  }
  for (const { band, pieces } of picture.bands) {
    const i = owner(band.color)
    for (const [first, ...rest] of pieces)
      if (first) raster.line([first, ...rest, first], i, ascii ? signs.zero : undefined, EVERY)
  }
  picture.curves.forEach((drawn, i) => {
    const by = owner(drawn.curve.color)
    draw(drawn, i, by, raster, ascii)
    for (const point of drawn.open) raster.set(point, by, signs.hole)
    for (const point of drawn.closed) raster.set(point, by, signs.full)
  })
  for (const { data, points, bars } of picture.data) {
    const i = owner(data.color)
    for (const bar of bars) raster.line(bar, i, ascii ? signs.side : undefined)
    for (const point of points) raster.set(point, i, data.marker)
  }
  for (const mark of picture.marks) {
    const at: Point | undefined = 'y' in mark ? [picture.x.place(mark.x), picture.y.place(mark.y)] : undefined
    const hollow = mark.kind === 'hole' || mark.kind === 'inflection'
    if (at && isInside(at, picture.box)) raster.set(at, -1, hollow ? signs.hole : signs.full)
  }
  return paints
}

/** Without colours nothing else tells lines of braille apart: each has its digit on it here and there. */
const digitOf = (i: number): string => (i + 1).toString(36)
const BETWEEN_DIGITS = 26

function nameCurves({ curves, x, y, box }: Picture, raster: Raster, { across }: Grain): void {
  const step = BETWEEN_DIGITS * across
  curves.forEach(({ curve, pieces }, i) => {
    if (curve.marker || pieces.length === 0) return
    const first = box.left + ((i + 0.5) / curves.length) * step
    for (let px = first; px < box.right; px += step) {
      const py = y.place(curve.f(x.value(px)))
      if (isInside([px, py], box)) raster.set([px, py], i, digitOf(i))
    }
  })
}

/** Of a line that only helps, every so many-th dot is drawn. */
const EVERY = 6

const characterOf = ({ marker }: ReadCurve, i: number): string =>
  marker ?? (CHARACTERS[i % CHARACTERS.length] as string)

function draw(drawn: DrawnCurve, i: number, owner: number, raster: Raster, ascii: boolean): void {
  const sign = ascii ? characterOf(drawn.curve, i) : undefined
  for (const piece of drawn.pieces) raster.line(piece, owner, sign)
  for (const point of drawn.markers) raster.set(point, owner, characterOf(drawn.curve, i))
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

/** What a legend of text lists. */
interface TextEntry {
  readonly sign: string
  readonly label: string
  readonly color: string
}

const entriesOf = ({ curves, data, bands }: ReadCurves, ascii: boolean, named: boolean): TextEntry[] => [
  ...curves.map((curve, i) => ({
    sign: curve.marker ?? (ascii ? characterOf(curve, i) : named ? digitOf(i) : '⠤⠤'),
    label: ascii && curve.label === print(curve.given, 'unicode') ? print(curve.given) : curve.label,
    color: curve.color,
  })),
  ...data.map(({ marker, label, color }) => ({ sign: marker as string, label, color })),
  ...bands.map(({ label, color }) => ({ sign: ascii ? '..' : '⠒⠒', label, color })),
]

interface Looks {
  readonly columns: number
  readonly written: (text: string) => string
  readonly shade: (text: string, paint: string) => string
  readonly signs: (typeof SIGNS)[keyof typeof SIGNS]
}

/** More curves than these share lines. */
const FEW = 4

function legendLines(entries: readonly TextEntry[], { columns, written, shade, signs }: Looks): string[] {
  const lines: { text: string; width: number }[] = []
  for (const { sign, label, color } of entries) {
    const words = cut(written(label), columns - 8, signs.more)
    const text = `  ${shade(sign, color)}  ${words}`
    const width = 4 + sign.length + [...words].length
    const last = lines.at(-1)
    if (last && entries.length > FEW && last.width + width <= columns) {
      last.text += text
      last.width += width
    } else lines.push({ text, width })
  }
  return lines.map(({ text }) => text)
}
