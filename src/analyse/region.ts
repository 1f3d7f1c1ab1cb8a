/**
 * Where conditions hold, as intervals: between two neighbouring zeros of what a condition compares its
 * truth cannot change, so each part of the line, and each zero, is in or out as a whole.
 */

import type { Extended, Proved } from '../expression/claim.ts'
import { type Condition, defined, RELATED } from '../expression/condition.ts'
import { call, type Expr, isCall, mentions } from '../expression/expr.ts'
import { domainOf } from '../rules/domain.ts'
import { put, sides } from '../verify/claims/parts.ts'
import { opposite, unproved } from '../verify/prove.ts'
import { deciding, difference, formOn } from './breaks.ts'
import { chartOf } from './chart.ts'
import { between, conditionsOf, type Interval, inside, type Place } from './interval.ts'
import { Missing, Open } from './open.ts'
import { because } from './reason.ts'
import type { Study } from './study.ts'
import { exactZeros, inOrder } from './zeros.ts'

/** Intervals in order, and proofs of what does not hold outside them. */
export interface Region {
  readonly pieces: readonly Interval[]
  readonly outside: readonly Proved[]
}

/** A part of an interval: open, or a single point; and whether it belongs to the region. */
interface Element {
  readonly on: Interval
  readonly isIn: boolean
}

const pointAt = (at: Expr): Interval => between(at, at, true, true)

/** What is known on the interval. */
export const known = (on: Interval, study: Study): Condition[] => [
  ...study.assuming,
  ...study.about([on.lower, on.upper]),
  ...conditionsOf(on, study.variable),
]

/** The parts of the interval where all of the conditions hold. */
export function regionOf(conditions: readonly Condition[], on: Interval, study: Study): Region {
  let pieces: readonly Interval[] = [on]
  const outside: Proved[] = []
  for (const condition of conditions) {
    pieces = pieces.flatMap((piece) => {
      const found = refined(condition, piece, study)
      outside.push(...found.outside)
      return found.pieces
    })
  }
  return { pieces, outside }
}

/** Where u is defined. */
export const domainWithin = (u: Expr, on: Interval, study: Study): Region =>
  regionOf(domainOf(u, study.canon), on, study)

const all = (piece: Interval): Region => ({ pieces: [piece], outside: [] })

function refined(condition: Condition, on: Interval, study: Study): Region {
  const facts = study.plainFacts(known(on, study))
  if (unproved(condition, facts).length === 0) return all(on)
  if (isCall(condition, 'and')) return regionOf(condition.args, on, study)
  if (isCall(condition, 'defined') || isCall(condition, 'interior'))
    return byCases(condition.args[0] as Expr, on, study)
  const otherwise = opposite(condition)
  if (otherwise.length === 0) throw new Open(because('where-open', { condition }))
  if (otherwise.every((c) => unproved(c, facts).length === 0))
    return { pieces: [], outside: refutals(condition, on, study) }
  if (!mentions(condition, study.variable)) throw new Missing(condition)
  const [, u, v] = sides(condition)
  const g = difference(u, v)
  const inner = domainWithin(g, on, study)
  const found = inner.pieces.map((piece) => byChart(condition, g, piece, study))
  return {
    pieces: found.flatMap(({ pieces }) => pieces),
    outside: [...inner.outside, ...found.flatMap(({ outside }) => outside)],
  }
}

/** That the condition is false on the interval. */
function refutals(condition: Condition, on: Interval, study: Study): Proved[] {
  const assuming =
    on.closed.lower && on.closed.upper && on.lower === on.upper
      ? [...study.assuming, ...study.about([on.lower]), call('=', [study.x, on.lower as Expr])]
      : known(on, study)
  return opposite(condition).map((c) =>
    study.demand({ kind: 'holds', assuming, condition: c }, because('outside-open', { condition })),
  )
}

