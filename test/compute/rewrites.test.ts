/** Every row of the table of rewrites: both sides are equal where both are defined. */
import { expect, test } from 'vitest'
import { REWRITES } from '../../src/compute/stable/rewrites.ts'
import { freeSymbols } from '../../src/expression/expr.ts'
import { compare, evaluate } from '../../src/index.ts'
import { parsePattern } from '../../src/rules/pattern.ts'

/** What the exact normal form does not reach is sampled: laws of real powers and of inverse functions. */
const POINTS = [
  [0.3, 0.7],
  [1.25, 0.5],
  [2.5, 1.75],
  [0.11, 3.5],
]

test.each(REWRITES)('$from → $to', ({ from, to, provided = [] }) => {
  const [left, right] = [parsePattern(from), parsePattern(to)]
  const assuming = provided.map(parsePattern)
  const verdict = compare(left, right, { variable: freeSymbols(left)[0] as string, assuming }).verdict
  expect(verdict).not.toBe('different')
  expect(verdict).not.toBe('disjoint')
  if (verdict === 'equal') return
  let held = 0
  for (const [u, v] of POINTS) {
    const at = Object.fromEntries(freeSymbols(left).map((name, i) => [name, String([u, v, 1.5, 2][i] ?? 1)]))
    const values = [left, right].map((side) => evaluate(side, at, { digits: 25 }))
    if (values.every(({ verdict: one }) => one === 'value')) {
      expect((values[0] as { value: string }).value).toBe((values[1] as { value: string }).value)
      held += 1
    }
  }
  expect(held).toBeGreaterThan(0)
})
