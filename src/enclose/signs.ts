/** Signs by enclosure. */
import { type Expr, freeSymbols } from '../expression/expr.ts'
import { enclose } from './enclose.ts'
import { NEGATIVE, NULL, POSITIVE, signs, WHOLE } from './interval.ts'

const BITS = 64

const known = new WeakMap<Expr, number>()

/** The signs (bits: negative, null, positive) that u can have at all points where it is defined. */
export function enclosedSigns(u: Expr): number {
  const found = known.get(u) ?? enclosed(u)
  known.set(u, found)
  return found
}

function enclosed(u: Expr): number {
  const everywhere = new Map(freeSymbols(u).map((name) => [name, WHOLE]))
  const found = enclose(u, everywhere, BITS)
  return found.kind === 'interval' ? signs(found.value) : NEGATIVE | NULL | POSITIVE
}
