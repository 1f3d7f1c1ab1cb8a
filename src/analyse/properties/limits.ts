/** Limits at the ends of the domain, at points left out of it, and where its form breaks; each from one side. */

import type { Analyser } from '../analyser.ts'
import { because } from '../reason.ts'
import type { Shape } from '../shape.ts'
import type { Study } from '../study.ts'
import { type LimitAt, limitOf } from '../tends.ts'

const LIMITS = { name: 'limits' }

/** At the open ends of the pieces and on both sides of each break. */
export const limitsOf = (shape: Shape, study: Study): readonly LimitAt[] =>
  study.note(LIMITS, () =>
    shape.pieces.flatMap(({ on, breaks }) => [
      ...(on.closed.lower ? [] : [limitOf(study.f, on.lower, 'right', study)]),
      ...breaks.flatMap(({ at }) => [
        limitOf(study.f, at, 'left', study),
        limitOf(study.f, at, 'right', study),
      ]),
      ...(on.closed.upper ? [] : [limitOf(study.f, on.upper, 'left', study)]),
    ]),
  )

export const limits: Analyser<readonly LimitAt[]> = ({ study, shape }) => {
  const value = limitsOf(shape, study)
  if (value.length === 0) return undefined
  return {
    value,
    why: because('growth'),
    how: 'worked out',
    evidence: value.map(({ evidence }) => evidence),
  }
}
