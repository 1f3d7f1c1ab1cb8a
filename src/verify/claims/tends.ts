/** Limits are worked out anew (verify/limits/). */
import type { Canon } from '../../expression/canonical.ts'
import type { Claim, Proof, Tends } from '../../expression/claim.ts'
import { call, mentions } from '../../expression/expr.ts'
import { demand } from '../fault.ts'
import { limitAt } from '../limits/limit.ts'
import { Facts } from '../signs.ts'
import { holds } from './parts.ts'

const MOST_WORK = 400_000

/** The limit as it is worked out, and that what is claimed is the same number. */
export function workedOut({ assuming, of, variable, to, side, is }: Tends, _: Proof, canon: Canon): Claim[] {
  const terms = [...assuming, to, is].filter((u) => typeof u !== 'string')
  demand(!terms.some((u) => mentions(u, variable)), 'the place and the limit must not move')
  const facts = new Facts(assuming, canon)
  const found = limitAt(of, variable, to, side === 'both' ? undefined : side, facts, MOST_WORK)
  if (typeof is === 'string') {
    const sign = is === 'infinity' ? 1 : -1
    demand(found.kind === 'infinite' && found.sign === sign, 'it does not tend there')
    return []
  }
  if (found.kind !== 'finite') demand(false, 'the limit could not be worked out')
  else return [holds(assuming, call('=', [is, found.value]))]
}
