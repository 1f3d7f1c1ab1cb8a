/**
 * Taylor expansions, and those with negative or broken powers, for readers: what verify/limits/ finds,
 * in powers of x − a or of 1/x.
 */
import type { Condition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { add, divide, type Expr, integer, mentions, negate, symbol } from '../expression/expr.ts'
import { literalValue, numberTerm } from '../expression/number-term.ts'
import { equalRationals, exactText, isInteger, type Rational, rational } from '../expression/rational.ts'
import { TermTable } from '../expression/term-table.ts'
import type { Context, Formula } from '../syntax/formula.ts'
import { type Approach, guarded, type Place, type Refusal, type Side } from '../verify/limits/approach.ts'
import { Constants } from '../verify/limits/constants.ts'
import { type Expansion, expansionAt, type Power } from '../verify/limits/expansion.ts'
import { type Near, nearOf, SILENT, simplest, type Unknown, underConditions, unknown } from './near.ts'

/** An expansion as plain JSON data that `verify` accepts: in powers of the distance from the place. */
export interface ExpansionCertificate {
  readonly schema: 'ogee/1'
  readonly kind: 'expansion'
  readonly terms: readonly (readonly (string | number)[])[]
  readonly of: number
  readonly variable: string
  readonly to: number | 'infinity' | '-infinity'
  readonly side?: Side
  readonly order: string
  readonly powers: readonly { readonly coefficient: number; readonly exponent: string }[]
  readonly complete: boolean
  readonly assuming: readonly number[]
}

/** One term: coefficient·quantity^exponent. */
export interface SeriesTerm {
  readonly coefficient: Expr
  /** A rational number. */
  readonly exponent: Expr
}

/**
 * What an expansion can be. `series`: near the point the formula is the sum of the terms and a remainder
 * that is smaller than every power of the quantity with an exponent below `order`; no remainder at all if
 * `complete`. Where the exponents are whole and not negative and the formula is smooth at the point, it is
 * the Taylor series. `none`: the formula grows faster than every power, or is undefined there.
 */
export type Series =
  | {
      readonly verdict: 'series'
      /** What the powers are of: x − a; a − x for a left side with broken powers; 1/x or −1/x. */
      readonly quantity: Expr
      readonly terms: readonly SeriesTerm[]
      readonly order: Expr
      readonly complete: boolean
      /** On the parameters, beyond what was assumed. */
      readonly conditions: readonly Condition[]
      readonly derivations: readonly Derivation[]
      readonly certificate: ExpansionCertificate
    }
  | { readonly verdict: 'none'; readonly reason: string }
  | Unknown

/** Where, and how far, to expand. */
export interface SeriesOptions extends Context {
  /** The point, `infinity` or `-infinity`; 0 if none is named. */
  readonly at?: Formula | number
  /** From which side; both, which then have the same expansion in whole powers, if none is named. */
  readonly side?: Side | undefined
  /** Exponents below this are asked for; 6 if none is named. */
  readonly order?: number
}

const LARGEST_ORDER = 100

/**
 * The expansion of a formula near a point or towards an end of the line, with exact coefficients.
 *
 * @throws OgeeError for a formula that cannot be read; `E404` for an order that is no whole number up to 100.
 * @example
 * ```ts
 * series('1/(1+e^-x)', { order: 4 }).terms.map(({ coefficient }) => print(coefficient)) // → ['1/2', '1/4', '-1/48']
 * series('1/sin(x)', { order: 2 }).terms.map(({ exponent }) => print(exponent)) // → ['-1', '1']
 * series('|x|').verdict // → 'none'
 * ```
 */
export function series(formula: Formula, options: SeriesOptions = {}): Series {
  const { at = 0, order = 6 } = options
  if (!Number.isInteger(order) || Math.abs(order) > LARGEST_ORDER)
    throw new OgeeError('E404', `the order of a series must be a whole number up to ${LARGEST_ORDER}`)
  const near = nearOf(formula, at, options)
  const below = rational(BigInt(order))
  const { found, conditions } = underConditions<Expansion>(near, (approach) =>
    near.side === undefined && typeof near.to !== 'string'
      ? bothSides(near.of, approach, below)
      : expansionAt(near.of, approach, below),
  )
  const holding = { ...near, assuming: [...near.assuming, ...conditions] }
  if (found.kind === 'unknown') return unknown(found, holding)
  if (found.kind === 'none')
    return near.derivations.length > 0 ? unknown(SILENT, holding) : { verdict: 'none', reason: found.reason }
  const powers = found.powers.map((power) => ({
    ...power,
    coefficient: simplest(power.coefficient, holding),
  }))
  const isWhole = powers.every(
    ({ coefficient, exponent }) => isInteger(exponent) && !mentions(coefficient, near.name),
  )
  return {
    verdict: 'series',
    ...shown(near, powers, isWhole),
    ...{ order: numberTerm(below), complete: found.complete, conditions, derivations: near.derivations },
    get certificate(): ExpansionCertificate {
      return certificate(holding, powers, below, found.complete)
    },
  }
}

/** The expansion to the right if that to the left is the same in powers of x − a. */
function bothSides(u: Expr, approach: Approach, order: Rational): Expansion | Refusal {
  const right = expansionAt(u, { ...approach, side: 'right' }, order)
  if (right.kind !== 'expansion') return right
  const left = expansionAt(u, { ...approach, side: 'left' }, order)
  if (left.kind !== 'expansion') return left
  const { facts, work, name } = approach
  const constants = new Constants(facts, facts.conditions, work)
  const isSame = (p: Power, q: Power | undefined): boolean =>
    q !== undefined &&
    equalRationals(p.exponent, q.exponent) &&
    isInteger(p.exponent) &&
    ![p, q].some(({ coefficient }) => mentions(coefficient, name)) &&
    constants.isNull(
      (p.exponent.num % 2n === 0n ? constants.minus : constants.plus).call(
        constants,
        p.coefficient,
        q.coefficient,
      ),
    )
  const same = guarded(
    () =>
      left.powers.length === right.powers.length && right.powers.every((p, i) => isSame(p, left.powers[i])),
  )
  if (same === false) return { kind: 'none', reason: 'the two sides have no expansion in common' }
  return same === true ? { ...right, complete: left.complete && right.complete } : same
}

/** The powers of the distance as powers of x − a and of 1/x where they can be. */
function shown(
  near: Near,
  powers: readonly Power[],
  isWhole: boolean,
): { quantity: Expr; terms: SeriesTerm[] } {
  const x = symbol(near.name)
  const { to, side } = near
  const isBelow = to === '-infinity' || (typeof to !== 'string' && side === 'left')
  const from =
    typeof to === 'string' ? divide(integer(1), x) : literalValue(to)?.num === 0n ? x : add(x, negate(to))
  const isMirrored = isBelow && isWhole
  const terms = powers.map(({ coefficient, exponent }) => ({
    coefficient: isMirrored && exponent.num % 2n !== 0n ? simplest(negate(coefficient), near) : coefficient,
    exponent: numberTerm(exponent),
  }))
  return { quantity: isBelow && !isWhole ? negate(from) : from, terms }
}

function certificate(
  { of, name, to, side, assuming }: Near,
  powers: readonly Power[],
  order: Rational,
  complete: boolean,
): ExpansionCertificate {
  const { rows, place } = new TermTable()
  const placed = (u: Place): number | 'infinity' | '-infinity' => (typeof u === 'string' ? u : place(u))
  return {
    ...{ schema: 'ogee/1', kind: 'expansion', terms: rows, of: place(of), variable: name, to: placed(to) },
    ...(side && { side }),
    powers: powers.map(({ coefficient, exponent }) => ({
      coefficient: place(coefficient),
      exponent: exactText(exponent),
    })),
    ...{ order: exactText(order), complete, assuming: assuming.map(place) },
  }
}
