/** The zeros of the function, and where it is positive and where negative. */

import type { Extended, Proved } from '../../expression/claim.ts'
import { call, type Expr, integer } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { chartOf } from '../chart.ts'
import { between, conditionsOf, type Interval, isPoint, type Place } from '../interval.ts'
import { Open } from '../open.ts'
import { because } from '../reason.ts'
import type { Sign } from '../seeming.ts'
import type { Piece } from '../shape.ts'
import { throughForm } from '../steps.ts'
import type { Study } from '../study.ts'

export interface SignPiece {
  readonly on: Interval
  readonly sign: 'positive' | 'negative' | 'zero'
}

interface Signed {
  readonly on: Interval
  readonly sign: Sign
  readonly proof: Proved
}

const RELATION = { [-1]: '<', 0: '=', 1: '>' } as const
const WORD = { [-1]: 'negative', 0: 'zero', 1: 'positive' } as const

const claimOn = (on: Interval, sign: Sign, study: Study) => ({
  kind: 'holds' as const,
  assuming: [...study.assuming, ...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)],
  condition: call(RELATION[sign], [study.f, integer(0)]),
})

/** The sign at a single place. */
function signAt(at: Expr, study: Study): Signed {
  const there = put(study.f, study.variable, at)
  for (const sign of [0, 1, -1] as const) {
    const proof = study.known({
      kind: 'holds',
      assuming: [...study.assuming, ...study.about([at])],
      condition: call(RELATION[sign], [there, integer(0)]),
    })
    if (proof) return { on: between(at, at, true, true), sign, proof }
  }
  throw new Open(because('sign-open', { place: at }))
}

/** The piece cut where the sign may change: open parts and the places between. */
function elementsOf({ on, patches }: Piece, study: Study): Signed[] {
  const found: Signed[] = []
  const place = (at: Extended, belongs: boolean): void => {
    if (belongs && typeof at !== 'string') found.push(signAt(at, study))
  }
  place(on.lower, on.closed.lower)
  if (isPoint(on)) return found
  for (const [i, patch] of patches.entries()) {
    if (i > 0) place(patch.on.lower, true)
    const { parts, zeros } = chartOf(patch.form, patch.on, study)
    for (const [k, part] of parts.entries()) {
      const zero = zeros[k - 1]
      if (zero) place(zero.at, true)
      const claim = claimOn(part.on, part.sign, study)
      const what = because('sign-between-open', { low: part.on.lower, high: part.on.upper })
      found.push({
        on: part.on,
        sign: part.sign,
        proof:
          study.known(claim) ??
          study.known(claim, throughForm(claim, patch.form, study)) ??
          study.demand(claim, what),
      })
    }
  }
  place(on.upper, on.closed.upper)
  return found
}

/** Neighbours of one sign put together, where that is proved too. */
function joined(elements: readonly Signed[], study: Study): Signed[] {
  const found: Signed[] = []
  for (const element of elements) {
    const last = found.at(-1)
    const on = last && {
      lower: last.on.lower,
      upper: element.on.upper,
      closed: { lower: last.on.closed.lower, upper: element.on.closed.upper },
    }
    const proof = on && last.sign === element.sign ? study.known(claimOn(on, element.sign, study)) : undefined
    if (on && proof) found[found.length - 1] = { on, sign: element.sign, proof }
    else found.push(element)
  }
  return found
}

const SIGNS = { name: 'signs' }

const signsOf = ({ shape, study }: Subject): readonly Signed[] =>
  study.note(SIGNS, () => shape.pieces.flatMap((piece) => joined(elementsOf(piece, study), study)))

export const sign: Analyser<readonly SignPiece[]> = (subject) => {
  const found = signsOf(subject)
  return {
    value: found.map(({ on, sign: own }) => ({ on, sign: WORD[own] })),
    why: because('keeps-sign'),
    how: 'proved',
    evidence: found.map(({ proof }) => proof),
  }
}

export const zeros: Analyser<readonly (Place | Interval)[]> = (subject) => {
  const found = signsOf(subject)
  const value = found
    .filter((part) => part.sign === 0)
    .map(({ on }): Place | Interval => {
      const isPlace = typeof on.lower !== 'string' && on.lower === on.upper
      return isPlace ? subject.study.placeOf(on.lower as Expr) : on
    })
  return {
    value,
    why: value.length === 0 ? because('no-zero') : because('signs-elsewhere'),
    how: value.some((place) => 'isolated' in place) ? 'enclosed' : 'proved',
    evidence: found.map(({ proof }) => proof),
  }
}
