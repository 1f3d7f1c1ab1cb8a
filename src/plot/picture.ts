/** A picture as data, in pixels: what is drawn on paper or in a terminal, before it is written. */
import { OgeeError } from '../expression/error.ts'
import { type Cut, cutsOf } from './cuts.ts'
import { type Difference, largestDifference } from './difference.ts'
import { type DrawnBand, type DrawnData, drawnBand, drawnData, lookedAt, spanOfData } from './drawn-data.ts'
import { type Mark, marksOf, repeated, tangentTo } from './marks.ts'
import type { PlotOptions, PointRange } from './options.ts'
import { apart, type Box, clipped, isInside, outline } from './outline.ts'
import type { ReadCurve, ReadCurves } from './read-curves.ts'
import { type Point, type Sampled, sampled } from './sample.ts'
import { type Scale, type ScaleKind, scale } from './scale.ts'
import { type Looked, type Range, usualHeight, usualRange } from './window.ts'

/** A curve as it is drawn. */
export interface DrawnCurve {
  readonly curve: ReadCurve
  readonly pieces: readonly (readonly Point[])[]
  readonly markers: readonly Point[]
  readonly closed: readonly Point[]
  readonly open: readonly Point[]
  /** Is it drawn as a band where it goes up and down too fast? */
  readonly dense: boolean
  /** Was every part looked at as closely as it should be? */
  readonly complete: boolean
}

export interface Picture {
  readonly variable: string
  readonly box: Box
  readonly x: Scale
  readonly y: Scale
  readonly curves: readonly DrawnCurve[]
  readonly marks: readonly Mark[]
  readonly data: readonly DrawnData[]
  readonly bands: readonly DrawnBand[]
  /** How far two forms that are laid over each other are apart. */
  readonly difference?: Difference
  /** Does the legend stand to the right of the box? */
  readonly legendBeside?: boolean
}

const kindsOf = ({ scale: kind }: PlotOptions): { x: ScaleKind; y: ScaleKind } =>
  typeof kind === 'object'
    ? { x: kind.x ?? 'linear', y: kind.y ?? 'linear' }
    : { x: 'linear', y: kind ?? 'linear' }

/** The window of the plot. Throws OgeeError `E804` for one that cannot be shown. */
export function windowOf(read: ReadCurves, options: PlotOptions): { x: Range; y: Range } {
  const { curves, data, bands } = read
  const kinds = kindsOf(options)
  const fs = curves.map(({ f }) => f)
  for (const { points } of curves) if (points) pointsOf(points)
  const points = spanOf(curves)
  const measured = spanOfData(data, bands)
  const { from = points?.from, to = points?.to } = options
  const usual = (): Range => measured ?? (kinds.x === 'log' ? [0.01, 100] : usualRange(fs))
  const x = within(from, to, usual)
  if (options.from !== undefined && options.to === undefined && !points && x[1] <= x[0])
    return windowOf(read, { ...options, to: x[0] + 20 })
  if (options.to !== undefined && options.from === undefined && !points && x[1] <= x[0])
    return windowOf(read, { ...options, from: x[1] - 20 })
  check(x, kinds.x, 'x')
  const isUsual = options.from === undefined && options.to === undefined && !points && !measured
  const height = (): Range => heightOf(read, x, kinds, isUsual && kinds.x === 'linear')
  const y = within(options.yFrom, options.yTo, height)
  check(y, kinds.y, 'y')
  return { x, y }
}

/** The window as far as it is given, else the usual one, which is looked for only then. */
const within = (from: number | undefined, to: number | undefined, usual: () => Range): Range => {
  if (from !== undefined && to !== undefined) return [from, to]
  const [low, high] = usual()
  return [from ?? low, to ?? high]
}

