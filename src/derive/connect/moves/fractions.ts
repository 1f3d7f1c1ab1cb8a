/** Fractions: to one denominator, expanded by a factor, or apart by adding and subtracting. */
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
  sumOf,
} from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import type { Path } from '../../../expression/path.ts'
import { isOne, over, type Rational, rational, signOf } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, common, type Factor, factorTerm, type Product, productTerm, without } from '../../view.ts'
import { powerOf } from '../factors.ts'
import { addendsOf, type Move, moved, pathToSome } from '../move.ts'
import { opposite } from '../neat-sum.ts'
import type { Setting } from '../setting.ts'
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

const isUnit = (u: Expr): boolean => u.kind === 'number' && isOne(u.value)

/** u/v → (u·k)/(v·k) for a k that makes v simpler, or that stands below the line at the other end. */
export const expandFraction: Move = function* (u, { setting, divisors, goal }) {
  const product = asProduct(u)
  for (const f of product.below) {
    if (!isCall(f.base, 'add') || f.exponent > 6n) continue
    for (const k of multipliers(f.base)) {
      yield moved(u, (work) => multiplyBy(work, product, f, k))
      yield moved(u, (work) => {
        multiplyBy(work, product, f, k)
        multiplyOut(work, [0], setting)
      })
    }
    const conjugate = conjugateOf(f.base)
    if (conjugate) yield moved(u, (work) => rationalise(work, product, f, conjugate))
  }
  if (u === goal || isCall(u, 'add')) return
  for (const { base, exponent } of divisors) {
    const own = product.below.find((f) => setting.canon.ratio(f.base, base) !== undefined)?.exponent ?? 0n
    if (own >= exponent) continue
    const k = powerOf(base, exponent - own)
    yield moved(u, (work) => {
      work.farFetched = 0.8
      const upper = productTerm({ ...product, below: [], coefficient: rational(product.coefficient.num) })
      const lower = productTerm({
        ...product,
        coefficient: rational(product.coefficient.den),
        above: product.below,
        below: [],
      })
      const over = divide(multiply(upper, k), multiply(lower, k))
      work.back('cancel a factor', [], { u: upper, v: lower, w: k }, over)
      multiplyOut(work, [0], setting)
    })
  }
}

/** Reciprocals of exponential terms, denominators of terms. */
function multipliers(sum: CallNode): Expr[] {
  const found: Expr[] = []
  for (const term of sum.args.map(asProduct)) {
    for (const f of term.above) {
      if (isCall(f.base, 'exp')) found.push(exp(negated(operand(f.base))))
    }
    if (term.below.length > 0) found.push(productOf(term.below.map(factorTerm)))
  }
  return found
}
const negated = (u: Expr): Expr => {
  const product = asProduct(u)
  return isCall(u, 'add')
    ? opposite(u)
    : productTerm({
        ...product,
        coefficient: { num: -product.coefficient.num, den: product.coefficient.den },
      })
}

/** N/(M·S^n) → (N·k^n)/(M·(S·k)^n), S·k multiplied out. */
function multiplyBy(work: Work, product: Product, f: Factor, k: Expr): void {
  const kn = powerOf(k, f.exponent)
  const { num, den } = product.coefficient
  const upper = productTerm({ ...product, coefficient: rational(num), below: [] })
  const rest = product.below.filter((g) => g !== f)
  const lower = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
  const m = productTerm({ ...product, coefficient: rational(den), above: rest, below: [] })
  const inner = multiply(f.base, k)
  const under = f.exponent === 1n ? inner : raise(inner, integer(f.exponent))
  const bottom = isUnit(m) ? under : multiply(m, under)
  work.back(
    'cancel a factor',
    [],
    { u: upper, v: lower, w: kn },
    divide(isUnit(upper) ? kn : multiply(upper, kn), bottom),
  )
  const toInner: Path = [1, ...(isUnit(m) ? [] : [1]), ...(f.exponent === 1n ? [] : [0])]
  const terms = (f.base as CallNode).args
  work.rule(
    'distribute',
    toInner,
    { u: k, v_: terms },
    add(...terms.map((v) => productTerm(asProduct(multiply(v, k))))),
  )
}

