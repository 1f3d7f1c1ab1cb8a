/** Markdown with LaTeX formulas between dollars, as GitHub and most editors show them. */
import type { Expr } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import type { Article, Block, Inline, LineOfWork } from '../article.ts'
import { formulaIn } from './inline.ts'
import { alignedLines } from './latex.ts'

/** Text in which no character is mark-up. */
const markdownText = (text: string): string => text.replace(/[\\`*_{}[\]<>|$#]/g, (c) => `\\${c}`)

const codeSpan = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

const inline = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return markdownText(part)
      return 'code' in part ? codeSpan(part.code) : `$${formulaIn(part, 'latex')}$`
    })
    .join('')

/** In a table a bar would end the cell. */
const cell = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      const text = inline([part])
      if (typeof part === 'string') return text
      return 'code' in part ? text.replaceAll('|', '\\|') : text.replaceAll('|', '\\vert ')
    })
    .join('')

/** The whole article. */
export const articleMarkdown = (article: Article): string =>
  `${[
    `# ${inline(article.title)}`,
    ...article.sections.flatMap(({ title, blocks }) => [`## ${inline(title)}`, ...blocks.map(block)]),
  ].join('\n\n')}\n`

/** A chain as one aligned display. */
export const workMarkdown = (from: Expr, lines: readonly LineOfWork[]): string =>
  ['$$', '\\begin{aligned}', alignedLines(from, lines), '\\end{aligned}', '$$'].join('\n')

/** Blocks by themselves. */
export const blocksMarkdown = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n\n')}\n`

function block(b: Block): string {
  switch (b.kind) {
    case 'paragraph':
      return inline(b.text)
    case 'formula': {
      const { left, relation = '=', right } = b
      const start = left === undefined ? '' : 'plain' in left ? left.latex : print(left, 'latex')
      return `$$\n${start}${start === '' ? '' : ` ${relation} `}${print(right, 'latex')}\n$$`
    }
    case 'list':
      return b.items.map((item) => `- ${inline(item)}`).join('\n')
    case 'table':
      return [b.header.map(cell), b.header.map(() => '---'), ...b.rows.map((row) => row.map(cell))]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n')
    case 'work':
      return `${workMarkdown(b.from, b.lines)}\n\n${b.lines.map((line, i) => `${i + 1}. ${inline(line.reason)}: ${inline(line.sentence)}`).join('\n')}`
    case 'picture':
      return `*${inline(b.caption)}*`
    case 'group':
      return [`### ${inline(b.title)}`, ...b.blocks.map(block)].join('\n\n')
  }
}
