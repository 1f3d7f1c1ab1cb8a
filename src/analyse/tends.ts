/** What a function tends to at a place, from one side; proved, or left open. */

import type { Extended, Proved, Tends } from '../expression/claim.ts'
import { isCondition } from '../expression/condition.ts'
import type { Expr } from '../expression/expr.ts'
import { type LimitCertificate, limit } from './limit.ts'
import { Missing, Open, positiveCondition } from './open.ts'
import { because } from './reason.ts'
import type { Study } from './study.ts'

export interface LimitAt {
  readonly to: Extended
  /** `left` from below, `right` from above; at an end of the line, from within. */
  readonly side: 'left' | 'right'
  /** Nothing where it tends to no number and to neither infinity. */
  readonly is: Extended | undefined
  readonly from?: 'above' | 'below'
  /** Why there is none. */
  readonly reason?: string
  readonly proof?: Proved
  /** Of the limit, or of there being none. */
  readonly evidence: Proved | LimitCertificate
}

/**
 * What u tends to there. Throws `Missing` where the sign of a parameter decides, `Open` where it is not
 * known or not proved.
 */
export function limitOf(u: Expr, to: Extended, side: 'left' | 'right', study: Study): LimitAt {
  const found = study.limit(u, to, side)
  if (found.kind === 'unknown') {
    if (found.decides)
      throw new Missing(isCondition(found.decides) ? found.decides : positiveCondition(found.decides))
    throw new Open(because('limit-unknown', { place: to, reason: { text: found.reason } }))
  }
  if (found.kind === 'none')
    return { to, side, is: undefined, reason: found.reason, evidence: noLimit(u, to, side, study) }
  const is = found.kind === 'finite' ? study.neat(found.value) : found.sign > 0 ? 'infinity' : '-infinity'
  const assuming = [...study.assuming, ...study.about([to])]
  const claim: Tends = { kind: 'tends', assuming, of: u, variable: study.variable, to, side, is }
  const proof = study.demand(claim, because('limit-open', { place: to }))
  return {
    to,
    side,
    is,
    proof,
    evidence: proof,
    ...(found.kind === 'finite' && found.from ? { from: found.from } : {}),
  }
}

/** A limit counts its work, whatever the clock says. */
const WORK = { milliseconds: 1_000 }

/** That there is no limit. */
function noLimit(u: Expr, to: Extended, side: 'left' | 'right', study: Study): LimitCertificate {
  const assuming = [...study.assuming, ...study.about([to])]
  const found = limit(u, study.variable, to, { side, assuming, budget: WORK })
  if (found.verdict === 'none' && found.conditions.length === 0) return found.certificate
  throw new Open(because('no-limit-open', { place: to }))
}
