/** The article as JSON: every formula in plain notation and in LaTeX. */
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { Article } from '../article.ts'

/** Two spaces of indentation, a version, no term as an internal object. */
export const articleJson = (article: Article): string =>
  `${JSON.stringify({ schema: SCHEMA, kind: 'article', ...article }, formulas, 2)}\n`

function formulas(_key: string, value: unknown): unknown {
  const term = value as { kind?: unknown; hash?: unknown } | null
  const isTerm = typeof term === 'object' && term !== null && typeof term.hash === 'number'
  return isTerm ? { plain: print(value as never), latex: print(value as never, 'latex') } : value
}
