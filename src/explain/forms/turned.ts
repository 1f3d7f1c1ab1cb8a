/**
 * A fraction with top and bottom multiplied by the same thing: by what makes one term of a sum below
 * the line a number, or by what does so to the top. 1/(1 + e^-x) becomes e^x/(e^x + 1), and
 * x^n/(k^n + x^n) becomes 1/((k/x)^n + 1). Only candidates: whoever shows one proves it first.
 */
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import {
  asProduct,
  asSum,
  collected,
  contentOf,
  type Factor,
  factorTerm,
  type Product,
  productTerm,
} from '../../derive/view.ts'
import {
  add,
  divide,
  type Expr,
  integer,
  isCall,
  mentions,
  negate,
  productOf,
  raise,
} from '../../expression/expr.ts'
import { negated, signOf } from '../../expression/rational.ts'
import { domainOf } from '../../rules/domain.ts'

/** The forms that the fraction takes, one for each part of the variable that it may be turned by. */
export function turned(u: Expr, variable: string): Expr[] {
  const product = asProduct(u)
  const setting = new Setting(domainOf(u, new Setting([]).canon))
  return product.below.flatMap((sum) => {
    if (!isCall(sum.base, 'add')) return []
    const terms = sum.base.args.map((term) => varyingPart(asProduct(term), variable))
    const top = sum.exponent === 1n ? [varyingPart(product, variable)] : []
    const divisors = [...terms, ...top].filter((by) => mentions(by, variable))
    return divisors.map((by) => withPositiveSums(neat(turnedBy(u, sum, by), setting).to))
  })
}

/** The factors above the line that mention the variable. */
const varyingPart = ({ above }: Product, variable: string): Expr =>
  productOf(above.filter(({ base }) => mentions(base, variable)).map(factorTerm))

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

/** (−u − v)/(−w + 1) as (u + v)/(w − 1): signs of whole sums brought together, and into the sum below. */
function withPositiveSums(u: Expr): Expr {
  const product = asProduct(u)
  let { coefficient } = product
  const turnedOver = (factor: Factor, isWanted: (base: Expr) => boolean): Factor => {
    const { base, exponent } = factor
    if (!isCall(base, 'add') || exponent % 2n === 0n || !isWanted(base)) return factor
    coefficient = negated(coefficient)
    return { base: collected(negate(base)), exponent }
  }
  const isNegative = (base: Expr): boolean => signOf(contentOf(asSum(base))) < 0
  const above = product.above.map((factor) => turnedOver(factor, isNegative))
  const hasNegative = (base: Expr): boolean =>
    signOf(coefficient) < 0 && asSum(base).some((term) => signOf(term.coefficient) < 0)
  const below = product.below
    .map((factor) => turnedOver(factor, isNegative))
    .map((factor) => turnedOver(factor, hasNegative))
  const isChanged = [...above, ...below].some(
    (factor) => ![...product.above, ...product.below].includes(factor),
  )
  return isChanged ? productTerm({ ...product, coefficient, above, below }) : u
}
