/** The article for a terminal: plain notation, changes marked, reasons at the right. */
import type { Expr } from '../../expression/expr.ts'
import type { TerminalOptions } from '../../plot/index.ts'
import { print } from '../../syntax/index.ts'
import type { Article, Block, Group, Inline, LineOfWork, Picture } from '../article.ts'
import { toAscii } from './ascii.ts'
import type { Draw } from './drawn.ts'
import { formulaIn } from './inline.ts'
import { marked } from './marked.ts'
import type { RenderOptions } from './options.ts'
import { tableText } from './table.ts'
import { whyOf } from './why.ts'

/** Colour codes of a terminal, or nothing. */
interface Paint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly fresh: (text: string) => string
}

const code =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`
const COLOURS: Paint = { strong: code(1, 22), faint: code(2, 22), fresh: code(36, 39) }
const plain = (text: string): string => text
const NO_COLOURS: Paint = { strong: plain, faint: plain, fresh: plain }

interface Page extends Required<Pick<RenderOptions, 'ascii' | 'width' | 'why' | 'wording'>> {
  readonly paint: Paint
  readonly colour: boolean
  readonly draw?: Draw<TerminalOptions>
}

const pageOf = ({
  ascii = false,
  color = false,
  width = 80,
  why = false,
  wording = {},
}: RenderOptions): Page => ({
  ascii,
  width,
  why,
  wording,
  paint: color ? COLOURS : NO_COLOURS,
  colour: color,
})

/** The whole article. */
export function articleText(article: Article, options: RenderOptions, draw: Draw<TerminalOptions>): string {
  const page = { ...pageOf({ ...options, why: true }), draw }
  const sections = article.sections.map((section) =>
    [
      page.paint.strong(inlineText(section.title, page)),
      ...section.blocks.map((block) => blockText(block, page)),
    ].join('\n'),
  )
  return whole([page.paint.strong(inlineText(article.title, page)), ...sections].join('\n\n'))
}

/** Lines of work by themselves, with the result below. */
export function workText(from: Expr, lines: readonly LineOfWork[], options: RenderOptions): string {
  return whole(work(from, lines, pageOf(options)))
}

/** Blocks by themselves: an answer, whose sentences begin at the margin and, for a pipe, stay on a line. */
export function blocksText(blocks: readonly Block[], options: RenderOptions): string {
  const page = pageOf(options)
  const shown = blocks.map((block) =>
    block.kind === 'paragraph'
      ? wrap(inlineText(block.text, page), options.width ?? Infinity, '')
      : blockText(block, page),
  )
  return whole(shown.join('\n'))
}

/** Stands for a space at which no line may end. */
const FIXED = '\u00a0'

/** The text when all lines are broken. */
const whole = (text: string): string => `${text.replaceAll(FIXED, ' ')}\n`

/** Formulas up to this length are not broken; in the narrow columns of a table, rows of terms alone. */
const LONGEST_WHOLE = 24
const LONGEST_IN_TABLE = 12

/** As one line of words; text as one would type it is never broken. */
const inlineText = (
  parts: readonly Inline[],
  { ascii }: Pick<Page, 'ascii'>,
  longest: number = LONGEST_WHOLE,
): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return ascii ? toAscii(part) : part
      if ('code' in part) return part.code.replaceAll(' ', FIXED)
      const plain = formulaIn(part, 'plain')
      const text = ascii ? toAscii(plain) : plain
      return text.length <= ('related' in part ? LONGEST_WHOLE : longest) ? text.replaceAll(' ', FIXED) : text
    })
    .join('')

function blockText(block: Block, page: Page): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(inlineText(block.text, page), page.width - 2, '  ')
    case 'formula': {
      const { left, relation = '=', right } = block
      const start = left === undefined ? '' : `${inlineText([left], page)} ${relation} `
      return `  ${start}${print(right)}`
    }
    case 'list':
      return block.items
        .map((item) => wrap(inlineText(item, page), page.width - 4, '    ', '  - '))
        .join('\n')
    case 'table':
      return tableText(
        block.header.map((cell) => inlineText(cell, page, LONGEST_IN_TABLE)),
        block.rows.map((row) => row.map((cell) => inlineText(cell, page, LONGEST_IN_TABLE))),
        page.width - INDENT.length,
      )
        .map((line, i) => INDENT + (i === 0 ? page.paint.faint(line) : line))
        .join('\n')
    case 'work':
      return work(block.from, block.lines, page)
    case 'code':
      return block.text
        .trimEnd()
        .split('\n')
        .map((line) => (line === '' ? '' : `    ${line.replaceAll(' ', FIXED)}`))
        .join('\n')
    case 'picture':
      return [...drawn(block, page), wrap(inlineText(block.caption, page), page.width - 2, '  ')].join('\n')
    case 'group':
      return group(block, page)
  }
}

/** Of what is folded away only the title. */
function group({ title, blocks, folded }: Group, page: Page): string {
  const head = `${INDENT}${page.paint.strong(inlineText(title, page))}`
  if (folded) return `${head} ${page.ascii ? '...' : '…'}`
  return [head, ...blocks.map((b) => blockText(b, page))].join('\n')
}

const PICTURE_ROWS = 15
const WIDEST_PICTURE = 74

/** The curves in characters; nothing where they cannot be drawn so. */
function drawn(picture: Picture, { width, ascii, colour, draw }: Page): string[] {
  const columns = Math.min(WIDEST_PICTURE, width - INDENT.length)
  const rows = PICTURE_ROWS + (picture.curves.length > 1 ? picture.curves.length : 0)
  const text = draw?.(picture, { columns, rows, ascii, color: colour })
  return (text ?? '')
    .trimEnd()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [INDENT + line]))
}

/** Width that the formulas of a chain may take before their reasons go to a line of their own. */
const FORMULA_COLUMN = 44

/** What stands before a line: how it follows from the one before. */
const SIGNS: Readonly<Record<'equals' | 'iff' | 'implies', readonly [sign: string, ascii: string]>> = {
  equals: ['=', '='],
  iff: ['⇔', '<=>'],
  implies: ['⇒', '=>'],
}

const signOf = ({ relation }: LineOfWork, { ascii }: Page): string =>
  SIGNS[relation ?? 'equals'][ascii ? 1 : 0]

const INDENT = '  '

function work(from: Expr, lines: readonly LineOfWork[], page: Page): string {
  const widest = Math.max(1, ...lines.map((line) => signOf(line, page).length))
  const shown = lines.map((line) => workLine(line, page, INDENT, widest))
  return [`${INDENT}${' '.repeat(widest)} ${print(from)}`, ...shown].join('\n')
}

function workLine(line: LineOfWork, page: Page, indent: string, widest: number, small = false): string {
  const formula = `${indent}${signOf(line, page).padEnd(widest)} ${freshText(line, page)}`
  const reason = inlineText(whyOf(line, page.wording), page)
  const room = Math.min(FORMULA_COLUMN, page.width - reason.length - 2)
  const visible = lengthOf(formula)
  const head =
    visible <= room
      ? `${formula}${' '.repeat(Math.max(2, FORMULA_COLUMN + 2 - visible))}${page.paint.faint(reason)}`
      : `${formula}\n${indent}    ${page.paint.faint(reason)}`
  const sentence =
    page.why && !small && line.sentence.length > 0
      ? `\n${page.paint.faint(wrap(inlineText(line.sentence, page), page.width - 6, `${indent}    `))}`
      : ''
  const within = line.within?.map((step) => workLine(step, page, `${indent}    `, widest, true)) ?? []
  return [head + sentence, ...within].join('\n')
}

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')

const lengthOf = (text: string): number => [...text.replace(ESCAPES, '')].length

function freshText(line: LineOfWork, page: Page): string {
  const text = marked(line.expr, line.changed, 'plain')
  if (page.colour) {
    const [open, close] = page.paint.fresh('\n').split('\n') as [string, string]
    return text.replaceAll('⟦', open).replaceAll('⟧', close)
  }
  return page.ascii ? text.replaceAll('⟦', '[').replaceAll('⟧', ']') : text
}

/** Words in lines of at most `width` characters, each behind `indent`. */
function wrap(text: string, width: number, indent: string, first: string = indent): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map((l, i) => (i === 0 ? first : indent) + l).join('\n')
}
