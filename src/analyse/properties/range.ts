/** The set of values: on each piece of the domain all numbers between two ends, attained or approached. */

import type { End, Extended, Proved, Range } from '../../expression/claim.ts'
import { add, divide, type Expr, integer, mentions, negate } from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { boundBy } from '../bound.ts'
import { by } from '../by.ts'
import { conditionsOf, type Interval, isPoint } from '../interval.ts'
import { Open } from '../open.ts'
import { orderOf, seemingOrder } from '../order.ts'
import { because } from '../reason.ts'
import { RISING, type Stretch, stretchesIn } from '../stretches.ts'
import type { Study } from '../study.ts'
import { limitOf } from '../tends.ts'
import { valueAt } from '../values.ts'

export interface PieceRange {
  readonly on: Interval
  readonly low: End
  readonly high: End
}

interface Proven extends PieceRange {
  readonly proofs: readonly Proved[]
}

/** What the function takes or approaches at the ends of its stretches. */
function endsOf(stretches: readonly Stretch[], { study, shape }: Subject): End[] {
  return stretches.flatMap(({ on, sign }, i) => {
    if (sign === 0) {
      const at = study.neat(pointIn(on))
      return [{ value: valueAt(at, shape, study).is, at }]
    }
    const end = (side: 'lower' | 'upper'): End[] => {
      const at = on[side]
      if (on.closed[side] && typeof at !== 'string') return [{ value: valueAt(at, shape, study).is, at }]
      const isOuter = side === 'lower' ? i === 0 : i === stretches.length - 1
      const { is } = limitOf(study.f, at, side === 'lower' ? 'right' : 'left', study)
      if (is === undefined) throw new Open(because('no-limit', { place: at }))
      if (!isOuter) throw new Open(because('jumps'))
      return [{ value: is, towards: `${side} end` }]
    }
    return [...end('lower'), ...end('upper')]
  })
}

/** A point of the interval. */
function pointIn({ lower, upper }: Interval): Expr {
  if (typeof lower === 'string')
    return typeof upper === 'string' ? integer(0) : add(upper, negate(integer(1)))
  return typeof upper === 'string' ? add(lower, integer(1)) : divide(add(lower, upper), integer(2))
}

/** The least end, or the greatest; of equal ones the one that is attained. */
function extreme(ends: readonly End[], sign: 1 | -1, { study }: Subject, proved = false): End {
  return ends.reduce((best, end) => {
    const order = valuesOrder(end.value, best.value)
    return order === sign || (order === 0 && 'at' in end && !('at' in best)) ? end : best
  })

  function valuesOrder(a: Extended, b: Extended): number {
    const seems = seemingOrder(a, b, study)
    return proved || seems === undefined ? orderOf(a, b, study) : seems
  }
}

/** The values on one piece. */
function onPiece(on: Interval, stretches: readonly Stretch[], subject: Subject): Proven {
  const { study, shape } = subject
  if (isPoint(on)) {
    const at = on.lower as Expr
    const { is, proofs } = valueAt(at, shape, study)
    return { on, low: { value: is, at }, high: { value: is, at }, proofs }
  }
  const ends = endsOf(stretches, subject)
  const [low, high] = [extreme(ends, -1, subject), extreme(ends, 1, subject)]
  const claim: Range = {
    kind: 'range',
    assuming: [
      ...study.assuming,
      ...study.about([on.lower, on.upper, low.value, high.value]),
      ...conditionsOf(on, study.variable),
    ],
    of: study.f,
    variable: study.variable,
    low,
    high,
  }
  const what = because('values-open', { low: low.value, high: high.value })
  return { on, low, high, proofs: [proved(claim, stretches, study) ?? study.demand(claim, what)] }
}

/** The claim, the function being bounded by its stretches. */
function proved(claim: Range, stretches: readonly Stretch[], study: Study): Proved | undefined {
  const parts = (study.work.needed('ends', claim) ?? []).map((part) =>
    part.kind === 'holds' && mentions(part.condition, study.variable)
      ? boundBy(part, stretches, study)
      : undefined,
  )
  return study.known(claim, by('ends', claim, study, {}, parts))
}

const RANGES = { name: 'ranges' }

export const rangesOf = (subject: Subject): readonly Proven[] =>
  subject.study.note(RANGES, () => {
    const stretches = stretchesIn(subject.shape, RISING, subject.study)
    return subject.shape.pieces.map(({ on }, i) => onPiece(on, stretches[i] ?? [], subject))
  })

/** The least and the greatest end of all values. */
export function boundsOf(subject: Subject): { readonly low: End; readonly high: End } {
  const ranges = rangesOf(subject)
  if (ranges.length === 0) throw new Open(because('nowhere'))
  return {
    low: extreme(
      ranges.map(({ low }) => low),
      -1,
      subject,
      ranges.length > 1 && subject.study.letters.length > 0,
    ),
    high: extreme(
      ranges.map(({ high }) => high),
      1,
      subject,
      ranges.length > 1 && subject.study.letters.length > 0,
    ),
  }
}

export const range: Analyser<readonly PieceRange[]> = (subject) => {
  const ranges = rangesOf(subject)
  return {
    value: ranges.map(({ on, low, high }) => ({ on, low, high })),
    why: because('continuous-values'),
    how: ranges.some(({ low, high }) => subject.study.numbersIn([low.value, high.value]).length > 0)
      ? 'enclosed'
      : 'proved',
    evidence: ranges.flatMap(({ proofs }) => proofs),
  }
}
