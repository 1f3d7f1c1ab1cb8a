/** The article: a list of independent section builders over one subject. */
import type { Formula } from '../syntax/formula.ts'
import type { Article, Section } from './article.ts'
import { definitionSection } from './sections/definition.ts'
import { derivativeSection } from './sections/derivative.ts'
import { readingSection } from './sections/reading.ts'
import { resultSection } from './sections/result.ts'
import { trustSection } from './sections/trust.ts'
import { type ExplainOptions, type Subject, subjectOf } from './subject.ts'

export type { Article, Block, Inline, LineOfWork, Section } from './article.ts'
export type { Detail } from './lines.ts'
export { type Format, type RenderOptions, render } from './render/index.ts'
export type { ExplainOptions } from './subject.ts'

/** The sections in order; a builder with nothing to say returns nothing. */
const SECTIONS: readonly ((subject: Subject) => Section | undefined)[] = [
  definitionSection,
  readingSection,
  derivativeSection,
  resultSection,
  trustSection,
]

/**
 * The article on a formula, as data: definition, how it was read, its derivative line by line,
 * where that holds and how it is known. Every line has been replayed by the checker.
 *
 * @throws OgeeError for unreadable input or where no rule applies; OutOfBudget.
 * @example
 * ```ts
 * explain('sigmoid').sections.map((section) => section.id) // → ['definition', 'derivative', 'result', 'trust']
 * ```
 */
export function explain(formula: Formula, options: ExplainOptions = {}): Article {
  const subject = subjectOf(formula, options)
  const { named } = subject
  return {
    title: named ? [`The ${named.title}`] : ['f = ', subject.formula],
    sections: SECTIONS.flatMap((build) => build(subject) ?? []),
  }
}
