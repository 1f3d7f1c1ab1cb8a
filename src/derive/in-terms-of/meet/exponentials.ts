/** A product has one exponential. */
import {
  add,
  type CallNode,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  same,
} from '../../../expression/expr.ts'
import { type Move, operand } from '../../move.ts'
import { asProduct, collected, type Factor, factorTerm, productTerm } from '../../view.ts'
import { isProduct, type Mover, NOTHING, product } from './mover.ts'

/** Exponentials in a product become one, also across the fraction line. */
export const oneExponential: Mover = (u) => {
  if (!isProduct(u)) return NOTHING
  const whole = asProduct(u)
  const isExponential = (f: Factor): boolean => isCall(f.base, 'exp')
  const below = whole.below.find(isExponential)
  if (below) {
    const rest = productTerm({ ...whole, below: whole.below.filter((f) => f !== below) })
    const v = multiple(below)
    const to = multiply(rest, exp(product(integer(1), negate(v))))
    const turned: Move = { rule: 'reciprocal of an exponential', letters: { v: rest, u: v }, to }
    return [...raised(below, (term) => divide(rest, term)), turned]
  }
  const [f, g] = whole.above.filter(isExponential)
  const power = whole.above.find((h) => isExponential(h) && h.exponent > 1n)
  const without = (...gone: (Factor | undefined)[]): Expr =>
    productTerm({ ...whole, above: whole.above.filter((h) => !gone.includes(h)) })
  if (power) return raised(power, (term) => multiply(without(power), term))
  if (!f || !g) return NOTHING
  const letters = { u: operand(f.base), v: operand(g.base) }
  return [
    { to: multiply(without(f, g), multiply(f.base, g.base)) },
    { rule: 'product of exponentials', letters, at: [1], to: exp(collected(add(letters.u, letters.v))) },
  ]
}

/** n·u in (e^u)ⁿ. */
const multiple = ({ base, exponent }: Factor): Expr => product(integer(exponent), operand(base))

/** (e^u)ⁿ, which stands second in what `join` makes, becomes e^(n·u). */
function raised(factor: Factor, join: (term: Expr) => CallNode): Move[] {
  const apart: Move = { to: join(factorTerm(factor)) }
  if (factor.exponent === 1n) return [apart]
  const letters = { u: operand(factor.base), v: integer(factor.exponent) }
  return [apart, { rule: 'power of an exponential', letters, at: [1], to: exp(multiple(factor)) }]
}

/** e^0 is 1. */
export const exponentialOfZero: Mover = (u) =>
  isCall(u, 'exp') && same(operand(u), integer(0)) ? [{ rule: 'exp at 0', to: integer(1) }] : NOTHING
