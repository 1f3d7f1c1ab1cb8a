/**
 * The window of a plot: which x to show if nobody says, and which y. All values are shown if that is
 * possible; where a curve has a pole or leaves the numbers there are, the window shows the greater
 * part of it, and the rest is clipped.
 */

export type Range = readonly [from: number, to: number]

/** A function of one variable, NaN where it is undefined. */
export type Curve = (x: number) => number

const USUAL: Range = [-10, 10]
const PROBES = 1_000

const evenly = ([from, to]: Range, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + (i / count) * (to - from))

/** From −10 to 10, or the part of it where something is defined. */
export function usualRange(curves: readonly Curve[]): Range {
  const xs = evenly(USUAL, PROBES)
  const shown = xs.filter((x) => curves.some((f) => Number.isFinite(f(x))))
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined || first === last) return USUAL
  const spare = (last - first) / 20
  return [first === USUAL[0] ? first : first - spare, last === USUAL[1] ? last : last + spare]
}

/** A pole makes values this many times as great nearby. */
const POLE = 8
/** Greater values than these are no numbers to show beside ordinary ones. */
const HUGE = 1e30
/** The greatest part of the height that the steepest values may take. */
const STEEPEST = 12

interface Values {
  readonly sorted: readonly number[]
  readonly escapes: boolean
}

/** A curve and the x at which it is looked at, in order. */
export interface Looked {
  readonly f: Curve
  readonly xs: readonly number[]
}

/** The y to show of these curves; values below 0 do not count on a logarithmic scale. */
export function usualHeight(curves: readonly Looked[], log: boolean): Range {
  const ranges = curves
    .map(({ f, xs }) => heightOf(valuesOf(f, xs, log), log))
    .filter((range) => range !== undefined)
  if (ranges.length === 0) return log ? [0.1, 10] : [-1, 1]
  const low = Math.min(...ranges.map(([from]) => from))
  const high = Math.max(...ranges.map(([, to]) => to))
  return spared(low, high, log)
}

function valuesOf(f: Curve, xs: readonly number[], log: boolean): Values {
  const values = xs.map(f)
  const shown = values.filter((y) => Number.isFinite(y) && (!log || y > 0))
  const escapes =
    values.some((y) => Math.abs(y) === Infinity || Math.abs(y) > HUGE) ||
    [Math.max, Math.min].some((most) => hasPole(f, xs, values, most))
  return { sorted: shown.sort((a, b) => a - b), escapes }
}

/** Are there much greater values beside the greatest, or much lesser ones beside the least? */
function hasPole(
  f: Curve,
  xs: readonly number[],
  values: readonly number[],
  most: (...values: number[]) => number,
): boolean {
  const extreme = most(...values.filter(Number.isFinite))
  const i = values.indexOf(extreme)
  let [low, best, high] = [xs[i - 1], xs[i], xs[i + 1]]
  let value = extreme
  for (let n = 0; n < 40; n += 1) {
    if (best === undefined) return false
    let moved = false
    for (const next of [
      low === undefined ? best : (low + best) / 2,
      high === undefined ? best : (high + best) / 2,
    ]) {
      const y = f(next)
      if (Math.abs(y) === Infinity) return true
      if (most(y, value) === y && y !== value) {
        if (next < best) high = best
        else low = best
        ;[best, value, moved] = [next, y, true]
        break
      }
    }
    if (!moved) {
      low = low === undefined ? low : (low + best) / 2
      high = high === undefined ? high : (high + best) / 2
    }
    if (Math.abs(value) > POLE * Math.max(1e-300, Math.abs(extreme))) return true
  }
  return false
}

function heightOf({ sorted, escapes }: Values, log: boolean): Range | undefined {
  if (sorted.length === 0) return undefined
  const trimmed = (part: number): Range => {
    const off = Math.floor((part / 2) * (sorted.length - 1))
    return [sorted[off] as number, sorted[sorted.length - 1 - off] as number]
  }
  if (!escapes || log) return trimmed(0)
  const size = (part: number): number => trimmed(part)[1] - trimmed(part)[0]
  const parts = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]
  const found = parts.find((part) => size(part) <= STEEPEST * size(part + (1 - part) / 4)) ?? 0.3
  return trimmed(found)
}

/** Values that differ by less differ by rounding. */
const ROUNDING = 1e-12

/** A little more, so that no curve runs along the border. */
function spared(low: number, high: number, log: boolean): Range {
  if (log) {
    const factor = Math.max(1.1, (high / low) ** 0.04)
    return [low / factor, high * factor]
  }
  const isConstant = high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))
  const spare = !isConstant ? (high - low) * 0.05 : Math.max(Math.abs(low) * 0.5, 1)
  return [low - spare, high + spare]
}
