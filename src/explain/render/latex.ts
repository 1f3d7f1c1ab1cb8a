/** LaTeX: a document of its own, for the packages that every distribution has. */
import type { Expr } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import type { Article, Block, Code, Group, Inline, LineOfWork, Picture, Related } from '../article.ts'
import type { Name } from '../name.ts'
import { brokenLatex } from './broken.ts'
import type { Draw } from './drawn.ts'
import { formulaIn } from './inline.ts'
import { partWidth, tableLatex } from './latex-table.ts'
import { latexCode, latexText } from './latex-text.ts'
import { markedTerm } from './marked.ts'
import type { RenderOptions } from './options.ts'
import { whyOf } from './why.ts'

/** The language, and who draws. */
interface How extends Pick<RenderOptions, 'wording'> {
  readonly draw?: Draw
}

/** How a formula in a sentence is set if it is wider than `room`. */
interface Wide {
  readonly room: number
  readonly set: (part: Expr | Name | Related) => string
}

const inline = (parts: readonly Inline[], wide?: Wide): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return latexText(part)
      if ('code' in part) return latexCode(part.code)
      return wide && partWidth(part) > wide.room ? wide.set(part) : `$${formulaIn(part, 'latex')}$`
    })
    .join('')

/** A sentence in which long formulas stand on lines of their own. */
const sentence = (parts: readonly Inline[]): string => inline(parts, { room: 36, set: displayed })

const displayed = (part: Expr | Name | Related): string =>
  'hash' in part ? `\n${aligned(onLines('&', part))}\n` : `$${formulaIn(part, 'latex')}$`

const PREAMBLE = [
  '\\documentclass{article}',
  '\\usepackage[T1]{fontenc}',
  '\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}',
  '\\usepackage[a4paper,margin=25mm]{geometry}',
  '\\usepackage{amsmath,amssymb,array,longtable,xcolor,tikz}',
]

const SETTINGS = [
  '\\allowdisplaybreaks[2]',
  '\\setlength{\\parindent}{0pt}',
  '\\setlength{\\parskip}{0.5\\baselineskip}',
  '\\setlength{\\emergencystretch}{3em}',
  '\\renewcommand{\\arraystretch}{1.35}',
  '\\setlength{\\extrarowheight}{2pt}',
]

/** The whole article as a document. */
export function articleLatex(article: Article, how: How = {}): string {
  const body = article.sections.flatMap(({ title, blocks }) => [
    `\\section*{${inline(title)}}`,
    blocksTogether(blocks, 0, how),
  ])
  return [
    ...PREAMBLE,
    ...SETTINGS,
    '\\begin{document}',
    `\\begin{center}\\LARGE ${inline(article.title)}\\end{center}`,
    ...body,
    '\\end{document}',
    '',
  ].join('\n')
}

/** How wide a formula may be, in em, which are estimated amply. */
const ROOM = 43

const SIGNS = { equals: '=', iff: '\\iff', implies: '\\implies' } as const

/** How a line follows from the one before. */
export const relationLatex = ({ relation }: LineOfWork): string => SIGNS[relation ?? 'equals']

/** The rows of an alignment: relation, formula, and behind its first line a remark. */
export function alignedRows(
  from: Expr,
  lines: readonly LineOfWork[],
  remark: (line: LineOfWork, i: number) => string,
): string[] {
  return [...onLines('&\\phantom{=}\\;', from), ...rowsOf(lines, remark)]
}

const rowsOf = (lines: readonly LineOfWork[], remark: (line: LineOfWork, i: number) => string): string[] =>
  lines.flatMap((line, i) =>
    onLines(`&${relationLatex(line)}`, markedTerm(line.expr, line.changed), remark(line, i)),
  )

/** The formula behind what begins its first line, which a remark ends. */
function onLines(start: string, u: Expr, remark = ''): string[] {
  const [first = '', ...more] = brokenLatex(u, ROOM)
  return [`${start} ${first}${remark}`, ...more.map((part) => `&\\qquad ${part}`)]
}

const aligned = (rows: readonly string[]): string =>
  ['\\begin{align*}', rows.join(' \\\\\n'), '\\end{align*}'].join('\n')

/** The rule at the right margin; what does not fit there goes below. */
const withRule =
  (how: How = {}) =>
  (line: LineOfWork): string =>
    ` \\tag*{\\small ${inline(whyOf(line, how.wording))}}`

