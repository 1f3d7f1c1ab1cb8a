/**
 * Residuals in as many digits as they need: the data are the decimals that they were written as, the model is
 * enclosed, and the difference is rounded once. Doubles lose the digits that y and f(x) share.
 */
import { exactly } from '../compute/doubles.ts'
import { type Dyadic, toNumber } from '../enclose/dyadic.ts'
import { enclose } from '../enclose/enclose.ts'
import { isHalt } from '../enclose/halt.ts'
import { type Interval, point } from '../enclose/interval.ts'
import { readDecimal } from '../expression/decimal.ts'
import { call, type Expr, symbol } from '../expression/expr.ts'
import { negated, plus, type Rational } from '../expression/rational.ts'
import type { Model } from './model.ts'
import type { Table } from './problem.ts'

/** The shortest decimal that reads as the double. */
function asWritten(value: number): Rational {
  const size = readDecimal(String(Math.abs(value)))
  return value < 0 ? negated(size) : size
}

const BITS = 1_000
/** Exact arithmetic with long fractions costs more than it gives. */
const rounded = (value: Rational): Interval => ({ ...point(value, BITS), exact: undefined })

/** Binary digits that values are computed to, until the difference is known to a double's. */
const LEVELS = [160, 320, 640] as const
const ENOUGH = 2 ** -50

/** The value of the term; NaN where it is not found. */
function numberOf(u: Expr, at: ReadonlyMap<string, Interval>): number {
  for (const bits of LEVELS) {
    const found = enclose(u, at, bits, Infinity)
    if (isHalt(found)) return Number.NaN
    const [low, high] = [double(found.value.lo), double(found.value.hi)]
    if (found.total && high - low <= ENOUGH * Math.max(Math.abs(low), Math.abs(high)))
      return low + (high - low) / 2
  }
  return Number.NaN
}

/** The number, rounded: 0 where it is too small. */
const double = (value: Dyadic): number => (value.m === 0n ? 0 : toNumber(value))

/** No letter that anyone can write. */
const RESPONSE = 'y of the row'

/** √w·(y − f) at the parameters θ + rest; NaN where it is not found. */
export function exactResiduals(
  { formula, parameters }: Model,
  { columns, y, rootWeights }: Table,
  theta: ArrayLike<number>,
  rest: ArrayLike<number>,
): Float64Array {
  const difference = call('add', [symbol(RESPONSE), call('negate', [formula])])
  const at = new Map<string, Interval>()
  parameters.forEach((name, j) => {
    at.set(name, rounded(plus(exactly(theta[j] as number), exactly(rest[j] as number))))
  })
  return Float64Array.from(y, (value, i) => {
    for (const [name, column] of columns) at.set(name, point(asWritten(column[i] as number), BITS))
    at.set(RESPONSE, point(asWritten(value), BITS))
    return numberOf(difference, at) * (rootWeights ? (rootWeights[i] as number) : 1)
  })
}
