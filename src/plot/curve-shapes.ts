/** Curves and marks as shapes. */
import type { Mark } from './marks.ts'
import { clipped, isInside } from './outline.ts'
import type { DrawnCurve, Picture } from './picture.ts'
import type { Point } from './sample.ts'
import type { Shape } from './shapes.ts'
import { strokesOf } from './style.ts'

/** The line of a curve, its markers, its ends. */
export const curveShapes = ({ curve, pieces, markers, open, closed }: DrawnCurve): Shape[] => [
  { kind: 'line', pieces, paint: curve.color, width: 2, dash: strokesOf(curve.dash) },
  ...(curve.marker
    ? [{ kind: 'markers', points: markers, marker: curve.marker, paint: curve.color } as const]
    : []),
  ...open.map((at): Shape => ({ kind: 'dot', at, paint: curve.color, hollow: true })),
  ...closed.map((at): Shape => ({ kind: 'dot', at, paint: curve.color, hollow: false })),
]

/** A line that is a mark: an asymptote or a tangent. */
export const lineOf = (mark: Mark, picture: Picture): Shape => ({
  kind: 'line',
  pieces: clipped(markLine(mark, picture), picture.box),
  paint: mark.kind === 'tangent' ? 'ink' : 'axis',
  dash: '4 4',
})

/** Ends of the line; on logarithmic scales it is bent, so it has many points. */
export function markLine(mark: Mark, { x, y, box }: Picture): Point[] {
  if (mark.kind === 'pole')
    return [
      [x.place(mark.x), box.top],
      [x.place(mark.x), box.bottom],
    ]
  if (mark.kind !== 'asymptote' && mark.kind !== 'tangent') return []
  const count = x.kind === 'log' || y.kind === 'log' ? 200 : 1
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const px = box.left + (i / count) * (box.right - box.left)
    return [px, y.place(mark.slope * x.value(px) + mark.intercept)]
  }).filter(([, py]) => Number.isFinite(py))
}

export function spotOf(mark: Mark, { x, y, box }: Picture): Shape[] {
  if (!('y' in mark)) return []
  const at: Point = [x.place(mark.x), y.place(mark.y)]
  const hollow = mark.kind === 'hole' || mark.kind === 'inflection'
  return isInside(at, box) ? [{ kind: 'dot', at, paint: 'ink', hollow }] : []
}
