/** One door for everything that can be shown. */

import type { Analysis } from '../../analyse/index.ts'
import type { Comparison } from '../../derive/compare.ts'
import type { Solution } from '../../derive/solve/index.ts'
import type { Evaluation } from '../../enclose/evaluate.ts'
import type { Derivation } from '../../expression/derivation.ts'
import type { Judgement } from '../../judging/index.ts'
import type { Article } from '../article.ts'
import { analysisBlocks, analysisData } from './analysis.ts'
import { renderBlocks, renderEvaluation } from './blocks.ts'
import { comparisonBlocks, comparisonData } from './comparison.ts'
import { renderDerivation } from './derivation.ts'
import { asSvg, asTikz, inCharacters } from './drawn.ts'
import { articleHtml } from './html.ts'
import { articleJson } from './json.ts'
import { judgementBlocks, judgementData } from './judgement.ts'
import { articleLatex } from './latex.ts'
import { articleMarkdown } from './markdown.ts'
import type { Format, RenderOptions } from './options.ts'
import { unfolded } from './pictures.ts'
import { solutionBlocks, solutionData } from './solution.ts'
import { articleText } from './text.ts'

export type { Format, RenderOptions } from './options.ts'

/**
 * The thing as text in the format asked for. JSON of a derivation is its certificate, which
 * `verify` accepts.
 *
 * @example
 * ```ts
 * render(evaluate('1/4'), 'text') // → '0.25\n'
 * render(compare('x + x', '2*x'), 'text') // → 'equal wherever both are defined; both have the same domain\n'
 * verify(JSON.parse(render(differentiate('x^2'), 'json'))) // → { ok: true }
 * ```
 */
export function render(
  thing: Article | Derivation | Evaluation | Comparison | Solution | Judgement | Analysis,
  format: Format,
  options: RenderOptions = {},
): string {
  if ('sections' in thing) return renderArticle(thing, format, options)
  if ('steps' in thing) return renderDerivation(thing, format, options)
  if ('branches' in thing) return renderSolution(thing, format, options)
  if ('properties' in thing) return renderAnalysis(thing, format, options)
  if (isJudgement(thing)) return renderJudgement(thing, format, options)
  return isComparison(thing) ? renderComparison(thing, format, options) : renderEvaluation(thing, format)
}

/** Where nothing is known, a value, a comparison and a judgement say so in the same words. */
const isJudgement = (thing: Evaluation | Comparison | Judgement): thing is Judgement =>
  thing.verdict === 'true' || thing.verdict === 'false'

const isComparison = (thing: Evaluation | Comparison): thing is Comparison =>
  ['equal', 'different', 'disjoint'].includes(thing.verdict)

function renderArticle(given: Article, format: Format, options: RenderOptions): string {
  const article = options.unfolded ? unfolded(given) : given
  switch (format) {
    case 'text':
      return articleText(article, options, inCharacters)
    case 'md':
      return articleMarkdown(article, { ...options, draw: inCharacters })
    case 'html':
      return articleHtml(article, options.wording, asSvg)
    case 'latex':
      return articleLatex(article, { ...options, draw: asTikz })
    case 'json':
      return articleJson(article)
  }
}

const renderSolution = (solution: Solution, format: Format, options: RenderOptions): string =>
  format === 'json'
    ? `${JSON.stringify(solutionData(solution))}\n`
    : renderBlocks('page.of-solution', solutionBlocks(solution, options.detail ?? 'main'), format, options)

const renderComparison = (comparison: Comparison, format: Format, options: RenderOptions): string =>
  format === 'json'
    ? `${JSON.stringify(comparisonData(comparison))}\n`
    : renderBlocks('page.of-comparison', comparisonBlocks(comparison), format, options)

const renderAnalysis = (analysis: Analysis, format: Format, options: RenderOptions): string =>
  format === 'json'
    ? `${JSON.stringify(analysisData(analysis))}\n`
    : renderBlocks('page.of-analysis', analysisBlocks(analysis), format, options)

const renderJudgement = (judgement: Judgement, format: Format, options: RenderOptions): string =>
  format === 'json'
    ? `${JSON.stringify(judgementData(judgement))}\n`
    : renderBlocks('page.of-judgement', judgementBlocks(judgement), format, options)
