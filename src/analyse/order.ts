/** The order of places on the line: seen in doubles at values of the parameters, then proved. */

import type { Claim, Extended } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, mentions, same } from '../expression/expr.ts'
import { interval } from '../verify/claims/parts.ts'
import { between, type Interval } from './interval.ts'
import { Missing, Open } from './open.ts'
import { because } from './reason.ts'
import type { Study } from './study.ts'

const NEAR = 1e-9

/** The place in doubles, at a sample. */
export const numberAt = (end: Extended, study: Study, sample: readonly number[]): number =>
  end === 'infinity' ? Infinity : end === '-infinity' ? -Infinity : study.value(end, sample)

/** How the two places seem to lie at every sample: −1, 0, 1; or undefined where that differs or is not known. */
export function seemingOrder(a: Extended, b: Extended, study: Study): number | undefined {
  if (typeof a !== 'string' && typeof b !== 'string' && same(a, b)) return 0
  const orders = study.samples.map((sample) => {
    const [p, q] = [numberAt(a, study, sample), numberAt(b, study, sample)]
    if (p === q) return 0
    if (!Number.isFinite(p) || !Number.isFinite(q)) return p < q ? -1 : p > q ? 1 : Number.NaN
    return Math.abs(p - q) <= NEAR * Math.max(1, Math.min(Math.abs(p), Math.abs(q))) ? 0 : Math.sign(p - q)
  })
  const [first] = orders
  return first !== undefined && !Number.isNaN(first) && orders.every((order) => order === first)
    ? first
    : undefined
}

/** The order, proved. */
export function orderOf(a: Extended, b: Extended, study: Study): number {
  const order = seemingOrder(a, b, study)
  if (typeof a === 'string' || typeof b === 'string') {
    if (order !== undefined) return order
    throw new Open(because('order-open', { place: a }))
  }
  if (order === 0 && same(a, b)) return 0
  const condition = call(order === undefined ? '<' : (['<', '=', '>'][order + 1] as string), [a, b])
  if (order !== undefined && study.holds(study.about([a, b]), condition)) return order
  throw new Missing(condition)
}

/** Is the place inside the interval, not at an end? */
export function isWithin(at: Expr, { lower, upper }: Interval, study: Study): boolean {
  return seemingOrder(lower, at, study) === -1 && seemingOrder(at, upper, study) === -1
}

/** Does the condition bound the variable by something else? */
export function isBound(condition: Condition, variable: string): boolean {
  const [left, right] = condition.kind === 'call' ? condition.args : []
  if (condition.kind !== 'call' || !left || !right || !/^[<>]=?$/.test(condition.head)) return false
  const isX = (u: Expr): boolean => u.kind === 'symbol' && u.name === variable
  return (isX(left) && !mentions(right, variable)) || (isX(right) && !mentions(left, variable))
}

type OnSet = Extract<Claim, { readonly of: unknown }>

/** The interval that the claim is about; of several bounds the closest. */
export function intervalIn(
  { assuming, variable }: Pick<OnSet, 'assuming' | 'variable'>,
  study: Study,
): Interval {
  const { lower, upper } = interval(
    assuming.filter((c) => isBound(c, variable)),
    variable,
  )
  const closest = (bounds: typeof lower, sign: number): (typeof lower)[number] | undefined =>
    bounds.reduce<(typeof lower)[number] | undefined>((found, bound) => {
      if (!found) return bound
      const order = seemingOrder(bound.end, found.end, study)
      return order === sign || (order === 0 && !bound.closed) ? bound : found
    }, undefined)
  const [a, b] = [closest(lower, 1), closest(upper, -1)]
  return between(a?.end ?? '-infinity', b?.end ?? 'infinity', a?.closed ?? false, b?.closed ?? false)
}
