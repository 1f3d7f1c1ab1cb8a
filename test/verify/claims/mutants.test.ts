/** Damaged certificates of claims: each is refused, or what it then claims is true all the same. */
import { expect, test } from 'vitest'
import { certificateOf, prove, refute, workWithin } from '../../../src/analyse/proofs/index.ts'
import { verify } from '../../../src/analyse/verify.ts'
import type { Claim } from '../../../src/expression/claim.ts'
import { provedFrom } from '../../../src/verify/claims/certificate.ts'
import { property, statement } from '../../support/claim-list.ts'
import {
  FALSE_PROPERTIES,
  FALSE_STATEMENTS,
  TRUE_PROPERTIES,
  TRUE_STATEMENTS,
} from '../../support/claim-lists.ts'
import { damagedClaim } from '../../support/claim-mutants.ts'
import { counterexample } from '../../support/claim-truth.ts'
import { Random } from '../../support/random.ts'

const EACH = 10
const MILLISECONDS = 20_000
const within = (claims = 1_000) => workWithin({ milliseconds: MILLISECONDS, claims })

const trueClaims = [...TRUE_STATEMENTS.map(statement), ...TRUE_PROPERTIES.map(property)]
const falseClaims = [...FALSE_STATEMENTS.map(statement), ...FALSE_PROPERTIES.map(property)]

function certificates(): unknown[] {
  const proved = trueClaims.map((claim) => ({ claim, proof: prove(claim, within()) }))
  const refuted = falseClaims.map((claim): { claim: Claim; proof: ReturnType<typeof prove> } => ({
    claim: { kind: 'refuted', claim },
    proof: refute(claim, within()),
  }))
  return [...proved, ...refuted].flatMap(({ claim, proof }) =>
    proof ? [JSON.parse(JSON.stringify(certificateOf({ claim, proof })))] : [],
  )
}

/** Is it false: at a point, or by a proof of the contrary? */
function isFalse(claim: Claim, random: Random): boolean {
  if (claim.kind === 'refuted') return prove(claim.claim, within(60)) !== undefined
  return counterexample(claim, random) !== undefined || refute(claim, within(20)) !== undefined
}

test('nothing false is accepted', () => {
  const random = new Random(20)
  const wrong: unknown[] = []
  const count = { made: 0, refused: 0, changed: 0 }
  for (const original of certificates()) {
    const said = JSON.stringify(provedFrom(original).claim, plain)
    for (let i = 0; i < EACH; i += 1) {
      const mutant = damagedClaim(random, original)
      count.made += 1
      if (!verify(mutant).ok) {
        count.refused += 1
        continue
      }
      const { claim } = provedFrom(mutant)
      if (JSON.stringify(claim, plain) === said) continue
      count.changed += 1
      if (isFalse(claim, random)) wrong.push(mutant)
    }
  }
  console.log(count)
  expect(wrong).toEqual([])
  expect(count.refused).toBeGreaterThan(count.made / 3)
  expect(count.changed).toBeGreaterThan(20)
})

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value)
