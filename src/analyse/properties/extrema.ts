/** Local extrema: where the function turns from rising to falling or back, and at ends that belong to the domain. */

import type { End, Extended, Proved } from '../../expression/claim.ts'
import { call, type Expr, same } from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { between, type Interval, isPoint } from '../interval.ts'
import { Missing, Open } from '../open.ts'
import { because } from '../reason.ts'
import { RISING, type Stretch, stretchesIn } from '../stretches.ts'
import type { Study } from '../study.ts'
import { type ExactValue, valueAt } from '../values.ts'
import { hasJumps } from './gaps.ts'
import { boundsOf } from './range.ts'

export interface Extremum {
  readonly kind: 'maximum' | 'minimum'
  /** A point, or an interval on which the function is constant. */
  readonly on: Interval
  readonly value: ExactValue
  /** Is it the greatest or least value of all? */
  readonly global: boolean | undefined
}

const pointAt = (at: Expr): Interval => between(at, at, true, true)

interface Found {
  readonly kind: 'maximum' | 'minimum'
  readonly on: Interval
  readonly proofs: readonly Proved[]
}

/** Between a stretch and the next: a maximum if the one rises and the other falls. */
function turn(
  before: Stretch | undefined,
  on: Interval,
  after: Stretch | undefined,
  more: readonly Stretch[],
): Found[] {
  const [a, b] = [before?.sign ?? 0, after?.sign ?? 0]
  if (a * b > 0 || (a === 0 && b === 0)) return []
  const kind = a > 0 || b < 0 ? 'maximum' : 'minimum'
  const all = [before, ...more, after].filter((stretch) => stretch !== undefined)
  return [{ kind, on, proofs: all.flatMap(({ proofs: own }) => own) }]
}

/** The extrema of one piece of the domain. */
function among(stretches: readonly Stretch[]): Found[] {
  const found: Found[] = []
  const add = (...turning: Parameters<typeof turn>): void => {
    found.push(...turn(...turning))
  }
  for (const [i, stretch] of stretches.entries()) {
    const [before, after] = [stretches[i - 1], stretches[i + 1]]
    if (stretch.sign === 0) {
      const left = before?.on.closed.upper && stretch.on.closed.lower ? before : undefined
      const right = after?.on.closed.lower && stretch.on.closed.upper ? after : undefined
      add(left, stretch.on, right, [stretch])
      continue
    }
    const { lower, upper, closed } = stretch.on
    if (closed.lower && typeof lower !== 'string' && !before) add(undefined, pointAt(lower), stretch, [])
    if (closed.upper && typeof upper !== 'string' && (!after || (after.sign !== 0 && after.on.closed.lower)))
      add(stretch, pointAt(upper), after, [])
  }
  return found
}

const place = ({ lower, upper }: Interval): Extended => (typeof lower === 'string' ? upper : lower)

/** Where it turns. */
export function extremaOf(subject: Subject): readonly Found[] {
  const { shape, study, isPeriod } = subject
  if (hasJumps(subject) || shape.pieces.some(({ on }) => isPoint(on)))
    throw new Open(because('jumps-or-points'))
  const found = stretchesIn(shape, RISING, study)
  if (!isPeriod) return found.flatMap(among)
  const [window] = [shape.pieces[0]?.on.lower, shape.pieces.at(-1)?.on.upper]
  const isEnd = ({ on }: Found): boolean => on.lower === window || on.upper === shape.pieces.at(-1)?.on.upper
  const [first, last] = [found[0]?.[0], found.at(-1)?.at(-1)]
  const meets =
    first?.on.closed.lower && last?.on.closed.upper
      ? turn(last, pointAt(last.on.upper as Expr), first, [])
      : []
  return [...found.flatMap(among).filter((one) => !isEnd(one)), ...meets]
}

export const extrema: Analyser<readonly Extremum[]> = (subject: Subject) => {
  const { shape, study } = subject
  const found = extremaOf(subject)
  const bounds = found.length > 0 ? attempt(() => boundsOf(subject)) : undefined
  const value = found.flatMap(({ kind, on }): Extremum[] => {
    const at = place(on)
    if (typeof at === 'string') return []
    const exact = valueAt(at, shape, study)
    const end = kind === 'maximum' ? bounds?.high : bounds?.low
    const global = end && isAttained(end, at, exact.is, study)
    return [{ kind, on, value: exact, global }]
  })
  return {
    value,
    why: because(value.length === 0 ? 'turns-nowhere' : 'turns'),
    how: value.some(({ on }) => study.numbersIn([on.lower]).length > 0) ? 'enclosed' : 'proved',
    evidence: [
      ...stretchesIn(shape, RISING, study)
        .flat()
        .flatMap(({ proofs }) => proofs),
      ...value.flatMap((one) => one.value.proofs),
    ],
  }
}

/** Is the value at the place the end of all values? Nothing where that is not proved either way. */
function isAttained(end: End, at: Expr, value: Expr, study: Study): boolean | undefined {
  if (!('at' in end)) return false
  if (same(end.at, at) || study.sameValue(end.value, value)) return true
  const about = study.about([end.value, value])
  return study.holds(about, call('!=', [end.value, value])) ? false : undefined
}

/** What is found, unless it stays open. */
function attempt<T>(find: () => T): T | undefined {
  try {
    return find()
  } catch (stop) {
    if (stop instanceof Open || stop instanceof Missing) return undefined
    throw stop
  }
}
