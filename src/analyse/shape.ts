/**
 * What all analysers of shape look at: the pieces of the domain, and within each the patches on which
 * one form without kinks says what the function is, together with its derivative there.
 */

import type { Proved } from '../expression/claim.ts'
import { type Condition, defined } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { domainOf } from '../rules/domain.ts'
import { formOn, noteBreaks, noteForm } from './breaks.ts'
import { between, type Interval, inside, isPoint, LINE, type Place } from './interval.ts'
import { Open } from './open.ts'
import { because } from './reason.ts'
import { kinksIn, known, regionOf } from './region.ts'
import { slopeOf } from './slopes.ts'
import type { Study } from './study.ts'

/** An open interval with the form that the function has there. */
export interface Patch {
  readonly on: Interval
  readonly form: Expr
  readonly slope: Derivation | undefined
}

/** A piece of the domain. */
export interface Piece {
  readonly on: Interval
  /** Where its form or its derivative breaks, inside the piece. */
  readonly breaks: readonly Place[]
  readonly patches: readonly Patch[]
}

export interface Shape {
  readonly pieces: readonly Piece[]
  /** That the function is defined on each piece, and what fails elsewhere. */
  readonly proofs: readonly Proved[]
}

const SHAPE = { name: 'shape' }

/** The shape of the function of the study, where the conditions on the variable hold. */
export const shapeOf = (study: Study, within: readonly Condition[]): Shape =>
  study.note(SHAPE, () => {
    const start = regionOf(within, LINE, study).pieces
    const regions = start.map((on) => regionOf(domainOf(study.f, study.canon), on, study))
    const pieces = regions.flatMap((region) => region.pieces)
    const inThem = pieces.map((on) =>
      study.demand(
        { kind: 'holds', assuming: known(on, study), condition: defined(study.f) },
        because('defined-open'),
      ),
    )
    const proofs = [...inThem, ...regions.flatMap(({ outside }) => outside)]
    return { pieces: pieces.map((on) => pieceOn(on, study)), proofs }
  })

function pieceOn(on: Interval, study: Study): Piece {
  if (isPoint(on)) return { on, breaks: [], patches: [] }
  const kinks = kinksIn(study.f, on, study)
  const patches = split(inside(on), kinks).flatMap((part) => patchesOn(part, study))
  const breaks = patches.slice(1).map(({ on: { lower } }): Place => {
    if (typeof lower === 'string') throw new Open(because('patches-open'))
    return { at: lower }
  })
  noteBreaks(study.f, 'kink', breaks, study)
  return { on, breaks, patches }
}

/** One form; cut again where its derivative is not defined. */
function patchesOn(on: Interval, study: Study): Patch[] {
  const form = formOn(study.f, on, study)
  noteForm(on, form, study)
  const slope = slopeOf(form, study)
  if (!slope) return [{ on, form, slope }]
  const conditions = [...slope.conditions, ...domainOf(slope.to, study.canon)]
  return regionOf(conditions, on, study).pieces.map((part) => ({ on: part, form, slope }))
}

const split = ({ lower, upper }: Interval, at: readonly Place[]): Interval[] => {
  const stops = [lower, ...at.map((place) => place.at), upper]
  return stops.slice(1).map((stop, i) => between(stops[i] as Expr, stop))
}
