/** Equal, different or unknown: deciding as a library. */
import type { Context, Formula } from '../syntax/formula.ts'
import type { Verdict } from './verdict.ts'

export type { Bounds, Domains, Point, Verdict, VerdictCertificate } from './verdict.ts'

export function compare(_a: Formula, _b: Formula, _context: Context = {}): Verdict {
  return { verdict: 'unknown', reason: 'not decided yet' }
}
