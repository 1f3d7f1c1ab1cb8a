/**
 * The expansion of a formula near a point in powers of the distance t from it (1/|x| towards an end of
 * the line): Σ c·tᵉ with rational exponents below an order, and a remainder that is o(tᵉ) for every e
 * below the order. A coefficient is a number, or a function between all powers of t, such as log t. What
 * is smaller than every power of t is part of the remainder. Such expansions are unique; so where u is smooth
 * on that side up to the point, they are what Taylor's formula gives.
 */
import { type Expr, mentions } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { compareRationals, type Rational, signOf, ZERO } from '../../expression/rational.ts'
import { type Approach, guarded, type Neighbourhood, neighbourhood, type Refusal } from './approach.ts'
import { Open } from './constants.ts'
import type { Series } from './series.ts'

/** c·tᵉ. */
export interface Power {
  readonly coefficient: Expr
  readonly exponent: Rational
}

export interface Expansion {
  readonly kind: 'expansion'
  /** With increasing exponents; no coefficient is known to be 0. */
  readonly powers: readonly Power[]
  /** Is there no remainder? */
  readonly complete: boolean
}

/** The powers of the distance with exponents below the order, on one side of a point or towards an end. */
export function expansionAt(u: Expr, approach: Approach, order: Rational): Expansion | Refusal {
  const here = neighbourhood(approach)
  return guarded(() => expanded(here.germ(u), here, order))
}

function expanded(u: Series, { algebra, distance }: Neighbourhood, order: Rational): Expansion | Refusal {
  let [rest, complete] = [u, true]
  while (rest.scale && algebra.scales.indexOf(rest.scale) > algebra.scales.indexOf(distance)) {
    const parts = algebra.split(rest)
    if (parts === 'infinite') return { kind: 'none', reason: 'it grows faster than every power' }
    complete &&= parts.small.at(0) === undefined
    rest = parts.finite
  }
  const powers: Power[] = []
  const isBelow = (exponent: Rational): boolean => compareRationals(exponent, order) < 0
  const enter = (coefficient: Series, exponent: Rational): void => {
    // A number that may be 0 for some parameters does no harm.
    const isNumber = !coefficient.scale && !mentions(coefficient.term, algebra.variable)
    const isNull = isNumber ? algebra.constants.isKnownNull(coefficient.term) : !algebra.leading(coefficient)
    if (!isNull) powers.push({ coefficient: coefficient.term, exponent })
  }
  if (rest.scale !== distance) {
    if (signOf(order) > 0) enter(rest, ZERO)
    return { kind: 'expansion', powers, complete: complete && signOf(order) > 0 }
  }
  for (const { coefficient, exponent } of rest.parts.from(0)) {
    algebra.constants.spend()
    const value = literalValue(exponent)
    if (!value) throw new Open('an exponent is not a rational number')
    if (!isBelow(value)) return { kind: 'expansion', powers, complete: false }
    enter(coefficient, value)
  }
  return { kind: 'expansion', powers, complete }
}
