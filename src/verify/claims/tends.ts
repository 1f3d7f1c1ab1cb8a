/** Limits are worked out anew (verify/limits/). */
import type { Canon } from '../../expression/canonical.ts'
import type { Claim, Extended, Proof, Tends } from '../../expression/claim.ts'
import { demand } from '../fault.ts'
import { limitAt } from '../limits/limit.ts'
import { compareNormalForms } from '../normal-form/normal-form.ts'
import { Facts } from '../signs.ts'

const MOST_WORK = 400_000

export function workedOut({ assuming, of, variable, to, side, is }: Tends, _: Proof, canon: Canon): Claim[] {
  const found = limitAt(
    of,
    variable,
    to,
    side === 'both' ? undefined : side,
    new Facts(assuming, canon),
    MOST_WORK,
  )
  const value: Extended | undefined =
    found.kind === 'finite'
      ? found.value
      : found.kind === 'infinite'
        ? found.sign > 0
          ? 'infinity'
          : '-infinity'
        : undefined
  demand(value !== undefined, 'the limit could not be worked out')
  if (typeof is === 'string' || typeof value === 'string') demand(is === value, 'the limit is another one')
  else {
    const same =
      canon.same(value, is) || compareNormalForms(value, is, assuming, MOST_WORK).outcome === 'equal'
    demand(same, 'the limit is another one')
  }
  return []
}
