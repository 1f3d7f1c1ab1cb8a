/**
 * A page of its own: HTML that needs nothing else, runs no script and loads nothing. Formulas are MathML,
 * pictures SVG; it follows light and dark screens and prints.
 */
import type { Expr } from '../../expression/expr.ts'
import type { PlotOptions } from '../../plot/options.ts'
import type { Article, Block, Inline, Known, LineOfWork, Section } from '../article.ts'
import type { Said } from '../draft.ts'
import { say } from '../wording/message.ts'
import type { Wording } from '../wording/worded.ts'
import type { Draw } from './drawn.ts'
import { blocks } from './html-blocks.ts'
import { element, joined, type Markup, printed, words } from './html-element.ts'
import { inline, linked, Page, spoken } from './html-page.ts'
import { STYLE } from './html-style.ts'
import { work } from './html-work.ts'
import { sha256 } from './sha256.ts'

/** The whole article. */
export function articleHtml(article: Article, wording?: Wording, draw?: Draw<PlotOptions>): string {
  const page = new Page(wording, draw)
  const ids = article.sections.map(({ id }) => page.id(id))
  const sections = article.sections.map((one, i) => section(page, one, ids[i] as string))
  const used = KNOWN.filter((how) => article.sections.some(({ known }) => known === how))
  return documentOf(
    page,
    article.title,
    contents(page, article.sections, ids),
    element('main', { id: ARTICLE }, element('h1', {}, inline(article.title)), ...sections),
    legend(page, used),
  )
}

/** The sections alone, for a page of another's making. */
export function sectionsHtml(article: Article, draw?: Draw<PlotOptions>): Markup {
  const page = new Page({}, draw)
  return joined(article.sections.map((one) => section(page, one, page.id(one.id), false)))
}

/** Blocks alone, likewise. */
export const blocksMarkup = (all: readonly Block[], draw?: Draw<PlotOptions>): Markup =>
  blocks(new Page({}, draw), all, 3, ARTICLE)

/** A chain by itself. */
export function workHtml(from: Expr, lines: readonly LineOfWork[], wording?: Wording): string {
  const page = new Page(wording)
  const to = lines.at(-1)?.expr ?? from
  return alone(page, page.said(say('page.of-work', { from, to })), work(page, from, lines))
}

/** Blocks by themselves, under a title. */
export function blocksHtml(title: Said, all: readonly Block[], wording?: Wording): string {
  const page = new Page(wording)
  return alone(page, page.said(title), blocks(page, all, 2, ARTICLE))
}

const alone = (page: Page, title: readonly Inline[], content: Markup): string =>
  documentOf(page, title, element('main', { id: ARTICLE }, element('h1', {}, inline(title)), content))

const ARTICLE = 'the-article'
const KNOWN: readonly Known[] = ['proved', 'enclosed', 'measured', 'read', 'unknown']

/** Nothing is loaded, run or sent; the one style sheet is known by its hash. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${sha256(STYLE)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Longer titles are cut off where windows and results of searches show them. */
const LONGEST_TITLE = 70

const shortened = (title: string): string =>
  [...title].length > LONGEST_TITLE ? `${[...title].slice(0, LONGEST_TITLE - 1).join('')}…` : title

function documentOf(page: Page, title: readonly Inline[], ...body: readonly Markup[]): string {
  const language = page.said(say('page.language')).join('')
  const name = spoken(title)
  const description = spoken(page.said(say('page.description', { title: name })))
  const skip = element('a', { class: 'skip', href: `#${ARTICLE}` }, inline(page.said(say('page.skip'))))
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy() }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, words(shortened(name))),
    element('meta', { name: 'description', content: description }),
    element('meta', { name: 'generator', content: 'ogee' }),
    element('style', {}, printed(STYLE)),
  ]
  const html = element(
    'html',
    { lang: language },
    printed('\n'),
    element('head', {}, printed('\n'), joined(head, '\n'), printed('\n')),
    printed('\n'),
    element(
      'body',
      {},
      printed('\n'),
      joined([...(body.length > 1 ? [skip] : []), ...body], '\n'),
      printed('\n'),
    ),
    printed('\n'),
  )
  return `<!DOCTYPE html>\n${html}\n`
}

/** Folded on a narrow screen, beside the article on a wide one. */
function contents(page: Page, sections: readonly Section[], ids: readonly string[]): Markup {
  const title = inline(page.said(say('page.contents')))
  const entries = sections.map((one, i) =>
    element('li', {}, element('a', { href: `#${ids[i]}` }, linked(one.title))),
  )
  return element(
    'nav',
    { 'aria-label': page.said(say('page.contents')).join('') },
    element('details', { class: 'contents' }, element('summary', {}, title), element('ol', {}, ...entries)),
  )
}

/** A section; on a page whose address says something else, nothing in it is a link. */
function section(page: Page, { title, known, blocks: inside }: Section, id: string, isLinked = true): Markup {
  const label = spoken(page.said(say('page.link-to', { title: spoken(title) })))
  const how = inline(page.said(say(`page.${known}`)))
  const head = element(
    'div',
    { class: 'head' },
    element('h2', {}, inline(title)),
    ...(isLinked
      ? [
          element('a', { class: 'anchor', href: `#${id}`, 'aria-label': label }, words('§')),
          element('a', { class: `known ${known}`, href: `#${labelled(known)}` }, how),
        ]
      : [element('span', { class: `known ${known}` }, how)]),
  )
  return element(
    'section',
    { id },
    printed('\n'),
    head,
    printed('\n'),
    blocks(page, inside, 3, id),
    printed('\n'),
  )
}

const labelled = (known: Known): string => `label-${known}`

/** What the labels of sections mean. */
const legend = (page: Page, used: readonly Known[]): Markup =>
  element(
    'footer',
    {},
    element('h2', {}, inline(page.said(say('page.how-known')))),
    element(
      'dl',
      {},
      ...used.flatMap((how) => [
        element(
          'dt',
          { id: labelled(how) },
          element('span', { class: `known ${how}` }, inline(page.said(say(`page.${how}`)))),
        ),
        element('dd', {}, inline(page.said(say(`page.means-${how}`)))),
      ]),
    ),
  )
