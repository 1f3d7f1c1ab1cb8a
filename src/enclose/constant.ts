/** Bounds of constants. */
import type { Expr } from '../expression/expr.ts'
import type { Rational } from '../expression/rational.ts'
import { toRational } from './dyadic.ts'
import { enclose } from './enclose.ts'

/** Rational bounds of the value of a term without free symbols, if there is one and it has some. */
export function enclosedBetween(u: Expr): readonly [Rational, Rational] | undefined {
  const found = enclose(u, new Map(), 64)
  if (found.kind !== 'interval') return undefined
  const { lo, hi, exact } = found.value
  if (exact) return [exact, exact]
  const writable = Math.abs(lo.e) < 10_000 && Math.abs(hi.e) < 10_000
  return writable ? [toRational(lo), toRational(hi)] : undefined
}
