/**
 * A drawn path against the curve it shows, by enclosures. Nothing is missing: each value in the window has a
 * place of the path within half a pixel. Nothing is made up: each place of the path has a value of the
 * curve within half a pixel, at a point that is found by bisection in doubles and enclosed there. A line
 * across a pole or a jump has none. The path is read from the text that is written, rounding and all.
 */
import { evaluateExpr } from '../../src/enclose/evaluate.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { type Rational, rational } from '../../src/expression/rational.ts'
import { cutsOf } from '../../src/plot/cuts.ts'
import { pathOf } from '../../src/plot/markers.ts'
import { distance } from '../../src/plot/outline.ts'
import type { DrawnCurve, Picture } from '../../src/plot/picture.ts'
import type { Point } from '../../src/plot/sample.ts'
import { Random } from './random.ts'

/** Pixels. */
export const HALF = 0.5

/** A double, exactly. */
export function exactly(x: number): Rational {
  let [denominator, numerator] = [1n, x]
  while (!Number.isInteger(numerator)) [denominator, numerator] = [denominator * 2n, numerator * 2]
  return rational(BigInt(numerator), denominator)
}

/** The value at a double, right to fifteen digits; NaN if it is undefined, nothing if that stays open. */
export function enclosed(u: Expr, variable: string, x: number): number | undefined {
  const found = evaluateExpr(u, new Map([[variable, exactly(x)]]), { digits: 15, milliseconds: 300 })
  return found.verdict === 'value'
    ? Number(found.value)
    : found.verdict === 'undefined'
      ? Number.NaN
      : undefined
}

type Segment = readonly [Point, Point]

