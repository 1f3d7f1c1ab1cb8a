/**
 * Labels beside the curves themselves. A label stands close to its own curve, on no curve, and so far from
 * the others that nobody takes it for theirs; as far to the right as it can.
 */

import type { Entry } from './entries.ts'
import { FONT } from './frame.ts'
import { dense } from './legend.ts'
import type { Box } from './outline.ts'
import type { Point } from './sample.ts'
import type { Shape } from './shapes.ts'
import { widthOf } from './text.ts'

/** Pixels: from a label to its curve, at least to any other, and between two labels. */
const CLOSE = 5
const FAR = [26, 14, 9] as const
const BETWEEN = 6
const EVERY = 10
const HIGH = FONT
/** Curves with more points than these leave no room, and would take long to look at. */
const MOST_POINTS = 6_000
/** A longer label is no label. */
const WIDEST = 0.4

/** How far the place is from the box; 0 inside. */
const away = ([x, y]: Point, { left, top, right, bottom }: Box): number =>
  Math.max(left - x, 0, x - right, top - y, y - bottom)

/** The labels, if each finds its place. */
export function directLabels(
  entries: readonly Entry[],
  box: Box,
  spots: readonly Point[],
): Shape[] | undefined {
  const points = entries.map(({ pieces, points: more }) => [
    ...pieces.flatMap((piece) => dense(piece, 3)),
    ...more,
  ])
  if (points.reduce((sum, own) => sum + own.length, 0) > MOST_POINTS) return undefined
  const shapes: Shape[] = []
  const taken: Box[] = []
  for (const [i, { label, formula }] of entries.entries()) {
    const width = widthOf(label, FONT)
    if (width > WIDEST * (box.right - box.left)) return undefined
    const own = points[i] as readonly Point[]
    const others = points.filter((_, k) => k !== i).flat()
    const isFree = (at: Box, far: number): boolean =>
      at.left >= box.left + 2 &&
      at.right <= box.right - 2 &&
      at.top >= box.top + 1 &&
      at.bottom <= box.bottom - 2 &&
      taken.every((other) => apart(at, other) >= BETWEEN) &&
      !own.some((p) => away(p, at) < CLOSE - 1) &&
      !spots.some((p) => away(p, at) < CLOSE) &&
      !others.some((p) => away(p, at) < far)
    const candidates = placesAlong(own, width)
    const found = FAR.map((far) => candidates.find((at) => isFree(at, far))).find((at) => at !== undefined)
    if (!found) return undefined
    taken.push(found)
    shapes.push({ kind: 'text', content: label, formula, at: [found.left, found.bottom - 0.2 * FONT] })
  }
  return shapes
}

const apart = (a: Box, b: Box): number =>
  Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)

/** Boxes above, below and to both sides of points of the curve, those to the right first. */
function placesAlong(points: readonly Point[], width: number): Box[] {
  const some = points.filter((_, i) => i % Math.ceil(EVERY / 3) === 0 || i === points.length - 1)
  return [...some]
    .sort((a, b) => b[0] - a[0])
    .flatMap(([x, y]) => [
      boxAt(x - width - 2, y - CLOSE - HIGH, width),
      boxAt(x - width - 2, y + CLOSE, width),
      boxAt(x - width / 2, y - CLOSE - HIGH, width),
      boxAt(x - width / 2, y + CLOSE, width),
      boxAt(x + CLOSE, y - HIGH / 2, width),
      boxAt(x - CLOSE - width, y - HIGH / 2, width),
    ])
}

const boxAt = (left: number, top: number, width: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + HIGH,
})
