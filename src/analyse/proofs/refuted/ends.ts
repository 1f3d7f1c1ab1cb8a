/** Other limits and other sets of values than those claimed. */
import type { Extended, Proof, Range, RationalPoint, Refuted, Tends } from '../../../expression/claim.ts'
import { call } from '../../../expression/expr.ts'
import { limitAt } from '../../../verify/limits/limit.ts'
import type { Work } from '../work.ts'
import { rationalPlaces } from './points.ts'

const LIMIT_WORK = 200_000

export function refuteTends(claim: Tends, work: Work): Proof | undefined {
  const refuted: Refuted = { kind: 'refuted', claim }
  const { of, variable, to, assuming } = claim
  const sides = claim.side === 'both' ? (['both', 'left', 'right'] as const) : [claim.side]
  for (const side of sides) {
    const facts = work.facts(assuming)
    const found = limitAt(of, variable, to, side === 'both' ? undefined : side, facts, LIMIT_WORK)
    const is = limitIn(found)
    if (is === undefined) continue
    for (const place of somewhere(assuming)) {
      const proof = work.by('other limit', refuted, { claim: { ...claim, side, is }, ...place })
      if (proof) return proof
    }
  }
  return undefined
}

const limitIn = (found: ReturnType<typeof limitAt>): Extended | undefined => {
  if (found.kind === 'finite') return found.value
  return found.kind === 'infinite' ? (found.sign > 0 ? 'infinity' : '-infinity') : undefined
}

function somewhere(assuming: Tends['assuming']): { readonly points?: readonly RationalPoint[] }[] {
  if (assuming.length === 0) return [{}]
  return [...rationalPlaces(assuming, [], assuming)].slice(0, 12).map((at) => ({ points: [at] }))
}

/** A value beyond an end, or one that is taken although it is said to be only approached. */
export function refuteRange(claim: Range, work: Work): Proof | undefined {
  for (const [end, head] of [
    [claim.low, '>'],
    [claim.high, '<'],
  ] as const) {
    if (typeof end.value === 'string') continue
    const condition = call(`${head}${'at' in end ? '=' : ''}`, [claim.of, end.value])
    const proof = work.by('beyond', { kind: 'refuted', claim }, { conditions: [condition] })
    if (proof) return proof
  }
  return undefined
}
