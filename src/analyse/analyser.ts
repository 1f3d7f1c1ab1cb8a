/** An analyser finds one property of the function of a study. */
import type { Condition } from '../expression/condition.ts'
import type { Finding } from './property.ts'
import { type Shape, shapeOf } from './shape.ts'
import type { Study } from './study.ts'

/** What an analyser is given. */
export interface Subject {
  readonly study: Study
  readonly shape: Shape
  /** What is assumed of the variable. */
  readonly within: readonly Condition[]
  /** The function goes on from the upper end of its domain at the lower one: one period of it is looked at. */
  readonly isPeriod: boolean
}

/** Finds the property; throws `Open` or `Missing` where it stays open. Nothing if there is nothing to say. */
export type Analyser<T> = (subject: Subject) => Finding<T> | undefined

export const subjectOf = (study: Study, within: readonly Condition[], isPeriod = false): Subject => ({
  study,
  within,
  isPeriod,
  shape: shapeOf(study, within),
})
