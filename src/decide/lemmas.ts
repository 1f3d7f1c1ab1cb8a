/**
 * Conditions that follow from where two formulas are defined and tell the signs of their parts:
 * x > 0 from x ≥ 1, or e^x − 1 > 0 from x > 0. The checker proves each of them.
 */
import { Canon } from '../expression/canonical.ts'
import { type Condition, defined, nonNegative, OPPOSITE, positive } from '../expression/condition.ts'
import {
  add,
  call,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  negate,
  same,
  symbol,
} from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { signOf } from '../expression/rational.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { unproved } from '../verify/prove.ts'
import { Facts } from '../verify/signs.ts'
import { type Question, switches } from './disprove.ts'

const MOST_TARGETS = 24

/** What can be said about the signs of symbols, of constants, and of terms that decide on branches and domains. */
export function lemmas({ left, right, assuming, names }: Question): Condition[] {
  const canon = new Canon(isTotal)
  const facts = new Facts([...assuming, defined(left), defined(right)], canon)
  const sides = [left, right]
  const targets = [
    ...names.map(symbol),
    ...sides.flatMap(constantSums),
    ...sides.flatMap(switches),
    ...sides.flatMap((side) => domainOf(side, canon).flatMap(difference)),
  ]
  return distinctTerms(targets)
    .slice(0, MOST_TARGETS)
    .flatMap((u) => signsOf(u, facts, canon))
}

const distinctTerms = (terms: readonly Expr[]): Expr[] =>
  terms.filter((term, i) => !terms.slice(0, i).some((other) => same(other, term)))

/** Sums without symbols. */
function constantSums(u: Expr): Expr[] {
  if (u.kind !== 'call') return []
  return isCall(u, 'add') && freeSymbols(u).length === 0 ? [u] : u.args.flatMap(constantSums)
}

/** What a relation compares with 0. */
function difference(condition: Condition): Expr[] {
  const [l, r] = condition.kind === 'call' && OPPOSITE.has(condition.head) ? condition.args : []
  if (!l || !r) return []
  return [r.kind === 'number' && r.value.num === 0n ? l : add(l, negate(r))]
}

function signsOf(u: Expr, facts: Facts, canon: Canon): Condition[] {
  const holds = (condition: Condition): boolean => unproved(condition, facts).length === 0
  const strict = [positive(u), call('<', [u, integer(0)])].filter(holds)
  if (strict.length > 0) return strict
  return holds(nonNegative(u)) ? [nonNegative(u)] : shifted(u, facts, canon, holds)
}

/** u = ±t + c for a term t of known sign: then ±t + c is written instead of u. */
function shifted(u: Expr, facts: Facts, canon: Canon, holds: (condition: Condition) => boolean): Condition[] {
  for (const fact of facts.conditions) {
    const [l, r] = fact.kind === 'call' && /^[<>]=?$/.test(fact.head) ? fact.args : []
    if (!l || !r) continue
    const t = canon.value(r)?.num === 0n ? l : add(l, negate(r))
    for (const term of [t, negate(t)]) {
      const c = canon.value(add(u, negate(term)))
      if (!c || signOf(c) === 0) continue
      const sum = add(term, numberTerm(c))
      const found = [positive(sum), call('<', [sum, integer(0)])].find(holds)
      if (found) return [found]
    }
  }
  return []
}
