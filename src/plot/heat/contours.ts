/**
 * Contour lines by marching squares (W. E. Lorensen and H. E. Cline, 1987, in the plane): where the values at
 * two neighbouring corners lie on different sides of the level, the crossing is found by halving, so every point
 * of a line has the level as its value; what jumps over the level is no crossing.
 */
import type { Point } from '../sample.ts'
import { cornerAt, type Field, valueAt } from './field.ts'

const HALVINGS = 40
/** A crossing that is still this part of the step between the corners is a jump. */
const JUMP = 0.02

/** The lines at this level. */
export function contourAt(field: Field, level: number): Point[][] {
  const { across, down, corners } = field
  const crossings = new Map<number, Point | undefined>()
  const index = (i: number, j: number): number => j * (across + 1) + i
  const value = (i: number, j: number): number => corners[index(i, j)] as number
  /** The crossing on the edge that goes right (0) or down (1) from a corner. */
  const crossing = (i: number, j: number, way: 0 | 1): number | undefined => {
    const key = 2 * index(i, j) + way
    if (!crossings.has(key)) {
      const [to, at] =
        way === 0
          ? [cornerAt(field, i + 1, j), value(i + 1, j)]
          : [cornerAt(field, i, j + 1), value(i, j + 1)]
      crossings.set(key, crossed(field, level, [cornerAt(field, i, j), value(i, j)], [to, at]))
    }
    return crossings.get(key) === undefined ? undefined : key
  }
  const segments: (readonly [number, number])[] = []
  for (let j = 0; j < down; j += 1) {
    for (let i = 0; i < across; i += 1) {
      const [a, b, c, d] = [value(i, j), value(i + 1, j), value(i + 1, j + 1), value(i, j + 1)]
      const first = a >= level
      if (
        (b >= level === first && c >= level === first && d >= level === first) ||
        Number.isNaN(a + b + c + d)
      )
        continue
      const signs = [first, b >= level, c >= level, d >= level]
      const edges = [crossing(i, j, 0), crossing(i + 1, j, 1), crossing(i, j + 1, 0), crossing(i, j, 1)]
      const sides = [0, 1, 2, 3].filter((k) => signs[k] !== signs[(k + 1) % 4])
      const joins =
        sides.length === 4 ? saddle(field, level, i, j, first) : [[sides[0], sides[1]] as [number, number]]
      for (const [one, other] of joins) {
        const [from, to] = [edges[one], edges[other]]
        if (from !== undefined && to !== undefined) segments.push([from, to])
      }
    }
  }
  return chained(segments).map((keys) => keys.map((key) => crossings.get(key) as Point))
}

/** Where two opposite corners are above and two below, the middle says which belong together. */
function saddle(field: Field, level: number, i: number, j: number, first: boolean): [number, number][] {
  const [[left, top], [right, bottom]] = [cornerAt(field, i, j), cornerAt(field, i + 1, j + 1)]
  const middle = valueAt(field, [(left + right) / 2, (top + bottom) / 2]) >= level
  return middle === first
    ? [
        [0, 1],
        [2, 3],
      ]
    : [
        [0, 3],
        [1, 2],
      ]
}

type Corner = readonly [Point, number]

function crossed(field: Field, level: number, [a, va]: Corner, [b, vb]: Corner): Point | undefined {
  if (Number.isNaN(va) || Number.isNaN(vb) || va >= level === vb >= level) return undefined
  let [low, high, vLow, vHigh] = [a, b, va, vb]
  for (let n = 0; n < HALVINGS; n += 1) {
    const middle: Point = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2]
    const v = valueAt(field, middle)
    if (Number.isNaN(v)) return undefined
    if (v >= level === va >= level) [low, vLow] = [middle, v]
    else [high, vHigh] = [middle, v]
  }
  return Math.abs(vHigh - vLow) > JUMP * Math.abs(vb - va)
    ? undefined
    : [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2]
}

/** Segments with common ends as lines. */
function chained(segments: readonly (readonly [number, number])[]): number[][] {
  const at = new Map<number, number[]>()
  segments.forEach((ends, i) => {
    for (const end of ends) at.set(end, [...(at.get(end) ?? []), i])
  })
  const used = new Set<number>()
  const follow = (start: number): number[] => {
    const line = [start]
    for (let end = start; ; ) {
      const next = at.get(end)?.find((i) => !used.has(i))
      if (next === undefined) return line
      used.add(next)
      const [a, b] = segments[next] as readonly [number, number]
      end = a === end ? b : a
      line.push(end)
    }
  }
  // Open lines begin where only one segment ends; what is left is closed.
  const starts = [...at].filter(([, ones]) => ones.length === 1).map(([end]) => end)
  const open = starts.map(follow).filter((line) => line.length > 1)
  const closed = segments.map(([a], i) => (used.has(i) ? [] : follow(a))).filter((line) => line.length > 1)
  return [...open, ...closed]
}
