/**
 * Conditions that are rational in one letter, as an interval: 1/y - 1 > 0 holds for 0 < y < 1. Between
 * two neighbouring zeros of the factors above and below the line no condition changes, so one point
 * of each gap, and the zeros themselves, decide.
 */
import { enclosedSigns } from '../../enclose/signs.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  add,
  call,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  negate,
  same,
  symbol,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import {
  compareRationals,
  equalRationals,
  exactRoot,
  isZero,
  minus,
  negated,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  signOf,
  times,
  ZERO,
} from '../../expression/rational.ts'
import { asProduct, asSum, type Factor, productTerm, sumTerm } from '../view.ts'

export type Sign = -1 | 0 | 1

/** A condition on one letter: all values at which it can change, and whether it holds at a value. */
export interface Sole {
  readonly letter: string
  readonly zeros: readonly Rational[]
  readonly holds: (at: Rational) => boolean
}

/** A factor: its sign at a value of the letter, and its zeros. */
interface SignedFactor {
  readonly zeros: readonly Rational[]
  readonly sign: (at: Rational) => Sign
}

/** For a relation of a product, or of a difference, to 0, if each factor is linear, quadratic with two zeros, or has one sign. */
export function soleLetter(condition: Condition): Sole | undefined {
  const [letter, ...others] = freeSymbols(condition)
  if (letter === undefined || others.length > 0 || condition.kind !== 'call') return undefined
  const allowed = ALLOWED.get(condition.head)
  const [left, right] = condition.args as [Expr, Expr]
  const isNull = right?.kind === 'number' && isZero(right.value)
  if (!allowed) return undefined
  const { coefficient, above, below } = asProduct(isNull ? left : sumTerm(asSum(add(left, negate(right)))))
  const read = (factors: readonly Factor[]): readonly (SignedFactor | undefined)[] =>
    factors.map(({ base, exponent }) => factorOf(base, letter, exponent))
  const [upper, lower] = [read(above), read(below)]
  const factors = [...upper, ...lower].flatMap((factor) => factor ?? [])
  if (factors.length < upper.length + lower.length) return undefined
  const holds = (at: Rational): boolean => {
    const signs = factors.map((factor) => factor.sign(at))
    if (signs.slice(upper.length).includes(0)) return false
    return allowed.includes(signs.reduce((a, b) => (a * b) as Sign, signOf(coefficient)))
  }
  return { letter, zeros: factors.flatMap(({ zeros }) => zeros), holds }
}

/** The signs that a difference may have. */
export const ALLOWED: ReadonlyMap<string, readonly Sign[]> = new Map([
  ['>', [1]],
  ['>=', [0, 1]],
  ['<', [-1]],
  ['<=', [-1, 0]],
  ['=', [0]],
  ['!=', [-1, 1]],
])

function factorOf(u: Expr, letter: string, exponent: bigint): SignedFactor | undefined {
  const raised = (sign: Sign): Sign => (exponent % 2n === 0n ? ((sign * sign) as Sign) : sign)
  const fixed = fixedSign(u)
  if (fixed) return { zeros: [], sign: () => raised(fixed) }
  if (isCall(u, 'sqrt')) return rootIn(u.args[0] as Expr, letter)
  const linear = linearIn(u, letter)
  if (!linear) return quadraticIn(u, letter, raised)
  const { zero, rising } = linear
  return { zeros: [zero], sign: (at) => raised((compareRationals(at, zero) * rising) as Sign) }
}

/** The root of a product: 0 where that is; where it is negative, another condition speaks. */
function rootIn(u: Expr, letter: string): SignedFactor | undefined {
  const inside = soleLetter(call('>', [u, integer(0)]))
  if (inside?.letter !== letter) return undefined
  return { zeros: inside.zeros, sign: (at) => (inside.holds(at) ? 1 : 0) }
}

