/** Equal, different or unknown: deciding as a library. */
import { asExpr, assumptions, type Context, type Formula, millisecondsOf } from '../syntax/formula.ts'
import { decideEquality } from './compare.ts'
import type { Verdict } from './verdict.ts'

export type { Bounds, Domains, Point, Verdict, VerdictCertificate } from './verdict.ts'

const WORK = 400_000
const POINTS = 400

/**
 * Are two formulas equal? `equal` where both have the same value at every point at which both are
 * defined (and `where` holds), proved by an exact normal form; `different` with a rational point and
 * disjoint enclosures of the two values; `disjoint` if they are nowhere both defined; else `unknown`
 * with the reason. Every verdict but the last has a certificate that `verify` accepts.
 *
 * @throws OgeeError for a formula that cannot be read.
 * @example
 * ```ts
 * compare('e^x/(1+e^x)^2', '1/(1+e^-x)*(1-1/(1+e^-x))').verdict // → 'equal'
 * compare('sqrt(x^2)', 'x').at // → { x: '-1/2' }
 * compare('sqrt(x^2)', 'x', { assuming: ['x > 0'] }).verdict // → 'equal'
 * ```
 */
export function compare(a: Formula, b: Formula, context: Context = {}): Verdict {
  const deadline = Date.now() + millisecondsOf(context)
  return decideEquality(asExpr(a), asExpr(b), assumptions(context), { work: WORK, points: POINTS, deadline })
}
