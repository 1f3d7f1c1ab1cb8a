/** Backpropagation against differences in high precision; `scripts/learning.mjs` compares 200 networks. */
import { expect, test } from 'vitest'
import { compared } from './high-precision.ts'

test.each([1, 2, 4, 11, 15])('derivatives of random network %i', (seed) => {
  const { what, error } = compared(seed, 3)
  expect(error, what).toBeLessThan(1e-9)
})