/** a + b and a − b with a root or a function in one of them. */
function conjugateOf(sum: CallNode): Expr | undefined {
  if (sum.args.length !== 2) return undefined
  const [a, b] = sum.args as [Expr, Expr]
  return [a, b].some(hasRoot) ? add(a, negated(b)) : undefined
}

const ROOTS: ReadonlySet<string> = new Set(['sqrt', 'sin', 'cos', 'sinh', 'cosh', 'tan', 'tanh'])
const hasRoot = (u: Expr): boolean =>
  asProduct(u).above.some((f) => f.base.kind === 'call' && ROOTS.has(f.base.head))

/** N/(M·(a + b)) → N·(a − b)/(M·(a² − b²)) */
function rationalise(work: Work, product: Product, f: Factor, k: Expr): void {
  const { num, den } = product.coefficient
  const upper = productTerm({ ...product, coefficient: rational(num), below: [] })
  const rest = {
    ...product,
    coefficient: rational(den),
    above: without(product.below, [{ base: f.base, exponent: 1n }]),
    below: [],
  }
  const lower = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
  const m = productTerm(rest)
  const pair = multiply(f.base, k)
  const bottom = isUnit(m) ? pair : multiply(m, pair)
  work.back(
    'cancel a factor',
    [],
    { u: upper, v: lower, w: k },
    divide(isUnit(upper) ? k : multiply(upper, k), bottom),
  )
  const [u, v] = (f.base as CallNode).args as [Expr, Expr]
  const square = (w: Expr): Expr => productTerm(asProduct(raise(w, integer(2))))
  work.back(
    'difference of squares',
    [1, ...(isUnit(m) ? [] : [1])],
    { u, v },
    add(square(u), negate(square(v))),
  )
}

/**
 * c·t/(M·(t + r)) → c/M − c·r/(M·(t + r)): the numerator is a term of the denominator, so adding and
 * subtracting the rest makes the denominator appear above.
 */
export const addAndSubtract: Move = function* (u, { setting }) {
  const product = asProduct(u)
  if (product.below.length === 0 || isCall(u, 'add')) return
  for (const f of product.below) {
    if (!isCall(f.base, 'add')) continue
    for (const [i, t] of f.base.args.entries()) {
      const c = overTerm(product, t, setting)
      if (!c) continue
      yield moved(u, (work) => {
        const sum = f.base as CallNode
        const others = sum.args.filter((_, k) => k !== i)
        const { num, den } = product.coefficient
        const upper = productTerm({ ...product, coefficient: rational(num), below: [] })
        const lower = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
        const factor = timesNumber(c, rational(den))
        if (!isCall(u, 'divide')) work.calculate([], divide(upper, lower))
        const cr = scaled(factor, others.length === 1 ? (others[0] as Expr) : add(...others))
        const plain = isUnit(factor)
        const whole = plain ? sum.args : sum.args.map((v) => scaled(factor, v))
        work.rule('add and subtract', [0], { u: upper, r: cr }, add(...whole, negate(cr)))
        let first: Expr = sum
        if (!plain) {
          first = multiply(factor, sum)
          work.back('distribute', [0, whole.map((_, k) => k)], { u: factor, v_: sum.args }, first)
        }
        const parts = [first, negate(cr)]
        work.rule(
          'split the fraction',
          [],
          { v_: parts, w: lower },
          add(divide(first, lower), negate(divide(cr, lower))),
        )
      })
    }
  }
}

const scaled = (c: Expr, u: Expr): Expr => (isUnit(c) ? u : productTerm(asProduct(multiply(c, u))))
const timesNumber = (u: Expr, n: Rational): Expr => productTerm(asProduct(multiply(numberTerm(n), u)))

/** The numerator of the product over the term t, if t divides it. */
function overTerm(product: Product, t: Expr, { canon }: Setting): Expr | undefined {
  const term = asProduct(t)
  if (term.below.length > 0) return undefined
  if (term.above.length === 0 && product.above.length > 0) return undefined
  const missing = without(term.above, product.above)
  if (missing.length > 0) {
    const upper = productTerm({ ...product, below: [] })
    const ratio = canon.ratio(upper, t)
    return ratio && numberTerm(ratio)
  }
  const coefficient = over(product.coefficient, term.coefficient)
  if (signOf(coefficient) === 0) return undefined
  return productTerm({ ...product, coefficient, above: without(product.above, term.above), below: [] })
}
