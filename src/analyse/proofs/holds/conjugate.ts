/**
 * A + B·√u, whose product with the conjugate B·√u − A has no root: where A < 0 < B, the one is positive
 * if the other is.
 */
import type { Proof } from '../../../expression/claim.ts'
import {
  add,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
  sumOf,
} from '../../../expression/expr.ts'
import { type Seen, signsSeen } from '../scout.ts'
import type { Work } from '../work.ts'
import { from, type Inequality, isPositive, withLemmas } from './form.ts'

export function byConjugate(inequality: Inequality, work: Work): Proof | undefined {
  const { of, claim } = inequality
  const root = rootIn(of)
  const parts = root && linearIn(of, root)
  if (!root || !parts) return undefined
  const [a, b] = parts
  const [outside, beside] = [a, b ?? integer(1)].map((u) => signsSeen(u, claim.assuming)) as [Seen, Seen]
  const unclear = isMixed(outside) ? a : isMixed(beside) ? b : undefined
  if (unclear) {
    const u = isCall(unclear, 'negate') ? (unclear.args[0] as Expr) : unclear
    return work.by('cases', claim, { terms: { u, v: integer(0) } })
  }
  if (outside.negative === beside.negative) return undefined
  const term = b ? multiply(b, root) : root
  const [large, small] = outside.negative ? [term, a] : [a, term]
  const conjugate = add(large, negate(small))
  const squares = add(raise(large, integer(2)), negate(raise(small, integer(2))))
  return withLemmas(claim, [isPositive(conjugate, true)], work, (inner) =>
    from({ ...inequality, claim: inner }, squares, divide(integer(1), conjugate), work),
  )
}

const isMixed = ({ negative, positive }: Seen): boolean => negative && positive

/** The only root in u. */
function rootIn(u: Expr): Expr | undefined {
  const found: Expr[] = []
  const visit = (v: Expr): void => {
    if (isCall(v, 'sqrt')) {
      if (!found.some((known) => same(known, v))) found.push(v)
    } else if (v.kind === 'call') v.args.forEach(visit)
  }
  visit(u)
  return found.length === 1 ? found[0] : undefined
}

/** u = a + b·root, as the terms of a sum; b is left out if it is 1. */
function linearIn(u: Expr, root: Expr): readonly [a: Expr, b: Expr | undefined] | undefined {
  if (!isCall(u, 'add')) return undefined
  const withRoot = u.args.filter((term) => contains(term, root))
  const [only] = withRoot
  if (withRoot.length !== 1 || !only) return undefined
  const b = coefficient(only, root)
  if (b === undefined) return undefined
  return [sumOf(u.args.filter((term) => term !== only)), b === 'one' ? undefined : b]
}

function coefficient(term: Expr, root: Expr): Expr | 'one' | undefined {
  if (same(term, root)) return 'one'
  if (isCall(term, 'negate')) {
    const inner = coefficient(term.args[0] as Expr, root)
    return inner === undefined ? undefined : negate(inner === 'one' ? integer(1) : inner)
  }
  if (!isCall(term, 'multiply')) return undefined
  const others = term.args.filter((arg) => !same(arg, root))
  if (others.length !== term.args.length - 1 || others.some((arg) => contains(arg, root))) return undefined
  return others.length === 1 ? (others[0] as Expr) : multiply(...others)
}

const contains = (u: Expr, part: Expr): boolean =>
  same(u, part) || (u.kind === 'call' && u.args.some((arg) => contains(arg, part)))
