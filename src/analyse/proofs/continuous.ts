/** That a function is continuous on an interval. */
import type { Continuous, Proof } from '../../expression/claim.ts'
import { byClosedEnd, onBranches } from './monotone.ts'
import type { Work } from './work.ts'

export const proveContinuous = (claim: Continuous, work: Work): Proof | undefined =>
  work.by('structure', claim) ??
  onBranches(claim, work) ??
  byClosedEnd(claim, work) ??
  work.by('differentiable', claim)
