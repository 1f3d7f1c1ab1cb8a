/** What all pictures of one formula share: values for its letters, and the part of the line that is shown. */
import type { Analysis } from '../../analyse/index.ts'
import { mentions, symbol } from '../../expression/expr.ts'
import { type DraftBlock, paragraph } from '../draft.ts'
import { ownForm } from '../own-form.ts'
import { related } from '../properties/terms.ts'
import { analysisOf, isNowhere, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid, listed } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { type Values, valuesFor } from './letters.ts'
import { type Window, windowFor } from './window.ts'

export interface Scene {
  readonly subject: Subject
  readonly values: Values
  readonly own: Analysis | undefined
  readonly window: Window
}

const scenes = new WeakMap<Subject, Scene | 'none'>()

/** Nothing of what is defined nowhere, or where no values were found for the letters. */
export function sceneOf(subject: Subject): Scene | undefined {
  const known = scenes.get(subject) ?? searched(subject) ?? 'none'
  scenes.set(subject, known)
  return known === 'none' ? undefined : known
}

function searched(subject: Subject): Scene | undefined {
  const { assuming, derivation, variable } = subject
  const own = analysisOf(subject)
  if (isNowhere(own)) return undefined
  const slope = slopeAnalysisOf(subject)
  const conditions = [...assuming, ...(own?.supposing ?? []), ...derivation.conditions]
  const all = [...conditions, ...(slope?.supposing ?? [])]
  const form = ownForm(subject)
  const values = valuesFor(form, variable, all) ?? valuesFor(form, variable, conditions)
  if (!values) return undefined
  return { subject, values, own, window: own ? windowFor(own, values, replayFor(subject)) : {} }
}

/** The values of the letters. */
export function lettersSaid({ values }: Scene): DraftBlock[] {
  if (values.size === 0) return []
  const equal = [...values].map(([letter, value]) => related(symbol(letter), '=', value))
  return [paragraph(say('graph.drawn-for', { values: listed(equal) }))]
}

/** Under which conditions what is said of the function is proved: all that is assumed, and what is supposed of the letters. */
export function conditionsOn({ subject, own }: Scene): DraftBlock[] {
  const supposed = (own?.supposing ?? []).filter((condition) => !mentions(condition, subject.variable))
  const conditions = [...(own?.assuming ?? []), ...supposed]
  return conditions.length === 0
    ? []
    : [paragraph(say('graph.supposing', { conditions: conditionsSaid(conditions) }))]
}
