/** Whole articles on many formulas: every step replayed, no section empty, every omission with its reason. */
import { describe, expect, test } from 'vitest'
import { type Article, type Block, explain } from '../../src/explain/index.ts'
import { compare, differentiate, type Expr, print } from '../../src/index.ts'

/** Formulas and their variable; the last ten have no name. */
const FORMULAS: readonly (readonly [formula: string, variable: string])[] = [
  ['1/(1+e^-x)', 'x'],
  ['L/(1+exp(-k*(t-m)))', 't'],
  ['tanh(x)', 'x'],
  ['a*exp(-b*exp(-c*x))', 'x'],
  ['x/sqrt(1+x^2)', 'x'],
  ['x^2*e^-x', 'x'],
  ['log(1+x^2)', 'x'],
  ['x*atan(x)', 'x'],
  ['(x^2-1)/(x^2+1)', 'x'],
  ['1/(x^2-1)', 'x'],
  ['abs(x-1)+abs(x+2)', 'x'],
  ['sqrt(1-x^2)', 'x'],
  ['sin(x)/x', 'x'],
  ['x^x', 'x'],
]

function* blocksIn(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.kind === 'group') yield* blocksIn(block.blocks)
  }
}

const all = (article: Article): Block[] => article.sections.flatMap(({ blocks }) => [...blocksIn(blocks)])

/** Sections that every article has, whatever the formula. */
const ALWAYS = ['summary', 'definition', 'graph', 'derivative', 'result', 'properties', 'examples', 'trust']

describe.each(FORMULAS)('%s', (formula, variable) => {
  const article = explain(formula, { variable, budget: { milliseconds: 60_000 } })

  test('has what every article has', () => {
    const ids = article.sections.map(({ id }) => id)
    for (const id of ALWAYS) expect(ids).toContain(id)
  })

  test('is nowhere empty, and says why a section is missing', () => {
    for (const { id, title, blocks } of article.sections) {
      expect(blocks.length, id).toBeGreaterThan(0)
      expect(title.length, id).toBeGreaterThan(0)
    }
    for (const block of all(article)) {
      if (block.kind === 'table') expect(block.rows.length).toBeGreaterThan(0)
      if (block.kind === 'paragraph') expect(block.text.length).toBeGreaterThan(0)
      if (block.kind === 'group') expect(block.blocks.length).toBeGreaterThan(0)
      if (block.kind === 'picture') expect(block.curves.length).toBeGreaterThan(0)
    }
    for (const { id, reason } of article.omitted) {
      expect(reason.length, id).toBeGreaterThan(0)
      expect(article.sections.map((section) => section.id)).not.toContain(id)
    }
  })

  test('gives the derivative', () => {
    const result = article.sections.find(({ id }) => id === 'result')
    const [shown] = result?.blocks ?? []
    const right = shown?.kind === 'formula' ? shown.right : undefined
    expect(compare(right as Expr, differentiate(formula, { variable }).to, { variable }).verdict).toBe(
      'equal',
    )
  })

  test('has chains whose lines are equal, as far as that can be decided without their conditions', () => {
    for (const block of all(article)) {
      if (block.kind !== 'work' || block.lines.some(({ relation }) => relation !== undefined)) continue
      const [first, last] = [block.from, block.lines.at(-1)?.expr]
      if (!last || print(first).includes('d/d')) continue
      expect(compare(first, last, { variable }).verdict, `${print(first)} to ${print(last)}`).not.toBe(
        'different',
      )
    }
  })
})
