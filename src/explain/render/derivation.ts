/** A derivation by itself; a door of its own, so that whoever shows no more loads no more. */
import { toText } from '../../derive/json.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { worded } from '../wording/worded.ts'
import { linesOfWork } from '../work.ts'
import { workHtml } from './html.ts'
import { workLatex } from './latex.ts'
import { workMarkdown } from './markdown.ts'
import type { Format, RenderOptions } from './options.ts'
import { workText } from './text.ts'

/** Its lines; as JSON its certificate. */
export function renderDerivation(derivation: Derivation, format: Format, options: RenderOptions): string {
  if (format === 'json') return `${toText(derivation)}\n`
  const lines = worded(linesOfWork(derivation, options.detail ?? 'main', options.kept), options.wording)
  if (format === 'text') return workText(derivation.from, lines, options)
  if (format === 'html') return workHtml(derivation.from, lines, options.wording)
  return `${(format === 'md' ? workMarkdown : workLatex)(derivation.from, lines, options)}\n`
}
