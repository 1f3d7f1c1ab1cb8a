/** What a legend lists. */
import type { Expr } from '../expression/expr.ts'
import { print } from '../syntax/index.ts'
import { curveShapes, markLine } from './curve-shapes.ts'
import { bandShapes, type DrawnBand, type DrawnData, dataShapes } from './drawn-data.ts'
import { equationOf, equationTerm } from './marks.ts'
import type { PlotOptions } from './options.ts'
import { clipped } from './outline.ts'
import type { DrawnCurve, Picture } from './picture.ts'
import type { Point } from './sample.ts'
import type { Shape } from './shapes.ts'

/** Something that has a name. */
export interface Entry {
  readonly label: string
  /** The label as a formula, where it is one. */
  readonly formula?: Expr | undefined
  readonly pieces: readonly (readonly Point[])[]
  readonly points: readonly Point[]
  /** What stands for it in a legend, between these places. */
  readonly sample: (from: Point, to: Point) => Shape[]
}

/** Curves, and tangents if they shall have names. */
export function entriesOf(picture: Picture, options: PlotOptions): Entry[] {
  return [
    ...picture.curves.map(curveEntry),
    ...picture.data.map(dataEntry),
    ...picture.bands.map(bandEntry),
    ...(options.tangentLabel ? tangentEntries(picture) : []),
  ]
}

function curveEntry(drawn: DrawnCurve): Entry {
  const { curve, pieces, markers, open, closed } = drawn
  return {
    label: curve.label,
    formula: curve.label === print(curve.given, 'unicode') ? curve.given : undefined,
    pieces,
    points: [...markers, ...open, ...closed],
    sample: (from, to) =>
      curveShapes({
        ...drawn,
        pieces: pieces.length > 0 || !curve.marker ? [[from, to]] : [],
        markers: [[(from[0] + to[0]) / 2, from[1]]],
        open: [],
        closed: [],
      }),
  }
}

const tangentEntries = (picture: Picture): Entry[] =>
  picture.marks.flatMap((mark): Entry[] =>
    mark.kind === 'tangent'
      ? [
          {
            label: equationOf(mark, picture.variable),
            formula: equationTerm(mark, picture.variable),
            pieces: clipped(markLine(mark, picture), picture.box),
            points: [],
            sample: (from, to) => [{ kind: 'line', pieces: [[from, to]], paint: 'ink', dash: '4 4' }],
          },
        ]
      : [],
  )

const dataEntry = (drawn: DrawnData): Entry => ({
  label: drawn.data.label,
  pieces: drawn.bars,
  points: drawn.points,
  sample: (from, to) => {
    const middle: Point = [(from[0] + to[0]) / 2, from[1]]
    const bar: Point[] = [
      [middle[0], middle[1] - SHORT],
      [middle[0], middle[1] + SHORT],
    ]
    return dataShapes({ ...drawn, points: [middle], bars: drawn.bars.length > 0 ? [bar] : [] })
  },
})

const SHORT = 7

const bandEntry = (drawn: DrawnBand): Entry => ({
  label: drawn.band.label,
  pieces: drawn.pieces,
  points: [],
  sample: ([left, y], [right]) =>
    bandShapes({
      ...drawn,
      pieces: [
        [
          [left, y - SHORT + 1],
          [right, y - SHORT + 1],
          [right, y + SHORT - 1],
          [left, y + SHORT - 1],
        ],
      ],
    }),
})
