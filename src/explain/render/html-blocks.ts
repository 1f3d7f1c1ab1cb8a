/** The blocks of an article as HTML. */
import { plot } from '../../plot/index.ts'
import type { Block, Group, Inline, Picture } from '../article.ts'
import { say } from '../wording/message.ts'
import { element, joined, type Markup, printed } from './html-element.ts'
import { displayMath, isWide } from './html-math.ts'
import { inline, type Page, spoken } from './html-page.ts'
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
    case 'picture':
      return picture(page, b)
    case 'group':
      return group(page, b, level, within)
  }
}

/** Cells longer than this are prose, which may be broken and stands on a narrow screen one below the other. */
const PROSE = 32
const FEW_COLUMNS = 4

type Table = Extract<Block, { kind: 'table' }>

function table(page: Page, { header, rows }: Table): Markup {
  const isProse =
    header.length <= FEW_COLUMNS && rows.some((row) => row.some((cell) => spoken(cell).length > PROSE))
  const head = element(
    'thead',
    {},
    element('tr', {}, ...header.map((cell) => element('th', { scope: 'col' }, inline(cell)))),
  )
  const body = element('tbody', {}, ...rows.map(tableRow))
  const kind = isProse ? 'table prose' : 'table figures'
  const name = page.said(say('page.table')).join('')
  return element(
    'div',
    { class: kind, role: 'group', tabindex: 0, 'aria-label': name },
    element('table', {}, head, body),
  )
}

const tableRow = (row: readonly (readonly Inline[])[]): Markup =>
  element(
    'tr',
    {},
    ...row.map((cell, i) =>
      i === 0 ? element('th', { scope: 'row' }, inline(cell)) : element('td', {}, inline(cell)),
    ),
  )

/** Small enough that its labels can be read on a phone; wider screens enlarge it. */
const PICTURE = { width: 440, height: 290 } as const

/** A picture follows the colours of the page, whose style sheet has the rules that all pictures share. */
function picture(page: Page, { id, caption, curves, options }: Picture): Markup {
  const svg = plot(curves, { ...PICTURE, ...options, theme: 'auto' })
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
  const heading = element(`h${Math.min(level, 6)}`, {}, inline(title))
  const content = blocks(page, inside, level + 1, name)
  return folded
    ? element('details', { class: 'group', id: name }, element('summary', {}, heading), content)
    : element('section', { class: 'group', id: name }, heading, content)
}
