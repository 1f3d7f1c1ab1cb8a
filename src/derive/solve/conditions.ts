/** Conditions on parameters as a person would write them. */
import { type Condition, distinct } from '../../expression/condition.ts'
import type { Facts } from '../../verify/signs.ts'
import { simplerConditions } from '../conditions.ts'

/** The same conditions, simpler where that is proved to suffice. */
export const plainConditions = (conditions: readonly Condition[], facts: Facts): Condition[] =>
  simplerConditions(distinct(conditions), facts)
