/** Multiplying out: one bracket, a square, all brackets; above and below the line. */
import {
  add,
  type CallNode,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  raise,
} from '../../../expression/expr.ts'
import { type Path, partAt } from '../../../expression/path.ts'
import { isOne } from '../../../expression/rational.ts'
import { asProduct, type Factor, factorTerm, type Product, productTerm, without } from '../../view.ts'
import { expose, factor } from '../factors.ts'
import { type Move, moved, tidyUp } from '../move.ts'
import type { Setting } from '../setting.ts'
import { DeadEnd, type Work } from '../work.ts'

const isSum = (f: Factor): boolean => isCall(f.base, 'add')

/** u·(v + w) → u·v + u·w, (u + v)/w → u/w + v/w */
export const distribute: Move = function* (u) {
  if (u.kind !== 'call' || u.head === 'add') return
  const product = asProduct(u)
  for (const f of product.above.filter(isSum)) {
    if (product.above.length === 1 && product.below.length === 0 && f.exponent === 1n) continue
    yield moved(u, (work) => {
      openBracket(work, [], product, f)
    })
  }
}

/** One bracket of the product at `path` is multiplied out. */
function openBracket(work: Work, path: Path, product: Product, f: Factor): void {
  const terms = (f.base as CallNode).args
  if (f.exponent === 2n && terms.length === 2) {
    const at = expose(work, path, product, { above: [f] }, factorTerm(f))
    const [a, b] = terms as [Expr, Expr]
    const square = (v: Expr): Expr => productTerm(asProduct(raise(v, integer(2))))
    const twice = productTerm(asProduct(multiply(integer(2), a, b)))
    work.rule('square of a sum', at, { u: a, v: b }, add(square(a), twice, square(b)))
    return
  }
  const rest = { ...product, above: without(product.above, [factor(f.base)]) }
  const only = rest.above.length === 0 && isOne(rest.coefficient)
  if (only && rest.below.length > 0) {
    const w = productTerm({ ...rest, above: rest.below, below: [] })
    work.rule('split the fraction', path, { v_: terms, w }, add(...terms.map((v) => divide(v, w))))
    return
  }
  const by = productTerm(rest)
  const to = add(...terms.map((v) => productTerm(asProduct(multiply(by, v)))))
  work.rule('distribute', path, { u: by, v_: terms }, to)
}

/** Sums of more terms are not written. */
const MOST_TERMS = 30

/** Every bracket above the line at `path` multiplied out, two at a time, like terms collected. */
export function multiplyOut(work: Work, path: Path, setting: Setting, fuel = { left: 60 }): void {
  const u = work.at(path)
  if (u.kind !== 'call') return
  if (isCall(u, 'add') || isCall(u, 'negate')) {
    for (let i = u.args.length - 1; i >= 0; i -= 1) multiplyOut(work, [...path, i], setting, fuel)
    tidyUp(work, path, setting)
    return
  }
  const product = asProduct(u)
  const [first, second] = product.above.filter(isSum).flatMap((f) => (f.exponent > 1n ? [f, f] : [f]))
  if (!first) return
  fuel.left -= 1
  if (fuel.left <= 0) throw new DeadEnd('too many brackets')
  if (!second) {
    if (product.above.length === 1 && product.below.length === 0) return
    openBracket(work, path, product, first)
  } else openPair(work, path, product, first, second, setting, fuel)
  tidyUp(work, path, setting)
  multiplyOut(work, path, setting, fuel)
}

/** Two brackets, of which nothing stands around; else these two alone. */
function openPair(
  work: Work,
  path: Path,
  product: Product,
  first: Factor,
  second: Factor,
  setting: Setting,
  fuel: { left: number },
): void {
  const [v, w] = [first.base, second.base] as [CallNode, CallNode]
  if (v.args.length * w.args.length > MOST_TERMS) throw new DeadEnd('too many terms')
  const part = { above: first === second ? [factor(v, 2n)] : [factor(v), factor(w)] }
  const isAll = isOne(product.coefficient) && product.below.length === 0
  const isAlone = isAll && without(product.above, part.above).length === 0
  if (isAlone) openBracket(work, path, product, first)
  else {
    const shape = first === second ? raise(v, integer(2)) : multiply(v, w)
    multiplyOut(work, expose(work, path, product, part, shape, true), setting, fuel)
  }
}

/** All brackets of a product or sum multiplied out. */
export const expand: Move = function* (u, { setting }) {
  if (u.kind !== 'call' || !hasBracket(u)) return
  yield moved(u, (work) => multiplyOut(work, [], setting))
}

function hasBracket(u: Expr): boolean {
  if (isCall(u, 'add') || isCall(u, 'negate')) return u.args.some(hasBracket)
  const { above, below } = asProduct(u)
  return above.some((f) => isSum(f) && (f.exponent > 1n || above.length > 1 || below.length > 0))
}

/** The numerator or the denominator of a fraction multiplied out. */
export const expandParts: Move = function* (u, { setting }) {
  if (!isCall(u, 'divide')) return
  for (const i of [0, 1]) {
    const part = partAt(u, [i]) as Expr
    if (!hasBracket(part)) continue
    yield moved(u, (work) => {
      multiplyOut(work, [i], setting)
    })
  }
}
