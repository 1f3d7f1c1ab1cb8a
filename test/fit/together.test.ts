/** Groups that share parameters: what can be worked out by hand, and what sharing costs. */
import { expect, test } from 'vitest'
import { fisher } from '../../src/data/distributions.ts'
import { fitTogether, fit as fitted } from '../../src/fit/index.ts'
import { normalFrom, uniformFrom } from '../support/dose-sets.ts'

const x = [1, 2, 3, 4, 5, 6]
const one = { x, y: [2.1, 3.9, 6.2, 7.9, 10.1, 12.2] }
const two = { x, y: [5.2, 6.8, 9.1, 11.2, 12.7, 15.1] }

test('lines with one slope have the mean of the slopes', () => {
  const { fit, apart, test: f } = fitTogether('a + b*x', { one, two }, ['b'])
  const slopes = [...apart.values()].map((each) => each.value('b'))
  // the x are the same, so both count alike
  expect(fit.value('b')).toBeCloseTo(((slopes[0] as number) + (slopes[1] as number)) / 2, 12)
  expect(fit.parameters.length).toBe(3)
  expect(fit.verdict).toBe('fitted')
  expect(f.df).toEqual([1, 8])
  const separate = [...apart.values()].reduce((sum, each) => sum + each.rss, 0)
  expect(f.F).toBeCloseTo((fit.rss - separate) / (separate / 8), 9)
  expect(f.p).toBeCloseTo(fisher(f.F, 1, 8).above, 12)
})

test('with everything shared it is the fit of all rows', () => {
  const { fit } = fitTogether('a + b*x', { one, two }, ['a', 'b'])
  const all = fitted('a + b*x', { x: [...x, ...x], y: [...one.y, ...two.y] })
  expect(fit.rss).toBeCloseTo(all.rss, 11)
  expect(fit.error('b')).toBeCloseTo(all.error('b'), 12)
})

test('with nothing shared it is the groups by themselves', () => {
  const { fit, apart } = fitTogether('a + b*x', { one, two }, [])
  expect(fit.value('a two')).toBeCloseTo(apart.get('two')?.value('a') as number, 12)
})

test('curves that differ in one parameter only', () => {
  const uniform = uniformFrom(4)
  const doses = Array.from({ length: 18 }, (_, i) => 0.03 * 10 ** (0.5 * Math.floor(i / 3)))
  const curve = (c: number) => ({
    x: doses,
    y: doses.map((dose) => 100 / (1 + (dose / c) ** -1.4) + 2 * normalFrom(uniform)),
  })
  const groups = { weak: curve(1.5), strong: curve(0.4) }
  const { fit, test: f } = fitTogether('a + (d - a)/(1 + (x/c)^(-b))', groups, ['a', 'd', 'b'])
  expect(fit.verdict).toBe('fitted')
  expect(f.p).toBeGreaterThan(0.001)
  expect(Math.abs(fit.value('c weak') / 1.5 - 1)).toBeLessThan(0.2)
  const same = fitTogether('a + (d - a)/(1 + (x/c)^(-b))', groups, ['a', 'd', 'b', 'c'])
  expect(same.test.p).toBeLessThan(1e-6)
})

test('what cannot be shared', () => {
  expect(() => fitTogether('a + b*x', { one }, ['k'])).toThrow(expect.objectContaining({ code: 'E952' }))
  expect(() => fitTogether('a + b*x', {}, ['b'])).toThrow(expect.objectContaining({ code: 'E954' }))
})
