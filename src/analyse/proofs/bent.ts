/** That a function is convex or concave on an interval. */
import type { Bent, Proof } from '../../expression/claim.ts'
import { call, type Expr, symbol } from '../../expression/expr.ts'
import { branches, breaks, chosen } from './branches.ts'
import { byClosedEnd, inside, onBranches } from './monotone.ts'
import type { Work } from './work.ts'

export function proveBent(claim: Bent, work: Work): Proof | undefined {
  if (branches(claim.of)) return onBranches(claim, work) ?? byKinks(claim, work)
  const derivation = work.derivative(claim.of, claim.variable)
  const direct = derivation && work.by('slope', claim, { derivations: [derivation] })
  return direct ?? byClosedEnd(claim, work)
}

/** Two pieces, and the slopes where they meet. */
function byKinks(claim: Bent, work: Work): Proof | undefined {
  const { of, variable, assuming } = claim
  for (const at of inside(breaks(of, variable, assuming, work), claim)) {
    const [before, after] = ['<', '>'].map((head) => {
      const here = [...assuming, call(head, [symbol(variable), at])]
      return chosen(of, work.facts(here))
    }) as [Expr, Expr]
    const sides = [work.derivative(of, variable), work.derivative(of, variable)]
    const [left, right] = [slopeAt(before, at, 'left', claim, work), slopeAt(after, at, 'right', claim, work)]
    const [first, second] = sides
    if (!left || !right || !first || !second) continue
    const proof = work.by('kink', claim, { terms: { at, left, right }, derivations: [first, second] })
    if (proof) return proof
  }
  return undefined
}

function slopeAt(
  u: Expr,
  at: Expr,
  side: 'left' | 'right',
  { variable, assuming }: Bent,
  work: Work,
): Expr | undefined {
  const derivation = work.derivative(u, variable)
  const found = derivation && work.limit(derivation.to, variable, at, side, work.facts(assuming))
  return found?.kind === 'finite' ? found.value : undefined
}