/** A chain as one aligned display, with reasons. */
export const workLatex = (from: Expr, lines: readonly LineOfWork[], how: How = {}): string =>
  aligned(
    alignedRows(
      from,
      lines.flatMap((line) => line.within ?? [line]),
      withRule(how),
    ),
  )

/** The lines with numbers, and below them why each is so. */
function numberedWork(from: Expr, lines: readonly LineOfWork[], how: How = {}): string {
  const reasons = lines.map((line, i) => {
    const sentence = line.sentence.length === 0 ? '' : `: ${inline(line.sentence)}`
    return [
      `\\item[(${i + 1})] \\emph{${inline(whyOf(line, how.wording))}}${sentence}`,
      ...stepsOf(line, how),
    ].join('\n')
  })
  const chain = aligned(alignedRows(from, lines, (_, i) => ` \\tag*{(${i + 1})}`))
  return reasons.length === 0 ? chain : `${chain}\n${listed('enumerate', reasons)}`
}

/** The single steps of a line, each with its rule. */
const stepsOf = ({ within = [] }: LineOfWork, how: How = {}): string[] =>
  within.length === 0 ? [] : [aligned(rowsOf(within, withRule(how)))]

const listed = (kind: 'itemize' | 'enumerate', items: readonly string[]): string =>
  [`\\begin{${kind}}`, '\\setlength{\\itemsep}{0pt}', ...items, `\\end{${kind}}`].join('\n')

/** Blocks by themselves. */
export const blocksLatex = (blocks: readonly Block[], how: How = {}): string =>
  `${blocksTogether(blocks, 0, how)}\n`

/** In a column: as small as it must be. */
const shrunk = (part: Expr | Name | Related): string =>
  `{\\setbox0\\hbox{$${formulaIn(part, 'latex')}$}\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\box0}\\else\\box0\\fi}`

/** A display belongs to the paragraph before it: no line is left free between them. */
const blocksTogether = (blocks: readonly Block[], depth: number, how: How = {}): string =>
  blocks.map((b, i) => (i === 0 ? '' : isDisplay(b) ? '\n' : '\n\n') + block(b, depth, how)).join('')

const isDisplay = ({ kind }: Block): boolean => kind === 'formula' || kind === 'work'

function block(b: Block, depth: number, how: How = {}): string {
  switch (b.kind) {
    case 'paragraph':
      return sentence(b.text)
    case 'formula': {
      const { left, relation = '=', right } = b
      const start = left === undefined ? '' : 'plain' in left ? left.latex : print(left, 'latex')
      return aligned(onLines(start === '' ? '&' : `${start} &${relation}`, right))
    }
    case 'list':
      return listed(
        'itemize',
        b.items.map((item) => `\\item ${sentence(item)}`),
      )
    case 'table':
      return tableLatex(b, (cell, room) => inline(cell, { room, set: shrunk }))
    case 'work':
      return numberedWork(b.from, b.lines, how)
    case 'code':
      return verbatim(b)
    case 'picture':
      return picture(b, how)
    case 'group':
      return group(b, depth, how)
  }
}

/** Characters that a line of a size has room for. */
const SIZES: readonly (readonly [room: number, size: string])[] = [
  [105, 'footnotesize'],
  [120, 'scriptsize'],
]

/** As it is, but that nothing in it ends it. */
function verbatim({ text }: Code): string {
  const longest = Math.max(...text.split('\n').map((line) => line.length))
  const size = SIZES.find(([room]) => longest <= room)?.[1] ?? 'tiny'
  const lines = text.trimEnd().replaceAll('\\end{', '\\end {')
  return `{\\${size}\n\\begin{verbatim}\n${lines}\n\\end{verbatim}\n}`
}

/** The curves as TikZ, with what they show below; that alone where they cannot be drawn. */
function picture(one: Picture, { draw }: How): string {
  const below = `{\\small ${inline(one.caption)}}\n`
  const tikz = draw?.(one, undefined)
  return tikz === undefined ? below : `\\begin{center}\n${tikz}\\end{center}\n${below}`
}

const group = ({ title, blocks }: Group, depth: number, how: How = {}): string =>
  [
    depth === 0 ? `\\subsection*{${inline(title)}}` : `\\paragraph{${inline(title)}}\\mbox{}`,
    blocksTogether(blocks, depth + 1, how),
  ].join('\n')
