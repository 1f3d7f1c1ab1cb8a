/** Limits at the ends of the pieces of the domain, each from within. */
import type { Extended, Proved, Tends } from '../expression/claim.ts'
import { isCondition } from '../expression/condition.ts'
import type { Expr } from '../expression/expr.ts'
import { Missing, positiveCondition } from './open.ts'
import { printed } from './printed.ts'
import type { Study } from './study.ts'

/** What the function tends to at a place, from one side. */
export interface LimitAt {
  readonly to: Extended
  /** `left` from below, `right` from above; at an end of the line, from within. */
  readonly side: 'left' | 'right'
  /** Nothing where it tends to nothing. */
  readonly is: Extended | undefined
  readonly from?: 'above' | 'below'
  readonly proof?: Proved
  readonly reason?: string
}

/** What u tends to there. */
export function limitOf(u: Expr, to: Extended, side: 'left' | 'right', study: Study): LimitAt {
  const found = study.limit(u, to, side)
  if (found.kind === 'unknown') {
    if (found.decides) {
      throw new Missing(isCondition(found.decides) ? found.decides : positiveCondition(found.decides))
    }
    return { to, side, is: undefined, reason: `the limit at ${printed(to)} is not known: ${found.reason}` }
  }
  if (found.kind === 'none') return { to, side, is: undefined, reason: found.reason }
  const is = found.kind === 'finite' ? study.neat(found.value) : found.sign > 0 ? 'infinity' : '-infinity'
  const claim: Tends = {
    kind: 'tends',
    assuming: [...study.assuming, ...study.about([to])],
    of: u,
    variable: study.variable,
    to,
    side,
    is,
  }
  const proof = study.known(claim)
  const from = found.kind === 'finite' && found.from ? { from: found.from } : {}
  return { to, side, is, ...from, ...(proof ? { proof } : { reason: 'it is not proved' }) }
}
