/** Logarithms taken apart: products, quotients, powers, whole numbers. */
import { type Expr, integer, isCall, productOf } from '../../../expression/expr.ts'
import { literalValue } from '../../../expression/number-term.ts'
import type { Path } from '../../../expression/path.ts'
import { exactRoot, isInteger, isOne, type Rational, rational } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, factorTerm, productTerm } from '../../view.ts'
import { type Move, moved } from '../move.ts'
import type { Work } from '../work.ts'

/** log(u·v/w^n) → log(u) + log(v) − n·log(w), once or as far as it goes. */
export const takeApart: Move = function* (u) {
  if (!isCall(u, 'log')) return
  yield moved(u, (work) => {
    once(work, [], 9)
  })
  yield moved(u, (work) => {
    once(work, [], 1)
  })
}

function once(work: Work, path: Path, depth: number): void {
  const log = work.at(path)
  if (!isCall(log, 'log') || depth === 0) return
  const w = operand(log)
  const value = literalValue(w)
  const product = asProduct(w)
  if (product.below.length > 0 || (value && !isInteger(value))) {
    const { num, den } = product.coefficient
    const above = productTerm({ ...product, coefficient: rational(num), below: [] })
    const below = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
    work.rule('logarithm of a quotient', path, { u: above, v: below })
    once(work, [...path, 0], depth - 1)
    once(work, [...path, 1, 0], depth - 1)
  } else if (value) ofNumber(work, path, value, depth)
  else {
    const factors = product.above.map(factorTerm)
    if (!isOne(product.coefficient)) factors.unshift(productTerm({ ...product, above: [] }))
    const [first, ...rest] = factors
    if (!first) return
    if (rest.length > 0) {
      work.rule('logarithm of a product', path, { u: first, v: productOf(rest) })
      once(work, [...path, 0], depth - 1)
      once(work, [...path, 1], depth - 1)
    } else if (isCall(first, 'power')) {
      const [base, exponent] = first.args as [Expr, Expr]
      work.rule('logarithm of a power', path, { u: base, v: exponent })
      once(work, [...path, 1], depth - 1)
    } else if (isCall(first, 'sqrt')) {
      work.rule('square root as a power', [...path, 0], { u: operand(first) })
      once(work, path, depth - 1)
    }
  }
}

/** log(12) = log(4) + log(3), log(8) = 3·log(2) */
function ofNumber(work: Work, path: Path, value: Rational, depth: number): void {
  const n = value.num
  if (n < 4n || n > 10n ** 9n) return
  for (let k = 30n; k >= 2n; k -= 1n) {
    const root = exactRoot(value, k)
    if (!root) continue
    work.rule('logarithm of a power', path, { u: integer(root.num), v: integer(k) })
    return
  }
  for (let p = 2n; p * p <= n && p < 1000n; p += 1n) {
    if (n % p !== 0n) continue
    let [power, rest] = [p, n / p]
    while (rest % p === 0n) [power, rest] = [power * p, rest / p]
    if (rest === 1n) return
    work.rule('logarithm of a product', path, { u: integer(power), v: integer(rest) })
    once(work, [...path, 0], depth - 1)
    once(work, [...path, 1], depth - 1)
    return
  }
}
