/** Rules for claims of several kinds. */

import type { Claim, Proof } from '../../expression/claim.ts'
import { allOf } from '../../expression/condition.ts'
import { call, type Expr, mentions, same } from '../../expression/expr.ts'
import { demand } from '../fault.ts'
import { mentionsLetter, sameData } from './data.ts'
import { holds, interval, termOf } from './parts.ts'

/** Claims about a function on a set that is part of another one. */
type OnSet = Extract<Claim, { readonly of: unknown }>

/** What is true on a set is true on every part of it. */
export function restricted(claim: OnSet, proof: Proof): Claim[] {
  const wider = proof.claim
  demand(wider !== undefined && 'of' in wider, 'the proof must hold a claim about a wider set')
  demand(sameData({ ...wider, assuming: claim.assuming } as OnSet, claim), 'another claim')
  interval(claim.assuming, claim.variable)
  return [wider, holds(claim.assuming, allOf(wider.assuming))]
}

/** The same function on the interval, written otherwise there. */
export function rewritten(claim: OnSet, proof: Proof): Claim[] {
  const { assuming, of, variable } = claim
  const v = termOf(proof, 'as')
  const { lower, upper } = interval(assuming, variable)
  // a derivative looks beyond an end that belongs to the interval
  const isOpen = [...lower, ...upper].every(({ closed }) => !closed)
  const looksBeyond = claim.kind === 'differentiable' || claim.kind === 'smooth'
  demand(isOpen || !looksBeyond, 'the interval must be open')
  return [{ ...claim, of: v }, holds(assuming, call('=', [of, v]))]
}

/** With a number that is known to exist. */
export function withNumber(
  claim: Exclude<Claim, { readonly kind: 'exists' | 'refuted' }>,
  proof: Proof,
): Claim[] {
  const found = proof.claim
  demand(found?.kind === 'exists', 'the proof must hold a claim that a number exists')
  const { letter, conditions, assuming } = found
  demand(!mentionsLetter(claim, letter), 'the letter must be new')
  const isFixed = 'of' in claim ? (u: Expr) => !mentions(u, claim.variable) : () => true
  demand([...assuming, ...conditions].every(isFixed), 'the number must not depend on the variable')
  const isGiven = (known: Expr): boolean => claim.assuming.some((given) => same(given, known))
  demand(assuming.every(isGiven), 'more is assumed')
  return [found, { ...claim, assuming: [...claim.assuming, ...conditions] }]
}
