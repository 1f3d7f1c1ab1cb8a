/** Other values of the parameters that give the same curve are found, proved, and brought to one form. */
import { expect, test } from 'vitest'
import { Evaluator } from '../../src/fit/evaluator.ts'
import { modelOf } from '../../src/fit/model.ts'
import { canonical, evenIn, moved, symmetriesOf } from '../../src/fit/symmetries.ts'
import { parse } from '../../src/syntax/index.ts'

const X = Float64Array.of(0.2, 0.9, 1.4, 2.2)

test.each([
  ['a + (d - a)/(1 + e^(-b*(x - c)))', 1],
  ['a + (d - a)/(1 + (x/c)^(-b))', 1],
  ['a + b*tanh(k*(x - c))', 1],
  ['a*e^(-(x - m)^2/s^2)', 1],
  ['a*e^(-b*x) + c*e^(-d*x)', 1],
  ['a*x + b', 0],
  ['a*e^(-b*e^(-c*x))', 0],
])('%s', (text, least) => {
  const model = modelOf(parse(text), ['x'])
  const found = symmetriesOf(model)
  expect(found.length).toBeGreaterThanOrEqual(least)
  if (least === 0) expect(found).toEqual([])
  const theta = Float64Array.from(model.parameters, (_, j) => 0.5 + 0.31 * j)
  const evaluator = new Evaluator(model.value, new Map([['x', X]]), model.parameters, X.length)
  evaluator.run(theta)
  const right = [...(evaluator.outputs[0] as Float64Array)]
  for (const one of found) {
    evaluator.run(moved(theta, one))
    evaluator.outputs[0]?.forEach((value, i) => {
      expect(value).toBeCloseTo(right[i] as number, 10)
    })
  }
})

test('slopes become positive, and asymptotes follow', () => {
  const model = modelOf(parse('a + (d - a)/(1 + e^(-b*(x - c)))'), ['x'])
  const at = (values: Record<string, number>): Float64Array =>
    Float64Array.from(model.parameters, (name) => values[name] as number)
  const linear = ['a', 'd'].map((name) => model.parameters.indexOf(name))
  expect(canonical(model, at({ a: 9, d: 1, c: 2, b: -3 }), linear, () => true)).toEqual(
    at({ a: 1, d: 9, c: 2, b: 3 }),
  )
})

test('alike terms rise by what is not linear', () => {
  const model = modelOf(parse('a*e^(-b*x) + c*e^(-d*x)'), ['x'])
  const linear = [model.parameters.indexOf('a'), model.parameters.indexOf('c')]
  const theta = Float64Array.from(model.parameters, (name) => ({ a: 1, b: 5, c: 2, d: 3 })[name] as number)
  const found = canonical(model, theta, linear, () => true)
  expect(found[model.parameters.indexOf('b')]).toBe(3)
  expect(found[model.parameters.indexOf('a')]).toBe(2)
})

test('a width is even', () => {
  const model = modelOf(parse('a*e^(-(x - m)^2/s^2)'), ['x'])
  const others = ['m', 's'].map((name) => model.parameters.indexOf(name))
  expect([...evenIn(model, others)]).toEqual([model.parameters.indexOf('s')])
})
