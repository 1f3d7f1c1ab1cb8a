/**
 * The neighbourhood of a point on one side, or of an end of the line: the distance t from it (1/|x|
 * towards an end) as the first scale, and the variable in it, a ± t or ±1/t.
 */
import { type Condition, positive } from '../../expression/condition.ts'
import { add, divide, type Expr, mentions, negate, symbol } from '../../expression/expr.ts'
import type { Facts } from '../signs.ts'
import { Constants, MINUS, NotDefined, ONE, Open, whole } from './constants.ts'
import { Functions } from './functions.ts'
import { Germs } from './germs.ts'
import { named, number, type Scale, type Series } from './series.ts'

export type Side = 'left' | 'right'
/** A point, or an end of the line. */
export type Place = Expr | 'infinity' | '-infinity'

/** Which variable tends where, and what is known. */
export interface Approach {
  readonly name: string
  readonly to: Place
  readonly side: Side | undefined
  /** They do not mention the variable. */
  readonly facts: Facts
  readonly work: number
}

export interface Neighbourhood {
  readonly algebra: Functions
  readonly distance: Scale
  /** That the variable is on this side. */
  readonly where: Condition
  /** The series of a formula there. */
  readonly germ: (u: Expr) => Series
}

/** Angles that tend to infinity are kπ/4 up to full turns if `turn` k is given. */
export function neighbourhood({ name, to, side, facts, work }: Approach, turn?: number): Neighbourhood {
  const x = symbol(name)
  const isEnd = typeof to === 'string'
  const isAbove = isEnd ? to === 'infinity' : side === 'right'
  const size = isEnd ? (isAbove ? x : negate(x)) : isAbove ? add(x, negate(to)) : add(to, negate(x))
  const where = positive(size)
  const constants = new Constants(facts, [...facts.conditions, where], work)
  const algebra = new Functions(constants, name, turn)
  const term = isEnd ? divide(ONE, size) : size
  const distance = algebra.newScale(term, () => algebra.logOfSlowest(term))
  const germ = (u: Expr): Series => {
    if (!isEnd && mentions(to, name)) throw new Open('a place does not depend on the variable')
    if (!isEnd) constants.demandDefined(to)
    const step = algebra.scaled(algebra.power(distance, isEnd ? MINUS : ONE), whole(isAbove ? 1 : -1))
    const place = isEnd ? step : algebra.sum(number(constants.settled(to)), step)
    return new Germs(algebra, named(place, x)).of(u)
  }
  return { algebra, distance, where, germ }
}

/** Nothing that can be said, and why; if it is the sign of a number that would decide, or a condition, that. */
export type Refusal =
  /** `isDefined`: on both sides the formula is defined near the point. */
  | { readonly kind: 'none'; readonly reason: string; readonly isDefined?: true }
  | { readonly kind: 'unknown'; readonly reason: string; readonly decides?: Expr }

export function guarded<T>(find: () => T): T | Refusal {
  try {
    return find()
  } catch (stopped) {
    if (stopped instanceof NotDefined)
      return { kind: 'none', reason: `undefined near the point: ${stopped.message}` }
    if (stopped instanceof RangeError) return { kind: 'unknown', reason: 'the formula is nested too deeply' }
    if (!(stopped instanceof Open)) throw stopped
    const { message: reason, decides } = stopped
    return { kind: 'unknown', reason, ...(decides && { decides }) }
  }
}
