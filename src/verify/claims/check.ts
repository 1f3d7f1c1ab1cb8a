/**
 * The checker of claims: a proof names a rule, the rule says what it needs, and that is checked in
 * turn. So the checker never searches, and a proof cannot prove something else than it claims.
 */

import { Canon } from '../../expression/canonical.ts'
import type { Claim, Proof } from '../../expression/claim.ts'
import { isTotal } from '../../rules/forms.ts'
import { demand } from '../fault.ts'
import { replay } from '../replay.ts'
import { provedFrom } from './certificate.ts'
import { RULES } from './rules.ts'

/** Proofs deeper than this are refused, so that checking cannot run out of stack. */
const DEEPEST = 200

/** Refuses a certificate whose proof does not show its claim. */
export function checkCertificate(certificate: unknown): void {
  const { claim, proof } = provedFrom(certificate)
  checkProof(claim, proof)
}

/** Refuses unless the proof shows the claim. */
export function checkProof(claim: Claim, proof: Proof): void {
  check(claim, proof, new Canon(isTotal), 0)
}

function check(claim: Claim, proof: Proof, canon: Canon, depth: number): void {
  demand(depth < DEEPEST, 'the proof is too deep')
  const rule = RULES.get(`${proof.by}: ${claim.kind}`)
  demand(rule !== undefined, `no rule "${proof.by.slice(0, 40)}" proves that`)
  for (const derivation of proof.derivations ?? []) replay(derivation, canon)
  const needed = rule(claim as never, proof, canon)
  const given = proof.from ?? []
  demand(needed.length === given.length, `"${proof.by}" needs ${needed.length} proofs`)
  for (const [i, part] of needed.entries()) check(part, given[i] as Proof, canon, depth + 1)
}
