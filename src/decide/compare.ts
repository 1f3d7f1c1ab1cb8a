/**
 * Deciding whether two formulas are equal. A glance in double precision says which answer to
 * expect; equality is proved by normal forms, difference by disjoint enclosures at a rational
 * point. What neither shows is unknown.
 */
import type { Condition } from '../expression/condition.ts'
import { distinct } from '../expression/condition.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'
import { exactText, type Rational } from '../expression/rational.ts'
import { TermTable } from '../expression/term-table.ts'
import type { Comparison } from '../verify/normal-form/attempt.ts'
import { compareNormalForms } from '../verify/normal-form/normal-form.ts'
import type { Claim } from '../verify/verdict.ts'
import { disjointBounds } from './bounds.ts'
import { differs, guided, type Place, type Question, Scout, type Witness, witness } from './disprove.ts'
import { domains } from './domains.ts'
import { lemmas } from './lemmas.ts'
import { points } from './points.ts'
import type { Point, Verdict, VerdictCertificate } from './verdict.ts'

/** How much is tried before the answer is `unknown`. */
export interface Effort {
  /** Products of terms in a normal form. */
  readonly work: number
  /** Points in double precision. */
  readonly points: number
  /** When to stop, as `Date.now()` counts. */
  readonly deadline: number
}

const GLANCES = 3

/** Are the two formulas equal wherever both are defined and what is assumed holds? */
export function decideEquality(
  left: Expr,
  right: Expr,
  assuming: readonly Condition[],
  effort: Effort,
): Verdict {
  const names = [...new Set([left, right, ...assuming].flatMap(freeSymbols))]
  const question: Question = { left, right, assuming, names }
  const scout = new Scout(question, effort.points)
  const seen: Witness[] = []
  for (let n = 0; n < GLANCES; n += 1) {
    const found = scout.next()
    if (!found) break
    const here = n === 0 || found.apart ? witness(question, found.at) : undefined
    if (here && differs(here)) return different(question, here)
    if (here) seen.push(here)
  }
  // doubles overflow and saturate where enclosures do not
  for (const at of seen.length === 0 ? anywhere(question) : []) {
    const here = witness(question, at) ?? witness(question, at, MORE_BITS[0])
    if (here && differs(here)) return different(question, here)
    if (here) seen.push(here)
  }
  const work = { ...effort, seen, scout }
  const found = compareNormalForms(left, right, assuming, effort.work)
  return (
    shown(question, found, [], work) ??
    withLemmas(question, work) ??
    disproved(question, work) ??
    unknown(found, work)
  )
}

interface Work extends Effort {
  /** Points where both sides are defined. */
  readonly seen: Witness[]
  readonly scout: Scout
}

/** What the normal forms show; an equality also needs a point where it says something. */
function shown(
  question: Question,
  found: Comparison,
  extra: readonly Condition[],
  { seen, scout }: Work,
): Verdict | undefined {
  if (found.outcome === 'open') return undefined
  if (found.outcome === 'disjoint') return disjoint(question, extra)
  const where = distinct(found.except)
  const exception = where.length > 0 ? differingException(question) : undefined
  if (exception) return different(question, exception)
  const asked = { ...question, assuming: [...question.assuming, ...where] }
  for (const { at } of seen) {
    if (where.length === 0 || witness(asked, at)) return equal(question, where, extra, at)
  }
  for (const at of candidates(asked, scout)) {
    if (witness(asked, at)) return equal(question, where, extra, at)
  }
  return undefined
}

const EXCEPTIONS = 60

/** A point on a border where the sides differ: equality was not proved there. */
function differingException(question: Question): Witness | undefined {
  let tried = 0
  for (const at of guided(question)) {
    const found = witness(question, at)
    if (found && differs(found)) return found
    tried += 1
    if (tried > EXCEPTIONS) return undefined
  }
  return undefined
}

const NO_POINT = 'no point was found where both sides are defined'

/** Where both sides could be defined: what the scout finds, both sides of each branch. */
function* candidates(question: Question, scout: Scout): Generator<Place> {
  for (let next = scout.next(); next; next = scout.next()) yield next.at
  yield* guided(question)
}

const ANYWHERE = 6

