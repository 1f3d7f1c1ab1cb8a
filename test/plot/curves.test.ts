/** Drawn curves against enclosed values: half a pixel is all they may be away. */
import { describe, expect, it } from 'vitest'
import { evaluateExpr } from '../../src/enclose/evaluate.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { plot } from '../../src/plot/index.ts'
import { distance } from '../../src/plot/outline.ts'
import type { DrawnCurve, Picture } from '../../src/plot/picture.ts'
import type { Point } from '../../src/plot/sample.ts'
import { Random } from '../support/random.ts'
import { DRAWN, type Drawn } from './formulas.ts'

const HALF = 0.5
const PROBES = 120
const LARGEST = 40_000
/** Doubles that are written exactly as fractions. */
const DENOMINATOR = 2 ** 30

const enclosed = (u: Expr, x: number): number | undefined => {
  const at = new Map([['x', rational(BigInt(Math.round(x * DENOMINATOR)), BigInt(DENOMINATOR))]])
  const found = evaluateExpr(u, at, { digits: 12, milliseconds: 200 })
  return found.verdict === 'value' ? Number(found.value) : undefined
}

const neat = (x: number): number => Math.round(x * DENOMINATOR) / DENOMINATOR

const segmentsOf = ({ pieces }: DrawnCurve): [Point, Point][] =>
  pieces.flatMap((piece) => piece.map((p, i): [Point, Point] => [piece[i - 1] ?? p, p]))

/** How far the place is from everything that is drawn. */
const away = (at: Point, drawn: DrawnCurve): number =>
  Math.min(
    ...segmentsOf(drawn).map(([a, b]) => distance(at, a, b)),
    ...drawn.closed.map((p) => distance(at, p, p)),
  )

function picture(formula: string, from?: number, to?: number): { picture: Picture; drawn: DrawnCurve } {
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const all = pictureOf(curvesIn(formula, range), range)
  return { picture: all, drawn: all.curves[0] as DrawnCurve }
}

describe.each<Drawn>(DRAWN)('$formula from $from to $to', ({ formula, from, to }) => {
  const { picture: all, drawn } = picture(formula, from, to)
  const { x, y, box } = all
  const u = drawn.curve.formula

  it('passes within half a pixel of its values', () => {
    const random = new Random(7)
    for (let i = 0; i < PROBES; i += 1) {
      const at = neat(x.from + (x.to - x.from) * random.next())
      const value = enclosed(u, at)
      if (value === undefined) continue
      const place: Point = [x.place(at), y.place(value)]
      if (!(place[1] > box.top && place[1] < box.bottom)) continue
      expect(away(place, drawn), `${formula} at ${at}`).toBeLessThanOrEqual(HALF)
    }
  })

  it('draws nothing but values: no line across a pole, a jump or what is left out', () => {
    const random = new Random(8)
    const long = segmentsOf(drawn).filter(([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1]) > 1)
    const shown = long.length > 300 ? Array.from({ length: 300 }, () => random.pick(long)) : long
    for (const [a, b] of shown) {
      const t = random.next()
      const [px, py] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
      const near = withEdges(drawn.curve.f, placesAround(x, px)).map((v) => y.place(drawn.curve.f(v)))
      // A continuous curve takes every value between two neighbours; a jump between them does not.
      const gap = Math.min(...near.map((v) => Math.abs(v - py)))
      const steps = near.slice(1).map((v, i): readonly [number, number] => [near[i] as number, v])
      const between = steps.some(([p, q]) => (p - py) * (q - py) <= 0)
      expect(gap <= HALF || (between && reaches(drawn, x, px, py, y)), `${formula} at ${x.value(px)}`).toBe(
        true,
      )
    }
  })

  it('stays inside the window and below 40 kB', () => {
    for (const [px, py] of drawn.pieces.flat()) {
      expect(px >= box.left - 1e-6 && px <= box.right + 1e-6).toBe(true)
      expect(py >= box.top - 1e-6 && py <= box.bottom + 1e-6).toBe(true)
    }
    const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    expect(plot(formula, range).length).toBeLessThan(LARGEST)
  })
})

/** Half a pixel to both sides. */
const placesAround = (x: Picture['x'], px: number): number[] =>
  Array.from({ length: 65 }, (_, i) => x.value(px + ((i - 32) / 32) * HALF)).filter(
    (v) => v >= x.from && v <= x.to,
  )

/** The places where f is defined, and those where it begins or ends to be. */
const withEdges = (f: (x: number) => number, places: readonly number[]): number[] =>
  places.flatMap((place, i) => {
    const own = Number.isNaN(f(place)) ? [] : [place]
    const before = places[i - 1]
    if (before === undefined || Number.isNaN(f(before)) === Number.isNaN(f(place))) return own
    let [inside, outside] = own.length > 0 ? [place, before] : [before, place]
    for (let n = 0; n < 200; n += 1) {
      const middle = inside / 2 + outside / 2
      if (Number.isNaN(f(middle))) outside = middle
      else inside = middle
    }
    return own.length > 0 ? [inside, ...own] : [inside]
  })

/** Is the value taken within half a pixel, as bisection finds it? At a pole or jump it is not. */
function reaches(drawn: DrawnCurve, x: Picture['x'], px: number, py: number, y: Picture['y']): boolean {
  const height = (v: number): number => y.place(drawn.curve.f(v)) - py
  const places = withEdges(drawn.curve.f, placesAround(x, px))
  return places.slice(1).some((last, i) => {
    let [low, high] = [places[i] as number, last]
    if (!(height(low) * height(high) <= 0)) return false
    for (let n = 0; n < 80; n += 1) {
      const middle = low / 2 + high / 2
      if (height(low) * height(middle) <= 0) high = middle
      else low = middle
    }
    return Math.abs(height(low)) <= HALF || Math.abs(height(high)) <= HALF
  })
}

describe('interruptions', () => {
  it.each([
    ['1/x', 2],
    ['1/x^2', 2],
    ['tan(x)', 7],
    ['sign(x)', 2],
    ['1/(x^2-3)', 3],
    ['|x|/x', 2],
    ['log(x)', 1],
    ['sin(x)/x', 1],
    ['x^(1/3)', 1],
    ['tanh(10^6*x)', 1],
  ])('%s is drawn in %i pieces', (formula, count) => {
    expect(picture(formula).drawn.pieces).toHaveLength(count)
  })

  it.each([
    ['sign(x)', 2, 1],
    ['{x if x < 1 else x^2 + 1}', 1, 1],
    ['|x|/x', 2, 0],
    ['sin(x)/x', 1, 0],
    ['(x^2-1)/(x-1)', 1, 0],
    ['1/x', 0, 0],
    ['sin(1/x)', 0, 0],
    ['|x|', 0, 0],
  ])('%s has %i open and %i closed dots', (formula, open, closed) => {
    const { drawn } = picture(formula)
    expect([drawn.open.length, drawn.closed.length]).toEqual([open, closed])
  })

  it('one-sided domains are reached', () => {
    for (const [formula, end] of [
      ['sqrt(x)', 0],
      ['sqrt(4-x^2)', 2],
      ['acosh(x)', 1],
      ['sqrt(x - 1/3)', 1 / 3],
    ] as const) {
      const { picture: all, drawn } = picture(formula)
      const at: Point = [all.x.place(end), all.y.place(0)]
      expect(away(at, drawn), formula).toBeLessThan(0.01)
    }
  })
})
