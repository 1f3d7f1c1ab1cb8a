/**
 * Levenberg and Marquardt's method: steps that go from steepest descent to Gauss and Newton's as the model proves to be
 * near its linear part. Damping after H. B. Nielsen (1999), scaling after J. J. Moré (1978): no step depends on the
 * units of a parameter. Bounds hold by leaving out, for a step, the parameters that press against them.
 */
import { backSubstitute, triangulate } from './householder.ts'
import type { Problem } from './problem.ts'

/** Where the method came to, in the coordinates of the problem. */
export interface Descent {
  readonly u: Float64Array
  readonly sum: number
  readonly iterations: number
  /** Did it come to rest, or was its count used up? */
  readonly isAtRest: boolean
}

/** When a descent is at rest: a relative change of S, and of the coordinates, that does not count any more. */
export interface Rest {
  readonly gain: number
  readonly step: number
}

/** As far as descents go; and near enough for Newton's method. */
const FAR: Rest = { gain: 1e-12, step: 1e-9 }
export const NEAR: Rest = { gain: 1e-6, step: 1e-2 }
/** From here on no step is taken seriously. */
const LARGEST_DAMPING = 1e16

/** Descends from u in at most so many steps. */
export function descend(problem: Problem, start: Float64Array, most: number, rest: Rest = FAR): Descent {
  const p = problem.free.length
  const n = problem.count
  let u = start.slice()
  let sum = problem.slopesAt(u)
  if (!Number.isFinite(sum) || p === 0) return { u, sum, iterations: 0, isAtRest: p === 0 }
  const { A, q, scales, damped, target, step, next } = problem.room
  scales.fill(0)
  let [damping, growth] = [1e-3, 2]
  let rests = 0
  let k = 0
  for (; k < most; k += 1) {
    for (let j = 0; j < p; j += 1) {
      const [from, to] = [problem.slopes[j] as Float64Array, A[j] as Float64Array]
      to.set(from)
      let square = 0
      for (let i = 0; i < n; i += 1) square += (from[i] as number) ** 2
      scales[j] = Math.max(scales[j] as number, Math.sqrt(square))
      if (pressesAgainstBound(problem, u, j)) to.fill(0)
    }
    q.set(problem.residuals)
    triangulate(A, q)
    let isBetter = false
    while (damping <= LARGEST_DAMPING) {
      for (let j = 0; j < p; j += 1) {
        const [from, to] = [A[j] as Float64Array, damped[j] as Float64Array]
        to.fill(0)
        for (let i = 0; i <= j && i < n; i += 1) to[i] = from[i] as number
        to[p + j] = Math.sqrt(damping) * ((scales[j] as number) || 1)
      }
      target.fill(0)
      for (let i = 0; i < p && i < n; i += 1) target[i] = q[i] as number
      triangulate(damped, target)
      backSubstitute(damped, target, step)
      let isNew = false
      for (let j = 0; j < p; j += 1) {
        const moved = (u[j] as number) + (step[j] as number)
        next[j] = Math.min(Math.max(moved, problem.low[j] as number), problem.high[j] as number)
        step[j] = (next[j] as number) - (u[j] as number)
        isNew ||= next[j] !== u[j]
      }
      if (!isNew) break
      const found = problem.slopesAt(next)
      const gain = (sum - found) / foreseen(A, q, step, p)
      if (found < sum && gain > 0) {
        damping = Math.max(damping * Math.max(1 / 3, 1 - (2 * gain - 1) ** 3), 1e-18)
        growth = 2
        isBetter = true
        const isSmall = sum - found <= rest.gain * sum && stepSize(step, u) < rest.step
        u = next.slice()
        sum = found
        rests = isSmall ? rests + 1 : 0
        break
      }
      damping *= growth
      growth *= 2
      if (stepSize(step, u) < 1e-15) break
    }
    if (!isBetter || rests >= 1 || sum === 0) {
      if (!isBetter) problem.slopesAt(u)
      return { u, sum, iterations: k + 1, isAtRest: true }
    }
  }
  return { u, sum, iterations: k, isAtRest: false }
}

/** Is the parameter at a bound, and better beyond it? */
export function pressesAgainstBound(problem: Problem, u: Float64Array, j: number): boolean {
  const isLow = (u[j] as number) <= (problem.low[j] as number)
  const isHigh = (u[j] as number) >= (problem.high[j] as number)
  if (!isLow && !isHigh) return false
  const slope = problem.slopes[j] as Float64Array
  let downhill = 0
  for (let i = 0; i < slope.length; i += 1)
    downhill += (slope[i] as number) * (problem.residuals[i] as number)
  return (isLow && downhill <= 0) || (isHigh && downhill >= 0)
}

/** By how much the linear model says that S falls: |q|² − |q − R·δ|². */
function foreseen(R: readonly Float64Array[], q: Float64Array, step: Float64Array, p: number): number {
  let sum = 0
  for (let i = 0; i < p && i < q.length; i += 1) {
    let along = 0
    for (let j = i; j < p; j += 1) along += ((R[j] as Float64Array)[i] as number) * (step[j] as number)
    sum += along * (2 * (q[i] as number) - along)
  }
  return sum > 0 ? sum : Number.MIN_VALUE
}

function stepSize(step: Float64Array, u: Float64Array): number {
  let most = 0
  for (let j = 0; j < u.length; j += 1)
    most = Math.max(most, Math.abs(step[j] as number) / (Math.abs(u[j] as number) + 1e-3))
  return most
}
