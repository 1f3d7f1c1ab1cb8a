/**
 * The window of a plot: which x to show if nobody says, and which y. All values are shown if that is
 * possible; where a curve has a pole or leaves the numbers there are, the window shows the greater
 * part of it, and the rest is clipped. What grows as fast as e^x is shown as high as it is wide.
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
  return [Math.max(USUAL[0], first - spare), Math.min(USUAL[1], last + spare)]
}

/** A pole makes values this many times as great nearby; on a logarithmic scale, so many powers of ten. */
const POLE = 8
const POWERS = 3
/** Greater values than these are no numbers to show beside ordinary ones. */
const HUGE = 1e30
/** The greatest part of the height that the steepest values may take. */
const STEEPEST = 12
/** What a curve that leaves the window goes on, as a part of the height, before it does; what others spare. */
const LEAVING = 0.2
const SPARE = 0.05
/** More turns than these are waves; values further away would leave nothing of the rest to be seen. */
const MOST_TURNS = 30
const FURTHEST = 20

/** A curve and the x at which it is looked at, in order. */
export interface Looked {
  readonly f: Curve
  readonly xs: readonly number[]
}

/** The values, in order of x; on a logarithmic scale the logarithms. */
interface Values extends Looked {
  readonly values: readonly number[]
  readonly sorted: readonly number[]
  readonly log: boolean
}

/**
 * The y to show of these curves; values that are not positive do not count on a logarithmic scale. If a
 * `width` is given, the x are the usual ones, and what grows too fast is shown as high as they are wide.
 */
export function usualHeight(curves: readonly Looked[], log: boolean, width?: number): Range {
  const ranges = curves.flatMap((looked) => {
    const values = valuesOf(looked, log)
    const range = heightOf(values, width)
    return range ? [range] : []
  })
  if (ranges.length === 0) return log ? [0.1, 10] : [-1, 1]
  const low = Math.min(...ranges.map(([from]) => from))
  const high = Math.max(...ranges.map(([, to]) => to))
  return log ? spared(10 ** low, 10 ** high, true) : spared(low, high, false)
}

function valuesOf({ f, xs }: Looked, log: boolean): Values {
  const onScale = log ? (x: number) => Math.log10(positive(f(x))) : f
  const values = xs.map(onScale)
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return { f: onScale, xs, values, sorted, log }
}

const positive = (y: number): number => (y >= 0 ? y : Number.NaN)

/** Nothing is shown of a curve without values. */
function heightOf(of: Values, width: number | undefined): Range | undefined {
  const { values, sorted, log } = of
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined) return undefined
  if (!log && width !== undefined && grows(of)) return asHighAsWide(of, width)
  const isBeyond = (sign: number): boolean =>
    values.some((y) => y * sign === Infinity || (!log && y * sign > HUGE)) ||
    leaves(of, values.indexOf(sign > 0 ? high : low), sign)
  const [up, down] = [isBeyond(1), isBeyond(-1)]
  if (!up && !down) return [low, high]
  const trimmed = (part: number): Range => {
    const off = Math.floor((up && down ? 0.5 : 0.7) * part * (sorted.length - 1))
    return [sorted[down ? off : 0] as number, sorted[sorted.length - 1 - (up ? off : 0)] as number]
  }
  const size = (part: number): number => trimmed(part)[1] - trimmed(part)[0]
  const parts = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]
  const found = parts.find((part) => size(part) <= STEEPEST * size(part + (1 - part) / 4)) ?? 0.3
  const [from, to] = withTurns(trimmed(found), of)
  return [from - (down ? LEAVING : 0) * (to - from), to + (up ? LEAVING : 0) * (to - from)]
}

/** Higher and lower, so that places are seen where the curve turns. */
function withTurns([from, to]: Range, of: Values): Range {
  const { values } = of
  const turns = values.flatMap((y, i) => {
    const [before, after] = [values[i - 1], values[i + 1]]
    if (before === undefined || after === undefined || !((y - before) * (y - after) > 0)) return []
    return [{ y, i, sign: Math.sign(y - before) }]
  })
  if (turns.length > MOST_TURNS) return [from, to]
  const near = turns.filter(({ y }) => Math.abs(y - (from + to) / 2) <= (FURTHEST * (to - from)) / 2)
  const shown = near.filter(({ i, sign }) => !leaves(of, i, sign)).map(({ y }) => y)
  return [Math.min(from, ...shown), Math.max(to, ...shown)]
}

/** Are there much greater values beside this greatest one (sign 1), or much lesser ones beside the least? */
function leaves({ f, xs, values, sorted, log }: Values, i: number, sign: number): boolean {
  const extreme = values[i] as number
  let [low, best, high] = [xs[i - 1], xs[i], xs[i + 1]]
  let value = extreme
  const far = log
    ? Math.max(POWERS, ((sorted.at(-1) as number) - (sorted[0] as number)) / 2)
    : POLE * Math.max(1e-300, Math.abs(extreme))
  for (let n = 0; n < 40; n += 1) {
    if (best === undefined) return false
    let moved = false
    for (const next of [
      low === undefined ? best : (low + best) / 2,
      high === undefined ? best : (high + best) / 2,
    ]) {
      const y = f(next)
      if (Math.abs(y) === Infinity) return true
      if (sign * y > sign * value) {
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
    if (Math.abs(log ? value - extreme : value) > far) return true
  }
  return false
}

/** Two fifths of the values of a curve that grows take so small a part of its height, or less. */
const SMALL = 0.06

/** Is the curve flat but for one or both ends of the window, to which it grows through the powers of ten? */
function grows({ values, sorted }: Values): boolean {
  const shown = values.filter((y) => !Number.isNaN(y))
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] as number
  const [low, middle, high] = [at(0), at(0.5), at(1)]
  if (!(at(0.7) - at(0.3) < SMALL * (high - low))) return false
  const furthest = high - middle > middle - low ? high : low
  const ends = [shown[0], shown.at(-1)]
  if (!ends.some((y) => y === furthest || Math.abs(y as number) === Infinity)) return false
  const size = Math.abs(furthest - middle)
  return [1, 0.1].every((part) => {
    const between = sorted.filter((y) => Math.abs(y - middle) < part * size)
    return between.some((y) => Math.abs(y - middle) > (part * size) / 10)
  })
}

/** The part of the height that has the unit of x, if it holds enough of the curve; else the middle half of the values. */
function asHighAsWide({ values, sorted }: Values, width: number): Range {
  const [low, high] = [sorted[0] as number, sorted.at(-1) as number]
  const inside = values.filter((y) => Math.abs(y) <= width).length
  if (inside >= values.length / 8) return [Math.max(low, -width), Math.min(high, width)]
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] as number
  return [at(0.25), at(0.75)]
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
  const spare = !isConstant ? (high - low) * SPARE : Math.max(Math.abs(low) * 0.5, 1)
  return [low - spare, high + spare]
}
