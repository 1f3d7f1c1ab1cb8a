/** Markdown as a parser sees it: headings, tables with all their cells, folds, links to pictures, formulas intact. */
import katex from 'katex'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import type { Article, Block, Inline } from '../../../src/explain/article.ts'
import { explain } from '../../../src/explain/index.ts'
import { render } from '../../../src/explain/render/index.ts'
import { formulaIn } from '../../../src/explain/render/inline.ts'
import { displayMath, inlineMath } from '../../../src/explain/render/markdown-math.ts'
import { picturesOf } from '../../../src/explain/render/pictures.ts'
import { nasty } from '../../support/nasty-article.ts'

const parser = new MarkdownIt({ html: true })
type Token = ReturnType<typeof parser.parse>[number]

/** What is left of text when the parser has read it. */
const textOf = (token: Token | undefined): string =>
  (token?.children ?? [])
    .map(({ type, content }) =>
      type === 'code_inline'
        ? `\`${content}\``
        : type === 'softbreak'
          ? '\n'
          : type === 'html_inline'
            ? '\u200b'
            : content,
    )
    .join('')

/** The letters and signs that KaTeX sets. */
const set = (latex: string): string =>
  katex
    .renderToString(latex, { output: 'mathml', throwOnError: true, strict: false })
    .replace(/<annotation.*?<\/annotation>/gs, '')
    .replace(/<[^>]*>/g, '')

/** Formulas that stand between dollars. */
const INLINE = /(?<![\\\p{L}\p{N}$])\$(?:`([^`]+)`|([^$`\s](?:[^$]*[^$\s])?))\$(?![\p{L}\p{N}$])/gu

function formulasOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'fence' && token.info === 'math') return [token.content]
    if (token.type !== 'inline') return []
    const text = textOf(token)
    const display = /^\$\$\n([\s\S]*)\n\$\$$/.exec(text)
    if (display) return [display[1] as string]
    return [...text.matchAll(INLINE)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  })
}

const inlineFormulas = (parts: readonly Inline[]): string[] =>
  parts.flatMap((part) => (typeof part === 'string' || 'code' in part ? [] : [formulaIn(part, 'latex')]))

/** The formulas in sentences, of the blocks that are not chains. */
function written(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return inlineFormulas(block.text)
      case 'list':
        return block.items.flatMap(inlineFormulas)
      case 'table':
        return [block.header, ...block.rows].flat().flatMap(inlineFormulas)
      case 'picture':
        return inlineFormulas(block.caption)
      case 'group':
        return [...(block.folded ? [] : inlineFormulas(block.title)), ...written(block.blocks)]
      default:
        return []
    }
  })
}

const all = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'group' ? [block, ...all(block.blocks)] : [block]))

/** Everything that the article holds is found by the parser, and nothing else. */
function expectWhole(article: Article): void {
  const pictureFile = (id: string): string => `a (b)_${id}.svg`
  const tokens = parser.parse(render(article, 'md', { pictureFile }), {})
  const headings = tokens.flatMap(({ type, tag }, i) =>
    type === 'heading_open' ? [{ tag, text: textOf(tokens[i + 1]) }] : [],
  )
  const blocks = all(article.sections.flatMap((section) => section.blocks))
  const groups = blocks.filter((block) => block.kind === 'group')
  const open = groups.filter(({ folded }) => !folded)
  expect(headings.filter(({ tag }) => tag === 'h1')).toHaveLength(1)
  // what was not looked for stands at the end
  const sections = article.sections.length + ((article.unfinished ?? []).length > 0 ? 1 : 0)
  expect(headings.filter(({ tag }) => tag === 'h2')).toHaveLength(sections)
  expect(headings).toHaveLength(1 + sections + open.length)
  const html = tokens.filter(({ type }) => type === 'html_block').map(({ content }) => content)
  expect(html.filter((text) => text.startsWith('<details>'))).toHaveLength(groups.length - open.length)
  expect(html.filter((text) => text.startsWith('</details>'))).toHaveLength(groups.length - open.length)

  const tables = blocks.filter((block) => block.kind === 'table')
  expect(tokens.filter(({ type }) => type === 'table_open')).toHaveLength(tables.length)
  const cells = tokens.flatMap(({ type }, i) => (/^t[hd]_open$/.test(type) ? [textOf(tokens[i + 1])] : []))
  const expected = tables.flatMap(({ header, rows }) =>
    [header, ...rows.map((row) => header.map((_, i) => row[i] ?? []))].flat(),
  )
  expect(cells).toHaveLength(expected.length)
  for (const [i, cell] of expected.entries()) {
    for (const part of cell) if (typeof part === 'string') expect(cells[i]).toContain(part.trim())
  }

  const images = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'image')
  expect(images.map((image) => decodeURI(String(image.attrGet('src'))))).toEqual(
    picturesOf(article).map(({ id }) => pictureFile(id)),
  )
  for (const image of images) expect(image.content).not.toBe('')

  const found = formulasOf(tokens).map(set)
  const formulas = article.sections.flatMap((section) => [
    ...inlineFormulas(section.title),
    ...written(section.blocks),
  ])
  for (const latex of formulas) expect(found).toContain(set(latex))
  const chains = blocks.filter((block) => block.kind === 'work' || block.kind === 'formula')
  expect(found.length).toBeGreaterThanOrEqual(formulas.length + chains.length)
  // No dollar and no command is left outside a formula, but in code.
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    const rest = textOf(token)
      .replace(/^\$\$\n[\s\S]*\n\$\$$/, '')
      .replace(INLINE, '')
      .replace(/`[^`]*`/g, '')
    expect(rest).not.toMatch(/\$\\|\\[a-z]+\{/)
  }
}

const budget = { milliseconds: 2_500 }

describe('an article', () => {
  test('of everything that means something in Markdown', () => expectWhole(nasty))

  test.each([
    ['sigmoid', {}],
    ['L/(1+exp(-k*(t-m)))', { variable: 't' }],
    ['tanh', { detail: 'nested' }],
    ['{x^2 if x < 0 else abs(sin(x))}', {}],
    ['abs(x_1)*log(W_0)*root(x_1, 3)', { variable: 'x_1', brief: true }],
  ] as const)('%s', (formula, options) => {
    expectWhole(explain(formula, { ...options, budget }))
  })
})

test('without files pictures are drawn in characters', () => {
  const tokens = parser.parse(render(nasty, 'md'), {})
  const [drawing, ...more] = tokens.filter(({ type, info }) => type === 'fence' && info === 'text')
  expect(more).toEqual([])
  expect(drawing?.content.split('\n').length).toBeGreaterThan(10)
})

describe('formulas', () => {
  test.each([
    'a < b',
    '\\left|x\\right| \\cdot [0, 1](x)',
    '\\left\\{x\\right\\}',
    '\\sqrt[3]{x} + \\sqrt[n]{y}',
    '\\begin{cases} a & \\text{if } x > 0 \\\\ b & \\text{otherwise} \\end{cases}',
    'a\\,b\\;c\\!d\\:e',
    'a * b * c',
    '\\mathrm{EC}_{50} + \\mathrm{EC}_{90}',
    'x_{1} + x_{2} - {y}_{1} {z}_{2}',
    '\\left.\\frac{a}{b}\\right|_{x = 0}',
  ])('%s: the same when set, and when a parser has read it', (latex) => {
    const [inline] = formulasOf(parser.parse(inlineMath(latex), {}))
    expect(set(inline as string)).toBe(set(latex))
    const [display] = formulasOf(parser.parse(displayMath([latex]), {}))
    expect(set(display as string)).toBe(set(latex))
  })
})
