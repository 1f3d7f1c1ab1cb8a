/** The formula as a function of another language, with its derivative, in the form that keeps its digits. */
import { emit, LANGUAGES, type Language } from '../../../../src/compute/emit/index.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import type { Subject } from '../../state.ts'
import { subjectRead } from '../subject.ts'

export interface CodeAnswer {
  readonly text: string
  readonly languages: readonly string[]
}

const BUDGET_MILLISECONDS = 5_000

/** @throws OgeeError for what cannot be read or computed. */
export function answer({ language, ...subject }: Subject & { readonly language: string }): CodeAnswer {
  const { expr, variable } = subjectRead(subject, BUDGET_MILLISECONDS)
  const chosen = LANGUAGES.find((one) => one === language) as Language | undefined
  if (!chosen) throw new OgeeError('E807', `no such language; there are ${LANGUAGES.join(', ')}`)
  return { text: emit(expr, chosen, { gradient: [variable] }), languages: LANGUAGES }
}
