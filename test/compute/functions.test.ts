/** Vector code of the operations: near the exact values in both tiers and both widths, right at the ends. */
import { describe, expect, test } from 'vitest'
import { type Numbers, Runner } from '../../src/compute/kernel.ts'
import { OPERATIONS, type OperationName } from '../../src/compute/operations.ts'
import { Writer } from '../../src/compute/program.ts'
import type { Lane } from '../../src/compute/wasm/instructions.ts'
import type { Tier } from '../../src/compute/wasm/translate.ts'
import { parse } from '../../src/index.ts'
import { DOUBLE, exactly, type Format, SINGLE, stratified, ulps } from './accuracy.ts'

const COUNT = Number(process.env.ACCURACY_POINTS ?? 800)

/** Units in the last place that are allowed. */
const FAST = 4.5
const ACCURATE = 2
const MOST_ACCURATE: ReadonlySet<string> = new Set(['exp', 'log'])
const BEST = 1.05

const UNARY = (Object.keys(OPERATIONS) as OperationName[]).filter(
  (name) => OPERATIONS[name].letters.length === 1,
)
const FORMATS: Readonly<Record<Lane, Format>> = { 64: DOUBLE, 32: SINGLE }

const inLane = (lane: Lane, x: number): number => (lane === 64 ? x : Math.fround(x))
const array = (lane: Lane, of: readonly number[]): Numbers =>
  lane === 64 ? new Float64Array(of) : new Float32Array(of)

function computed(name: OperationName, lane: Lane, tier: Tier, ...columns: readonly number[][]): Numbers {
  const writer = new Writer()
  const letters = OPERATIONS[name].letters
  const program = writer.program(letters, [
    writer.operation(name, ...letters.map((letter) => writer.input(letter))),
  ])
  const runner = new Runner(program, lane, tier)
  expect(runner.isVector).toBe(true)
  const { length } = columns[0] as number[]
  const out = array(
    lane,
    Array.from({ length }, () => 0),
  )
  runner.fill(
    columns.map((column) => array(lane, column)),
    [out],
    length,
  )
  return out
}

describe.each([64, 32] as const)('%i bits', (lane) => {
  const xs = [...new Set(stratified(COUNT, FORMATS[lane]).map((x) => inLane(lane, x)))].filter(
    (x) => x !== 0 && Number.isFinite(x),
  )
  test.each(UNARY)('%s', (name) => {
    const formula = parse(OPERATIONS[name].meaning.replace(/\bu\b/g, 'x'))
    const exact = xs.map((x) => exactly(formula, x))
    for (const tier of ['fast', 'accurate'] as const) {
      const bound = tier === 'fast' ? FAST : MOST_ACCURATE.has(name) ? BEST : ACCURATE
      const values = computed(name, lane, tier, xs)
      for (const [i, x] of xs.entries()) {
        const right = exact[i]
        const value = values[i] as number
        // where there is no value, the operation says what it is
        if (right === undefined) expect([x, value]).toEqual([x, inLane(lane, OPERATIONS[name].run(x))])
        else if (!(ulps(value, right, FORMATS[lane]) <= bound))
          expect.fail(`${tier}: ${value} at ${x}, ${ulps(value, right, FORMATS[lane])} ulp`)
      }
    }
  })

  test.each(UNARY)('%s at the ends', (name) => {
    const ends = [Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 2, -2]
    for (const tier of ['fast', 'accurate'] as const) {
      const values = computed(name, lane, tier, ends)
      for (const [i, x] of ends.entries()) {
        const [value, right] = [values[i] as number, OPERATIONS[name].run(x)]
        if (Number.isFinite(right) && right !== 0)
          expect(Math.abs(value / right - 1)).toBeLessThan(lane === 64 ? 1e-15 : 1e-6)
        else expect([x, value]).toEqual([x, right])
      }
    }
  })

  test('powers', () => {
    const ends = [0, 0.5, 1, 2, 10, 1e3, 1e-3, -2, -8, Infinity, -Infinity, Number.NaN]
    const pairs = ends.flatMap((u) => [...ends, -0.5, 1 / 3, 3].map((w) => [u, w] as const))
    for (const tier of ['fast', 'accurate'] as const) {
      const us = pairs.map(([u]) => inLane(lane, u))
      const ws = pairs.map(([, w]) => inLane(lane, w))
      const values = computed('power', lane, tier, us, ws)
      for (const [i, u] of us.entries()) {
        const [value, right] = [values[i] as number, inLane(lane, u ** (ws[i] as number))]
        const least = lane === 64 ? 2 ** -1022 : 2 ** -126
        if (Number.isFinite(right) && Math.abs(right) > least)
          expect(Math.abs(value / right - 1)).toBeLessThan(lane === 64 ? 4e-16 : 2e-7)
        else expect([u, ws[i], Math.abs(value)]).toEqual([u, ws[i], Math.abs(right)])
      }
    }
  })
})

test('angles beyond those that vector code brings back', () => {
  const xs = [1e5, 1.5e5, 1e9, 2 ** 60, 1e300, -1e22]
  for (const tier of ['fast', 'accurate'] as const)
    expect([...computed('sin', 64, tier, xs)].map(Math.fround)).toEqual(
      xs.map((x) => Math.fround(Math.sin(x))),
    )
})
