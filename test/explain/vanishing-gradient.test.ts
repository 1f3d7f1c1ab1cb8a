/** The section on gradients through layers: what it tells is what is measured, and the same every time. */
import { expect, test } from 'vitest'
import type { Block, Section } from '../../src/explain/article.ts'
import { vanishingGradientSection } from '../../src/explain/sections/vanishing-gradient.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { evaluate } from '../../src/index.ts'
import { flow } from '../../src/learn/index.ts'
import { inWordsOf } from '../support/section.ts'

const sectionOf = (formula: string): Section | undefined =>
  inWordsOf(vanishingGradientSection(subjectOf(formula, { variable: 'x', budget: { milliseconds: 60_000 } })))

const blockOf = <Kind extends Block['kind']>(section: Section | undefined, kind: Kind) =>
  section?.blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === (kind as string))

/** The table with numbers for its terms. */
const rowsOf = (section: Section | undefined): (string | number)[][] =>
  (blockOf(section, 'table')?.rows ?? []).map((row) =>
    row.map(([cell]) => {
      if (typeof cell === 'string') return cell
      const found = evaluate(cell as never, {}, { digits: 4 })
      return found.verdict === 'value' ? Number(found.value) : Number.NaN
    }),
  )

test('the sigmoid: each layer leaves about a quarter, at most', () => {
  const section = sectionOf('sigmoid')
  const rows = rowsOf(section)
  expect(rows.map(([weights, depth]) => `${weights} ${depth}`)).toEqual([
    'Xavier’s 10',
    'Xavier’s 30',
    'He’s 10',
    'He’s 30',
  ])
  for (const [weights, depth, ratio, factor, expected] of rows) {
    const right = flow('sigmoid', {
      initial: weights === 'He’s' ? 'he' : 'xavier',
      depth: Number(depth),
      networks: 2,
    })
    expect(Math.abs(Number(ratio) / right.ratio - 1)).toBeLessThan(0.06)
    expect(Math.abs(Number(factor) / right.factor - 1)).toBeLessThan(0.06)
    expect(Math.abs(Number(expected) / Number(factor) - 1)).toBeLessThan(0.15)
  }
  expect(blockOf(section, 'picture')?.options.data?.[0]?.y).toHaveLength(30)
})

test('a formula has the same section as its name', () => {
  expect(rowsOf(sectionOf('1/(1+e^-x)'))).toEqual(rowsOf(sectionOf('sigmoid')))
})

test('what a rectifier passes on stays', () => {
  for (const [, , ratio] of rowsOf(sectionOf('relu'))) {
    expect(Number(ratio)).toBeGreaterThan(0.3)
    expect(Number(ratio)).toBeLessThan(3)
  }
})

test.each(['x^2', 'a/(1+e^-x)', 'e^(-x^2)'])('%s has none', (formula) => {
  expect(sectionOf(formula)).toBeUndefined()
})
