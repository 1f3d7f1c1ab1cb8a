/** The double nearest to the value of a formula, by enclosures that are narrowed until both ends round to it. */

import type { Dyadic } from '../../enclose/dyadic.ts'
import { enclose } from '../../enclose/enclose.ts'
import { isHalt } from '../../enclose/halt.ts'
import { type Interval, point } from '../../enclose/interval.ts'
import type { Expr } from '../../expression/expr.ts'
import { exactly, nearest } from '../doubles.ts'

const FIRST_BITS = 90
const MOST_BITS = 3_000
/** A guard only: the bits bound the work. */
const MILLISECONDS = 400

/** The coordinates of a point as exact numbers. */
export type Spot = ReadonlyMap<string, Interval>

/** The point with these doubles as coordinates. */
export const spot = (names: readonly string[], at: readonly number[]): Spot =>
  new Map(names.map((name, i) => [name, exactOrNot(at[i] as number)]))

/** Sizes within which exact arithmetic pays. */
const [LEAST_EXACT, MOST_EXACT] = [2 ** -30, 2 ** 30]

/** A double with a short fraction is computed with exactly, any other as an interval of no width. */
function exactOrNot(x: number): Interval {
  const found = point(exactly(x), 2_000)
  const size = Math.abs(x)
  if (x === 0 || (size > LEAST_EXACT && size < MOST_EXACT)) return found
  return { ...found, exact: undefined }
}

const LARGEST = 2 ** 53

function toDouble({ m, e }: Dyadic): number {
  if (m === 0n || e === -Infinity) return 0
  if (e === Infinity || e > 2_000) return m > 0n ? Infinity : -Infinity
  if (e < -4_000) return m > 0n ? 0 : -0
  return e >= 0 ? nearest({ num: m << BigInt(e), den: 1n }) : nearest({ num: m, den: 1n << BigInt(-e) })
}

/** NaN where it is undefined, or not known. */
export function truth(u: Expr, at: Spot): number {
  for (let bits = FIRST_BITS; bits <= MOST_BITS; bits *= 3) {
    const found = enclose(u, at, bits, MILLISECONDS)
    if (isHalt(found)) return Number.NaN
    if (found.value.exact && found.total) return nearest(found.value.exact)
    const [low, high] = [toDouble(found.value.lo), toDouble(found.value.hi)]
    // an infinite double stands for all that is too large; it is not enough to have an endless enclosure
    const isBounded = Math.abs(low) < Infinity || Math.abs(high) < LARGEST || isFinite_(found.value)
    if (found.total && low === high && isBounded) return low
  }
  return Number.NaN
}

const isFinite_ = ({ lo, hi }: Interval): boolean => lo.e !== Infinity && hi.e !== Infinity
