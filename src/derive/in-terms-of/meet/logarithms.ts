/** Exponentials come out of logarithms, and logarithms out of exponentials. */
import { type Expr, isCall, productOf, sumOf } from '../../../expression/expr.ts'
import { literalValue } from '../../../expression/number-term.ts'
import { isOne } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, factorTerm, productTerm } from '../../view.ts'
import { by, type Mover, NOTHING } from './mover.ts'

/** log(e^u), log(c·e^u), log(u^v): an exponential comes out of the logarithm. */
export const outOfLogarithm: Mover = (u) => {
  if (u.head !== 'log') return NOTHING
  const inner = operand(u)
  if (inner.kind === 'number' && isOne(inner.value)) return [by('log at 1', {})]
  if (isCall(inner, 'power') && !literalValue(inner.args[1] as Expr)) {
    return [by('logarithm of a power', { u: inner.args[0] as Expr, v: inner.args[1] as Expr })]
  }
  const product = asProduct(inner)
  const factor = [...product.above, ...product.below].find(isGrowth)
  if (!factor) return NOTHING
  if (product.below.includes(factor)) {
    const above = productTerm({ ...product, below: [] })
    const below = productOf(product.below.map(factorTerm))
    return [by('logarithm of a quotient', { u: above, v: below })]
  }
  const rest = productTerm({ ...product, above: product.above.filter((f) => f !== factor) })
  return [by('logarithm of a product', { u: rest, v: factorTerm(factor) })]
}

const isGrowth = ({ base }: Factor): boolean =>
  isCall(base, 'exp') || (isCall(base, 'power') && !literalValue(base.args[1] as Expr))

/** e^(v·log u) is u^v. */
export const outOfExponential: Mover = (u) => {
  if (u.head !== 'exp') return NOTHING
  const inner = operand(u)
  const factors = logarithmsIn(inner)
  if (factors) return [by('power as an exponential', factors, 'backward')]
  if (!isCall(inner, 'add') || !inner.args.some((arg) => isCall(arg, 'log') || logarithmsIn(arg)))
    return NOTHING
  const [first, ...rest] = inner.args as [Expr, ...Expr[]]
  return [by('product of exponentials', { u: first, v: sumOf(rest) }, 'backward')]
}

/** In v·log(u): u and v. */
function logarithmsIn(u: Expr): { u: Expr; v: Expr } | undefined {
  const product = asProduct(u)
  const factor = product.above.find((f) => isCall(f.base, 'log') && f.exponent === 1n)
  if (!factor || isCall(u, 'log')) return undefined
  const rest = productTerm({ ...product, above: product.above.filter((f) => f !== factor) })
  return { u: operand(factor.base), v: rest }
}
