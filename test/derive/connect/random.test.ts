/** Random pairs made by rules of the book: chains are found for most, and what they claim is true. */
import { expect, test } from 'vitest'
import { connect } from '../../../src/derive/connect/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { print } from '../../../src/syntax/index.ts'
import { tryClaim } from '../../support/claims.ts'
import { Random } from '../../support/random.ts'
import { truePair } from '../../support/random-pairs.ts'

const found = { chains: 0, pairs: 0 }

test.each([1, 2, 3])('batch %i', (batch) => {
  const random = new Random(900 + batch)
  const wrong: string[] = []
  for (let i = 0; i < 15; i += 1) {
    const { left, right, assuming = [] } = truePair(random)
    const chain = connect(left, right, { assuming, budget: { milliseconds: 3000 } })
    found.pairs += 1
    if ('steps' in chain) {
      found.chains += 1
      const claim = `${print(left)} | ${print(right)}`
      if (!verify(chain).ok) wrong.push(`refused: ${claim}`)
      if (tryClaim(chain, random, 8, 60).counterexample) wrong.push(`false: ${claim}`)
    } else if (chain.verdict === 'different') wrong.push(`called different: ${print(left)} | ${print(right)}`)
  }
  expect(wrong).toEqual([])
})

test('there is a chain for most of them', () => {
  expect(found.chains).toBeGreaterThanOrEqual(0.75 * found.pairs)
})
