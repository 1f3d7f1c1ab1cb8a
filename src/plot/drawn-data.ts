/** Measured points and bands in pixels, inside their box. */
import { type Box, clipped, isInside, outline } from './outline.ts'
import type { Datum, ReadBand, ReadData } from './read-data.ts'
import type { Point } from './sample.ts'
import type { Scale } from './scale.ts'
import type { Shape } from './shapes.ts'
import type { Looked } from './window.ts'

/** Points and their error bars. */
export interface DrawnData {
  readonly data: ReadData
  readonly points: readonly Point[]
  readonly bars: readonly (readonly Point[])[]
}

/** Polygons between two curves. */
export interface DrawnBand {
  readonly band: ReadBand
  readonly pieces: readonly (readonly Point[])[]
}

interface Paper {
  readonly x: Scale
  readonly y: Scale
  readonly box: Box
}

/** Half of the stroke at the end of an error bar. */
const CAP = 3

export function drawnData(data: ReadData, { x, y, box }: Paper): DrawnData {
  const placed = data.points.map((datum) => ({ datum, at: [x.place(datum.x), y.place(datum.y)] as Point }))
  const bars = placed.flatMap(({ datum, at }) => barsOf(datum, at, x, y))
  return {
    data,
    points: placed.map(({ at }) => at).filter((at) => isInside(at, box)),
    bars: bars.flatMap((bar) => clipped(bar, box)),
  }
}

function barsOf({ x: vx, y: vy, xError, yError }: Datum, [px, py]: Point, x: Scale, y: Scale): Point[][] {
  const bars: Point[][] = []
  // On a logarithmic scale a bar that reaches 0 goes on to the border.
  const end = (axis: Scale, v: number, from: number): number => {
    const at = axis.place(v)
    return Number.isNaN(at) ? from + (axis.place(axis.from) - from) * 2 : at
  }
  if (yError > 0 && !Number.isNaN(py)) {
    const [low, high] = [end(y, vy - yError, py), y.place(vy + yError)]
    bars.push(
      [
        [px, low],
        [px, high],
      ],
      [
        [px - CAP, low],
        [px + CAP, low],
      ],
      [
        [px - CAP, high],
        [px + CAP, high],
      ],
    )
  }
  if (xError > 0 && !Number.isNaN(px)) {
    const [low, high] = [end(x, vx - xError, px), x.place(vx + xError)]
    bars.push(
      [
        [low, py],
        [high, py],
      ],
      [
        [low, py - CAP],
        [low, py + CAP],
      ],
      [
        [high, py - CAP],
        [high, py + CAP],
      ],
    )
  }
  return bars
}

/** Columns in which the borders of a band are looked at. */
const COLUMN = 1

export function drawnBand(band: ReadBand, { x, y, box }: Paper): DrawnBand {
  const count = Math.ceil((box.right - box.left) / COLUMN)
  const grid = Array.from({ length: count + 1 }, (_, i) =>
    x.value(box.left + (i / count) * (box.right - box.left)),
  )
  const xs = [...grid, ...(band.xs ?? [])].filter((v) => v >= x.from && v <= x.to).sort((a, b) => a - b)
  const height = box.bottom - box.top
  const held = (v: number): number => Math.max(box.top - height, Math.min(box.bottom + height, v))
  const pieces: Point[][] = []
  let [low, high]: [Point[], Point[]] = [[], []]
  const end = (): void => {
    if (low.length > 1) pieces.push([...outline(high), ...outline(low).reverse()])
    ;[low, high] = [[], []]
  }
  for (const v of xs) {
    const [a, b] = [y.place(band.lower(v)), y.place(band.upper(v))]
    if (Number.isNaN(a) || Number.isNaN(b)) end()
    else {
      low.push([x.place(v), held(a)])
      high.push([x.place(v), held(b)])
    }
  }
  end()
  return { band, pieces: pieces.map((piece) => polygonIn(piece, box)).filter((piece) => piece.length > 2) }
}

/** The part of a polygon between two heights (I. E. Sutherland and G. W. Hodgman, 1974). */
const polygonIn = (points: readonly Point[], { top, bottom }: Box): Point[] =>
  cutAt(cutAt(points, top, 1), bottom, -1)

function cutAt(points: readonly Point[], border: number, side: 1 | -1): Point[] {
  const isIn = ([, y]: Point): boolean => (y - border) * side >= 0
  return points.flatMap((b, i) => {
    const a = points.at(i - 1) as Point
    if (isIn(a) === isIn(b)) return isIn(b) ? [b] : []
    const t = (border - a[1]) / (b[1] - a[1])
    const cross: Point = [a[0] + t * (b[0] - a[0]), border]
    return isIn(b) ? [cross, b] : [cross]
  })
}

export const dataShapes = ({ data, points, bars }: DrawnData): Shape[] => [
  { kind: 'line', pieces: bars, paint: data.color },
  { kind: 'markers', points, marker: data.marker, paint: data.color },
]

const OPACITY = 0.22

export const bandShapes = ({ band, pieces }: DrawnBand): Shape[] => [
  { kind: 'area', pieces, paint: band.color, opacity: OPACITY },
]

/** From the least to the greatest x, with a little more on both sides. */
export function spanOfData(
  all: readonly ReadData[],
  bands: readonly ReadBand[],
): readonly [number, number] | undefined {
  const xs = [
    ...all.flatMap(({ points }) => points.flatMap(({ x, xError }) => [x - xError, x + xError])),
    ...bands.flatMap((band) => band.xs ?? []),
  ]
  if (xs.length === 0) return undefined
  const [low, high] = [Math.min(...xs), Math.max(...xs)]
  const spare = high > low ? (high - low) * 0.04 : Math.max(1, Math.abs(low) * 0.1)
  return [low - spare, high + spare]
}

/** The values of points and bands as the window looks at them. */
export const lookedAt = (
  all: readonly ReadData[],
  bands: readonly ReadBand[],
  xs: readonly number[],
): Looked[] => [
  ...all.map(({ points }) => {
    const values = points.flatMap(({ y, yError }) => [y - yError, y, y + yError])
    return { f: (i: number) => values[i] ?? Number.NaN, xs: values.map((_, i) => i) }
  }),
  ...bands.flatMap((band) => [band.lower, band.upper].map((f) => ({ f, xs: band.xs ?? xs }))),
]
