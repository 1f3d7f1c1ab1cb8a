/** What the data do not determine is said, with the parameters concerned. */
import { expect, test } from 'vitest'
import { fit as fitted } from '../../src/fit/index.ts'
import { doseSets } from '../support/dose-sets.ts'

const [{ x, y }] = doseSets(1, 5) as [ReturnType<typeof doseSets>[number]]
const line = { x: [1, 2, 3, 4, 5, 6], y: [1.1, 1.9, 3.2, 3.9, 5.1, 5.8] }

test('what is determined', () => {
  const { verdict, condition } = fitted('doseresponse', { x, y }).identifiability
  expect(verdict).toBe('fitted')
  expect(condition).toBeGreaterThan(1e-3)
})

test('a product of which only the product counts', () => {
  const { verdict, cause, parameters } = fitted('p*q*x + c', line).identifiability
  expect([verdict, cause]).toEqual(['undetermined', 'together'])
  expect([...parameters].sort()).toEqual(['p', 'q'])
})

test('a sum of which only the sum counts', () => {
  const { verdict, parameters, reason } = fitted('p + q + c*x', line).identifiability
  expect(verdict).toBe('undetermined')
  expect([...parameters].sort()).toEqual(['p', 'q'])
  expect(reason).toContain('p and q')
})

test('two curves through two doses', () => {
  const few = { x: [1, 1, 1, 2, 2, 2], y: [1, 1.1, 0.9, 5, 5.1, 4.9] }
  const { verdict, cause } = fitted('logistic4', few).identifiability
  expect([verdict, cause]).toEqual(['undetermined', 'few x'])
})

test('an upper end that no dose reached', () => {
  // a power law: S falls as the asymptote goes away
  const t = [1, 2, 3, 4, 5, 6, 7, 8]
  const steady = { x: t, y: t.map((value) => Math.exp(0.4 * value) * (1 + 0.02 * (-1) ** value)) }
  const { verdict, parameters } = fitted('a/(1 + e^(-k*(x - c)))', steady).identifiability
  expect(verdict).toBe('undetermined')
  expect(parameters).toContain('a')
})

test('a parameter that the data never meet', () => {
  const { verdict, parameters } = fitted('a + b*x + c*max(x - 100, 0)', line).identifiability
  expect(verdict).toBe('undetermined')
  expect(parameters).toEqual(['c'])
})

test('an interval without an upper end is said', () => {
  // the curve has only begun to bend
  const t = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21]
  const weights = [42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205]
  const found = fitted('a/(1 + e^((m - x)/s))', { x: t, y: weights })
  expect(found.verdict).toBe('fitted')
  expect(found.identifiability.notes.join()).toContain('no upper end')
  expect(found.profile('a').isOpenAbove).toBe(true)
  expect(found.profile('s').isOpenAbove).toBe(false)
})
