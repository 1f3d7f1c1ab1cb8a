/** Equal, different or unknown: deciding as a library. */
import { asExpr, assumptions, type Context, type Formula, millisecondsOf } from '../syntax/formula.ts'
import { decideEquality } from './compare.ts'
import type { Verdict } from './verdict.ts'

export type { Bounds, Domains, Point, Verdict, VerdictCertificate } from './verdict.ts'

const WORK = 400_000
const POINTS = 400

/** Compares two formulas without derivatives in them; see derive/compare.ts for the others. */
export function compare(a: Formula, b: Formula, context: Context = {}): Verdict {
  const deadline = Date.now() + millisecondsOf(context)
  return decideEquality(asExpr(a, context), asExpr(b, context), assumptions(context), {
    work: WORK,
    points: POINTS,
    deadline,
  })
}
