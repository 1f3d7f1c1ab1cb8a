/** Where the function is continuous, where it has a derivative, and where it has derivatives of every order. */

import type { Claim, Extended, Proved } from '../../expression/claim.ts'
import { call, type Expr } from '../../expression/expr.ts'
import type { Analyser } from '../analyser.ts'
import { between, conditionsOf, type Interval, inside, isPoint } from '../interval.ts'
import { Open } from '../open.ts'
import type { Evidence } from '../property.ts'
import { because } from '../reason.ts'
import type { Piece } from '../shape.ts'
import type { Study } from '../study.ts'
import { limitOf } from '../tends.ts'
import { gapsOf } from './gaps.ts'

type Kind = 'continuous' | 'differentiable'

const claimOn = (kind: Kind, on: Interval, study: Study): Claim => ({
  kind,
  assuming: [...study.assuming, ...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)],
  of: study.f,
  variable: study.variable,
})

/** The intervals between the places. */
function cutAt(on: Interval, places: readonly Expr[]): Interval[] {
  const stops: Extended[] = [on.lower, ...places, on.upper]
  return stops.slice(1).map((stop, i) => {
    const isLast = i === stops.length - 2
    return between(stops[i] as Extended, stop, i === 0 && on.closed.lower, isLast && on.closed.upper)
  })
}

export const continuity: Analyser<readonly Interval[]> = (subject) => {
  const { shape, study } = subject
  const broken = gapsOf(subject)
  const found = shape.pieces.flatMap(({ on, breaks }) => {
    const stops = breaks.map(({ at }) => at).filter((at) => broken.some((gap) => gap.at === at))
    return isPoint(on) ? [] : cutAt(on, stops)
  })
  const evidence = found.map((on) =>
    study.demand(claimOn('continuous', on, study), because('continuity-open')),
  )
  const why = because('continuous-parts')
  return { value: found, why, how: 'proved', evidence }
}

/** A point at which the function is continuous but has no derivative. */
export interface Corner {
  readonly at: Expr
  /** What the derivative tends to from the two sides. */
  readonly left: Extended | undefined
  readonly right: Extended | undefined
}

export interface Differentiability {
  readonly on: readonly Interval[]
  readonly corners: readonly Corner[]
}

interface Cut {
  readonly on: readonly Interval[]
  readonly corners: readonly (Corner & { readonly proofs: readonly Evidence[] })[]
  readonly proofs: readonly Proved[]
}

/** Cut where the slopes from the two sides differ. */
function onPiece(piece: Piece, study: Study): Cut {
  const corners = piece.breaks.flatMap(({ at }, i) => {
    const [before, after] = [piece.patches[i]?.slope, piece.patches[i + 1]?.slope]
    const left = before && limitOf(before.to, at, 'left', study)
    const right = after && limitOf(after.to, at, 'right', study)
    const [a, b] = [left?.is, right?.is]
    if (a !== undefined && b !== undefined && typeof a !== 'string' && study.sameValue(a, b)) return []
    const proofs = [left?.evidence, right?.evidence].filter((proof) => proof !== undefined)
    const refuted = study.known({
      kind: 'refuted',
      claim: claimOn('differentiable', around(piece, at), study),
    })
    return [{ at, left: a, right: b, proofs: refuted ? [refuted] : proofs }]
  })
  const on = cutAt(
    inside(piece.on),
    corners.map(({ at }) => at),
  )
  const proofs = on.map((part) =>
    study.demand(claimOn('differentiable', part, study), because('derivative-open')),
  )
  return { on, corners, proofs }
}

/** An interval around the place, up to its neighbours. */
function around({ on, breaks }: Piece, at: Expr): Interval {
  const i = breaks.findIndex((place) => place.at === at)
  return between(breaks[i - 1]?.at ?? on.lower, breaks[i + 1]?.at ?? on.upper)
}

export const differentiability: Analyser<Differentiability> = ({ shape, study }) => {
  const cuts = shape.pieces.filter(({ on }) => !isPoint(on)).map((piece) => onPiece(piece, study))
  if (cuts.length === 0) return undefined
  const corners = cuts.flatMap((cut) => cut.corners)
  return {
    value: {
      on: cuts.flatMap(({ on }) => on),
      corners: corners.map(({ proofs: _, ...corner }) => corner),
    },
    why: corners.length === 0 ? because('rules-give-derivative') : because('corner'),
    how: 'proved',
    evidence: [...cuts.flatMap(({ proofs }) => proofs), ...corners.flatMap(({ proofs }) => proofs)],
  }
}

export const smoothness: Analyser<readonly Interval[]> = ({ shape, study }) => {
  const patches = shape.pieces.flatMap((piece) => piece.patches)
  if (patches.length === 0) return undefined
  const evidence = patches.flatMap(({ on, form }): Proved[] => {
    const assuming = [
      ...study.assuming,
      ...study.about([on.lower, on.upper]),
      ...conditionsOf(on, study.variable),
    ]
    const smooth = study.known({ kind: 'smooth', assuming, of: form, variable: study.variable })
    const same =
      form === study.f
        ? []
        : [study.known({ kind: 'holds', assuming, condition: call('=', [study.f, form]) })]
    if (!smooth || same.includes(undefined)) throw new Open(because('smoothness-open'))
    return [smooth, ...(same as Proved[])]
  })
  return {
    value: patches.map(({ on }) => on),
    why: because('smooth-parts'),
    how: 'proved',
    evidence,
  }
}
