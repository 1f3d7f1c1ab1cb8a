/** Sums that are linear in one function: a + b·f. */
import {
  type Expr,
  freeSymbols,
  integer,
  isCall,
  negate,
  productOf,
  same,
  sumOf,
} from '../../expression/expr.ts'

/** The calls of these functions in u with letters in them, each once. */
export function callsIn(u: Expr, heads: ReadonlySet<string>): Expr[] {
  const found: Expr[] = []
  const visit = (v: Expr): void => {
    if (v.kind !== 'call') return
    if (heads.has(v.head) && freeSymbols(v).length > 0) {
      if (!found.some((known) => same(known, v))) found.push(v)
    } else v.args.forEach(visit)
  }
  visit(u)
  return found
}

/** The a and b of u = a + b·f, read off the terms of a sum. */
export function linearIn(u: Expr, f: Expr): readonly [a: Expr, b: Expr] | undefined {
  if (!isCall(u, 'add')) return undefined
  const [outside, inside] = [
    u.args.filter((term) => !contains(term, f)),
    u.args.filter((term) => contains(term, f)),
  ]
  const factors = inside.map((term) => without(term, f))
  if (outside.length === 0 || factors.length === 0 || factors.includes(undefined)) return undefined
  return [sumOf(outside), sumOf(factors as Expr[])]
}

/** b of b·f. */
function without(term: Expr, f: Expr): Expr | undefined {
  if (same(term, f)) return integer(1)
  if (isCall(term, 'negate')) {
    const inner = without(term.args[0] as Expr, f)
    return inner && negate(inner)
  }
  if (!isCall(term, 'multiply')) return undefined
  const others = term.args.filter((arg) => !same(arg, f))
  if (others.length !== term.args.length - 1 || others.some((arg) => contains(arg, f))) return undefined
  return productOf(others)
}

const contains = (u: Expr, part: Expr): boolean =>
  same(u, part) || (u.kind === 'call' && u.args.some((arg) => contains(arg, part)))
