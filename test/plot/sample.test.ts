/** Sampling by itself, where nothing is known of a function but its values. */
import { describe, expect, it } from 'vitest'
import { distance } from '../../src/plot/outline.ts'
import { type Point, type Sampled, sampled } from '../../src/plot/sample.ts'
import { scale } from '../../src/plot/scale.ts'

const x = scale('linear', [-1, 1], [0, 600])
const y = scale('linear', [-3, 3], [300, 0])
const drawn = (f: (v: number) => number): Sampled => sampled(f, x, y)

const away = ([px, py]: Point, { pieces }: Sampled): number =>
  Math.min(...pieces.flatMap((piece) => piece.map((p, i) => distance([px, py], piece[i - 1] ?? p, p))))

describe('interruptions are found from values alone', () => {
  it.each<[string, (v: number) => number, number]>([
    ['a pole', (v) => 1 / (v - 0.3), 2],
    ['two jumps', (v) => Math.floor(v + 0.123), 3],
    ['several jumps', (v) => Math.floor(4 * v + 0.1), 9],
    ['poles', (v) => Math.tan(10 * v), 7],
    ['none, however steep', (v) => Math.tanh(1e7 * (v - 0.1)), 1],
    ['none at an upright tangent', (v) => Math.cbrt(v - 0.1), 1],
    ['none in quick waves', (v) => Math.sin(900 * v), 1],
  ])('%s', (_, f, count) => {
    expect(drawn(f).pieces.length).toBe(count)
  })
})

describe('ends are reached', () => {
  it.each<[string, (v: number) => number, number, number]>([
    ['of a root', (v) => Math.sqrt(v - 0.1234), 0.1234, 0],
    ['on the right', (v) => Math.sqrt(0.777 - v), 0.777, 0],
    ['of a jump out of the numbers', (v) => (v < 0.25 ? 1 : Number.NaN), 0.25, 1],
    ['of an arc', (v) => Math.asin(v / 0.4321), 0.4321, Math.PI / 2],
  ])('%s', (_, f, at, value) => {
    expect(away([x.place(at), y.place(value)], drawn(f))).toBeLessThan(0.01)
  })

  it('a logarithm leaves the window at its pole', () => {
    const lowest = Math.max(
      ...drawn((v) => (v > 0.1 ? Math.log(v - 0.1) : Number.NaN))
        .pieces.flat()
        .map((p) => p[1]),
    )
    expect(lowest).toBeGreaterThan(300)
  })
})

it('work is bounded, and what is drawn as a band is said', () => {
  let count = 0
  const wild = drawn((v) => {
    count += 1
    return 2 * Math.sin(1e9 * v)
  })
  expect(count).toBeLessThan(200_000)
  expect([wild.dense, wild.complete]).toEqual([true, true])
  const ys = wild.pieces.flat().map((p) => p[1])
  expect([Math.min(...ys), Math.max(...ys)].map((at) => Math.round(10 * y.value(at)) / 10)).toEqual([2, -2])
  expect([drawn(Math.sin).dense, drawn(Math.sin).complete]).toEqual([false, true])
})

it('noise and nothing are drawn without a fault', () => {
  expect(() => drawn(() => Math.random())).not.toThrow()
  expect(drawn(() => Number.NaN).pieces).toEqual([])
  expect(() => drawn(() => Infinity)).not.toThrow()
})
