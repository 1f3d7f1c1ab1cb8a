/** Sums of expressions over rows: in vectors and one by one, the same as sums by hand. */
import { describe, expect, test } from 'vitest'
import { inMemory } from '../../src/data/memory.ts'
import { passFor } from '../../src/data/pass.ts'
import { planOf } from '../../src/data/sums.ts'
import { Totals } from '../../src/data/total.ts'
import { multiply, symbol } from '../../src/expression/expr.ts'
import { Random } from '../../src/learn/network/random.ts'
import { parse } from '../../src/syntax/index.ts'

function columns(count: number): { x: Float64Array; y: Float64Array; k: Int32Array } {
  const random = new Random(count)
  return {
    x: Float64Array.from({ length: count }, () => random.normal()),
    y: Float64Array.from({ length: count }, () => random.uniform()),
    k: Int32Array.from({ length: count }, (_, i) => i % 7),
  }
}

const FORMULAS: readonly (readonly [string, (x: number, y: number, k: number) => number])[] = [
  ['1', () => 1],
  ['x', (x) => x],
  ['x*y', (x, y) => x * y],
  ['x*y*k', (x, y, k) => x * y * k],
  ['a*x^2', (x) => 3 * x * x],
  ['1/(1+e^-(a*x+k))', (x, _, k) => 1 / (1 + Math.exp(-3 * x - k))],
  ['log(1+y)*sign(x)', (x, y) => Math.log1p(y) * Math.sign(x)],
]

describe('sums', () => {
  test.each([1, 2, 3, 63, 64, 65, 1_000, 2_047, 2_049, 10_001])('of %i rows', async (count) => {
    const { x, y, k } = columns(count)
    const expressions = FORMULAS.map(([formula]) => parse(formula))
    const sums = await inMemory({ x, y, k }).sums(expressions, { a: 3 })
    FORMULAS.forEach(([, f], i) => {
      const right = x.reduce((sum, v, j) => sum + f(v, y[j] as number, k[j] as number), 0)
      const size = x.reduce((sum, v, j) => sum + Math.abs(f(v, y[j] as number, k[j] as number)), 0)
      expect(Math.abs((sums[i] as number) - right)).toBeLessThanOrEqual(1e-14 * size)
    })
  })

  test('that no vector code has are made one by one', async () => {
    const { x, y } = columns(1_500)
    const rows = inMemory({ x, y })
    const expressions = [parse('sin(1000*x)'), parse('y')]
    expect(passFor(planOf(expressions, rows.names, []))).toBeUndefined()
    const [sine, sum] = await rows.sums(expressions)
    expect(sine).toBeCloseTo(
      x.reduce((s, v) => s + Math.sin(1000 * v), 0),
      9,
    )
    expect(sum).toBeCloseTo(
      y.reduce((s, v) => s + v, 0),
      10,
    )
  })

  test('keep what cancels between blocks', async () => {
    const x = Float64Array.from({ length: 3 * 8_192 }, (_, i) => (i < 8_192 ? 1e16 : i < 16_384 ? 1 : -1e16))
    const [sum] = await inMemory({ x }).sums([parse('x')])
    expect(sum).toBe(8_192)
  })

  test('of all pairs of many columns', async () => {
    const random = new Random(3)
    const names = Array.from({ length: 17 }, (_, j) => `c${j}`)
    const table = Object.fromEntries(
      names.map((name) => [name, Float64Array.from({ length: 777 }, () => random.normal())]),
    )
    const pairs = names.flatMap((a, i) => names.slice(i).map((b) => [a, b] as const))
    const sums = await inMemory(table).sums(pairs.map(([a, b]) => multiply(symbol(a), symbol(b))))
    pairs.forEach(([a, b], i) => {
      const right = (table[a] as Float64Array).reduce((sum, v, j) => sum + v * (table[b]?.[j] as number), 0)
      expect(sums[i]).toBeCloseTo(right, 10)
    })
  })

  test('of more columns than code has parameters for', async () => {
    const names = Array.from({ length: 1_100 }, (_, j) => `c${j}`)
    const rows = inMemory(Object.fromEntries(names.map((name, j) => [name, Float64Array.of(j, 1, 2)])))
    const sums = await rows.sums(names.map((name) => symbol(name)))
    expect([...sums]).toEqual(names.map((_, j) => j + 3))
  })

  test('have columns that are called like constants, or like nothing', async () => {
    const rows = inMemory({
      e: Float64Array.of(1, 2),
      pi: Float64Array.of(3, 4),
      "a'; DROP": Float64Array.of(5, 6),
    })
    const sums = await rows.sums([symbol('e'), multiply(symbol('pi'), symbol("a'; DROP"))])
    expect([...sums]).toEqual([3, 39])
  })

  test('refuse letters that are no columns, and columns that do not fit', async () => {
    await expect(inMemory({ x: Float64Array.of(1) }).sums([parse('x*q')])).rejects.toMatchObject({
      code: 'E821',
    })
    expect(() => inMemory({ x: Float64Array.of(1), y: Float64Array.of(1, 2) })).toThrow(
      expect.objectContaining({ code: 'E822' }),
    )
  })

  test('a sample is from all over', async () => {
    const x = Float64Array.from({ length: 100_000 }, (_, i) => i)
    const some = inMemory({ x }).sample(1_000)
    expect(some.count).toBeGreaterThanOrEqual(900)
    expect(some.count).toBeLessThanOrEqual(1_100)
    const [sum] = await some.sums([parse('x')])
    expect(Math.abs((sum as number) / some.count / 50_000 - 1)).toBeLessThan(0.1)
  })
})

test('totals lose nothing', () => {
  const totals = new Totals(1)
  for (const value of [1e300, 1, -1e300, 1e-20]) totals.addAll(Float64Array.of(value))
  expect(totals.value(0)).toBe(1)
})
