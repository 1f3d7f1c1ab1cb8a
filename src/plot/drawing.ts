/** A picture as shapes: the axes, the curves, their marks and what tells the curves apart. */
import { type Expr, symbol } from '../expression/expr.ts'
import { curveShapes, lineOf, spotOf } from './curve-shapes.ts'
import { differenceText } from './describe.ts'
import { bandShapes, dataShapes } from './drawn-data.ts'
import { FONT, sizeOf, TITLE_FONT, ticksBelow, ticksOn, upCount } from './frame.ts'
import { namesOf } from './names.ts'
import type { PlotOptions } from './options.ts'
import type { Picture } from './picture.ts'
import type { Point } from './sample.ts'
import { levelAt, type Shape, type TextShape, uprightAt } from './shapes.ts'
import { shortened } from './text.ts'

/** Everything that is drawn, the first below the rest. */
export function drawing(picture: Picture, options: PlotOptions): Shape[] {
  return [
    ...axes(picture, options),
    ...picture.bands.flatMap(bandShapes),
    ...picture.marks.map((mark) => lineOf(mark, picture)),
    ...picture.curves.flatMap(curveShapes),
    ...picture.data.flatMap(dataShapes),
    ...picture.marks.flatMap((mark) => spotOf(mark, picture)),
    ...namesOf(picture, options),
  ]
}

function axes(picture: Picture, options: PlotOptions): Shape[] {
  const { box, x, y, variable } = picture
  const { width, height } = sizeOf(options)
  const { left, right, top, bottom } = box
  const across = ticksBelow(x, box)
  const up = ticksOn(y, upCount(bottom - top))
  const zero = [
    ...(x.kind === 'linear' && x.from < 0 && x.to > 0 ? [uprightAt(x.place(0), box)] : []),
    ...(y.kind === 'linear' && y.from < 0 && y.to > 0 ? [levelAt(y.place(0), box)] : []),
  ]
  const frame: Point[] = [
    [left, top],
    [left, bottom],
    [right, bottom],
  ]
  const name = options.xLabel === undefined ? symbol(variable) : undefined
  return [
    {
      kind: 'line',
      paint: 'grid',
      pieces: [...across.map(({ at }) => uprightAt(at, box)), ...up.map(({ at }) => levelAt(at, box))],
    },
    { kind: 'line', paint: 'axis', pieces: [frame, ...zero] },
    ...across.map(({ at, label }) => written(label, [at, bottom + FONT + 6], 'middle')),
    ...up.map(({ at, label }) => written(label, [left - 6, at + FONT * 0.35], 'end')),
    written(
      shortened(options.xLabel ?? variable, FONT, right - left),
      [(left + right) / 2, height - 8],
      'middle',
      name,
    ),
    ...(options.yLabel === undefined
      ? []
      : [
          {
            ...written(
              shortened(options.yLabel, FONT, bottom - top),
              [FONT + 2, (top + bottom) / 2],
              'middle',
            ),
            turned: true,
          },
        ]),
    ...(picture.difference === undefined
      ? []
      : [
          written(shortened(differenceText(picture.difference, variable), FONT, right - left), [
            left,
            top - 6,
          ]),
        ]),
    ...(options.title === undefined
      ? []
      : [
          {
            ...written(
              shortened(options.title, TITLE_FONT, width - 16),
              [(left + right) / 2, TITLE_FONT + 8],
              'middle',
            ),
            size: TITLE_FONT,
            bold: true,
          },
        ]),
  ]
}

const written = (content: string, at: Point, anchor?: 'middle' | 'end', formula?: Expr): TextShape => ({
  kind: 'text',
  content,
  at,
  ...(anchor === undefined ? {} : { anchor }),
  formula,
})
