/** Probabilities and quantiles held against R 4.2 (pt, qt, pf, qchisq, …), and against each other. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquared,
  chiSquaredQuantile,
  fisher,
  fisherQuantile,
  normal,
  normalQuantile,
  student,
  studentQuantile,
} from '../../src/data/distributions.ts'
import { incompleteGamma, logGamma } from '../../src/data/gamma.ts'

const near = (value: number, right: number, digits = 12): void => {
  expect(Math.abs(value - right)).toBeLessThanOrEqual(Math.abs(right) * 10 ** -digits)
}

test.each([
  ['t', studentQuantile(0.975, 5), 2.5705818356363137],
  ['t, one degree', studentQuantile(0.9, 1), 3.077683537175254],
  ['t, far', studentQuantile(0.001, 20), -3.551808343203333],
  ['chi-squared', chiSquaredQuantile(0.95, 1), 3.841458820694124],
  ['chi-squared, near 0', chiSquaredQuantile(0.001, 3), 0.02429758581569273],
  ['chi-squared, many', chiSquaredQuantile(0.5, 100), 99.33412923598846],
  ['normal, far', normalQuantile(1e-10), -6.361340902404056],
  ['normal', normalQuantile(0.975), 1.959963984540054],
  ['t tail', student(-40, 3).below, 1.719034039457927e-5],
  ['F', fisher(0.7, 5, 3).below, 0.3385965248169845],
  ['F above', fisher(30, 2, 50).above, 2.750635092767005e-9],
  ['chi-squared above', chiSquared(300, 100).above, 7.412100857322875e-22],
  ['log Γ', logGamma(0.1), 2.252712651734206],
])('%s', (_, value, right) => near(value, right))

test('tails keep their own digits', () => {
  // e^-x and x^-n, where the distribution has such a form
  near(chiSquared(1400, 2).above, Math.exp(-700))
  near(fisher(1e6, 2, 4).above, (1 + 5e5) ** -2)
  near(student(1e8, 1).above, 1 / (Math.PI * 1e8))
  near(incompleteGamma(1, 1e-20).below, 1e-20)
})

describe('quantiles are inverse to probabilities', () => {
  const part = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
  const degrees = fc.double({ min: 0.5, max: 500, noNaN: true })
  const agrees = (p: number, { below, above }: { below: number; above: number }): void => {
    if (p < 0.5) near(below, p, 11)
    else near(above, 1 - p, 9)
  }

  test('t', () => {
    fc.assert(
      fc.property(part, degrees, (p, df) => agrees(p, student(studentQuantile(p, df), df))),
      { numRuns: 60 },
    )
  })
  test('chi-squared', () => {
    fc.assert(
      fc.property(part, degrees, (p, df) => agrees(p, chiSquared(chiSquaredQuantile(p, df), df))),
      {
        numRuns: 60,
      },
    )
  })
  test('F', () => {
    fc.assert(
      fc.property(part, degrees, degrees, (p, a, b) => agrees(p, fisher(fisherQuantile(p, a, b), a, b))),
      {
        numRuns: 60,
      },
    )
  })
  test('normal', () => {
    fc.assert(
      fc.property(part, (p) => agrees(p, normal(normalQuantile(p)))),
      { numRuns: 60 },
    )
  })
})

test('F is t squared', () => {
  near(fisherQuantile(0.95, 1, 17), studentQuantile(0.975, 17) ** 2, 11)
})

test('what is no probability has no quantile', () => {
  for (const p of [-0.1, 1.1, Number.NaN]) {
    expect(studentQuantile(p, 3)).toBeNaN()
    expect(chiSquaredQuantile(p, 3)).toBeNaN()
    expect(normalQuantile(p)).toBeNaN()
  }
  expect([studentQuantile(0, 3), studentQuantile(1, 3), chiSquaredQuantile(0, 3)]).toEqual([
    -Infinity,
    Infinity,
    0,
  ])
})
