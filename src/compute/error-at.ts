/** What a kernel says of its own errors: at a point, how far value and derivatives may be from the exact ones. */
import { farthest, type Rounding, reached } from './balls/bound.ts'
import type { Compiled } from './prepare.ts'
import type { Program } from './program.ts'
import { spot, truth } from './stable/truth.ts'
import { unfolded } from './unfolded.ts'
import type { Tier } from './wasm/translate.ts'

/** Units in the last place, more than operations were found to err by. */
const ROUNDINGS: Readonly<Record<Tier, Rounding>> = {
  fast: { arithmetic: 2, functions: 5 },
  accurate: { arithmetic: 1, functions: 2.5 },
}

/** For each formula the bound at a point: the rounding of its form is bounded, and held against the exact value as given. */
export function boundsOf(
  program: Program,
  formulas: readonly Compiled[],
  variables: readonly string[],
  tier: Tier,
): (at: readonly number[]) => readonly number[] {
  const balls = reached(program, ROUNDINGS[tier])
  const given = formulas.map((one) => unfolded(one.given))
  return (at) => {
    const place = spot(variables, at)
    const found = balls(at)
    return given.map((u, k) => farthest(found[k] as (typeof found)[number], truth(u, place)))
  }
}
