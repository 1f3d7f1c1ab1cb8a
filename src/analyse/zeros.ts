/** The zeros of a formula on an interval: exact ones by solving, with a proof that there are no others. */

import { solve } from '../derive/solve/index.ts'
import { allOf, type Condition } from '../expression/condition.ts'
import { call, type Expr, freeSymbols, integer, isCall, mentions, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { rational } from '../expression/rational.ts'
import { put } from '../verify/claims/parts.ts'
import { opposite, unproved } from '../verify/prove.ts'
import { conditionsOf, type Interval, type Place } from './interval.ts'
import { Missing, Open } from './open.ts'
import { isWithin, orderOf } from './order.ts'
import { because } from './reason.ts'
import { settled, truthByFactors } from './settled.ts'
import type { Study } from './study.ts'

/** All zeros inside an interval, in order. */
export type Zeros =
  | { readonly kind: 'all'; readonly places: readonly Place[] }
  /** The formula is 0 throughout. */
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'unknown'; readonly reason: string }

const MILLISECONDS = 1_000

export function exactZeros(g: Expr, on: Interval, study: Study): Zeros {
  const { variable, assuming } = study
  const known = [...assuming, ...study.about([on.lower, on.upper]), ...conditionsOf(on, variable)]
  const equation = call('=', [g, integer(0)])
  const { branches, complete, reason } = solve(equation, variable, {
    assuming: known,
    budget: study.budget(MILLISECONDS),
  })
  if (!complete) return { kind: 'unknown', reason: reason ?? 'not all zeros were found' }
  const places: Place[] = []
  const facts = study.facts(study.about([on.lower, on.upper]))
  for (const { value, conditions } of branches) {
    if (isFamily(conditions)) {
      places.push(...membersOf(value, conditions, on, study))
      continue
    }
    const fixed = conditions.filter((condition) => !mentions(condition, variable))
    if (!decided(fixed, facts.with([]))) continue
    if (mentions(value, variable)) {
      const moving = conditions.filter((condition) => mentions(condition, variable))
      if (unproved(allOf(moving), study.facts(known)).length === 0) return { kind: 'everywhere' }
      continue
    }
    const at = study.neat(value)
    if (!isOutside(at, on, study)) places.push({ at })
  }
  return { kind: 'all', places: inOrder(places, study) }
}

const isFamily = (conditions: readonly Condition[]): boolean =>
  conditions.some((c) => isCall(c, '=') && isCall(c.args[0] as Expr, 'sin') && freeSymbols(c).length > 0)

const MOST_TURNS = 24

/** The members of a family of zeros, one for each whole number, that lie in a bounded interval. */
function membersOf(value: Expr, conditions: readonly Condition[], on: Interval, study: Study): Place[] {
  const outer = new Set([study.variable, ...study.letters])
  const [letter, ...others] = freeSymbols(value).filter(
    (name) => !outer.has(name) && !study.placeOf(symbol(name)).isolated,
  )
  if (typeof on.lower === 'string' || typeof on.upper === 'string')
    throw new Open(because('zeros-without-end'))
  if (letter === undefined || others.length > 0 || conditions.length === 0)
    throw new Open(because('zeros-without-end'))
  const whole = Array.from({ length: 2 * MOST_TURNS + 1 }, (_, k) =>
    numberTerm(rational(BigInt(k - MOST_TURNS))),
  )
  return whole.flatMap((n) => {
    const at = study.neat(put(value, letter, n))
    return isWithin(at, on, study) ? [{ at }] : []
  })
}

/** Do these hold? Throws where that is not known. */
function decided(conditions: readonly Condition[], facts: ReturnType<Study['facts']>): boolean {
  for (const given of conditions) {
    const condition = settled(given, facts)
    const truth = truthByFactors(condition, facts)
    if (truth === true || unproved(condition, facts).length === 0) continue
    if (truth === false) return false
    const otherwise = opposite(condition)
    if (otherwise.length > 0 && otherwise.every((c) => unproved(c, facts).length === 0)) return false
    throw new Missing(condition)
  }
  return true
}

const isOutside = (at: Expr, { lower, upper }: Interval, study: Study): boolean =>
  orderOf(at, lower, study) <= 0 || orderOf(upper, at, study) <= 0

/** The places in order, each once; the order is proved. */
export function inOrder(places: readonly Place[], study: Study): Place[] {
  const sorted: Place[] = []
  for (const place of places) {
    const orders = sorted.map(({ at }) => orderOf(at, place.at, study))
    if (orders.includes(0)) continue
    sorted.splice(orders.filter((order) => order < 0).length, 0, place)
  }
  return sorted
}
