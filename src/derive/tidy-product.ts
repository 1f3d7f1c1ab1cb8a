/** Tidying a product or quotient: one fraction line, nothing to cancel, no negative powers. */
import type { Canon } from '../expression/canonical.ts'
import {
  add,
  type CallNode,
  call,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  productOf,
  same,
} from '../expression/expr.ts'
import { isZero, ONE, over } from '../expression/rational.ts'
import { type Move, operand, pathTo, pathToBoth } from './move.ts'
import { liftNegativePower } from './negative-power.ts'
import { multipliedOut } from './tidy-sum.ts'
import {
  asProduct,
  asSum,
  collected,
  common,
  contentOf,
  type Factor,
  factorTerm,
  type Product,
  productTerm,
  sumTerm,
  without,
} from './view.ts'

/** The next move on a product, quotient or negative. */
export function tidyProduct(u: CallNode, canon: Canon): Move | undefined {
  const product = asProduct(u)
  if (isZero(product.coefficient)) return vanish(u, product, canon)
  return (
    squareOfRoot(u, product) ??
    divideByFraction(product) ??
    singleFraction(u, product) ??
    liftNegativePower(product) ??
    sameOrder(product, canon) ??
    cancelCommon(product) ??
    mergeExponentials(u, product, canon) ??
    mergeSign(u, product) ??
    factorOut(u, product) ??
    calculate(u, product, withoutContent(product))
  )
}

/** Numbers common to the terms of a sum are taken out last; the sum may then have more to tidy. */
function calculate(u: Expr, product: Product, reduced: Product): Move | undefined {
  const to = productTerm(reduced)
  if (same(u, to)) return undefined
  return reduced === product ? { to, settled: true } : { to }
}

/** 0·u is 0 where u is defined. */
function vanish(u: Expr, product: Product, canon: Canon): Move {
  const zero = integer(0)
  if (canon.same(u, zero)) return { to: zero }
  return {
    rule: 'zero factor',
    letters: { u: productTerm({ ...product, coefficient: ONE }) },
    to: zero,
  }
}

/** √w·√w is w: first written as a square, then the rule. */
function squareOfRoot(u: Expr, product: Product): Move | undefined {
  const root = [...product.above, ...product.below].find((f) => isCall(f.base, 'sqrt') && f.exponent === 2n)
  if (!root) return undefined
  const radicand = operand(root.base)
  const at = pathTo(u, factorTerm(root), same)
  if (at) return { rule: 'square of a square root', letters: { u: radicand }, at, to: radicand }
  const to = productTerm(product)
  return same(u, to) ? undefined : { to }
}

/** u/(v/w) → (u·w)/v */
function divideByFraction(product: Product): Move | undefined {
  const factor = product.below.find((f) => isCall(f.base, 'divide'))
  if (!factor) return undefined
  const [above, below] = (factor.base as CallNode).args as [Expr, Expr]
  const rest = { ...product, below: product.below.filter((f) => f !== factor) }
  const raised = (base: Expr): Expr => productTerm(asProduct(factorTerm({ base, exponent: factor.exponent })))
  const letters = { u: productTerm(rest), v: raised(above), w: raised(below) }
  return {
    rule: 'divide by a fraction',
    letters,
    to: divide(multiply(letters.u, letters.w), letters.v),
  }
}

/** A sum of fractions below the line is brought to one denominator, two terms at a time. */
function singleFraction(u: Expr, product: Product): Move | undefined {
  const isFraction = (term: Expr): boolean => asProduct(term).below.length > 0
  const sum = product.below.find((f) => isCall(f.base, 'add') && f.base.args.some(isFraction))?.base
  const at = sum && pathTo(u, sum)
  if (!at) return undefined
  const { args } = sum as CallNode
  const i = args.findIndex(isFraction)
  const pair = i === 0 ? [0, 1] : [0, i]
  const [first, second] = pair.map((n) => asProduct(args[n] as Expr)) as [Product, Product]
  const [a, b] = [productTerm({ ...first, below: [] }), productTerm({ ...second, below: [] })]
  const [v, z] = [productOf(first.below.map(factorTerm)), productOf(second.below.map(factorTerm))]
  const place = args.length === 2 ? at : [...at, pair]
  if (same(v, z)) {
    return {
      rule: 'split the fraction',
      direction: 'backward',
      letters: { v_: [a, b], w: v },
      at: place,
      to: divide(add(a, b), v),
    }
  }
  if (common(first.below, second.below).length > 0) return undefined
  const times = (p: Expr, q: Expr): Expr => productTerm(asProduct(multiply(p, q)))
  const to = divide(add(times(a, z), times(b, v)), times(v, z))
  return { rule: 'common denominator', letters: { u: a, v, w: b, z }, at: place, to }
}

