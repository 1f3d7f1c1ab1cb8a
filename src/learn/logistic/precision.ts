/** Errors of coefficients: those that chance makes, and those of the computation. */
import { at } from './cholesky.ts'
import type { Scaling } from './scaling.ts'

/** The covariance of the coefficients of columns, from that of shifted and scaled ones. */
export function covarianceOf(scaled: Float64Array, { shifts, scales }: Scaling): number[][] {
  const size = shifts.length
  // b = T·β: slopes are scaled, the constant loses what the shifts gave it
  const row = (i: number): readonly (readonly [j: number, factor: number])[] =>
    i > 0
      ? [[i, scales[i] as number]]
      : Array.from(
          { length: size },
          (_, j) => [j, j === 0 ? 1 : -(scales[j] as number) * (shifts[j] as number)] as const,
        )
  const rows = Array.from({ length: size }, (_, i) => row(i))
  return rows.map((left) =>
    rows.map((right) => {
      let sum = 0
      for (const [i, u] of left) for (const [j, v] of right) sum += u * v * (scaled[at(i, j)] as number)
      return sum
    }),
  )
}

/** A coefficient that is not so many times its error may be 0. */
const FEW = 10
/** Rounding moves an estimate by so many units in the last place of its standard error, about. */
const ROUNDING = 4 * 2 ** -53

/** What the last step says. */
interface Settled {
  readonly b: Float64Array
  readonly step: Float64Array
}

/**
 * Digits that are right in the worst coefficient: a further step would change it so much, and rounding may. One that
 * is 0 as far as can be told is measured by its standard error.
 */
export function digitsOf(
  values: readonly number[],
  { step, b }: Settled,
  covariance: Float64Array,
  scaling: Scaling,
): number {
  const length = Math.sqrt(b.reduce((sum, v) => sum + v * v, 1))
  const errors = b.map(
    (_, j) => Math.abs(step[j] as number) + ROUNDING * length * Math.sqrt(covariance[at(j, j)] as number),
  )
  const own = values.map((value, j) => {
    const error =
      j > 0
        ? (errors[j] as number) * (scaling.scales[j] as number)
        : errors.reduce(
            (sum, e, k) =>
              sum +
              e * (k === 0 ? 1 : Math.abs((scaling.scales[k] as number) * (scaling.shifts[k] as number))),
            0,
          )
    const usual = Math.sqrt(covariance[at(j, j)] as number) * (j > 0 ? (scaling.scales[j] as number) : 1)
    const size = Math.abs(value) > FEW * error ? Math.abs(value) : usual
    return Math.min(15.95, -Math.log10(error / size + 2 ** -53))
  })
  return Math.max(0, Math.min(...own))
}
