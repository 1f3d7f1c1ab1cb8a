import type { Expr } from '../expression/expr.ts'
import type { Rational } from '../expression/rational.ts'

/** Rational bounds of a term without free symbols, if it is defined. */
export function enclosedBetween(_u: Expr): readonly [Rational, Rational] | undefined {
  return undefined
}
