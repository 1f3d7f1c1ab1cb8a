/**
 * The checker of claims: a proof names a rule, the rule says what it needs, and that is checked in
 * turn. So the checker never searches, and a proof cannot prove something else than it claims.
 */

import { Canon } from '../../expression/canonical.ts'
import type { Claim, Proof } from '../../expression/claim.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { isTotal } from '../../rules/forms.ts'
import { demand } from '../fault.ts'
import { replay } from '../replay.ts'
import { provedFrom } from './certificate.ts'
import { sameData } from './data.ts'
import { RULES } from './rules.ts'

/** Proofs deeper than this are refused, so that checking cannot run out of stack. */
const DEEPEST = 200
/** A proof may serve many claims; it is refused where they become too many. */
const MOST_STEPS = 20_000
/** A proof that several parts share shows the same claim in most of them. */
const KEPT = 3

/** Refuses a certificate whose proof does not show its claim. */
export function checkCertificate(certificate: unknown): void {
  const { claim, proof } = provedFrom(certificate)
  new Checker().accept(claim, proof)
}

/** What the rule of a proof needs for the claim; refuses where it does not apply. */
export type Apply = (claim: Claim, proof: Proof, canon: Canon) => readonly Claim[]

export const needs: Apply = (claim, proof, canon) => {
  const rule = RULES.get(`${proof.by}: ${claim.kind}`)
  demand(rule !== undefined, `no rule "${proof.by.slice(0, 40)}" proves that`)
  return rule(claim as never, proof, canon)
}

/**
 * Checks proofs, a part that several share but once: a claim says all that it assumes, so what a proof
 * shows in one place it shows in all.
 */
export class Checker {
  readonly #canon = new Canon(isTotal)
  readonly #accepted = new Map<Proof, readonly Claim[]>()
  readonly #replayed = new Set<Derivation>()
  readonly #apply: Apply
  #left = 0

  constructor(apply: Apply = needs) {
    this.#apply = apply
  }

  /** Refuses unless the proof shows the claim. */
  accept(claim: Claim, proof: Proof): void {
    this.#left = MOST_STEPS
    this.#check(claim, proof, 0)
  }

  #check(claim: Claim, proof: Proof, depth: number): void {
    const accepted = this.#accepted.get(proof) ?? []
    if (accepted.some((known) => sameData(known, claim))) return
    this.#left -= 1
    demand(depth < DEEPEST && this.#left > 0, 'the proof is too deep or too long')
    const fresh = (proof.derivations ?? []).filter((derivation) => !this.#replayed.has(derivation))
    for (const derivation of fresh) {
      replay(derivation, this.#canon)
      this.#replayed.add(derivation)
    }
    const needed = this.#apply(claim, proof, this.#canon)
    const given = proof.from ?? []
    demand(needed.length === given.length, `"${proof.by}" needs ${needed.length} proofs`)
    for (const [i, part] of needed.entries()) this.#check(part, given[i] as Proof, depth + 1)
    this.#accepted.set(proof, [claim, ...accepted.slice(0, KEPT)])
  }
}
