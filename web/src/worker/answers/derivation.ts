/** The derivative line by line. */
import { ROUTES } from '../../../../src/derive/index.ts'
import { conditionsSaid } from '../../../../src/explain/wording/lists.ts'
import { inWords } from '../../../../src/explain/wording/worded.ts'
import { linesOf } from '../../../../src/expression/derivation.ts'
import { type DerivationQuestion, derived } from '../derived.ts'
import { type Maths, mathsOf } from '../maths.ts'
import { type Words, wordsOf } from '../words.ts'
import { type WorkShown, workShown } from '../work.ts'

export interface DerivationAnswer extends WorkShown {
  readonly to: Maths
  readonly variable: string
  /** Where all of it holds, beyond where the last line is defined. */
  readonly where: Words | undefined
  readonly roads: readonly string[]
}

/** @throws OgeeError for what cannot be read or derived, and for what the checker refuses. */
export function answer(question: DerivationQuestion): DerivationAnswer {
  const derivation = derived(question)
  const { from, conditions, variable = 'x' } = derivation
  return {
    ...workShown(derivation, question.detail),
    to: mathsOf(linesOf(derivation).at(-1) ?? from),
    variable,
    where: conditions.length === 0 ? undefined : wordsOf(inWords([conditionsSaid(conditions)])),
    roads: ROUTES,
  }
}
