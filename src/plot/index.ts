/** Plots: curves as SVG, for TeX, for terminals, and in words. */
import { type Curves, curvesIn, pictureOf } from './compose.ts'
import { describe, differenceText } from './describe.ts'
import { drawing } from './drawing.ts'
import { sizeOf } from './frame.ts'
import type { PlotOptions } from './options.ts'
import { differenceFor, type Picture, windowOf } from './picture.ts'
import { svgOf } from './svg.ts'
import { tikzOf } from './tikz.ts'

export type { Curves } from './compose.ts'
export { type Difference, type DifferenceOptions, largestDifference } from './difference.ts'
export { type HeatOptions, heatMap, heatTikz } from './heat/index.ts'
export { heatText } from './heat/text.ts'
export { type Mark, marksFrom } from './marks.ts'
export type {
  BandOptions,
  CurveOptions,
  DataOptions,
  LegendPlace,
  PlotOptions,
  PointRange,
} from './options.ts'
export { plotText, type TerminalOptions } from './terminal.ts'

/** The greatest size of a picture, in characters, and the coarsest columns that are tried for it. */
const LARGEST = 36_000
const COLUMNS = [0.5, 1, 2, 4, 8] as const

/**
 * Curves as a picture: SVG in one string, without scripts, that follows light and dark screens and
 * prints. A curve is drawn within half a pixel of its values; at poles and jumps it is interrupted;
 * what lies outside the window is cut off. Lengths are pixels.
 *
 * @throws OgeeError for a formula that cannot be read; `E403` if the variable is not clear; `E801` for
 * a colour, dash or marker that there is not, `E802` for no curve or more than 50, `E803` for symbols
 * without a value, `E804` for a window or points that cannot be shown, `E805` where there is no tangent,
 * `E807` for a family that is none, `E808` for
 * data that cannot be drawn.
 * @example
 * ```ts
 * plot('1/(1+e^-x)', { title: 'sigmoid' }).startsWith('<svg') // → true
 * plot(['sigmoid', { of: "sigmoid'", marker: '+', color: 'r' }], { points: { from: -10, step: 0.1, to: 10 } }).length < 40_000 // → true
 * plot('x^3 - x', { derivatives: 2, marks: marksFrom(analyse('x^3 - x')) }).includes('f″') // → true
 * plot('1/x', { from: 2, to: 1 }) // ✗ E804
 * ```
 */
export function plot(curves: Curves, options: PlotOptions = {}): string {
  const theme = options.theme ?? 'auto'
  return smallest(curves, options, LARGEST, (picture) => {
    const title =
      options.title ??
      [...picture.curves.map(({ curve }) => curve.label), ...picture.data.map(({ data }) => data.label)].join(
        ', ',
      )
    const sheet = { ...sizeOf(options), title, description: describe(picture), theme }
    return svgOf(drawing(picture, options), sheet)
  })
}

/** What is written of the picture, with columns so coarse that it is not too long. */
function smallest(
  curves: Curves,
  options: PlotOptions,
  most: number,
  written: (picture: Picture) => string,
): string {
  const read = curvesIn(curves, options)
  let text = ''
  for (const column of COLUMNS) {
    text = written(pictureOf(read, options, column))
    if (text.length <= most) break
  }
  return text
}

/** The greatest size of a picture for TeX, and its usual size in pixels of three quarters of a point. */
const LARGEST_TEX = 28_000
const TEX_SIZE = { width: 480, height: 300 } as const

/**
 * Curves as a `tikzpicture` for a LaTeX document, which needs the package tikz only. Lengths are pixels of
 * three quarters of a point; 480 by 300 of them by default, 12.7 cm wide.
 *
 * @throws OgeeError as `plot` does.
 * @example
 * ```ts
 * plotTikz('1/(1+e^-x)').includes('\\begin{tikzpicture}') // → true
 * plotTikz('1/x', { from: 2, to: 1 }) // ✗ E804
 * ```
 */
export function plotTikz(curves: Curves, options: PlotOptions = {}): string {
  const sized = { ...TEX_SIZE, ...options }
  return smallest(curves, sized, LARGEST_TEX, (picture) =>
    tikzOf(drawing(picture, sized), { ...sizeOf(sized), description: describe(picture) }),
  )
}

/**
 * What the picture of these curves shows, in words, for those who do not see it; `plot` writes it into the
 * picture.
 *
 * @throws OgeeError as `plot` does.
 * @example
 * ```ts
 * describePlot('x^2', { from: -1, to: 1 }).startsWith('x from −1 to 1; values from') // → true
 * ```
 */
export const describePlot = (curves: Curves, options: PlotOptions = {}): string =>
  describe(pictureOf(curvesIn(curves, options), options))

/**
 * How far two forms are apart at most in the window of their picture, in words, for `overlay`.
 *
 * @throws OgeeError as `plot` does.
 * @example
 * ```ts
 * overlayText(['2x', 'x + x']) // → 'largest difference 0: equal, proved'
 * ```
 */
export function overlayText(curves: Curves, options: PlotOptions = {}): string {
  const asked = { ...options, overlay: true }
  const read = curvesIn(curves, asked)
  return differenceText(differenceFor(read, asked, windowOf(read, asked).x), read.variable)
}
