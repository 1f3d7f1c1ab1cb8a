/**
 * Reading a term as a product or as a sum, the way arithmetic sees it, and writing it back as a
 * person would: number first, sign outside, one fraction line, equal factors as powers, like terms
 * together. Order is kept. A view identifies only what a calculation may (see canonical.ts).
 */
import {
  add,
  type CallNode,
  divide,
  type Expr,
  integer,
  isCall,
  negate,
  numeral,
  productOf,
  raise,
  same,
} from '../expression/expr.ts'
import {
  gcd,
  isDecimal,
  isInteger,
  isOne,
  isZero,
  negated,
  ONE,
  over,
  plus,
  power,
  type Rational,
  rational,
  signOf,
  times,
} from '../expression/rational.ts'

export interface Factor {
  readonly base: Expr
  /** ≥ 1 */
  readonly exponent: bigint
}

/** coefficient · ∏ above / ∏ below */
export interface Product {
  readonly coefficient: Rational
  /** Was one of the numbers typed with a decimal point? */
  readonly decimal: boolean
  readonly above: readonly Factor[]
  readonly below: readonly Factor[]
}

/** A product while it is being gathered. */
interface Gathering {
  coefficient: Rational
  decimal: boolean
  readonly above: { base: Expr; exponent: bigint }[]
  readonly below: { base: Expr; exponent: bigint }[]
}

/** u as a product. */
export function asProduct(u: Expr): Product {
  const product: Gathering = { coefficient: ONE, decimal: false, above: [], below: [] }
  gather(product, u, 1n, true)
  return product
}

/** Multiplies by v^k, or divides by it. */
function gather(product: Gathering, v: Expr, k: bigint, isAbove: boolean): void {
  if (v.kind === 'number' && gatherNumber(product, v.value, k, isAbove)) return
  if (v.kind === 'call' && gatherOperands(product, v, k, isAbove)) return
  gatherFactor(product, v, k, isAbove)
}

/** False for what is no product, quotient, negative or whole power. */
function gatherOperands(product: Gathering, { head, args }: CallNode, k: bigint, isAbove: boolean): boolean {
  const [a, b] = args as readonly [Expr, Expr]
  switch (head) {
    case 'negate':
      if (k % 2n === 1n) product.coefficient = negated(product.coefficient)
      gather(product, a, k, isAbove)
      return true
    case 'multiply':
      for (const arg of args) gather(product, arg, k, isAbove)
      return true
    case 'divide':
      if (!isAbove && !isNonZeroNumber(b)) return false
      gather(product, a, k, isAbove)
      gather(product, b, k, !isAbove)
      return true
    case 'power':
      if (b.kind !== 'number' || !isInteger(b.value) || signOf(b.value) <= 0) return false
      gather(product, a, k * b.value.num, isAbove)
      return true
    default:
      return false
  }
}

/** False for what is no number: 0 below the line, or a power too large to write out. */
function gatherNumber(product: Gathering, value: Rational, k: bigint, isAbove: boolean): boolean {
  const powered = power(value, k)
  if (!powered || (isZero(powered) && !isAbove)) return false
  product.coefficient = isAbove ? times(product.coefficient, powered) : over(product.coefficient, powered)
  product.decimal ||= value.den !== 1n
  return true
}

/** Adds base^exponent to factors gathered by base, in order of appearance. */
function gatherFactor(product: Gathering, base: Expr, exponent: bigint, isAbove: boolean): void {
  const factors = isAbove ? product.above : product.below
  for (const factor of factors) {
    if (factor.base.hash !== base.hash || !same(factor.base, base)) continue
    factor.exponent += exponent
    return
  }
  factors.push({ base, exponent })
}

const isNonZeroNumber = (u: Expr): boolean => u.kind === 'number' && !isZero(u.value)

/** base^exponent, or the base alone. */
export const factorTerm = ({ base, exponent }: Factor): Expr =>
  exponent === 1n ? base : raise(base, integer(exponent))

/** The number as a person keeps it: with a decimal point if it came with one. */
const magnitude = (value: Rational, decimal: boolean): { above: Expr; below: Expr } =>
  decimal && isDecimal(value)
    ? { above: numeral(value), below: integer(1) }
    : { above: integer(value.num), below: integer(value.den) }

const isNumeralOne = (u: Expr): boolean => u.kind === 'number' && isOne(u.value)

/** Letters, powers of letters, functions, exponentials, brackets: the order in which people write. */
function rank({ base }: Factor): number {
  if (base.kind !== 'call') return 0
  if (base.head === 'add') return 4
  if (base.head === 'exp') return 3
  return base.head === 'power' && base.args[0]?.kind === 'symbol' ? 1 : 2
}

/** The factors in reading order. */
function inReadingOrder(factors: readonly Factor[]): readonly Factor[] {
  for (let i = 1; i < factors.length; i += 1) {
    if (rank(factors[i - 1] as Factor) > rank(factors[i] as Factor))
      return [...factors].sort((f, g) => rank(f) - rank(g))
  }
  return factors
}

/** The factors with a number before them, unless it is 1. */
function led(number: Expr, factors: readonly Factor[]): Expr {
  const terms = isNumeralOne(number) ? [] : [number]
  for (const factor of inReadingOrder(factors)) terms.push(factorTerm(factor))
  return productOf(terms)
}

