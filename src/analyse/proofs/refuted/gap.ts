/** A point of the set at which the function is not defined. */
import { decide } from '../../../enclose/enclose.ts'
import type { Claim, Proof } from '../../../expression/claim.ts'
import { defined } from '../../../expression/condition.ts'
import { placed } from '../../../verify/verdict.ts'
import type { Work } from '../work.ts'
import { rationalPlaces } from './points.ts'

const BITS = 64
const MOST = 60

export function byGap(claim: Extract<Claim, { readonly of: unknown }>, work: Work): Proof | undefined {
  const { of, assuming, variable } = claim
  let count = 0
  for (const at of rationalPlaces([...assuming, of], [variable], assuming)) {
    count += 1
    if (count > MOST || work.isOver) return undefined
    if (decide(defined(of), placed(at, BITS), BITS) !== false) continue
    const proof = work.by('gap', { kind: 'refuted', claim }, { points: [at] })
    if (proof) return proof
  }
  return undefined
}
