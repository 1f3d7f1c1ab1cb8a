/**
 * Stretches: intervals, as long as they can be, on which the function rises, falls or stays the same,
 * or on which its derivative does; closed where the function is continuous at their end.
 */

import type { Bent, Monotone, Proved } from '../expression/claim.ts'
import { noteBreaks } from './breaks.ts'
import { chartOf } from './chart.ts'
import { between, conditionsOf, type Interval } from './interval.ts'
import { Open } from './open.ts'
import { because } from './reason.ts'
import type { Sign } from './seeming.ts'
import type { Patch, Piece, Shape } from './shape.ts'
import { slopeOf } from './slopes.ts'
import type { Study } from './study.ts'

export interface Stretch {
  readonly on: Interval
  /** Of the derivative, or of the second one. */
  readonly sign: Sign
  readonly proofs: readonly Proved[]
}

/** An open interval on which the derivative of that order has one sign. */
interface Part {
  readonly on: Interval
  readonly sign: Sign
}

/** What a stretch claims. */
interface Kind {
  readonly order: 1 | 2
  readonly claim: (on: Interval, sign: Sign, strictly: boolean, study: Study) => Monotone | Bent
}

const about = (on: Interval, strictly: boolean, study: Study) => ({
  assuming: [...study.assuming, ...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)],
  of: study.f,
  variable: study.variable,
  strictly,
})

export const RISING: Kind = {
  order: 1,
  claim: (on, sign, strictly, study) => ({
    kind: 'monotone',
    ...about(on, strictly, study),
    direction: sign < 0 ? 'decreasing' : 'increasing',
  }),
}

export const BENDING: Kind = {
  order: 2,
  claim: (on, sign, strictly, study) => ({
    kind: 'bent',
    ...about(on, strictly, study),
    direction: sign < 0 ? 'concave' : 'convex',
  }),
}

/** The parts of the patch on which the derivative has one sign; its zeros are noted as turns. */
function partsOf({ on, slope, form }: Patch, order: 1 | 2, study: Study): readonly Part[] {
  const derived = order === 1 ? slope : slope && slopeOf(slope.to, study)
  if (!derived) throw new Open(because('no-rule-for', { form }))
  const { parts, zeros } = chartOf(derived.to, on, study)
  const turning = order === 1 ? [study.f, form] : [slope?.to ?? form]
  for (const u of turning) noteBreaks(u, 'turn', zeros, study)
  return parts
}

function stretchesOf(piece: Piece, kind: Kind, study: Study): Stretch[] {
  const parts = piece.patches.flatMap((patch) => partsOf(patch, kind.order, study))
  const found: Stretch[] = []
  for (const part of parts) {
    const last = found.at(-1)
    const wider = last && between(last.on.lower, part.on.upper, last.on.closed.lower)
    const joined =
      wider && last.sign === part.sign ? stretch(wider, part.sign, piece, kind, study) : undefined
    if (joined) found[found.length - 1] = joined
    else found.push(stretch(part.on, part.sign, piece, kind, study) ?? refuse(part.on))
  }
  return found
}

function refuse(on: Interval): never {
  throw new Open(because('between-open', { low: on.lower, high: on.upper }))
}

/** The stretch with as many of its ends as belong to it. */
function stretch(on: Interval, sign: Sign, piece: Piece, kind: Kind, study: Study): Stretch | undefined {
  const reach = (end: 'lower' | 'upper'): boolean =>
    typeof on[end] !== 'string' && (on[end] !== piece.on[end] || piece.on.closed[end])
  const [a, b] = [reach('lower'), reach('upper')]
  const tries = [
    [a, b],
    [a, false],
    [false, b],
    [false, false],
  ] as const
  for (const [i, [lower, upper]] of tries.entries()) {
    if (tries.slice(0, i).some(([p, q]) => p === lower && q === upper)) continue
    const reached = between(on.lower, on.upper, lower, upper)
    // what stays the same, or is straight, neither rises nor falls
    const proofs = (sign === 0 ? ([1, -1] as const) : [sign]).map((one) =>
      study.known(kind.claim(reached, one, sign !== 0, study)),
    )
    if (proofs.every((proof) => proof !== undefined)) return { on: reached, sign, proofs }
  }
  return undefined
}

/** The stretches of each piece of the domain, in order. */
export const stretchesIn = (shape: Shape, kind: Kind, study: Study): readonly (readonly Stretch[])[] =>
  study.note(kind, () => shape.pieces.map((piece) => stretchesOf(piece, kind, study)))
