/** What tells the curves of a picture apart: labels beside them where these have room, else a legend. */
import { markLine } from './curve-shapes.ts'
import { directLabels } from './direct.ts'
import { entriesOf } from './entries.ts'
import { dense, legendOf } from './legend.ts'
import type { PlotOptions } from './options.ts'
import { clipped } from './outline.ts'
import type { Picture } from './picture.ts'
import type { Point } from './sample.ts'
import { levelAt, type Shape, uprightAt } from './shapes.ts'

/** More curves than these are found faster in a legend. */
const FEW = 4

/** Labels or a legend; nothing for a single curve. */
export function namesOf(picture: Picture, options: PlotOptions): Shape[] {
  const { legend } = options
  const entries = entriesOf(picture, options)
  if (legend === 'none' || entries.length === 0) return []
  if (legend === undefined && entries.length === 1) return []
  const spots = picture.marks.flatMap((mark): Point[] =>
    'y' in mark ? [[picture.x.place(mark.x), picture.y.place(mark.y)]] : [],
  )
  const isDirect =
    legend === 'direct' ||
    (legend === undefined && entries.length <= FEW && entries.length === picture.curves.length)
  const labels = isDirect
    ? directLabels(entries, picture.box, [...spots, ...linesOf(picture, options)])
    : undefined
  return labels ?? [legendOf(entries, picture.box, legend ?? 'best', spots)]
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
