/** A formula with one of its integers changed, so that its derivative is another one. */
import { call, type Expr, integer, multiply } from '../src/expression/expr.ts'
import { isInteger } from '../src/expression/rational.ts'
import { dual } from './dual.ts'

/** A point of a suite's row, with the value of the derivative there. */
export interface Known {
  readonly at: Readonly<Record<string, number>>
  readonly slope: number
}

/** u with each of its integers n replaced by n + by, one at a time, from left to right. */
function* changed(u: Expr, by: bigint): Generator<Expr> {
  if (u.kind === 'number' && isInteger(u.value)) yield integer(u.value.num + by)
  if (u.kind !== 'call') return
  for (const [i, arg] of u.args.entries())
    for (const other of changed(arg, by)) yield call(u.head, u.args.with(i, other))
}

/** From somewhere in the middle on, as the name says, and round to it again. */
function turned<T>(list: readonly T[], name: string): T[] {
  const first = [...name].reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 9973, 7) % Math.max(1, list.length)
  return [...list.slice(first), ...list.slice(0, first)]
}

const CLOSE = 1e-6
const FAR = 1e-4
const size = (y: number): number => Math.max(1e-300, Math.abs(y))

/**
 * The first change, counted on from one that the name picks, after which the formula still has a
 * value and another derivative at a point where doubles find the right one before it. Where no
 * written integer will do, the factor 1 before the whole, which nobody writes, becomes 2.
 */
export function corrupted(
  u: Expr,
  variable: string,
  name: string,
  points: readonly Known[],
): Expr | undefined {
  const usable = points.filter(
    ({ at, slope }) => Math.abs(dual(u, at, variable)[1] - slope) <= CLOSE * size(slope),
  )
  const candidates = [...turned([...changed(u, 1n)], name), ...changed(u, 2n), multiply(integer(2), u)]
  return candidates.find((other) =>
    usable.some(({ at, slope }) => {
      const [value, changedSlope] = dual(other, at, variable)
      return !Number.isNaN(value) && Math.abs(changedSlope - slope) > FAR * size(slope)
    }),
  )
}
