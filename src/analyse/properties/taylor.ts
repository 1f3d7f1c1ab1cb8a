/** The first terms of the Taylor series about 0, or about another simple point inside the domain. */

import type { Proved } from '../../expression/claim.ts'
import {
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  sumOf,
} from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { conditionsOf } from '../interval.ts'
import { Open } from '../open.ts'
import { isWithin } from '../order.ts'
import { because } from '../reason.ts'
import { series } from '../series.ts'

export interface Taylor {
  readonly at: Expr
  /** The polynomial of degree at most 5 that agrees with the function there to that order. */
  readonly polynomial: Expr
  /** Is it the function itself? */
  readonly complete: boolean
}

/** An expansion counts its work, whatever the clock says. */
const WORK = { milliseconds: 1_000 }
const ORDER = 6
const ORDER_WITH_LETTERS = 3
const same = (u: Expr): Expr => u
const PLACES: readonly Expr[] = [
  integer(0),
  integer(1),
  divide(integer(1), integer(2)),
  negate(integer(1)),
  integer(2),
]

/** A simple number inside a patch, where the function is smooth. */
function placeIn({ shape, study }: Subject): Expr | undefined {
  const patches = shape.pieces.flatMap((piece) => piece.patches)
  return PLACES.find((at) => patches.some(({ on }) => isWithin(at, on, study)))
}

export const taylor: Analyser<Taylor> = (subject) => {
  const { shape, study } = subject
  const at = placeIn(subject)
  const patch = shape.pieces.flatMap((piece) => piece.patches).find(({ on }) => at && isWithin(at, on, study))
  if (!at || !patch) throw new Open(because('no-simple-place'))
  const found = series(patch.form, {
    at,
    order: study.letters.length > 0 ? ORDER_WITH_LETTERS : ORDER,
    variable: study.variable,
    assuming: study.assuming,
    budget: WORK,
  })
  if (found.verdict !== 'series' || found.conditions.length > 0)
    throw new Open(found.verdict === 'series' ? because('on-parameters') : found.reason)
  const terms = found.terms.map(({ coefficient, exponent }): Expr => {
    const isOne = exponent.kind === 'number' && exponent.value.num === 1n && exponent.value.den === 1n
    const power = isOne ? found.quantity : raise(found.quantity, exponent)
    const isNought = exponent.kind === 'number' && exponent.value.num === 0n
    if (isNought) return coefficient
    const [c, sign] = isCall(coefficient, 'negate')
      ? [coefficient.args[0] as Expr, negate]
      : [coefficient, same]
    const isUnit = c.kind === 'number' && c.value.num === c.value.den
    return sign(isUnit ? power : multiply(c, power))
  })
  const assuming = [...study.assuming, ...conditionsOf(patch.on, study.variable)]
  const sameForm = (): Proved =>
    study.demand(
      { kind: 'holds', assuming, condition: call('=', [study.f, patch.form]) },
      because('form-open'),
    )
  return {
    value: { at, polynomial: sumOf(terms), complete: found.complete },
    why: because('expansions'),
    how: 'worked out',
    evidence: [found.certificate, ...(patch.form === study.f ? [] : [sameForm()])],
  }
}
