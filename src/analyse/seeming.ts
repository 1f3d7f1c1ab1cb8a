/** The sign that a formula seems to have on an interval, in double precision: it says what to prove. */
import type { Expr } from '../expression/expr.ts'
import type { Interval } from './interval.ts'
import { numberAt } from './order.ts'
import type { Study } from './study.ts'

export type Sign = -1 | 0 | 1

/** Places between two numbers, some of them near the ends; far out where the ends are. */
function numbersIn({ lower, upper }: Interval, study: Study, sample: readonly number[]): number[] {
  const [a, b] = [numberAt(lower, study, sample), numberAt(upper, study, sample)]
  if (!(a < b)) return []
  if (a === -Infinity && b === Infinity) return [-7.3, -1.9, -0.41, 0.37, 1.7, 6.1]
  if (a === -Infinity) return [0.013, 0.4, 1.9, 7.3].map((d) => b - d)
  if (b === Infinity) return [0.013, 0.4, 1.9, 7.3].map((d) => a + d)
  return [0.01, 0.23, 0.52, 0.87, 0.99].map((t) => a + t * (b - a))
}

/** The sign at all numbers that were tried, if it is the same; 0 counts as no answer. */
export function seemingSign(g: Expr, on: Interval, study: Study): Sign | undefined {
  const signs = study.samples.flatMap((sample) =>
    numbersIn(on, study, sample)
      .map((x) => Math.sign(study.value(g, sample, x)))
      .filter((sign) => sign === 1 || sign === -1),
  )
  const [first] = signs
  return first !== undefined && signs.every((sign) => sign === first) ? (first as Sign) : undefined
}
