/** A heat map as shapes: cells, what is undefined, contour lines with their values, axes, the colour bar. */
import { symbol } from '../../expression/expr.ts'
import { FONT, sizeOf, TITLE_FONT, ticksBelow, ticksOn, upCount } from '../frame.ts'
import { dense } from '../legend.ts'
import { type Box, isInside, outline } from '../outline.ts'
import type { Point } from '../sample.ts'
import { labelsOf } from '../scale.ts'
import type { Shape, TextShape } from '../shapes.ts'
import { shortened, widthOf } from '../text.ts'
import { inkOn, PALETTE, SHADES, shadeOf } from './colors.ts'
import { cornerAt, valueAt } from './field.ts'
import type { HeatMap } from './heat-map.ts'
import type { HeatOptions } from './options.ts'

const BAR = 14
const GAP = 12
const SMALL = 10

/** What is drawn over the cells. */
export const overCells = (map: HeatMap, options: HeatOptions): Shape[] => [
  ...contourShapes(map),
  ...axes(map, options),
  ...colorBar(map),
]

/** Cells of so many pixels: runs with one colour, row by row; those without a value are hatched. */
export function cells({ field, shown, box }: HeatMap, cell: number): Shape[] {
  const grid = { box, cell }
  const [across, down] = [Math.ceil((box.right - box.left) / cell), Math.ceil((box.bottom - box.top) / cell)]
  const runs = new Map<string, [Point, Point][]>()
  const blank: boolean[] = []
  for (let j = 0; j < down; j += 1) {
    let last: { readonly paint: string; readonly run: [Point, Point] } | undefined
    for (let i = 0; i < across; i += 1) {
      const [[left, top], [right, bottom]] = [cornerAt(grid, i, j), cornerAt(grid, i + 1, j + 1)]
      const y = (top + bottom) / 2
      const value = valueAt(field, [(left + right) / 2, y])
      const isBlank = Number.isNaN(value) || !shown
      blank.push(isBlank)
      if (isBlank) {
        last = undefined
        continue
      }
      const paint = PALETTE[shadeOf((value - shown.from) / (shown.to - shown.from))] as string
      if (last?.paint === paint) last.run[1] = [right, y]
      else {
        const run: [Point, Point] = [
          [left, y],
          [right, y],
        ]
        last = { paint, run }
        const known = runs.get(paint)
        if (known) known.push(run)
        else runs.set(paint, [run])
      }
    }
  }
  const rows = [...runs].map(([paint, pieces]): Shape => ({ kind: 'rows', paint, height: cell, pieces }))
  return [...rows, { kind: 'line', paint: 'axis', pieces: hatching({ across, down, ...grid }, blank) }]
}

const HATCH = 12

interface Grid {
  readonly across: number
  readonly down: number
  readonly cell: number
  readonly box: Box
}

/** Diagonals of the cells without a value, so many pixels apart. */
function hatching({ across, down, ...grid }: Grid, blank: readonly boolean[]): Point[][] {
  const lines: Point[][] = []
  for (let d = 0; d < across + down; d += Math.max(1, Math.round(HATCH / grid.cell))) {
    let line: Point[] = []
    for (let i = Math.max(0, d - down + 1); i <= Math.min(d, across - 1); i += 1) {
      const j = d - i
      const [a, b] = [cornerAt(grid, i, j + 1), cornerAt(grid, i + 1, j)]
      if (blank[j * across + i]) line = line.length > 0 ? [line[0] as Point, b] : [a, b]
      else {
        if (line.length > 0) lines.push(line)
        line = []
      }
    }
    if (line.length > 0) lines.push(line)
  }
  return lines
}

/** Each line with its value on it, where there is room. */
function contourShapes(map: HeatMap): Shape[] {
  const { contours, bar, box } = map
  const labels = labelsOf(
    contours.map(({ level }) => level),
    bar,
  )
  const taken: Box[] = []
  const occupied = contours.map((one) => new Set(one.pieces.flat().map(squareOf)))
  return contours.flatMap(({ level, pieces }, i) => {
    const paint = inkOn(shadeOf((level - bar.from) / (bar.to - bar.from)))
    const label = labels[i] as string
    const isFree = (one: Box): boolean => occupied.every((squares, k) => k === i || !touches(one, squares))
    const at = labelPlace(pieces, widthOf(label, SMALL), box, taken, isFree)
    const thin = pieces.map((piece) => outline(piece))
    if (!at) return [{ kind: 'line', pieces: thin, paint, thickness: 1 }]
    taken.push(at)
    const text: TextShape = {
      kind: 'text',
      content: label,
      at: [(at.left + at.right) / 2, at.bottom - 2],
      anchor: 'middle',
      size: SMALL,
      paint,
    }
    return [{ kind: 'line', pieces: thin.flatMap((piece) => without(piece, at)), paint, thickness: 1 }, text]
  })
}

/** A square of eight pixels, as a number. */
const SQUARE = 8
const squareAt = (i: number, j: number): number => i * 4_096 + j
const squareOf = ([x, y]: Point): number => squareAt(Math.floor(x / SQUARE), Math.floor(y / SQUARE))

const touches = ({ left, top, right, bottom }: Box, squares: ReadonlySet<number>): boolean => {
  for (let i = Math.floor(left / SQUARE); i <= right / SQUARE; i += 1)
    for (let j = Math.floor(top / SQUARE); j <= bottom / SQUARE; j += 1)
      if (squares.has(squareAt(i, j))) return true
  return false
}

