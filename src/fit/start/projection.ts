/**
 * Variable projection: parameters that enter linearly are the solution of a linear problem, whatever the others are, so
 * only the others have to be looked for (G. H. Golub, V. Pereyra, 1973).
 */
import { Evaluator } from '../evaluator.ts'
import { backSubstitute, type Matrix, triangulate, zeros } from '../householder.ts'
import type { Problem } from '../problem.ts'

/** A pivot below this part of its column says that the column is, as far as doubles go, a sum of others. */
const DEPENDENT = 1e-9
/** So many times as large as the data a term may be. */
const LARGE = 1.5

export class Projection {
  /** Places among the model's parameters. */
  readonly linear: readonly number[]
  readonly #problem: Problem
  readonly #evaluator: Evaluator
  readonly #columns: Matrix
  readonly #right: Float64Array
  readonly #found: Float64Array
  /** The length of y. */
  readonly #size: number

  constructor(problem: Problem, linear: readonly number[]) {
    const { model, table, count } = problem
    const { gradient, parameters } = model
    const places = [0, ...linear.map((j) => j + 1)].map((k) => gradient.outputs[k] as number)
    this.linear = linear
    this.#problem = problem
    this.#evaluator = new Evaluator({ ...gradient, outputs: places }, table.columns, parameters, count)
    this.#columns = zeros(linear.length, count)
    this.#right = new Float64Array(count)
    this.#found = new Float64Array(linear.length)
    this.#size = length(table.y.map((value, i) => value * (table.rootWeights?.[i] ?? 1))) || 1
  }

  /** Terms much larger than the data cancel each other: a place to begin with is better without. */
  #penalty(sizes: readonly number[]): number {
    const most = sizes.reduce((max, size, k) => Math.max(max, size * Math.abs(this.#found[k] as number)), 0)
    return Math.max(1, most / (LARGE * this.#size)) ** 2
  }

  /**
   * Sets the linear parameters in θ to the best for the others; gives the sum of squares that is left, more where large
   * terms cancel.
   */
  solve(theta: Float64Array): number {
    for (const j of this.linear) theta[j] = 0
    this.#evaluator.run(theta)
    const { y, rootWeights } = this.#problem.table
    const [values, ...slopes] = this.#evaluator.outputs as [Float64Array, ...Float64Array[]]
    const right = this.#right
    for (let i = 0; i < right.length; i += 1)
      right[i] = ((y[i] as number) - (values[i] as number)) * (rootWeights ? (rootWeights[i] as number) : 1)
    slopes.forEach((slope, k) => {
      const column = this.#columns[k] as Float64Array
      if (rootWeights)
        for (let i = 0; i < column.length; i += 1)
          column[i] = (slope[i] as number) * (rootWeights[i] as number)
      else column.set(slope)
    })
    const sizes = this.#columns.map(length)
    triangulate(this.#columns, right)
    this.#columns.forEach((column, k) => {
      if (k < column.length && Math.abs(column[k] as number) < DEPENDENT * (sizes[k] as number)) column[k] = 0
    })
    backSubstitute(this.#columns, right, this.#found)
    this.linear.forEach((j, k) => {
      const bound = this.#problem.bounds.get(this.#problem.model.parameters[j] as string)
      const value = this.#found[k] as number
      theta[j] = bound ? Math.min(Math.max(value, bound.low), bound.high) : value
    })
    // not read off the triangle: coefficients that are too large lose in the model what they gain here
    return this.#problem.sumAt(theta) * this.#penalty(sizes)
  }
}

function length(column: Float64Array): number {
  let sum = 0
  for (let i = 0; i < column.length; i += 1) sum += (column[i] as number) ** 2
  return Math.sqrt(sum)
}

/**
 * The most parameters, among those that are free, by which together the model is linear: all second derivatives among
 * them vanish at several places.
 */
export function linearOf(problem: Problem, places: readonly Float64Array[]): readonly number[] {
  const { model, free } = problem
  const { parameters } = model
  // the formula alone is asked: data at which exponentials vanish would hide what it is
  const columns = new Map(model.variables.map((name, k) => [name, ROWS.map((x) => x + 0.07 * k)]))
  const count = ROWS.length
  const isBent = parameters.map(() => parameters.map(() => false))
  const curvature = new Evaluator(model.curvature(), columns, parameters, count)
  const gradient = new Evaluator(model.gradient, columns, parameters, count)
  for (const theta of places) {
    gradient.run(theta)
    curvature.run(theta)
    parameters.forEach((_, j) => {
      parameters.forEach((_name, k) => {
        const bends = curvature.outputs[j * parameters.length + k] as Float64Array
        const slopes = gradient.outputs[k + 1] as Float64Array
        for (let i = 0; i < count; i += 1) {
          const size = Math.abs(slopes[i] as number) / Math.abs(theta[j] as number)
          const bend = Math.abs(bends[i] as number)
          if (!(bend <= 1e-11 * size) && bend !== 0) (isBent[j] as boolean[])[k] = true
        }
      })
    })
  }
  const may = free.filter((j) => !problem.positive.has(parameters[j] as string) && !isBent[j]?.[j])
  return largest(may, (j, k) => isBent[j]?.[k] === false && isBent[k]?.[j] === false)
}

const ROWS = Float64Array.of(0.31, 0.57, 0.83, 1.19, 1.61, 2.3)

/** The largest part of the list in which all go together, the first of several. */
function largest(list: readonly number[], together: (a: number, b: number) => boolean): readonly number[] {
  let best: readonly number[] = []
  const grow = (chosen: readonly number[], rest: readonly number[]): void => {
    if (chosen.length > best.length) best = chosen
    if (chosen.length + rest.length <= best.length) return
    rest.forEach((next, i) => {
      const later = rest.slice(i + 1).filter((one) => together(one, next))
      grow([...chosen, next], later)
    })
  }
  grow([], list.slice(0, 20))
  return best
}
