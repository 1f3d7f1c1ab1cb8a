/** One power of each base: exponents added, all exponentials in one above the line. */
import {
  add,
  type CallNode,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { isOne, isZero, negated, rational, signOf } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, factorTerm, type Product, productTerm } from '../../view.ts'
import { expose, factor } from '../factors.ts'
import type { Setting } from '../setting.ts'
import type { Work } from '../work.ts'
import { collected } from './sum.ts'

/** One change of a product; false if there is nothing to change. */
export type ProductChange = (u: CallNode, product: Product, work: Work, setting: Setting) => boolean

const isExponential = (f: Factor): boolean => isCall(f.base, 'exp')

/** Two exponentials whose product is 1. */
function oppositePair(factors: readonly Factor[], { canon }: Setting): [Factor, Factor] | undefined {
  for (const [i, f] of factors.entries()) {
    for (const g of factors.slice(i + 1)) {
      if (canon.same(add(operand(f.base), operand(g.base)), integer(0))) return [f, g]
    }
  }
  return undefined
}

/** v/e^u → v·e^-u; (e^u)^n → e^(n·u); e^u·e^v → e^(u + v) */
export const exponentials: ProductChange = (_, product, work, setting) => {
  const opposite = oppositePair(product.above.filter(isExponential), setting)
  if (opposite) {
    const [f, g] = opposite
    const part = { above: [factor(f.base), factor(g.base)] }
    const at = expose(work, [], product, part, multiply(f.base, g.base))
    const letters = { u: operand(f.base), v: operand(g.base) }
    work.rule('product of exponentials', at, letters, exp(integer(0)))
    return true
  }
  const powered = [...product.above, ...product.below].find((f) => isExponential(f) && f.exponent > 1n)
  const low = product.below.find(isExponential)
  if (low) {
    const n = integer(low.exponent)
    const u = low.exponent === 1n ? operand(low.base) : collected(multiply(n, operand(low.base)), setting)
    const rest = { ...product, below: product.below.filter((f) => f !== low) }
    if (low.exponent > 1n) {
      const divisor = { base: exp(u), exponent: 1n }
      const place = raise(low.base, n)
      const upper = productTerm({ ...rest, below: [] })
      const lower = productOf([place, ...rest.below.map(factorTerm)])
      work.calculate([], divide(upper, lower))
      work.rule(
        'power of an exponential',
        rest.below.length > 0 ? [1, 0] : [1],
        { u: operand(low.base), v: n },
        divisor.base,
      )
    }
    const to = productTerm({ ...rest, above: [...rest.above, factor(exp(collected(negate(u), setting)))] })
    work.rule('reciprocal of an exponential', [], { v: productTerm(rest), u }, to)
    return true
  }
  if (powered) {
    const n = integer(powered.exponent)
    const at = expose(work, [], product, { above: [powered] }, raise(powered.base, n))
    work.rule(
      'power of an exponential',
      at,
      { u: operand(powered.base), v: n },
      exp(collected(multiply(n, operand(powered.base)), setting)),
    )
    return true
  }
  const [first, second] = product.above.filter(isExponential)
  if (!first || !second) return false
  const letters = { u: operand(first.base), v: operand(second.base) }
  const at = expose(work, [], product, { above: [first, second] }, multiply(first.base, second.base))
  work.rule('product of exponentials', at, letters, exp(collected(add(letters.u, letters.v), setting)))
  return true
}

/** A power read as base and exponent: √u is u^(1/2); a plain factor u^n has the exponent n. */
function asPower(f: Factor): { base: Expr; exponent: Expr } {
  const times = (w: Expr): Expr =>
    f.exponent === 1n ? w : productTerm(asProduct(multiply(integer(f.exponent), w)))
  if (isCall(f.base, 'power'))
    return { base: f.base.args[0] as Expr, exponent: times(f.base.args[1] as Expr) }
  if (isCall(f.base, 'sqrt'))
    return { base: operand(f.base), exponent: times(divide(integer(1), integer(2))) }
  return { base: f.base, exponent: integer(f.exponent) }
}

const isRooted = (f: Factor): boolean => isCall(f.base, 'power') || isCall(f.base, 'sqrt')

/** (u^v)^n → u^(n·v) */
export const powerOfPower: ProductChange = (_, product, work) => {
  const found = product.above.find((f) => isCall(f.base, 'power') && f.exponent > 1n)
  if (!found) return false
  const [u, v] = (found.base as CallNode).args as [Expr, Expr]
  const w = integer(found.exponent)
  const at = expose(work, [], product, { above: [found] }, raise(found.base, w))
  work.rule('power of a power', at, { u, v, w }, raise(u, productTerm(asProduct(multiply(v, w)))))
  return true
}

/** u^v·u^w → u^(v + w), u^v/u^w → u^(v − w) where one of the exponents is not a whole number. */
export const samePowers: ProductChange = (_, product, work, { canon }) => {
  const all = [
    ...product.above.map((f) => ({ f, isAbove: true })),
    ...product.below.map((f) => ({ f, isAbove: false })),
  ]
  for (const [i, one] of all.entries()) {
    for (const other of all.slice(i + 1)) {
      if (!isRooted(one.f) && !isRooted(other.f)) continue
      const [p, q] = [asPower(one.f), asPower(other.f)]
      if (!canon.same(p.base, q.base) || (!one.isAbove && !other.isAbove)) continue
      if (literalValue(p.base) && !(isRooted(one.f) && isRooted(other.f))) continue
      joinPowers(
        work,
        product,
        one.f,
        other.f,
        other.isAbove,
        canon.value(p.exponent),
        canon.value(q.exponent),
      )
      return true
    }
  }
  return false
}

type Value = ReturnType<Setting['canon']['value']>

function joinPowers(
  work: Work,
  product: Product,
  f: Factor,
  g: Factor,
  together: boolean,
  r: Value,
  s: Value,
): void {
  const [p, q] = [asPower(f), asPower(g)]
  const total = add(p.exponent, together ? q.exponent : negate(q.exponent))
  const value = r && s && literalSum(r, together ? s : negated(s))
  const exponent = value ? numberTerm(value) : total
  const joined =
    value && isOne(value) ? p.base : value && isZero(value) ? integer(1) : raise(p.base, exponent)
  const [u, v] = [factorTerm(f), factorTerm(g)]
  const part = together ? { above: [f, g] } : { above: [f], below: [g] }
  const hasRoot = [f, g].some((h) => isCall(h.base, 'sqrt'))
  const at = expose(work, [], product, part, together ? multiply(u, v) : divide(u, v), hasRoot)
  for (const [k, h] of [f, g].entries()) if (isCall(h.base, 'sqrt')) rootAsPower(work, [...at, k], h)
  const positive = r && s && signOf(r) > 0 && signOf(s) > 0
  if (together && positive)
    work.rule('add positive exponents', at, { u: p.base, m: p.exponent, n: q.exponent }, joined)
  else
    work.rule(
      together ? 'add exponents' : 'subtract exponents',
      at,
      { u: p.base, v: p.exponent, w: q.exponent },
      joined,
    )
}

function rootAsPower(work: Work, path: readonly number[] | Parameters<Work['at']>[0], h: Factor): void {
  const half = divide(integer(1), integer(2))
  const root = raise(operand(h.base), half)
  const inner = h.exponent === 1n ? path : [...path, 0]
  work.rule('square root as a power', inner, { u: operand(h.base) }, root)
}

const literalSum = (a: NonNullable<Value>, b: NonNullable<Value>): NonNullable<Value> =>
  rational(a.num * b.den + b.num * a.den, a.den * b.den)
