/** LaTeX: a document of its own, for which amsmath and xcolor suffice. */
import type { Expr } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import type { Article, Block, Inline, LineOfWork } from '../article.ts'
import { formulaIn } from './inline.ts'
import { marked } from './marked.ts'

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
])

/** Text in which no character is a command. */
const latexText = (text: string): string =>
  text.replace(/[\\^~<>|&%$#_{}]/g, (c) => SPECIAL.get(c) ?? `\\${c}`)

const inline = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return latexText(part)
      return 'code' in part ? `\\texttt{${latexText(part.code)}}` : `$${formulaIn(part, 'latex')}$`
    })
    .join('')

/** The whole article as a document. */
export const articleLatex = (article: Article): string =>
  [
    '\\documentclass{article}',
    '\\usepackage{amsmath,xcolor}',
    '\\begin{document}',
    `\\section*{${inline(article.title)}}`,
    ...article.sections.flatMap(({ title, blocks }) => [
      `\\subsection*{${inline(title)}}`,
      ...blocks.map(block),
    ]),
    '\\end{document}',
    '',
  ].join('\n')

/** A chain as one aligned display. */
export const workLatex = (from: Expr, lines: readonly LineOfWork[]): string =>
  ['\\begin{align*}', alignedLines(from, lines), '\\end{align*}'].join('\n')

const SIGNS = { equals: '=', iff: '\\iff', implies: '\\implies' } as const

/** The rows of an alignment: relation, formula, reason. */
export function alignedLines(from: Expr, lines: readonly LineOfWork[]): string {
  const all = lines.flatMap((line) => line.within ?? [line])
  const rows = all.map(
    (line) =>
      `&${SIGNS[line.relation ?? 'equals']} ${marked(line.expr, line.changed, 'latex')} && \\text{${inline(line.reason)}${carried(line)}}`,
  )
  return [`&\\phantom{=}\\; ${print(from, 'latex')}`, ...rows].join(' \\\\\n')
}

const carried = ({ conditions }: LineOfWork): string =>
  conditions.length === 0 ? '' : `, for ${conditions.map((c) => `$${print(c, 'latex')}$`).join(' and ')}`

/** Blocks by themselves. */
export const blocksLatex = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n')}\n`

function block(b: Block): string {
  switch (b.kind) {
    case 'paragraph':
      return `${inline(b.text)}\n`
    case 'formula': {
      const { left, relation = '=', right } = b
      const start = left === undefined ? '' : 'plain' in left ? left.latex : print(left, 'latex')
      return `\\[ ${start}${start === '' ? '' : ` ${relation} `}${print(right, 'latex')} \\]`
    }
    case 'list':
      return ['\\begin{itemize}', ...b.items.map((item) => `\\item ${inline(item)}`), '\\end{itemize}'].join(
        '\n',
      )
    case 'table':
      return [
        `\\begin{tabular}{${columnsOf(b)}}`,
        ...[b.header, ...b.rows].map((row) => row.map(inline)).map((row) => `${row.join(' & ')} \\\\`),
        '\\end{tabular}',
      ].join('\n')
    case 'work':
      return workLatex(b.from, b.lines)
    case 'picture':
      return `${inline(b.caption)}\n`
    case 'group':
      return [`\\paragraph{${inline(b.title)}}`, ...b.blocks.map(block)].join('\n')
  }
}

/** Columns whose cells are longer than this are set in paragraphs. */
const LONG = 30
const MOST_SHARED = 0.9

/** Short columns as they are; long ones share what is left of the line. */
function columnsOf({ header, rows }: Extract<Block, { kind: 'table' }>): string {
  const longest = header.map((title, i) =>
    Math.max(lengthOf(title), ...rows.map((row) => lengthOf(row[i] ?? []))),
  )
  const long = longest.filter((length) => length > LONG).length
  const short = longest.filter((length) => length <= LONG).reduce((a, b) => a + b, 0)
  const share = Math.max(0.2, (MOST_SHARED - short / 100) / Math.max(1, long))
  return longest.map((length) => (length > LONG ? `p{${share.toFixed(2)}\\linewidth}` : 'l')).join('')
}

/** About how long the cell is when it is set. */
const lengthOf = (cell: readonly Inline[]): number =>
  cell.reduce<number>((sum, part) => {
    if (typeof part === 'string') return sum + part.length
    return sum + ('code' in part ? part.code : formulaIn(part, 'plain')).length
  }, 0)