/** The y that show the curves and what was measured; of what grows, a part if nobody asked for these x. */
function heightOf(
  { variable, curves, data, bands }: ReadCurves,
  x: Range,
  kinds: { readonly x: ScaleKind; readonly y: ScaleKind },
  isUsual: boolean,
): Range {
  const across = scale(kinds.x, x, [0, COUNT])
  const xs = Array.from({ length: COUNT + 1 }, (_, i) => across.value(i))
  const looked = curves.map(({ f, shown }) => withCuts(f, xs, cutsOf(shown, variable, x[0], x[1])))
  const width = isUsual ? x[1] - x[0] : undefined
  return usualHeight([...looked, ...lookedAt(data, bands, xs)], kinds.y === 'log', width)
}

const COUNT = 500
/** Places this close to a cut, as a part of the window, are left to it. */
const BESIDE_CUT = 1e-7
/** A value at a cut may be so many heights of the rest away to be shown. */
const FURTHEST = 5

/** With those cuts at which the curve has a value: there it may be greatest or least. */
function withCuts(f: (x: number) => number, xs: readonly number[], cuts: readonly Cut[]): Looked {
  const values = xs.map(f).filter(Number.isFinite)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const far = FURTHEST * (high > low ? high - low : Math.max(1, Math.abs(low)))
  const beside = BESIDE_CUT * ((xs.at(-1) as number) - (xs[0] as number))
  const known = new Map(cuts.map(({ x, value }) => [x, value]))
  const ends = cuts.filter(({ value }) => value >= low - far && value <= high + far)
  return {
    f: (x) => known.get(x) ?? f(x),
    xs: [
      ...xs.filter((x) => cuts.every((cut) => Math.abs(cut.x - x) > beside)),
      ...ends.map(({ x }) => x),
    ].sort((p, q) => p - q),
  }
}

/** From the first to the last of all sampled points. */
function spanOf(curves: readonly ReadCurve[]): { from: number; to: number } | undefined {
  const ends = curves.flatMap(({ points }) => (points ? [points.from, points.to] : []))
  return ends.length === 0 ? undefined : { from: Math.min(...ends), to: Math.max(...ends) }
}

function check([from, to]: Range, kind: ScaleKind, name: string): void {
  const isWide = Number.isFinite(to - from) && to - from > 1e-12 * Math.max(Math.abs(from), Math.abs(to))
  const what = `${name} cannot go from ${from} to ${to}`
  if (!isWide) throw new OgeeError('E804', what, undefined, 'two numbers are needed, the lesser one first')
  if (kind === 'log' && from <= 0)
    throw new OgeeError('E804', `${what} on a logarithmic scale`, undefined, 'it shows positive numbers only')
}

/** More points than a picture can show. */
const MOST_POINTS = 5_000
/** More dots would hide the curve. */
const MOST_DOTS = 100
/** How many markers a line has along it. */
const MARKERS_ALONG = 24

/**
 * The numbers from, from + step, …, as MATLAB counts them.
 *
 * @throws OgeeError `E804` for a step that does not lead from one end to the other.
 */
function pointsOf({ from, step, to }: PointRange): number[] {
  const count = Math.floor(((to - from) / step) * (1 + 1e-12) + 1e-10) + 1
  if (!(count >= 1 && count <= MOST_POINTS))
    throw new OgeeError('E804', `from ${from} by ${step} to ${to} there are not 1 to ${MOST_POINTS} points`)
  return Array.from({ length: count }, (_, i) => from + i * step)
}

/** Everything that is drawn, in a box of pixels; columns narrower than `column` are not looked into when it is written. */
export function compose(read: ReadCurves, options: PlotOptions, box: Box, column?: number): Picture {
  const window = windowOf(read, options)
  const kinds = kindsOf(options)
  const x = scale(kinds.x, window.x, [box.left, box.right])
  const y = scale(kinds.y, window.y, [box.bottom, box.top])
  const { variable } = read
  const curves = read.curves.map((curve) => drawn(curve, { variable, x, y, box, column }))
  const marks = repeated(marksFor(read, options), window.x)
  const paper = { x, y, box }
  return {
    variable,
    box,
    x,
    y,
    curves,
    marks,
    data: read.data.map((data) => drawnData(data, paper)),
    bands: read.bands.map((band) => drawnBand(band, paper)),
    ...(options.overlay ? { difference: differenceFor(read, options, window.x) } : {}),
  }
}

