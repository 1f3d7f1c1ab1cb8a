/**
 * A fraction with top and bottom multiplied by the same thing: by what makes one term of a sum below
 * the line a number, or by what does so to the top. 1/(1 + e^-x) becomes e^x/(e^x + 1), and
 * x^n/(k^n + x^n) becomes 1/((k/x)^n + 1). Only candidates: whoever shows one proves it first.
 */
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { asProduct, type Factor, factorTerm, productTerm } from '../../derive/view.ts'
import { add, divide, type Expr, integer, isCall, productOf, raise } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'

/** The forms that the fraction takes, one for each term that it may be turned by. */
export function turned(u: Expr): Expr[] {
  const setting = new Setting([])
  const product = asProduct(u)
  const known = new Setting(domainOf(u, setting.canon))
  const isNumber = (v: Expr): boolean => known.canon.value(v) !== undefined
  const tops = productOf(product.above.map(factorTerm))
  return product.below.flatMap((sum) => {
    if (!isCall(sum.base, 'add')) return []
    const terms = sum.base.args.filter((term) => !isNumber(term))
    const top = sum.exponent === 1n && !isNumber(tops) ? [tops] : []
    return [...terms, ...top].map((by) => neat(turnedBy(u, sum, by), known).to)
  })
}

/** u with top and bottom divided by a power of `by`, term by term in the sum. */
function turnedBy(u: Expr, sum: Factor, by: Expr): Expr {
  const product = asProduct(u)
  const others = product.below.filter((factor) => factor !== sum && factor.base !== sum.base)
  const power = (v: Expr): Expr => (sum.exponent === 1n ? v : raise(v, integer(sum.exponent)))
  const top = productTerm({ ...product, below: [] })
  const bottom = productOf([...others.map(factorTerm), power(termByTerm(sum.base, by))])
  return divide(termByTerm(top, power(by)), bottom)
}

/** u/v, each term of u apart. */
const termByTerm = (u: Expr, v: Expr): Expr =>
  isCall(u, 'add') ? add(...u.args.map((term) => divide(term, v))) : divide(u, v)
