/**
 * Sampling: a curve as pieces of a polygon, in pixels, from values in double precision. A part is
 * halved until its polygon lies within a tenth of a pixel of the values between; where the halves
 * of the narrowest part that doubles have still lie apart, the curve is interrupted. A column in which
 * it goes up and down too often to be followed is drawn as a band.
 * What lies outside the window counts as that: no more is asked there than where the curve comes back.
 */
import { bandOf } from './band.ts'
import { besides, type Sample, type Side } from './beside.ts'
import type { Cut } from './cuts.ts'
import type { Scale } from './scale.ts'

/** A place in pixels. */
export type Point = readonly [x: number, y: number]

/** A curve as it can be drawn: pieces without interruption, and single points. */
export interface Sampled {
  readonly pieces: readonly (readonly Point[])[]
  /** Values where the curve is interrupted: the value there, and limits that are not reached. */
  readonly closed: readonly Point[]
  readonly open: readonly Point[]
  /** Are there columns drawn as bands? */
  readonly dense: boolean
  /** Was everything looked at as closely as it should be? */
  readonly complete: boolean
}

/** Pixels: how far the polygon may be from the curve, what counts as a step, the narrowest part looked into. */
const TOLERANCE = 0.1
const STEP = 0.5
const NARROW = 1 / 32
/** A band is drawn in the middle of its column, so that no place of it is half a pixel away. */
const COLUMN = 0.8
/** A part that rises more is looked into, however straight it seems: a step of the twentieth part is seen in it. */
const MOST_RISE = 20
/** Where a part is looked into beside its middle; close to its ends it may turn. In narrow parts fewer do. */
const PROBES = [0.06, 0.21, 0.81, 0.94] as const
const FEW_PROBES = [0.21, 0.81] as const
const FEW_BELOW = 0.3
const BETWEEN = [0.06, 0.21, 0.5, 0.81, 0.94] as const
/** Values asked for in a column before it may be a band, in one that is none, and in all. */
const MANY = 240
const MOST_IN_COLUMN = 4_000
const MOST_VALUES = 400_000
const HALVINGS = 70
/** After so many halvings a slope is an eighth of what it was; a step would still be whole. */
const SURE = 3
/** How close to 0 a curve is looked at: still closer, squares and cubes would be 0 themselves. */
const CLOSEST = 1e-30
/** How close to a cut other places are looked at. */
const NEAR_CUT = 0.02

type Stop = { readonly x: number; readonly cut?: undefined } | { readonly cut: Cut; readonly part: number }

class Sampler {
  readonly pieces: Point[][] = []
  readonly closed: Point[] = []
  readonly open: Point[] = []
  dense = false
  #piece: Point[] = []
  #left = MOST_VALUES
  /** Down to this many the column may ask. */
  #floor = 0
  #isWild = false
  #narrow = NARROW
  readonly #f: (x: number) => number
  readonly #x: Scale
  readonly #y: Scale
  readonly #top: number
  readonly #bottom: number
  readonly #far: number

  constructor(f: (x: number) => number, x: Scale, y: Scale) {
    this.#f = f
    this.#x = x
    this.#y = y
    const ends = [y.place(y.from), y.place(y.to)]
    this.#top = Math.min(...ends)
    this.#bottom = Math.max(...ends)
    this.#far = this.#bottom - this.#top
  }

  get complete(): boolean {
    return this.#left > 0
  }

