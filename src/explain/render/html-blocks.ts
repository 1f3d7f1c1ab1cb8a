/** The blocks of an article as HTML. */
import type { Block, Code, Group, Inline, Picture } from '../article.ts'
import { say } from '../wording/message.ts'
import { element, joined, type Markup, printed, words } from './html-element.ts'
import { bareMath, displayMath, isWide } from './html-math.ts'
import { inline, linked, type Page, spoken } from './html-page.ts'
import { mathBox, work } from './html-work.ts'

/** Blocks below a title of this level; `within` is the id of what they stand in. */
export const blocks = (page: Page, all: readonly Block[], level: number, within: string): Markup =>
  joined(
    all.map((one) => block(page, one, level, within)),
    '\n',
  )

function block(page: Page, b: Block, level: number, within: string): Markup {
  switch (b.kind) {
    case 'paragraph':
      return element('p', {}, inline(b.text))
    case 'formula': {
      const { left, relation = '=', right } = b
      const row = left === undefined ? [right] : [left, relation, right]
      const parts = left === undefined ? [right] : [left, right]
      return mathBox(page, 'formula', displayMath(...row), isWide(...parts))
    }
    case 'list':
      return element('ul', {}, ...b.items.map((item) => element('li', {}, inline(item))))
    case 'table':
      return table(page, b)
    case 'work':
      return work(page, b.from, b.lines)
    case 'code':
      return code(page, b)
    case 'picture':
      return picture(page, b)
    case 'group':
      return group(page, b, level, within)
  }
}

/** Lines that are too long for the screen are scrolled, also by the keyboard. */
function code(page: Page, { language, text }: Code): Markup {
  const name = page.said(say('page.code')).join('')
  return element(
    'pre',
    { class: 'code', role: 'group', tabindex: 0, 'aria-label': name },
    element('code', { class: `language-${language}` }, words(text.trimEnd())),
  )
}

/** Cells longer than this are prose, whose lines may be broken. */
const PROSE = 32
/** On a narrow screen the cells of a row can stand one below the other, if they are few. */
const FEW = 3

type Table = Extract<Block, { kind: 'table' }>
type Cell = readonly Inline[]

const isProse = (cell: Cell | undefined): boolean => cell !== undefined && spoken(cell).length > PROSE

/** Names shorter than this leave room beside them on a narrow screen. */
const NAME = 24

/**
 * How the cells are set: `figures` on one line, `pairs` of a name and what is said of it, `prose` whose cells
 * may stand one below the other, with `reasons` in the last column, or else `broad`.
 */
function lookOf({ header, rows }: Table): string {
  if (!rows.some((row) => row.some(isProse))) return 'figures'
  if (header.length > FEW) return 'broad'
  if (header.length === 2 && rows.every(([name = []]) => spoken(name).length < NAME)) return 'pairs'
  return header.length === FEW && rows.some((row) => isProse(row.at(-1))) ? 'prose reasons' : 'prose'
}

function table(page: Page, b: Table): Markup {
  const titles = b.header.map((cell) => headCell('col', cell))
  const name = page.said(say('page.table')).join('')
  return element(
    'div',
    { class: `table ${lookOf(b)}`, role: 'group', tabindex: 0, 'aria-label': name },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...titles)),
      element('tbody', {}, ...b.rows.map(tableRow)),
    ),
  )
}

/** Where a formula is all that stands in a title, it is said in words too: not every program reads MathML. */
function headCell(scope: 'col' | 'row', cell: Cell): Markup {
  const hasWords = cell.some((part) => typeof part === 'string' && part.trim() !== '')
  if (hasWords) return element('th', { scope }, inline(cell))
  const said = element('span', { class: 'unseen' }, words(spoken(cell)))
  const seen = cell.map((part) =>
    typeof part === 'string' || 'code' in part ? inline([part]) : bareMath(part),
  )
  return element('th', { scope }, said, element('span', { 'aria-hidden': 'true' }, ...seen))
}

const tableRow = (row: readonly Cell[]): Markup =>
  element(
    'tr',
    {},
    ...row.map((cell, i) => (i === 0 ? headCell('row', cell) : element('td', {}, inline(cell)))),
  )

/** Small enough that its labels can be read on a phone; wider screens enlarge it. */
const PICTURE = { width: 440, height: 290 } as const

/** A picture follows the colours of the page, whose style sheet has the rules that all pictures share. */
function picture(page: Page, one: Picture): Markup {
  const { id, caption, options } = one
  const svg = page.draw?.(one, { ...PICTURE, ...options, theme: 'auto' }) ?? ''
  return element(
    'figure',
    { id: page.id(`picture-${id}`) },
    printed(svg.replace(/<style>[^<]*<\/style>\n?/, '').trim()),
    element('figcaption', {}, inline(caption)),
  )
}

function group(
  page: Page,
  { id, title, blocks: inside, folded }: Group,
  level: number,
  within: string,
): Markup {
  const name = page.id(`${within}-${id}`)
  const heading = element(`h${Math.min(level, 6)}`, {}, folded ? linked(title) : inline(title))
  const content = blocks(page, inside, level + 1, name)
  return folded
    ? element('details', { class: 'group', id: name }, element('summary', {}, heading), content)
    : element('section', { class: 'group', id: name }, heading, content)
}
