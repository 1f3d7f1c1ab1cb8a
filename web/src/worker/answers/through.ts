/** The derivative in terms of the function itself, as the article tells it; nothing where there is no such form. */
import { blocksMarkup } from '../../../../src/explain/render/html.ts'
import { inTermsOfSection } from '../../../../src/explain/sections/in-terms-of.ts'
import { subjectOf } from '../../../../src/explain/subject.ts'
import { worded } from '../../../../src/explain/wording/worded.ts'
import type { Subject } from '../../state.ts'
import { subjectRead } from '../subject.ts'

const BUDGET_MILLISECONDS = 3_000
/** The article does not look for other ways to write larger formulas either. */
const LARGEST = 100

/** @throws OgeeError for what cannot be read or derived, and for what the checker refuses. */
export function answer(question: Subject): { readonly said: string } | undefined {
  const { expr, context } = subjectRead(question, BUDGET_MILLISECONDS)
  if (expr.size > LARGEST) return undefined
  const made = inTermsOfSection(subjectOf(expr, context))
  const isFound = !('absent' in made) && made.blocks.some(({ kind }) => kind === 'formula')
  return isFound ? { said: blocksMarkup(worded(made.blocks)) } : undefined
}
