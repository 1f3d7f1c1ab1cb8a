/** Where the legend stands: in the corner or at the side where it covers least. */
import type { LegendPlace } from './options.ts'
import type { Box } from './outline.ts'
import type { Picture } from './picture.ts'
import type { Point } from './sample.ts'
import { shortened, widthOf } from './text.ts'

const LINE = 18
const SAMPLE = 28
const PAD = 8
const AWAY = 8
/** A label may take half of the width. */
const WIDEST = 0.5

export interface Legend {
  readonly box: Box
  readonly rows: readonly {
    readonly label: string
    readonly from: Point
    readonly to: Point
    readonly text: Point
    readonly i: number
  }[]
}

type Corner = readonly [across: number, down: number]
/** In the order in which they are taken if they cover as little: 0 is left or top, 1 right or bottom. */
const PLACES: readonly Corner[] = [
  [1, 0],
  [0, 0],
  [1, 1],
  [0, 1],
  [1, 0.5],
  [0, 0.5],
  [0.5, 0],
  [0.5, 1],
  [0.5, 0.5],
]
const NAMED: Readonly<Record<Exclude<LegendPlace, 'best' | 'none'>, Corner>> = {
  'top-right': [1, 0],
  'top-left': [0, 0],
  'bottom-right': [1, 1],
  'bottom-left': [0, 1],
}

/** The legend of these curves, which have labels to tell them apart. */
export function legendOf({ box, curves }: Picture, place: LegendPlace, font: number): Legend {
  const most = (box.right - box.left) * WIDEST
  const labels = curves.map(({ curve }) => shortened(curve.label, font, most))
  const width = PAD + SAMPLE + PAD + Math.max(...labels.map((label) => widthOf(label, font))) + PAD
  const height = labels.length * LINE + PAD
  const at = ([across, down]: Corner): Box => {
    const left = box.left + AWAY + across * (box.right - box.left - 2 * AWAY - width)
    const top = box.top + AWAY + down * (box.bottom - box.top - 2 * AWAY - height)
    return { left, top, right: left + width, bottom: top + height }
  }
  const points = curves.flatMap(({ pieces, markers }) => [...pieces.flatMap(dense), ...markers])
  const covered = (corner: Corner): number => {
    const { left, top, right, bottom } = at(corner)
    return points.filter(([x, y]) => x > left - 4 && x < right + 4 && y > top - 4 && y < bottom + 4).length
  }
  const corner = place === 'best' || place === 'none' ? least(PLACES, covered) : NAMED[place]
  const found = at(corner)
  const rows = labels.map((label, i) => {
    const y = found.top + PAD / 2 + LINE * (i + 0.5)
    const from = found.left + PAD
    return {
      label,
      i,
      from: [from, y],
      to: [from + SAMPLE, y],
      text: [from + SAMPLE + PAD, y + font * 0.35],
    } as const
  })
  return { box: found, rows }
}

const least = (corners: readonly Corner[], cost: (corner: Corner) => number): Corner => {
  const costs = corners.map(cost)
  return corners[costs.indexOf(Math.min(...costs))] as Corner
}

/** A point every few pixels, so that long straight parts count. */
const dense = (points: readonly Point[]): Point[] =>
  points.flatMap((point, i) => {
    const before = points[i - 1]
    if (!before) return [point]
    const count = Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / 4)
    return Array.from(
      { length: count },
      (_, k): Point => [
        before[0] + ((point[0] - before[0]) * (k + 1)) / count,
        before[1] + ((point[1] - before[1]) * (k + 1)) / count,
      ],
    )
  })