/** The product written as one fraction with its sign in front. */
export function productTerm({ coefficient, decimal, above, below }: Product): Expr {
  const isNegative = signOf(coefficient) < 0
  const number = magnitude(isNegative ? negated(coefficient) : coefficient, decimal)
  const numerator = led(number.above, above)
  const denominator = led(number.below, below)
  const fraction = isNumeralOne(denominator) ? numerator : divide(numerator, denominator)
  return isNegative ? negate(fraction) : fraction
}

/** u as a sum: products whose parts above and below the line differ pairwise. */
export function asSum(u: Expr): Product[] {
  const terms: Product[] = []
  const buckets = new Map<number, number[]>()
  const put = (term: Product): void => {
    const name = nameOf(term)
    const bucket = buckets.get(name)
    const place = bucket?.find((i) => isLike(terms[i] as Product, term))
    if (place === undefined) {
      const fresh = terms.push(term) - 1
      if (bucket) bucket.push(fresh)
      else buckets.set(name, [fresh])
      return
    }
    const known = terms[place] as Product
    terms[place] = {
      ...known,
      coefficient: plus(known.coefficient, term.coefficient),
      decimal: known.decimal || term.decimal,
    }
  }
  const visit = (v: Expr, sign: Rational): void => {
    if (isCall(v, 'add')) for (const arg of v.args) visit(arg, sign)
    else if (isCall(v, 'negate')) visit(v.args[0] as Expr, negated(sign))
    else {
      const product = asProduct(v)
      const opened = lonelySum(product)
      if (opened) visit(opened, times(sign, product.coefficient))
      else put(sign === ONE ? product : { ...product, coefficient: times(sign, product.coefficient) })
    }
  }
  visit(u, ONE)
  return terms
}

/** The sum that a product is, up to its sign. */
function lonelySum({ coefficient, above, below }: Product): Expr | undefined {
  const [only] = above
  const unit = coefficient.den === 1n && (coefficient.num === 1n || coefficient.num === -1n)
  return unit && above.length === 1 && below.length === 0 && only?.exponent === 1n && isCall(only.base, 'add')
    ? only.base
    : undefined
}

/** A number that agrees for like terms: independent of order and of the coefficient. */
function nameOf(term: Product): number {
  let name = 0
  for (const { base, exponent } of term.above) name += Math.imul(base.hash, Number(exponent % 8191n) * 2 + 1)
  for (const { base, exponent } of term.below) name ^= Math.imul(base.hash, Number(exponent % 8191n) * 2 + 7)
  return name | 0
}

const sameFactors = (a: readonly Factor[], b: readonly Factor[]): boolean =>
  a.length === b.length && a.every((f) => b.some((g) => f.exponent === g.exponent && same(f.base, g.base)))

const isLike = (a: Product, b: Product): boolean =>
  sameFactors(a.above, b.above) && sameFactors(a.below, b.below)

/** The sum written with a positive term first if there is one. */
export function sumTerm(terms: readonly Product[]): Expr {
  if (terms.length === 0) return integer(0)
  const lead = terms.findIndex((term) => signOf(term.coefficient) > 0)
  const ordered =
    lead > 0 ? [terms[lead] as Product, ...terms.slice(0, lead), ...terms.slice(lead + 1)] : terms
  const written = ordered.map(productTerm)
  return written.length === 1 ? (written[0] as Expr) : add(...written)
}

/** u with like terms collected and zeros dropped, whatever their domain: for looking ahead. */
export const collected = (u: Expr): Expr => sumTerm(asSum(u).filter((term) => !isZero(term.coefficient)))

/** The product without these factors (each occurring in it at least as often). */
export function without(factors: readonly Factor[], gone: readonly Factor[]): Factor[] {
  const left: Factor[] = []
  for (const { base, exponent } of factors) {
    const rest = exponent - (exponentOf(base, gone) ?? 0n)
    if (rest > 0n) left.push({ base, exponent: rest })
  }
  return left
}

/** The factors that occur in both, as often as in the one that has fewer. */
export function common(a: readonly Factor[], b: readonly Factor[]): Factor[] {
  const shared: Factor[] = []
  for (const factor of a) {
    const other = exponentOf(factor.base, b)
    if (other !== undefined)
      shared.push(factor.exponent < other ? factor : { base: factor.base, exponent: other })
  }
  return shared
}

/** The exponent of the base among the factors. */
function exponentOf(base: Expr, factors: readonly Factor[]): bigint | undefined {
  for (const factor of factors) if (same(factor.base, base)) return factor.exponent
  return undefined
}

/** The rational number that leaves coprime whole coefficients, negative if all of them are. */
export function contentOf(terms: readonly Product[]): Rational {
  let [num, den] = [0n, 1n]
  for (const { coefficient } of terms) {
    num = gcd(num, coefficient.num)
    den = (den * coefficient.den) / gcd(den, coefficient.den)
  }
  const isNegative = terms.every(({ coefficient }) => signOf(coefficient) < 0)
  return num === 0n ? ONE : rational(isNegative ? -num : num, den)
}
