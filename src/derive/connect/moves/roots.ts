/** Roots joined into one; numbers written as roots. */
import {
  call,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  multiply,
  raise,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { isOne, rational } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, factorTerm, productTerm } from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved } from '../move.ts'
import { multiplyOut } from './distribute.ts'

/** √u·√v → √(u·v), √u/√v → √(u/v) */
export const joinRoots: Move = function* (u) {
  if (u.kind !== 'call' || u.head === 'add') return
  const product = asProduct(u)
  const roots = (factors: readonly Factor[]): Factor[] =>
    factors.filter((f) => isCall(f.base, 'sqrt') && f.exponent === 1n)
  const [above, below] = [roots(product.above), roots(product.below)]
  for (const [i, f] of above.entries()) {
    for (const g of above.slice(i + 1)) {
      yield moved(u, (work) => {
        const at = expose(work, [], product, { above: [f, g] }, multiply(f.base, g.base))
        work.back('square root of a product', at, { u: operand(f.base), v: operand(g.base) })
      })
    }
    for (const g of below) {
      yield moved(u, (work) => {
        const at = expose(work, [], product, { above: [f], below: [g] }, divide(f.base, g.base))
        work.back('square root of a fraction', at, { u: operand(f.base), v: operand(g.base) })
      })
    }
  }
  const [first, second] = below
  if (!first || !second) return
  yield moved(u, (work) => {
    const rest = product.below.filter((f) => f !== first && f !== second).map(factorTerm)
    const both = multiply(first.base, second.base)
    const number = numberTerm(rational(product.coefficient.den))
    const others = [...(isOne(rational(product.coefficient.den)) ? [] : [number]), ...rest]
    const upper = productTerm({ ...product, coefficient: rational(product.coefficient.num), below: [] })
    work.calculate([], divide(upper, others.length > 0 ? multiply(...others, both) : both))
    const letters = { u: operand(first.base), v: operand(second.base) }
    work.back('square root of a product', others.length > 0 ? [1, others.length] : [1], letters)
  })
}

export const speaksOf = (u: Expr, head: string): boolean =>
  u.kind === 'call' && (u.head === head || u.args.some((arg) => speaksOf(arg, head)))

/** A number that is not negative is the root of its power: 1 + √2 = √(3 + 2·√2). */
export const asRoot: Move = function* (u, { goal, setting }) {
  const constant = u.kind === 'call' && freeSymbols(u).length === 0 && u.size < 20 && speaksOf(u, 'sqrt')
  if (!constant || isCall(u, 'sqrt')) return
  if (speaksOf(goal, 'sqrt')) {
    yield moved(u, (work) => {
      if (!setting.holds(call('>=', [u, integer(0)]))) return
      work.back('absolute value, not negative', [], { u })
      work.back('square root of a square', [], { u })
      multiplyOut(work, [0], setting)
    })
  }
  for (const n of rootsIn(goal)) {
    yield moved(u, (work) => {
      const [v, w] = [integer(n), divide(integer(1), integer(n))]
      work.back('power of a power', [], { u, v, w }, raise(raise(u, v), w))
      multiplyOut(work, [0], setting)
    })
  }
}

/** n for each power with the exponent m/n. */
function rootsIn(u: Expr, found: Set<bigint> = new Set()): Set<bigint> {
  if (u.kind !== 'call') return found
  const exponent = u.head === 'power' ? literalValue(u.args[1] as Expr) : undefined
  if (exponent && exponent.den > 2n && exponent.den < 10n) found.add(exponent.den)
  for (const arg of u.args) rootsIn(arg, found)
  return found
}
