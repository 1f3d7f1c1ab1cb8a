/** What the page asks its worker, and what comes back. Everything is data that can be copied between threads. */
import type { answer as claim } from './answers/claim.ts'
import type { answer as classify } from './answers/classify.ts'
import type { answer as code } from './answers/code.ts'
import type { answer as columns } from './answers/columns.ts'
import type { answer as copies } from './answers/copies.ts'
import type { answer as curves } from './answers/curves.ts'
import type { answer as derivation } from './answers/derivation.ts'
import type { answer as fit } from './answers/fit.ts'
import type { answer as flow } from './answers/flow.ts'
import type { answer as forms } from './answers/forms.ts'
import type { answer as learning } from './answers/learning.ts'
import type { answer as losses } from './answers/losses.ts'
import type { answer as marking } from './answers/marking.ts'
import type { answer as numbers } from './answers/numbers.ts'
import type { answer as picture } from './answers/picture.ts'
import type { answer as reading } from './answers/reading.ts'
import type { answer as rule } from './answers/rule.ts'
import type { answer as sections } from './answers/sections.ts'
import type { answer as through } from './answers/through.ts'

/** The questions by their names. */
export interface Answers {
  readonly reading: typeof reading
  readonly curves: typeof curves
  readonly derivation: typeof derivation
  readonly copies: typeof copies
  readonly through: typeof through
  readonly rule: typeof rule
  readonly sections: typeof sections
  readonly forms: typeof forms
  readonly claim: typeof claim
  readonly numbers: typeof numbers
  readonly losses: typeof losses
  readonly code: typeof code
  readonly picture: typeof picture
  readonly marking: typeof marking
  readonly columns: typeof columns
  readonly fit: typeof fit
  readonly classify: typeof classify
  readonly learning: typeof learning
  readonly flow: typeof flow
}

export type Kind = keyof Answers
export type Question<K extends Kind> = Parameters<Answers[K]>[0]
export type AnswerTo<K extends Kind> = Awaited<ReturnType<Answers[K]>>

/** What could not be read or worked out, with its place in the text that it is about. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly span?: { readonly start: number; readonly end: number }
  /** What was wrong, where it is not the formula: a name of a field. */
  readonly about?: string
}

export interface Asked {
  readonly id: number
  readonly kind: Kind
  readonly question: unknown
}

export type Answered =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly problem: Problem }
