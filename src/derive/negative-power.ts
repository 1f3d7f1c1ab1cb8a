/** Powers with a negative exponent go below the fraction line. */
import { type CallNode, type Expr, isCall, raise } from '../expression/expr.ts'
import { literalValue, numberTerm } from '../expression/number-term.ts'
import { isInteger, negated, signOf } from '../expression/rational.ts'
import { exponentValue } from '../rules/exponent.ts'
import { type Move, operand } from './move.ts'
import { type Product, productTerm } from './view.ts'

/** v·u^-n → v/u^n */
export function liftNegativePower(product: Product): Move | undefined {
  const factor = product.above.find((f) => isNegativePower(f.base) && f.exponent === 1n)
  if (!factor) return undefined
  const [base, exponent] = (factor.base as CallNode).args as [Expr, Expr]
  const value = literalValue(exponent)
  const n = value ? numberTerm(negated(value)) : operand(exponent)
  const rest = { ...product, above: product.above.filter((f) => f !== factor) }
  const whole = value && isInteger(value)
  const power = whole ? { base, exponent: -value.num } : { base: raise(base, n), exponent: 1n }
  const to = productTerm({ ...rest, below: [...rest.below, power] })
  const isNumber = exponentValue(exponent) !== undefined
  const letters = { v: productTerm(rest), u: base, [isNumber ? 'n' : 'w']: n }
  return { rule: isNumber ? 'negative power' : 'negative power, real exponent', letters, to }
}

export function isNegativePower(u: Expr): boolean {
  if (!isCall(u, 'power')) return false
  const exponent = u.args[1] as Expr
  const isWritten = literalValue(exponent) !== undefined || isCall(exponent, 'negate')
  const value = exponentValue(exponent)
  return isWritten && (value ? signOf(value) < 0 : isCall(exponent, 'negate'))
}
