/** Absolute values: where the sign is known, in products, and their squares. */

import { nonNegative } from '../../../expression/condition.ts'
import {
  type CallNode,
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  productOf,
  raise,
  same,
} from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import { isOne, minus, rational, ZERO } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, factorTerm, productTerm, without } from '../../view.ts'
import { expose, factor } from '../factors.ts'
import type { Setting } from '../setting.ts'
import type { Work } from '../work.ts'
import type { ProductChange } from './exponents.ts'
import { opposite } from './sum.ts'

/** |u|² is u²; u²/|u| is |u|. */
export const absoluteSquares: ProductChange = (_, product, work) => {
  const squared = product.above.find((f) => isCall(f.base, 'abs') && f.exponent > 1n)
  if (squared) {
    const square = raise(squared.base, integer(2))
    const at = expose(work, [], product, { above: [factor(squared.base, 2n)] }, square)
    work.rule('absolute value squared', at, { u: operand(squared.base) })
    return true
  }
  const low = product.below.find((f) => isCall(f.base, 'abs'))
  if (!low) return false
  const u = operand(low.base)
  if (low.exponent > 1n) {
    const lower = productOf([
      raise(low.base, integer(2)),
      ...without(product.below, [factor(low.base, 2n)]).map(factorTerm),
    ])
    work.calculate([], divide(productTerm({ ...product, below: [] }), lower))
    work.rule('absolute value squared', lower.kind === 'call' && lower.head === 'multiply' ? [1, 0] : [1], {
      u,
    })
    return true
  }
  const high = product.above.find((f) => f.exponent > 1n && same(f.base, u))
  if (!high) return false
  const part = { above: [factor(u, 2n)], below: [low] }
  const at = expose(work, [], product, part, divide(raise(u, integer(2)), low.base))
  work.back('absolute value squared', [...at, 0], { u }, raise(low.base, integer(2)))
  work.rule('cancel a factor', at, { u: low.base, v: integer(1), w: low.base }, low.base)
  return true
}

/** One change of a function call; false if there is nothing to change. */
export type FunctionChange = (u: CallNode, work: Work, setting: Setting) => boolean

export function turnedRound(u: Expr): Expr {
  if (isCall(u, 'add')) return opposite(u)
  const product = asProduct(u)
  return productTerm({ ...product, coefficient: minus(ZERO, product.coefficient) })
}

/** |u| where the sign of u is known; a number comes out. */
export const absoluteValue: FunctionChange = (u, work, setting) => {
  if (u.head !== 'abs') return false
  const inner = operand(u)
  if (setting.holds(nonNegative(inner))) work.rule('absolute value, not negative', [], { u: inner })
  else if (setting.holds(call('<=', [inner, integer(0)]))) {
    work.rule('absolute value, not positive', [], { u: inner }, turnedRound(inner))
  } else {
    const product = asProduct(inner)
    const abs = (v: Expr): Expr => call('abs', [v])
    const { num, den } = product.coefficient
    if (product.below.length > 0) {
      const above = productTerm({ ...product, coefficient: rational(num), below: [] })
      const below = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
      const to = divide(abs(above), abs(below))
      work.rule('absolute value of a quotient', [], { u: above, v: below }, to)
      return true
    }
    const factors = product.above.flatMap(evenPart)
    if (!isOne(product.coefficient)) factors.unshift(numberTerm(product.coefficient))
    const [first, ...others] = factors
    if (!first || others.length === 0) return false
    const rest = productOf(others)
    work.rule('absolute value of a product', [], { u: first, v: rest }, multiply(abs(first), abs(rest)))
  }
  return true
}

/** u³ as u²·u: the sign is that of the last factor. */
const evenPart = (f: Factor): Expr[] =>
  f.exponent > 1n && f.exponent % 2n === 1n
    ? [factorTerm({ ...f, exponent: f.exponent - 1n }), f.base]
    : [factorTerm(f)]
