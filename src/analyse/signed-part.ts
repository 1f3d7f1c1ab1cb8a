/** Intervals on which a formula has one sign, each with its proof. */
import type { Proved } from '../expression/claim.ts'
import { call, type Expr, integer } from '../expression/expr.ts'
import { conditionsOf, type Interval, type Place } from './interval.ts'
import { numberAt } from './order.ts'
import { printed } from './printed.ts'
import type { Study } from './study.ts'

export type Sign = -1 | 0 | 1

/** An open interval without zeros, or one on which the formula is 0. */
export interface SignedPart {
  readonly on: Interval
  readonly sign: Sign
  readonly proof: Proved
}

export interface Chart {
  readonly parts: readonly SignedPart[]
  readonly zeros: readonly Place[]
}

/** The part with the sign that g seems to have, if that can be proved. */
export function partOn(g: Expr, on: Interval, study: Study): SignedPart | undefined {
  const sign = seemingSign(g, on, study)
  if (!sign) return undefined
  const proof = study.known({
    kind: 'holds',
    assuming: [...study.assuming, ...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)],
    condition: call(sign > 0 ? '>' : '<', [g, integer(0)]),
  })
  return proof && { on, sign, proof }
}

export function zeroPart(g: Expr, on: Interval, study: Study): SignedPart {
  const proof = study.demand(
    {
      kind: 'holds',
      assuming: [
        ...study.assuming,
        ...study.about([on.lower, on.upper]),
        ...conditionsOf(on, study.variable),
      ],
      condition: call('=', [g, integer(0)]),
    },
    `that ${printed(g)} is 0 there is not proved`,
  )
  return { on, sign: 0, proof }
}

/** Places between two numbers, some of them near the ends; far out where the ends are. */
export function numbersIn({ lower, upper }: Interval, study: Study, sample: readonly number[]): number[] {
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
