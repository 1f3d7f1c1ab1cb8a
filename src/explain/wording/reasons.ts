/** Reasons of an analysis as messages: `reason.derivative-sign`. */
import { isTerms, type Reason, type ReasonTerm } from '../../analyse/reason.ts'
import { REASONS } from '../../analyse/reasons.ts'
import type { Extended } from '../../expression/claim.ts'
import { isCondition } from '../../expression/condition.ts'
import type { Said } from '../draft.ts'
import { inRow, listed } from './lists.ts'
import { type Message, sayFrom } from './message.ts'

/** The reason, its numbers written as `number` does it. */
export function reasonSaid({ because, terms }: Reason, number: (u: Extended) => Said): Message {
  const said = (term: ReasonTerm): Said => {
    if (typeof term === 'string') return number(term)
    if ('text' in term) return term.text
    if (!isTerms(term)) return number(term)
    return (term.every(isCondition) ? listed : inRow)(term.map(number))
  }
  const holes = Object.entries(terms).map(([name, term]) => [name, said(term)] as const)
  return sayFrom(`reason.${because}`, REASONS[because], Object.fromEntries(holes))
}
