/** Heat maps: contour lines against values, sizes, colours, what is undefined. */
import { describe, expect, it } from 'vitest'
import { inkOn, PALETTE } from '../../src/plot/heat/colors.ts'
import { cells } from '../../src/plot/heat/drawing.ts'
import { type HeatMap, heatMapOf, readHeat } from '../../src/plot/heat/heat-map.ts'
import { type HeatOptions, heatMap, heatTikz } from '../../src/plot/heat/index.ts'
import type { Point } from '../../src/plot/sample.ts'
import { element } from '../support/mathml.ts'

const mapped = (formula: string, options: HeatOptions = {}): HeatMap =>
  heatMapOf(readHeat(formula, options), options)

const FORMULAS = [
  'x*y',
  'x + y',
  'x^2 + y^2',
  'e^(-(x^2+y^2)/2)',
  'sin(x)*cos(y)',
  '1/(1+e^-(x+2*y))',
  'sqrt(x - y^2)',
  'log(x^2 + y)',
  '1/(x^2 - y)',
  'x^3 - 3*x*y^2',
  'atan(y/x)',
  'sign(x*y) + x',
  '|x| + |y|',
]

describe.each(FORMULAS)('%s', (formula) => {
  const map = mapped(formula)
  const { x, y, contours } = map
  const { f } = readHeat(formula, {})

  it('every contour line is within a pixel of its value', () => {
    for (const { level, pieces } of contours) {
      for (const piece of pieces) {
        const places = piece.flatMap((p, i): Point[] => {
          const before = piece[i - 1]
          return before ? [p, [(p[0] + before[0]) / 2, (p[1] + before[1]) / 2]] : [p]
        })
        for (const [px, py] of places) {
          const around = Array.from({ length: 16 }, (_, k) => {
            const angle = (k / 16) * 2 * Math.PI
            return f(x.value(px + Math.cos(angle)), y.value(py + Math.sin(angle))) - level
          })
          const here = f(x.value(px), y.value(py)) - level
          const [low, high] = [
            Math.min(...around.filter(Number.isFinite)),
            Math.max(...around.filter(Number.isFinite)),
          ]
          const reach = high - low
          expect(
            (low <= 0 && high >= 0) || Math.abs(here) <= reach * 1e-3,
            `${level} at ${x.value(px)}, ${y.value(py)}`,
          ).toBe(true)
        }
      }
    }
  })

  it('is small, well-formed, and says what it shows', () => {
    const svg = heatMap(formula)
    expect(svg.length).toBeLessThan(40_000)
    const root = element(svg.trimEnd())
    expect(root.children.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'desc'])
    expect(root.children[1]?.text).toContain('in colours')
    expect(heatTikz(formula).length).toBeLessThan(40_000)
  })
})

it('contour lines are those asked for, round ones otherwise', () => {
  expect(mapped('x^2 + y^2', { contours: [1, 4, 9] }).contours.map(({ level }) => level)).toEqual([1, 4, 9])
  expect(mapped('x*y', { contours: false }).contours).toEqual([])
  expect(mapped('x*y').contours.map(({ level }) => level)).toEqual([-20, -10, 0, 10, 20])
})

it('a circle is one closed line of its radius', () => {
  const { contours, x, y } = mapped('x^2 + y^2', { contours: [4] })
  expect(contours[0]?.pieces).toHaveLength(1)
  const [line = []] = contours[0]?.pieces ?? []
  expect(line[0]).toEqual(line.at(-1))
  for (const [px, py] of line) expect(Math.hypot(x.value(px), y.value(py))).toBeCloseTo(2, 9)
})

it('a jump is no contour line, and what changes too fast has none', () => {
  expect(mapped('sign(x)').contours.filter(({ level }) => Math.abs(level) < 1)).toEqual([])
  expect(mapped('sin(50*x*y)').contours).toEqual([])
  expect(heatMap('sin(50*x*y)')).toContain('too fast')
})

it('what is undefined has no colour', () => {
  const map = mapped('sqrt(x)')
  const rows = cells(map, 4).filter((shape) => shape.kind === 'rows')
  const inBox = rows.flatMap(({ pieces }) => pieces).filter(([[px]]) => px < map.box.right)
  expect(Math.min(...inBox.map(([[px]]) => map.x.value(px)))).toBeGreaterThan(-0.1)
  expect(heatMap('sqrt(x)')).toMatch(/Undefined in (49|50|51) %/)
  expect(heatMap('sqrt(-1 - x^2)')).toContain('no values')
})

describe('colours', () => {
  const luminance = (color: string): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = Number.parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16) / 255
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    }, 0)

  it('grow lighter with the value', () => {
    const all = PALETTE.map(luminance)
    expect(all).toEqual([...all].sort((a, b) => a - b))
    expect(new Set(PALETTE).size).toBe(PALETTE.length)
  })

  it('have lines on them that are seen', () => {
    PALETTE.forEach((color, i) => {
      const [a, b] = [luminance(color), luminance(inkOn(i))].sort((p, q) => q - p) as [number, number]
      expect((a + 0.05) / (b + 0.05)).toBeGreaterThan(4.5)
    })
  })
})

it('constants, and a single variable, are shown', () => {
  expect(heatMap('2')).toContain('Values from')
  expect(mapped('x').variables).toEqual(['x', 'y'])
  expect(mapped('a*b').variables).toEqual(['a', 'b'])
  expect(mapped('x*t').variables).toEqual(['x', 't'])
})

it.each<[string, HeatOptions, string]>([
  ['a*b*c', {}, 'E809'],
  ['x*y*z', {}, 'E803'],
  ['x*y', { variables: ['x', 'x'] }, 'E809'],
  ['x*y', { from: 1, to: 1 }, 'E804'],
  ['x*y', { from: Number.NaN }, 'E804'],
  ['x > y', {}, 'E113'],
  ['x*y', { contours: [Number.NaN] }, 'E809'],
])('%s with %j is refused: %s', (formula, options, code) => {
  expect(() => heatMap(formula, options)).toThrow(expect.objectContaining({ code }))
})
