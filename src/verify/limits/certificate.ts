/**
 * Certificates of limits: the claim alone, since the checker works the limit out anew. What a limit
 * claims is in limit.ts; `none` is claimed as such, and so is the side from which a number is approached.
 */
import { Canon } from '../../expression/canonical.ts'
import { type Condition, defined, isCondition } from '../../expression/condition.ts'
import { CONSTANTS, type Expr, mentions } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { reader, record } from '../certificate.ts'
import { demand } from '../fault.ts'
import { compareNormalForms } from '../normal-form/normal-form.ts'
import { unproved } from '../prove.ts'
import { Facts } from '../signs.ts'
import type { Place, Side } from './approach.ts'
import { type Limit, limitAt } from './limit.ts'

/** A function near a place: what claims of limits and of expansions have in common. */
export interface Near {
  readonly of: Expr
  readonly variable: string
  readonly to: Place
  /** Both sides if there is none; an end of the line has only one. */
  readonly side: Side | undefined
  /** About the parameters. */
  readonly assuming: readonly Condition[]
}

/** For all parameters for which `assuming` holds, `of` is defined near the place and tends to `is`. */
interface LimitClaim extends Near {
  readonly is: Place | 'none'
  readonly from: 'above' | 'below' | undefined
}

/** Reads what claims about limits and expansions have in common, and gives the reader of numbers. */
export function nearFrom(data: Record<string, unknown>): { near: Near; number: (place: unknown) => Expr } {
  const { term, conditions } = reader(data)
  const { variable, side } = data
  demand(typeof variable === 'string' && variable !== '' && !CONSTANTS.has(variable), 'a variable is a name')
  demand(side === undefined || side === 'left' || side === 'right', 'a side is left or right')
  const number = (place: unknown): Expr => {
    const found = term(place)
    demand(!isCondition(found) && !mentions(found, variable), 'a number does not depend on the variable')
    return found
  }
  const of = term(data.of)
  const assuming = conditions(data.assuming)
  demand(!isCondition(of), 'a statement has no limit')
  demand(!assuming.some((condition) => mentions(condition, variable)), 'assumptions are about parameters')
  return { near: { of, variable, to: placeFrom(data.to, number), side, assuming }, number }
}

const placeFrom = (given: unknown, number: (place: unknown) => Expr): Place =>
  given === 'infinity' || given === '-infinity' ? given : number(given)

/** Reads the claim, checking every field. */
function limitClaimFrom(value: unknown): LimitClaim {
  const data = record(value)
  const { near, number } = nearFrom(data)
  const { is, from } = data
  demand(from === undefined || from === 'above' || from === 'below', 'a limit is approached from a side')
  return { ...near, is: is === 'none' ? is : placeFrom(is, number), from }
}

/** The most work that the expansions may cost here. */
export const MOST_WORK = 1_000_000
const WORK_OF_COMPARISON = 1_000_000

/** Refuses unless the limit comes out as claimed. */
export function checkLimit(certificate: unknown): void {
  const { of, variable, to, side, is, from, assuming } = limitClaimFrom(certificate)
  const facts = new Facts(assuming, new Canon(isTotal))
  const found = limitAt(of, variable, to, side, facts, MOST_WORK)
  demand(found.kind !== 'unknown', 'the limit could not be worked out')
  if (typeof is === 'string' || found.kind !== 'finite') {
    demand(from === undefined && is === named(found), 'the limit is another one')
    return
  }
  demand(from === undefined || from === found.from, 'the limit is not approached from there')
  demandSame(found.value, is, facts)
}

/** Refuses unless the number claimed is defined and the same as the one found, for all parameters in question. */
export function demandSame(found: Expr, claimed: Expr, facts: Facts): void {
  demand(unproved(defined(claimed), facts).length === 0, 'a number is not known to be defined')
  demandEqual(found, claimed, facts.conditions)
}

export function demandEqual(found: Expr, claimed: Expr, given: readonly Condition[]): void {
  const same = compareNormalForms(found, claimed, given, WORK_OF_COMPARISON)
  demand(same.outcome === 'equal' && same.except.length === 0, 'what was found is not what is claimed')
}

const named = (limit: Limit): string | undefined =>
  limit.kind === 'infinite'
    ? limit.sign > 0
      ? 'infinity'
      : '-infinity'
    : limit.kind === 'none'
      ? 'none'
      : undefined
