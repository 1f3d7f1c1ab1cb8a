/** What judgements rest on, damaged: each certificate is refused, or what it then claims is true all the same. */
import { expect, test } from 'vitest'
import { prove, refute, workWithin } from '../../src/analyse/proofs/index.ts'
import { verify } from '../../src/analyse/verify.ts'
import type { Claim } from '../../src/expression/claim.ts'
import { judge } from '../../src/judging/index.ts'
import { provedFrom } from '../../src/verify/claims/certificate.ts'
import { cases } from '../support/cases.ts'
import { damagedClaim } from '../support/claim-mutants.ts'
import { counterexample } from '../support/claim-truth.ts'
import { Random } from '../support/random.ts'

/** Every so many claims, so many damages each. */
const STEP = 3
const EACH = 6
const within = (claims: number) => workWithin({ milliseconds: 20_000, claims })

const certificates = (): unknown[] =>
  cases('claims')
    .filter((_, i) => i % STEP === 0)
    .flatMap(({ input }) => {
      const judgement = judge(input, { budget: { milliseconds: 20_000 } })
      return judgement.verdict === 'unknown' ? [] : judgement.certificates().slice(0, 2)
    })
    .filter((certificate) => 'kind' in certificate && certificate.kind === 'claim')
    .map((certificate) => JSON.parse(JSON.stringify(certificate)))

function isFalse(claim: Claim, random: Random): boolean {
  if (claim.kind === 'refuted') return prove(claim.claim, within(60)) !== undefined
  return counterexample(claim, random) !== undefined || refute(claim, within(20)) !== undefined
}

const plain = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value}` : value instanceof Map ? [...value] : value

test('nothing false is accepted', () => {
  const random = new Random(7)
  const wrong: unknown[] = []
  let [made, refused] = [0, 0]
  for (const original of certificates()) {
    const said = JSON.stringify(provedFrom(original).claim, plain)
    for (let i = 0; i < EACH; i += 1) {
      const mutant = damagedClaim(random, original)
      made += 1
      if (!verify(mutant).ok) {
        refused += 1
        continue
      }
      const { claim } = provedFrom(mutant)
      if (JSON.stringify(claim, plain) !== said && isFalse(claim, random)) wrong.push(mutant)
    }
  }
  expect(wrong).toEqual([])
  expect(made).toBeGreaterThan(300)
  expect(refused).toBeGreaterThan(made / 3)
})
