/**
 * Certificates of expansions: the claim alone, since the checker works the expansion out anew. Without a
 * side, a claim about a point says that both sides have the same expansion in whole powers of x − a with
 * numbers for coefficients: on the left, in powers of a − x, those of odd powers are opposite.
 */
import { Canon } from '../../expression/canonical.ts'
import { type Expr, mentions, negate } from '../../expression/expr.ts'
import { equalRationals, isInteger, type Rational } from '../../expression/rational.ts'
import { isTotal } from '../../rules/forms.ts'
import { exactNumber, list, reader, record } from '../certificate.ts'
import { demand } from '../fault.ts'
import { Facts } from '../signs.ts'
import { type Approach, guarded, neighbourhood, type Side } from './approach.ts'
import { demandEqual, demandSame, MOST_WORK, type Near, nearFrom } from './certificate.ts'
import { expansionAt, type Power } from './expansion.ts'

/** Near the place `of` is the sum of these powers of the distance and of what is beyond the order. */
interface ExpansionClaim extends Near {
  readonly order: Rational
  readonly powers: readonly Power[]
  /** Nothing is beyond the order. */
  readonly complete: boolean
}

/** Reads the claim, checking every field. */
function expansionClaimFrom(value: unknown): ExpansionClaim {
  const data = record(value)
  const { near } = nearFrom(data)
  const { term } = reader(data)
  const exact = (text: unknown): Rational => {
    demand(typeof text === 'string' && text.length < LONGEST_EXPONENT, 'an exponent is a rational number')
    return exactNumber(text)
  }
  const powers = list(data.powers).map((power) => {
    const { coefficient, exponent } = record(power)
    return { coefficient: term(coefficient), exponent: exact(exponent) }
  })
  demand(typeof data.complete === 'boolean', 'an expansion is complete or not')
  return { ...near, order: exact(data.order), powers, complete: data.complete }
}

const LONGEST_EXPONENT = 40

/** Refuses unless the expansion comes out as claimed. */
export function checkExpansion(certificate: unknown): void {
  const claim = expansionClaimFrom(certificate)
  const isTwoSided = claim.side === undefined && typeof claim.to !== 'string'
  const sides = isTwoSided ? (['left', 'right'] as const) : [claim.side]
  for (const side of sides) checkSide(claim, side, isTwoSided)
}

function checkSide(claim: ExpansionClaim, side: Side | undefined, isTwoSided: boolean): void {
  const { of, variable: name, to, assuming, order, powers, complete } = claim
  const facts = new Facts(assuming, new Canon(isTotal))
  const approach: Approach = { name, to, side, facts, work: MOST_WORK }
  const found = expansionAt(of, approach, order)
  demand(found.kind === 'expansion', 'the expansion could not be worked out')
  demand(found.powers.length === powers.length && (found.complete || !complete), 'the powers are other ones')
  for (const [i, { coefficient, exponent }] of powers.entries()) {
    const here = found.powers[i] as Power
    demand(equalRationals(here.exponent, exponent), 'an exponent is another one')
    const isNumber = !mentions(coefficient, name)
    demand(!isTwoSided || (isInteger(exponent) && isNumber), 'a power belongs to one side')
    const isOpposite = isTwoSided && side === 'left' && exponent.num % 2n !== 0n
    if (isNumber) demandSame(here.coefficient, isOpposite ? negate(coefficient) : coefficient, facts)
    else demandFunction(here.coefficient, coefficient, approach)
  }
}

/** A coefficient that is slower than every power: it is defined near the place, and the same as found. */
function demandFunction(found: Expr, claimed: Expr, approach: Approach): void {
  const { germ, where } = neighbourhood(approach)
  const isDefined = guarded(() => germ(claimed) !== undefined)
  demand(isDefined === true, 'a coefficient is not known to be defined')
  demandEqual(found, claimed, [...approach.facts.conditions, where])
}
