/** Every run of words in an article, wherever it stands. */
import type { Article, Inline } from '../../src/explain/article.ts'

/** Fields that hold a run of words, a list of such, or rows of such. */
const RUNS: ReadonlySet<string> = new Set([
  'title',
  'text',
  'caption',
  'header',
  'rows',
  'items',
  'reason',
  'sentence',
])

const isTerm = (value: object): boolean => 'hash' in value

/** The strings and formulas of all runs of words. */
export function inlinesIn(article: Article): Inline[] {
  const found: Inline[] = []
  const flat = (run: unknown): void => {
    if (Array.isArray(run)) for (const part of run) flat(part)
    else if (run !== undefined) found.push(run as Inline)
  }
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || isTerm(value)) return
    for (const [key, part] of Object.entries(value)) {
      if (RUNS.has(key) && Array.isArray(part)) flat(part)
      else if (key !== 'curves' && key !== 'options') visit(part)
    }
  }
  visit(article)
  return found
}
