/** What a classifier says of each point of a plane: a heat map, the line between the classes, and the data over it. */
import { symbol } from '../expression/expr.ts'
import { sizeOf } from '../plot/frame.ts'
import { cells, overCells } from '../plot/heat/drawing.ts'
import { heatMapOf } from '../plot/heat/heat-map.ts'
import type { HeatOptions } from '../plot/heat/options.ts'
import { isInside } from '../plot/outline.ts'
import type { Point } from '../plot/sample.ts'
import type { Shape } from '../plot/shapes.ts'
import { svgOf } from '../plot/svg.ts'

/** What is drawn. */
export interface Boundary {
  /** The probability of the second class, or whatever has the level at the border. */
  readonly f: (x: number, y: number) => number
  readonly names: readonly [string, string]
  /** Points with their class, 0 or 1. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly kind: number }[]
  /** A half by default. */
  readonly level?: number
}

/** The greatest size of a picture, in characters, and the cells that are tried for it, in pixels. */
const LARGEST = 60_000
const CELLS = [5, 6, 8, 12, 16] as const
/** More points would hide the border. */
const MOST_POINTS = 500
/** Room around the points, as a part of how far they reach. */
const AROUND = 0.12

/**
 * The picture as SVG in one string.
 *
 * @throws OgeeError `E804` for a window that cannot be shown.
 * @example
 * ```ts
 * import { boundaryPicture } from 'ogee/learn'
 * const points = [{ x: 0, y: 0, kind: 0 }, { x: 1, y: 1, kind: 1 }]
 * boundaryPicture({ f: (x, y) => (x + y) / 2, names: ['x', 'y'], points }).startsWith('<svg') // → true
 * ```
 */
export function boundaryPicture(
  { f, names, points, level = 0.5 }: Boundary,
  options: HeatOptions = {},
): string {
  const [across, up] = [rangeOf(points.map(({ x }) => x)), rangeOf(points.map(({ y }) => y))]
  const title = options.title ?? 'What the model says of each point'
  const asked = {
    from: across[0],
    to: across[1],
    yFrom: up[0],
    yTo: up[1],
    xLabel: names[0],
    yLabel: names[1],
    contours: [level],
    ...options,
    title,
  }
  const map = heatMapOf({ formula: symbol('p'), variables: names, f }, asked)
  const over = [...overCells(map, asked), ...dots(points, map)]
  const counts = [0, 1].map((kind) => points.filter((point) => point.kind === kind).length)
  const sheet = {
    ...sizeOf(asked),
    title,
    description: `${names[0]} across, ${names[1]} up; ${counts[0]} points of the first class, ${counts[1]} of the second; the line is where the value is ${level}.`,
    theme: options.theme ?? 'auto',
  }
  let text = ''
  for (const cell of CELLS) {
    text = svgOf([...cells(map, cell), ...over], sheet)
    if (text.length <= LARGEST) break
  }
  return text
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = high > low ? AROUND * (high - low) : 1
  return [low - room, high + room]
}

type Map_ = Pick<ReturnType<typeof heatMapOf>, 'x' | 'y' | 'box'>

/** Circles and crosses, in colours that are seen on every shade. */
function dots(points: Boundary['points'], { x, y, box }: Map_): Shape[] {
  const step = Math.ceil(points.length / MOST_POINTS)
  const shown = points.filter((_, i) => i % step === 0)
  const placed = (kind: number): Point[] =>
    shown
      .filter((point) => point.kind === kind)
      .map((point): Point => [x.place(point.x), y.place(point.y)])
      .filter((at) => isInside(at, box))
  return [
    { kind: 'markers', points: placed(0), marker: 'o', paint: '#56b4e9' },
    { kind: 'markers', points: placed(1), marker: 'x', paint: '#d55e00' },
  ]
}
