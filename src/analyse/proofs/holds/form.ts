/** Inequalities as a term that is to be positive. */
import type { Holds, Proof } from '../../../expression/claim.ts'
import { type CallNode, call, type Expr, integer, negate } from '../../../expression/expr.ts'
import { unproved } from '../../../verify/prove.ts'
import type { Work } from '../work.ts'
import { differenceOf } from './sign.ts'

/** u R v, with what is to be positive: u − v or v − u; and whether it may be 0. */
export interface Inequality {
  readonly claim: Holds
  readonly of: Expr
  readonly strict: boolean
}

const partsOf = ({ condition }: Holds): CallNode => condition as CallNode

export function inequalityIn(claim: Holds): Inequality {
  const { head, args } = partsOf(claim)
  const [u, v] = args as [Expr, Expr]
  const of = head.startsWith('>') ? differenceOf(u, v) : differenceOf(v, u)
  return { claim, of, strict: !head.endsWith('=') }
}

/** That the term is positive, or not negative. */
export const isPositive = (u: Expr, strict: boolean): CallNode => call(strict ? '>' : '>=', [u, integer(0)])

/** From `core` > 0, where u − v is ±m·core. */
export function from({ claim, strict }: Inequality, core: Expr, m: Expr, work: Work): Proof | undefined {
  const isUp = partsOf(claim).head.startsWith('>')
  const terms = { m: isUp ? m : negate(m) }
  return work.by('multiple', claim, { terms, conditions: [isPositive(core, strict)] })
}

/** The cases u < v, u = v and u > v, unless one of them is known to be the case. */
export function inCases({ claim }: Inequality, u: Expr, v: Expr, work: Work): Proof | undefined {
  const facts = work.facts(claim.assuming)
  const isKnown = (head: string): boolean => unproved(call(head, [u, v]), facts).length === 0
  return ['<', '=', '>'].some(isKnown) ? undefined : work.by('cases', claim, { terms: { u, v } })
}

/** The claim under lemmas, each proved before. */
export function withLemmas(
  claim: Holds,
  lemmas: readonly CallNode[],
  work: Work,
  then: (claim: Holds) => Proof | undefined,
): Proof | undefined {
  const [lemma, ...others] = lemmas
  if (!lemma) return then(claim)
  const first = work.prove({ ...claim, condition: lemma })
  if (!first) return undefined
  const inner = { ...claim, assuming: [...claim.assuming, lemma] }
  const second = withLemmas(inner, others, work, then)
  return second && { by: 'lemma', conditions: [lemma], from: [first, second] }
}