function byChart(condition: Condition, g: Expr, on: Interval, study: Study): Region {
  const accepted = RELATED.get((condition as { readonly head: string }).head) ?? 0
  const accepts = (sign: number): boolean => (accepted & (1 << (sign + 1))) !== 0
  const { parts, zeros } = chartOf(g, on, study)
  const elements: Element[] = []
  const end = (at: Extended, closed: boolean): void => {
    if (!closed || typeof at === 'string') return
    elements.push({ on: pointAt(at), isIn: holdsAt(condition, at, study) })
  }
  end(on.lower, on.closed.lower)
  for (const [i, part] of parts.entries()) {
    elements.push({ on: part.on, isIn: accepts(part.sign) })
    const zero = zeros[i]
    if (zero) elements.push({ on: pointAt(zero.at), isIn: accepts(0) })
  }
  end(on.upper, on.closed.upper)
  const outside = elements.filter(({ isIn }) => !isIn)
  return {
    pieces: assembled(elements),
    outside: outside.flatMap((element) => refutals(condition, element.on, study)),
  }
}

/** Does the condition hold at the place? Demands to know. */
function holdsAt(condition: Condition, at: Expr, study: Study): boolean {
  const there = put(condition, study.variable, at)
  const about = study.about([at])
  if (study.holds(about, there)) return true
  if (opposite(there).some((c) => study.holds(about, c))) return false
  throw new Open(because('whether-open', { condition: there }))
}

/** Where a form by cases is defined: between the places where it changes its form, and at these. */
function byCases(u: Expr, on: Interval, study: Study): Region {
  const cuts = kinksIn(u, on, study)
  const stops: Extended[] = [on.lower, ...cuts.map(({ at }) => at), on.upper]
  const elements: Element[] = []
  const outside: Proved[] = []
  const point = (at: Extended | undefined, closed = true): void => {
    if (at === undefined || typeof at === 'string' || !closed) return
    const isIn = study.holds(study.about([at]), defined(put(u, study.variable, at))) !== undefined
    elements.push({ on: pointAt(at), isIn })
  }
  point(on.lower, on.closed.lower)
  for (const [i, stop] of stops.slice(1).entries()) {
    const part = between(stops[i] as Extended, stop)
    const form = formOn(u, part, study)
    if (form === u) throw new Open(because('case-open', { form: u }))
    const found = domainWithin(form, part, study)
    outside.push(...found.outside)
    elements.push(...withGaps(found.pieces, part))
    if (i < cuts.length) point(stop)
  }
  point(on.upper, on.closed.upper)
  return { pieces: assembled(elements), outside }
}

/** The pieces as elements; where they do not reach the ends of the part there is a gap. */
function withGaps(pieces: readonly Interval[], part: Interval): Element[] {
  if (pieces.length === 0) return [{ on: part, isIn: false }]
  const gap: Element = { on: part, isIn: false }
  return pieces.flatMap((on, i): Element[] => {
    const before = i > 0 || on.lower !== part.lower ? [gap] : []
    const after = i === pieces.length - 1 && on.upper !== part.upper ? [gap] : []
    return [...before, { on, isIn: true }, ...after]
  })
}

/** The kinks of u inside the interval, in order. */
export function kinksIn(u: Expr, on: Interval, study: Study): Place[] {
  const open = inside(on)
  const found = deciding(u, study.variable).flatMap((w) => {
    const pieces = domainWithin(w, open, study).pieces
    return pieces.flatMap((piece) => {
      const zeros = exactZeros(w, piece, study)
      if (zeros.kind === 'unknown') throw new Open(zeros.reason)
      return zeros.kind === 'all' ? zeros.places : []
    })
  })
  return inOrder(found, study)
}

/** Neighbouring elements of the region put together. */
function assembled(elements: readonly Element[]): Interval[] {
  const pieces: Interval[] = []
  let joins = false
  for (const { on, isIn } of elements) {
    const last = pieces.at(-1)
    if (isIn && joins && last) {
      const closed = { lower: last.closed.lower, upper: on.closed.upper }
      pieces[pieces.length - 1] = { lower: last.lower, upper: on.upper, closed }
    } else if (isIn) pieces.push(on)
    joins = isIn
  }
  return pieces
}
