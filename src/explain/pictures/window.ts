/**
 * Which part of the line a picture shows. Of a function between two bounds: as much as it needs to go from one
 * to the other at its steepest, five times over. Of one that grows without bound: twice the stretch in
 * which its zeros, turning points and poles lie. Else what a plot shows by itself, or less where the function grows so
 * fast that nothing else would be seen.
 */
import type { Analysis } from '../../analyse/index.ts'
import { type Double, double } from '../../decide/double.ts'
import { substitute } from '../../expression/expr.ts'
import type { Replay } from '../properties/table.ts'
import type { Values } from './letters.ts'
import { holding, marksIn, numberIn } from './marks.ts'

export interface Window {
  readonly from?: number
  readonly to?: number
}

const WIDTHS = 2.5
const USUAL = 10
const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
/** Much less or more is no picture of the function. */
const LEAST = 1e-3
const MOST = 1e6

export function windowFor(analysis: Analysis, values: Values, replay: Replay): Window {
  const places = placesIn(analysis, values, replay)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const middle = places.length === 0 ? 0 : (first + last) / 2
  const own = halfWidth(analysis, values, replay, (last - first) / 2)
  if (own === undefined || !(own >= LEAST && own <= MOST))
    return withinDomain(covering(places, drawnFrom(analysis, values)), analysis, values, replay)
  const half = nice(Math.max(own, places.length === 0 ? 0 : 1.25 * ((last - first) / 2)))
  const centre = Math.abs(middle) <= half / 2 ? 0 : middle
  const reach = centre === 0 ? nice(Math.max(half, 1.1 * Math.max(0, ...places.map(Math.abs)))) : half
  return withinDomain({ from: centre - reach, to: centre + reach }, analysis, values, replay)
}

/** Little of the part of the line where there is no curve. */
function withinDomain(
  { from = -USUAL, to = USUAL }: Window,
  analysis: Analysis,
  values: Values,
  replay: Replay,
): Window {
  const number = numberIn(analysis, values)
  const pieces = holding(analysis, 'domain', values, replay).flatMap(({ value }) => value)
  if (pieces.length === 0) return { from, to }
  const first = Math.max(from, Math.min(...pieces.map(({ lower }) => number(lower))))
  const last = Math.min(to, Math.max(...pieces.map(({ upper }) => number(upper))))
  const width = last - first
  if (!(width > 0)) return { from, to }
  // with these values it may be defined where for others it is not
  const f = drawnFrom(analysis, values)
  const spare = (end: number, side: 1 | -1): number =>
    Number.isFinite(f([end + (side * width) / 20])) ? end : end + (side * width) / 20
  return { from: first === from ? from : spare(first, -1), to: last === to ? to : spare(last, 1) }
}

/** Zeros, turning points, inflections, holes and poles. */
function placesIn(analysis: Analysis, values: Values, replay: Replay): number[] {
  const number = numberIn(analysis, values)
  const zeros = holding(analysis, 'zeros', values, replay)
    .flatMap(({ value }) => value)
    .flatMap((zero) => ('at' in zero ? [number(zero.at)] : [number(zero.lower), number(zero.upper)]))
  const marked = marksIn(analysis, values, replay).flatMap((mark) => ('x' in mark ? [mark.x] : []))
  return [...zeros, ...marked].filter(Number.isFinite)
}

/** Half of what is to be seen, if the function itself says how much. */
function halfWidth(analysis: Analysis, values: Values, replay: Replay, spread: number): number | undefined {
  const number = numberIn(analysis, values)
  const [range, ...others] = holding(analysis, 'range', values, replay).flatMap(({ value }) => value)
  const [steep] = holding(analysis, 'lipschitz', values, replay)
  const height = range && others.length === 0 ? number(range.high.value) - number(range.low.value) : Infinity
  const slope = steep ? number(steep.value.constant) : Infinity
  if (Number.isFinite(height) && Number.isFinite(slope) && slope > 0) return (WIDTHS * height) / slope
  const grows = holding(analysis, 'limits', values, replay)
    .flatMap(({ value }) => value)
    .some(({ to, is }) => typeof to === 'string' && typeof is === 'string')
  return grows && Number.isFinite(spread) && spread > 0 ? 2 * spread : undefined
}

const drawnFrom = ({ formula, variable }: Analysis, values: Values): Double =>
  double(substitute(formula, values), [variable])

/** The usual window where it holds all places, or the widest of those below on which the function does not run away. */
function covering(places: readonly number[], f: Double): Window {
  const far = Math.max(0, ...places.map(Math.abs))
  if (far > MOST) return {}
  const widest = far < 0.9 * USUAL ? USUAL : nice(1.25 * far)
  const least = Math.max(1, 1.25 * far)
  const reaches = [widest, ...[...NICE].reverse().map((n) => (n * widest) / USUAL)]
  const reach = reaches.find((r) => r >= least && !runsAway(f, r)) ?? widest
  return reach === USUAL ? {} : { from: -reach, to: reach }
}

/** Faster than the fifth power. */
const FASTEST = 32

const runsAway = (f: Double, reach: number): boolean =>
  [-1, 1].some((side) => Math.abs(f([side * reach])) > FASTEST * Math.abs(f([(side * reach) / 2])))

/** Rounded up to a number that is easily read. */
export function nice(x: number): number {
  const unit = 10 ** Math.floor(Math.log10(x))
  const found = NICE.find((n) => n * unit >= x * (1 - 1e-9)) ?? 10
  return Number((found * unit).toPrecision(3))
}
