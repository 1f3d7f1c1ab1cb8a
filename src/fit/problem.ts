/**
 * Least squares as a function of the parameters that are free: S(θ) = Σ wᵢ·(yᵢ − f(xᵢ; θ))². Parameters that can be
 * positive only are moved by their logarithms, u = log θ; the others are u themselves.
 */
import type { Columns, Evaluator } from './evaluator.ts'
import type { Evaluators } from './evaluators.ts'
import { type Matrix, zeros } from './householder.ts'
import type { Model } from './model.ts'

/** Numbers to be met by a model. */
export interface Table {
  readonly columns: Columns
  readonly y: Float64Array
  readonly evaluators: Evaluators
  /** √w of each row, where rows have weights. */
  readonly rootWeights?: Float64Array
}

/** Between which values a parameter is looked for. */
export interface Bound {
  readonly low: number
  readonly high: number
}

const FREE: Bound = { low: -Infinity, high: Infinity }

export interface ProblemOptions {
  /** Values of parameters that are not moved. */
  readonly fixed?: ReadonlyMap<string, number>
  readonly bounds?: ReadonlyMap<string, Bound>
  /** Parameters that are moved by their logarithms. */
  readonly positive?: ReadonlySet<string>
}

/** Room for the steps of a descent, which would otherwise be asked for again and again. */
export interface Room {
  readonly A: Matrix
  readonly q: Float64Array
  readonly scales: Float64Array
  readonly damped: Matrix
  readonly target: Float64Array
  readonly step: Float64Array
  readonly next: Float64Array
}

export class Problem {
  readonly model: Model
  readonly table: Table
  readonly fixed: ReadonlyMap<string, number>
  readonly bounds: ReadonlyMap<string, Bound>
  readonly positive: ReadonlySet<string>
  /** Places among the model's parameters of those that move. */
  readonly free: readonly number[]
  readonly count: number
  /** √w·(y − f) of the last evaluation. */
  readonly residuals: Float64Array
  /** √w·∂f/∂u of the last evaluation with slopes, one column for each free parameter. */
  readonly slopes: Matrix
  /** All parameters as of the last evaluation. */
  readonly theta: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  evaluations = 0
  readonly #isLog: readonly boolean[]
  readonly #gradient: Evaluator
  #curvature: Evaluator | undefined
  #room: Room | undefined
  /** Where the slopes and residuals are from, and the sum there. */
  readonly #seen: Float64Array
  #sum = Number.NaN

