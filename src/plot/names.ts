/** What tells the curves of a picture apart: labels beside them where these have room, else a legend. */
import { markLine } from './curve-shapes.ts'
import { directLabels } from './direct.ts'
import { entriesOf } from './entries.ts'
import { dense, legendOf, type PlacedLegend } from './legend.ts'
import type { PlotOptions } from './options.ts'
import { clipped } from './outline.ts'
import type { Picture } from './picture.ts'
import type { Point } from './sample.ts'
import { levelAt, type Shape, uprightAt } from './shapes.ts'

/** More curves than these are found faster in a legend. */
const FEW = 4

/** Labels or a legend; nothing for a single curve. */
export function namesOf(picture: Picture, options: PlotOptions): Shape[] {
  const names = found(picture, options)
  if (names === undefined || Array.isArray(names)) return names ?? []
  return [(names as PlacedLegend).shape]
}

/** So many points of curves, each standing for four pixels, may be covered by a legend. */
const MOST_COVERED = 10
/** Of the width, how much a legend beside the curves may take. */
const MOST_ROOM = 0.36

/** The room that a legend needs beside the curves, where it would cover too much of them. */
export function legendRoom(picture: Picture, options: PlotOptions): number | undefined {
  const names = found(picture, options)
  const isFree = options.legend === undefined || options.legend === 'best'
  if (!isFree || names === undefined || Array.isArray(names)) return undefined
  if ((names as PlacedLegend).covered <= MOST_COVERED) return undefined
  const { left, right } = picture.box
  const { width } = legendOf(entriesOf(picture, options), picture.box, 'beside', [])
  return width <= MOST_ROOM * (right - left) ? width : undefined
}

function found(picture: Picture, options: PlotOptions): Shape[] | PlacedLegend | undefined {
  const { legend } = options
  const entries = entriesOf(picture, options)
  if (legend === 'none' || entries.length === 0) return undefined
  if (legend === undefined && entries.length === 1) return undefined
  if (picture.legendBeside) return legendOf(entries, picture.box, 'beside', [])
  const spots = picture.marks.flatMap((mark): Point[] =>
    'y' in mark ? [[picture.x.place(mark.x), picture.y.place(mark.y)]] : [],
  )
  const isMixed = picture.data.length + picture.bands.length > 0
  const isDirect = legend === 'direct' || (legend === undefined && entries.length <= FEW && !isMixed)
  const labels = isDirect
    ? directLabels(entries, picture.box, [...spots, ...linesOf(picture, options)])
    : undefined
  return labels ?? legendOf(entries, picture.box, legend ?? 'best', spots)
}

/** Points of the other lines there are: axes, asymptotes, tangents without names. */
function linesOf({ x, y, box, marks, ...rest }: Picture, { tangentLabel }: PlotOptions): Point[] {
  const lines = [
    ...(x.kind === 'linear' ? [uprightAt(x.place(0), box)] : []),
    ...(y.kind === 'linear' ? [levelAt(y.place(0), box)] : []),
    ...marks.flatMap((mark) =>
      mark.kind === 'tangent' && tangentLabel
        ? []
        : clipped(markLine(mark, { ...rest, x, y, box, marks }), box),
    ),
  ]
  return lines.flatMap((line) => dense(line))
}
