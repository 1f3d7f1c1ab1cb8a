/** That a function has a derivative, or derivatives of every order. */
import type { Differentiable, Proof, Smooth } from '../../expression/claim.ts'
import { add, divide, type Expr, negate, same, symbol } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import { branches, breaks, chosen } from './branches.ts'
import { gapsOf } from './gaps.ts'
import { inside } from './monotone.ts'
import type { Work } from './work.ts'

export function proveDifferentiable(claim: Differentiable, work: Work): Proof | undefined {
  const derivation = work.derivative(claim.of, claim.variable)
  const direct = derivation && work.by('rules', claim, { derivations: [derivation] })
  return direct ?? byRewriting(claim, work) ?? byChords(claim, work)
}

function byRewriting(claim: Differentiable | Smooth, work: Work): Proof | undefined {
  const as = chosen(claim.of, work.facts(claim.assuming))
  return same(as, claim.of) ? undefined : work.by('rewriting', claim, { terms: { as } })
}

/** At points where the rules are silent, by the limit of the slopes of chords. */
function byChords(claim: Differentiable, work: Work): Proof | undefined {
  const { of, variable, assuming } = claim
  for (const at of inside(doubtful(claim, work), claim)) {
    if (work.isOver) return undefined
    const is = chordLimit(of, variable, at, undefined, assuming, work)
    const proof = is && work.by('chords', claim, { terms: { at, is } })
    if (proof) return proof
  }
  return undefined
}

/** Where branches meet, and where the derivative that the rules give may not be defined. */
export function doubtful({ of, variable, assuming }: Differentiable, work: Work): Expr[] {
  if (branches(of)) return breaks(of, variable, assuming, work)
  const slope = work.derivative(of, variable)?.to
  return slope ? gapsOf(slope, variable, assuming, work) : []
}

/** The limit of the slopes of chords at a point, if it is a number. */
export function chordLimit(
  of: Expr,
  variable: string,
  at: Expr,
  side: 'left' | 'right' | undefined,
  assuming: readonly Expr[],
  work: Work,
): Expr | undefined {
  const chord = divide(add(of, negate(put(of, variable, at))), add(symbol(variable), negate(at)))
  const found = work.limit(chord, variable, at, side, work.facts(assuming))
  return found.kind === 'finite' ? found.value : undefined
}

export const proveSmooth = (claim: Smooth, work: Work): Proof | undefined =>
  work.by('structure', claim) ?? byRewriting(claim, work)
