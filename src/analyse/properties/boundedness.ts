/** The least upper and the greatest lower bound of all values. */

import type { End } from '../../expression/claim.ts'
import type { Analyser } from '../analyser.ts'
import { because } from '../reason.ts'
import { boundsOf, rangesOf } from './range.ts'

export interface Boundedness {
  readonly above: boolean
  readonly below: boolean
  readonly infimum: End
  readonly supremum: End
}

export const boundedness: Analyser<Boundedness> = (subject) => {
  const { low, high } = boundsOf(subject)
  const isNumber = ({ value }: End): boolean => typeof value !== 'string'
  return {
    value: { above: isNumber(high), below: isNumber(low), infimum: low, supremum: high },
    why: because('by-values'),
    how: 'proved',
    evidence: rangesOf(subject).flatMap(({ proofs }) => proofs),
  }
}
