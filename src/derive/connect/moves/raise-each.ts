/** Powers and roots of products and fractions, taken of each factor. */
import { call, type Expr, isCall, multiply, productOf, raise } from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { isInteger, isOne, over, rational, signOf } from '../../../expression/rational.ts'
import type { Letters } from '../../../rules/compile.ts'
import { asProduct, asSum, contentOf, factorTerm, type Product, productTerm, sumTerm } from '../../view.ts'
import { type Move, moved } from '../move.ts'

/** (u·v)^w → u^w·v^w, (u/v)^w → u^w/v^w, and roots of products and fractions. */
export const raiseEach: Move = function* (u) {
  const isRoot = isCall(u, 'sqrt')
  if (!isRoot && !isCall(u, 'power')) return
  const base = u.args[0] as Expr
  const value = isRoot ? undefined : literalValue(u.args[1] as Expr)
  if (value && isInteger(value)) return
  const product = asProduct(base)
  const letters: Letters = isRoot ? {} : { w: u.args[1] as Expr }
  if (product.below.length > 0) {
    const [above, below] = halves(product)
    const name = isRoot ? 'square root of a fraction' : 'power of a fraction'
    yield moved(u, (work) => void work.rule(name, [], { u: above, v: below, ...letters }))
    return
  }
  const factors = factorsOf(product)
  if (factors.length < 2) return
  const name = isRoot ? 'square root of a product' : 'power of a product'
  yield moved(u, (work) => {
    for (let rest = factors, at: number[] = []; rest.length > 1; rest = rest.slice(1), at = [...at, 1]) {
      work.rule(name, at, { u: rest[0] as Expr, v: productOf(rest.slice(1)), ...letters }, pairOf(rest))
    }
  })

  function pairOf(rest: readonly Expr[]): Expr {
    const of = (v: Expr): Expr =>
      isRoot ? call('sqrt', [v]) : raise(v, (u as { args: readonly Expr[] }).args[1] as Expr)
    return multiply(of(rest[0] as Expr), of(productOf(rest.slice(1))))
  }
}

/** The factors, the number among them; also the number that the terms of a lone sum share. */
function factorsOf(product: Product): Expr[] {
  const [only] = product.above
  const factors = product.above.map(factorTerm)
  if (!isOne(product.coefficient)) return [numberTerm(product.coefficient), ...factors]
  if (factors.length !== 1 || !only || only.exponent !== 1n || !isCall(only.base, 'add')) return factors
  const terms = asSum(only.base)
  const content = contentOf(terms)
  if (isOne(content) || signOf(content) < 0) return factors
  return [
    numberTerm(content),
    sumTerm(terms.map((t) => ({ ...t, coefficient: over(t.coefficient, content) }))),
  ]
}

const halves = (product: Product): [Expr, Expr] => [
  productTerm({ ...product, coefficient: rational(product.coefficient.num), below: [] }),
  productTerm({
    ...product,
    coefficient: rational(product.coefficient.den),
    above: product.below,
    below: [],
  }),
]
