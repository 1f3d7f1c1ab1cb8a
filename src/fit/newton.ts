/**
 * The last steps to a minimum: Newton's method on the gradient, with the second derivatives of the model. With
 * J = Q·R and B = Σ rᵢ·∇²fᵢ the Hessian of S/2 is Rᵀ·(1 − C)·R, C = R⁻ᵀ·B·R⁻¹, so J'J is never formed. The eigenvalues
 * of C are the curvatures of Bates and Watts; where one reaches 1 there is no minimum.
 */
import { exactResiduals } from './exact.ts'
import { backSubstitute, forwardSubstitute, type Matrix, triangulate, zeros } from './householder.ts'
import type { Problem } from './problem.ts'

/** A minimum as far as doubles show it. */
export interface Minimum {
  /** All parameters, in the order of the model. */
  readonly theta: Float64Array
  readonly sum: number
  readonly residuals: Float64Array
  /** The free parameters that are not held by a bound, by their places in the problem's `free`. */
  readonly moving: readonly number[]
  /** R of the slopes of those, each column divided by its `scales`, and 1 − C. */
  readonly R: Matrix
  readonly scales: Float64Array
  readonly bent: () => Matrix
  /** Is 1 − C positive: is it a minimum, by the second derivatives? */
  readonly isMinimum: boolean
  /** The part of the residuals that a step could still take away, |Qᵀr|/|r|: the cosine of Bates and Watts. */
  readonly offset: number
  /** Digits of each moving parameter that the next step would leave. */
  readonly digits: Float64Array
  readonly steps: number
  /** Does the curve go through all points, as far as doubles show? */
  readonly isExact: boolean
  /** Were the residuals worked out in more digits than doubles have? */
  readonly isExtended: boolean
}

/** From here on a part of the residuals is still to be explained by the parameters: no minimum was reached. */
export const AT_REST = 1e-4

const MOST_STEPS = 12
/** Residuals below this part of the values lose too many digits in doubles. */
const LOSING = 1e-5
/** Residuals below this part of the values, squared, are rounding. */
const EXACT = 1e-28
/** The part of a slope that the others leave, below which it is nothing but rounding. */
const DEPENDENT = 1e-12
/** Of two lengths the first is kept unless the second is larger by more than rounding. */
const NEARLY = 1 + 1e-9
/** More rows than these are not enclosed one by one. */
const MOST_EXTENDED = 2_000

interface Sight {
  readonly residuals: Float64Array
  readonly sum: number
  readonly R: Matrix
  readonly scales: Float64Array
  readonly bent: Matrix
  readonly isMinimum: boolean
  readonly offset: number
  readonly step: Float64Array
}

/** A step leaves no more than this part of the offset, or curvature is worked out anew. */
const LEAVES = 0.1
/** Offsets that are so many times what rounding leaves may be nothing else. */
const NOISY = 100

/**
 * Polishes a place that a descent came to; `free` are the places of the free parameters that may move. The curvature of
 * the first step serves for the next ones, as long as each leaves a tenth of the offset at most.
 */
export function polish(problem: Problem, u: Float64Array, free: readonly number[]): Minimum {
  const theta = problem.place(u).slice()
  const rest = new Float64Array(theta.length)
  const isExtended = problem.count <= MOST_EXTENDED && losesDigits(problem, u)
  let moving = free
  let curved: Matrix | undefined
  const look = (): Sight => sightAt(problem, theta, moving, isExtended ? rest : undefined, curved)
  let sight = look()
  if (sight.R.some((column, m) => column[m] === 0)) {
    moving = independentFirst(problem, moving)
    sight = look()
  }
  // what rounding of the values leaves of the offset
  const noise = 2 ** -53 * (isExtended ? 1 : Math.sqrt(measured(problem) / sight.sum))
  let isFresh = true
  let steps = 0
  for (; steps < MOST_STEPS && sight.isMinimum; steps += 1) {
    if (sight.offset <= noise || isSmall(sight.step, theta, problem, moving)) break
    curved = sight.bent
    const before = [theta.slice(), rest.slice()] as const
    moveBy(sight.step, theta, rest, problem, moving, isExtended)
    const next = isWithin(problem, theta) ? look() : undefined
    const isBetter = next?.isMinimum && next.offset < sight.offset && next.sum <= sight.sum * (1 + 1e-9)
    const isQuick = isBetter && next.offset <= LEAVES * sight.offset
    if (isBetter) sight = next
    else {
      theta.set(before[0])
      rest.set(before[1])
    }
    if (isQuick) isFresh = false
    else if (!isBetter && (isFresh || sight.offset <= NOISY * noise)) break
    else {
      // the curvature is not that of this place, or this is as near as rounding lets it come
      curved = undefined
      sight = look()
      isFresh = true
    }
  }
  const digits = Float64Array.from(moving, (k, m) => {
    const size = Math.abs(theta[problem.free[k] as number] as number)
    const off = Math.max(Math.abs(sight.step[m] as number) / (size || 1), 2 ** -53)
    return Math.max(0, -Math.log10(off))
  })
  problem.theta.set(theta)
  const { residuals, sum, R, scales, isMinimum, offset } = sight
  let known = isFresh ? sight.bent : undefined
  const bent = (): Matrix => {
    known ??= sightAt(problem, theta, moving, isExtended ? rest : undefined).bent
    return known
  }
  const isExact = sum <= EXACT * measured(problem)
  return {
    theta,
    sum,
    residuals,
    moving,
    R,
    scales,
    bent,
    isMinimum,
    offset,
    digits,
    steps,
    isExtended,
    isExact,
  }
}

