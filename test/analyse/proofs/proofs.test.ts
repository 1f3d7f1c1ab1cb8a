/** What is true is proved, what is false is refuted, and never the other way round. */
import { describe, expect, test } from 'vitest'
import { certificateOf, prove, refute, workWithin } from '../../../src/analyse/proofs/index.ts'
import { verify } from '../../../src/analyse/verify.ts'
import type { Claim } from '../../../src/expression/claim.ts'
import { property, statement } from '../../support/claim-list.ts'
import {
  FALSE_PROPERTIES,
  FALSE_STATEMENTS,
  TRUE_PROPERTIES,
  TRUE_STATEMENTS,
} from '../../support/claim-lists.ts'
import { counterexample } from '../../support/claim-truth.ts'
import { Random } from '../../support/random.ts'

const MILLISECONDS = 20_000
const within = () => workWithin({ milliseconds: MILLISECONDS })

const trueClaims = [
  ...TRUE_STATEMENTS.map((line) => [line, statement(line)] as const),
  ...TRUE_PROPERTIES.map((line) => [line, property(line)] as const),
]
const falseClaims = [
  ...FALSE_STATEMENTS.map((line) => [line, statement(line)] as const),
  ...FALSE_PROPERTIES.map((line) => [line, property(line)] as const),
]

/** The certificate as someone else would read it. */
const accepted = (claim: Claim, proof: ReturnType<typeof prove>) =>
  proof && verify(JSON.parse(JSON.stringify(certificateOf({ claim, proof }))))

describe('true claims', () => {
  test.each(trueClaims)('%s', (_, claim) => {
    expect(counterexample(claim, new Random(1))).toBeUndefined()
    expect(accepted(claim, prove(claim, within()))).toEqual({ ok: true })
  })

  test.each(trueClaims)('not refuted: %s', (_, claim) => {
    expect(refute(claim, workWithin({ milliseconds: MILLISECONDS, claims: 60 }))).toBeUndefined()
  })
})

describe('false claims', () => {
  test.each(falseClaims)('%s', (_, claim) => {
    expect(accepted({ kind: 'refuted', claim }, refute(claim, within()))).toEqual({ ok: true })
  })

  test.each(falseClaims)('not proved: %s', (_, claim) => {
    expect(prove(claim, workWithin({ milliseconds: MILLISECONDS, claims: 300 }))).toBeUndefined()
  })
})

test('a claim that was proved is not looked for again', () => {
  const work = within()
  const claim = statement('e^x >= 1 + x')
  expect(prove(claim, work)).toBe(prove(statement('e^x >= 1 + x'), work))
})

test('with nothing to spend, nothing is proved', () => {
  expect(prove(statement('e^x >= 1 + x'), workWithin({ milliseconds: 20_000, claims: 0 }))).toBeUndefined()
})
