/** Shapes of markers as strokes around a place, written relative to it, so that a thousand stay small. */
import type { Point } from './sample.ts'
import type { Marker } from './style.ts'

/** From the middle, 3.5 pixels wide to each side. */
const SHAPES: Readonly<Record<Marker, string>> = {
  '+': 'm-3.5 0h7m-3.5-3.5v7',
  x: 'm-3-3l6 6m0-6l-6 6',
  '*': 'm-3.5 0h7m-3.5-3.5v7m-2.5-6l5 5m0-5l-5 5',
  o: 'm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  '.': 'm-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z',
  s: 'm-3-3h6v6h-6z',
  d: 'm-3.5 0l3.5-3.5l3.5 3.5l-3.5 3.5z',
  '^': 'm-3.5 2.5h7l-3.5-6z',
  v: 'm-3.5-2.5h7l-3.5 6z',
}

export const rounded = (v: number): string => `${Math.round(v * 10) / 10 || 0}`

/** All markers as one path. */
export const markersAt = (points: readonly Point[], marker: Marker): string =>
  points.map(([x, y]) => `M${rounded(x)} ${rounded(y)}${SHAPES[marker]}`).join('')

/** A polygon as a path. */
export function pathOf(points: readonly Point[]): string {
  let last: readonly [number, number] | undefined
  let path = ''
  for (const [px, py] of points) {
    const [x, y] = [Math.round(px * 10), Math.round(py * 10)]
    if (!last) path += `M${x / 10} ${y / 10}`
    else if (last[0] !== x || last[1] !== y) {
      const [dx, dy] = [(x - last[0]) / 10, (y - last[1]) / 10]
      path += dx === 0 ? `v${dy}` : dy === 0 ? `h${dx}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`
    }
    last = [x, y]
  }
  // A single point is seen only as a line without length and with round ends.
  return /[vhl]/.test(path) ? path : `${path}h0`
}