  constructor(model: Model, table: Table, options: ProblemOptions = {}) {
    const { fixed = new Map(), bounds = new Map(), positive = new Set() } = options
    this.model = model
    this.table = table
    this.fixed = fixed
    this.bounds = bounds
    this.positive = positive
    const { parameters } = model
    this.free = parameters.flatMap((name, j) => (fixed.has(name) ? [] : [j]))
    this.count = table.y.length
    this.residuals = new Float64Array(this.count)
    this.slopes = zeros(this.free.length, this.count)
    this.theta = Float64Array.from(parameters, (name) => fixed.get(name) ?? 0)
    this.#seen = new Float64Array(parameters.length).fill(Number.NaN)
    this.#isLog = this.free.map((j) => positive.has(parameters[j] as string))
    const ends = this.free.map((j) => bounds.get(parameters[j] as string) ?? FREE)
    this.low = Float64Array.from(ends, ({ low }, k) => (this.#isLog[k] ? Math.log(Math.max(low, 0)) : low))
    this.high = Float64Array.from(ends, ({ high }, k) => (this.#isLog[k] ? Math.log(high) : high))
    this.#gradient = table.evaluators.of(model.gradient, parameters)
  }

  /** Room for one descent at a time. */
  get room(): Room {
    const p = this.free.length
    this.#room ??= {
      A: zeros(p, this.count),
      q: new Float64Array(this.count),
      scales: new Float64Array(p),
      damped: zeros(p, 2 * p),
      target: new Float64Array(2 * p),
      step: new Float64Array(p),
      next: new Float64Array(p),
    }
    return this.#room
  }

  /** The problem with other parameters held. */
  holding(fixed: ReadonlyMap<string, number>): Problem {
    const { bounds, positive } = this
    return new Problem(this.model, this.table, { fixed, bounds, positive })
  }

  isLog(k: number): boolean {
    return this.#isLog[k] as boolean
  }

  get names(): readonly string[] {
    return this.free.map((j) => this.model.parameters[j] as string)
  }

  /** The coordinates of parameters, within their bounds. */
  coordinates(theta: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.free, (j, k) => {
      const value = theta[j] as number
      const u = this.#isLog[k] ? Math.log(value) : value
      return Math.min(Math.max(u, this.low[k] as number), this.high[k] as number)
    })
  }

  /** Sets the parameters from coordinates. */
  place(u: ArrayLike<number>): Float64Array {
    for (let k = 0; k < this.free.length; k += 1)
      this.theta[this.free[k] as number] = this.#isLog[k] ? Math.exp(u[k] as number) : (u[k] as number)
    return this.theta
  }

  /** S at the coordinates; NaN where the model is not defined in a row. */
  sum(u: ArrayLike<number>): number {
    return this.sumAt(this.place(u))
  }

  /** S at parameters. */
  sumAt(theta: Float64Array): number {
    const { model, table } = this
    const value = table.evaluators.of(model.value, model.parameters)
    value.run(theta)
    // the residuals are of another place now than the slopes
    this.#seen.fill(Number.NaN)
    return this.#residuals(value.outputs[0] as Float64Array)
  }

  /** S, residuals and slopes. */
  slopesAt(u: ArrayLike<number>): number {
    return this.slopesFor(this.place(u))
  }

  /** The same at parameters. */
  slopesFor(theta: Float64Array): number {
    if (theta !== this.theta) this.theta.set(theta)
    if (this.theta.every((value, j) => value === this.#seen[j])) return this.#sum
    this.#seen.set(this.theta)
    this.#gradient.run(this.theta)
    const { outputs } = this.#gradient
    const { rootWeights } = this.table
    for (let k = 0; k < this.free.length; k += 1) {
      const j = this.free[k] as number
      const factor = this.#isLog[k] ? (this.theta[j] as number) : 1
      const [slope, to] = [outputs[j + 1] as Float64Array, this.slopes[k] as Float64Array]
      if (rootWeights)
        for (let i = 0; i < to.length; i += 1)
          to[i] = factor * (slope[i] as number) * (rootWeights[i] as number)
      else for (let i = 0; i < to.length; i += 1) to[i] = factor * (slope[i] as number)
    }
    this.#sum = this.#residuals(outputs[0] as Float64Array)
    return this.#sum
  }

  #residuals(values: Float64Array): number {
    this.evaluations += 1
    const { y, rootWeights } = this.table
    const { residuals } = this
    let sum = 0
    for (let i = 0; i < residuals.length; i += 1) {
      const rest = ((y[i] as number) - (values[i] as number)) * (rootWeights ? (rootWeights[i] as number) : 1)
      residuals[i] = rest
      sum += rest * rest
    }
    return sum
  }

  /**
   * Σ √w·rᵢ·∂²f/∂θⱼ∂θₖ over the rows, for the free parameters themselves (not their logarithms), at the parameters
   * as they are placed, with these residuals.
   */
  curvature(residuals: Float64Array): Float64Array[] {
    const { rootWeights } = this.table
    const { model, table, free } = this
    const p = model.parameters.length
    this.#curvature ??= table.evaluators.of(model.curvature(), model.parameters)
    this.#curvature.run(this.theta)
    const { outputs } = this.#curvature
    const sums = zeros(free.length, free.length)
    free.forEach((j, k) => {
      for (let l = k; l < free.length; l += 1) {
        const bends = outputs[j * p + (free[l] as number)] as Float64Array
        let sum = 0
        for (let i = 0; i < residuals.length; i += 1)
          sum +=
            (residuals[i] as number) * (bends[i] as number) * (rootWeights ? (rootWeights[i] as number) : 1)
        ;(sums[k] as Float64Array)[l] = sum
        ;(sums[l] as Float64Array)[k] = sum
      }
    })
    return sums
  }
}
