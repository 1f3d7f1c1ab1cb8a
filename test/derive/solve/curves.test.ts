/** With what a field assumes of its parameters, the inverse of a curve is complete. */
import { expect, test } from 'vitest'
import { solve, verify } from '../../../src/index.ts'

test.each([
  ['gompertz', 'x', ['a > 0', 'b > 0', 'c > 0']],
  ['logistic3', 'x', ['a > 0', 'k > 0']],
  ['logistic4', 'x', ['d > a', 'b > 0']],
  ['logistic5', 'x', ['d > a', 'b > 0', 'g > 0']],
  ['richards', 'x', ['a > 0', 'k > 0', 'n > 0']],
  ['loglogistic', 'x', ['x > 0', 'a > 0', 'b > 0']],
  ['doseresponse', 'x', ['x > 0', 'd > a', 'c > 0', 'b > 0']],
  ['weibull', 'x', ['x > 0', 'l > 0', 'k > 0']],
  ['boltzmann', 'v', ['k > 0', 'b > a']],
  ['fermidirac', 'E', ['t > 0']],
  ['prelu', 'x', ['a > 0']],
  ['elu', 'x', ['a > 0']],
  ['gaussian', 'x', ['s > 0']],
  ['normpdf', 'x', ['s > 0']],
])('%s for %s', (name, variable, assuming) => {
  const { branches, complete, reason } = solve(`${name} = y`, variable, { assuming })
  expect(reason).toBeUndefined()
  expect(complete).toBe(true)
  expect(branches.length).toBeGreaterThan(0)
  for (const { derivation } of branches) expect(verify(derivation)).toEqual({ ok: true })
})
