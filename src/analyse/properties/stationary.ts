/** Where the derivative is 0: single places, and intervals on which the function is constant. */

import type { Proved } from '../../expression/claim.ts'
import { call, type Expr, integer } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { chartOf } from '../chart.ts'
import type { Interval, Place } from '../interval.ts'
import { Open } from '../open.ts'
import { because } from '../reason.ts'
import type { Piece } from '../shape.ts'
import type { SignedPart } from '../signed-part.ts'
import type { Study } from '../study.ts'

type Found = readonly [Place | Interval, readonly Proved[]]

function onPiece({ on, patches }: Piece, { study }: Subject): Found[] {
  /** At an end that belongs to the domain, if the form is differentiable there too. */
  const atEnd = (side: 'lower' | 'upper'): Found[] => {
    const slope = patches.at(side === 'lower' ? 0 : -1)?.slope
    const at = on[side]
    if (!slope || !on.closed[side] || typeof at === 'string') return []
    const zero = study.known({
      kind: 'holds',
      assuming: [...study.assuming, ...study.about([at])],
      condition: call('=', [put(slope.to, study.variable, at), integer(0)]),
    })
    return zero ? [[study.placeOf(at as Expr), [zero]]] : []
  }
  const inner = patches.flatMap(({ on: part, slope }): Found[] => {
    if (!slope) throw new Open(because('no-rule'))
    const { parts, zeros } = chartOf(slope.to, part, study)
    return [
      ...parts.filter(({ sign }) => sign === 0).map((flat): Found => [flat.on, [flat.proof]]),
      ...zeros.map((place, i): Found => [place, zeroBetween(place, slope.to, parts[i], parts[i + 1], study)]),
    ]
  })
  return [...atEnd('lower'), ...inner, ...atEnd('upper')]
}

/** That the slope is 0 between two parts: it changes its sign there, or its value is 0. */
function zeroBetween(
  { at }: Place,
  slope: Expr,
  before: SignedPart | undefined,
  after: SignedPart | undefined,
  study: Study,
): readonly Proved[] {
  const sides = [before?.proof, after?.proof].filter((proof) => proof !== undefined)
  if (before && after && before.sign * after.sign < 0) return sides
  const zero = call('=', [put(slope, study.variable, at), integer(0)])
  const claim = {
    kind: 'holds' as const,
    assuming: [...study.assuming, ...study.about([at])],
    condition: zero,
  }
  return [...sides, study.demand(claim, because('level-open'))]
}

/** That the slope has a sign everywhere else. */
const signsIn = ({ shape, study }: Subject): readonly Proved[] =>
  shape.pieces.flatMap(({ patches }) =>
    patches.flatMap(({ on, slope }) =>
      slope ? chartOf(slope.to, on, study).parts.map(({ proof }) => proof) : [],
    ),
  )

export const stationary: Analyser<readonly (Place | Interval)[]> = (subject) => {
  const found = subject.shape.pieces.flatMap((piece) => onPiece(piece, subject))
  return {
    value: found.map(([place]) => place),
    why: because(found.length === 0 ? 'level-nowhere' : 'level-there'),
    how: found.some(([place]) => 'isolated' in place) ? 'enclosed' : 'proved',
    evidence: [...new Set([...found.flatMap(([, proofs]) => proofs), ...signsIn(subject)])],
  }
}
