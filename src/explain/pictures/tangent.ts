/** The tangent that says most of a function: where it is steepest, where it bends the other way, else at 1. A straight line has none worth drawing. */
import type { Analysis } from '../../analyse/index.ts'
import { whereDefined } from '../../derive/conditions.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { verify } from '../../derive/verify.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  add,
  type Expr,
  integer,
  mentions,
  multiply,
  negate,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import { negated, type Rational, rational } from '../../expression/rational.ts'
import { isTotal } from '../../rules/forms.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { ownForm } from '../own-form.ts'
import { analysisOf, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { Found, only, steepestOf } from './facts.ts'

/** y = value + slope·(x − at) */
export interface Tangent {
  readonly at: Expr
  readonly value: Expr
  readonly slope: Expr
  readonly line: Expr
  readonly why: 'steepest' | 'inflection' | undefined
}

interface Place {
  readonly at: Expr
  readonly why?: 'steepest' | 'inflection'
}

const half = numberTerm(rational(1n, 2n))
const PLACES: readonly Expr[] = [integer(1), integer(0), integer(2), negate(integer(1)), half]

/** The tangent at the first of these places at which function and derivative are proved to be defined. */
export function tangentOf(subject: Subject): Tangent | undefined {
  const analysis = analysisOf(subject)
  if (analysis && isStraight(analysis, subject)) return undefined
  const told = analysis ? placesIn(analysis, subject) : []
  for (const { at, why } of [...told, ...PLACES.map((place): Place => ({ at: place }))]) {
    const [value, slope] = [ownForm(subject), subject.derivation.to].map((form) => valueAt(form, at, subject))
    if (!value || !slope || !isDifferentiated(at, subject)) continue
    const line = shorter(lineOf(at, value, slope, symbol(subject.variable)), subject)
    if (line.size <= LARGEST) return { at, value, slope, line, why }
  }
  return undefined
}

/** Equations of lines with more nodes are no help to a reader. */
const LARGEST = 30

/** Where every piece is straight, a tangent is the curve itself. */
const isStraight = (analysis: Analysis, subject: Subject): boolean =>
  only(analysis, 'convexity', replayFor(subject))?.every(({ bend }) => bend === 'straight') ?? false

function placesIn(analysis: Analysis, subject: Subject): Place[] {
  const replay = replayFor(subject)
  const steepest = steepestOf(new Found(analysis, replay))
  const inflections = only(analysis, 'inflections', replay) ?? []
  const isClosed = (at: Expr): boolean => analysis.numbers.every(({ letter }) => !mentions(at, letter))
  return [
    ...(steepest ? [{ at: steepest.at, why: 'steepest' } as const] : []),
    ...inflections.map(({ at }): Place => ({ at, why: 'inflection' })),
  ].filter(({ at }) => isClosed(at))
}

/** Does the derivation hold there? */
function isDifferentiated(at: Expr, subject: Subject): boolean {
  const { derivation, variable } = subject
  const facts = new Facts(supposed(subject), new Canon(isTotal))
  return derivation.conditions
    .map((condition) => substitute(condition, new Map([[variable, at]])))
    .every((condition) => unproved(condition, facts).length === 0)
}

/** What is assumed of the letters. */
const supposed = (subject: Subject): Condition[] =>
  [...subject.assuming, ...(analysisOf(subject)?.supposing ?? [])].filter(
    (c) => !mentions(c, subject.variable),
  )

/** The value in its simplest form, if it is proved to be defined. */
function valueAt(form: Expr, at: Expr, subject: Subject): Expr | undefined {
  const put = substitute(form, new Map([[subject.variable, at]]))
  if (whereDefined(put, supposed(subject), new Canon(isTotal)).length > 0) return undefined
  return shorter(put, subject)
}

/** The simplest form of u, if that is shorter. */
export function shorter(u: Expr, subject: Subject): Expr {
  try {
    const derivation = simplify(u, { ...subject.within(0.1), assuming: supposed(subject) })
    const holds = verify(derivation).ok && derivation.conditions.length === 0
    return holds && derivation.to.size < u.size ? derivation.to : u
  } catch (error) {
    if (error instanceof OutOfBudget) return u
    throw error
  }
}

/** value + slope·(x − at), without what is 0 or 1. */
function lineOf(at: Expr, value: Expr, slope: Expr, x: Expr): Expr {
  const [start, rise, place] = [value, slope, at].map(literalValue)
  const run = place?.num === 0n ? x : add(x, place ? numberTerm(negated(place)) : negate(at))
  if (rise?.num === 0n) return value
  const climb = isWhole(rise, 1n) ? run : isWhole(rise, -1n) ? negate(run) : multiply(slope, run)
  return start?.num === 0n ? climb : add(value, climb)
}

const isWhole = (value: Rational | undefined, n: bigint): boolean => value?.num === n && value.den === 1n
