/** Signs by enclosure. */
import { type Expr, freeSymbols, same } from '../expression/expr.ts'
import { enclose } from './enclose.ts'
import { NEGATIVE, NULL, POSITIVE, signs, WHOLE } from './interval.ts'

const BITS = 64

/** By hash: the last term of that hash, and its signs. */
const known = new Map<number, readonly [Expr, number]>()
const MOST_KNOWN = 4096

/** The signs (bits: negative, null, positive) that u can have at all points where it is defined. */
export function enclosedSigns(u: Expr): number {
  const before = known.get(u.hash)
  if (before && same(before[0], u)) return before[1]
  const found = enclosed(u)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(u.hash, [u, found])
  return found
}

function enclosed(u: Expr): number {
  const everywhere = new Map(freeSymbols(u).map((name) => [name, WHOLE]))
  const found = enclose(u, everywhere, BITS)
  return found.kind === 'interval' ? signs(found.value) : NEGATIVE | NULL | POSITIVE
}
