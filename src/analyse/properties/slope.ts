/** How steep the function is: the set of values of its derivative, the Lipschitz constant, and where it is nearly flat. */

import type { End, Extended, Proved } from '../../expression/claim.ts'
import { type Expr, negate } from '../../expression/expr.ts'
import { type Analyser, type Subject, subjectOf } from '../analyser.ts'
import { conditionsOf, type Interval } from '../interval.ts'
import { Open } from '../open.ts'
import { orderOf, seemingOrder } from '../order.ts'
import { because } from '../reason.ts'
import { hasJumps } from './gaps.ts'
import { boundsOf, rangesOf } from './range.ts'

/** The least and the greatest slope on an interval on which the function has one form. */
export interface SlopeRange {
  readonly on: Interval
  readonly low: End
  readonly high: End
}

interface Found extends SlopeRange {
  readonly proofs: readonly Proved[]
}

const SLOPES = { name: 'slope ranges' }

/** The derivative as a function in its own right, patch by patch. */
export const slopesOf = ({ shape, study }: Subject): readonly Found[] =>
  study.note(SLOPES, () =>
    shape.pieces.flatMap(({ patches }) =>
      patches.map(({ on, slope }): Found => {
        if (!slope) throw new Open(because('no-rule'))
        if (study.numbersIn([on.lower, on.upper]).length > 0) throw new Open(because('form-breaks'))
        const own = subjectOf(study.of(slope.to), conditionsOf(on, study.variable))
        const { low, high } = boundsOf(own)
        return { on, low, high, proofs: rangesOf(own).flatMap(({ proofs }) => proofs) }
      }),
    ),
  )

export const slopes: Analyser<readonly SlopeRange[]> = (subject) => {
  const found = slopesOf(subject)
  if (found.length === 0) return undefined
  return {
    value: found.map(({ on, low, high }) => ({ on, low, high })),
    why: because('slopes'),
    how: found.some(({ low, high }) => subject.study.numbersIn([low.value, high.value]).length > 0)
      ? 'enclosed'
      : 'proved',
    evidence: found.flatMap(({ proofs }) => proofs),
  }
}

export interface Lipschitz {
  /** |f(x) − f(y)| ≤ L·|x − y| for all x, y in one piece of the domain, and for no smaller L. */
  readonly constant: Extended
  /** The slope that is the steepest, and whether it is attained. */
  readonly steepest: End
}

export const lipschitz: Analyser<Lipschitz> = (subject) => {
  const { study } = subject
  if (hasJumps(subject)) throw new Open(because('jumps'))
  const found = slopesOf(subject)
  if (found.length === 0) return undefined
  const sizes = found.flatMap(({ low, high }) => [
    { end: low, size: size(low, -1) },
    { end: high, size: size(high, 1) },
  ])
  const steepest = sizes.reduce((best, one) => {
    const order =
      study.letters.length > 0
        ? orderOf(one.size, best.size, study)
        : (seemingOrder(one.size, best.size, study) ?? 0)
    return order > 0 || (order === 0 && 'at' in one.end && !('at' in best.end)) ? one : best
  })
  return {
    value: { constant: steepest.size, steepest: steepest.end },
    why: because(steepest.size === 'infinity' ? 'steep-unbounded' : 'steepest'),
    how: study.numbersIn([steepest.size]).length > 0 ? 'enclosed' : 'proved',
    evidence: found.flatMap(({ proofs }) => proofs),
  }
}

/** The size of an end: of the lower one, its negative. */
function size({ value }: End, sign: 1 | -1): Extended {
  if (typeof value === 'string')
    return value === (sign > 0 ? 'infinity' : '-infinity') ? 'infinity' : '-infinity'
  return sign > 0 ? value : opposite(value)
}

const opposite = (u: Expr): Expr => {
  if (u.kind === 'call' && u.head === 'negate') return u.args[0] as Expr
  return u.kind === 'number' && u.value.num === 0n ? u : negate(u)
}
