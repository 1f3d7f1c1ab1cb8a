/** A term or statement as a person would write it, as far as calculations go: like terms, numbers, one fraction line. */
import type { Canon } from '../../expression/canonical.ts'
import { call, type Expr, isCall } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { asProduct, collected, productTerm } from '../view.ts'

const known = new WeakMap<Canon, Map<Expr, Expr>>()

/** u, neater; u itself where a calculation does not lead there. */
export function neat(u: Expr, canon: Canon): Expr {
  if (u.kind !== 'call') return u
  const answers = known.get(canon) ?? new Map<Expr, Expr>()
  if (answers.size === 0) known.set(canon, answers)
  const answer = answers.get(u) ?? neatened(u, canon)
  answers.set(u, answer)
  return answer
}

const PRODUCTS: ReadonlySet<string> = new Set(['multiply', 'divide', 'negate'])
const QUANTITIES: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'and', 'or'])

/** A product as one fraction; −(u − v) as v − u. */
const product = (u: Expr): Expr => {
  const sum = collected(u)
  return isCall(sum, 'add') ? sum : productTerm(asProduct(u))
}

function neatened(u: Expr & { readonly kind: 'call' }, canon: Canon): Expr {
  const args = u.args.map((arg) => neat(arg, canon))
  const inner = args.every((arg, i) => arg === u.args[i]) ? u : call(u.head, args)
  if (QUANTITIES.has(u.head) || u.head === 'piecewise') return inner
  const value = canon.value(inner)
  const outer = value
    ? numberTerm(value)
    : u.head === 'add'
      ? collected(inner)
      : PRODUCTS.has(u.head)
        ? product(inner)
        : inner
  return canon.same(outer, u) ? outer : inner
}
