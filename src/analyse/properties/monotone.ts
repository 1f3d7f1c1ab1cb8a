/** Where the function rises and where it falls. */
import type { Analyser } from '../analyser.ts'
import type { Interval } from '../interval.ts'
import { printed } from '../printed.ts'
import { RISING, stretchesIn } from '../stretches.ts'

export interface MonotonePiece {
  readonly on: Interval
  readonly direction: 'increasing' | 'decreasing' | 'constant'
}

const DIRECTION = { [-1]: 'decreasing', 0: 'constant', 1: 'increasing' } as const
const SIGN = { [-1]: 'negative', 0: '0', 1: 'positive' } as const

export const monotone: Analyser<readonly MonotonePiece[]> = ({ study, shape }) => {
  const stretches = stretchesIn(shape, RISING, study).flat()
  if (stretches.length === 0) return undefined
  const slopes = [...new Set(shape.pieces.flatMap(({ patches }) => patches.map(({ slope }) => slope)))]
  const signs = [...new Set(stretches.map(({ sign }) => SIGN[sign]))]
  return {
    value: stretches.map(({ on, sign }) => ({ on, direction: DIRECTION[sign] })),
    why: `the derivative ${slopes.map((slope) => (slope ? printed(slope.to) : '')).join(', ')} is ${signs.join(', then ')}`,
    how: 'proved',
    evidence: stretches.flatMap(({ proofs }) => proofs),
  }
}
