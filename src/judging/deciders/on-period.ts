/** A function with a period is judged on one period. */
import type { Ground } from '../ground.ts'
import { type Outcome, withEvidence } from '../judgement.ts'

/** The decider on one period, if there is one: the values there are all values. */
export function onPeriod(ground: Ground, decide: (ground: Ground) => Outcome): Outcome {
  const period = ground.onPeriod()
  return period ? withEvidence(decide(period.ground), period.evidence) : decide(ground)
}
