/** One fraction line, nothing to cancel, one power of each base, all exponentials in one above the line. */
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
  same,
} from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import {
  isInteger,
  isOne,
  isZero,
  negated,
  ONE,
  power,
  rational,
  signOf,
  times,
} from '../../expression/rational.ts'
import { operand } from '../move.ts'
import { liftNegativePower } from '../negative-power.ts'
import { asProduct, common, type Factor, factorTerm, type Product, productTerm, without } from '../view.ts'
import { expose, factor } from './factors.ts'
import { collected } from './neat-sum.ts'
import type { Setting } from './setting.ts'
import { surds } from './surds.ts'
import { expected, type Work } from './work.ts'

export function neatProduct(u: CallNode, work: Work, setting: Setting): void {
  const product = asProduct(u)
  for (const change of CHANGES) if (change(u, product, work, setting)) return
}

type ProductChange = (u: CallNode, product: Product, work: Work, setting: Setting) => boolean

/** 0·u is 0 where u is defined. */
const vanish: ProductChange = (u, product, work, { canon }) => {
  if (!isZero(product.coefficient)) return false
  const zero = integer(0)
  if (canon.same(u, zero) && canon.vocabulary(u).size === 0) work.calculate([], zero)
  else work.rule('zero factor', [], { u: productTerm({ ...product, coefficient: ONE }) }, zero)
  return true
}

/** √w·√w is w. */
const squareOfRoot: ProductChange = (_, product, work) => {
  const above = product.above.find(isSquaredRoot)
  const root = above ?? product.below.find(isSquaredRoot)
  if (!root) return false
  const square = raise(root.base, integer(2))
  const taken = factor(root.base, 2n)
  if (above) {
    const at = expose(work, [], product, { above: [taken] }, square)
    work.rule('square of a square root', at, { u: operand(root.base) })
    return true
  }
  const rest = without(product.below, [taken])
  const lower = productOf([square, ...rest.map(factorTerm)])
  const upper = productTerm({ ...product, below: [] })
  work.calculate([], divide(upper, lower))
  const at = rest.length > 0 ? [1, 0] : [1]
  work.rule('square of a square root', at, { u: operand(root.base) })
  return true
}
const isSquaredRoot = (f: Factor): boolean => isCall(f.base, 'sqrt') && f.exponent >= 2n

/** u/(v/w) → (u·w)/v */
const divideByFraction: ProductChange = (_, product, work) => {
  const found = product.below.find((f) => isCall(f.base, 'divide'))
  if (!found) return false
  const [top, bottom] = (found.base as CallNode).args as [Expr, Expr]
  const raised = (base: Expr): Expr => productTerm(asProduct(factorTerm({ base, exponent: found.exponent })))
  const rest = { ...product, below: product.below.filter((f) => f !== found) }
  const letters = { u: productTerm(rest), v: raised(top), w: raised(bottom) }
  work.rule(
    'divide by a fraction',
    [],
    letters,
    productTerm(asProduct(divide(multiply(letters.u, letters.w), letters.v))),
  )
  return true
}

const liftNegative: ProductChange = (_, product, work) => {
  const move = liftNegativePower(product)
  if (!move) return false
  work.rule(move.rule as string, [], move.letters ?? {}, move.to)
  return true
}

/** Sums that are multiples of each other are written alike. */
const writeAlike: ProductChange = (u, product, work, { canon }) => {
  const sums: Expr[] = [...product.above, ...product.below].flatMap(radicand)
  let { coefficient } = product
  let changed = false
  const alike = (factors: readonly Factor[], isAbove: boolean): Factor[] =>
    factors.map((f) => {
      if (!isCall(f.base, 'add')) return f
      const known = sums.find((sum) => canon.ratio(f.base, sum) !== undefined)
      if (!known) {
        sums.push(f.base)
        return f
      }
      if (known === f.base || same(known, f.base)) return f
      const ratio = expected(canon.ratio(f.base, known))
      const scale = expected(power(ratio, isAbove ? f.exponent : -f.exponent))
      coefficient = times(coefficient, scale)
      changed = true
      return { ...f, base: known }
    })
  const below = alike(product.below, false)
  const above = alike(product.above, true)
  if (!changed) return false
  const to = productTerm(asProduct(productTerm({ ...product, coefficient, above, below })))
  if (same(u, to)) return false
  work.calculate([], to)
  return true
}

