/** Intervals on which a formula has one sign, each with its proof. */

import type { Holds, Proved } from '../expression/claim.ts'
import { call, type Expr, integer } from '../expression/expr.ts'
import { besideZero } from './beside.ts'
import { conditionsOf, type Interval, type Place } from './interval.ts'
import { because } from './reason.ts'
import { type Sign, seemingSign } from './seeming.ts'
import type { Study } from './study.ts'

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
  const claim: Holds = {
    kind: 'holds',
    assuming: [...study.assuming, ...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)],
    condition: call(sign > 0 ? '>' : '<', [g, integer(0)]),
  }
  const given = study.numbersIn([on.lower, on.upper]).length > 0 ? besideZero(claim, on, study) : undefined
  const proof = study.known(claim, given)
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
    because('null-open', { form: g }),
  )
  return { on, sign: 0, proof }
}
