/**
 * Limits for readers: what verify/limits/ finds, with the conditions on parameters under which it
 * holds and its value in its simplest form.
 */

import { simplify } from '../derive/simplify.ts'
import { workedOut } from '../derive/worked-out.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, defined, distinct, isCondition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { call, type Expr, freeSymbols, isCall, mentions } from '../expression/expr.ts'
import { TermTable } from '../expression/term-table.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../syntax/formula.ts'
import { printPlain } from '../syntax/print-plain.ts'
import type { Place, Side } from '../verify/limits/approach.ts'
import { type Limit as Found, limitAt } from '../verify/limits/limit.ts'
import { compareNormalForms } from '../verify/normal-form/normal-form.ts'
import { unproved } from '../verify/prove.ts'
import { Facts } from '../verify/signs.ts'

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
  | { readonly verdict: 'unknown'; readonly reason: string; readonly decides?: Expr }

export interface LimitOptions extends Context {
  /** From which side a point is approached; both sides if none is named. */
  readonly side?: Side | undefined
}

const WORK_PER_MILLISECOND = 100
const MOST_CONDITIONS = 8

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
  const context = { ...options, variable }
  const start = workedOut(asExpr(formula, context), context)
  const name = variableOf(start.formula, context)
  const question: Question = {
    of: whereHolds(start.formula, start.conditions),
    name,
    to: placeOf(to, name, options),
    side: options.side,
    assuming: assumptions(options).filter((condition) => !mentions(condition, name)),
    work: millisecondsOf(options) * WORK_PER_MILLISECOND,
  }
  const { found, conditions } = answered(question)
  const holding = { ...question, assuming: [...question.assuming, ...conditions] }
  if (found.kind === 'unknown') return unknown(found, holding)
  const value = found.kind === 'finite' ? simplest(found.value, holding) : undefined
  const is = value ?? (found.kind === 'infinite' ? (found.sign > 0 ? 'infinity' : '-infinity') : 'none')
  const from = found.kind === 'finite' && found.from ? { from: found.from } : {}
  const certified = {
    conditions,
    derivations: start.derivations,
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

interface Question {
  readonly of: Expr
  readonly name: string
  readonly to: Place
  readonly side: Side | undefined
  readonly assuming: readonly Condition[]
  readonly work: number
}

/** The formula where the derivatives in it have the values that were worked out. */
function whereHolds(u: Expr, conditions: readonly Condition[]): Expr {
  const [first, ...more] = conditions.filter((condition) => !isCall(condition, 'defined'))
  if (!first) return u
  return call('piecewise', [u, more.length > 0 ? call('and', [first, ...more]) : first])
}

const ENDS: ReadonlyMap<string, Place> = new Map([
  ...['infinity', '+infinity', 'oo', 'inf', '∞'].map((text) => [text, 'infinity'] as const),
  ...['-infinity', '-oo', '-inf', '-∞'].map((text) => [text, '-infinity'] as const),
])

function placeOf(to: Formula | number, name: string, context: Context): Place {
  if (typeof to === 'number' && Number.isNaN(to)) throw new OgeeError('E404', 'NaN is no place')
  const text = typeof to === 'number' ? String(to).toLowerCase() : to
  const end = typeof text === 'string' ? ENDS.get(text.trim()) : undefined
  if (end) return end
  const place = asExpr(text, context)
  if (mentions(place, name)) throw new OgeeError('E404', 'the place must not depend on the variable')
  return place
}

/** The limit, under conditions on parameters that the formula needs to be defined at all. */
function answered(question: Question): { readonly found: Found; readonly conditions: readonly Condition[] } {
  const { of, name, to, side, work } = question
  const canon = new Canon(isTotal)
  const given = new Facts(question.assuming, canon)
  const parts = [of, ...(typeof to === 'string' ? [] : [to])]
  const aboutParameters = parts
    .flatMap((u) => domainOf(u, canon))
    .filter((condition) => !mentions(condition, name) && unproved(condition, given).length > 0)
  let conditions = distinct(aboutParameters)
  for (;;) {
    const found = limitAt(of, name, to, side, given.with(conditions), work)
    const missing = found.kind === 'unknown' ? found.decides : undefined
    const isAbout =
      missing && isCondition(missing) && !mentions(missing, name) && freeSymbols(missing).length > 0
    if (!isAbout || conditions.length >= MOST_CONDITIONS) return { found, conditions }
    conditions = distinct([...conditions, missing])
  }
}

function unknown({ reason, decides }: Found & { readonly kind: 'unknown' }, question: Question): Limit {
  if (!decides) return { verdict: 'unknown', reason }
  if (isCondition(decides))
    return { verdict: 'unknown', reason: `whether ${printPlain(decides)} decides`, decides }
  const plain = simplest(isCall(decides, 'negate') ? (decides.args[0] as Expr) : decides, question)
  const number = isCall(plain, 'negate') ? (plain.args[0] as Expr) : plain
  return { verdict: 'unknown', reason: `the sign of ${printPlain(number)} decides`, decides: number }
}

const SMALL = 3
const MILLISECONDS = 300

/** The number in its simplest form, if that is the same number. */
function simplest(value: Expr, { assuming, work }: Question): Expr {
  if (value.size <= SMALL) return value
  const { to } = simplify(value, { assuming, budget: { milliseconds: MILLISECONDS } })
  const same = compareNormalForms(value, to, assuming, work)
  const isSame = same.outcome === 'equal' && same.except.length === 0
  return isSame && unproved(defined(to), new Facts(assuming, new Canon(isTotal))).length === 0 ? to : value
}

function certificate(
  { of, name, to, side, assuming }: Question,
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
