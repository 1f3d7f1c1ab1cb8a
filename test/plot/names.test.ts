/** Labels beside curves and legends: they cover nothing, and nobody takes them for another curve's. */
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { type Curves, curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { marksFrom, type PlotOptions } from '../../src/plot/index.ts'
import { namesOf } from '../../src/plot/names.ts'
import type { Box } from '../../src/plot/outline.ts'
import type { Picture } from '../../src/plot/picture.ts'
import type { Point } from '../../src/plot/sample.ts'
import type { Shape, TextShape } from '../../src/plot/shapes.ts'
import { plotText } from '../../src/plot/terminal.ts'
import { widthOf } from '../../src/plot/text.ts'

const pictured = (curves: Curves, options: PlotOptions = {}): { picture: Picture; names: Shape[] } => {
  const picture = pictureOf(curvesIn(curves, options), options)
  return { picture, names: namesOf(picture, options) }
}
const textsIn = (shapes: readonly Shape[]): TextShape[] =>
  shapes.flatMap((shape) =>
    shape.kind === 'text' ? [shape] : shape.kind === 'group' ? textsIn(shape.shapes) : [],
  )
const panelIn = (shapes: readonly Shape[]): Box | undefined =>
  shapes.flatMap((shape) =>
    shape.kind === 'group' ? shape.shapes.flatMap((one) => (one.kind === 'panel' ? [one.box] : [])) : [],
  )[0]

const boxOf = ({ content, at: [x, y] }: TextShape): Box => ({
  left: x,
  right: x + widthOf(content, 12),
  top: y - 9,
  bottom: y + 2,
})
const away = ([x, y]: Point, { left, top, right, bottom }: Box): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))

/** The curve every quarter of a pixel. */
const along = ({ x, y, box, curves }: Picture, i: number): Point[] =>
  Array.from({ length: 4 * Math.floor(box.right - box.left) }, (_, k): Point => {
    const px = box.left + k / 4
    return [px, y.place(curves[i]?.curve.f(x.value(px)) ?? Number.NaN)]
  }).filter(([, py]) => py >= box.top && py <= box.bottom)

describe('labels beside curves', () => {
  it.each<[Curves, PlotOptions]>([
    [['1/(1+e^-x)'], { derivatives: 2 }],
    [['x^2', 'x^3', '1/x'], { from: -2, to: 2 }],
    [['e^x', 'log(x)'], { from: 0.1, to: 5, scale: 'log' }],
    [['sqrt(x)', 'x', 'x^2'], { from: 0, to: 2 }],
    [['tanh(x)', '1 - tanh(x)^2'], {}],
  ])('%j', (curves, options) => {
    const { picture, names } = pictured(curves, options)
    const labels = textsIn(names)
    expect(panelIn(names)).toBe(undefined)
    expect(labels.map(({ content }) => content)).toEqual(picture.curves.map(({ curve }) => curve.label))
    const boxes = labels.map(boxOf)
    for (const [i, box] of boxes.entries()) {
      const distances = picture.curves.map((_, k) => Math.min(...along(picture, k).map((p) => away(p, box))))
      const own = distances[i] as number
      expect(own).toBeGreaterThan(0)
      expect(own).toBeLessThan(12)
      for (const [k, other] of distances.entries()) if (k !== i) expect(other).toBeGreaterThan(own)
      expect(box.left >= picture.box.left && box.right <= picture.box.right).toBe(true)
      for (const other of boxes)
        if (other !== box)
          expect(
            Math.max(
              other.left - box.right,
              box.left - other.right,
              other.top - box.bottom,
              box.top - other.bottom,
            ),
          ).toBeGreaterThan(0)
    }
  })

  it('where they have no room, or are many, there is a legend', () => {
    const same = pictured(['2x', 'x + x'])
    expect(panelIn(same.names)).toBeDefined()
    expect(panelIn(pictured(['x', 'x^2', 'x^3', 'x^4', 'x^5'], { from: 0, to: 1 }).names)).toBeDefined()
    expect(panelIn(pictured(['x', 'x^2'], { legend: 'top-left' }).names)).toBeDefined()
    const dense = { from: -1e-9, to: 1e-9 }
    expect(panelIn(pictured(['sin(10^12*x)', 'x/2'], dense).names)).toBeDefined()
    expect(pictured(['x', 'x^2'], { legend: 'none' }).names).toEqual([])
    expect(pictured(['x']).names).toEqual([])
  })
})

it('a legend that would cover curves stands beside them', () => {
  const { picture, names } = pictured(['sin(x)', 'sin(x) + 0.3'], { from: -20, to: 20 })
  const panel = panelIn(names) as Box
  expect(panel.left).toBeGreaterThan(picture.box.right)
  expect(panel.right).toBeLessThanOrEqual(640)
  for (const [px] of picture.curves.flatMap(({ pieces }) => pieces.flat()))
    expect(px).toBeLessThanOrEqual(picture.box.right + 1e-6)
})

it('marks of a periodic curve are wherever they are again', () => {
  const marks = marksFrom(
    analyse('tan(x)', { only: ['periodicity', 'asymptotes'], budget: { milliseconds: 20_000 } }),
  )
  const { picture } = pictured('tan(x)', { marks, from: -9, to: 9 })
  const poles = picture.marks.flatMap((mark) => (mark.kind === 'pole' ? [mark.x] : [])).sort((a, b) => a - b)
  const expected = [-5, -3, -1, 1, 3, 5].map((k) => (k * Math.PI) / 2)
  expect(poles.length).toBe(expected.length)
  poles.forEach((pole, i) => {
    expect(pole).toBeCloseTo(expected[i] as number, 9)
  })
})

it('without colours, lines of braille have digits on them', () => {
  const text = plotText(['x', 'x^2', 'x^3'], { from: 0, to: 1 })
  expect(text).toMatch(/ {2}1 {2}x\n {2}2 {2}x²\n {2}3 {2}x³\n$/)
  for (const digit of ['1', '2', '3']) expect(text.split('\n').slice(0, 17).join('')).toContain(digit)
  expect(plotText(['x', 'x^2'], {}, { color: true })).toContain('⠤⠤')
})
