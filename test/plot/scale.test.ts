/** Scales and ticks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsOf, scale, ticksOf } from '../../src/plot/scale.ts'
import { colorOf, dashOf, lineFormat, markerOf } from '../../src/plot/style.ts'
import { usualHeight, usualRange } from '../../src/plot/window.ts'

const ends = fc
  .tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true }))
  .map(([from, width]) => [from, from + width] as const)
  .filter(([from, to]) => to - from > 1e-9 * Math.max(Math.abs(from), Math.abs(to)))

describe('a scale', () => {
  it('leads from values to places and back', () => {
    fc.assert(
      fc.property(ends, fc.double({ min: 0, max: 1, noNaN: true }), ([from, to], t) => {
        const axis = scale('linear', [from, to], [50, 600])
        const value = from + (to - from) * t
        expect(Math.abs(axis.value(axis.place(value)) - value)).toBeLessThanOrEqual(
          1e-9 * (Math.abs(value) + to - from),
        )
      }),
      { seed: 3 },
    )
  })

  it('a logarithmic one takes equal ratios to equal lengths, and shows nothing below 0', () => {
    const axis = scale('log', [0.01, 100], [0, 400])
    expect([0.01, 0.1, 1, 10, 100].map((v) => Math.round(axis.place(v)))).toEqual([0, 100, 200, 300, 400])
    expect(axis.place(-1)).toBeNaN()
  })

  it('has ticks in its window, in order, each with a label of its own that says its value', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 12 }), ([from, to], count) => {
        const axis = scale('linear', [from, to], [0, 1])
        const ticks = ticksOf(axis, count)
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 2)
        expect(
          ticks.every((tick, i) => tick >= from && tick <= to && !(tick <= (ticks[i - 1] ?? -Infinity))),
        ).toBe(true)
        expect(new Set(labelsOf(ticks, axis)).size).toBe(ticks.length)
      }),
      { seed: 4 },
    )
  })

  it.each([
    [0.01, 100],
    [0.3, 0.9],
    [1e-9, 1e12],
    [2, 70],
  ])('logarithmic ticks from %d to %d', (from, to) => {
    const axis = scale('log', [from, to], [0, 1])
    const ticks = ticksOf(axis, 6)
    expect(ticks.length).toBeGreaterThan(1)
    expect(new Set(labelsOf(ticks, axis)).size).toBe(ticks.length)
  })
})

describe('the window', () => {
  const xs = Array.from({ length: 501 }, (_, i) => -10 + i / 25)
  const height = (f: (x: number) => number) => usualHeight([{ f, xs }], false)

  it('shows all of a curve without poles', () => {
    for (const f of [Math.sin, Math.exp, Math.abs, (x: number) => x ** 10, Math.tanh]) {
      const [low, high] = height(f)
      expect(low).toBeLessThan(Math.min(...xs.map(f)))
      expect(high).toBeGreaterThan(Math.max(...xs.map(f)))
    }
  })

  it('is not swallowed by a pole or an overflow', () => {
    for (const f of [
      (x: number) => 1 / x,
      (x: number) => 1 / x ** 2,
      (x: number) => 1 / (x - 0.3),
      (x: number) => Math.exp(Math.exp(x)),
    ]) {
      const [low, high] = height(f)
      expect(high - low).toBeLessThan(100)
      expect(high - low).toBeGreaterThan(0.5)
    }
  })

  it('shows what grows as high as it is wide, if nobody asked for these x', () => {
    for (const f of [Math.exp, (x: number) => x ** 10, Math.cosh, (x: number) => x ** 11 - x]) {
      const [low, high] = usualHeight([{ f, xs }], false, 20)
      expect(high).toBeLessThan(25)
      expect(high).toBeGreaterThan(15)
      expect(low).toBeGreaterThan(-25)
    }
    const steps = (x: number): number => (x < 9.5 ? 0 : 1000)
    for (const f of [Math.sin, (x: number) => x ** 2, (x: number) => Math.exp(-(x ** 2)), steps])
      expect(usualHeight([{ f, xs }], false, 20)).toEqual(height(f))
  })

  it('shows where a curve turns between its poles', () => {
    const [low, high] = height((x) => 1 / ((x - 1.01) * (x - 2.01) * (x - 3.01)))
    expect(low).toBeLessThan(-2.6)
    expect(high).toBeGreaterThan(2.6)
    expect(high - low).toBeLessThan(20)
  })

  it('is not swallowed by a zero on a logarithmic scale', () => {
    const [low, high] = usualHeight([{ f: (x) => Math.abs(Math.sin(x)), xs }], true)
    expect(low).toBeGreaterThan(1e-4)
    expect(high).toBeGreaterThan(1)
  })

  it('begins and ends where the curves do', () => {
    const [from, to] = usualRange([Math.asin])
    expect(from).toBeLessThanOrEqual(-1)
    expect(to).toBeLessThan(1.2)
    expect(usualRange([(x) => x])).toEqual([-10, 10])
    expect(usualRange([() => Number.NaN])).toEqual([-10, 10])
  })
})

describe('styles', () => {
  it("MATLAB's formats", () => {
    expect(lineFormat('b*')).toEqual({ color: 'blue', marker: '*' })
    expect(lineFormat('--r')).toEqual({ color: 'red', dash: 'dashed' })
    expect(lineFormat('k-.o')).toEqual({ color: 'black', dash: 'dash-dotted', marker: 'o' })
    expect(lineFormat('sigmoid')).toBe(undefined)
  })

  it('names', () => {
    expect(colorOf('#A0B0C0', 0)).toBe('#a0b0c0')
    expect(colorOf('r', 0)).toBe(colorOf('red', 5))
    expect(dashOf(':', 0)).toBe('dotted')
    expect(markerOf('circle')).toBe('o')
    for (const wrong of ['toString', 'constructor', '', 'url(#x)'])
      for (const name of [() => colorOf(wrong, 0), () => dashOf(wrong, 0), () => markerOf(wrong)])
        expect(name).toThrow(expect.objectContaining({ code: 'E801' }))
  })
})
