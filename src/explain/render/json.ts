/** The article as JSON: every formula in plain notation and in LaTeX, every picture with a description. */
import { OgeeError } from '../../expression/error.ts'
import { describePlot } from '../../plot/index.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { Article, Picture } from '../article.ts'

/** Two spaces of indentation, a version, no term as an internal object. */
export const articleJson = (article: Article): string =>
  `${JSON.stringify({ schema: SCHEMA, kind: 'article', ...article }, formulas, 2)}\n`

function formulas(_key: string, value: unknown): unknown {
  const term = value as { kind?: unknown; hash?: unknown; curves?: unknown } | null
  if (typeof term !== 'object' || term === null) return value
  if (typeof term.hash === 'number')
    return { plain: print(value as never), latex: print(value as never, 'latex') }
  return term.kind === 'picture' && 'curves' in term ? described(term as Picture) : value
}

/** With what it shows in words, for those who do not draw it. */
function described(picture: Picture): Picture & { readonly description?: string } {
  try {
    return { ...picture, description: describePlot(picture.curves, picture.options) }
  } catch (error) {
    if (error instanceof OgeeError) return picture
    throw error
  }
}
