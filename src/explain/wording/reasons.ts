/** Reasons of an analysis as messages: `reason.derivative-sign`. */
import { isTerms, type Reason, type ReasonTerm, told } from '../../analyse/reason.ts'
import { REASONS } from '../../analyse/reasons.ts'
import type { Extended } from '../../expression/claim.ts'
import { isCondition } from '../../expression/condition.ts'
import type { Said } from '../draft.ts'
import { inRow, listed } from './lists.ts'
import { sayFrom } from './message.ts'

/** The reason, its numbers written as `number` does it. */
export function reasonSaid({ because, terms }: Reason, number: (u: Extended) => Said): Said {
  const said = (term: ReasonTerm): Said => {
    if (typeof term === 'string') return number(term)
    if ('text' in term) return because === 'told' ? term.text : textSaid(term.text)
    if (!isTerms(term)) return number(term)
    return (term.every(isCondition) ? listed : inRow)(term.map(number))
  }
  const holes = Object.entries(terms).map(([name, term]) => [name, said(term)] as const)
  return sayFrom(`reason.${because}`, REASONS[because], Object.fromEntries(holes))
}

/** A reason that came in English, through the catalogue if that has it. */
export const textSaid = (text: string): Said => reasonSaid(told(text), () => '')
