/**
 * How far two curves are apart at most: proved to be nothing by comparing the formulas, else enclosed by
 * interval arithmetic on parts of the window that are halved where the difference may be greatest
 * (R. E. Moore, Interval Analysis, 1966).
 */
import { compare, type VerdictCertificate } from '../decide/index.ts'
import { workedOut } from '../derive/worked-out.ts'
import { toNumber } from '../enclose/dyadic.ts'
import { enclose } from '../enclose/enclose.ts'
import { absolute, between, type Interval, point } from '../enclose/interval.ts'
import type { Condition } from '../expression/condition.ts'
import { add, type Expr, negate } from '../expression/expr.ts'
import { asExpr, type Context, type Formula, variableOf } from '../syntax/formula.ts'
import { exactly } from './exact.ts'

/**
 * `equal`: the formulas have the same value wherever both are defined and `where` holds, as the certificate
 * proves. `apart`: the largest difference in the window lies between `least`, which it is at x, and `most`.
 * `unknown`: no place was found where both are defined.
 */
export type Difference =
  | {
      readonly kind: 'equal'
      readonly where: readonly Condition[]
      readonly certificate: VerdictCertificate
    }
  | { readonly kind: 'apart'; readonly x: number; readonly least: number; readonly most: number }
  | { readonly kind: 'unknown' }

const BITS = 80
/** How often a part is halved, and how close the bounds shall be. */
const MOST_HALVINGS = 1_500
const CLOSE = 1e-3
/** Of the window: narrower parts are not halved. */
const NARROWEST = 1e-9
/** What a bound can lose when it is written as a double. */
const ROUNDING = 2 ** -50

/** A part of the window and the greatest difference there can be in it. */
interface Part {
  readonly from: number
  readonly to: number
  readonly most: number
}

/** Where to look. */
export interface DifferenceOptions extends Context {
  readonly from?: number
  readonly to?: number
}

/**
 * The largest difference of two formulas over a window, from −10 to 10 by default.
 *
 * @throws OgeeError as `compare` does.
 * @example
 * ```ts
 * largestDifference('sigmoid(x)', 'e^x/(1+e^x)').kind // → 'equal'
 * largestDifference('x^2', 'x', { from: 0, to: 1 }).kind // → 'apart'
 * ```
 */
export function largestDifference(a: Formula, b: Formula, options: DifferenceOptions = {}): Difference {
  const { from = -10, to = 10, ...context } = options
  const given = [asExpr(a, context), asExpr(b, context)] as const
  const variable = variableOf(add(...given), context)
  const [left, right] = given.map((u) => workedOut(u, { ...context, variable }).formula) as [Expr, Expr]
  const verdict = compare(left, right, context)
  if (verdict.verdict === 'equal')
    return { kind: 'equal', where: verdict.where, certificate: verdict.certificate }
  return apart(add(left, negate(right)), variable, from, to)
}

function apart(u: Expr, variable: string, from: number, to: number): Difference {
  const on = (low: number, high: number): Interval =>
    between(point(exactly(low), BITS).lo, point(exactly(high), BITS).hi)
  /** Of |u|, and whether it is defined everywhere there. */
  const bounds = (low: number, high: number): readonly [number, number, boolean] => {
    const found = enclose(u, new Map([[variable, on(low, high)]]), BITS, Number.POSITIVE_INFINITY)
    if (found.kind === 'undefined') return [0, -1, false]
    if (found.kind !== 'interval') return [0, Number.POSITIVE_INFINITY, false]
    const { lo, hi } = absolute(found.value)
    return [toNumber(lo) * (1 - ROUNDING), toNumber(hi) * (1 + ROUNDING), found.total]
  }
  let [x, least] = [Number.NaN, -1]
  const parts: Part[] = []
  const look = (low: number, high: number): void => {
    const [, most] = bounds(low, high)
    if (most < 0) return
    for (const place of [low, low / 2 + high / 2, high]) {
      const [there, , total] = bounds(place, place)
      if (total && there > least) [x, least] = [place, there]
    }
    if (most > least) parts.push({ from: low, to: high, most })
  }
  look(from, to)
  for (let n = 0; n < MOST_HALVINGS && parts.length > 0; n += 1) {
    const top = parts.reduce((best, part, i) => (part.most > (parts[best] as Part).most ? i : best), 0)
    const [part] = parts.splice(top, 1) as [Part]
    if (part.most <= least) return end(x, least, least)
    const middle = part.from / 2 + part.to / 2
    if (part.most <= least * (1 + CLOSE) || part.to - part.from < NARROWEST * (to - from))
      return end(x, least, part.most)
    look(part.from, middle)
    look(middle, part.to)
  }
  return end(x, least, Math.max(least, ...parts.map(({ most }) => most)))
}

const end = (x: number, least: number, most: number): Difference =>
  least < 0
    ? { kind: 'unknown' }
    : { kind: 'apart', x, least: Math.min(least, Number.MAX_VALUE), most: Math.max(least, most) }
