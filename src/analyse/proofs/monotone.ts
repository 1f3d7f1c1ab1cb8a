/** That a function rises or falls on an interval. */
import type { Claim, Monotone, Proof } from '../../expression/claim.ts'
import { type Expr, mentions, same } from '../../expression/expr.ts'
import { boundOf } from './bound-of.ts'
import { branches, breaks, chosen } from './branches.ts'
import { gapsOf } from './gaps.ts'
import { failsAtEnd, signsSeen } from './scout.ts'
import type { Work } from './work.ts'
import { zerosOf } from './zeros.ts'

/** A claim about a function on an interval. */
type OnInterval = Extract<Claim, { readonly of: unknown }>

export function proveMonotone(claim: Monotone, work: Work): Proof | undefined {
  const derivation = work.derivative(claim.of, claim.variable)
  if (derivation && seemsFalse(claim, derivation.to)) return undefined
  if (branches(claim.of)) return onBranches(claim, work)
  const direct = (): Proof | undefined =>
    derivation && work.by('derivative', claim, { derivations: [derivation] })
  const ways = [direct, () => byClosedEnd(claim, work)]
  const found = firstOf(derivation && isHopeless(claim, derivation.to) ? ways.reverse() : ways)
  return found ?? (derivation && byZeros(claim, derivation.to, work))
}

/** Is the derivative nought, or undefined, at an end that belongs to the interval? */
export const isHopeless = ({ assuming, variable, strictly }: Monotone, slope: Expr): boolean =>
  strictly && failsAtEnd(slope, variable, assuming)

/** What the first of the ways finds that finds anything. */
export function firstOf<T>(ways: readonly (() => T | undefined)[]): T | undefined {
  for (const way of ways) {
    const found = way()
    if (found !== undefined) return found
  }
  return undefined
}

/** Was a slope with the wrong sign seen? */
function seemsFalse({ assuming, direction, strictly }: Monotone, slope: Expr): boolean {
  const { negative, positive, zeros } = signsSeen(slope, assuming)
  return (direction === 'increasing' ? negative : positive) || (strictly && zeros > MOST_ZEROS)
}

const MOST_ZEROS = 6

/** By the branch that is chosen on the interval, or on both sides of where it changes. */
export function onBranches(claim: OnInterval, work: Work): Proof | undefined {
  const { of, variable, assuming } = claim
  const as = chosen(of, work.facts(assuming))
  const rewritten = same(as, of) ? undefined : work.by('rewriting', claim, { terms: { as } })
  if (rewritten) return rewritten
  for (const at of inside(breaks(of, variable, assuming, work), claim)) {
    const proof = work.by('two pieces', claim, { terms: { at } })
    if (proof) return proof
  }
  return byClosedEnd(claim, work)
}

/** Points that are not ends of the interval. */
export const inside = (points: readonly Expr[], { assuming, variable }: OnInterval): Expr[] =>
  points.filter(
    (at) =>
      !mentions(at, variable) &&
      !assuming.some((condition) => {
        const bound = boundOf(condition, variable)
        return bound !== undefined && same(bound[1], at)
      }),
  )

/** Without one closed end, to which the function is continuous. */
export function byClosedEnd(claim: OnInterval, work: Work): Proof | undefined {
  const ends = claim.assuming.filter((condition) => boundOf(condition, claim.variable)?.[0].endsWith('='))
  for (const end of ends) {
    const proof = work.by('closed end', claim, { conditions: [end] })
    if (proof) return proof
  }
  return undefined
}

/** On both sides of a point where the derivative is 0, or not defined. */
function byZeros(claim: Monotone, slope: Expr, work: Work): Proof | undefined {
  const { variable, assuming, strictly } = claim
  const gaps = gapsOf(slope, variable, assuming, work)
  const points = strictly ? [...gaps, ...zerosOf(slope, variable, assuming, work)] : gaps
  for (const at of inside(points, claim)) {
    const proof = work.by('two pieces', claim, { terms: { at } })
    if (proof) return proof
  }
  return undefined
}
