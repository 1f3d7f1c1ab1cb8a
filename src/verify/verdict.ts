/**
 * Certificates of verdicts: that two formulas are equal, different or nowhere both defined.
 *
 * `equal` claims: at every point where both sides are defined and all of `assuming` and `where`
 * hold, they have the same value, and `at` is such a point. `different`: at the point `at` both are
 * defined, what is assumed holds, and their values differ. `disjoint`: there is no point where both
 * are defined and what is assumed holds. Lemmas are conditions that follow from the rest.
 */
import { decide, enclose } from '../enclose/enclose.ts'
import { type Interval, NULL, order, point } from '../enclose/interval.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, defined } from '../expression/condition.ts'
import { type Expr, same } from '../expression/expr.ts'
import type { Rational } from '../expression/rational.ts'
import { isTotal } from '../rules/forms.ts'
import { exactNumber, reader, record } from './certificate.ts'
import { demand } from './fault.ts'
import { compareNormalForms } from './normal-form/normal-form.ts'
import { unproved } from './prove.ts'
import { Facts } from './signs.ts'

/** What a certificate of a verdict claims. */
export interface Claim {
  readonly verdict: 'equal' | 'different' | 'disjoint'
  readonly left: Expr
  readonly right: Expr
  readonly assuming: readonly Condition[]
  readonly where: readonly Condition[]
  readonly lemmas: readonly Condition[]
  readonly at: ReadonlyMap<string, Rational>
}

/** Reads the claim, checking every field. */
export function claimFrom(value: unknown): Claim {
  const data = record(value)
  const { term, conditions } = reader(data)
  const { verdict } = data
  demand(verdict === 'equal' || verdict === 'different' || verdict === 'disjoint', 'unknown verdict')
  return {
    verdict,
    left: term(data.left),
    right: term(data.right),
    assuming: conditions(data.assuming),
    where: conditions(data.where),
    lemmas: conditions(data.lemmas),
    at: new Map(Object.entries(record(data.at ?? {})).map(([name, text]) => [name, coordinate(text)])),
  }
}

const LONGEST_COORDINATE = 4_000

function coordinate(text: unknown): Rational {
  demand(typeof text === 'string' && text.length <= LONGEST_COORDINATE, 'a coordinate is a rational number')
  return exactNumber(text)
}

/** The most work that a normal form may cost here. */
const MOST_WORK = 4_000_000

/** Refuses unless the claim is shown to be true. */
export function checkVerdict(claim: Claim): void {
  const { verdict, left, right, assuming, where, lemmas } = claim
  if (verdict !== 'disjoint') checkPoint(claim)
  if (verdict === 'different') return
  demand(verdict === 'equal' || where.length === 0, 'disjoint means everywhere, not only somewhere')
  const known = new Facts([...assuming, ...where, defined(left), defined(right)], new Canon(isTotal))
  for (const [i, lemma] of lemmas.entries()) {
    demand(unproved(lemma, known.with(lemmas.slice(0, i))).length === 0, 'a lemma is not proved')
  }
  const found = compareNormalForms(left, right, [...assuming, ...where, ...lemmas], MOST_WORK)
  demand(found.outcome === verdict, `the normal forms do not show that the sides are ${verdict}`)
  const exceptions = found.outcome === 'equal' ? found.except : []
  const isNamed = (exception: Condition): boolean => where.some((condition) => same(condition, exception))
  demand(exceptions.every(isNamed), 'an exception is not named')
}

const MOST_BITS = 4096

/** Both sides are defined at the point, what is assumed holds there; and the values differ if they should. */
function checkPoint({ verdict, left, right, assuming, where, at }: Claim): void {
  for (let bits = 64; bits <= MOST_BITS; bits *= 4) {
    const place = placed(at, bits)
    if (![...assuming, ...where].every((condition) => decide(condition, place, bits) === true)) continue
    const [a, b] = [enclose(left, place, bits), enclose(right, place, bits)]
    const both = a.kind === 'interval' && b.kind === 'interval' && a.total && b.total
    if (both && (verdict === 'equal' || areApart(a.value, b.value))) return
  }
  demand(false, 'the point does not show it')
}

/** The point as intervals. */
export const placed = (at: ReadonlyMap<string, Rational>, bits: number): Map<string, Interval> =>
  new Map([...at].map(([name, value]) => [name, point(value, bits + 8)]))

/** Have the enclosures no number in common? */
export const areApart = (a: Interval, b: Interval): boolean => (order(a, b) & NULL) === 0
