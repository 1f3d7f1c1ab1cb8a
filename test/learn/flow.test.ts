/** Gradient flow: what was measured once for a note on vanishing gradients, the bound, and what theory expects. */
import { describe, expect, test } from 'vitest'
import { meansOf } from '../../src/learn/flow/expected.ts'
import { normBound } from '../../src/learn/flow/norm.ts'
import { steepestOf } from '../../src/learn/flow/steepest.ts'
import { type Flow, flow, flowPicture } from '../../src/learn/index.ts'
import { activation } from '../../src/learn/network/activation.ts'
import { Random } from '../../src/learn/network/random.ts'

test('a sigmoid with Xavier’s weights multiplies the gradient by about 0.24 in each layer', () => {
  for (const depth of [10, 30]) {
    const { factor, ratio } = flow('sigmoid', { initial: 'xavier', depth })
    expect(Math.abs(factor / 0.24 - 1)).toBeLessThan(0.15)
    expect(Math.log10(ratio / (depth === 10 ? 3e-6 : 6e-19))).toBeCloseTo(0, 0)
  }
})

describe('through 30 layers', () => {
  test.each(['tanh', 'relu', 'swish'])('%s keeps the gradient between a half and six', (name) => {
    for (const initial of ['xavier', 'he']) {
      const { ratio } = flow(name, { initial, depth: 30 })
      expect(ratio).toBeGreaterThan(0.4)
      expect(ratio).toBeLessThan(7)
    }
  })
})

test.each(['sigmoid', 'tanh', 'relu', 'x/(1+e^-x)', 'atan(x)'])('%s: no error passes its bound', (name) => {
  const { layers, steepest, saturated } = flow(name, { initial: 'he', depth: 12, width: 16 })
  expect(steepest.verdict).toBe('proved')
  expect(layers.every(({ error, bound }) => bound !== undefined && error <= bound)).toBe(true)
  expect(saturated).toBeGreaterThanOrEqual(0)
  expect(saturated).toBeLessThanOrEqual(1)
  expect(layers.at(-1)).toMatchObject({ gradient: 1, error: 1, bound: 1 })
})

test('wide networks do what is expected of them', () => {
  for (const name of ['sigmoid', 'tanh', 'softplus']) {
    const { factor, expectedFactor } = flow(name, { depth: 8, width: 96, networks: 2 })
    expect(Math.abs(factor / expectedFactor - 1)).toBeLessThan(0.05)
  }
  // E x² = q, E (x²)′² = 4q
  const { value, slope } = meansOf(activation('x^2'))(0.49)
  expect(Math.abs(value - 3 * 0.49 ** 2)).toBeLessThan(1e-12)
  expect(Math.abs(slope - 4 * 0.49)).toBeLessThan(1e-12)
})

test('the greatest slope is proved, or it is not known', () => {
  const decimals = (name: string) => {
    const found = steepestOf(activation(name))
    return found.verdict === 'proved' ? found.decimals : found.verdict
  }
  expect(decimals('sigmoid')).toBe('0.25')
  expect(decimals('1/(1 + e^(-2*x))')).toBe('0.5')
  expect(decimals('x^2')).toBe('unbounded')
})

test('the bound of the norm of a matrix is none too small and hardly too large', () => {
  const random = new Random(3)
  for (const n of [1, 2, 7, 32]) {
    // a diagonal matrix between two reflections: its norm is its greatest entry
    const diagonal = Array.from({ length: n }, () => 0.1 + random.uniform())
    const reflection = () => {
      const v = Array.from({ length: n }, () => random.normal())
      const square = v.reduce((s, u) => s + u * u, 0)
      return (i: number, j: number) => Number(i === j) - (2 * (v[i] as number) * (v[j] as number)) / square
    }
    const [p, q] = [reflection(), reflection()]
    const w = Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n]
      return diagonal.reduce((s, d, k) => s + p(i, k) * d * q(k, j), 0)
    })
    const [norm, bound] = [Math.max(...diagonal), normBound(w, n)]
    expect(bound).toBeGreaterThan(norm * (1 - 1e-13))
    expect(bound).toBeLessThan(norm * 1.003)
  }
  expect(normBound(new Float64Array(9), 3)).toBe(0)
})

test('a formula flows as its name does, and a seed determines all', () => {
  const plain = ({ layers }: Flow) => layers
  expect(plain(flow('1/(1+e^-x)', { depth: 4 }))).toEqual(plain(flow('sigmoid', { depth: 4 })))
  expect(plain(flow('tanh', { depth: 4, seed: 2 }))).toEqual(plain(flow('tanh', { depth: 4, seed: 2 })))
  expect(plain(flow('tanh', { depth: 4, seed: 2 }))).not.toEqual(plain(flow('tanh', { depth: 4, seed: 3 })))
})

test('values that leave the range of doubles are no measurement', () => {
  expect(flow('x^3', { depth: 30, initial: 'normal(2)' }).verdict).toBe('overflow')
})

test.each([
  ['E938', { depth: 1 }],
  ['E938', { width: 0 }],
  ['E938', { seed: -1 }],
  ['E932', { initial: 'best' }],
])('%s', (code, options) => {
  expect(() => flow('tanh', options)).toThrow(expect.objectContaining({ code }))
})

test('the picture names each network and says how much is left', () => {
  const svg = flowPicture(['xavier', 'he'].map((initial) => flow('sigmoid', { initial, depth: 5 })))
  expect(svg).toContain('>sigmoid, he<')
  expect(svg).toContain('stroke-dasharray')
  expect(svg).toMatch(/<desc>sigmoid, xavier: 0\.00\d+ after 4 layers/)
})
