/** Measured points and bands, read: their numbers checked, their looks chosen. */
import { double } from '../decide/double.ts'
import { workedOut } from '../derive/worked-out.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'
import type { Formula } from '../syntax/formula.ts'
import { parse, print } from '../syntax/index.ts'
import type { BandOptions, DataOptions, PlotOptions } from './options.ts'
import { colorOf, type Marker, markerOf } from './style.ts'
import type { Curve } from './window.ts'

/** A point with the lengths of its error bars to each side; 0 for none. */
export interface Datum {
  readonly x: number
  readonly y: number
  readonly xError: number
  readonly yError: number
}

export interface ReadData {
  readonly label: string
  readonly color: string
  readonly marker: Marker
  readonly points: readonly Datum[]
}

/** What lies between two curves. */
export interface ReadBand {
  readonly label: string
  readonly color: string
  readonly lower: Curve
  readonly upper: Curve
  /** The x at which it is given, where it is given by numbers. */
  readonly xs?: readonly number[]
}

const MOST_POINTS = 5_000
const MIXED = 'lower, upper and x of a band are numbers, or lower and upper are formulas'
const MARKERS: readonly Marker[] = ['o', 's', 'd', '^', 'v']
const HINT = 'for example { x: [1, 2, 3], y: [2, 4, 5], yError: 0.5 }'

const refusal = (what: string, hint = HINT): OgeeError => new OgeeError('E808', what, undefined, hint)

/**
 * The series of points.
 *
 * @throws OgeeError `E808` for numbers that are missing or none, with the place.
 */
export const readData = ({ data = [] }: PlotOptions, curves: number): ReadData[] =>
  data.map((series, i) => {
    const { x, y, label = data.length > 1 ? `data ${i + 1}` : 'data', marker, color } = series
    if (x.length !== y.length) throw refusal(`${label}: there are ${x.length} x and ${y.length} y`)
    if (x.length === 0 || x.length > MOST_POINTS)
      throw refusal(`${label}: from 1 to ${MOST_POINTS} points can be drawn`)
    const errors = (key: 'xError' | 'yError'): ((k: number) => number) => errorsOf(series, key, label)
    const [xError, yError] = [errors('xError'), errors('yError')]
    return {
      label,
      color: colorOf(color, curves + i),
      marker: marker === undefined ? (MARKERS[i % MARKERS.length] as Marker) : markerOf(marker),
      points: x.map((at, k) => ({
        x: finite(at, `${label}: x of point ${k + 1}`),
        y: finite(y[k], `${label}: y of point ${k + 1}`),
        xError: xError(k),
        yError: yError(k),
      })),
    }
  })

function finite(v: number | undefined, name: string): number {
  if (typeof v === 'number' && Number.isFinite(v)) return v
  throw refusal(`${name} is ${v === undefined ? 'missing' : `${v}`}, which is no number`)
}

/** One error for all points, or one for each. */
function errorsOf(series: DataOptions, key: 'xError' | 'yError', label: string): (k: number) => number {
  const errors = series[key] ?? 0
  if (typeof errors !== 'number' && errors.length !== series.x.length)
    throw refusal(`${label}: there are ${errors.length} errors for ${series.x.length} points`)
  return (k) => {
    const found = finite(
      typeof errors === 'number' ? errors : errors[k],
      `${label}: the error of point ${k + 1}`,
    )
    if (found >= 0) return found
    throw refusal(`${label}: the error of point ${k + 1} is negative`)
  }
}

/**
 * The bands.
 *
 * @throws OgeeError `E803` for symbols without a value, `E808` for numbers that do not go together.
 */
export const readBands = ({ bands = [], definitions = [] }: PlotOptions, variable: string): ReadBand[] =>
  bands.map((band, i) => {
    const { lower, upper, x, label, color } = band
    if (Array.isArray(lower) !== Array.isArray(upper)) throw refusal(MIXED)
    const looks = { label: label ?? nameOf(band, definitions), color: colorOf(color, i) }
    if (Array.isArray(lower)) {
      const [low, high] = [numbersOf(lower), numbersOf(upper)]
      const xs = numbersOf(x)
      if (low.length !== xs.length || high.length !== xs.length || xs.length < 2)
        throw refusal(
          'a band needs as many lower and upper values as x, at least two',
          'for example { x: [0, 1], lower: [0, 1], upper: [1, 3] }',
        )
      if (xs.some((v, k) => k > 0 && !(v > (xs[k - 1] as number)))) throw refusal('the x of a band must rise')
      return { ...looks, xs, lower: between(xs, low), upper: between(xs, high) }
    }
    const f = (u: Formula | readonly number[]): Curve => curveOf(u as Formula, variable, definitions)
    return { ...looks, lower: f(lower), upper: f(upper) }
  })

const nameOf = ({ lower, upper }: BandOptions, definitions: readonly string[]): string =>
  Array.isArray(lower)
    ? 'band'
    : [lower, upper].map((u) => print(read(u as Formula, definitions), 'unicode')).join(' to ')

const read = (given: Formula, definitions: readonly string[]): Expr =>
  typeof given === 'string' ? parse(given, { definitions }) : given

function numbersOf(values: BandOptions['lower'] | undefined): readonly number[] {
  if (!Array.isArray(values)) throw refusal(MIXED)
  return values.map((v, k) => finite(v, `value ${k + 1} of a band`))
}

function curveOf(given: Formula, variable: string, definitions: readonly string[]): Curve {
  const { formula } = workedOut(read(given, definitions), { variable })
  const unknown = freeSymbols(formula).filter((name) => name !== variable)
  if (unknown.length > 0) throw new OgeeError('E803', `no value for ${unknown.join(', ')}`)
  const f = double(formula, [variable])
  return (x) => f([x])
}

/** Straight from value to value; nothing outside. */
function between(xs: readonly number[], ys: readonly number[]): Curve {
  return (x) => {
    const i = xs.findIndex((v) => v >= x)
    if (i < 0 || !(x >= (xs[0] as number))) return Number.NaN
    if (i === 0) return ys[0] as number
    const [a, b] = [xs[i - 1] as number, xs[i] as number]
    const t = (x - a) / (b - a)
    return (ys[i - 1] as number) * (1 - t) + (ys[i] as number) * t
  }
}
