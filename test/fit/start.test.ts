/** Without starting values: curves of many shapes are found again from points on them with a little noise. */
import { expect, test } from 'vitest'
import { fit as fitted } from '../../src/fit/index.ts'
import { asComputed } from '../../src/fit/model.ts'
import { sitesOf } from '../../src/fit/start/sites.ts'
import { parse } from '../../src/syntax/index.ts'
import { normalFrom, uniformFrom } from '../support/dose-sets.ts'

const grid = (from: number, to: number, count = 25): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1))

test.each([
  ['a*e^(-b*x) + c', { a: 40, b: 0.02, c: 3 }, grid(0, 200)],
  ['a*e^(-b*x) + c*e^(-d*x)', { a: 5, b: 0.1, c: 3, d: 1.4 }, grid(0, 12)],
  ['a*x^n', { a: 0.3, n: 2.4 }, grid(1, 9)],
  ['v*x/(k + x)', { v: 200, k: 0.05 }, grid(0.01, 1)],
  ['a + b*sin(w*x) + c*cos(w*x)', { a: 10, b: 2, c: -1, w: 0.52 }, grid(0, 40, 60)],
  ['a*e^(-(x - m)^2/(2*s^2))', { a: 3, m: 452, s: 4 }, grid(430, 470, 40)],
  ['a*e^(b/(x + c))', { a: 0.006, b: 6000, c: 345 }, grid(50, 125)],
  ['a/(1 + e^((m - x)/s))', { a: 320, m: 1950, s: 40 }, grid(1790, 2000)],
  ['a*e^(-b*e^(-c*x))', { a: 7, b: 5, c: 0.3 }, grid(0, 20)],
  ['a - d*e^(-e^l*x^p)', { a: 158, d: 110, l: -6, p: 2.6 }, grid(1, 20)],
  ['(a + b*x)/(1 + c*x)', { a: 1, b: 2, c: 0.04 }, grid(0, 60)],
  ['a + b*tanh(k*(x - m))', { a: 1, b: 2, k: 0.7, m: -3 }, grid(-9, 4)],
  ['a*log(1 + b*x)', { a: 3, b: 20 }, grid(0, 2)],
] as const)('%s', (formula, truth, x) => {
  const uniform = uniformFrom(1)
  const names = Object.keys(truth)
  const exact = fitted(formula, { x: [...x], y: x.map((_, i) => i) }, { start: truth, fixed: truth })
  const curve = [...exact.predict([...x])]
  const span = Math.max(...curve) - Math.min(...curve)
  const y = curve.map((value) => value + 0.005 * span * normalFrom(uniform))
  const found = fitted(formula, { x: [...x], y })
  const near = fitted(formula, { x: [...x], y }, { start: truth, search: false })
  expect(found.verdict, found.identifiability.reason).toBe('fitted')
  expect(found.rss).toBeLessThanOrEqual(near.rss * (1 + 1e-8))
  expect(names.length).toBe(found.parameters.length)
})

test.each([
  ['a + (d - a)/(1 + e^(-b*(x - c)))', 'c', ['term']],
  ['a + (d - a)/(1 + e^(-b*(x - c)))', 'b', ['argument']],
  ['1/(1 + (x/c)^b)', 'c', ['logarithm']],
  ['1/(1 + (x/c)^b)', 'b', ['argument']],
  ['a*sin(w*x)', 'w', ['angle']],
  ['v*x/(k + x)', 'k', ['term']],
] as const)('%s: where %s stands', (formula, name, kinds) => {
  expect(sitesOf(asComputed(parse(formula)), name).map(({ kind }) => kind)).toEqual(kinds)
})

test('many rows are searched in a sample, and fitted all', () => {
  const uniform = uniformFrom(6)
  const x = grid(0, 10, 6_000)
  const y = x.map((value) => 3 / (1 + Math.exp(4 - value)) + 0.1 * normalFrom(uniform))
  const found = fitted('a/(1 + e^(b - k*x))', { x, y })
  expect(found.verdict).toBe('fitted')
  expect(found.count).toBe(6_000)
  expect(Math.abs(found.value('a') - 3)).toBeLessThan(4 * found.error('a'))
})
