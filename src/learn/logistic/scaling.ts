/** Shifts and scales of columns: means, and powers of two beside standard deviations, by which nothing is rounded. */
import type { Problem, Terms } from './terms.ts'

export interface Scaling {
  readonly shifts: Float64Array
  readonly scales: Float64Array
  /** Standard deviations of the columns, in their own units. */
  readonly deviations: Float64Array
  /** Sums of weights and of weighted outcomes. */
  readonly weight: number
  readonly outcomes: number
}

/** A variance that is this small beside the square of the mean is measured again, from the mean. */
const CANCELLED = 1e-3

export async function scalingOf({ rows, features }: Problem, terms: Terms): Promise<Scaling> {
  const count = features.length + 1
  const measured = async (shifts: Float64Array): Promise<Float64Array> =>
    rows.sums(terms.moments, parametersOf(terms, { shifts, scales: new Float64Array(count).fill(1) }))
  const shifts = new Float64Array(count)
  const first = await measured(shifts)
  const [weight, outcomes] = first as unknown as [number, number]
  let again = false
  const variance = (sums: Float64Array, j: number): number => {
    const mean = (sums[2 * j] as number) / weight
    return Math.max(0, (sums[2 * j + 1] as number) / weight - mean * mean)
  }
  const variances = new Float64Array(count)
  for (let j = 1; j < count; j += 1) {
    shifts[j] = (first[2 * j] as number) / weight
    variances[j] = variance(first, j)
    again ||= !((variances[j] as number) > CANCELLED * ((first[2 * j + 1] as number) / weight))
  }
  if (again) {
    const second = await measured(shifts)
    for (let j = 1; j < count; j += 1) variances[j] = variance(second, j)
  }
  const deviations = variances.map(Math.sqrt)
  const scales = deviations.map((d) => (d > 0 && Number.isFinite(d) ? 2 ** -Math.round(Math.log2(d)) : 1))
  return { shifts, scales, deviations, weight, outcomes }
}

/** The values of the parameters. */
export function parametersOf(
  { names }: Terms,
  { shifts, scales }: Pick<Scaling, 'shifts' | 'scales'>,
  b?: Float64Array,
): Record<string, number> {
  const values: Record<string, number> = {}
  for (let j = 1; j < shifts.length; j += 1) {
    values[names.m[j] as string] = shifts[j] as number
    values[names.s[j] as string] = scales[j] as number
  }
  b?.forEach((value, j) => {
    values[names.b[j] as string] = value
  })
  return values
}
