/** Tables of formulas in Markdown, LaTeX and JSON. */
import katex from 'katex'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/explain/article.ts'
import { propertiesSection } from '../../src/explain/sections/properties.ts'
import { saturationSection } from '../../src/explain/sections/saturation.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { render } from '../../src/index.ts'
import { inWordsOf } from '../support/section.ts'

let article: Article

beforeAll(() => {
  const subject = subjectOf('1/(1+e^-x)', { variable: 'x', budget: { milliseconds: 60_000 } })
  const built = [propertiesSection, saturationSection].map((build) => inWordsOf(build(subject)))
  article = { title: ['f'], sections: built.filter((section) => section !== undefined), omitted: [] }
})

/** The formulas between dollars. */
const formulasIn = (text: string): string[] =>
  [...text.matchAll(/(?<!\\)\$([^$]+)(?<!\\)\$/g)].map(([, formula]) => formula as string)

test('there are both tables and formulas to look at', () => {
  const tables = article.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
  expect(tables.length).toBeGreaterThanOrEqual(3)
  expect(formulasIn(render(article, 'md')).length).toBeGreaterThan(20)
})

describe('Markdown', () => {
  test('every row has as many cells as its header', () => {
    const blocks = render(article, 'md').split('\n\n')
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length
    for (const table of blocks.filter((block) => block.startsWith('|'))) {
      const [header, ...rows] = table.trimEnd().split('\n')
      for (const row of rows) expect([row, cells(row)]).toEqual([row, cells(header as string)])
    }
  })
})

test.each(['md', 'latex'] as const)('%s: every formula can be set', (format) => {
  for (const formula of formulasIn(render(article, format))) {
    expect(() => katex.renderToString(formula, { throwOnError: true, strict: 'error' })).not.toThrow()
  }
})

test('LaTeX: every row has as many cells as there are columns', () => {
  const tables = render(article, 'latex').matchAll(
    /\\begin\{(?:longtable\}\[l\]|tabular\})\{([^\n]*)\}\n(.*?)\\end\{(?:longtable|tabular)\}/gs,
  )
  for (const [, columns, body] of tables) {
    const many = (columns as string).replaceAll(/[@>]\{[^}]*\}/g, '').replaceAll(/p\{[^}]*\}/g, 'l').length
    for (const row of (body as string).trimEnd().split('\n')) {
      expect([row, row.split(/(?<!\\)&/).length]).toEqual([row, many])
    }
  }
})

test('JSON: no term stands as an internal object', () => {
  const text = render(article, 'json')
  expect(JSON.parse(text).sections.map(({ id }: { id: string }) => id)).toEqual(['properties', 'saturation'])
  expect(text).not.toContain('"hash"')
})
