/**
 * The sign of a formula on an interval: its zeros, and the sign between two neighbouring ones, each
 * proved. If all signs are proved, no zero was missed, however the zeros were found: they are looked
 * for factor by factor, in a form that is only formally the same.
 */
import type { Extended } from '../expression/claim.ts'
import { type Expr, mentions } from '../expression/expr.ts'
import { between, conditionsOf, type Interval, inside, type Place } from './interval.ts'
import { isolatedZeros } from './isolate.ts'
import { Missing, Open, positiveCondition } from './open.ts'
import { printed } from './printed.ts'
import { type Chart, partOn, zeroPart } from './signed-part.ts'
import { factorsOf } from './slopes.ts'
import type { Study } from './study.ts'
import { exactZeros, inOrder } from './zeros.ts'

const [NEGATIVE, NULL, POSITIVE] = [1, 2, 4]

/** The chart of g inside the interval, on which g is defined and continuous. */
export function chartOf(g: Expr, on: Interval, study: Study): Chart {
  const open = inside(on)
  const factors = factorsOf(g)
  if (!factors) return { parts: [zeroPart(g, open, study)], zeros: [] }
  const facts = study.facts([...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)])
  const unsettled = factors.filter(({ base, odd }) => {
    const signs = facts.signs(base)
    return odd ? signs !== NEGATIVE && signs !== POSITIVE : (signs & NULL) !== 0
  })
  for (const { base } of unsettled)
    if (!mentions(base, study.variable)) throw new Missing(positiveCondition(base))
  const zeros = inOrder(
    unsettled.flatMap(({ base }) => zerosOf(base, open, study)),
    study,
  )
  const stops: Extended[] = [open.lower, ...zeros.map(({ at }) => at), open.upper]
  const parts = stops.slice(1).map((stop, i) => {
    const part = between(stops[i] as Extended, stop)
    const found = partOn(g, part, study)
    if (found) return found
    const where = `between ${printed(part.lower)} and ${printed(part.upper)}`
    throw new Open(`the sign of ${printed(g)} ${where} is not proved`)
  })
  return { parts, zeros }
}

function zerosOf(factor: Expr, on: Interval, study: Study): readonly Place[] {
  const zeros = exactZeros(factor, on, study)
  if (zeros.kind === 'all') return zeros.places
  return isolatedZeros(factor, on, zeros.kind === 'unknown' ? zeros.reason : 'it is 0 throughout', study)
}
