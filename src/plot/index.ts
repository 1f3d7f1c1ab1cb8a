/** Plots: curves as SVG, and as characters for a terminal. */
import type { Formula } from '../syntax/formula.ts'
import { describe } from './describe.ts'
import { boxOf } from './frame.ts'
import type { CurveOptions, PlotOptions } from './options.ts'
import { compose, type Picture, windowOf } from './picture.ts'
import { type ReadCurves, readCurves } from './read-curves.ts'
import { scale } from './scale.ts'
import { svgOf } from './svg.ts'

export type { CurveOptions, LegendPlace, PlotOptions, PointRange } from './options.ts'

/** What is drawn: a formula, a curve with its looks, or several. */
export type Curves = Formula | CurveOptions | readonly (Formula | CurveOptions)[]

const asList = (curves: Curves): readonly (Formula | CurveOptions)[] =>
  Array.isArray(curves) ? curves : [curves as Formula | CurveOptions]

/** The greatest size of a picture, in characters, and the coarsest columns that are tried for it. */
const LARGEST = 36_000
const COLUMNS = [0.5, 1, 2, 4] as const

/** The curves, read. */
export const curvesIn = (curves: Curves, options: PlotOptions): ReadCurves =>
  readCurves(asList(curves), options)

/** The picture in its frame, with columns of this width. */
export function pictureOf(read: ReadCurves, options: PlotOptions, column?: number): Picture {
  const window = windowOf(read, options)
  const kind = typeof options.scale === 'object' ? (options.scale.y ?? 'linear') : (options.scale ?? 'linear')
  const box = boxOf(options, window.y, (y) => scale(kind, y, [1, 0]))
  return compose(read, options, box, column)
}

/**
 * Curves as a picture: SVG in one string, without scripts, that follows light and dark screens and
 * prints. A curve is drawn within half a pixel of its values; at poles and jumps it is interrupted;
 * what lies outside the window is cut off. Lengths are pixels.
 *
 * @throws OgeeError for a formula that cannot be read; `E403` if the variable is not clear; `E801` for
 * a colour, dash or marker that there is not, `E802` for no curve or more than 50, `E803` for symbols
 * without a value, `E804` for a window or points that cannot be shown, `E805` where there is no tangent.
 * @example
 * ```ts
 * plot('1/(1+e^-x)', { title: 'sigmoid' }).startsWith('<svg') // → true
 * plot(['sigmoid', { of: "sigmoid'", marker: '+', color: 'r' }], { points: { from: -10, step: 0.1, to: 10 } }).length < 40_000 // → true
 * plot('1/x', { from: 2, to: 1 }) // ✗ E804
 * ```
 */
export function plot(curves: Curves, options: PlotOptions = {}): string {
  const read = curvesIn(curves, options)
  let svg = ''
  for (const column of COLUMNS) {
    const picture = pictureOf(read, options, column)
    svg = svgOf(picture, options, describe(picture))
    if (svg.length <= LARGEST) break
  }
  return svg
}
