/**
 * Proofs of claims about functions. What is found here is not trusted: a proof counts because the
 * checker (verify/claims/) accepts its certificate.
 */
import type { Claim, Proof } from '../../expression/claim.ts'
import { proveBent } from './bent.ts'
import { proveContinuous } from './continuous.ts'
import { proveDifferentiable, proveSmooth } from './differentiable.ts'
import { proveExists } from './exists.ts'
import { proveHolds } from './holds.ts'
import { proveMonotone } from './monotone.ts'
import { proveRange } from './range.ts'
import { proveRefuted } from './refuted/index.ts'
import { type Budget, type Strategy, Work } from './work.ts'

export { type ClaimCertificate, certificateOf } from './certificate.ts'
export type { Budget, Work } from './work.ts'

const STRATEGIES: Readonly<Record<string, Strategy>> = {
  holds: proveHolds,
  tends: (claim, work) => work.by('worked out', claim),
  monotone: proveMonotone,
  bent: proveBent,
  continuous: proveContinuous,
  differentiable: proveDifferentiable,
  smooth: proveSmooth,
  range: proveRange,
  exists: proveExists,
  refuted: proveRefuted,
}

/** Work on proofs with this much to spend; what is proved is kept for later claims. */
export const workWithin = (budget: Budget): Work => new Work(STRATEGIES, budget)

/** A proof of the claim, if one is found. */
export const prove = (claim: Claim, work: Work): Proof | undefined => work.prove(claim)

/** A proof that the claim is not true, if one is found. */
export const refute = (claim: Claim, work: Work): Proof | undefined => work.prove({ kind: 'refuted', claim })
