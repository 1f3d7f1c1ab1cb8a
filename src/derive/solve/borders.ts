/**
 * Conditions on a letter between borders that are formulas: (a - y)/y > 0 is y > 0 and y < a, where a is
 * known to be positive. The factors above and below the line are linear in the letter or of known sign,
 * and which border comes first is known; so each condition is one on each gap between borders.
 */
import type { Condition } from '../../expression/condition.ts'
import { add, divide, type Expr, mentions, negate, sumOf, symbol } from '../../expression/expr.ts'
import { isZero, signOf } from '../../expression/rational.ts'
import type { Facts } from '../../verify/signs.ts'
import { asProduct, asSum, type Factor, productTerm, sumTerm } from '../view.ts'
import { ALLOWED, intervalFrom, type Sign } from './intervals.ts'

/** A factor: where it is 0, if it varies, and its sign beyond that. */
interface SignedFactor {
  readonly zero: Expr | undefined
  readonly sign: Sign
  readonly isEven: boolean
  readonly isBelow: boolean
}

/** The sign that the facts give u, if they give it one. */
function signIn(facts: Facts, u: Expr): Sign {
  const signs = facts.signs(u)
  return signs === 4 ? 1 : signs === 1 ? -1 : 0
}

/** The condition as conditions on one of the letters alone, where both its sides are defined. */
export function bordered(
  condition: Condition,
  letters: readonly string[],
  facts: Facts,
  tidied: (u: Expr) => Expr,
): Condition[] | undefined {
  const allowed = condition.kind === 'call' ? ALLOWED.get(condition.head) : undefined
  if (!allowed || condition.kind !== 'call') return undefined
  const [left, right] = condition.args as [Expr, Expr]
  const isNull = right.kind === 'number' && isZero(right.value)
  const product = asProduct(isNull ? left : sumTerm(asSum(add(left, negate(right)))))
  for (const letter of letters) {
    const read = (isBelow: boolean) => (factor: Factor) => factorOf(factor, letter, isBelow, facts, tidied)
    const factors = [...product.above.map(read(false)), ...product.below.map(read(true))]
    const known = factors.flatMap((factor) => factor ?? [])
    const borders = known.length === factors.length ? inOrder(known, facts) : undefined
    if (!borders || borders.length === 0) continue
    const truths = Array.from({ length: 2 * borders.length + 1 }, (_, place) => {
      const signs = known.map((factor) => signAt(factor, place, borders))
      const isOutside = signs.some((sign, i) => sign === 0 && known[i]?.isBelow)
      return (
        !isOutside && allowed.includes(signs.reduce((p, q) => (p * q) as Sign, signOf(product.coefficient)))
      )
    })
    const found = intervalFrom(truths, symbol(letter), borders)
    if (found) return found
  }
  return undefined
}

/** The sign of the factor below, at, or above a border: at the odd places are the borders. */
function signAt({ zero, sign, isEven }: SignedFactor, place: number, borders: readonly Expr[]): Sign {
  const at = zero ? 2 * borders.indexOf(zero) + 1 : -1
  if (place === at) return 0
  return isEven ? 1 : zero && place < at ? (-sign as Sign) : sign
}

function factorOf(
  { base, exponent }: Factor,
  letter: string,
  isBelow: boolean,
  facts: Facts,
  tidied: (u: Expr) => Expr,
): SignedFactor | undefined {
  const isEven = exponent % 2n === 0n
  if (!mentions(base, letter)) {
    const sign = signIn(facts, base)
    return sign === 0 ? undefined : { zero: undefined, sign, isEven, isBelow }
  }
  const slopes: Expr[] = []
  const rest: Expr[] = []
  for (const term of asSum(base)) {
    const own = term.above.find((f) => f.base.kind === 'symbol' && f.base.name === letter)
    const other = productTerm({ ...term, above: term.above.filter((f) => f !== own) })
    if (own && (own.exponent !== 1n || mentions(other, letter))) return undefined
    if (own) slopes.push(other)
    else rest.push(other)
  }
  if (slopes.length === 0 || rest.some((u) => mentions(u, letter))) return undefined
  const slope = sumOf(slopes)
  const sign = signIn(facts, slope)
  const zero = tidied(divide(negate(sumOf(rest)), slope))
  return sign === 0 ? undefined : { zero, sign, isEven, isBelow }
}

/** The zeros of the factors in their order, if there are one or two and it is known. */
function inOrder(factors: readonly SignedFactor[], facts: Facts): Expr[] | undefined {
  const [first, second, ...more] = factors.flatMap(({ zero }) => zero ?? [])
  if (!first || more.length > 0) return undefined
  if (!second) return [first]
  const sign = signIn(facts, add(second, negate(first)))
  return sign === 0 ? undefined : sign > 0 ? [first, second] : [second, first]
}
