/** Zeros counted by the stretches on which the function rises or falls: none or one on each, by the values at its ends. */
import { type Interval, isPoint, sameEnd } from '../../analyse/interval.ts'
import { numberAt, orderOf, seemingOrder } from '../../analyse/order.ts'
import { bisected } from '../../analyse/proofs/numbers.ts'
import { limitOf } from '../../analyse/tends.ts'
import { double } from '../../decide/double.ts'
import type { Extended, Proved } from '../../expression/claim.ts'
import { call, integer } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import { type Ground, stop } from '../ground.ts'
import type { Evidence } from '../judgement.ts'
import { continuousOn } from './regularity.ts'

export interface Crossings {
  /** In decimals. */
  readonly near: readonly number[]
  readonly evidence: readonly Evidence[]
}

/** All zeros, of which two next to each other do not lie on one stretch; throws where that stays open. */
export function crossings(ground: Ground): Crossings {
  const moves = ground.need('monotone')
  const continuous = continuousOn(ground)
  if (continuous.verdict !== 'true')
    stop('its zeros were not counted, since it is not known to be continuous')
  const evidence: Evidence[] = [...moves.evidence, ...ground.domain.outside]
  if ('evidence' in continuous) evidence.push(...continuous.evidence)
  const near: number[] = []
  if (ground.pieces.some(isPoint) || ground.study.letters.length > 0) stop('its zeros were not counted')
  for (const piece of ground.pieces) {
    const parts = moves.value.filter(({ on }) => isInside(on, piece, ground))
    if (
      !covers(
        parts.map(({ on }) => on),
        piece,
      )
    )
      stop('what it does between its stretches is not known')
    for (const [i, { on, direction }] of parts.entries()) {
      if (direction === 'constant') stop('it is constant somewhere')
      const [a, b] = [endOf(on, 'lower', ground), endOf(on, 'upper', ground)]
      evidence.push(...a.proofs, ...b.proofs)
      if (a.sign * b.sign < 0) near.push(zeroOn(on, ground))
      if (a.sign === 0 && on.closed.lower) near.push(numberAt(on.lower, ground.study, []))
      // the end that two stretches share is counted with the later one
      if (b.sign === 0 && on.closed.upper && i === parts.length - 1)
        near.push(numberAt(on.upper, ground.study, []))
    }
  }
  return { near, evidence }
}

const isInside = (on: Interval, piece: Interval, { study }: Ground): boolean =>
  seemingOrder(on.lower, piece.lower, study) !== -1 && seemingOrder(on.upper, piece.upper, study) !== 1

/** Do the stretches, each closed where it meets the next, make up the piece? */
function covers(parts: readonly Interval[], piece: Interval): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || !sameEnd(first.lower, piece.lower) || !sameEnd(last.upper, piece.upper)) return false
  if (first.closed.lower !== piece.closed.lower || last.closed.upper !== piece.closed.upper) return false
  return parts.slice(1).every((next, i) => {
    const before = parts[i] as Interval
    return sameEnd(before.upper, next.lower) && before.closed.upper && next.closed.lower
  })
}

interface EndSign {
  readonly sign: number
  readonly proofs: readonly Proved[]
}

const ZERO = integer(0)
const HEADS = [
  [0, '='],
  [1, '>'],
  [-1, '<'],
] as const

/** The sign of the value at a closed end, or of the limit at an open one. */
function endOf(on: Interval, side: 'lower' | 'upper', { f, variable, study }: Ground): EndSign {
  const at: Extended = on[side]
  if (on.closed[side] && typeof at !== 'string') {
    for (const [sign, head] of HEADS) {
      const assuming = [...study.assuming, ...study.about([at])]
      const proof = study.known({
        kind: 'holds',
        assuming,
        condition: call(head, [put(f, variable, at), ZERO]),
      })
      if (proof) return { sign, proofs: [proof] }
    }
    return stop('its sign where it turns is not known')
  }
  const { is, proof, reason } = limitOf(f, at, side === 'lower' ? 'right' : 'left', study)
  if (is === undefined || !proof) return stop(reason ?? 'a limit is not known')
  if (typeof is === 'string') return { sign: is === 'infinity' ? 1 : -1, proofs: [proof] }
  return { sign: study.sameValue(is, ZERO) ? 0 : orderOf(is, ZERO, study), proofs: [proof] }
}

const FAR = 1e6

/** Where it is, in decimals. */
function zeroOn(on: Interval, { f, variable, study }: Ground): number {
  const [a, b] = [numberAt(on.lower, study, []), numberAt(on.upper, study, [])]
  const inner = (x: number): number => Math.max(-FAR, Math.min(FAR, x))
  const of = double(f, [variable])
  const nudge = 1e-12 * Math.max(1, Math.abs(inner(b) - inner(a)))
  return bisected(of, inner(a) + nudge, inner(b) - nudge)
}
