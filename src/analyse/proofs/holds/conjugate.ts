/**
 * A + B·√u, whose product with the conjugate B·√u − A has no root: where A < 0 < B, the one is positive
 * if the other is.
 */
import type { Proof } from '../../../expression/claim.ts'
import { add, divide, type Expr, integer, isCall, multiply, negate, raise } from '../../../expression/expr.ts'
import { callsIn, linearIn } from '../linear.ts'
import { type Seen, signsSeen } from '../scout.ts'
import type { Work } from '../work.ts'
import { from, type Inequality, inCases, isPositive, withLemmas } from './form.ts'

const ROOTS: ReadonlySet<string> = new Set(['sqrt'])

export function byConjugate(inequality: Inequality, work: Work): Proof | undefined {
  const { of, claim } = inequality
  const [found] = callsIn(of, ROOTS).flatMap((one) => {
    const linear = linearIn(of, one)
    return linear?.every(isAlgebraic) ? [{ root: one, parts: linear }] : []
  })
  if (!found) return undefined
  const { root, parts } = found
  const [a, b] = parts
  const [outside, beside] = [a, b].map((u) => signsSeen(u, claim.assuming)) as [Seen, Seen]
  const unclear = isMixed(outside) ? a : isMixed(beside) ? b : undefined
  if (unclear) {
    const u = isCall(unclear, 'negate') ? (unclear.args[0] as Expr) : unclear
    return inCases(inequality, u, integer(0), work)
  }
  const term = multiply(b, root)
  // what is known of a is seen only where its terms stand together
  if (!outside.negative && !beside.negative) return from(inequality, add(a, term), integer(1), work)
  if (outside.negative === beside.negative) return undefined
  const [large, small] = outside.negative ? [term, a] : [a, term]
  const conjugate = add(large, negate(small))
  const squares = add(raise(large, integer(2)), negate(raise(small, integer(2))))
  return withLemmas(claim, [isPositive(conjugate, true)], work, (inner) =>
    from({ ...inequality, claim: inner }, squares, divide(integer(1), conjugate), work),
  )
}

const isMixed = ({ negative, positive }: Seen): boolean => negative && positive

const ALGEBRA: ReadonlySet<string> = new Set(['add', 'negate', 'multiply', 'divide', 'power', 'sqrt', 'abs'])
const isAlgebraic = (u: Expr): boolean =>
  u.kind !== 'call' || (ALGEBRA.has(u.head) && u.args.every(isAlgebraic))
