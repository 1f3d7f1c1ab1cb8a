/** The natural domain, as intervals; what a parameter must fulfil stands among the conditions. */

import { domainOf } from '../../rules/domain.ts'
import type { Analyser } from '../analyser.ts'
import type { Interval } from '../interval.ts'
import { because } from '../reason.ts'

export const domain: Analyser<readonly Interval[]> = ({ study, shape }) => {
  const conditions = domainOf(study.f, study.canon)
  const value = shape.pieces.map(({ on }) => on)
  const isAll = value.some(({ lower, upper }) => lower === '-infinity' && upper === 'infinity')
  const why =
    conditions.length === 0
      ? because('total')
      : because(isAll ? 'domain-everywhere' : 'domain', { conditions })
  return { value, why, how: 'proved', evidence: shape.proofs }
}