/** The parameters in an order in which those whose slopes are sums of others' come last. */
function independentFirst(problem: Problem, moving: readonly number[]): readonly number[] {
  const left = new Map(
    moving.map((k) => {
      const column = problem.slopes[k] as Float64Array
      const size = Math.sqrt(squares(column)) || 1
      return [k, column.map((value) => value / size)]
    }),
  )
  const order: number[] = []
  while (left.size > 0) {
    const [next, axis] = [...left].reduce((best, one) =>
      squares(one[1]) > squares(best[1]) * NEARLY ? one : best,
    )
    left.delete(next)
    order.push(next)
    const size = squares(axis)
    if (size === 0) continue
    for (const column of left.values()) {
      const along = column.reduce((sum, value, i) => sum + value * (axis[i] as number), 0) / size
      axis.forEach((value, i) => {
        column[i] = (column[i] as number) - along * value
      })
    }
  }
  return order
}

/** Σ w·y². */
function measured({ table: { y, rootWeights } }: Problem): number {
  let sum = 0
  y.forEach((value, i) => {
    sum += (value * (rootWeights?.[i] ?? 1)) ** 2
  })
  return sum
}

function losesDigits(problem: Problem, u: Float64Array): boolean {
  const sum = problem.slopesAt(u)
  let size = 0
  const { y, rootWeights } = problem.table
  for (let i = 0; i < y.length; i += 1)
    size +=
      ((y[i] as number) * (rootWeights ? (rootWeights[i] as number) : 1) -
        (problem.residuals[i] as number)) **
      2
  return sum < size * LOSING ** 2
}

const isWithin = (problem: Problem, theta: Float64Array): boolean =>
  problem.free.every((j, k) => {
    const bound = problem.bounds.get(problem.model.parameters[j] as string)
    const value = theta[j] as number
    if (problem.isLog(k) && !(value > 0)) return false
    return bound === undefined || (value >= bound.low && value <= bound.high)
  })

const isSmall = (
  step: Float64Array,
  theta: Float64Array,
  { free }: Problem,
  moving: readonly number[],
): boolean =>
  moving.every((k, m) => Math.abs(step[m] as number) <= 1e-16 * Math.abs(theta[free[k] as number] as number))

/** θ + rest + step; with `isExtended` what θ cannot hold goes to the rest. */
function moveBy(
  step: Float64Array,
  theta: Float64Array,
  rest: Float64Array,
  { free }: Problem,
  moving: readonly number[],
  isExtended: boolean,
): void {
  moving.forEach((k, m) => {
    const j = free[k] as number
    const old = theta[j] as number
    const more = (rest[j] as number) + (step[m] as number)
    const sum = old + more
    theta[j] = sum
    if (isExtended) rest[j] = more - (sum - old)
  })
}

