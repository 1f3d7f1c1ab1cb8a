/** Whole articles on formulas of many kinds: nothing empty, every chain of lines replayed, every omission with its reason. */
import { describe, expect, test } from 'vitest'
import type { Article, Block, LineOfWork } from '../../src/explain/article.ts'
import { isCondition } from '../../src/expression/condition.ts'
import { compare, type Expr, explain, render } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 8_000 } }

/** Named and not, with letters and without. */
const FORMULAS: readonly (readonly [formula: string, variable: string])[] = [
  ['sigmoid', 'x'],
  ['L/(1+exp(-k*(t-m)))', 't'],
  ['tanh(x)', 'x'],
  ['a*exp(-b*exp(-c*x))', 'x'],
  ['x^3 - 3x + 1', 'x'],
  ['x/(x^2 - 1)', 'x'],
  ['x*log(x)', 'x'],
  ['sin(x)^2', 'x'],
  ['|x| - x/2', 'x'],
  ['x^x', 'x'],
  ['piecewise(x < 0, x^2, x >= 0, x^3)', 'x'],
  ['sqrt(1 - x^2)', 'x'],
  ['e^(-x^2)', 'x'],
  ['5', 'x'],
]

/** All blocks, those in groups too. */
const blocksIn = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'group' ? [block, ...blocksIn(block.blocks)] : [block]))

const linesIn = (lines: readonly LineOfWork[]): LineOfWork[] =>
  lines.flatMap((line) => [line, ...linesIn(line.within ?? [])])

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
      return block.text.length === 0
    case 'list':
      return block.items.length === 0 || block.items.some((item) => item.length === 0)
    case 'table':
      return block.rows.length === 0 || block.rows.some((row) => row.length !== block.header.length)
    case 'group':
      return block.blocks.length === 0 || block.title.length === 0
    case 'picture':
      return block.curves.length === 0 || block.caption.length === 0
    default:
      return false
  }
}

describe.each(FORMULAS)('%s', (formula, variable) => {
  const article: Article = explain(formula, { ...AMPLE, variable })

  test('nothing is empty', () => {
    for (const { id, title, blocks } of article.sections) {
      expect([id, blocks.length === 0 || title.length === 0]).toEqual([id, false])
      for (const block of blocksIn(blocks))
        expect([id, block.kind, isEmpty(block)]).toEqual([id, block.kind, false])
    }
  })

  test('what is left out has a reason of its own, and nothing is in both lists', () => {
    const present = article.sections.map(({ id }) => id)
    for (const { id, reason } of article.omitted) {
      expect(present).not.toContain(id)
      expect([id, reason.length > 0]).toEqual([id, true])
    }
  })

  test('the last line of every chain about the function equals the first', () => {
    const works = article.sections
      .filter(({ id }) => ['derivative', 'other-roads'].includes(id))
      .flatMap(({ blocks }) => blocksIn(blocks))
      .flatMap((block) => (block.kind === 'work' ? [block] : []))
    for (const { from, lines } of works) {
      const last = linesIn(lines).at(-1)?.expr as Expr
      if (isCondition(last)) continue
      expect(compare(from, last, { variable }).verdict).toBe('equal')
    }
  })

  test('it can be shown in every format', () => {
    for (const format of ['text', 'md', 'latex', 'html'] as const)
      expect(render(article, format).length).toBeGreaterThan(500)
    const { sections, omitted } = JSON.parse(render(article, 'json'))
    expect(sections.length).toBe(article.sections.length)
    expect(omitted.every(({ reason }: { reason: unknown[] }) => reason.length > 0)).toBe(true)
  })
})
