/** A term or statement as a person would write it, as far as calculations go: like terms, numbers, one fraction line. */
import type { Canon } from '../../expression/canonical.ts'
import { call, type Expr, isCall } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { isZero, negated, over, signOf, times } from '../../expression/rational.ts'
import { asProduct, asSum, collected, contentOf, productTerm, sumTerm } from '../view.ts'

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

/** A product as one fraction in lowest terms; −(u − v) as v − u. */
function product(u: Expr): Expr {
  const sum = collected(u)
  if (isCall(sum, 'add')) return sum
  const whole = asProduct(u)
  const [only, ...others] = whole.above
  if (only?.exponent !== 1n || others.length > 0 || !isCall(only.base, 'add')) return productTerm(whole)
  const terms = asSum(only.base)
  const content = contentOf(terms)
  const all = times(whole.coefficient, content)
  if (isZero(all) || (all.den === whole.coefficient.den && signOf(whole.coefficient) > 0))
    return productTerm(whole)
  // A minus before the fraction goes into a sum that has a minus anyway.
  const isMixed = signOf(all) < 0 && terms.some((term) => signOf(over(term.coefficient, content)) < 0)
  const unit = isMixed ? negated(content) : content
  const base = sumTerm(terms.map((term) => ({ ...term, coefficient: over(term.coefficient, unit) })))
  const fraction = { ...whole, coefficient: isMixed ? negated(all) : all, above: [{ base, exponent: 1n }] }
  const written = productTerm(fraction)
  const opened = collected(written)
  return isCall(opened, 'add') ? opened : written
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
