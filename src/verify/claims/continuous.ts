/** Rules for continuity, derivatives of first and of every order. */
import type { Canon } from '../../expression/canonical.ts'
import type { Claim, Continuous, Differentiable, Proof, Smooth } from '../../expression/claim.ts'
import { allOf, defined, interior, nonZero } from '../../expression/condition.ts'
import { add, divide, type Expr, negate, symbol } from '../../expression/expr.ts'
import { isInteger } from '../../expression/rational.ts'
import { opened as definitionOf } from '../../rules/forms.ts'
import { demand } from '../fault.ts'
import { holds, interval, only, put, slope, termOf, without } from './parts.ts'
import { limitFrom, openPiecesAt, piecesAt } from './patches.ts'

/** By structure: made of functions that are continuous where they are used. */
export function byInterior({ assuming, of, variable }: Continuous): Claim[] {
  interval(assuming, variable)
  return [holds(assuming, interior(of))]
}

/** What has a derivative is continuous. */
export const byBeingDifferentiable = (claim: Continuous): Claim[] => [{ ...claim, kind: 'differentiable' }]

export const continuousPieces = (claim: Continuous, proof: Proof): Claim[] =>
  piecesAt(claim, termOf(proof, 'at'))

/** Where the derivative that the rules give is defined, there is one. */
export function byRules({ assuming, of, variable }: Differentiable, proof: Proof): Claim[] {
  return [holds(assuming, slope(of, variable, only(proof.derivations, 'derivation'))[1])]
}

/** At a point where the rules are silent, by the limit of the slope of the chord. */
export function byChord(claim: Differentiable, proof: Proof): Claim[] {
  const { of, variable } = claim
  const [at, is] = [termOf(proof, 'at'), termOf(proof, 'is')]
  const chord = divide(add(of, negate(put(of, variable, at))), add(symbol(variable), negate(at)))
  const there = holds(without(claim.assuming, variable), defined(put(of, variable, at)))
  return [...openPiecesAt(claim, at), there, limitFrom(claim, chord, at, 'both', is)]
}

/** Functions whose derivatives exist to every order inside their domain. */
const KINKED: ReadonlySet<string> = new Set(['abs', 'sign', 'step', 'min', 'max', 'piecewise', 'D', 'at'])

/** By structure: made of functions that have derivatives of every order inside their domains. */
export function byStructure({ assuming, of }: Smooth, _: Proof, canon: Canon): Claim[] {
  return [holds(assuming, allOf([interior(of), ...rooted(of, canon)]))]
}

/** The bases of powers that are not smooth at 0; refuses functions with kinks. */
function rooted(u: Expr, canon: Canon): Expr[] {
  if (u.kind !== 'call') return []
  const body = definitionOf(u)
  if (body) return rooted(body, canon)
  demand(!KINKED.has(u.head), `${u.head} has a kink`)
  const inner = u.args.flatMap((arg) => rooted(arg, canon))
  const [base, exponent] = u.args
  const value = u.head === 'power' ? canon.value(exponent as Expr) : undefined
  if (u.head === 'cbrt' || (value && !isInteger(value))) return [...inner, nonZero(base as Expr)]
  return inner
}