/** The sum of which the factor is a root. */
const radicand = ({ base }: Factor): Expr[] =>
  isCall(base, 'sqrt') || isCall(base, 'power') ? base.args.slice(0, 1).filter((u) => isCall(u, 'add')) : []

/** (u·w)/(v·w) → u/v */
const cancel: ProductChange = (_, product, work) => {
  const shared = common(product.above, product.below)
  if (shared.length === 0) return false
  const above = without(product.above, shared)
  const below = without(product.below, shared)
  const letters = {
    u: productTerm({ ...product, above, below: [] }),
    v: productOf(below.map(factorTerm)),
    w: productOf(shared.map(factorTerm)),
  }
  work.rule('cancel a factor', [], letters, productTerm({ ...product, above, below }))
  return true
}

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
const exponentials: ProductChange = (_, product, work, setting) => {
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
const powerOfPower: ProductChange = (_, product, work) => {
  const found = product.above.find((f) => isCall(f.base, 'power') && f.exponent > 1n)
  if (!found) return false
  const [u, v] = (found.base as CallNode).args as [Expr, Expr]
  const w = integer(found.exponent)
  const at = expose(work, [], product, { above: [found] }, raise(found.base, w))
  work.rule('power of a power', at, { u, v, w }, raise(u, productTerm(asProduct(multiply(v, w)))))
  return true
}

/** |u|² is u²; u²/|u| is |u|. */
const absoluteSquares: ProductChange = (_, product, work) => {
  const squared = product.above.find((f) => isCall(f.base, 'abs') && f.exponent > 1n)
  if (squared) {
    const square = raise(squared.base, integer(2))
    const at = expose(work, [], product, { above: [factor(squared.base, 2n)] }, square)
    work.rule('absolute value squared', at, { u: operand(squared.base) })
    return true
  }
  const low = product.below.find((f) => isCall(f.base, 'abs'))
  if (!low) return false
  const u = operand(low.base)
  if (low.exponent > 1n) {
    const lower = productOf([
      raise(low.base, integer(2)),
      ...without(product.below, [factor(low.base, 2n)]).map(factorTerm),
    ])
    work.calculate([], divide(productTerm({ ...product, below: [] }), lower))
    work.rule('absolute value squared', lower.kind === 'call' && lower.head === 'multiply' ? [1, 0] : [1], {
      u,
    })
    return true
  }
  const high = product.above.find((f) => f.exponent > 1n && same(f.base, u))
  if (!high) return false
  const part = { above: [factor(u, 2n)], below: [low] }
  const at = expose(work, [], product, part, divide(raise(u, integer(2)), low.base))
  work.back('absolute value squared', [...at, 0], { u }, raise(low.base, integer(2)))
  work.rule('cancel a factor', at, { u: low.base, v: integer(1), w: low.base }, low.base)
  return true
}

/** u^v·u^w → u^(v + w), u^v/u^w → u^(v − w) where one of the exponents is not a whole number. */
const samePowers: ProductChange = (_, product, work, { canon }) => {
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

/** Nested products and quotients, repeated factors, several minus signs. */
const rewrite: ProductChange = (u, product, work) => {
  const to = productTerm(product)
  if (same(u, to) || (isPlain(u) && to.size >= u.size)) return false
  work.calculate([], to)
  return true
}

function isPlain(u: Expr): boolean {
  const inner = isCall(u, 'negate') ? (u.args[0] as Expr) : u
  const parts = isCall(inner, 'divide') ? inner.args : [inner]
  const isFactor = (v: Expr): boolean =>
    !isCall(v, 'multiply') &&
    !isCall(v, 'divide') &&
    !isCall(v, 'negate') &&
    !(isCall(v, 'power') && isOpen(v))
  return parts.every((part) => {
    const factors = isCall(part, 'multiply') ? part.args : [part]
    const repeated = factors.some((f, i) => factors.some((g, j) => j < i && same(f, g)))
    return !repeated && factors.every(isFactor)
  })
}

/** A whole power of what can be taken apart. */
function isOpen(u: CallNode): boolean {
  const [base, exponent] = u.args as [Expr, Expr]
  const value = literalValue(exponent)
  const whole = value !== undefined && isInteger(value) && signOf(value) > 0
  return whole && ['multiply', 'divide', 'negate'].some((head) => isCall(base, head))
}

const CHANGES: readonly ProductChange[] = [
  vanish,
  squareOfRoot,
  divideByFraction,
  liftNegative,
  writeAlike,
  cancel,
  absoluteSquares,
  exponentials,
  powerOfPower,
  samePowers,
  surds,
  rewrite,
]
