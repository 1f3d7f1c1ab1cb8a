/** Blocks by themselves, and a value, which is one. */
import type { Evaluation } from '../../enclose/evaluate.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { DraftBlock } from '../draft.ts'
import { type MessageKey, say } from '../wording/message.ts'
import { worded } from '../wording/worded.ts'
import { blocksHtml } from './html.ts'
import { blocksLatex } from './latex.ts'
import { blocksMarkdown } from './markdown.ts'
import type { Format, RenderOptions } from './options.ts'
import { blocksText } from './text.ts'

type PageTitle = Exclude<Extract<MessageKey, `page.of-${string}`>, 'page.of-work'>

/** Formats that are pages of their own have a title. */
export function renderBlocks(
  title: PageTitle,
  draft: readonly DraftBlock[],
  format: Format,
  options: RenderOptions,
): string {
  const blocks = worded(draft, options.wording)
  if (format === 'text') return blocksText(blocks, options)
  if (format === 'html') return blocksHtml(say(title), blocks, options.wording)
  return (format === 'md' ? blocksMarkdown : blocksLatex)(blocks, options)
}

/** The value, or why there is none. */
export function renderEvaluation(evaluation: Evaluation, format: Format): string {
  if (format === 'json') return `${JSON.stringify({ schema: SCHEMA, ...evaluation })}\n`
  const text =
    evaluation.verdict === 'value' ? evaluation.value : `${evaluation.verdict}: ${evaluation.reason}`
  return format === 'html'
    ? blocksHtml(say('page.of-value'), [{ kind: 'paragraph', text: [text] }])
    : `${text}\n`
}
