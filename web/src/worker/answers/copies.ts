/** The whole derivation as a text for elsewhere; apart, as few readers copy and all derive. */
import { renderDerivation } from '../../../../src/explain/render/derivation.ts'
import { type DerivationQuestion, derived } from '../derived.ts'

export interface CopiesQuestion extends DerivationQuestion {
  /** `json` is the certificate. */
  readonly format: 'latex' | 'md' | 'json'
}

/** @throws OgeeError for what cannot be read or derived, and for what the checker refuses. */
export const answer = ({ format, ...question }: CopiesQuestion): string =>
  renderDerivation(derived(question), format, format === 'json' ? {} : { detail: question.detail })