  at(x: number, px: number = this.#x.place(x)): Sample {
    this.#left -= 1
    return { x, px, y: this.#height(this.#f(x)) }
  }

  #height(value: number): number {
    if (Number.isNaN(value)) return value
    if (this.#y.kind === 'log' && value <= 0) return Number.NaN
    return Math.max(this.#top - this.#far, Math.min(this.#bottom + this.#far, this.#y.place(value)))
  }

  run(stops: readonly Stop[]): void {
    let last: Sample | undefined
    for (const stop of stops) {
      if (stop.cut) {
        const [left, right] = this.#sides(stop.cut, stop.part)
        for (const next of left?.samples ?? []) {
          if (last) this.#column(last, next)
          last = next
        }
        this.#cut(stop.cut, left, right)
        last = undefined
        for (const next of [...(right?.samples ?? [])].reverse()) {
          if (last) this.#column(last, next)
          else this.#begin(next)
          last = next
        }
      } else {
        const next = this.at(stop.x)
        if (last) this.#column(last, next)
        else this.#begin(next)
        last = next
      }
    }
    this.end()
  }

  #begin({ px, y }: Sample): void {
    if (!Number.isNaN(y)) this.#piece.push([px, y])
  }

  end(): void {
    if (this.#piece.length > 0) this.pieces.push(this.#piece)
    this.#piece = []
  }

  /** Left and right of the cut, as far as that is in the window. */
  #sides({ x, value }: Cut, part: number): readonly (Side | undefined)[] {
    const px = this.#x.place(x)
    return [-1, 1].map((sign) => {
      if (sign < 0 ? x <= this.#x.from : x >= this.#x.to) return undefined
      const unit = this.#x.kind === 'linear' ? (this.#x.to - this.#x.from) / this.#width : undefined
      const next = x === 0 ? sign * CLOSEST * (unit ?? 1) : x + sign * Math.abs(x) * Number.EPSILON
      const at = (distance: number): Sample => {
        if (distance === 0) return this.at(next, px)
        const beside = px + sign * distance
        const v = unit === undefined ? this.#x.value(beside) : x + sign * distance * unit
        return this.at(sign * v > sign * next ? v : next, beside)
      }
      return besides(at, this.#height(value), part)
    })
  }

  get #width(): number {
    return this.#x.place(this.#x.to) - this.#x.place(this.#x.from)
  }

  /** Over the cut: on through it, or up to it and on from it, with dots for what is not joined. */
  #cut({ x, value }: Cut, left: Side | undefined, right: Side | undefined): void {
    const [px, there] = [this.#x.place(x), this.#height(value)]
    const [before, after] = [left, right].map((side) => (side?.arrives ? there : side?.limit))
    const isJoined = before !== undefined && after !== undefined && Math.abs(before - after) <= STEP
    if (before !== undefined) this.#piece.push([px, before])
    if (!isJoined) this.end()
    if (after !== undefined && !isJoined) this.#piece.push([px, after])
    const sides = [left, right].filter((side) => side !== undefined)
    const limits = sides.flatMap(({ limit, arrives }) => (limit === undefined || arrives ? [] : [limit]))
    const apart = isJoined ? limits.slice(0, 1) : limits
    this.open.push(...apart.filter((y) => this.#isVisible(y)).map((y): Point => [px, y]))
    const reached = sides.filter(({ arrives }) => arrives).length
    const isEnd = sides.some(({ isDefined }) => isDefined) && sides.some(({ isDefined }) => !isDefined)
    const isSingle = isEnd ? reached === 0 : reached < sides.length
    if (isSingle && this.#isVisible(there)) this.closed.push([px, there])
  }

  #isVisible(y: number): boolean {
    return y >= this.#top && y <= this.#bottom
  }

  #isOutside(a: Sample, b: Sample): boolean {
    return (a.y < this.#top && b.y < this.#top) || (a.y > this.#bottom && b.y > this.#bottom)
  }

  #middle(a: Sample, b: Sample, part = 0.5): Sample {
    const px = a.px + (b.px - a.px) * part
    const x = this.#x.kind === 'linear' ? a.x + (b.x - a.x) * part : this.#x.value(px)
    return this.at(x, px)
  }

  #heightBetween(a: Sample, b: Sample, part: number): number {
    this.#left -= 1
    const isLinear = this.#x.kind === 'linear'
    return this.#height(
      this.#f(isLinear ? a.x + (b.x - a.x) * part : this.#x.value(a.px + (b.px - a.px) * part)),
    )
  }

  /** From a to b, no further apart than a column: followed, or as a band if that takes too much. */
  #column(a: Sample, b: Sample): void {
    if (this.#isWild && b.px - a.px > NEAR_CUT && this.#band(a, b)) return
    const [count, length] = [this.pieces.length, this.#piece.length]
    this.#narrow = Math.min(NARROW, (b.px - a.px) * NARROW)
    this.#floor = this.#left - MANY
    this.#between(a, b)
    this.#isWild = this.#left <= this.#floor
    if (!this.#isWild) return
    // Back to where the column began.
    this.#piece = this.pieces[count] ?? this.#piece
    this.#piece.length = length
    this.pieces.length = count
    if (b.px - a.px <= NEAR_CUT) {
      // Nobody sees it, and the band of the column beside it is as high.
      this.#restart(b)
      return
    }
    if (this.#band(a, b)) return
    this.#floor = this.#left - MOST_IN_COLUMN
    this.#between(a, b)
    if (this.#left <= this.#floor) this.#left = Math.min(this.#left, 0)
  }

  #band(a: Sample, b: Sample): boolean {
    const heights =
      this.#left > 0 ? bandOf((t) => this.#heightBetween(a, b, t), [this.#top, this.#bottom]) : undefined
    this.#isWild = heights !== undefined
    if (!heights) return false
    this.dense = true
    this.#restart()
    const middle = (a.px + b.px) / 2
    for (const [low, high] of heights) {
      const isLevel = high - low <= STEP
      this.#piece.push(isLevel ? [a.px, low] : [middle, low], isLevel ? [b.px, low] : [middle, high])
      this.end()
    }
    this.#begin(b)
    return true
  }

  /** Beside a band a place by itself says nothing. */
  #restart(at?: Sample): void {
    if (this.#piece.length > 1) this.end()
    this.#piece = []
    if (at) this.#begin(at)
  }

  #between(a: Sample, b: Sample): void {
    if (this.#left <= this.#floor) return
    if (Number.isNaN(a.y) || Number.isNaN(b.y)) {
      this.#edges(a, b)
      return
    }
    const width = b.px - a.px
    const m = this.#middle(a, b)
    if (m.x <= a.x || m.x >= b.x) {
      this.#join(a, b)
      return
    }
    if (Number.isNaN(m.y)) {
      this.#between(a, m)
      this.#between(m, b)
      return
    }
    if (this.#isOutside(a, b) && this.#isOutside(a, m)) {
      this.#begin(b)
      return
    }
    const isNarrow = width <= this.#narrow
    const rise = Math.abs(a.y - b.y)
    if (
      rise <= (isNarrow ? STEP : MOST_RISE) &&
      this.#fits(a, b, m) &&
      (isNarrow || this.#fitsInside(a, b))
    ) {
      this.#begin(b)
      return
    }
    if (isNarrow) {
      this.#step(a, m)
      this.#step(m, b)
      return
    }
    this.#between(a, m)
    this.#between(m, b)
  }

  /** Is the sample close to the line from a to b? On a steep one it is not far above or below either. */
  #fits(a: Sample, b: Sample, m: Sample): boolean {
    const [dx, dy] = [b.px - a.px, b.y - a.y]
    const off = Math.abs(m.y - a.y - ((m.px - a.px) / dx) * dy)
    return (
      off <= STEP && off * dx <= TOLERANCE * Math.hypot(dx, dy) && (m.y - a.y) * (m.y - b.y) <= TOLERANCE ** 2
    )
  }

  #fitsInside(a: Sample, b: Sample): boolean {
    const probes = b.px - a.px > FEW_BELOW ? PROBES : FEW_PROBES
    return probes.every((part) => this.#fits(a, b, this.#middle(a, b, part)))
  }

  /** Goes on to b unless the steepest part between stays a step, however narrow. */
  #step(a: Sample, b: Sample): void {
    if (this.#left <= this.#floor) return
    let [low, high] = [a, b]
    const most = Math.abs(b.y - a.y)
    for (let i = 0; i < HALVINGS && Math.abs(high.y - low.y) > STEP; i += 1) {
      if (i === SURE && Math.abs(high.y - low.y) <= 0.2 * most) {
        this.#begin(b)
        return
      }
      const m = this.#middle(low, high)
      if (m.x <= low.x || m.x >= high.x) break
      if (Number.isNaN(m.y)) {
        this.#between(low, m)
        this.#between(m, high)
        return
      }
      if (Math.abs(m.y - low.y) > Math.abs(high.y - m.y)) high = m
      else low = m
    }
    if (Math.abs(high.y - low.y) > STEP) {
      this.#begin(low)
      this.end()
      this.#begin(high)
    }
    this.#begin(b)
  }

  #join(a: Sample, b: Sample): void {
    if (Math.abs(a.y - b.y) > STEP && b.px - a.px <= NARROW) this.end()
    this.#begin(b)
  }

  /** From a to b, of which one at least is no place of the curve; it may be defined for a while between. */
  #edges(a: Sample, b: Sample): void {
    let last = a
    for (const part of [...BETWEEN, 1]) {
      const next = part === 1 ? b : this.#middle(a, b, part)
      const [before, after] = [!Number.isNaN(last.y), !Number.isNaN(next.y)]
      if (before !== after) this.#edge(last, next)
      else if (before) this.#inside(last, next)
      last = next
    }
  }

  /** Where the curve begins or ends between a and b, to the last digit. */
  #edge(a: Sample, b: Sample): void {
    let [low, high] = [a, b]
    const ends = Number.isNaN(b.y)
    for (let i = 0; i < HALVINGS; i += 1) {
      const m = this.#middle(low, high)
      if (m.x <= low.x || m.x >= high.x) break
      if (Number.isNaN(m.y) === ends) high = m
      else low = m
    }
    if (ends) {
      this.#inside(a, low)
      this.end()
    } else {
      this.end()
      this.#begin(high)
      this.#inside(high, b)
    }
  }

  #inside(a: Sample, b: Sample): void {
    if (a.x < b.x) this.#between(a, b)
  }
}

