/** Where the function is convex and where it is concave, and the points of inflection between. */

import type { Proved } from '../../expression/claim.ts'
import { distinct } from '../../expression/condition.ts'
import type { Expr } from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import type { Interval, Place } from '../interval.ts'
import { because } from '../reason.ts'
import { slopeOf } from '../slopes.ts'
import { BENDING, stretchesIn } from '../stretches.ts'
import { type ExactValue, slopeAcross, slopeAt, valueAt } from '../values.ts'

export interface BentPiece {
  readonly on: Interval
  readonly bend: 'convex' | 'concave' | 'straight'
}

const BEND = { [-1]: 'concave', 0: 'straight', 1: 'convex' } as const

export const convexity: Analyser<readonly BentPiece[]> = ({ study, shape }) => {
  const stretches = stretchesIn(shape, BENDING, study).flat()
  if (stretches.length === 0) return undefined
  const second = shape.pieces.flatMap(({ patches }) =>
    patches.flatMap(({ slope }) => (slope ? [slopeOf(slope.to, study)?.to] : [])),
  )
  const forms = distinct(second.filter((u) => u !== undefined))
  return {
    value: stretches.map(({ on, sign }) => ({ on, bend: BEND[sign] })),
    why: because('second-derivative-sign', { derivative: forms }),
    how: 'proved',
    evidence: stretches.flatMap(({ proofs }) => proofs),
  }
}

/** A point where the graph turns from one side of its tangent to the other. */
export interface Inflection extends Place {
  readonly value: ExactValue
  readonly slope: ExactValue
}

/** The places between a convex and a concave stretch. */
export function inflectionsOf({
  shape,
  study,
}: Subject): readonly (Inflection & { readonly proofs: readonly Proved[] })[] {
  return stretchesIn(shape, BENDING, study).flatMap((stretches) =>
    stretches.slice(1).flatMap((next, i) => {
      const last = stretches[i] as (typeof stretches)[number]
      const at = next.on.lower as Expr
      const meet = last.on.closed.upper && next.on.closed.lower
      if (!meet || last.sign * next.sign !== -1) return []
      const slope = slopeAt(at, shape, study) ?? slopeAcross(at, shape, study)
      if (!slope) return []
      const value = valueAt(at, shape, study)
      const place = study.placeOf(at)
      return [
        {
          ...place,
          value,
          slope,
          proofs: [...last.proofs, ...next.proofs, ...value.proofs, ...slope.proofs],
        },
      ]
    }),
  )
}

export const inflections: Analyser<readonly Inflection[]> = (subject) => {
  const found = inflectionsOf(subject)
  const stretches = stretchesIn(subject.shape, BENDING, subject.study).flat()
  if (stretches.length === 0) return undefined
  return {
    value: found.map(({ proofs: _, ...inflection }) => inflection),
    why: found.length === 0 ? because('bends-nowhere') : because('bends'),
    how: found.some(({ isolated }) => isolated) ? 'enclosed' : 'proved',
    evidence: [
      ...new Set([...stretches.flatMap(({ proofs }) => proofs), ...found.flatMap(({ proofs }) => proofs)]),
    ],
  }
}
