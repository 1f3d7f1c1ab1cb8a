/**
 * The sign of a formula on an interval: its zeros, and the sign between two neighbouring ones, each
 * proved. If all signs are proved, no zero was missed, however the zeros were found: they are looked
 * for factor by factor, in a form that is only formally the same.
 */

import type { Extended } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, mentions } from '../expression/expr.ts'
import type { Facts } from '../verify/signs.ts'
import { between, conditionsOf, type Interval, inside, type Place } from './interval.ts'
import { isolatedZeros } from './isolate.ts'
import { Missing, Open, positiveCondition } from './open.ts'
import { because } from './reason.ts'
import { type Chart, partOn, zeroPart } from './signed-part.ts'
import { type Factors, factorsOf, type OpenFactor } from './slopes.ts'
import type { Study } from './study.ts'
import { exactZeros, inOrder } from './zeros.ts'

const [NEGATIVE, NULL, POSITIVE] = [1, 2, 4]

/** The chart of g inside the interval, on which g is defined and continuous. */
export function chartOf(g: Expr, on: Interval, study: Study): Chart {
  const open = inside(on)
  const product = factorsOf(g)
  if (product.sign === 0) return { parts: [zeroPart(g, open, study)], zeros: [] }
  const facts = study.facts([...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)])
  const unsettled = product.factors.filter(({ base, odd }) => !isSettled(base, odd, facts))
  demandParameters(product, unsettled, facts, study)
  const zeros = inOrder(
    unsettled.flatMap(({ base }) => zerosOf(base, open, study)),
    study,
  )
  const stops: Extended[] = [open.lower, ...zeros.map(({ at }) => at), open.upper]
  const parts = stops.slice(1).map((stop, i) => {
    const part = between(stops[i] as Extended, stop)
    const found = partOn(g, part, study)
    if (found) return found
    throw new Open(because('sign-of-open', { form: g, low: part.lower, high: part.upper }))
  })
  return { parts, zeros }
}

/** Is its sign known, as far as it matters? */
function isSettled(base: Expr, odd: boolean, facts: Facts): boolean {
  const signs = facts.signs(base)
  return odd ? signs === NEGATIVE || signs === POSITIVE : (signs & NULL) === 0
}

/** The signs of factors without the variable must be known: a letter is positive, a difference such that the whole is. */
function demandParameters(
  { sign, factors }: Factors,
  unsettled: readonly OpenFactor[],
  facts: Facts,
  { variable }: Study,
): void {
  const fixed = unsettled.filter(({ base }) => !mentions(base, variable))
  const named = fixed.find(({ base }) => base.kind === 'symbol') ?? fixed[0]
  if (!named) return
  const isLast = unsettled.length === 1 && named.odd && named.base.kind !== 'symbol'
  const others = factors.filter(
    ({ base, odd }) => odd && base !== named.base && facts.signs(base) === NEGATIVE,
  )
  const isNegative = isLast && sign * (others.length % 2 === 0 ? 1 : -1) < 0
  const condition = positiveCondition(named.base)
  throw new Missing(isNegative ? mirrored(condition) : condition)
}

const mirrored = (condition: Condition): Condition =>
  condition.kind === 'call' ? call('<', condition.args) : condition

function zerosOf(factor: Expr, on: Interval, study: Study): readonly Place[] {
  const zeros = exactZeros(factor, on, study)
  if (zeros.kind === 'all') return zeros.places
  return isolatedZeros(factor, on, zeros.kind === 'unknown' ? zeros.reason : 'it is 0 throughout', study)
}
