/** Tidying a sum: like terms together, zeros gone, and multiplied out where that makes it shorter. */
import type { Canon } from '../expression/canonical.ts'
import {
  add,
  type CallNode,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  productOf,
  same,
  sumOf,
} from '../expression/expr.ts'
import { replaceAt } from '../expression/path.ts'
import { isZero, ONE } from '../expression/rational.ts'
import { type Move, operand, pathTo } from './move.ts'
import { isNegativePower, liftNegativePower } from './negative-power.ts'
import {
  asProduct,
  asSum,
  collected,
  common,
  type Factor,
  factorTerm,
  type Product,
  productTerm,
  sumTerm,
  without,
} from './view.ts'

/** The next moves on a sum. */
export function tidySum(u: CallNode, canon: Canon): Move[] {
  const terms = asSum(u)
  const gone = terms.find((term) => isZero(term.coefficient))
  const to = sumTerm(gone ? terms.filter((term) => !isZero(term.coefficient)) : terms)
  if (gone && !canon.same(u, to)) {
    const r = productTerm({ ...gone, coefficient: ONE })
    const rest = sumTerm(terms.filter((term) => term !== gone))
    return [{ rule: 'add and subtract', direction: 'backward', letters: { u: rest, r }, to: rest }]
  }
  const lone = u.args.findIndex((arg) => isNegativePower(withoutMinus(arg)))
  if (lone >= 0) return [belowTheLine(u.args[lone] as Expr, lone)]
  const joined = addFractions(u) ?? pythagoras(u)
  if (joined) return joined
  const opened = paysToOpen(terms) ? openEach(u) : []
  if (opened.length > 0 || same(u, to)) return opened
  const isDone =
    terms.every((term) => term.above.filter((f) => isCall(f.base, 'exp')).length < 2) &&
    !(isCall(to, 'add') && pythagoras(to))
  return [isDone ? { to, settled: true } : { to }]
}

/**
 * Two fractions of which one denominator is a multiple of the other, with a bracket in it: the
 * first is expanded, then the numerators are added.
 */
function addFractions(u: CallNode): Move[] | undefined {
  if (u.args.length !== 2) return undefined
  const terms = u.args.map(asProduct) as [Product, Product]
  const i = terms.findIndex((term, k) => divides(term.below, (terms[1 - k] as Product).below))
  const [small, large] = [terms[i], terms[1 - i]]
  if (!small || !large) return undefined
  const [above, v] = [productTerm({ ...small, below: [] }), productOf(small.below.map(factorTerm))]
  const w = productOf(without(large.below, small.below).map(factorTerm))
  const below = productOf(large.below.map(factorTerm))
  const expanded = tidied(multiply(above, w))
  const parts = u.args.map((_, k) => (k === i ? expanded : productTerm({ ...large, below: [] })))
  const sum: Move = {
    rule: 'split the fraction',
    direction: 'backward',
    letters: { v_: parts, w: below },
    to: divide(add(...parts), below),
  }
  const expand: Move = {
    rule: 'cancel a factor',
    direction: 'backward',
    letters: { u: above, v, w },
    at: [i],
    to: divide(expanded, below),
  }
  return same(w, integer(1)) ? [sum] : [expand, sum]
}

/** Is a a part of b, with a bracket in it? */
const divides = (a: readonly Factor[], b: readonly Factor[]): boolean =>
  a.some((factor) => isCall(factor.base, 'add')) && without(a, b).length === 0

/** sin²w + cos²w → 1 */
function pythagoras(u: CallNode): Move[] | undefined {
  const squared = (arg: Expr, head: 'sin' | 'cos'): Expr | undefined => {
    if (!isCall(arg, 'power')) return undefined
    const [factor, ...more] = asProduct(arg).above
    const isSquare = factor?.exponent === 2n && isCall(factor.base, head) && more.length === 0
    return isSquare ? operand(factor.base) : undefined
  }
  for (const [i, arg] of u.args.entries()) {
    const w = squared(arg, 'sin')
    const j = w ? u.args.findIndex((other) => same(squared(other, 'cos') ?? other, w)) : -1
    if (!w || j < 0) continue
    const at = u.args.length === 2 ? [] : [[i, j].sort((p, q) => p - q)]
    return [{ rule: 'Pythagoras', letters: { u: w }, at, to: integer(1) }]
  }
  return undefined
}

const withoutMinus = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : u)

/** A term u^-n as 1/u^n. */
function belowTheLine(term: Expr, place: number): Move {
  const power = withoutMinus(term)
  const move = liftNegativePower(asProduct(power)) as Move
  return { ...move, at: power === term ? [place] : [place, 0] }
}

