/**
 * Certificates of limits: the claim alone, since the checker works the limit out anew. What a limit
 * claims is in limit.ts; `none` is claimed as such, and so is the side from which a number is approached.
 */
import { Canon } from '../../expression/canonical.ts'
import { type Condition, defined } from '../../expression/condition.ts'
import { CONSTANTS, type Expr, mentions } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { reader, record } from '../certificate.ts'
import { demand } from '../fault.ts'
import { compareNormalForms } from '../normal-form/normal-form.ts'
import { unproved } from '../prove.ts'
import { Facts } from '../signs.ts'
import type { Place, Side } from './approach.ts'
import { type Limit, limitAt } from './limit.ts'

/** For all parameters for which `assuming` holds, `of` is defined near the place and tends to `is`. */
export interface LimitClaim {
  readonly of: Expr
  readonly variable: string
  readonly to: Place
  /** Both sides if there is none; an end of the line has only one. */
  readonly side: Side | undefined
  readonly is: Place | 'none'
  readonly from: 'above' | 'below' | undefined
  readonly assuming: readonly Condition[]
}

/** Reads the claim, checking every field. */
export function limitClaimFrom(value: unknown): LimitClaim {
  const data = record(value)
  const { term, conditions } = reader(data)
  const { variable, side, from, to, is } = data
  demand(typeof variable === 'string' && variable !== '' && !CONSTANTS.has(variable), 'a variable is a name')
  demand(side === undefined || side === 'left' || side === 'right', 'a side is left or right')
  demand(
    from === undefined || from === 'above' || from === 'below',
    'a limit is approached from above or below',
  )
  const place = (given: unknown): Place => {
    if (given === 'infinity' || given === '-infinity') return given
    const number = term(given)
    demand(!mentions(number, variable), 'a place is a number')
    return number
  }
  const assuming = conditions(data.assuming)
  demand(!assuming.some((condition) => mentions(condition, variable)), 'assumptions are about parameters')
  return {
    ...{ of: term(data.of), variable, to: place(to), is: is === 'none' ? is : place(is) },
    ...{ side, from, assuming },
  }
}

/** The most work that the expansions may cost here. */
const MOST_WORK = 1_000_000
const WORK_OF_COMPARISON = 1_000_000

/** Refuses unless the limit comes out as claimed. */
export function checkLimit({ of, variable, to, side, is, from, assuming }: LimitClaim): void {
  const facts = new Facts(assuming, new Canon(isTotal))
  const found = limitAt(of, variable, to, side, facts, MOST_WORK)
  demand(found.kind !== 'unknown', 'the limit could not be worked out')
  if (typeof is === 'string' || found.kind !== 'finite') {
    demand(from === undefined && is === named(found), 'the limit is another one')
    return
  }
  demand(from === undefined || from === found.from, 'the limit is not approached from there')
  demand(unproved(defined(is), facts).length === 0, 'the limit is not known to be defined')
  const { outcome, ...more } = compareNormalForms(found.value, is, assuming, WORK_OF_COMPARISON)
  demand(outcome === 'equal' && 'except' in more && more.except.length === 0, 'the limit is another one')
}

const named = (limit: Limit): string | undefined =>
  limit.kind === 'infinite'
    ? limit.sign > 0
      ? 'infinity'
      : '-infinity'
    : limit.kind === 'none'
      ? 'none'
      : undefined
