/** Products of sums are multiplied out, like terms collected. */
import { add, type CallNode, isCall, same } from '../../../expression/expr.ts'
import { isOne } from '../../../expression/rational.ts'
import { asProduct, collected, productTerm } from '../../view.ts'
import { isProduct, type Mover, NOTHING, product } from './mover.ts'

/** A product with a sum in it is multiplied out; not below a fraction line. */
export const multipliedOut: Mover = (u) => {
  if (!isProduct(u) && u.head !== 'power') return NOTHING
  const whole = asProduct(u)
  if (whole.below.length > 0) return NOTHING
  const bracket = whole.above.find((f) => isCall(f.base, 'add'))
  if (!bracket) return NOTHING
  const lower = bracket.exponent - 1n
  const rest = productTerm({
    ...whole,
    above: whole.above.flatMap((f) => (f !== bracket ? [f] : lower > 0n ? [{ ...f, exponent: lower }] : [])),
  })
  const v_ = (bracket.base as CallNode).args
  if (rest.kind === 'number' && isOne(rest.value)) return NOTHING
  return [{ rule: 'distribute', letters: { u: rest, v_ }, to: add(...v_.map((v) => product(rest, v))) }]
}

/** Like terms and a sum within a sum. */
export const likeTerms: Mover = (u, canon) => {
  if (u.head !== 'add') return NOTHING
  const to = collected(u)
  return !same(u, to) && canon.same(u, to) ? [{ to }] : NOTHING
}
