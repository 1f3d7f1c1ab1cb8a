/**
 * Conditions that are rational in one letter, as an interval: 1/y - 1 > 0 holds for 0 < y < 1. Between
 * two neighbouring zeros of the factors above and below the line no condition changes, so one point
 * of each gap, and the zeros themselves, decide.
 */
import { decide } from '../../enclose/enclose.ts'
import { point } from '../../enclose/interval.ts'
import { enclosedSigns } from '../../enclose/signs.ts'
import { type Condition, MIRRORED } from '../../expression/condition.ts'
import { call, type Expr, freeSymbols, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import {
  compareRationals,
  equalRationals,
  isZero,
  minus,
  negated,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  ZERO,
} from '../../expression/rational.ts'
import { asProduct, asSum } from '../view.ts'

/** The one letter of a condition, and all values of it at which the condition can change. */
export interface Zeros {
  readonly letter: string
  readonly zeros: readonly Rational[]
}

/** For a relation of a product to 0, if each factor is linear or has one sign. */
export function zerosOf(condition: Condition): Zeros | undefined {
  const [letter, ...others] = freeSymbols(condition)
  if (letter === undefined || others.length > 0 || condition.kind !== 'call') return undefined
  if (!MIRRORED.has(condition.head)) return undefined
  const [left, right] = condition.args as [Expr, Expr]
  const { above, below } = asProduct(left)
  if (right.kind !== 'number' || !isZero(right.value)) return undefined
  const zeros: Rational[] = []
  for (const { base } of [...above, ...below]) {
    const zero = zeroOf(base, letter)
    if (zero) zeros.push(zero)
    else if (!hasOneSign(base)) return undefined
  }
  return { letter, zeros }
}

const hasOneSign = (u: Expr): boolean => [1, 4].includes(enclosedSigns(u))

/** The zero of c·y + d. */
function zeroOf(u: Expr, letter: string): Rational | undefined {
  let [slope, start] = [ZERO, ZERO]
  for (const { coefficient, above, below } of asSum(u)) {
    const [factor, ...more] = above
    if (below.length > 0 || more.length > 0) return undefined
    if (!factor) start = plus(start, coefficient)
    else if (factor.exponent === 1n && factor.base.kind === 'symbol' && factor.base.name === letter) {
      slope = plus(slope, coefficient)
    } else return undefined
  }
  return isZero(slope) ? undefined : negated(over(start, slope))
}

/** Where all the conditions hold, as conditions on the letter itself; `undefined` if that is no interval. */
export function intervalOf(
  conditions: readonly Condition[],
  letter: string,
  zeros: readonly Rational[],
): Condition[] | undefined {
  const sorted = [...zeros]
    .sort(compareRationals)
    .filter((z, i, all) => i === 0 || !equalRationals(z, all[i - 1] as Rational))
  const between = sorted.flatMap((z, i) => {
    const next = sorted[i + 1]
    return next ? [z, over(plus(z, next), rational(2n))] : [z, plus(z, ONE)]
  })
  const [first] = sorted
  const places = first ? [minus(first, ONE), ...between] : [ZERO]
  const truths = places.map((place) => holdAt(conditions, letter, place))
  if (truths.includes(undefined)) return undefined
  const y = symbol(letter)
  const relation = (head: string, k: number): Condition => call(head, [y, numberTerm(places[k] as Rational)])
  const from = truths.indexOf(true)
  const to = truths.lastIndexOf(true)
  if (from < 0) return undefined
  const gaps = truths.slice(from, to + 1).flatMap((truth, i) => (truth ? [] : [from + i]))
  // A false place within must be a single zero: then the letter differs from it.
  if (gaps.some((k) => k % 2 === 0)) return undefined
  const isZeroPlace = (k: number): boolean => k % 2 === 1
  const lower = from === 0 ? [] : isZeroPlace(from) ? [relation('>=', from)] : [relation('>', from - 1)]
  const upper =
    to === places.length - 1 ? [] : isZeroPlace(to) ? [relation('<=', to)] : [relation('<', to + 1)]
  const single = from === to && isZeroPlace(from) ? [relation('=', from)] : [...lower, ...upper]
  return [...single, ...gaps.map((k) => relation('!=', k))]
}

const BITS = 100

function holdAt(conditions: readonly Condition[], letter: string, place: Rational): boolean | undefined {
  const at = new Map([[letter, point(place, BITS)]])
  for (const condition of conditions) {
    const truth = decide(condition, at, BITS, 20)
    if (truth === 'unknown') return undefined
    if (truth !== true) return false
  }
  return true
}
