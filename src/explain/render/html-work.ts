/** A chain as a list: on each line the relation, the formula with its new parts shaded, the rule, and why. */
import type { Expr } from '../../expression/expr.ts'
import type { LineOfWork } from '../article.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { element, type Markup, words } from './html-element.ts'
import { displayMath, isWide } from './html-math.ts'
import { inline, type Page } from './html-page.ts'
import { markedTerm } from './marked.ts'

const SIGNS = { equals: '=', iff: '⇔', implies: '⇒' } as const

/** A formula in a box that can be scrolled where it is wider than the screen. */
export function mathBox(page: Page, name: string, math: Markup, wide: boolean): Markup {
  const reachable = wide
    ? { tabindex: 0, role: 'group', 'aria-label': page.said(say('page.formula')).join('') }
    : {}
  return element('div', { class: name, ...reachable }, math)
}

/** The whole chain. */
export function work(page: Page, from: Expr, lines: readonly LineOfWork[]): Markup {
  const first = element('li', {}, sign(), mathBox(page, 'math', displayMath(from), isWide(from)))
  const list = element('ol', { class: nameOf(lines) }, first, ...lines.map((line) => workLine(page, line)))
  const isFirst = !page.explainsShade && lines.some(({ changed }) => changed.length > 0)
  if (!isFirst) return list
  page.explainsShade = true
  const legend = element('p', { class: 'legend' }, inline(page.said(say('page.shaded'))))
  return [list, legend].join('') as Markup
}

/** Statements need more room for their signs. */
const nameOf = (lines: readonly LineOfWork[]): string =>
  lines.some(({ relation }) => relation) ? 'work statements' : 'work'

const sign = (text?: string): Markup =>
  element('span', { class: 'sign' }, ...(text ? [element('math', {}, element('mo', {}, words(text)))] : []))

function workLine(page: Page, line: LineOfWork): Markup {
  const { expr, relation = 'equals', changed, reason, sentence, conditions, within = [] } = line
  const where =
    conditions.length === 0
      ? []
      : [
          element(
            'span',
            { class: 'where' },
            inline(page.said(say('page.for', { conditions: conditionsSaid(conditions) }))),
          ),
        ]
  const why = [element('span', { class: 'rule' }, inline(reason)), ...where, inline(sentence)]
  return element(
    'li',
    {},
    sign(SIGNS[relation]),
    mathBox(page, 'math', displayMath(markedTerm(expr, changed)), isWide(expr)),
    element('p', { class: 'why' }, why.join(' ') as Markup),
    ...(within.length === 0 ? [] : [steps(page, within)]),
  )
}

/** The single steps that make a line up, shown when asked for. */
const steps = (page: Page, within: readonly LineOfWork[]): Markup =>
  element(
    'details',
    { class: 'steps' },
    element('summary', {}, inline(page.said(say('page.single-steps', { count: String(within.length) })))),
    element('ol', { class: nameOf(within) }, ...within.map((line) => workLine(page, line))),
  )
