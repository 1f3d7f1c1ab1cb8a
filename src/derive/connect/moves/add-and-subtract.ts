/** Adding and subtracting the rest of the denominator, so that it can be cancelled. */
import { add, type CallNode, divide, type Expr, isCall, multiply, negate } from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import { over, type Rational, rational, signOf } from '../../../expression/rational.ts'
import { asProduct, type Product, productTerm, without } from '../../view.ts'
import { isUnit } from '../factors.ts'
import { type Move, moved } from '../move.ts'
import type { Setting } from '../setting.ts'

/**
 * c·t/(M·(t + r)) → c/M − c·r/(M·(t + r)): the numerator is a term of the denominator, so adding and
 * subtracting the rest makes the denominator appear above.
 */
export const addAndSubtract: Move = function* (u, { setting }) {
  const product = asProduct(u)
  if (product.below.length === 0 || isCall(u, 'add')) return
  for (const f of product.below) {
    if (!isCall(f.base, 'add')) continue
    for (const [i, t] of f.base.args.entries()) {
      const c = overTerm(product, t, setting)
      if (!c) continue
      yield moved(u, (work) => {
        work.farFetched = t.kind === 'number' ? 0.5 : 0
        const sum = f.base as CallNode
        const others = sum.args.filter((_, k) => k !== i)
        const { num, den } = product.coefficient
        const upper = productTerm({ ...product, coefficient: rational(num), below: [] })
        const lower = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
        const factor = timesNumber(c, rational(den))
        if (!isCall(u, 'divide')) work.calculate([], divide(upper, lower))
        const cr = scaled(factor, others.length === 1 ? (others[0] as Expr) : add(...others))
        const plain = isUnit(factor)
        const whole = plain ? sum.args : sum.args.map((v) => scaled(factor, v))
        work.rule('add and subtract', [0], { u: upper, r: cr }, add(...whole, negate(cr)))
        let first: Expr = sum
        if (!plain) {
          first = multiply(factor, sum)
          work.back('distribute', [0, whole.map((_, k) => k)], { u: factor, v_: sum.args }, first)
        }
        const parts = [first, negate(cr)]
        work.rule(
          'split the fraction',
          [],
          { v_: parts, w: lower },
          add(divide(first, lower), negate(divide(cr, lower))),
        )
      })
    }
  }
}

const scaled = (c: Expr, u: Expr): Expr => (isUnit(c) ? u : productTerm(asProduct(multiply(c, u))))
const timesNumber = (u: Expr, n: Rational): Expr => productTerm(asProduct(multiply(numberTerm(n), u)))

/** The numerator of the product over the term t, if t divides it. */
function overTerm(product: Product, t: Expr, { canon }: Setting): Expr | undefined {
  const term = asProduct(t)
  if (term.below.length > 0) return undefined
  if (term.above.length === 0 && product.above.length > 0) return undefined
  const missing = without(term.above, product.above)
  if (missing.length > 0) {
    const upper = productTerm({ ...product, below: [] })
    const ratio = canon.ratio(upper, t)
    return ratio && numberTerm(ratio)
  }
  const coefficient = over(product.coefficient, term.coefficient)
  if (signOf(coefficient) === 0) return undefined
  return productTerm({ ...product, coefficient, above: without(product.above, term.above), below: [] })
}
