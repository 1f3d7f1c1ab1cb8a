/** Other limits and other sets of values than those claimed. */
import type { Extended, Proof, Range, Refuted, Tends } from '../../../expression/claim.ts'
import { call, type Expr, integer } from '../../../expression/expr.ts'
import { put } from '../../../verify/claims/parts.ts'
import type { Limit } from '../../../verify/limits/limit.ts'
import { likelyRange } from '../range.ts'
import type { Work } from '../work.ts'
import { settings } from './points.ts'

export function refuteTends(claim: Tends, work: Work): Proof | undefined {
  const refuted: Refuted = { kind: 'refuted', claim }
  const { of, variable, to, assuming } = claim
  const sides = claim.side === 'both' ? (['both', 'left', 'right'] as const) : [claim.side]
  for (const side of sides) {
    const facts = work.facts(assuming)
    const found = work.limit(of, variable, to, side === 'both' ? undefined : side, facts)
    const is = limitIn(found)
    if (is === undefined) continue
    for (const place of settings(claim, typeof is === 'string' ? [] : [is])) {
      const proof = work.by('other limit', refuted, { claim: { ...claim, side, is }, ...place })
      if (proof) return proof
    }
  }
  return undefined
}

const limitIn = (found: Limit): Extended | undefined => {
  if (found.kind === 'finite') return found.value
  return found.kind === 'infinite' ? (found.sign > 0 ? 'infinity' : '-infinity') : undefined
}

/** A value beyond an end, or one that is taken although it is said to be only approached; or ends that are others. */
export function refuteRange(claim: Range, work: Work): Proof | undefined {
  const refuted: Refuted = { kind: 'refuted', claim }
  for (const [end, head] of [
    [claim.low, '>'],
    [claim.high, '<'],
  ] as const) {
    if (typeof end.value === 'string') continue
    const there = 'at' in end ? [call('=', [put(claim.of, claim.variable, end.at), end.value])] : []
    const beyond = call(`${head}${'at' in end ? '=' : ''}`, [claim.of, end.value])
    for (const condition of [...there, beyond]) {
      const proof = work.by('beyond', refuted, { conditions: [condition] })
      if (proof) return proof
    }
  }
  const other = likelyRange(claim, work)
  if (!other || !work.prove(other)) return undefined
  for (const place of settings(claim)) {
    for (const terms of [{}, { upper: integer(1) }] as Record<string, Expr>[]) {
      const proof = work.by('other range', refuted, { claim: other, terms, ...place })
      if (proof) return proof
    }
  }
  return undefined
}
