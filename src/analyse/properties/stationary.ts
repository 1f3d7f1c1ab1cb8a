/** Where the derivative is 0: single places, and intervals on which the function is constant. */
import type { Proved } from '../../expression/claim.ts'
import { call, type Expr, integer } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { chartOf } from '../chart.ts'
import type { Interval, Place } from '../interval.ts'
import { Open } from '../open.ts'
import type { Piece } from '../shape.ts'

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
    if (!slope) throw new Open('no rule differentiates it')
    const { parts, zeros } = chartOf(slope.to, part, study)
    return [
      ...parts.filter(({ sign }) => sign === 0).map((flat): Found => [flat.on, [flat.proof]]),
      ...zeros.map(
        (place, i): Found => [place, [parts[i]?.proof, parts[i + 1]?.proof].filter((p) => p !== undefined)],
      ),
    ]
  })
  return [...atEnd('lower'), ...inner, ...atEnd('upper')]
}

export const stationary: Analyser<readonly (Place | Interval)[]> = (subject) => {
  const found = subject.shape.pieces.flatMap((piece) => onPiece(piece, subject))
  return {
    value: found.map(([place]) => place),
    why: found.length === 0 ? 'the derivative is nowhere 0' : 'the derivative is 0 there and nowhere else',
    how: found.some(([place]) => 'isolated' in place) ? 'enclosed' : 'proved',
    evidence: found.flatMap(([, proofs]) => proofs),
  }
}
