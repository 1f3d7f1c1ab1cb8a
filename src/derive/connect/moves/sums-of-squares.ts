/** A difference of squares as a product; a sum of three terms as the square of a sum of two. */
import { add, call, type Expr, integer, isCall, multiply, negate, raise } from '../../../expression/expr.ts'
import { exactRoot, minus, rational, signOf, ZERO } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, type Product, productTerm } from '../../view.ts'
import { type Move, moved, tidyUp, unmade } from '../move.ts'
import { neat } from '../neat.ts'

/** u² − v² → (u + v)·(u − v); exponentials and even powers are squares too. */
export const differenceOfSquares: Move = function* (u, { setting }) {
  if (!isCall(u, 'add') || u.args.length !== 2) return
  const [first, second] = u.args.map(asProduct) as [Product, Product]
  if (signOf(first.coefficient) === signOf(second.coefficient)) return
  const [plus, less] = signOf(first.coefficient) > 0 ? [first, second] : [second, first]
  const [a, b] = [rootOf(plus), rootOf({ ...less, coefficient: minus(ZERO, less.coefficient) })]
  if (!a || !b) return
  yield moved(u, (work) => {
    const square = (w: Expr): Expr => raise(w, integer(2))
    unmade(work, [], add(square(a), negate(square(b))), (forth) => void tidyUp(forth, [], setting), setting)
    work.rule('difference of squares', [], { u: a, v: b })
  })
}

/** u² ± 2·u·v + v² → (u ± v)² */
export const perfectSquare: Move = function* (u, { setting }) {
  if (!isCall(u, 'add') || u.args.length !== 3) return
  for (const [i, j, k] of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 2, 0],
  ] as const) {
    const [a, b] = [rootOf(asProduct(u.args[i] as Expr)), rootOf(asProduct(u.args[j] as Expr))]
    if (!a || !b) continue
    const cross = neat(multiply(integer(2), a, b), setting).to
    const ratio = setting.canon.ratio(u.args[k] as Expr, cross)
    if (ratio?.den !== 1n || (ratio.num !== 1n && ratio.num !== -1n)) continue
    const v = ratio.num > 0n ? b : negate(b)
    const square = (w: Expr): Expr => raise(w, integer(2))
    const form = add(square(a), multiply(integer(2), a, v), square(b))
    yield moved(u, (work) => {
      unmade(work, [], form, (forth) => void tidyUp(forth, [], setting), setting)
      work.back('square of a sum', [], { u: a, v }, square(add(a, v)))
    })
    return
  }
}

function rootOf(product: Product): Expr | undefined {
  const root = exactRoot(product.coefficient, 2n)
  if (!root || product.below.length > 0) return undefined
  const halved: Factor[] = []
  for (const f of product.above) {
    if (isCall(f.base, 'exp') && f.exponent === 1n) {
      const { coefficient, ...rest } = asProduct(operand(f.base))
      const half = productTerm({ ...rest, coefficient: rational(coefficient.num, coefficient.den * 2n) })
      if (coefficient.num % 2n !== 0n) return undefined
      halved.push({ base: call('exp', [half]), exponent: 1n })
    } else if (f.exponent % 2n === 0n) halved.push({ base: f.base, exponent: f.exponent / 2n })
    else return undefined
  }
  return productTerm({ ...product, coefficient: root, above: halved })
}