/** A sum above the line that stands below it in another order is written in that order. */
function sameOrder(product: Product, canon: Canon): Move | undefined {
  const isSum = (f: Factor): boolean => isCall(f.base, 'add')
  const turned = (u: Expr, v: Expr): boolean => u.size === v.size && !same(u, v) && canon.same(u, v)
  for (const f of product.above.filter(isSum)) {
    const g = product.below.find((other) => isSum(other) && turned(other.base, f.base))
    if (!g) continue
    const above = product.above.map((h) => (h === f ? { ...f, base: g.base } : h))
    return { to: productTerm({ ...product, above }) }
  }
  return undefined
}

/** (u·w)/(v·w) → u/v */
function cancelCommon(product: Product): Move | undefined {
  const shared = common(product.above, product.below)
  if (shared.length === 0) return undefined
  const w = productOf(shared.map(factorTerm))
  const above = without(product.above, shared)
  const below = without(product.below, shared)
  const u = productTerm({ ...product, above, below: [] })
  const v = productOf(below.map(factorTerm))
  return {
    rule: 'cancel a factor',
    letters: { u, v, w },
    to: productTerm({ ...product, above, below }),
  }
}

/** e^u·e^-u → 1: exponentials that stand together and whose exponents add up to a number. */
function mergeExponentials(u: Expr, product: Product, canon: Canon): Move | undefined {
  const exponentials = product.above.filter((f) => isCall(f.base, 'exp') && f.exponent === 1n)
  for (const [i, f] of exponentials.entries()) {
    for (const g of exponentials.slice(i + 1)) {
      const letters = { u: operand(f.base), v: operand(g.base) }
      const sum = add(letters.u, letters.v)
      const total = collected(sum)
      const isNumber = total.kind === 'number' && canon.same(sum, total)
      const at = isNumber ? pathToBoth(u, f.base, g.base) : undefined
      if (at) return { rule: 'product of exponentials', letters, at, to: exp(total) }
    }
  }
  return undefined
}

/** u·sign(u) → |u| */
function mergeSign(u: Expr, product: Product): Move | undefined {
  const sign = product.above.find((f) => isCall(f.base, 'sign') && f.exponent === 1n)
  const number = sign && product.above.find((f) => f.exponent === 1n && same(f.base, operand(sign.base)))
  const at = sign && number && pathToBoth(u, sign.base, number.base)
  if (!at) return undefined
  const to = call('abs', [number.base])
  return {
    rule: 'absolute value by the sign',
    direction: 'backward',
    letters: { u: number.base },
    at,
    to,
  }
}

/** A sum above a fraction line whose terms share a factor: take it out if something then cancels. */
function factorOut(u: Expr, product: Product): Move | undefined {
  const sum = product.above.find((f) => isCall(f.base, 'add') && f.exponent === 1n)?.base
  if (!sum || product.below.length === 0) return undefined
  const terms = asSum(sum)
  if (terms.length < 2 || terms.some((term) => term.below.length > 0)) return undefined
  const shared = terms.map((term) => term.above).reduce(common)
  if (shared.length === 0) return undefined
  const rest = terms.map((term) => ({ ...term, above: without(term.above, shared) }))
  const parts = rest.map(productTerm)
  const inner = multipliedOut(rest)
  const helps =
    common(shared, product.below).length > 0 || (inner !== undefined && inner.size < sumTerm(rest).size)
  const at = helps ? pathTo(u, sum) : undefined
  if (!at) return undefined
  const g = productOf(shared.map(factorTerm))
  return {
    rule: 'distribute',
    direction: 'backward',
    letters: { u: g, v_: parts },
    at,
    to: multiply(g, add(...parts)),
  }
}

/** A whole number common to the terms of a sum goes to the other numbers of a fraction: 2/(2 + 2x). */
function withoutContent(product: Product): Product {
  if (product.below.length === 0) return product
  let { coefficient } = product
  const strip = (factors: Product['above'], isAbove: boolean): Product['above'] =>
    factors.map((factor) => {
      if (factor.exponent !== 1n || !isCall(factor.base, 'add')) return factor
      const terms = asSum(factor.base)
      const content = contentOf(terms)
      if (content.num === 1n && content.den === 1n) return factor
      coefficient = isAbove ? over(coefficient, over(ONE, content)) : over(coefficient, content)
      return {
        ...factor,
        base: sumTerm(terms.map((t) => ({ ...t, coefficient: over(t.coefficient, content) }))),
      }
    })
  const below = strip(product.below, false)
  const above = strip(product.above, true)
  return coefficient === product.coefficient ? product : { ...product, above, below, coefficient }
}
