/** Intervals put together from pieces: an end that is added, two pieces that meet at a point. */
import type {
  Bent,
  Claim,
  Continuous,
  Differentiable,
  Extended,
  Monotone,
  Proof,
  Tends,
} from '../../expression/claim.ts'
import { allOf, type Condition, defined } from '../../expression/condition.ts'
import { call, type Expr, mentions, same, symbol } from '../../expression/expr.ts'
import { demand } from '../fault.ts'
import { holds, interval, only, put, putAll, without } from './parts.ts'

/** A property on an interval. */
type OnInterval = Monotone | Bent | Continuous | Differentiable

const relation = (head: string, letter: string, at: Expr): Condition => call(head, [symbol(letter), at])

/** What u tends to at a point from one side, whatever the other letters are. */
export const limitFrom = (
  { assuming, variable }: Pick<OnInterval, 'assuming' | 'variable'>,
  of: Expr,
  to: Extended,
  side: Tends['side'],
  is: Extended,
): Tends => ({ kind: 'tends', assuming: without(assuming, variable), of, variable, to, side, is })

/** The claim without one closed end, and what then must be shown of that end: the function is continuous there. */
export function opened(
  claim: Monotone | Bent | Continuous,
  proof: Proof,
): { readonly inner: Claim; readonly limit: Claim; readonly value: Claim } {
  const { assuming, of, variable } = claim
  const condition = only(proof.conditions, 'closed end')
  const { lower, upper } = interval(assuming, variable)
  const bound = [...lower, ...upper].find((b) => same(b.condition, condition))
  demand(bound?.closed === true, 'there is no such closed end')
  const isLower = lower.includes(bound)
  const others = assuming.filter((known) => !same(known, condition))
  const value = put(of, variable, bound.end)
  return {
    inner: { ...claim, assuming: [...others, relation(isLower ? '>' : '<', variable, bound.end)] },
    limit: limitFrom(claim, of, bound.end, isLower ? 'right' : 'left', value),
    value: holds([...putAll(others, variable, bound.end)], allOf([defined(value)])),
  }
}

/** The claim on both sides of a point, which belongs to both. */
export function piecesAt(claim: OnInterval, at: Expr, heads: readonly string[] = ['<=', '>=']): Claim[] {
  const { assuming, variable } = claim
  interval(assuming, variable)
  demand(!mentions(at, variable), 'the point must not move')
  const side = (head: string): Claim => ({ ...claim, assuming: [...assuming, relation(head, variable, at)] })
  return [holds(without(assuming, variable), defined(at)), ...heads.map(side)]
}

/** The claim on both sides of a point, without it. */
export const openPiecesAt = (claim: OnInterval, at: Expr): Claim[] => piecesAt(claim, at, ['<', '>'])
