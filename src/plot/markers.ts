/** Shapes of markers as strokes around a place, and paths as SVG writes them: relative, so that a thousand stay small. */
import type { Point } from './sample.ts'
import type { Marker } from './style.ts'

/** Strokes about the middle, in pixels, and the radius of a circle. */
export interface MarkerShape {
  readonly strokes: readonly (readonly Point[])[]
  readonly closed?: boolean
  readonly circle?: number
}

const ACROSS: readonly Point[] = [
  [-3.5, 0],
  [3.5, 0],
]
const DOWN: readonly Point[] = [
  [0, -3.5],
  [0, 3.5],
]
const FALLING = (size: number): readonly Point[] => [
  [-size, -size],
  [size, size],
]
const RISING = (size: number): readonly Point[] => [
  [-size, size],
  [size, -size],
]

export const SHAPES: Readonly<Record<Marker, MarkerShape>> = {
  '+': { strokes: [ACROSS, DOWN] },
  x: { strokes: [FALLING(3), RISING(3)] },
  '*': { strokes: [ACROSS, DOWN, FALLING(2.5), RISING(2.5)] },
  o: { strokes: [], circle: 3.5 },
  '.': { strokes: [], circle: 1 },
  s: {
    strokes: [
      [
        [-3, -3],
        [3, -3],
        [3, 3],
        [-3, 3],
      ],
    ],
    closed: true,
  },
  d: {
    strokes: [
      [
        [-3.5, 0],
        [0, -3.5],
        [3.5, 0],
        [0, 3.5],
      ],
    ],
    closed: true,
  },
  '^': {
    strokes: [
      [
        [-3.5, 2.5],
        [3.5, 2.5],
        [0, -3.5],
      ],
    ],
    closed: true,
  },
  v: {
    strokes: [
      [
        [-3.5, -2.5],
        [3.5, -2.5],
        [0, 3.5],
      ],
    ],
    closed: true,
  },
}

export const rounded = (v: number): string => `${Math.round(v * 10) / 10 || 0}`

/** From one place to the next, relative to it. */
const step = ([ax, ay]: Point, [bx, by]: Point): string => {
  const [dx, dy] = [bx - ax, by - ay]
  return dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`
}

const move = ([dx, dy]: Point): string => `m${dx}${dy < 0 ? '' : ' '}${dy}`

function relative({ strokes, closed, circle }: MarkerShape): string {
  if (circle !== undefined)
    return `m-${circle} 0a${circle} ${circle} 0 1 0 ${2 * circle} 0a${circle} ${circle} 0 1 0-${2 * circle} 0z`
  let last: Point = [0, 0]
  return strokes
    .map((points) => {
      const [first = last] = points
      const moved = move([first[0] - last[0], first[1] - last[1]])
      const steps = points.slice(1).map((p, i) => step(points[i] as Point, p))
      last = (closed ? first : points.at(-1)) as Point
      return moved + steps.join('') + (closed ? 'z' : '')
    })
    .join('')
}

/** All markers as one path. */
export function markersAt(points: readonly Point[], marker: Marker): string {
  const shape = relative(SHAPES[marker])
  return points.map(([x, y]) => `M${rounded(x)} ${rounded(y)}${shape}`).join('')
}

/** A polygon as a path. */
export function pathOf(points: readonly Point[]): string {
  let last: readonly [number, number] | undefined
  let path = ''
  for (const [px, py] of points) {
    const [x, y] = [Math.round(px * 10), Math.round(py * 10)]
    if (!last) path += `M${x / 10} ${y / 10}`
    else if (last[0] !== x || last[1] !== y) path += step([0, 0], [(x - last[0]) / 10, (y - last[1]) / 10])
    last = [x, y]
  }
  // A single point is seen only as a line without length and with round ends.
  return /[vhl]/.test(path) ? path : `${path}h0`
}
