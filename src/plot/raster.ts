/** An area of characters to draw on: dots of braille, two across and four down in each character, or plain characters. */
import type { Point } from './sample.ts'

/** Dots in a character. */
export interface Grain {
  readonly across: number
  readonly down: number
}
export const BRAILLE: Grain = { across: 2, down: 4 }
export const PLAIN: Grain = { across: 1, down: 1 }
/** The bit of each dot, row by row (Unicode 15, 2800–28FF). */
const BITS: readonly (readonly number[])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
]
const FIRST_BRAILLE = 0x2800
/** The characters of a plotting area, with the curve that each belongs to. */
export class Raster {
  readonly #bits: Uint8Array
  readonly #signs: string[]
  readonly #owner: Int16Array
  readonly columns: number
  readonly rows: number
  readonly #grain: Grain

  constructor(columns: number, rows: number, grain: Grain) {
    this.columns = columns
    this.rows = rows
    this.#grain = grain
    this.#bits = new Uint8Array(columns * rows)
    this.#signs = Array<string>(columns * rows).fill('')
    this.#owner = new Int16Array(columns * rows).fill(-1)
  }

  /** Sets a dot, or the sign in its character. */
  set([x, y]: Point, owner: number, sign?: string): void {
    const { across, down } = this.#grain
    const [dx, dy] = [
      Math.min(Math.floor(x), this.columns * across - 1),
      Math.min(Math.floor(y), this.rows * down - 1),
    ]
    if (!(dx >= 0 && dy >= 0)) return
    const at = Math.floor(dy / down) * this.columns + Math.floor(dx / across)
    if (sign !== undefined) this.#signs[at] = sign
    else this.#bits[at] = (this.#bits[at] as number) | (BITS[dy % down]?.[dx % across] as number)
    this.#owner[at] = owner
  }

  /** With `every`, only each so many-th dot is set. */
  line(points: readonly Point[], owner: number, sign?: string, every = 1): void {
    points.forEach((to, i) => {
      const from = points[i - 1] ?? to
      const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))))
      for (let k = 0; k <= steps; k += every) {
        const t = k / steps
        this.set([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t], owner, sign)
      }
    })
  }

  /** One row, each character through `paint`. */
  row(
    y: number,
    background: (column: number) => string,
    paint: (sign: string, owner: number) => string,
  ): string {
    let text = ''
    for (let x = 0; x < this.columns; x += 1) {
      const at = y * this.columns + x
      const bits = this.#bits[at] as number
      const sign = this.#signs[at] || (bits > 0 ? String.fromCodePoint(FIRST_BRAILLE + bits) : '')
      text += sign === '' ? background(x) : paint(sign, this.#owner[at] as number)
    }
    return text
  }
}
