/** Roots of numbers: squares out of the root, one root per product, none below the line. */
import {
  type CallNode,
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  raise,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import {
  exactRoot,
  isInteger,
  minus,
  type Rational,
  rational,
  signOf,
  times,
} from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, type Product, productTerm } from '../../view.ts'
import { expose } from '../factors.ts'
import type { Work } from '../work.ts'

const isNumberRoot = (f: Factor): boolean =>
  isCall(f.base, 'sqrt') && f.exponent === 1n && operand(f.base).kind === 'number'

/** √a·√b → √(a·b); v/√a → v·√a/a */
export function surds(_: CallNode, product: Product, work: Work): boolean {
  const [first, second] = product.above.filter(isNumberRoot)
  if (first && second) {
    const letters = { u: operand(first.base), v: operand(second.base) }
    const at = expose(work, [], product, { above: [first, second] }, multiply(first.base, second.base))
    const value = times((letters.u as { value: Rational }).value, (letters.v as { value: Rational }).value)
    work.back('square root of a product', at, letters, root(numberTerm(value)))
    return true
  }
  const low = product.below.find(isNumberRoot)
  if (!low) return false
  const rest = { ...product, below: product.below.filter((f) => f !== low) }
  const u = operand(low.base)
  const to = productTerm(asProduct(divide(multiply(productTerm(rest), low.base), u)))
  work.rule('rationalise the denominator', [], { v: productTerm(rest), u }, to)
  return true
}

const root = (u: Expr): Expr => call('sqrt', [u])

/** Numbers beyond this are not taken apart. */
const LARGEST = 10n ** 12n
const LARGEST_PRIME = 2000n

/** The largest s with s^k dividing n, by trial division. */
function powerWithin(n: bigint, k: bigint): bigint {
  let [rest, found] = [n, 1n]
  for (let p = 2n; p <= LARGEST_PRIME && p ** k <= rest; p += 1n) {
    const q = p ** k
    while (rest % q === 0n) {
      rest /= q
      found *= p
    }
    while (rest % p === 0n) rest /= p
  }
  return found * (exactRoot(rational(rest), k)?.num ?? 1n)
}

/** √n for a rational n that is no square. */
export function numberRoot(u: CallNode, work: Work): void {
  const n = operand(u)
  const value = literalValue(n)
  if (!value || signOf(value) <= 0 || value.num > LARGEST || value.den > LARGEST) return
  if (!isInteger(value)) {
    const [above, below] = [integer(value.num), integer(value.den)]
    work.calculate([0], divide(above, below))
    work.rule('square root of a fraction', [], { u: above, v: below })
    return
  }
  const s = powerWithin(value.num, 2n)
  if (s === 1n) return
  const [inside, outside] = [integer(value.num / (s * s)), integer(s)]
  work.rule('square out of the root', [], { u: outside, v: inside })
}

/** n^(p/q) for a whole n. */
export function numberPower(u: CallNode, work: Work): void {
  const [base, exponent] = [literalValue(u.args[0] as Expr), literalValue(u.args[1] as Expr)]
  if (!base || !exponent || base.num > LARGEST || base.den > LARGEST || signOf(base) <= 0) return
  if (!isInteger(base)) {
    const [a, b] = [integer(base.num), integer(base.den)]
    work.calculate([0], divide(a, b))
    work.rule('power of a fraction', [], { u: a, v: b, w: numberTerm(exponent) })
    return
  }
  const n = base.num
  for (let k = 64n; k >= 2n; k -= 1n) {
    const r = exactRoot(base, k)
    if (r && r.num > 1n) {
      const [v, w] = [integer(k), numberTerm(exponent)]
      const product = numberTerm(times(rational(k), exponent))
      work.rule('power of a power', [], { u: integer(r.num), v, w }, raise(integer(r.num), product))
      return
    }
  }
  const whole = exponent.num / exponent.den
  if (whole >= 1n) {
    const rest = numberTerm(minus(exponent, rational(whole)))
    const to = multiply(integer(n ** whole), raise(integer(n), rest))
    work.back('add exponents', [], { u: integer(n), v: integer(whole), w: rest }, to)
    return
  }
  const s = powerWithin(n, exponent.den)
  if (s === 1n) return
  const [inner, outer] = [integer(s ** exponent.den), integer(n / s ** exponent.den)]
  work.rule('power of a product', [], { u: inner, v: outer, w: numberTerm(exponent) })
}