/** What does not depend on how finely a picture is drawn. */
interface Known {
  readonly options: PlotOptions
  marks?: readonly Mark[]
  difference?: Difference
}

const known = new WeakMap<ReadCurves, Known>()

function once<Key extends 'marks' | 'difference'>(
  read: ReadCurves,
  options: PlotOptions,
  key: Key,
  work: () => NonNullable<Known[Key]>,
): NonNullable<Known[Key]> {
  const before = known.get(read)
  const all = before?.options === options ? before : { options }
  known.set(read, all)
  all[key] ??= work()
  return all[key] as NonNullable<Known[Key]>
}

/** How far two forms are apart at most. */
export const differenceFor = (read: ReadCurves, options: PlotOptions, [from, to]: Range): Difference =>
  once(read, options, 'difference', () => {
    const [a, b] = read.curves as readonly [ReadCurve, ReadCurve]
    return largestDifference(a.formula, b.formula, { variable: read.variable, from, to })
  })

/** The marks that are asked for: those given, or those of every curve but of derivatives beside it; tangents. */
export const marksFor = (read: ReadCurves, options: PlotOptions): readonly Mark[] =>
  once(read, options, 'marks', () => {
    const { marks = false, tangentAt = [] } = options
    const { variable, curves } = read
    const [first] = curves
    const places = typeof tangentAt === 'number' ? [tangentAt] : tangentAt
    const own = marks === true ? curves.filter(({ order }) => order === 0) : []
    return [
      ...(typeof marks === 'boolean' ? own.flatMap(({ formula }) => marksOf(formula, variable)) : marks),
      ...(first ? places.flatMap((place) => tangentTo(first.formula, variable, place)) : []),
    ]
  })

interface Paper {
  readonly variable: string
  readonly x: Scale
  readonly y: Scale
  readonly box: Box
  readonly column: number | undefined
}

/** Samples of a curve, by the window and the box that they were taken for: they are the same however coarsely they are written. */
const samples = new WeakMap<ReadCurve, Map<string, Sampled>>()

function sampledOnce(curve: ReadCurve, { variable, x, y, box }: Omit<Paper, 'column'>): Sampled {
  const known = samples.get(curve) ?? new Map<string, Sampled>()
  samples.set(curve, known)
  const key = [x, y, box].map((one) => Object.values(one).filter((v) => typeof v !== 'function')).join(' ')
  const found = known.get(key) ?? sampled(curve.f, x, y, cutsOf(curve.shown, variable, x.from, x.to))
  known.set(key, found)
  return found
}

const WITHOUT_LINE = { closed: [], open: [], dense: false, complete: true }

function drawn(curve: ReadCurve, { variable, x, y, box, column }: Paper): DrawnCurve {
  const { points } = curve
  const place = (v: number): Point => [x.place(v), y.place(curve.f(v))]
  const markersAt = (xs: readonly number[]): Point[] => xs.map(place).filter((p) => isInside(p, box))
  if (curve.marker && points && !curve.hasLine) {
    return { curve, pieces: [], markers: markersAt(pointsOf(points)), ...WITHOUT_LINE }
  }
  const found = sampledOnce(curve, { variable, x, y, box })
  const outlines = found.pieces.flatMap((piece) => clipped(piece, box)).map((piece) => outline(piece, column))
  const pieces = column !== undefined && column >= 1 ? apart(outlines, column) : outlines
  const isDotted = found.closed.length + found.open.length <= MOST_DOTS
  const along = Array.from({ length: MARKERS_ALONG + 1 }, (_, i) =>
    x.value(box.left + (i / MARKERS_ALONG) * (box.right - box.left)),
  )
  const markers = curve.marker ? markersAt(points ? pointsOf(points) : along) : []
  const [closed, open] = isDotted ? [found.closed, found.open] : [[], []]
  return { curve, pieces, markers, closed, open, dense: found.dense, complete: found.complete }
}
