/** Every row of the table of rewrites: both sides are proved equal where both are defined. */
import { expect, test } from 'vitest'
import { REWRITES } from '../../src/compute/stable/rewrites.ts'
import { compare } from '../../src/derive/compare.ts'
import { evaluate } from '../../src/derive/evaluate.ts'
import { differentiate } from '../../src/derive/index.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { parsePattern } from '../../src/rules/pattern.ts'

/** Where slopes are proved equal, one point for each stretch of the domain would do. */
const POINTS = [
  [0.3, 0.7],
  [1.25, 0.5],
  [2.5, 1.75],
  [0.11, 3.5],
]

test.each(REWRITES)('$from → $to', ({ from, to, provided = [] }) => {
  const [left, right] = [parsePattern(from), parsePattern(to)] as const
  const context = { variable: freeSymbols(left)[0] as string, assuming: provided.map(parsePattern) }
  if (compare(left, right, context).verdict === 'equal') return
  // relations between inverse functions, by their slopes and by values
  const slopes = [left, right].map((side) => differentiate(side, context).to) as [Expr, Expr]
  expect(compare(...slopes, context).verdict).toBe('equal')
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
