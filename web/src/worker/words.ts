/** A run of words with formulas as the page shows it: as markup, and as a voice says it. */
import type { Inline } from '../../../src/explain/article.ts'
import { inline, spoken } from '../../../src/explain/render/html-page.ts'

export interface Words {
  readonly markup: string
  readonly spoken: string
}

export const wordsOf = (parts: readonly Inline[]): Words => ({ markup: inline(parts), spoken: spoken(parts) })