/** A box in the middle of the longest line, or beside it, that no other label has. */
function labelPlace(
  pieces: readonly (readonly Point[])[],
  width: number,
  box: Box,
  taken: readonly Box[],
  isFree: (at: Box) => boolean,
): Box | undefined {
  const longest = [...pieces].sort((a, b) => b.length - a.length)[0] ?? []
  if (longest.length < 6) return undefined
  const order = longest
    .map((_, i) => i)
    .sort((a, b) => Math.abs(a - longest.length / 2) - Math.abs(b - longest.length / 2))
  for (const i of order.filter((_, k) => k % 4 === 0)) {
    const [x, y] = longest[i] as Point
    const at = {
      left: x - width / 2 - 2,
      right: x + width / 2 + 2,
      top: y - SMALL / 2 - 1,
      bottom: y + SMALL / 2 + 1,
    }
    const fits = at.left > box.left && at.right < box.right && at.top > box.top && at.bottom < box.bottom
    if (fits && taken.every((other) => apart(at, other) > 4) && isFree(at)) return at
  }
  return undefined
}

const apart = (a: Box, b: Box): number =>
  Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)

/** The parts of a line outside a box. */
function without(piece: readonly Point[], at: Box): (readonly Point[])[] {
  if (!piece.some((point, i) => i > 0 && mayTouch(piece[i - 1] as Point, point, at))) return [piece]
  const parts: Point[][] = [[]]
  for (const point of dense(piece, 1)) {
    if (isInside(point, at)) parts.push([])
    else parts.at(-1)?.push(point)
  }
  return parts.filter((part) => part.length > 1).map((part) => outline(part))
}

const mayTouch = ([ax, ay]: Point, [bx, by]: Point, { left, top, right, bottom }: Box): boolean =>
  Math.max(ax, bx) >= left &&
  Math.min(ax, bx) <= right &&
  Math.max(ay, by) >= top &&
  Math.min(ay, by) <= bottom

/** Said above what cannot be shown as it is. */
const ROUGH = 'changes faster than the cells show'

function axes({ box, x, y, variables, rough }: HeatMap, options: HeatOptions): Shape[] {
  const { width, height } = sizeOf(options)
  const { left, right, top, bottom } = box
  const across = ticksBelow(x, box)
  const up = ticksOn(y, upCount(bottom - top))
  const frame: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ]
  const ticks = [
    ...across.map(({ at }): Point[] => [
      [at, bottom],
      [at, bottom + 4],
    ]),
    ...up.map(({ at }): Point[] => [
      [left - 4, at],
      [left, at],
    ]),
  ]
  const [xName, yName] = [options.xLabel ?? variables[0], options.yLabel ?? variables[1]]
  return [
    { kind: 'line', paint: 'axis', pieces: [frame, ...ticks] },
    ...across.map(
      ({ at, label }): Shape => ({
        kind: 'text',
        content: label,
        at: [at, bottom + FONT + 6],
        anchor: 'middle',
      }),
    ),
    ...up.map(
      ({ at, label }): Shape => ({
        kind: 'text',
        content: label,
        at: [left - 6, at + FONT * 0.35],
        anchor: 'end',
      }),
    ),
    {
      kind: 'text',
      content: shortened(xName, FONT, right - left),
      formula: options.xLabel === undefined ? symbol(variables[0]) : undefined,
      at: [(left + right) / 2, height - 8],
      anchor: 'middle',
    },
    {
      kind: 'text',
      content: shortened(yName, FONT, bottom - top),
      formula: options.yLabel === undefined ? symbol(variables[1]) : undefined,
      at: [FONT + 2, (top + bottom) / 2],
      anchor: 'middle',
      turned: true,
    },
    ...(rough ? [{ kind: 'text', content: ROUGH, at: [left, top - 5], size: SMALL } as const] : []),
    ...(options.title === undefined
      ? []
      : [
          {
            kind: 'text',
            content: shortened(options.title, TITLE_FONT, width - 16),
            at: [width / 2, TITLE_FONT + 8],
            anchor: 'middle',
            size: TITLE_FONT,
            bold: true,
          } as const,
        ]),
  ]
}

/** The colours from the least value below to the greatest above. */
function colorBar({ box, bar, shown }: HeatMap): Shape[] {
  if (!shown) return []
  const [left, right] = [box.right + GAP, box.right + GAP + BAR]
  const high = (box.bottom - box.top) / SHADES
  const ticks = ticksOn(bar, upCount(box.bottom - box.top))
  return [
    ...PALETTE.map((paint, i): Shape => {
      const y = box.bottom - (i + 0.5) * high
      return {
        kind: 'rows',
        paint,
        height: high,
        pieces: [
          [
            [left, y],
            [right, y],
          ],
        ],
      }
    }),
    {
      kind: 'line',
      paint: 'axis',
      pieces: ticks.map(({ at }) => [
        [right, at],
        [right + 4, at],
      ]),
    },
    ...ticks.map(
      ({ at, label }): Shape => ({ kind: 'text', content: label, at: [right + 7, at + FONT * 0.35] }),
    ),
    ...(shown.above
      ? [{ kind: 'text', content: 'and more', at: [right, box.top - 5], anchor: 'end', size: SMALL } as const]
      : []),
    ...(shown.below
      ? [
          {
            kind: 'text',
            content: 'and less',
            at: [right, box.bottom + SMALL + 3],
            anchor: 'end',
            size: SMALL,
          } as const,
        ]
      : []),
  ]
}