/** Residuals, triangle, curvature (where it is not known from nearby) and Newton's step at θ. */
function sightAt(
  problem: Problem,
  theta: Float64Array,
  moving: readonly number[],
  rest: Float64Array | undefined,
  curved?: Matrix,
): Sight {
  problem.slopesFor(theta)
  const residuals = rest
    ? exactResiduals(problem.model, problem.table, theta, rest)
    : problem.residuals.slice()
  const n = problem.count
  const p = moving.length
  const scales = new Float64Array(p)
  const { A: columns, q } = problem.room
  q.set(residuals)
  const A = moving.map((k, m) => {
    const slope = problem.slopes[k] as Float64Array
    const column = columns[m] as Float64Array
    // the slopes are by log θ where a parameter is moved by that
    const factor = problem.isLog(k) ? 1 / (theta[problem.free[k] as number] as number) : 1
    let square = 0
    for (let i = 0; i < n; i += 1) square += ((slope[i] as number) * factor) ** 2
    const size = Math.sqrt(square) || 1
    scales[m] = size
    for (let i = 0; i < n; i += 1) column[i] = ((slope[i] as number) * factor) / size
    return column
  })
  triangulate(A, q)
  // a column that is, to rounding, a sum of those before it says nothing, and its pivot is noise
  A.forEach((column, m) => {
    if (m < n && Math.abs(column[m] as number) < DEPENDENT) {
      column[m] = 0
      q[m] = 0
    }
  })
  const R = A.map((column) => column.slice(0, p))
  const bent = curved ?? oneLessC(R, problem.curvature(residuals), scales, moving)
  const z = q.slice(0, p)
  const isMinimum = solveSymmetric(bent, z)
  const step = new Float64Array(p)
  backSubstitute(R, isMinimum ? z : q, step)
  for (let m = 0; m < p; m += 1) step[m] = (step[m] as number) / (scales[m] as number)
  const sum = squares(residuals)
  const offset = sum > 0 ? Math.sqrt(squares(q.subarray(0, p)) / sum) : 0
  return { residuals, sum, R, scales, bent, isMinimum, offset, step }
}

const squares = (values: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += (values[i] as number) ** 2
  return sum
}

/** 1 − R⁻ᵀ·B·R⁻¹. */
function oneLessC(R: Matrix, all: Matrix, scales: Float64Array, moving: readonly number[]): Matrix {
  const p = moving.length
  // X = R⁻ᵀ·B, column by column; then C = X·R⁻¹, its rows solved for in turn
  const X = zeros(p, p)
  moving.forEach((k, m) => {
    const column = Float64Array.from(
      moving,
      (l, o) => ((all[k] as Float64Array)[l] as number) / ((scales[m] as number) * (scales[o] as number)),
    )
    forwardSubstitute(R, column, X[m] as Float64Array)
  })
  const C = zeros(p, p)
  for (let row = 0; row < p; row += 1) {
    const line = Float64Array.from(X, (column) => column[row] as number)
    const solved = new Float64Array(p)
    forwardSubstitute(R, line, solved)
    for (let m = 0; m < p; m += 1) (C[m] as Float64Array)[row] = (m === row ? 1 : 0) - (solved[m] as number)
  }
  return C
}

/** Solves A·x = b for a symmetric A > 0 by Cholesky, in place of b; false, and b untouched, where A is not positive. */
function solveSymmetric(A: Matrix, b: Float64Array): boolean {
  const L = cholesky(A)
  if (!L) return false
  const p = b.length
  for (let i = 0; i < p; i += 1) {
    let sum = b[i] as number
    for (let k = 0; k < i; k += 1) sum -= ((L[k] as Float64Array)[i] as number) * (b[k] as number)
    b[i] = sum / ((L[i] as Float64Array)[i] as number)
  }
  for (let i = p - 1; i >= 0; i -= 1) {
    let sum = b[i] as number
    const column = L[i] as Float64Array
    for (let k = i + 1; k < p; k += 1) sum -= (column[k] as number) * (b[k] as number)
    b[i] = sum / (column[i] as number)
  }
  return true
}

/** The lower triangle L of A = L·Lᵀ by columns, where A is positive. */
export function cholesky(A: Matrix): Matrix | undefined {
  const p = A.length
  const L = zeros(p, p)
  for (let j = 0; j < p; j += 1) {
    const column = L[j] as Float64Array
    for (let i = j; i < p; i += 1) {
      let sum = (A[j] as Float64Array)[i] as number
      for (let k = 0; k < j; k += 1)
        sum -= ((L[k] as Float64Array)[i] as number) * ((L[k] as Float64Array)[j] as number)
      if (i === j) {
        if (!(sum > 1e-14)) return undefined
        column[j] = Math.sqrt(sum)
      } else column[i] = sum / (column[j] as number)
    }
  }
  return L
}
