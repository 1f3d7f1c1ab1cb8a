/**
 * From a sampled curve to the few points that are written: what lies outside the window is cut off,
 * columns full of ups and downs keep their ends, their highest and their lowest point, and of the
 * rest the points that lie on a line within a quarter of a pixel are left out (Douglas and Peucker, 1973).
 */
import type { Point } from './sample.ts'

/** Where something may be drawn, in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const ON_A_LINE = 0.25
const COLUMN = 0.5
/** The work on so many points may grow with their square. */
const MOST_AT_ONCE = 300

/** The parts inside the box. */
export function clipped(points: readonly Point[], box: Box): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  const end = (): void => {
    if (part.length > 0) parts.push(part)
    part = []
  }
  if (points.length === 1 && isInside(points[0] as Point, box)) parts.push([...points])
  for (let i = 1; i < points.length; i += 1) {
    const found = segment(points[i - 1] as Point, points[i] as Point, box)
    if (!found) {
      end()
      continue
    }
    const [from, to] = found
    const last = part.at(-1)
    if (!last || last[0] !== from[0] || last[1] !== from[1]) {
      end()
      part.push(from)
    }
    part.push(to)
    if (to !== points[i]) end()
  }
  end()
  return parts
}

export const isInside = ([x, y]: Point, { left, right, top, bottom }: Box): boolean =>
  x >= left - 1e-6 && x <= right + 1e-6 && y >= top && y <= bottom

/** The part of a segment inside the box, its ends themselves where they lie inside (Liang and Barsky, 1984). */
function segment(a: Point, b: Point, box: Box): readonly [Point, Point] | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  let [from, to] = [0, 1]
  const borders = [
    [-dx, a[0] - box.left],
    [dx, box.right - a[0]],
    [-dy, a[1] - box.top],
    [dy, box.bottom - a[1]],
  ] as const
  for (const [speed, room] of borders) {
    if (speed === 0 && room < 0) return undefined
    if (speed < 0) from = Math.max(from, room / speed)
    if (speed > 0) to = Math.min(to, room / speed)
  }
  if (from > to) return undefined
  const at = (t: number): Point => [a[0] + t * dx, a[1] + t * dy]
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)]
}

/** Fewer points, near which the others lie. */
export const outline = (points: readonly Point[], column: number = COLUMN): Point[] =>
  withoutPointsOnLines(columns(points, column))

/** Without pieces that lie in one column with others, which go as high and as low. */
export function apart(pieces: readonly (readonly Point[])[], column: number): (readonly Point[])[] {
  const heights = new Map<number, readonly [low: number, high: number]>()
  return pieces.filter((piece) => {
    const [first, last] = [piece[0], piece.at(-1)]
    const at = Math.floor((first?.[0] ?? 0) / column)
    if (at !== Math.floor((last?.[0] ?? 0) / column)) return true
    const ys = piece.map(([, y]) => y)
    const [low, high] = [Math.min(...ys), Math.max(...ys)]
    const known = heights.get(at)
    if (known && known[0] <= low + 1 && known[1] >= high - 1) return false
    heights.set(at, known ? [Math.min(low, known[0]), Math.max(high, known[1])] : [low, high])
    return true
  })
}

function columns(points: readonly Point[], width: number): Point[] {
  const kept: Point[] = []
  let start = 0
  const close = (end: number): void => {
    const run = points.slice(start, end)
    if (run.length <= 4) kept.push(...run)
    else {
      let [low, high] = [0, 0]
      run.forEach(([, y], i) => {
        if (y < (run[low] as Point)[1]) low = i
        if (y > (run[high] as Point)[1]) high = i
      })
      const order = [...new Set([0, Math.min(low, high), Math.max(low, high), run.length - 1])]
      // A smooth run needs its bends; only one that goes up and down is shortened.
      const turns = run.filter(
        (p, i) =>
          i > 0 &&
          i < run.length - 1 &&
          (p[1] - (run[i - 1] as Point)[1]) * ((run[i + 1] as Point)[1] - p[1]) < 0,
      )
      kept.push(...(turns.length > 2 ? order.map((i) => run[i] as Point) : run))
    }
    start = end
  }
  for (let i = 1; i <= points.length; i += 1) {
    const next = points[i]
    if (!next || Math.floor(next[0] / width) !== Math.floor((points[start] as Point)[0] / width)) close(i)
  }
  return kept
}

function withoutPointsOnLines(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points]
  const keep = new Set([points.length - 1])
  const open: (readonly [number, number])[] = []
  for (let i = 0; i < points.length - 1; i += MOST_AT_ONCE) {
    keep.add(i)
    open.push([i, Math.min(i + MOST_AT_ONCE, points.length - 1)])
  }
  for (let next = open.pop(); next; next = open.pop()) {
    const [first, last] = next
    let [far, most] = [ON_A_LINE, -1]
    for (let i = first + 1; i < last; i += 1) {
      const off = distance(points[i] as Point, points[first] as Point, points[last] as Point)
      if (off > far) [far, most] = [off, i]
    }
    if (most < 0) continue
    keep.add(most)
    open.push([first, most], [most, last])
  }
  return points.filter((_, i) => keep.has(i))
}

/** How far a point is from a segment. */
export function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}
