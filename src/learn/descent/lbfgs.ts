/**
 * L-BFGS: a quasi-Newton method that keeps the last few steps instead of a matrix, with a line search for the strong
 * Wolfe conditions (J. Nocedal and S. Wright, Numerical Optimization, 2006, algorithms 7.4, 3.5 and 3.6).
 */

/** The value at a point; fills the gradient there. */
export type Slope = (at: Float64Array, gradient: Float64Array) => number

/** Steps that are kept. */
const KEPT = 10
/** How much a step must save, and how flat the slope must become along it. */
const SAVES = 1e-4
const FLATTENS = 0.9
/** Evaluations in one line search. */
const MOST_TRIALS = 30

interface Point {
  readonly x: Float64Array
  readonly value: number
  readonly gradient: Float64Array
}

interface Step {
  readonly s: Float64Array
  readonly y: Float64Array
  readonly rho: number
}

/** One step after the other from a point; a call makes a step, and says whether there was one. */
export class Lbfgs {
  readonly #slope: Slope
  #kept: Step[] = []
  #at: Point

  constructor(slope: Slope, from: Float64Array) {
    this.#slope = slope
    this.#at = this.#point(Float64Array.from(from))
  }

  get at(): Point {
    return this.#at
  }

  #point(x: Float64Array): Point {
    const gradient = new Float64Array(x.length)
    const value = this.#slope(x, gradient)
    return { x, value, gradient }
  }

  /** False where no step goes down any more. */
  step(): boolean {
    const { x, gradient } = this.#at
    let direction = this.#direction(gradient)
    if (!(dot(direction, gradient) < 0)) {
      this.#kept = []
      direction = this.#direction(gradient)
    }
    const isFirst = this.#kept.length === 0
    const next = this.#along(direction, isFirst ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1)
    if (!next) {
      if (isFirst) return false
      this.#kept = []
      return this.step()
    }
    const [s, y] = [less(next.x, x), less(next.gradient, gradient)]
    const curved = dot(s, y)
    if (curved > Number.EPSILON * dot(y, y))
      this.#kept = [...this.#kept, { s, y, rho: 1 / curved }].slice(-KEPT)
    this.#at = next
    return true
  }

  /** −H·g by the two loops, H the inverse of the Hessian as the kept steps show it. */
  #direction(gradient: Float64Array): Float64Array {
    const q = Float64Array.from(gradient, (u) => -u)
    const weights: number[] = []
    for (const { s, y, rho } of this.#kept.toReversed()) {
      const weight = rho * dot(s, q)
      weights.push(weight)
      plus(q, -weight, y)
    }
    const last = this.#kept.at(-1)
    if (last) {
      const size = 1 / (last.rho * dot(last.y, last.y))
      for (let i = 0; i < q.length; i += 1) q[i] = (q[i] as number) * size
    }
    for (const { s, y, rho } of this.#kept) plus(q, (weights.pop() as number) - rho * dot(y, q), s)
    return q
  }

  /** A point along the direction that the Wolfe conditions accept, or else the lowest that was tried. */
  #along(direction: Float64Array, first: number): Point | undefined {
    const from = this.#at
    const slope = dot(direction, from.gradient)
    const at = (t: number): Trial => {
      const point = this.#point(Float64Array.from(from.x, (u, i) => u + t * (direction[i] as number)))
      return { t, point, slope: dot(direction, point.gradient) }
    }
    const isLow = ({ t, point }: Trial): boolean => point.value <= from.value + SAVES * t * slope
    let low: Trial = { t: 0, point: from, slope }
    let high: Trial | undefined
    let t = first
    for (let trials = 0; trials < MOST_TRIALS; trials += 1) {
      const trial = at(t)
      if (!Number.isFinite(trial.point.value) || !isLow(trial) || trial.point.value >= low.point.value)
        high = trial
      else if (Math.abs(trial.slope) <= -FLATTENS * slope) return trial.point
      else {
        if (trial.slope * (high ? high.t - low.t : 1) >= 0) high = low
        low = trial
      }
      t = high ? between(low, high) : 2 * t
      if (high && Math.abs(high.t - low.t) <= Number.EPSILON * Math.abs(high.t)) break
    }
    return low.t === 0 ? undefined : low.point
  }
}

interface Trial {
  readonly t: number
  readonly point: Point
  readonly slope: number
}

/** Part of the way that a guess must keep from both ends. */
const KEPT_AWAY = 0.1

/** The lowest point of the parabola through the value and slope at one end and the value at the other. */
function between(low: Trial, high: Trial): number {
  const width = high.t - low.t
  const rise = high.point.value - low.point.value - low.slope * width
  const guess = rise > 0 && Number.isFinite(rise) ? (-low.slope * width) / (2 * rise) : 0.5
  return low.t + width * Math.min(1 - KEPT_AWAY, Math.max(KEPT_AWAY, guess))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number)
  return sum
}

const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((u, i) => u - (b[i] as number))

function plus(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i += 1) a[i] = (a[i] as number) + factor * (b[i] as number)
}
