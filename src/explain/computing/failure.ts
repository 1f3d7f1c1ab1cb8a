/** A number at which a computation in double precision goes wrong, for a reader to see. */
import { run } from '../../compute/run.ts'
import { programOf } from '../../compute/stable/candidate.ts'
import { wrongBits } from '../../compute/stable/error.ts'
import type { Sample } from '../../compute/stable/samples.ts'
import type { Expr } from '../../expression/expr.ts'

/** As many wrong bits in some region are worth being told. */
export const MANY_BITS = 10
const DIGITS = 4

/** Numbers that are soon read, the everyday ones first. */
const SIZES = [10, 20, 40, 50, 100, 500, 750, 1000, 1e4, 1, 0.1, 0.01, 1e-4, 1e-6, 1e-9, 1e-12]
const NUMBERS = SIZES.flatMap((size) => [size, -size])

/** A difference that can be seen in a few digits. */
const SEEN = 1e-3

export interface Failure {
  readonly x: number
  readonly value: number
  readonly right: number
  /** So many tell the two apart. */
  readonly digits: number
}

type Values = (x: number) => number

/** A number that is soon read, at which a computation goes wrong so that it can be seen. */
export function everydayFailure(valueAt: Values, rightAt: Values): Failure | undefined {
  const found = NUMBERS.map((x) => ({ x, value: valueAt(x), right: rightAt(x) })).find(
    ({ value, right }) => Number.isFinite(right) && !(Math.abs(value - right) <= SEEN * Math.abs(right)),
  )
  return found && bad(found)
}

/** The same, or else the sample at which it is worst. */
export function failureOf(valueAt: Values, rightAt: Values, samples: readonly Sample[]): Failure | undefined {
  const worst = samples
    .map(({ at: [x = 0], right }) => ({ x, value: valueAt(x), right }))
    .reduce((a, b) => (wrongBits(b.value, b.right) > wrongBits(a.value, a.right) ? b : a))
  return everydayFailure(valueAt, rightAt) ?? bad(worst)
}

function bad(found: Omit<Failure, 'digits'>): Failure | undefined {
  const { value, right } = found
  return wrongBits(value, right) < MANY_BITS ? undefined : { ...found, digits: digitsApart(value, right) }
}

export const MOST_DIGITS = 17

function digitsApart(a: number, b: number): number {
  for (let digits = DIGITS; digits < MOST_DIGITS; digits += 1)
    if (a.toPrecision(digits) !== b.toPrecision(digits)) return digits
  return MOST_DIGITS
}

/** The value in doubles. */
export function valueThere(u: Expr, variable: string): Values {
  const program = programOf(u, [variable])
  return (x) => run(program, [x])[0] ?? Number.NaN
}
