/**
 * What becomes of a derivative in double precision: the form through the function, in which the value
 * that is known already is put, can be exactly 0 where the derivative is not. Measured, not proved.
 */
import { double } from '../../decide/double.ts'
import type { Expr } from '../../expression/expr.ts'
import type { Side } from './tails.ts'

const FARTHEST = 1000

/** The first whole number, on that side, from which on the form was 0 at all whole numbers tried. */
export interface Vanishing {
  readonly from: number
  readonly to: number
  /** What the derivative written out gives at the first of them. */
  readonly writtenOut: number
}

/** Where the form through the function is 0 in doubles; nothing where it is not. */
export function vanishing(
  f: Expr,
  through: { readonly form: Expr; readonly letter: string },
  slope: Expr,
  variable: string,
  side: Side,
): Vanishing | undefined {
  const [own, form, direct] = [
    double(f, [variable]),
    double(through.form, [variable, through.letter]),
    double(slope, [variable]),
  ]
  const sign = side === 'right' ? 1 : -1
  const isNought = (n: number): boolean => form([sign * n, own([sign * n])]) === 0
  let from = FARTHEST + 1
  while (from > 0 && isNought(from - 1)) from -= 1
  if (from > FARTHEST) return undefined
  return { from: sign * from, to: sign * FARTHEST, writtenOut: direct([sign * from]) }
}
