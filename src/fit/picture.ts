/** Pictures of a fit: the points, the curve with its bands; and what is left over, against x. */

import { decimalTerm } from '../compute/doubles.ts'
import { type Expr, substitute } from '../expression/expr.ts'
import type { PlotOptions } from '../plot/index.ts'
import type { Fit } from './result.ts'

/** What `plot` is to be called with. */
export interface FitPicture {
  readonly curves: readonly Expr[]
  readonly options: PlotOptions
}

/** Places at which bands are computed. */
const PLACES = 160
/** A scale of x on which a curve that is about ratios shows its shape, where doses span more than this. */
const WIDE = 30
/** So much more is shown to both sides. */
const MARGIN = 1.15

/** More points than these hide each other; some from all over are shown. */
const MOST_POINTS = 2_000
const GOLDEN = 0.6180339887498949

/** The points that are shown. */
function shown(x: Float64Array, y: Float64Array): { readonly x: number[]; readonly y: number[] } {
  const { length } = x
  if (length <= MOST_POINTS) return { x: [...x], y: [...y] }
  const rows = [
    ...new Set(Array.from({ length: MOST_POINTS }, (_, i) => Math.floor(((i * GOLDEN) % 1) * length))),
  ]
  return { x: rows.map((i) => x[i] as number), y: rows.map((i) => y[i] as number) }
}

const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity)
const greatest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), -Infinity)

/** The axis of x: logarithmic for wide doses. Points at 0 have no place there, which the axis says. */
interface Axis {
  readonly letter: string
  readonly isLogarithmic: boolean
  readonly from: number
  readonly to: number
  readonly options: PlotOptions
}

function axisOf({ points }: Fit, word: string | undefined): Axis | undefined {
  const { letter, x, isPositive } = points
  if (letter === undefined) return undefined
  const positive = x.filter((value) => value > 0)
  const isLogarithmic = isPositive && greatest(positive) > WIDE * least(positive)
  const visible = isLogarithmic ? positive : x
  const [from, to] = [least(visible), greatest(visible)]
  const hidden = x.length - visible.length
  const label = `${word ?? letter}${hidden > 0 ? ` (${hidden} points at 0 are not shown)` : ''}`
  const options: PlotOptions = {
    ...{ variable: letter, xLabel: label, legend: 'none' },
    ...(isLogarithmic ? { scale: { x: 'log' }, from: from / MARGIN, to: to * MARGIN } : {}),
  }
  return { letter, isLogarithmic, from, to, options }
}

/**
 * The picture of a fit, for `plot`: the points, the curve, the band in which the curve lies and the one in which further
 * points would. Nothing for a model of several variables.
 *
 * @example
 * ```ts
 * import { fit } from 'ogee/fit'
 * fitPicture(fit('a + b*x', { x: [1, 2, 3, 4], y: [3, 5, 7, 9.1] }), { x: 'dose' }).options.title // → 'y against dose'
 * ```
 */
export function fitPicture(
  fit: Fit,
  words: { readonly x?: string; readonly y?: string } = {},
): FitPicture | undefined {
  const axis = axisOf(fit, words.x)
  if (!axis) return undefined
  const { from, to, isLogarithmic, letter } = axis
  const { x, y } = fit.points
  const places = Array.from({ length: PLACES + 1 }, (_, i) =>
    isLogarithmic ? from * (to / from) ** (i / PLACES) : from + ((to - from) * i) / PLACES,
  )
  const values = new Map(fit.estimates.map(({ name, value }) => [name, decimalTerm(value)]))
  return {
    curves: [substitute(fit.formula, values)],
    options: {
      ...axis.options,
      data: [{ ...shown(x, y), label: words.y ?? 'data', color: 'black' }],
      bands: fit.df > 0 && from < to ? bandsOf(fit, places) : [],
      yLabel: words.y ?? 'y',
      title: `${words.y ?? 'y'} against ${words.x ?? letter}`,
    },
  }
}

function bandsOf(fit: Fit, places: readonly number[]): NonNullable<PlotOptions['bands']> {
  return (['prediction', 'confidence'] as const).flatMap((kind) => {
    const { low, high } = fit.band(places, kind)
    if (![...low, ...high].every(Number.isFinite)) return []
    return [{ x: places, lower: low, upper: high, label: `${kind} band`, color: 'blue' }]
  })
}

/**
 * What is left over, y − f, against x, for `plot`.
 *
 * @example
 * ```ts
 * import { fit } from 'ogee/fit'
 * residualPicture(fit('a + b*x', { x: [1, 2, 3, 4], y: [3, 5, 7, 9.1] })).curves // → []
 * ```
 */
export function residualPicture(fit: Fit, words: { readonly x?: string } = {}): FitPicture | undefined {
  const axis = axisOf(fit, words.x)
  if (!axis) return undefined
  const data = [{ ...shown(fit.points.x, fit.residuals), label: 'residuals' }]
  return { curves: [], options: { ...axis.options, data, yLabel: 'residual', title: 'residuals' } }
}