/** A few simple points. */
const anywhere = ({ names }: Question): Place[] =>
  [...points(names.length, ANYWHERE)].map(
    (point) => new Map(names.map((name, i) => [name, point[i] as Rational])),
  )

const MORE_BITS = [256, 1024, 4096]
const EXACTLY = 6

/** More exactly, at more points, and at points on every side of each branch. */
function disproved(question: Question, { seen, scout, deadline }: Work): Verdict | undefined {
  const places: Place[] = seen.map(({ at }) => at)
  const apart = (at: Place, bits?: number): Verdict | undefined => {
    const found = Date.now() > deadline ? undefined : witness(question, at, bits)
    if (found && places.length < EXACTLY) places.push(at)
    return found && differs(found) ? different(question, found) : undefined
  }
  const first = places[0] && apart(places[0], MORE_BITS[0])
  if (first) return first
  for (const at of guided(question)) {
    const found = apart(at)
    if (found) return found
  }
  for (let next = scout.next(); next; next = scout.next()) {
    const found = next.apart || places.length < EXACTLY ? apart(next.at) : undefined
    if (found) return found
  }
  for (const bits of MORE_BITS) {
    for (const at of places.slice(0, EXACTLY)) {
      const found = apart(at, bits)
      if (found) return found
    }
  }
  return undefined
}

function withLemmas(question: Question, work: Work): Verdict | undefined {
  const extra = lemmas(question)
  if (extra.length === 0) return undefined
  const { left, right, assuming } = question
  return shown(question, compareNormalForms(left, right, [...assuming, ...extra], work.work), extra, work)
}

function unknown(found: Comparison, { seen }: Work): Verdict {
  if (seen.length === 0) return { verdict: 'unknown', reason: NO_POINT }
  const why = found.outcome === 'open' ? `${found.reason}, and ` : ''
  return { verdict: 'unknown', reason: `${why}no point was found where the values differ` }
}

function equal(
  question: Question,
  where: readonly Condition[],
  extra: readonly Condition[],
  at: Place,
): Verdict {
  return lazily(
    { verdict: 'equal', by: 'normal form', where },
    {
      domains: () => domains(question),
      certificate: () => certificate({ ...question, verdict: 'equal', where, lemmas: extra, at }),
    },
  ) as Verdict
}

function different(question: Question, { at, left, right }: Witness): Verdict {
  let both: ReturnType<typeof disjointBounds> | undefined
  const bounds = (): ReturnType<typeof disjointBounds> => {
    both ??= disjointBounds(left, right)
    return both
  }
  return lazily(
    { verdict: 'different', at: pointOf(at) },
    {
      left: () => bounds()[0],
      right: () => bounds()[1],
      certificate: () => certificate({ ...question, verdict: 'different', where: [], lemmas: [], at }),
    },
  ) as Verdict
}

const disjoint = (question: Question, extra: readonly Condition[]): Verdict =>
  lazily(
    { verdict: 'disjoint', domains: 'disjoint' },
    {
      certificate: () =>
        certificate({ ...question, verdict: 'disjoint', where: [], lemmas: extra, at: new Map() }),
    },
  ) as Verdict

/** The object with more fields, each worked out when it is first read. */
function lazily(known: object, later: Readonly<Record<string, () => unknown>>): object {
  const whole = { ...known }
  for (const [field, work] of Object.entries(later)) {
    const get = (): unknown => {
      const value = work()
      Object.defineProperty(whole, field, { value, enumerable: true })
      return value
    }
    Object.defineProperty(whole, field, { get, enumerable: true, configurable: true })
  }
  return whole
}

const pointOf = (at: Place): Point =>
  Object.fromEntries([...at].map(([name, value]) => [name, exactText(value)]))

function certificate({ verdict, left, right, assuming, where, lemmas, at }: Claim): VerdictCertificate {
  const { rows, place } = new TermTable()
  return {
    schema: 'ogee/1',
    kind: 'verdict',
    verdict,
    terms: rows,
    left: place(left),
    right: place(right),
    assuming: assuming.map(place),
    where: where.map(place),
    lemmas: lemmas.map(place),
    at: pointOf(at),
  }
}
