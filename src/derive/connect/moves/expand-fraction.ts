/** Fractions expanded: by what makes the denominator simpler, by a conjugate, by a factor of the other end. */
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
import type { Path } from '../../../expression/path.ts'
import { rational } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, factorTerm, type Product, productTerm, without } from '../../view.ts'
import { isUnit, powerOf } from '../factors.ts'
import { type Move, moved } from '../move.ts'
import { opposite } from '../neat/sum.ts'
import type { Work } from '../work.ts'
import { multiplyOut } from './distribute.ts'

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
