/**
 * How far the estimates are from certain. Two covariances, by their names: `expected`, s²·(JᵀJ)⁻¹, as R's nls, SciPy and
 * NIST give it; `observed`, s² by the inverse of the Hessian of S/2, as drc gives it, which knows the model's curvature.
 */
import { forwardSubstitute, zeros } from './householder.ts'
import { cholesky, type Minimum } from './newton.ts'

/** A symmetric matrix by its rows, in the order of the moving parameters. */
export type Covariance = readonly (readonly number[])[]

/** (JᵀJ)⁻¹ for the parameters themselves, times the variance. */
export function expectedCovariance({ R, scales }: Minimum, variance: number): Covariance {
  const rows = inverseRows(R)
  return products(rows, scales, variance)
}

/** The same by the observed Hessian; nothing where that is not positive. */
export function observedCovariance({ R, scales, bent }: Minimum, variance: number): Covariance | undefined {
  const L = cholesky(bent())
  if (!L) return undefined
  // rows of R⁻¹·L⁻ᵀ: each row of R⁻¹ solved for with L
  const rows = inverseRows(R).map((row) => {
    const solved = new Float64Array(row.length)
    for (let i = 0; i < row.length; i += 1) {
      let sum = row[i] as number
      for (let k = 0; k < i; k += 1) sum -= ((L[k] as Float64Array)[i] as number) * (solved[k] as number)
      solved[i] = sum / ((L[i] as Float64Array)[i] as number)
    }
    return solved
  })
  return products(rows, scales, variance)
}

/** The rows of R⁻¹. */
export function inverseRows(R: Minimum['R']): readonly Float64Array[] {
  const p = R.length
  // column i of R⁻ᵀ is row i of R⁻¹
  return Array.from({ length: p }, (_, i) => {
    const unit = new Float64Array(p)
    unit[i] = 1
    const [row] = zeros(1, p) as [Float64Array]
    backward(R, unit, row)
    return row
  })
}

/** Solves xᵀ·R = cᵀ, that is Rᵀ·x = c. */
const backward = (R: Minimum['R'], c: Float64Array, x: Float64Array): void => forwardSubstitute(R, c, x)

const products = (rows: readonly Float64Array[], scales: Float64Array, variance: number): Covariance =>
  rows.map((a, i) =>
    rows.map((b, k) => {
      let sum = 0
      for (let m = 0; m < a.length; m += 1) sum += (a[m] as number) * (b[m] as number)
      return (variance * sum) / ((scales[i] as number) * (scales[k] as number))
    }),
  )

/** The variance gᵀ·V·g of a quantity with these slopes. */
export function varianceOf(slopes: readonly number[], covariance: Covariance): number {
  let sum = 0
  for (const [i, row] of covariance.entries())
    for (const [k, value] of row.entries()) sum += (slopes[i] as number) * value * (slopes[k] as number)
  return Math.max(0, sum)
}

/** The correlations of a covariance. */
export const correlations = (covariance: Covariance): Covariance =>
  covariance.map((row, i) =>
    row.map((value, k) => value / Math.sqrt((covariance[i]?.[i] as number) * (covariance[k]?.[k] as number))),
  )
