/**
 * Sampling: a curve as pieces of a polygon, in pixels, from values in double precision. A part is
 * halved until its polygon lies within a tenth of a pixel of the values between; where the halves
 * of the narrowest part that doubles have still lie apart, the curve is interrupted.
 * What lies outside the window counts as that: no more is asked there than where the curve comes back.
 */
import type { Scale } from './scale.ts'

/** A place in pixels. */
export type Point = readonly [x: number, y: number]

/** A curve as it can be drawn: pieces without interruption, and single points. */
export interface Sampled {
  readonly pieces: readonly (readonly Point[])[]
  /** Values where the curve is interrupted: the value there, and limits that are not reached. */
  readonly closed: readonly Point[]
  readonly open: readonly Point[]
  /** Was everything looked at as closely as it should be? */
  readonly complete: boolean
}

/** Pixels: how far the polygon may be from the curve, what counts as a step, the narrowest column looked into. */
const TOLERANCE = 0.1
const STEP = 0.5
const NARROW = 1 / 32
const COLUMN = 1
/** A part as steep as this is looked into down to the narrowest column. */
const STEEP = 8
/** Where a part is looked into beside its middle; close to its ends it may turn. */
const PROBES = [0.06, 0.21, 0.81, 0.94] as const
/** How close to a cut its two sides are looked at. */
const BESIDE = 1e-7
const MOST_VALUES = 300_000
const HALVINGS = 70
/** After so many halvings a slope is an eighth of what it was; a step would still be whole. */
const SURE = 3

interface Sample {
  readonly x: number
  /** In pixels, held close to the window; NaN where there is none. */
  readonly px: number
  readonly y: number
}

class Sampler {
  readonly pieces: Point[][] = []
  readonly closed: Point[] = []
  readonly open: Point[] = []
  #piece: Point[] = []
  #left = MOST_VALUES
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
    const value = this.#f(x)
    if (Number.isNaN(value)) return { x, px, y: value }
    const low = this.#y.kind === 'log' && value <= 0
    const y = low ? Number.NaN : this.#y.place(value)
    return { x, px, y: Math.max(this.#top - this.#far, Math.min(this.#bottom + this.#far, y)) }
  }

  run(xs: readonly number[], cuts: ReadonlySet<number>): void {
    let last: Sample | undefined
    let before: Sample | undefined
    for (const x of xs) {
      if (cuts.has(x)) {
        before = last
        continue
      }
      const next = this.at(x)
      if (last && before) this.#across(before, next, xs)
      else if (last) this.#between(last, next)
      else this.#begin(next)
      before = undefined
      last = next
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

  /** Over a cut: a and b lie a ten-millionth of a pixel beside it. */
  #across(a: Sample, b: Sample, xs: readonly number[]): void {
    const cut = xs.find((x) => x > a.x && x < b.x) as number
    const there = this.at(cut)
    const [left, value] = [this.#visible(a), this.#visible(there)]
    const joined = Math.abs(a.y - b.y) <= STEP
    const through = joined && !(Math.abs(there.y - a.y) > STEP)
    if (through) {
      this.#begin(b)
      if (Number.isNaN(there.y) && left) this.open.push([there.px, (a.y + b.y) / 2])
      return
    }
    if (joined) this.#begin(b)
    else {
      if (!Number.isNaN(a.y)) this.#side(a, there, there)
      this.end()
      if (!Number.isNaN(b.y)) this.#side(there, b, there)
    }
    if (joined && left) this.open.push([there.px, (a.y + b.y) / 2])
    for (const side of joined ? [] : [a, b]) {
      const isLimit = this.#visible(side) && this.#settles(side, there)
      if (isLimit && !(Math.abs(side.y - there.y) <= STEP)) this.open.push([there.px, side.y])
    }
    if (value && !Number.isNaN(a.y + b.y)) this.closed.push([there.px, there.y])
  }

  /** From one side to the cut itself, if the curve goes there. */
  #side(a: Sample, b: Sample, cut: Sample): void {
    if (Number.isNaN(a.y) !== Number.isNaN(b.y)) this.#edge(a, b)
    else if (Math.abs(a.y - b.y) <= STEP) {
      if (this.#piece.length === 0) this.#begin(a)
      this.#begin(b)
    } else if (a === cut) this.#begin(b)
  }

  /** Does the value stay as it is still closer to the cut? */
  #settles(side: Sample, cut: Sample): boolean {
    return [8, 64].every(
      (part) => Math.abs(this.at(cut.x + (side.x - cut.x) / part, cut.px).y - side.y) <= STEP,
    )
  }

  #visible({ y }: Sample): boolean {
    return y >= this.#top && y <= this.#bottom
  }

  #outside(a: Sample, b: Sample): boolean {
    return (a.y < this.#top && b.y < this.#top) || (a.y > this.#bottom && b.y > this.#bottom)
  }

  #middle(a: Sample, b: Sample, part = 0.5): Sample {
    const px = a.px + (b.px - a.px) * part
    const x = this.#x.kind === 'linear' ? a.x + (b.x - a.x) * part : this.#x.value(px)
    return this.at(x, px)
  }

