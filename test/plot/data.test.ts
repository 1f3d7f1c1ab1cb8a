/** Overlays, measured points, bands. */
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/derive/verify.ts'
import { curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { describePlot, largestDifference, type PlotOptions, plot } from '../../src/plot/index.ts'
import type { Picture } from '../../src/plot/picture.ts'
import { plotText } from '../../src/plot/terminal.ts'

const pictured = (formulas: readonly string[], options: PlotOptions): Picture =>
  pictureOf(curvesIn(formulas, options), options)

describe('two forms over each other', () => {
  const FORMS = ['e^-x/(1+e^-x)^2', 'sigmoid(x)*(1-sigmoid(x))']

  it('have different markers at the same places, and are proved equal', () => {
    const { curves, difference } = pictured(FORMS, { overlay: true })
    expect(new Set(curves.map(({ curve }) => curve.marker)).size).toBe(2)
    const [a, b] = curves.map(({ markers }) => markers.map(([x, y]) => [x.toFixed(6), y.toFixed(6)]))
    expect(a?.length).toBeGreaterThan(10)
    expect(a).toEqual(b)
    expect(difference?.kind).toBe('equal')
    expect(difference?.kind === 'equal' && verify(difference.certificate)).toEqual({ ok: true })
    expect(describePlot(FORMS, { overlay: true })).toContain('0: equal, proved')
    expect(plotText(FORMS, { overlay: true })).toContain('0: equal, proved')
  })

  it.each([
    ['x^2', 'x', 0, 1, 0.25, 0.5],
    ['sin(x)', 'x - x^3/6', -2, 2, Math.sin(2) - 2 / 3, 2],
    ['x', '2*x', -3, 1, 3, -3],
    ['e^x', '1 + x', 0, 1, Math.E - 2, 1],
  ])('%s and %s from %d to %d are apart by the true difference', (a, b, from, to, largest, at) => {
    const found = largestDifference(a, b, { from, to })
    if (found.kind !== 'apart') throw new Error(found.kind)
    expect(found.least).toBeLessThanOrEqual(largest * (1 + 1e-12))
    expect(found.most).toBeGreaterThanOrEqual(largest * (1 - 1e-12))
    expect(found.most / found.least).toBeLessThan(1.01)
    expect(Math.abs(found.x)).toBeCloseTo(Math.abs(at), 1)
  })

  it('poles have no largest difference, forms that never meet none at all', () => {
    const pole = largestDifference('1/x', 'x')
    expect(pole.kind === 'apart' && pole.least > 1e6 && pole.most).toBe(Infinity)
    const huge = largestDifference('e^(e^x)', 'x')
    expect(huge.kind === 'apart' && Number.isFinite(huge.least)).toBe(true)
    expect(largestDifference('sqrt(x)', 'sqrt(-x-1)').kind).toBe('unknown')
  })
})

describe('measured points', () => {
  const data = [{ x: [1, 2, 3], y: [2, 4, 5], yError: [0.5, 0, 1], xError: 0.1, label: 'measured' }]

  it('stand where they were measured, with bars as long as their errors', () => {
    const { x, y, data: drawn } = pictured([], { data })
    expect(drawn[0]?.points).toEqual([1, 2, 3].map((v, i) => [x.place(v), y.place([2, 4, 5][i] as number)]))
    const heights = (drawn[0]?.bars ?? [])
      .filter(([a, b]) => a && b && a[0] === b[0] && Math.abs(a[1] - b[1]) > 7)
      .map(([a, b]) =>
        Math.abs(((a as readonly number[])[1] as number) - ((b as readonly number[])[1] as number)),
      )
    expect(heights).toHaveLength(2)
    expect(heights[0]).toBeCloseTo(y.place(0) - y.place(1), 6)
    expect(heights[1]).toBeCloseTo(y.place(0) - y.place(2), 6)
  })

  it('all of them are in the window, with curves and without', () => {
    for (const formulas of [[], ['x']]) {
      const { x, y } = pictured(formulas, { data })
      expect(x.from).toBeLessThan(0.9)
      expect(x.to).toBeGreaterThan(3.1)
      expect(y.from).toBeLessThan(1.5)
      expect(y.to).toBeGreaterThan(6)
    }
    expect(plot([], { data })).toContain('3 measured points, with error bars')
    expect(plotText([], { data })).toMatch(/o/)
  })

  it.each<[PlotOptions]>([
    [{ data: [{ x: [1], y: [1, 2] }] }],
    [{ data: [{ x: [], y: [] }] }],
    [{ data: [{ x: [1], y: [Number.NaN] }] }],
    [{ data: [{ x: [1], y: [1], yError: -1 }] }],
    [{ data: [{ x: [1], y: [1], yError: [1, 2] }] }],
    [{ bands: [{ lower: [1], upper: 'x' }] }],
    [{ bands: [{ lower: [1, 2], upper: [1, 2] }] }],
    [{ bands: [{ lower: [1, 2], upper: [1, 2], x: [2, 1] }] }],
  ])('%j is refused', (options) => {
    expect(() => plot('x', options)).toThrow(expect.objectContaining({ code: 'E808' }))
  })
})

describe('bands', () => {
  it('fill what lies between two formulas', () => {
    const picture = pictured(['x'], { bands: [{ lower: 'x - 1', upper: 'x + 1' }], from: 0, to: 10 })
    const { x, y, bands } = picture
    const points = bands[0]?.pieces.flat() ?? []
    for (const [px, py] of points) {
      const away = Math.abs(y.value(py) - x.value(px))
      expect(Math.abs(away - 1) < 1e-6 || py === picture.box.top || py === picture.box.bottom).toBe(true)
    }
    expect(points.length).toBeGreaterThanOrEqual(4)
  })

  it('are interrupted where a border has no value', () => {
    const { bands } = pictured([], { bands: [{ lower: '0', upper: 'sqrt(x^2 - 1)' }], from: -3, to: 3 })
    expect(bands[0]?.pieces).toHaveLength(2)
  })

  it('of numbers go straight from value to value', () => {
    const bands = [{ x: [0, 2, 4], lower: [0, 0, 1], upper: [1, 3, 2] }]
    const { x, y, bands: drawn } = pictured([], { bands })
    const corners = (drawn[0]?.pieces[0] ?? []).map(([px, py]) => [x.value(px), y.value(py)])
    for (const [cx, cy] of [
      [2, 3],
      [4, 2],
      [4, 1],
      [2, 0],
      [0, 1],
    ] as const)
      expect(Math.min(...corners.map(([a = 0, b = 0]) => Math.hypot(a - cx, b - cy)))).toBeLessThan(0.02)
  })
})