/** Sums beyond this many terms are not multiplied out. */
const MOST_TERMS = 24

/** Does multiplying out every bracket make the sum shorter? */
function paysToOpen(terms: readonly Product[]): boolean {
  if (!terms.some(bracketOf) || termsOpened(terms) > MOST_TERMS) return false
  const shared = terms.map((term) => term.above).reduce(common)
  if (shared.some((factor) => isCall(factor.base, 'add'))) return false
  const result = multipliedOut(terms)
  return result !== undefined && result.size < sumTerm(terms).size
}

/** How many terms there are when all brackets are multiplied out. */
const termsOpened = (terms: readonly Product[]): number =>
  terms.reduce((count, { above }) => count + above.reduce((n, f) => n * termsIn(f), 1), 0)

const termsIn = ({ base, exponent }: Factor): number =>
  isCall(base, 'add') ? base.args.length ** Number(exponent) : 1

/** The sum of the terms with every bracket multiplied out and like terms collected, looking ahead. */
export function multipliedOut(terms: readonly Product[]): Expr | undefined {
  if (termsOpened(terms) > MOST_TERMS) return undefined
  const expanded = terms.flatMap(expand)
  if (expanded.length > MOST_TERMS) return undefined
  return collected(sumOf(expanded.map((term) => productTerm(withoutOpposites(term)))))
}

/** The first factor that is a sum, or the square of a sum of two, in a product without a divisor. */
const bracketOf = ({ above, below }: Product): Factor | undefined =>
  below.length === 0 && above.length <= 4
    ? above.find(
        ({ base, exponent }) =>
          isCall(base, 'add') && (exponent === 1n || (exponent === 2n && base.args.length === 2)),
      )
    : undefined

function expand(product: Product): Product[] {
  const bracket = bracketOf(product)
  if (!bracket) return [product]
  const rest = { ...product, above: product.above.filter((f) => f !== bracket) }
  const sum = asSum(bracket.base)
  const once = sum.map((term) => times(rest, term))
  const terms = bracket.exponent === 1n ? once : once.flatMap((a) => sum.map((b) => times(a, b)))
  return terms.length > MOST_TERMS ? [product] : terms.flatMap(expand)
}

const times = (a: Product, b: Product): Product => asProduct(multiply(productTerm(a), productTerm(b)))

/** e^u·e^-u dropped: a later move does so by its rule. */
function withoutOpposites(product: Product): Product {
  const pair = product.above.flatMap((f) =>
    product.above
      .filter((g) => f !== g && f.exponent === g.exponent && isCall(f.base, 'exp') && isCall(g.base, 'exp'))
      .filter((g) => same(collected(add(operand(f.base), operand(g.base))), integer(0)))
      .map((g) => [f, g]),
  )[0]
  return pair ? { ...product, above: product.above.filter((f) => !pair.includes(f)) } : product
}

/** Each term multiplied out, one after the other. */
function openEach(u: CallNode): Move[] {
  const moves: Move[] = []
  for (const [i, term] of u.args.entries()) {
    const opened = open(term, [i], moves)
    if (!opened) return []
  }
  return moves
}

/** `term`, which stands at `at`, multiplied out; false if a bracket cannot be reached. */
function open(term: Expr, at: readonly number[], moves: Move[]): boolean {
  if (isCall(term, 'negate')) return open(term.args[0] as Expr, [...at, 0], moves)
  if (isCall(term, 'add')) return term.args.every((arg, i) => open(arg, [...at, i], moves))
  const product = asProduct(term)
  const bracket = bracketOf(product)
  if (!bracket) return true
  const { args } = bracket.base as CallNode
  if (bracket.exponent === 2n) {
    const path = pathTo(term, factorTerm(bracket), same)
    if (!path) return false
    const [u, v] = args as [Expr, Expr]
    const to = add(tidied(multiply(u, u)), tidied(multiply(integer(2), u, v)), tidied(multiply(v, v)))
    moves.push({ rule: 'square of a sum', letters: { u, v }, at: [...at, ...path], to })
    return open(replaceAt(term, path, to) as Expr, at, moves)
  }
  const rest = productTerm({ ...product, above: product.above.filter((f) => f !== bracket) })
  const to = add(...args.map((v) => tidied(multiply(rest, v))))
  moves.push({ rule: 'distribute', letters: { u: rest, v_: args }, at, to })
  return open(to, at, moves)
}

const tidied = (u: Expr): Expr => productTerm(asProduct(u))
