/** One door for everything that can be shown. */

import { toText } from '../../derive/json.ts'
import type { Evaluation } from '../../enclose/evaluate.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { Article } from '../article.ts'
import { linesOfWork } from '../work.ts'
import { articleJson } from './json.ts'
import { articleLatex, workLatex } from './latex.ts'
import { articleMarkdown, workMarkdown } from './markdown.ts'
import type { Format, RenderOptions } from './options.ts'
import { articleText, workText } from './text.ts'

export type { Format, RenderOptions } from './options.ts'

/**
 * The thing as text in the format asked for. JSON of a derivation is its certificate, which
 * `verify` accepts.
 *
 * @example
 * ```ts
 * render(evaluate('1/4'), 'text') // → '0.25\n'
 * verify(JSON.parse(render(differentiate('x^2'), 'json'))) // → { ok: true }
 * ```
 */
export function render(
  thing: Article | Derivation | Evaluation,
  format: Format,
  options: RenderOptions = {},
): string {
  if ('sections' in thing) return renderArticle(thing, format, options)
  return 'steps' in thing ? renderDerivation(thing, format, options) : renderEvaluation(thing, format)
}

function renderArticle(article: Article, format: Format, options: RenderOptions): string {
  switch (format) {
    case 'text':
      return articleText(article, options)
    case 'md':
      return articleMarkdown(article)
    case 'latex':
      return articleLatex(article)
    case 'json':
      return articleJson(article)
  }
}

function renderDerivation(derivation: Derivation, format: Format, options: RenderOptions): string {
  if (format === 'json') return `${toText(derivation)}\n`
  const lines = linesOfWork(derivation, options.detail ?? 'main')
  if (format === 'text') return workText(derivation.from, lines, options)
  return `${(format === 'md' ? workMarkdown : workLatex)(derivation.from, lines)}\n`
}

function renderEvaluation(evaluation: Evaluation, format: Format): string {
  if (format === 'json') return `${JSON.stringify({ schema: SCHEMA, ...evaluation })}\n`
  return `${evaluation.verdict === 'value' ? evaluation.value : `${evaluation.verdict}: ${evaluation.reason}`}\n`
}
