/** What a form loses region by region: a mean over all sizes would hide where it is bad. */
import type { Candidate } from './candidate.ts'
import { mean } from './candidate.ts'
import { ulps } from './error.ts'
import type { Sample } from './samples.ts'

export interface Region {
  readonly from: number
  readonly to: number
  /** Wrong bits on average, as the formula is written and in the form that was found. */
  readonly before: number
  readonly after: number
  /** The largest distance of the form from the nearest double, in doubles. */
  readonly worst: number
}

const SIZES = [1e-12, 1e-3, 0.5, 3, 37, 700, 1e12]
const BORDERS = [-Infinity, ...SIZES.map((size) => -size).reverse(), 0, ...SIZES, Infinity]

/** The regions in which there are samples, of a formula of one variable. */
export function regionsOf(
  before: Candidate,
  after: Candidate,
  run: (at: readonly number[]) => number,
  samples: readonly Sample[],
): readonly Region[] {
  if (samples[0]?.at.length !== 1) return []
  return BORDERS.slice(1).flatMap((to, k): Region[] => {
    const from = BORDERS[k] as number
    const places = samples.flatMap(({ at }, i) =>
      (at[0] as number) >= from && (at[0] as number) < to ? [i] : [],
    )
    if (places.length === 0) return []
    const of = ({ wrong }: Candidate): number => mean(places.map((i) => wrong[i] as number))
    const distances = places.map((i) => ulps(run((samples[i] as Sample).at), (samples[i] as Sample).right))
    return [{ from, to, before: of(before), after: of(after), worst: Math.max(...distances) }]
  })
}
