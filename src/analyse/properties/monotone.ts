/** Where the function rises and where it falls. */

import { distinct } from '../../expression/condition.ts'
import type { Analyser } from '../analyser.ts'
import type { Interval } from '../interval.ts'
import { because } from '../reason.ts'
import { RISING, stretchesIn } from '../stretches.ts'

export interface MonotonePiece {
  readonly on: Interval
  readonly direction: 'increasing' | 'decreasing' | 'constant'
}

const DIRECTION = { [-1]: 'decreasing', 0: 'constant', 1: 'increasing' } as const

export const monotone: Analyser<readonly MonotonePiece[]> = ({ study, shape }) => {
  const stretches = stretchesIn(shape, RISING, study).flat()
  if (stretches.length === 0) return undefined
  const slopes = shape.pieces.flatMap(({ patches }) => patches.flatMap(({ slope }) => slope?.to ?? []))
  const derivative = distinct(slopes)
  return {
    value: stretches.map(({ on, sign }) => ({ on, direction: DIRECTION[sign] })),
    why: stretches.every(({ sign }) => sign === 0)
      ? because('derivative-zero')
      : because('derivative-sign', { derivative }),
    how: 'proved',
    evidence: stretches.flatMap(({ proofs }) => proofs),
  }
}