  #between(a: Sample, b: Sample): void {
    if (Number.isNaN(a.y) || Number.isNaN(b.y)) {
      this.#edge(a, b)
      return
    }
    const width = b.px - a.px
    const m = this.#middle(a, b)
    if (m.x <= a.x || m.x >= b.x || this.#left <= 0) {
      this.#join(a, b)
      return
    }
    if (Number.isNaN(m.y)) {
      this.#between(a, m)
      this.#between(m, b)
      return
    }
    if (this.#outside(a, b) && this.#outside(a, m) && width <= COLUMN) {
      this.#begin(b)
      return
    }
    // A steep part may hide a wave or a step, so it is looked into however straight it seems.
    const isSteep = Math.abs(a.y - b.y) > STEEP * width
    const isNarrow = width <= NARROW
    if (isNarrow ? Math.abs(a.y - b.y) <= STEP : !isSteep) {
      if (this.#fits(a, b, m) && (isNarrow || this.#fitsInside(a, b))) {
        this.#begin(b)
        return
      }
    }
    if (isNarrow) {
      this.#step(a, m)
      this.#step(m, b)
      return
    }
    this.#between(a, m)
    this.#between(m, b)
  }

  /** Is the sample within the tolerance of the line from a to b? */
  #fits(a: Sample, b: Sample, m: Sample): boolean {
    const [dx, dy] = [b.px - a.px, b.y - a.y]
    const off = Math.abs((m.px - a.px) * dy - (m.y - a.y) * dx)
    return off <= TOLERANCE * Math.hypot(dx, dy) && (m.y - a.y) * (m.y - b.y) <= TOLERANCE ** 2
  }

  #fitsInside(a: Sample, b: Sample): boolean {
    return PROBES.every((part) => this.#fits(a, b, this.#middle(a, b, part)))
  }

  /** Goes on to b unless the steepest part between stays a step, however narrow. */
  #step(a: Sample, b: Sample): void {
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

  /** Where the curve begins or ends between a and b, to the last digit. */
  #edge(a: Sample, b: Sample): void {
    if (Number.isNaN(a.y) && Number.isNaN(b.y)) return
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

/** The curve over the window of the scales; `cuts` are looked at from both sides. */
export function sampled(f: (x: number) => number, x: Scale, y: Scale, cuts: readonly number[] = []): Sampled {
  const [first, last] = [x.place(x.from), x.place(x.to)]
  const columns = Math.max(2, Math.ceil((last - first) / COLUMN))
  const grid = Array.from({ length: columns - 1 }, (_, i) =>
    x.value(first + ((i + 1) / columns) * (last - first)),
  )
  const beside = cuts.flatMap((cut) => [x.value(x.place(cut) - BESIDE), x.value(x.place(cut) + BESIDE)])
  const isCut = new Set(cuts)
  const near = ((x.to - x.from) / columns) * 1e-6
  const free = grid.filter((v) => !cuts.some((cut) => Math.abs(cut - v) <= near))
  const inside = [x.from, ...free, ...beside, ...cuts, x.to]
    .filter((v) => v >= x.from && v <= x.to)
    .sort((a, b) => a - b)
    .filter((v, i, all) => v !== all[i - 1])
  const sampler = new Sampler(f, x, y)
  sampler.run(inside, isCut)
  const { pieces, closed, open, complete } = sampler
  return { pieces, closed, open, complete }
}
