/** Points beside which the function is defined on both sides, and where it is not continuous: holes that a value would fill, jumps, poles. */

import type { Extended } from '../../expression/claim.ts'
import type { Expr } from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { sameEnd } from '../interval.ts'
import type { Evidence } from '../property.ts'
import { because } from '../reason.ts'
import { limitOf } from '../tends.ts'
import { type ExactValue, valueAt } from '../values.ts'

export interface Gap {
  readonly at: Expr
  readonly kind: 'removable' | 'jump' | 'pole' | 'essential'
  readonly left: Extended | undefined
  readonly right: Extended | undefined
  /** The value there, if there is one. */
  readonly value?: ExactValue
}

interface Found extends Gap {
  readonly proofs: readonly Evidence[]
}

function gapAt(at: Expr, isDefined: boolean, { shape, study }: Subject): Found | undefined {
  const [left, right] = (['left', 'right'] as const).map((side) => limitOf(study.f, at, side, study))
  const value = isDefined ? valueAt(at, shape, study) : undefined
  const [a, b] = [left?.is, right?.is]
  const proofs = [left?.evidence, right?.evidence, ...(value?.proofs ?? [])].filter(
    (proof) => proof !== undefined,
  )
  const gap = { at, left: a, right: b, proofs, ...(value ? { value } : {}) }
  if (a === undefined || b === undefined) return { ...gap, kind: 'essential' }
  if (typeof a === 'string' || typeof b === 'string') return { ...gap, kind: 'pole' }
  if (!study.sameValue(a, b)) return { ...gap, kind: 'jump' }
  if (value && study.sameValue(a, value.is)) return undefined
  return { ...gap, kind: 'removable' }
}

const GAPS = { name: 'gaps' }

export const gapsOf = (subject: Subject): readonly Found[] =>
  subject.study.note(GAPS, () =>
    subject.shape.pieces.flatMap(({ on, breaks }, i) => {
      const next = subject.shape.pieces[i + 1]
      const meets = next && typeof on.upper !== 'string' && sameEnd(on.upper, next.on.lower) ? [on.upper] : []
      return [
        ...breaks.flatMap(({ at }) => gapAt(at, true, subject) ?? []),
        ...meets.flatMap((at) => gapAt(at, false, subject) ?? []),
      ]
    }),
  )

/** Is there a point of the domain where it is not continuous? */
export const hasJumps = (subject: Subject): boolean =>
  gapsOf(subject).some(({ value }) => value !== undefined)

export const gaps: Analyser<readonly Gap[]> = (subject) => {
  const found = gapsOf(subject)
  return {
    value: found.map(({ proofs: _, ...gap }) => gap),
    why: found.length === 0 ? because('no-gap') : because('two-sides'),
    how: 'worked out',
    evidence: [...subject.shape.proofs, ...found.flatMap(({ proofs }) => proofs)],
  }
}
