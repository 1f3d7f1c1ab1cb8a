/** A function of two variables on paper: its values at the corners of square cells, and the range that is shown. */
import type { Box } from '../outline.ts'
import type { Point } from '../sample.ts'
import type { Scale } from '../scale.ts'

/** Values at corners, row by row from the top; NaN where there is none. */
export interface Field {
  readonly f: (x: number, y: number) => number
  readonly x: Scale
  readonly y: Scale
  readonly box: Box
  /** Pixels of a cell, and how many there are. */
  readonly cell: number
  readonly across: number
  readonly down: number
  readonly corners: Float64Array
}

/** The value at a place in pixels. */
export const valueAt = ({ f, x, y }: Pick<Field, 'f' | 'x' | 'y'>, [px, py]: Point): number => {
  const value = f(x.value(px), y.value(py))
  return Number.isFinite(value) ? value : Number.NaN
}

export function fieldOf(
  f: (x: number, y: number) => number,
  { x, y, box, cell }: { readonly x: Scale; readonly y: Scale; readonly box: Box; readonly cell: number },
): Field {
  const across = Math.ceil((box.right - box.left) / cell)
  const down = Math.ceil((box.bottom - box.top) / cell)
  const corners = new Float64Array((across + 1) * (down + 1))
  for (let j = 0; j <= down; j += 1)
    for (let i = 0; i <= across; i += 1)
      corners[j * (across + 1) + i] = valueAt({ f, x, y }, cornerAt({ box, cell }, i, j))
  return { f, x, y, box, cell, across, down, corners }
}

/** The last cells end at the border. */
export const cornerAt = ({ box, cell }: Pick<Field, 'box' | 'cell'>, i: number, j: number): Point => [
  Math.min(box.right, box.left + i * cell),
  Math.min(box.bottom, box.top + j * cell),
]

/** How much of the values are left out at both ends where a few are far greater than the rest. */
const TRIMMED = 0.02
const FAR = 6

/** The values that are shown in different colours; beyond them it is the first and the last colour. */
export interface Shown {
  readonly from: number
  readonly to: number
  /** Are there values beyond? */
  readonly below: boolean
  readonly above: boolean
}

/** From the least to the greatest value, without the few at poles; nothing where no value is. */
export function shownIn({ corners }: Field): Shown | undefined {
  const sorted = corners.filter((v) => !Number.isNaN(v)).sort()
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined) return undefined
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] as number
  const [low, high] = [at(TRIMMED), at(1 - TRIMMED)]
  const isFar = most - least > FAR * (high - low) && high > low
  const [from, to] = isFar ? [low, high] : [least, most]
  if (!(to - from > 1e-12 * Math.max(Math.abs(from), Math.abs(to))))
    return {
      from: from - Math.max(1, Math.abs(from)) / 2,
      to: from + Math.max(1, Math.abs(from)) / 2,
      below: false,
      above: false,
    }
  return { from, to, below: least < from, above: most > to }
}

/** Of the range, how far a middle may be from its corners, and how many of the cells may be so. */
const ROUGH = 0.1
const MOST_ROUGH = 0.15

/** Do the values change so fast that the corners tell nothing of what lies between? */
export function isRough(field: Field, { from, to }: Shown): boolean {
  const { across, down, corners } = field
  let [rough, all] = [0, 0]
  for (let j = 0; j < down; j += 3) {
    for (let i = 0; i < across; i += 3) {
      const at = j * (across + 1) + i
      const [a = 0, b = 0, c = 0, d = 0] = [
        corners[at],
        corners[at + 1],
        corners[at + across + 1],
        corners[at + across + 2],
      ]
      const [p, q] = [cornerAt(field, i, j), cornerAt(field, i + 1, j + 1)]
      const off = Math.abs(valueAt(field, [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]) - (a + b + c + d) / 4)
      if (Number.isNaN(off)) continue
      all += 1
      if (off > ROUGH * (to - from)) rough += 1
    }
  }
  return rough > MOST_ROUGH * all
}
