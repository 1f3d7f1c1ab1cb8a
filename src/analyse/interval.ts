/**
 * Intervals with exact ends, as data and as conditions on a variable; and places on the line: a term,
 * or a number that is only known to be the one zero of a function between two rational numbers.
 */
import type { Extended, Proved } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, same, symbol } from '../expression/expr.ts'
import type { Rational } from '../expression/rational.ts'

/** All numbers between two ends, with those ends that are `closed`; the ends of the line never are. */
export interface Interval {
  readonly lower: Extended
  readonly upper: Extended
  readonly closed: { readonly lower: boolean; readonly upper: boolean }
}

/** A number without a closed form: the letter stands for the only zero of `of` between the two ends. */
export interface Isolated {
  readonly letter: string
  readonly of: Expr
  readonly between: readonly [Rational, Rational]
  /** Further apart; the function still rises or falls between these. */
  readonly around: readonly [Rational, Rational]
  /** Between the ends, and a zero. */
  readonly conditions: readonly Condition[]
  /** That there is such a number, and that the function rises or falls there, so that there is no other. */
  readonly proofs: readonly Proved[]
}

/** A place on the line. */
export interface Place {
  readonly at: Expr
  readonly isolated?: Isolated
}

export const LINE: Interval = {
  lower: '-infinity',
  upper: 'infinity',
  closed: { lower: false, upper: false },
}

/** The same interval with other ends. */
export const between = (
  lower: Extended,
  upper: Extended,
  closedLower = false,
  closedUpper = false,
): Interval => ({ lower, upper, closed: { lower: closedLower, upper: closedUpper } })

/** The interval without its ends. */
export const inside = ({ lower, upper }: Interval): Interval => between(lower, upper)

/** The conditions that say that the variable is in the interval. */
export function conditionsOf({ lower, upper, closed }: Interval, variable: string): Condition[] {
  const x = symbol(variable)
  return [
    ...(typeof lower === 'string' ? [] : [call(closed.lower ? '>=' : '>', [x, lower])]),
    ...(typeof upper === 'string' ? [] : [call(closed.upper ? '<=' : '<', [x, upper])]),
  ]
}

/** Is the interval a single point? */
export const isPoint = ({ lower, upper }: Interval): boolean => sameEnd(lower, upper)

export const sameEnd = (a: Extended, b: Extended): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : same(a, b)

/** The ends that are numbers. */
export const endsOf = ({ lower, upper }: Interval): Expr[] =>
  [lower, upper].filter((end) => typeof end !== 'string')
