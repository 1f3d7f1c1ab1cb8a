/** Sections of the article, and the whole of it as a file. */

import type { Article } from '../../../../src/explain/article.ts'
import { explain } from '../../../../src/explain/index.ts'
import { asSvg } from '../../../../src/explain/render/drawn.ts'
import { sectionsHtml } from '../../../../src/explain/render/html.ts'
import { spoken } from '../../../../src/explain/render/html-page.ts'
import { render } from '../../../../src/explain/render/index.ts'
import type { Subject } from '../../state.ts'
import { subjectRead } from '../subject.ts'

export interface SectionsQuestion extends Subject {
  /** Their ids; all where there are none. */
  readonly only?: readonly string[]
}

export interface SectionsAnswer {
  readonly title: string
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly markup: string
  /** Those that were perhaps not found for lack of time, in words. */
  readonly unfinished: readonly string[]
  /** Those that are not there though they were asked for, and why. */
  readonly omitted: readonly { readonly id: string; readonly reason: string }[]
  /** The article as files. */
  readonly files: Readonly<Record<'html' | 'md' | 'latex', string>>
}

const BUDGET_MILLISECONDS = 6_000

function articleOf({ only, ...subject }: SectionsQuestion): Article {
  const { expr, context } = subjectRead(subject, BUDGET_MILLISECONDS)
  return explain(expr, { ...context, ...(only ? { sections: only } : {}) })
}

/** @throws OgeeError for what cannot be read or derived. */
export function answer(question: SectionsQuestion): SectionsAnswer {
  const article = articleOf(question)
  const { title, sections, omitted, unfinished = [] } = article
  const isAsked = (id: string): boolean => question.only?.includes(id) ?? true
  const file = (format: 'html' | 'md' | 'latex'): string => (question.only ? '' : render(article, format))
  return {
    title: spoken(title),
    sections: sections.map((one) => ({ id: one.id, title: spoken(one.title) })),
    markup: sectionsHtml(article, asSvg),
    unfinished,
    omitted: omitted
      .filter(({ id }) => isAsked(id) && !unfinished.includes(id))
      .map(({ id, reason }) => ({ id, reason: spoken(reason) })),
    files: { html: file('html'), md: file('md'), latex: file('latex') },
  }
}
