/** The table at the beginning: each row says what is so, and there is no row for what is not known. */
import { describe, expect, test } from 'vitest'
import type { Inline, Section } from '../../src/explain/article.ts'
import { formulaIn } from '../../src/explain/render/inline.ts'
import { summarySection } from '../../src/explain/sections/summary.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { compare, differentiate, type Expr, explain } from '../../src/index.ts'
import { inWordsOf } from '../support/section.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const summaryOf = (formula: string): Section | undefined =>
  inWordsOf(summarySection(subjectOf(formula, { ...AMPLE, variable: 'x' })))

type Cells = ReadonlyMap<string, readonly Inline[]>

const titleOf = (title: readonly Inline[]): string =>
  title.map((part) => (typeof part === 'string' ? part : formulaIn(part as Expr, 'plain'))).join('')

function rowsOf(section: Section | undefined): Cells {
  const [table] = (section?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []))
  return new Map((table?.rows ?? []).map(([title, cell]) => [titleOf(title ?? []), cell ?? []]))
}

/** What stands at the right of the first row of terms in the cell. */
function rightOf(cell: readonly Inline[] | undefined): Expr | undefined {
  const related = cell?.find((part) => typeof part === 'object' && 'related' in part)
  const last = typeof related === 'object' && 'related' in related ? related.related.at(-1) : undefined
  return typeof last === 'object' && 'hash' in last ? last : undefined
}

const FORMULAS = [
  '1/(1+e^-x)',
  'L/(1+exp(-k*(x-m)))',
  'tanh(x)',
  'a*exp(-b*exp(-c*x))',
  'x^3 - 3x',
  'x/(x^2 - 1)',
  'x*log(x)',
  'sin(x)',
  '|x|',
  'x^x',
  'piecewise(x < 0, x^2, x >= 0, x)',
  '7',
]

describe.each(FORMULAS)('%s', (formula) => {
  const section = summaryOf(formula)
  const rows = rowsOf(section)

  test('it has rows, none of them empty', () => {
    expect(rows.size).toBeGreaterThan(1)
    for (const [title, cell] of rows) {
      expect(title).not.toBe('')
      expect(cell.length).toBeGreaterThan(0)
    }
  })

  test('the derivative is the derivative', () => {
    const found = rightOf(rows.get('derivative'))
    if (!found) return
    expect(compare(found, differentiate(formula, { variable: 'x' }).to, { variable: 'x' }).verdict).toBe(
      'equal',
    )
  })
})

test('the sigmoid: everything the four articles sum up', () => {
  const rows = rowsOf(summaryOf('1/(1+e^-x)'))
  for (const title of [
    'function',
    'domain',
    'range',
    'derivative',
    'derivative through f',
    'symmetry',
    'steepest',
  ])
    expect([...rows.keys()]).toContain(title)
  for (const title of ['rises or falls', 'bend', 'limits', 'antiderivative', 'inverse', 'uses'])
    expect([...rows.keys()]).toContain(title)
  expect(compare(rightOf(rows.get('derivative through f')) as Expr, 'f*(1-f)').verdict).toBe('equal')
})

test('a form through the function that leaves points out is no row', () => {
  expect([...rowsOf(summaryOf('x^3 - 3x')).keys()]).not.toContain('derivative through f')
})

test('it stands first in the article, and what is left out has a reason', () => {
  const { sections, omitted } = explain('x^2', { ...AMPLE, sections: ['summary', 'result'] })
  expect(sections.map(({ id }) => id)).toEqual(['summary', 'result'])
  for (const { reason } of omitted) expect(reason.join('').length).toBeGreaterThan(5)
})
