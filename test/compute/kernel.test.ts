/** Kernels: the values of the formula, by numbers and arrays, on vectors and without. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compute/index.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { parse } from '../../src/index.ts'

const XS = [-800, -40, -37.5, -3.25, -1, -0.5, -1e-9, 0, 1e-300, 0.125, 0.75, 1, 2.5, 17, 36.8, 41, 700, 801]

const right = (formula: string, x: number): number => truth(parse(formula), spot(['x'], [x]))

const FORMULAS = [
  '1/(1+e^-x)',
  'e^-x/(1+e^-x)^2',
  'log(1+e^x)',
  'tanh(x)',
  'x/(1+abs(x))',
  'atan(x)',
  'erf(x)*x',
  'x*log(1+x^2)',
]

describe.each(['fast', 'accurate'] as const)('%s', (tier) => {
  test.each(FORMULAS)('%s', (formula) => {
    const f = compile(formula, { tier })
    const values = f(new Float64Array(XS))
    XS.forEach((x, i) => {
      const wanted = right(formula, x)
      if (Number.isNaN(wanted)) return
      expect(Math.abs((values[i] as number) - wanted)).toBeLessThanOrEqual(8 * 2 ** -52 * Math.abs(wanted))
      expect(Math.abs((f(x) as number) - wanted)).toBeLessThanOrEqual(8 * 2 ** -52 * Math.abs(wanted))
    })
  })
})

test('the derivative of the sigmoid keeps its digits where s(1 − s) is 0', () => {
  const f = compile('1/(1+e^-x)', { gradient: true })
  const { value, gradient } = f(new Float64Array([40, 700, -700]))
  expect(value[0]).toBe(1)
  for (const [i, x] of [40, 700, -700].entries()) {
    const slope = Math.exp(-Math.abs(x))
    expect(Math.abs(((gradient[0] as Float64Array)[i] as number) / slope - 1)).toBeLessThan(1e-14)
  }
})

test('numbers spread over arrays; out is written and given back; types follow', () => {
  const f = compile('a*x + b', { variables: ['x', 'a', 'b'] })
  expect([...f(new Float64Array([1, 2, 3]), 2, 1)]).toEqual([3, 5, 7])
  const out = new Float32Array(3)
  expect(f(new Float32Array([1, 2, 3]), 2, 1, { out })).toBe(out)
  expect([...out]).toEqual([3, 5, 7])
  expect(f([1, 2], 2, 1)).toEqual(new Float64Array([3, 5]))
  expect(() => f(new Float64Array(2), new Float64Array(3), 1)).toThrow(/different lengths/)
  expect(() => f(1, 2)).toThrow(/3 values/)
})

test('long arrays of odd lengths', () => {
  const f = compile('x^2 + 1')
  for (const length of [0, 1, 7, 4095, 4096, 4097, 10_001]) {
    const values = f(Float64Array.from({ length }, (_, i) => i))
    expect(values).toHaveLength(length)
    if (length > 0) expect(values[length - 1]).toBe((length - 1) ** 2 + 1)
  }
})

test('a workspace computes without copies', () => {
  const f = compile('e^x*y', { variables: ['x', 'y'], gradient: true })
  const { inputs, value, gradient, run } = f.workspace(1001)
  inputs.x?.fill(1)
  inputs.y?.fill(2)
  run()
  expect(value[1000]).toBeCloseTo(2 * Math.E, 12)
  expect((gradient[1] as Float64Array)[1000]).toBeCloseTo(Math.E, 12)
})

test('inverses of the error function', () => {
  const f = compile('erfinv(x)')
  expect(f.vectors).toBe(true)
  expect(f(new Float64Array([0.5]))[0]).toBeCloseTo(0.4769362762044699, 14)
})
