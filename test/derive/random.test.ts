/** The derivatives of 10,000 random formulas. */
import { expect, test } from 'vitest'
import { Random } from '../support/random.ts'
import { nothingYet, tryOne } from '../support/random-derivatives.ts'

const [BATCHES, EACH] = [20, 500]
const all = nothingYet()

test.each(Array.from({ length: BATCHES }, (_, i) => i + 1))(
  'batch %i: every derivation is accepted, no derivative is wrong',
  (batch) => {
    const random = new Random(2026 + batch)
    for (let i = 0; i < EACH; i += 1) tryOne(random, all)
    expect(all.wrong).toEqual([])
    expect(all.refused).toEqual([])
  },
)

test('nine in ten were compared at three points, and hardly any had no derivative', () => {
  expect(all.made).toBe(BATCHES * EACH)
  expect(all.informed).toBeGreaterThanOrEqual(0.9 * all.derived)
  for (const cause of all.causes.keys()) expect(['E401', 'E406', 'OutOfBudget']).toContain(cause)
  expect(all.derived).toBeGreaterThanOrEqual(0.98 * all.made)
})
