/** One fraction line, nothing to cancel, sums that are multiples of each other written alike. */
import {
  type CallNode,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  productOf,
  raise,
  same,
} from '../../../expression/expr.ts'
import { literalValue } from '../../../expression/number-term.ts'
import { isInteger, isZero, ONE, power, signOf, times } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { liftNegativePower } from '../../negative-power.ts'
import { asProduct, common, type Factor, factorTerm, productTerm, without } from '../../view.ts'
import { expose, factor } from '../factors.ts'
import type { Setting } from '../setting.ts'
import { expected, type Work } from '../work.ts'
import { absoluteSquares } from './absolute.ts'
import { exponentials, type ProductChange, powerOfPower, samePowers } from './exponents.ts'
import { surds } from './surds.ts'

export function neatProduct(u: CallNode, work: Work, setting: Setting): void {
  const product = asProduct(u)
  for (const change of CHANGES) if (change(u, product, work, setting)) return
}

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
