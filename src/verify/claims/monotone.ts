/** Rules for functions that rise or fall, and for convex and concave ones. */

import type { Bent, Claim, Continuous, Monotone, Proof } from '../../expression/claim.ts'
import { allOf } from '../../expression/condition.ts'
import { call, integer, symbol } from '../../expression/expr.ts'
import { demand } from '../fault.ts'
import { holds, interval, only, slope, termOf } from './parts.ts'
import { limitFrom, opened, piecesAt } from './patches.ts'

/** By the sign of the derivative (the mean value theorem). */
export function byDerivative(
  { assuming, of, variable, direction, strictly }: Monotone,
  proof: Proof,
): Claim[] {
  interval(assuming, variable)
  const [derived, needs] = slope(of, variable, only(proof.derivations, 'derivation'))
  const relation = `${direction === 'increasing' ? '>' : '<'}${strictly ? '' : '='}`
  return [holds(assuming, allOf([needs, call(relation, [derived, integer(0)])]))]
}

/** At a closed end to which the function is continuous. */
export function atEnd(claim: Monotone | Bent | Continuous, proof: Proof): Claim[] {
  const { inner, limit, value } = opened(claim, proof)
  return [inner, limit, value]
}

/** On both sides of a point that belongs to both pieces. */
export function joined(claim: Monotone, proof: Proof): Claim[] {
  return piecesAt(claim, termOf(proof, 'at'))
}

/** By a derivative that rises, or falls. Two points of the graph have a chord with a slope between those of its ends. */
export function bySlope({ assuming, of, variable, direction, strictly }: Bent, proof: Proof): Claim[] {
  const [derived, needs] = slope(of, variable, only(proof.derivations, 'derivation'))
  const rises = direction === 'convex' ? 'increasing' : 'decreasing'
  const monotone: Monotone = { kind: 'monotone', assuming, of: derived, variable, direction: rises, strictly }
  return [holds(assuming, needs), monotone]
}

/** Two pieces, with a slope that does not turn the other way where they meet. */
export function atKink(claim: Bent, proof: Proof): Claim[] {
  const { assuming, of, variable, direction } = claim
  const at = termOf(proof, 'at')
  const [left, right] = [termOf(proof, 'left'), termOf(proof, 'right')]
  const [before, after] = [proof.derivations?.[0], proof.derivations?.[1]]
  demand(before !== undefined && after !== undefined, 'the slopes on both sides are needed')
  const x = symbol(variable)
  const below = [...assuming, call('<', [x, at])]
  const above = [...assuming, call('>', [x, at])]
  const [first, firstNeeds] = slope(of, variable, before)
  const [second, secondNeeds] = slope(of, variable, after)
  const turn = call(direction === 'convex' ? '<=' : '>=', [left, right])
  return [
    ...piecesAt(claim, at),
    { kind: 'continuous', assuming, of, variable },
    holds(below, firstNeeds),
    holds(above, secondNeeds),
    limitFrom(claim, first, at, 'left', left),
    limitFrom(claim, second, at, 'right', right),
    holds(assuming, turn),
  ]
}
