/** From what is given to the picture in its frame. */
import type { Formula } from '../syntax/formula.ts'
import { boxOf } from './frame.ts'
import { legendRoom } from './names.ts'
import type { CurveOptions, PlotOptions } from './options.ts'
import { compose, type Picture, windowOf } from './picture.ts'
import { type ReadCurves, readCurves } from './read-curves.ts'
import { scale } from './scale.ts'

/** What is drawn: a formula, a curve with its looks, or several. */
export type Curves = Formula | CurveOptions | readonly (Formula | CurveOptions)[]

const asList = (curves: Curves): readonly (Formula | CurveOptions)[] =>
  Array.isArray(curves) ? curves : [curves as Formula | CurveOptions]

/** The curves, read. Throws OgeeError as `plot` does. */
export const curvesIn = (curves: Curves, options: PlotOptions): ReadCurves =>
  readCurves(asList(curves), options)

/** The picture in its frame, with columns of this width; a legend that would cover curves stands beside them. */
export function pictureOf(read: ReadCurves, options: PlotOptions, column?: number): Picture {
  const { x, y } = windowOf(read, options)
  const seen = { ...options, from: x[0], to: x[1], yFrom: y[0], yTo: y[1] }
  const kind = typeof options.scale === 'object' ? (options.scale.y ?? 'linear') : (options.scale ?? 'linear')
  const box = boxOf(options, y, (range) => scale(kind, range, [1, 0]))
  const picture = compose(read, seen, box, column)
  const room = legendRoom(picture, options)
  if (room === undefined) return picture
  return { ...compose(read, seen, { ...box, right: box.right - room }, column), legendBeside: true }
}
