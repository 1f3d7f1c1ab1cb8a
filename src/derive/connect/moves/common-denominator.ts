/** Fractions brought to one denominator. */
import {
  type CallNode,
  divide,
  type Expr,
  isCall,
  multiply,
  negate,
  productOf,
  sumOf,
} from '../../../expression/expr.ts'
import type { Path } from '../../../expression/path.ts'
import { isOne, rational } from '../../../expression/rational.ts'
import { asProduct, common, type Factor, factorTerm, type Product, productTerm, without } from '../../view.ts'
import { isUnit } from '../factors.ts'
import { addendsOf, type Move, moved, pathToSome } from '../move.ts'
import type { Work } from '../work.ts'
import { multiplyOut } from './distribute.ts'

/** u/v + w/z → (u·z + w·v)/(v·z): the whole sum, or two of its terms. */
export const commonDenominator: Move = function* (u, { setting }) {
  if (!isCall(u, 'add') || u.args.length > 8) return
  const all = u.args.map((_, i) => i)
  const fractions = all.filter((i) => asProduct(u.args[i] as Expr).below.length > 0)
  if (fractions.length === 0) return
  const choices = [all]
  if (fractions.length > 1 && fractions.length < all.length) choices.push(fractions)
  if (all.length > 2 && all.length <= 5) {
    for (const i of fractions)
      for (const j of all) if (j !== i && !(fractions.includes(j) && j < i)) choices.push([i, j])
  }
  for (const chosen of choices) {
    yield moved(u, (work) => join(work, u, chosen))
    yield moved(u, (work) => {
      const path = join(work, u, chosen)
      multiplyOut(work, [...path, 0], setting)
    })
  }
}

/** The least common multiple of the denominators. */
function leastCommon(products: readonly Product[]): Factor[] {
  let all: Factor[] = []
  for (const { below } of products) {
    const missing = without(below, common(below, all))
    all = [...asProduct(productOf([...all, ...missing].map(factorTerm))).above]
  }
  return all
}

const lcm = (a: bigint, b: bigint): bigint => {
  let [p, q] = [a, b]
  while (q !== 0n) [p, q] = [q, p % q]
  return (a / p) * b
}

/** Joins some addends of the sum u, which stands at `at`; returns where the fraction stands. */
export function join(work: Work, u: CallNode, chosen: readonly number[], at: Path = []): Path {
  const products = chosen.map((i) => asProduct(u.args[i] as Expr))
  const factors = leastCommon(products)
  const number = products.reduce((n, { coefficient }) => lcm(n, coefficient.den), 1n)
  const whole = productTerm({ coefficient: rational(number), decimal: false, above: factors, below: [] })
  const numerators = products.map((product, n) => {
    const i = chosen[n] as number
    const above = productTerm({ ...product, coefficient: rational(product.coefficient.num), below: [] })
    const below = productTerm({
      coefficient: rational(product.coefficient.den),
      decimal: false,
      above: product.below,
      below: [],
    })
    const k = productTerm({
      coefficient: rational(number / product.coefficient.den),
      decimal: false,
      above: without(factors, product.below),
      below: [],
    })
    if (k.kind === 'number' && isOne(k.value)) return above
    const expanded = isUnit(above) ? k : productTerm(asProduct(multiply(above, k)))
    if (k.kind !== 'number')
      work.back('cancel a factor', [...at, i], { u: above, v: below, w: k }, quotient(expanded, whole))
    return expanded
  })
  const path = [...at, ...pathToSome(u, chosen)]
  work.back(
    'split the fraction',
    path,
    { v_: numerators, w: whole },
    divide(sumOf(numerators.flatMap(addendsOf)), whole),
  )
  return chosen.length === u.args.length ? at : [...at, Math.min(...chosen)]
}

/** u/v with the sign in front. */
const quotient = (u: Expr, v: Expr): Expr =>
  isCall(u, 'negate') ? negate(divide(u.args[0] as Expr, v)) : divide(u, v)
