/**
 * The sign of a formula up to a zero r without closed form, p < r < q: away from it, on rational
 * intervals, as everywhere; between p and r because the factor that vanishes at r rises or falls there.
 */
import type { Holds, Proof } from '../expression/claim.ts'
import { call, type Expr, integer, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { put } from '../verify/claims/parts.ts'
import { by } from './by.ts'
import type { Interval, Isolated } from './interval.ts'
import { byWayOf, fromZero, inSteps, type Step, withoutLetters } from './steps.ts'
import type { Study } from './study.ts'

const ZERO = integer(0)

/** A proof for the interval, one end of which is such a zero. */
export function besideZero(claim: Holds, on: Interval, study: Study): Proof | undefined {
  for (const side of ['upper', 'lower'] as const) {
    const end = on[side]
    const isolated = typeof end === 'string' ? undefined : study.placeOf(end).isolated
    if (isolated) return awayAndNear(claim, { side, isolated, on }, study)
  }
  return undefined
}

interface Approach {
  readonly side: 'lower' | 'upper'
  readonly isolated: Isolated
  readonly on: Interval
}

function awayAndNear(claim: Holds, approach: Approach, study: Study): Proof | undefined {
  const { side, isolated, on } = approach
  const stop = numberTerm(isolated.around[side === 'upper' ? 0 : 1])
  const [below, at, above] = ['<', '=', '>'].map((head): Holds => {
    return { ...claim, assuming: [...claim.assuming, call(head, [study.x, stop])] }
  }) as [Holds, Holds, Holds]
  const [far, near] = side === 'upper' ? [below, above] : [above, below]
  const away = farFrom(far, { ...on, [side]: stop }, study)
  const there = away && by('substitution', at, study, { conditions: [call('=', [study.x, stop])] })
  const close = there && nearTo(near, approach, study)
  if (!close) return undefined
  const cases = side === 'upper' ? [away, there, close] : [close, there, away]
  return by('cases', claim, study, { terms: { u: study.x, v: stop } }, [undefined, ...cases])
}

/** What is proved without the letters is proved with them. */
function farFrom(far: Holds, on: Interval, study: Study): Proof | undefined {
  return besideZero(far, on, study) ?? withoutLetters(far, study)
}

function nearTo(claim: Holds, { side, isolated }: Approach, study: Study): Proof | undefined {
  const { of, letter, between, around, proofs } = isolated
  const monotone = proofs.find((proved) => proved.claim.kind === 'monotone')
  if (monotone?.claim.kind !== 'monotone') return undefined
  const r = symbol(letter)
  const [p, q] = between.map(numberTerm) as [Expr, Expr]
  const [low, high] = around.map(numberTerm) as [Expr, Expr]
  const isUpper = side === 'upper'
  // r, and x beside it, lie where the factor rises or falls
  const places: Step[] = [
    [call('>', [r, low]), (holds) => byWayOf([p], holds, study)],
    [call('<', [r, high]), (holds) => byWayOf([q], holds, study)],
    [call(isUpper ? '<' : '>', [study.x, isUpper ? high : low]), (holds) => byWayOf([r], holds, study)],
  ]
  const rises = monotone.claim.direction === 'increasing'
  const head = rises === isUpper ? '<' : '>'
  const there = put(of, study.variable, r)
  const [a, b] = isUpper ? [study.x, r] : [r, study.x]
  const steps: Step[] = [
    ...places,
    [
      call(head, [of, there]),
      (holds) => by('monotony', holds, study, { claim: monotone.claim, terms: { a, b } }, [monotone.proof]),
    ],
    [call(head, [of, ZERO]), (holds) => fromZero(holds, of, there, study)],
  ]
  return inSteps(claim, study, steps, (holds) => withoutLetters(holds, study))
}
