/** A reason as data: its name in the table, and the formulas that it is about. */
import type { Extended } from '../expression/claim.ts'
import { isCondition } from '../expression/condition.ts'
import type { Expr } from '../expression/expr.ts'
import { printed } from './printed.ts'
import { REASONS } from './reasons.ts'

/** The name of a reason: `derivative-sign`. */
export type ReasonName = keyof typeof REASONS

/** What a reason is about: a number, a formula, several of them, or words that came from elsewhere. */
export type ReasonTerm = Extended | readonly Expr[] | { readonly text: string }

/** Why a property holds, or stays open. */
export interface Reason {
  readonly because: ReasonName
  readonly terms: Readonly<Record<string, ReasonTerm>>
}

/** The names in braces. */
export type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never

type Terms<Name extends ReasonName> = [HolesOf<(typeof REASONS)[Name]>] extends [never]
  ? []
  : [terms: Readonly<Record<HolesOf<(typeof REASONS)[Name]>, ReasonTerm>>]

/** The reason of that name about these terms; the compiler sees that none is forgotten. */
export const because = <Name extends ReasonName>(name: Name, ...[terms]: Terms<Name>): Reason => ({
  because: name,
  terms: terms ?? {},
})

/** A reason in words that came from elsewhere; it has a name if the table has the same words. */
export function told(text: string): Reason {
  const name = NAMED.get(text)
  return name ? { because: name, terms: {} } : because('told', { reason: { text } })
}

const NAMED: ReadonlyMap<string, ReasonName> = new Map(
  Object.entries(REASONS).map(([name, sentence]) => [sentence, name as ReasonName]),
)

/**
 * The reason in English, formulas in plain notation.
 *
 * @example
 * ```ts
 * propertiesNamed(analyse('x^2'), 'monotone').map(({ why }) => reasonText(why)) // → ['by the sign of its derivative 2*x']
 * ```
 */
export const reasonText = ({ because: name, terms }: Reason): string =>
  REASONS[name].replace(/\{(\w+)\}/g, (hole, key: string) => {
    const term = terms[key]
    return term === undefined ? hole : termText(term)
  })

function termText(term: ReasonTerm): string {
  if (typeof term === 'string') return printed(term)
  if ('text' in term) return term.text
  return isTerms(term) ? term.map(printed).join(term.every(isCondition) ? ' and ' : ', ') : printed(term)
}

/** Several formulas? */
export const isTerms = (term: ReasonTerm): term is readonly Expr[] => Array.isArray(term)
