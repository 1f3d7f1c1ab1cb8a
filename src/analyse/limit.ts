/**
 * Limits for readers: what verify/limits/ finds, with the conditions on parameters under which it
 * holds and its value in its simplest form.
 */

import type { Condition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { TermTable } from '../expression/term-table.ts'
import type { Context, Formula } from '../syntax/formula.ts'
import type { Place, Side } from '../verify/limits/approach.ts'
import { type Limit as Found, limitAt } from '../verify/limits/limit.ts'
import { type Near, nearOf, SILENT, simplest, type Unknown, underConditions, unknown } from './near.ts'

/** A limit as plain JSON data that `verify` accepts. */
export interface LimitCertificate {
  readonly schema: 'ogee/1'
  readonly kind: 'limit'
  readonly terms: readonly (readonly (string | number)[])[]
  readonly of: number
  readonly variable: string
  readonly to: number | 'infinity' | '-infinity'
  readonly side?: Side
  readonly is: number | 'infinity' | '-infinity' | 'none'
  readonly from?: 'above' | 'below'
  readonly assuming: readonly number[]
}

interface Certified {
  /** On the parameters, beyond what was assumed: it holds where these do. */
  readonly conditions: readonly Condition[]
  /** How derivatives in the formula were worked out: the certificate speaks of what came out. */
  readonly derivations: readonly Derivation[]
  readonly certificate: LimitCertificate
}

/**
 * What a limit can be. `limit`: near the point, on the side in question, the formula is defined and tends
 * to the value; from above or below, where that was seen, never reaching it. `none`: there is no limit,
 * or the formula is undefined there. `unknown`: why, and what would decide: a number by its sign, or a condition.
 */
export type Limit =
  | (Certified & {
      readonly verdict: 'limit'
      readonly value: Expr | 'infinity' | '-infinity'
      readonly from?: 'above' | 'below'
    })
  | (Certified & { readonly verdict: 'none'; readonly reason: string })
  | Unknown

/** How a limit is taken. */
export interface LimitOptions extends Context {
  /** From which side a point is approached; both sides if none is named. */
  readonly side?: Side | undefined
}

/**
 * The limit of a formula where the variable tends to a point, to `infinity` or to `-infinity`. Of a
 * point both sides are asked for unless one is named.
 *
 * @throws OgeeError for a formula that cannot be read; `E404` for a point in which the variable occurs.
 * @example
 * ```ts
 * print(limit('(1 + 1/x)^x', 'x', 'infinity').value) // → 'e'
 * limit('1/x', 'x', 0).verdict // → 'none'
 * limit('1/x', 'x', 0, { side: 'left' }).value // → '-infinity'
 * limit('e^(-b*x)', 'x', 'infinity').reason // → 'the sign of b decides'
 * print(limit('a*e^(-b*e^(-c*x))', 'x', 'infinity', { assuming: ['c > 0'] }).value) // → 'a'
 * ```
 */
export function limit(
  formula: Formula,
  variable: string,
  to: Formula | number,
  options: LimitOptions = {},
): Limit {
  const near = nearOf(formula, to, { ...options, variable })
  const { found, conditions } = underConditions<Found>(near, ({ facts, work }) =>
    limitAt(near.of, near.name, near.to, near.side, facts, work),
  )
  const holding = { ...near, assuming: [...near.assuming, ...conditions] }
  if (found.kind === 'unknown') return unknown(found, holding)
  if (found.kind === 'none' && !found.isDefined && near.derivations.length > 0)
    return unknown(SILENT, holding)
  const value = found.kind === 'finite' ? simplest(found.value, holding) : undefined
  const is = value ?? (found.kind === 'infinite' ? (found.sign > 0 ? 'infinity' : '-infinity') : 'none')
  const from = found.kind === 'finite' && found.from ? { from: found.from } : {}
  const certified = {
    conditions,
    derivations: near.derivations,
    get certificate(): LimitCertificate {
      return certificate(holding, is, from)
    },
  }
  const known =
    is === 'none'
      ? { verdict: 'none', reason: (found as { reason: string }).reason }
      : { verdict: 'limit', value: is, ...from }
  return Object.defineProperties(known, Object.getOwnPropertyDescriptors(certified)) as Limit
}

function certificate(
  { of, name, to, side, assuming }: Near,
  is: Place | 'none',
  from: { readonly from?: 'above' | 'below' },
): LimitCertificate {
  const { rows, place } = new TermTable()
  const placed = <T extends string>(u: Expr | T): number | T => (typeof u === 'string' ? u : place(u))
  return {
    ...{ schema: 'ogee/1', kind: 'limit', terms: rows, of: place(of), variable: name, to: placed(to) },
    ...(side && { side }),
    ...{ is: placed(is), ...from, assuming: assuming.map(place) },
  }
}
