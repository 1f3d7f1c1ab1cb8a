/** Stops: where a curve is looked at first, the borders of columns and the cuts between them. */
import type { Cut } from './cuts.ts'
import type { Scale } from './scale.ts'

/** A band is drawn in the middle of its column, so that no place of it is half a pixel away. */
const COLUMN = 0.8
/** How close to a cut other places are looked at. */
export const NEAR_CUT = 0.02

/** A border, or a cut and how much of the usual room it has on each side. */
export type Stop =
  | { readonly x: number; readonly cut?: undefined }
  | { readonly cut: Cut; readonly part: number }

/** The borders of the columns and the cuts, in order; nothing else close to a cut. */
export function stopsOf(x: Scale, cuts: readonly Cut[]): Stop[] {
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
