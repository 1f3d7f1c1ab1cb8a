/** Programs of models mean what `differentiate` derives, however the formula is named. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compute/index.ts'
import { raised } from '../../src/compute/raise.ts'
import { run } from '../../src/compute/run.ts'
import { compare } from '../../src/derive/compare.ts'
import { differentiate } from '../../src/derive/index.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { Evaluator } from '../../src/fit/evaluator.ts'
import { modelOf } from '../../src/fit/model.ts'
import { parse } from '../../src/syntax/index.ts'

const FORMULAS = ['a*e^(-b*x) + c', 'a + (d - a)/(1 + e^(-b*(x - c)))', 'v*x/(k + x)', 'a*x^2 + sin(b*x)']

test.each(FORMULAS)('the derivatives of %s are those that are derived', (text) => {
  const u = parse(text)
  const { gradient, parameters } = modelOf(u, ['x'])
  const [, ...slopes] = raised(gradient) as [Expr, ...Expr[]]
  parameters.forEach((name, j) => {
    const derived = differentiate(u, { variable: name }).to
    expect(compare(slopes[j] as Expr, derived, { variable: 'x' }).verdict, name).toBe('equal')
  })
})

test('second derivatives are those of the first', () => {
  const u = parse('a*e^(-b*x^2)*tanh(c + x)')
  const model = modelOf(u, ['x'])
  const { parameters } = model
  const values = new Map(Object.entries({ x: 0.7, a: 1.3, b: 0.4, c: -0.2 }))
  const at = (names: readonly string[]): number[] => names.map((name) => values.get(name) as number)
  const second = run(model.curvature(), at(model.gradient.inputs))
  parameters.forEach((first, j) => {
    parameters.forEach((other, k) => {
      const derived = differentiate(differentiate(u, { variable: first }).to, { variable: other }).to
      const right = compile(derived, { variables: ['x', ...parameters], form: 'as-written' })
      expect(second[j * parameters.length + k]).toBeCloseTo(right(...at(['x', ...parameters])), 12)
    })
  })
})

test('a sigmoid has its slope in the middle too', () => {
  const { gradient } = modelOf(parse('1/(1 + e^(-b*(x - c)))'), ['x'])
  const at = gradient.inputs.map((name) => (name === 'b' ? 2 : 0.5))
  expect(run(gradient, at)).toEqual([0.5, ...gradient.outputs.slice(1).map((_, k) => (k === 0 ? 0 : -0.5))])
})

test('a named curve is the model of its definition', () => {
  const named = modelOf(parse('logistic4'), ['x'])
  const typed = modelOf(parse('a + (d - a)/(1 + e^(-b*(x - c)))'), ['x'])
  expect(new Set(named.parameters)).toEqual(new Set(typed.parameters))
  const at = new Map(Object.entries({ x: 0.3, a: 1, d: 4, c: 0.5, b: 2 }))
  const value = ({ value: program }: typeof named): number =>
    run(
      program,
      program.inputs.map((name) => at.get(name) as number),
    )[0] as number
  expect(value(named)).toBe(value(typed))
})

test('a formula without parameters is no model', () => {
  expect(() => modelOf(parse('x^2 + pi'), ['x'])).toThrow(expect.objectContaining({ code: 'E951' }))
})

describe('rows in blocks', () => {
  const { gradient, parameters } = modelOf(parse('a*log(x) + {b if x < 3 else -c}/(1 + e^(x - c))'), ['x'])

  test('many rows have the values of single ones', () => {
    const x = Float64Array.from({ length: 5_000 }, (_, i) => 0.1 + i / 700)
    const all = new Evaluator(gradient, new Map([['x', x]]), parameters, x.length)
    for (const theta of [
      [1, 2, 0.5],
      [-0.3, 1, 2],
    ]) {
      all.run(theta)
      for (const i of [0, 1, 2_047, 2_048, 4_999]) {
        const one = run(
          gradient,
          gradient.inputs.map((name) =>
            name === 'x' ? (x[i] as number) : (theta[parameters.indexOf(name)] as number),
          ),
        )
        expect(all.outputs.map((output) => output[i])).toEqual(one)
      }
    }
  })
})
