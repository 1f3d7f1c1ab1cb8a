/**
 * Limits of formulas, from their series near the point (germs.ts).
 *
 * What a limit claims: for all values of the parameters where the facts hold, the formula is defined at
 * every point near enough to `to` on the side in question, and tends to the value. `none`: it does
 * not tend to a number or to one of the infinities, or is undefined at all points near enough on a
 * side that was asked for. Without a side, both are meant; infinities have one.
 */
import { add, type Expr, mentions, negate } from '../../expression/expr.ts'
import { Facts } from '../signs.ts'
import { type Approach, guarded, neighbourhood, type Place, type Refusal, type Side } from './approach.ts'
import { TURNS } from './circular.ts'
import { Constants, Open, ZERO } from './constants.ts'
import type { Functions } from './functions.ts'
import { number, type Series } from './series.ts'

export type { Place, Side } from './approach.ts'

export type Limit =
  | {
      readonly kind: 'finite'
      readonly value: Expr
      /** From which side the values approach the limit, if that was seen: they are never equal to it near the point. */
      readonly from?: 'above' | 'below'
    }
  | { readonly kind: 'infinite'; readonly sign: 1 | -1 }
  | Refusal

/** The limit of u where the variable tends to a place, with this much work allowed. */
export function limitAt(
  u: Expr,
  name: string,
  to: Place,
  side: Side | undefined,
  known: Facts,
  work: number,
): Limit {
  const approach: Approach = { name, to, side, facts: aboutParameters(known, name), work }
  if (side !== undefined || typeof to === 'string') return oneSided(u, approach)
  return together(
    oneSided(u, { ...approach, side: 'left' }),
    oneSided(u, { ...approach, side: 'right' }),
    approach,
  )
}

/** The facts that do not mention the variable. */
function aboutParameters(facts: Facts, name: string): Facts {
  const some = facts.conditions.filter((condition) => !mentions(condition, name))
  return some.length === facts.conditions.length ? facts : new Facts(some, facts.canon)
}

function together(left: Limit, right: Limit, { facts, work }: Approach): Limit {
  for (const one of [left, right]) if (one.kind === 'none') return one
  for (const one of [left, right]) if (one.kind === 'unknown') return one
  return guarded<Limit>(() => {
    if (!agree(left, right, new Constants(facts, facts.conditions, work)))
      return { kind: 'none', reason: 'the limits from the two sides differ', isDefined: true }
    if (left.kind !== 'finite' || right.kind !== 'finite') return left
    const value = left.value.size < right.value.size ? left.value : right.value
    return { kind: 'finite', value, ...(left.from && left.from === right.from && { from: left.from }) }
  })
}

function agree(a: Limit, b: Limit, constants: Constants): boolean {
  if (a.kind === 'infinite' && b.kind === 'infinite') return a.sign === b.sign
  return a.kind === 'finite' && b.kind === 'finite' && constants.isNull(constants.minus(a.value, b.value))
}

function oneSided(u: Expr, approach: Approach): Limit {
  const { limit, angles } = along(u, approach)
  if (limit.kind !== 'unknown' || angles.length === 0) return limit
  return guarded(() => atTurns(u, approach, angles)) ?? limit
}

/**
 * The angle takes the values 2πn + kπ/4 again and again, and there the sine and the cosine are known. If
 * what comes out depends on k, there is no limit; else they may cancel, so that nothing is left of u − value.
 */
function atTurns(u: Expr, approach: Approach, angles: readonly Expr[]): Limit | undefined {
  const { algebra } = neighbourhood(approach)
  const isOne = (some: readonly Expr[]): boolean =>
    some.every((angle) => algebra.constants.isIdenticallyNull(add(angle, negate(angles[0] as Expr))))
  if (!isOne(angles)) return undefined
  let first: Limit | undefined
  for (const turn of TURNS.keys()) {
    const here = along(u, approach, turn)
    if (here.limit.kind === 'unknown' || !isOne(here.angles)) continue
    first ??= here.limit
    if (here.limit.kind === 'none' || !agree(here.limit, first, algebra.constants))
      return { kind: 'none', reason: 'it oscillates' }
  }
  if (first?.kind !== 'finite') return undefined
  const rest = along(add(u, negate(first.value)), approach).limit
  return rest.kind === 'finite' && rest.value === ZERO ? { ...rest, value: first.value } : undefined
}

/** The limit near the place; where angles that tend to infinity are kπ/4 up to full turns, if `turn` k is given. */
function along(u: Expr, approach: Approach, turn?: number): { limit: Limit; angles: readonly Expr[] } {
  const { algebra, germ } = neighbourhood(approach, turn)
  const limit = guarded(() => limitOf(germ(u), algebra))
  return { limit, angles: algebra.angles }
}

function limitOf(u: Series, algebra: Functions): Limit {
  const { constants } = algebra
  let finite = u
  while (finite.scale) {
    const parts = algebra.split(finite)
    if (parts === 'infinite') return { kind: 'infinite', sign: algebra.sign(finite) as 1 | -1 }
    finite = parts.finite
  }
  const value = constants.isKnownNull(finite.term) ? ZERO : finite.term
  if (mentions(value, algebra.variable)) throw new Open('it oscillates')
  const rest = guarded(() => algebra.sign(algebra.minus(u, number(value))))
  if (typeof rest !== 'number' || rest === 0) return { kind: 'finite', value }
  return { kind: 'finite', value, from: rest > 0 ? 'above' : 'below' }
}