/** The curve over the window of the scales; `cuts`, in order, are looked at from both sides. */
export function sampled(f: (x: number) => number, x: Scale, y: Scale, cuts: readonly Cut[] = []): Sampled {
  const sampler = new Sampler(f, x, y)
  sampler.run(stopsOf(x, cuts))
  const { pieces, closed, open, dense, complete } = sampler
  return { pieces, closed, open, dense, complete }
}

/** The borders of the columns and the cuts, in order; nothing else close to a cut. */
function stopsOf(x: Scale, cuts: readonly Cut[]): Stop[] {
  const [first, last] = [x.place(x.from), x.place(x.to)]
  const columns = Math.max(2, Math.ceil((last - first) / COLUMN))
  const borders = Array.from({ length: columns + 1 }, (_, i) => {
    if (i === 0 || i === columns) return i === 0 ? x.from : x.to
    return x.value(first + (i / columns) * (last - first))
  })
  const places = cuts.map((cut) => x.place(cut.x))
  const stops: Stop[] = []
  let next = 0
  const cutsUpTo = (px: number): void => {
    for (; next < cuts.length && (places[next] as number) <= px; next += 1) {
      const gaps = [next - 1, next + 1].map((i) =>
        Math.abs((places[i] ?? Infinity) - (places[next] as number)),
      )
      stops.push({ cut: cuts[next] as Cut, part: Math.min(1, Math.min(...gaps) / NEAR_CUT / 2) })
    }
  }
  for (const border of borders) {
    const px = x.place(border)
    cutsUpTo(px)
    const isNear = [next - 1, next].some((i) => Math.abs((places[i] ?? Infinity) - px) <= NEAR_CUT)
    if (!isNear) stops.push({ x: border })
  }
  cutsUpTo(Infinity)
  return stops
}