/** The segments of a written path. */
function segmentsIn(d: string): Segment[] {
  const segments: Segment[] = []
  let at: Point = [0, 0]
  for (const [, command, numbers = ''] of d.matchAll(/([MlhvHVL])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0] = [...numbers.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(Number)
    const next: Point =
      command === 'M'
        ? [a, b]
        : command === 'h'
          ? [at[0] + a, at[1]]
          : command === 'v'
            ? [at[0], at[1] + a]
            : [at[0] + a, at[1] + b]
    if (command !== 'M') segments.push([at, next])
    at = next
  }
  return segments
}

/** One curve of a picture, and how it is judged. */
export class Judged {
  readonly #u: Expr
  readonly #variable: string
  readonly #picture: Picture
  readonly #drawn: DrawnCurve
  readonly #segments: readonly Segment[]
  readonly #columns = new Map<number, Segment[]>()

  constructor(picture: Picture, drawn: DrawnCurve) {
    this.#picture = picture
    this.#drawn = drawn
    this.#u = drawn.curve.shown
    this.#variable = picture.variable
    this.#segments = [
      ...drawn.pieces.flatMap((piece) => segmentsIn(pathOf(piece))),
      ...drawn.closed.map((p): Segment => [p, p]),
    ]
    for (const segment of this.#segments) {
      const [a, b] = [segment[0][0], segment[1][0]]
      for (let i = Math.floor(Math.min(a, b)) - 1; i <= Math.floor(Math.max(a, b)) + 1; i += 1) {
        const column = this.#columns.get(i) ?? []
        this.#columns.set(i, column)
        column.push(segment)
      }
    }
  }

  /** The values, about `count` of them and those beside cuts, that are furthest from the path. */
  missing(count: number): { x: number; pixels: number } {
    const { x, y, box } = this.#picture
    const random = new Random(7)
    const places = Array.from(
      { length: count },
      (_, i) => ((i + random.next()) / count) * (box.right - box.left),
    )
    const xs = places.map((place) => x.value(box.left + place))
    for (const cut of cutsOf(this.#u, this.#variable, x.from, x.to))
      for (const beside of [-1, -1e-2, -1e-4, 0, 1e-4, 1e-2, 1]) xs.push(x.value(x.place(cut.x) + beside))
    let worst = { x: Number.NaN, pixels: 0 }
    for (const at of [x.from, x.to, ...xs]) {
      if (!(at >= x.from && at <= x.to)) continue
      const value = enclosed(this.#u, this.#variable, at)
      if (value === undefined || Number.isNaN(value)) continue
      const place: Point = [x.place(at), y.place(value)]
      if (!(place[1] > box.top && place[1] < box.bottom)) continue
      const near = this.#columns.get(Math.floor(place[0])) ?? []
      const pixels = Math.min(...near.map(([a, b]) => distance(place, a, b)))
      if (pixels > worst.pixels) worst = { x: at, pixels }
    }
    return worst
  }

  /** Places of the path, about `step` pixels apart, that are furthest from the curve. */
  madeUp(step: number, most: number): { x: number; pixels: number } {
    const random = new Random(8)
    const points = this.#segments.flatMap(([a, b]): Point[] => {
      const length = Math.hypot(a[0] - b[0], a[1] - b[1])
      const count = length / step
      const whole = Math.floor(count) + (random.chance(count % 1) ? 1 : 0)
      return Array.from({ length: whole }, (): Point => {
        const t = random.next()
        return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
      })
    })
    const shown = points.length > most ? Array.from({ length: most }, () => random.pick(points)) : points
    let worst = { x: Number.NaN, pixels: 0 }
    for (const point of shown) {
      const pixels = this.#toCurve(point)
      if (pixels > worst.pixels) worst = { x: this.#picture.x.value(point[0]), pixels }
    }
    return worst
  }

  /** How far a place is from the curve at most: the distance of a value near it. */
  #toCurve(at: Point): number {
    const { x } = this.#picture
    let best = this.#away(at, x.value(at[0]))
    for (let parts = 8; parts <= 512 && best > HALF; parts *= 8) {
      const places = Array.from({ length: parts + 1 }, (_, i) =>
        x.value(at[0] + (2 * (i / parts) - 1) * HALF * 0.999),
      )
      for (const v of this.#candidates(
        at,
        places.filter((v) => v >= x.from && v <= x.to),
      )) {
        best = Math.min(best, this.#away(at, v))
        if (best <= HALF) break
      }
    }
    return best
  }

  #away(at: Point, v: number): number {
    const { x, y } = this.#picture
    const value = enclosed(this.#u, this.#variable, Math.max(x.from, Math.min(x.to, v)))
    if (value === undefined || Number.isNaN(value)) return Infinity
    return Math.hypot(x.place(v) - at[0], y.place(value) - at[1])
  }

  /** Where the curve may be as high as the place, in doubles: nearest of the places, crossings, ends. */
  #candidates([, py]: Point, places: readonly number[]): number[] {
    const height = (v: number): number => this.#picture.y.place(this.#drawn.curve.f(v)) - py
    const hs = places.map(height)
    const found: number[] = []
    const nearest = [...places.keys()].sort((i, j) => Math.abs(hs[i] as number) - Math.abs(hs[j] as number))
    const width = Math.abs((places[1] ?? 0) - (places[0] ?? 0))
    for (const i of nearest.slice(0, 3)) found.push(approached(height, places[i] as number, width))
    for (let i = 1; i < places.length; i += 1) {
      const [p, q] = [places[i - 1] as number, places[i] as number]
      const [hp, hq] = [hs[i - 1] as number, hs[i] as number]
      if (Number.isNaN(hp) && Number.isNaN(hq)) continue
      if (Number.isNaN(hp) || Number.isNaN(hq)) {
        const inner = Number.isNaN(hp) ? q : p
        const end = halved((v) => Number.isNaN(height(v)) !== Number.isNaN(hp), p, q, inner === q)
        found.push(end, ...this.#crossing(height, inner, end))
      } else found.push(...this.#crossing(height, p, q))
    }
    return found
  }

  #crossing(height: (v: number) => number, p: number, q: number): number[] {
    const sign = Math.sign(height(p))
    return sign * height(q) > 0
      ? []
      : [halved((v) => sign * height(v) < 0, p, q, true), halved((v) => sign * height(v) < 0, p, q, false)]
  }
}

/** Closer to a height of 0 in steps that are halved where they lead nowhere: a tip may be narrow. */
function approached(height: (v: number) => number, from: number, width: number): number {
  let [best, step] = [from, width / 2]
  for (let n = 0; n < 40; n += 1) {
    const next = [best - step, best + step].find((v) => Math.abs(height(v)) < Math.abs(height(best)))
    if (next === undefined) step /= 2
    else best = next
  }
  return best
}

/** Where a condition that holds at q and not at p begins to hold: on its side if `inside`. */
function halved(holds: (v: number) => boolean, p: number, q: number, inside: boolean): number {
  let [low, high] = [p, q]
  for (let n = 0; n < 1_100; n += 1) {
    const middle = low / 2 + high / 2
    if (middle === low || middle === high) break
    if (holds(middle)) high = middle
    else low = middle
  }
  return inside ? high : low
}