/** (y² − q²)·k, q and k rational: negative between −q and q, for k > 0. */
function quadraticIn(u: Expr, letter: string, raised: (sign: Sign) => Sign): SignedFactor | undefined {
  const coefficients = [ZERO, ZERO, ZERO]
  for (const { coefficient, above, below } of asSum(u)) {
    const [own, ...more] = above
    const degree = own ? Number(own.exponent) : 0
    const isOwn = own === undefined || (own.base.kind === 'symbol' && own.base.name === letter)
    if (!isOwn || more.length > 0 || below.length > 0 || degree > 2) return undefined
    coefficients[degree] = plus(coefficients[degree] as Rational, coefficient)
  }
  const [c, b, a] = coefficients as [Rational, Rational, Rational]
  if (isZero(a)) return undefined
  const middle = over(negated(b), times(rational(2n), a))
  const half = exactRoot(minus(times(middle, middle), over(c, a)), 2n)
  if (!half) return undefined
  const zeros = [minus(middle, half), plus(middle, half)] as const
  const sign = (at: Rational): Sign =>
    (compareRationals(at, zeros[0]) * compareRationals(at, zeros[1]) * signOf(a)) as Sign
  return { zeros, sign: (at) => raised(sign(at)) }
}

/** The sign of what is never 0 and never changes it. */
function fixedSign(u: Expr): Sign | undefined {
  const signs = enclosedSigns(u)
  return signs === 1 ? -1 : signs === 4 ? 1 : undefined
}

/** The zero of k·(c·y + d), c and d rational, k a constant, and whether it rises: pi*n - pi has the zero 1. */
function linearIn(u: Expr, letter: string): { readonly zero: Rational; readonly rising: Sign } | undefined {
  let [slope, start] = [ZERO, ZERO]
  const constants: Expr[] = []
  for (const term of asSum(u)) {
    const isOwn = ({ base, exponent }: Factor): boolean =>
      exponent === 1n && base.kind === 'symbol' && base.name === letter
    const above = term.above.filter((f) => !isOwn(f))
    constants.push(productTerm({ ...term, coefficient: ONE, above }))
    if (above.length < term.above.length) slope = plus(slope, term.coefficient)
    else start = plus(start, term.coefficient)
  }
  const [k] = constants
  const sign = k !== undefined && freeSymbols(k).length === 0 ? fixedSign(k) : undefined
  if (isZero(slope) || !sign || !constants.every((other) => same(other, k as Expr))) return undefined
  return { zero: negated(over(start, slope)), rising: (signOf(slope) * sign) as Sign }
}

/** The conditions on a letter that hold exactly where all of these do; `undefined` if that is no interval. */
export function intervalOf(conditions: readonly Sole[], letter: string): Condition[] | undefined {
  const sorted = conditions
    .flatMap(({ zeros }) => zeros)
    .sort(compareRationals)
    .filter((z, i, all) => i === 0 || !equalRationals(z, all[i - 1] as Rational))
  const between = sorted.flatMap((z, i) => {
    const next = sorted[i + 1]
    return next ? [z, over(plus(z, next), rational(2n))] : [z, plus(z, ONE)]
  })
  const [first] = sorted
  const places = first ? [minus(first, ONE), ...between] : [ZERO]
  const truths = places.map((place) => conditions.every((condition) => condition.holds(place)))
  return intervalFrom(truths, symbol(letter), sorted.map(numberTerm))
}

/** The same, from the truth below, at, and above each of the borders in turn. */
export function intervalFrom(
  truths: readonly boolean[],
  y: Expr,
  borders: readonly Expr[],
): Condition[] | undefined {
  const relation = (head: string, k: number): Condition => call(head, [y, borders[(k - 1) / 2] as Expr])
  const from = truths.indexOf(true)
  const to = truths.lastIndexOf(true)
  if (from < 0) return undefined
  const gaps = truths.slice(from, to + 1).flatMap((truth, i) => (truth ? [] : [from + i]))
  // A false place within must be a single border: then the letter differs from it.
  if (gaps.some((k) => k % 2 === 0)) return undefined
  const isBorder = (k: number): boolean => k % 2 === 1
  const lower = from === 0 ? [] : isBorder(from) ? [relation('>=', from)] : [relation('>', from - 1)]
  const upper = to === truths.length - 1 ? [] : isBorder(to) ? [relation('<=', to)] : [relation('<', to + 1)]
  const single = from === to && isBorder(from) ? [relation('=', from)] : [...lower, ...upper]
  return [...single, ...gaps.map((k) => relation('!=', k))]
}
