/** That a claim is not true: where it says something false. */
import type { Claim, Proof, Refuted } from '../../../expression/claim.ts'
import type { Work } from '../work.ts'
import { refuteBent, refuteMonotone } from './chords.ts'
import { refuteContinuous, refuteDifferentiable, refuteSmooth } from './continuous.ts'
import { refuteRange, refuteTends } from './ends.ts'
import { byGap } from './gap.ts'
import { refuteHolds } from './holds.ts'

type Refuter = (claim: never, work: Work) => Proof | undefined

const REFUTERS: Readonly<Partial<Record<Claim['kind'], Refuter>>> = {
  holds: refuteHolds,
  tends: refuteTends,
  monotone: refuteMonotone,
  bent: refuteBent,
  continuous: refuteContinuous,
  differentiable: refuteDifferentiable,
  smooth: refuteSmooth,
  range: refuteRange,
}

export function proveRefuted({ claim }: Refuted, work: Work): Proof | undefined {
  const gap = 'of' in claim && claim.kind !== 'tends' ? byGap(claim, work) : undefined
  return gap ?? REFUTERS[claim.kind]?.(claim as never, work)
}
