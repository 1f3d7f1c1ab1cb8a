/** Curves with their derivatives, families, and marks that are given. */
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { compare } from '../../src/decide/index.ts'
import { curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { describePlot, marksFrom, type PlotOptions, plot } from '../../src/plot/index.ts'
import type { ReadCurve } from '../../src/plot/read-curves.ts'

const curves = (formula: string | readonly string[], options: PlotOptions): readonly ReadCurve[] =>
  curvesIn(formula, options).curves

describe('derivatives', () => {
  it.each([
    ['1/(1+e^-x)', ['1/(1+e^-x)', 'e^-x/(1+e^-x)^2', '(e^-x*(e^-x-1))/(1+e^-x)^3']],
    ['x^3', ['x^3', '3x^2', '6x']],
    ['sin(x)', ['sin(x)', 'cos(x)', '-sin(x)']],
  ])('%s with its first two', (formula, expected) => {
    const drawn = curves(formula, { derivatives: 2 })
    expect(drawn.map(({ label }) => label)).toEqual(['f', 'f′', 'f″'])
    drawn.forEach(({ formula: u }, i) => {
      expect(compare(u, expected[i] as string).verdict).toBe('equal')
    })
    expect(new Set(drawn.map(({ color }) => color)).size).toBe(3)
  })

  it('have no value where no rule gives one', () => {
    const [, slope] = curves('|x|', { derivatives: 1 })
    expect([slope?.f(-2), slope?.f(0), slope?.f(2)]).toEqual([-1, Number.NaN, 1])
    expect(curves("|x|'", {})[0]?.f(0)).toBe(Number.NaN)
  })

  it('labels are kept, and several functions have several names', () => {
    const labels = (given: Parameters<typeof plot>[0]): string[] =>
      curvesIn(given, { derivatives: 1 }).curves.map(({ label }) => label)
    expect(labels({ of: 'tanh(x)', label: 'tanh' })).toEqual(['tanh', 'tanh′'])
    expect(labels(['x', 'x^2'])).toEqual(['f', 'f′', 'g', 'g′'])
  })
})

describe('families', () => {
  it('a curve for each value, in the order of the colours', () => {
    const drawn = curves('1/(1+e^(-k*x))', { family: { letter: 'k', values: [1, 2, '5/2', -0.5] } })
    expect(drawn.map(({ label }) => label)).toEqual(['k = 1', 'k = 2', 'k = 5/2', 'k = −0.5'])
    const values = [1, 2, 2.5, -0.5]
    drawn.forEach(({ f }, i) => {
      expect(f(0.7)).toBeCloseTo(1 / (1 + Math.exp(-(values[i] as number) * 0.7)), 14)
    })
    expect(new Set(drawn.map(({ color, dash }) => color + dash)).size).toBe(4)
  })

  it('with derivatives; what has no such letter is drawn once', () => {
    const drawn = curves(['a*x^2', 'x'], { family: { letter: 'a', values: [1, 2] }, derivatives: 1 })
    expect(drawn.map(({ label }) => label)).toEqual([
      'f, a = 1',
      'f′, a = 1',
      'f, a = 2',
      'f′, a = 2',
      'g',
      'g′',
    ])
    expect(drawn[3]?.f(3)).toBe(12)
  })

  it.each<[NonNullable<PlotOptions['family']>]>([
    [{ letter: 'b', values: [1] }],
    [{ letter: 'a', values: [] }],
    [{ letter: 'a', values: ['c'] }],
  ])('%j is refused', (family) => {
    expect(() => plot('a*x', { family })).toThrow(expect.objectContaining({ code: 'E807' }))
  })
})

describe('marks that are given', () => {
  it('are those of the analysis, and nothing is analysed again', () => {
    const marks = marksFrom(analyse('x^3 - 3x'))
    expect(marks).toContainEqual({ kind: 'maximum', x: -1, y: 2 })
    expect(marks).toContainEqual({ kind: 'inflection', x: 0, y: 0 })
    const options = { from: -3, to: 3 }
    expect(plot('x^3 - 3x', { ...options, marks })).toBe(plot('x^3 - 3x', { ...options, marks: true }))
    const read = curvesIn('x^2', {})
    expect(pictureOf(read, { marks: [{ kind: 'hole', x: 1, y: 1 }] }).marks).toHaveLength(1)
    expect(pictureOf(read, { marks: [] }).marks).toEqual([])
  })

  it('a proved place in decimals, a letter without a value nowhere', () => {
    expect(marksFrom(analyse('x*e^-x'))).toContainEqual({ kind: 'maximum', x: 1, y: Math.exp(-1) })
    expect(marksFrom(analyse('a*x^2', { assuming: ['a > 0'] })).every(({ kind }) => kind === 'minimum')).toBe(
      true,
    )
    expect(describePlot('x^2', { marks: [{ kind: 'minimum', x: 0, y: 0 }] })).toContain('minimum at x = 0')
  })
})
