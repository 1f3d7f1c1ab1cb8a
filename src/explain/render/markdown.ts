/** Markdown with LaTeX formulas between dollars, as GitHub and most editors show them. */
import type { Expr } from '../../expression/expr.ts'
import type { TerminalOptions } from '../../plot/index.ts'
import { print } from '../../syntax/index.ts'
import type { Article, Block, Code, Group, Inline, LineOfWork, Picture } from '../article.ts'
import type { Draw } from './drawn.ts'
import { formulaIn } from './inline.ts'
import { alignedRows, relationLatex } from './latex.ts'
import { displayMath, inlineMath } from './markdown-math.ts'
import { marked } from './marked.ts'
import type { RenderOptions } from './options.ts'
import { whyOf } from './why.ts'

interface Options extends Pick<RenderOptions, 'pictureFile' | 'wording'> {
  readonly draw?: Draw<TerminalOptions>
}

/** Text in which no character is mark-up. */
const markdownText = (text: string): string => text.replace(/[\\`*_{}[\]<>|$#~&]/g, (c) => `\\${c}`)

const codeSpan = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

const inline = (parts: readonly Inline[]): string => apart(parts.map(inlinePart))

function inlinePart(part: Inline): string {
  if (typeof part === 'string') return markdownText(part)
  return 'code' in part ? codeSpan(part.code) : inlineMath(formulaIn(part, 'latex'))
}

/** Stands between a formula and what would keep its dollars from being seen as such; nothing is shown of it. */
const NOTHING = '<!-- -->'

/** The parts one after the other; GitHub knows no formula beside a letter, a digit or another formula. */
const apart = (parts: readonly string[]): string =>
  parts.reduce((text, part) => {
    const isTight =
      (text.endsWith('$') && /^[\p{L}\p{N}$]/u.test(part)) ||
      (part.startsWith('$') && /[\p{L}\p{N}]$/u.test(text))
    return text + (isTight ? NOTHING : '') + part
  }, '')

/** What begins a line of a paragraph would make it something else: a list. */
const paragraph = (parts: readonly Inline[]): string =>
  inline(parts).replace(/^(?:(\d+)([.)])|([-+]))(?=\s|$)/, '$1\\$2$3')

/** In a table a bar would end the cell, also within code; formulas have none. */
const cell = (parts: readonly Inline[]): string =>
  apart(
    parts.map((part) =>
      typeof part === 'object' && 'code' in part ? inlinePart(part).replaceAll('|', '\\|') : inlinePart(part),
    ),
  )

/** The whole article. */
export const articleMarkdown = (article: Article, options: Options = {}): string =>
  `${[
    `# ${inline(article.title)}`,
    ...article.sections.flatMap(({ title, blocks }) => [
      `## ${inline(title)}`,
      ...blocks.map((b) => block(b, 3, options)),
    ]),
  ].join('\n\n')}\n`

const display = (from: Expr, lines: readonly LineOfWork[], remark: (line: LineOfWork, i: number) => string) =>
  displayMath([
    '\\begin{aligned}',
    ...alignedRows(from, lines, remark).map((row, i, rows) => (i < rows.length - 1 ? `${row} \\\\` : row)),
    '\\end{aligned}',
  ])

/** A chain as one aligned display, with reasons. */
export const workMarkdown = (from: Expr, lines: readonly LineOfWork[], { wording }: Options = {}): string =>
  display(
    from,
    lines.flatMap((line) => line.within ?? [line]),
    (line) => ` && ${whyOf(line, wording).map(beside).join(' ')}`,
  )

/** A part of a reason within a formula; a sign that is a command there is left out. */
function beside(part: Inline): string {
  if (typeof part === 'string') return `\\text{${part.replace(/[\\{}$%#&_^~<>|*[\]`]/g, ' ')}}`
  return 'code' in part ? beside(part.code) : formulaIn(part, 'latex')
}

/** Blocks by themselves. */
export const blocksMarkdown = (blocks: readonly Block[], options: Options = {}): string =>
  `${blocks.map((b) => block(b, 2, options)).join('\n\n')}\n`

function block(b: Block, level: number, options: Options): string {
  switch (b.kind) {
    case 'paragraph':
      return paragraph(b.text)
    case 'formula': {
      const { left, relation = '=', right } = b
      const start = left === undefined ? '' : 'plain' in left ? left.latex : print(left, 'latex')
      return displayMath([`${start}${start === '' ? '' : ` ${relation} `}${print(right, 'latex')}`])
    }
    case 'list':
      return b.items.map((item) => `- ${paragraph(item)}`).join('\n')
    case 'table':
      return [b.header.map(cell), b.header.map(() => '---'), ...b.rows.map((row) => row.map(cell))]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n')
    case 'work':
      return numberedWork(b.from, b.lines, options)
    case 'code':
      return fenced(b)
    case 'picture':
      return picture(b, options)
    case 'group':
      return group(b, level, options)
  }
}

/** Between fences that are longer than any within. */
function fenced({ language, text }: Code): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

/** The lines with numbers, and below them why each is so: reasons beside long formulas would not fit a page. */
const numberedWork = (from: Expr, lines: readonly LineOfWork[], options: Options): string =>
  [
    display(from, lines, (_, i) => ` && \\text{(${i + 1})}`),
    lines.map((line, i) => explained(line, i, options)).join('\n'),
  ].join('\n\n')

/** Why a line follows, and its single steps. */
function explained(line: LineOfWork, i: number, { wording }: Options): string {
  const sentence = line.sentence.length === 0 ? '' : `: ${inline(line.sentence)}`
  const steps = (line.within ?? []).map((step) => {
    const formula = inlineMath(`${relationLatex(step)} ${marked(step.expr, step.changed, 'latex')}`)
    return `   - ${formula} (${inline(whyOf(step, wording))})`
  })
  return [`${i + 1}. *${inline(whyOf(line, wording))}*${sentence}`, ...steps].join('\n')
}

const PICTURE_SIZE = { columns: 76, rows: 18 }

/** A link to the file that the picture is in; without one, the picture in characters. */
function picture(one: Picture, { pictureFile, draw }: Options): string {
  const { id, caption } = one
  const below = inline(caption)
  const file = pictureFile?.(id)
  if (file !== undefined) {
    const place = encodeURI(file).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
    return `![${markdownText(plainText(caption))}](${place})\n\n${below}`
  }
  const text = draw?.(one, PICTURE_SIZE)
  return text === undefined ? below : `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n\n${below}`
}

/** What stays of a sentence where nothing can be set. */
const plainText = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      return 'code' in part ? part.code : formulaIn(part, 'plain')
    })
    .join('')

/** In the line that opens a fold no Markdown is read. */
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('$', '&#36;')

const summary = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? html(part) : `<code>${html(plainText([part]))}</code>`))
    .join('')

const DEEPEST = 6

function group({ title, blocks, folded }: Group, level: number, options: Options): string {
  const inner = blocks.map((b) => block(b, Math.min(DEEPEST, level + 1), options))
  return folded
    ? ['<details>', `<summary>${summary(title)}</summary>`, '', inner.join('\n\n'), '', '</details>'].join(
        '\n',
      )
    : [`${'#'.repeat(level)} ${inline(title)}`, ...inner].join('\n\n')
}
