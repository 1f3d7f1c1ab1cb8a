/** Sets of numbers as intervals in order: put together where they meet, compared end by end. */

import type { Interval as Piece } from '../../analyse/interval.ts'
import { orderOf } from '../../analyse/order.ts'
import type { PieceRange } from '../../analyse/properties/range.ts'
import type { Study } from '../../analyse/study.ts'
import type { Extended, Proved } from '../../expression/claim.ts'
import { call } from '../../expression/expr.ts'
import type { Interval } from '../sentence.ts'

export const spanOfRange = ({ low, high }: PieceRange): Interval => ({
  from: low.value,
  to: high.value,
  closed: ['at' in low, 'at' in high],
})

export const spanOfPiece = ({ lower, upper, closed }: Piece): Interval => ({
  from: lower,
  to: upper,
  closed: [closed.lower, closed.upper],
})

/** −1, 0, 1; proved. Throws where it is not known. */
function order(a: Extended, b: Extended, study: Study): number {
  if (typeof a !== 'string' && typeof b !== 'string' && study.sameValue(a, b)) return 0
  return orderOf(a, b, study)
}

/** The union, as few intervals as possible, in order. */
export function union(parts: readonly Interval[], study: Study): Interval[] {
  const sorted: Interval[] = []
  for (const part of parts) {
    const before = sorted.filter((other) => {
      const by = order(other.from, part.from, study)
      return by < 0 || (by === 0 && (other.closed[0] || !part.closed[0]))
    })
    sorted.splice(before.length, 0, part)
  }
  const found: Interval[] = []
  for (const part of sorted) {
    const last = found.at(-1)
    const by = last && order(last.to, part.from, study)
    const meets = by !== undefined && (by > 0 || (by === 0 && (last?.closed[1] || part.closed[0])))
    if (!last || !meets) {
      found.push(part)
      continue
    }
    const ends = order(last.to, part.to, study)
    const isClosed =
      ends === 0 ? last.closed[1] || part.closed[1] : ends > 0 ? last.closed[1] : part.closed[1]
    found[found.length - 1] = {
      from: last.from,
      to: ends > 0 ? last.to : part.to,
      closed: [last.closed[0], isClosed],
    }
  }
  return found
}

/** Are they the same sets? Throws where an end is not known well enough. */
export function sameSets(a: readonly Interval[], b: readonly Interval[], study: Study): boolean {
  const [p, q] = [union(a, study), union(b, study)]
  if (p.length !== q.length) return false
  return p.every((one, i) => {
    const other = q[i] as Interval
    const ends = [
      [one.from, other.from, one.closed[0] === other.closed[0]],
      [one.to, other.to, one.closed[1] === other.closed[1]],
    ] as const
    return ends.every(([u, v, alike]) => sameNumber(u, v, study) && (alike || typeof u === 'string'))
  })
}

/** Are the two numbers equal? Throws where that is not known. */
export function sameNumber(a: Extended, b: Extended, study: Study): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  if (study.sameValue(a, b)) return true
  if (study.holds(study.about([a, b]), call('!=', [a, b]))) return false
  return orderOf(a, b, study) === 0
}

/** Proofs that the ranges rise (or fall) from piece to piece, if they do. */
export function inOrder(
  ranges: readonly PieceRange[],
  isRising: boolean,
  strictly: boolean,
  study: Study,
): readonly Proved[] | undefined {
  const proofs = ranges.slice(1).map((next, i) => {
    const last = ranges[i] as PieceRange
    const [end, start] = isRising ? [last.high, next.low] : [next.high, last.low]
    const [a, b] = [end.value, start.value]
    if (typeof a === 'string' || typeof b === 'string') return undefined
    const head = strictly && 'at' in end && 'at' in start ? '<' : '<='
    return study.known({
      kind: 'holds',
      assuming: [...study.assuming, ...study.about([a, b])],
      condition: call(head, [a, b]),
    })
  })
  return proofs.every((proof) => proof !== undefined) ? proofs : undefined
}
