/** Where the legend stands: in the corner or at the side where it covers least. */

import type { Entry } from './entries.ts'
import { FONT } from './frame.ts'
import type { LegendPlace } from './options.ts'
import type { Box } from './outline.ts'
import type { Point } from './sample.ts'
import type { Shape } from './shapes.ts'
import { shortened, widthOf } from './text.ts'

const LINE = 18
const SAMPLE = 28
const PAD = 8
const AWAY = 8
/** A label may take half of the width. */
const WIDEST = 0.5
/** Beside the picture it may be as wide as this, in pixels. */
const MOST_BESIDE = 150

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
const NAMED: Readonly<Record<Exclude<LegendPlace, 'best' | 'none' | 'direct'>, Corner>> = {
  'top-right': [1, 0],
  'top-left': [0, 0],
  'bottom-right': [1, 1],
  'bottom-left': [0, 1],
}

/** A legend in its place, and how many points it covers. */
export interface PlacedLegend {
  readonly shape: Shape
  readonly covered: number
  readonly width: number
}

/**
 * The legend of these entries: inside the box, where it covers as little as it can of them and of the spots, or
 * to the right of it.
 */
export function legendOf(
  entries: readonly Entry[],
  box: Box,
  place: LegendPlace | 'beside',
  spots: readonly Point[],
): PlacedLegend {
  const most = place === 'beside' ? MOST_BESIDE : (box.right - box.left) * WIDEST
  const labels = entries.map(({ label }) => shortened(label, FONT, most))
  const width = PAD + SAMPLE + PAD + Math.max(...labels.map((label) => widthOf(label, FONT))) + PAD
  const height = labels.length * LINE + PAD
  const at = ([across, down]: Corner): Box => {
    const left = box.left + AWAY + across * (box.right - box.left - 2 * AWAY - width)
    const top = box.top + AWAY + down * (box.bottom - box.top - 2 * AWAY - height)
    return { left, top, right: left + width, bottom: top + height }
  }
  const points = [
    ...entries.flatMap(({ pieces, points: more }) => [...pieces.flatMap((piece) => dense(piece)), ...more]),
    ...spots,
  ]
  const covered = ({ left, top, right, bottom }: Box): number =>
    points.filter(([x, y]) => x > left - 4 && x < right + 4 && y > top - 4 && y < bottom + 4).length
  const named = Object.entries(NAMED).find(([name]) => name === place)?.[1]
  const left = box.right + AWAY
  const found =
    place === 'beside'
      ? { left, top: box.top, right: left + width, bottom: box.top + height }
      : at(named ?? least(PLACES, (corner) => covered(at(corner))))
  const rows = entries.flatMap(({ sample, formula }, i): Shape[] => {
    const y = found.top + PAD / 2 + LINE * (i + 0.5)
    const from = found.left + PAD
    const label = labels[i] as string
    const whole = label === entries[i]?.label ? formula : undefined
    return [
      ...sample([from, y], [from + SAMPLE, y]),
      { kind: 'text', content: label, formula: whole, at: [from + SAMPLE + PAD, y + FONT * 0.35] },
    ]
  })
  return {
    shape: { kind: 'group', shapes: [{ kind: 'panel', box: found }, ...rows] },
    covered: covered(found),
    width: width + AWAY,
  }
}

const least = (corners: readonly Corner[], cost: (corner: Corner) => number): Corner => {
  const costs = corners.map(cost)
  return corners[costs.indexOf(Math.min(...costs))] as Corner
}

/** A point every few pixels, so that long straight parts count. */
export const dense = (points: readonly Point[], apart = 4): Point[] =>
  points.flatMap((point, i) => {
    const before = points[i - 1]
    if (!before) return [point]
    const count = Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / apart)
    return Array.from(
      { length: count },
      (_, k): Point => [
        before[0] + ((point[0] - before[0]) * (k + 1)) / count,
        before[1] + ((point[1] - before[1]) * (k + 1)) / count,
      ],
    )
  })
