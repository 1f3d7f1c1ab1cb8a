/** Worked values, higher derivatives and inverses: what is shown is equal to what was meant. */
import { describe, expect, test } from 'vitest'
import type { Block, Inline, Section } from '../../src/explain/article.ts'
import { tableText } from '../../src/explain/render/table.ts'
import { antiderivativeAndInverseSection } from '../../src/explain/sections/antiderivative-and-inverse.ts'
import { examplesSection } from '../../src/explain/sections/examples.ts'
import { higherDerivativesSection } from '../../src/explain/sections/higher-derivatives.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { compare, type Expr, evaluate, parse, print } from '../../src/index.ts'
import { inWordsOf } from '../support/section.ts'

const AMPLE = { budget: { milliseconds: 60_000 }, variable: 'x' }

const isTerm = (part: Inline | undefined): part is Expr => typeof part === 'object' && 'hash' in part

/** The formulas of a cell, those in a row of equal ones too. */
const termsIn = (cell: readonly Inline[] = []): Expr[] =>
  cell
    .flatMap((part): readonly unknown[] =>
      typeof part === 'object' && 'related' in part ? part.related : [part],
    )
    .filter((part): part is Expr => isTerm(part as Inline))

const rowsIn = (section: Section | undefined): (readonly Inline[])[][] =>
  (section?.blocks ?? []).flatMap((block): (readonly Inline[])[][] =>
    block.kind === 'table' ? [...block.rows] : [],
  )

const nameIn = (cell: readonly Inline[] | undefined): string => {
  const [part] = cell ?? []
  return typeof part === 'object' && 'plain' in part ? part.plain : ''
}

describe('worked values', () => {
  test.each(['1/(1+e^-x)', 'tanh(x)', 'x/(1+abs(x))', 'log(x)', '1/(x^2-1)', 'max(x, 0)', 'x^x'])(
    '%s: the exact values have these digits',
    (formula) => {
      const rows = rowsIn(inWordsOf(examplesSection(subjectOf(formula, AMPLE))))
      expect(rows.length).toBeGreaterThan(2)
      for (const [name, exact, digits] of rows) {
        const meant = nameIn(name)
        const at = /\((.*)\)$/.exec(meant)?.[1] as string
        const own = meant.startsWith("f'") ? `d/dx(${formula})` : formula
        const value = evaluate(own, { x: at }, { digits: 10 })
        expect([meant, value.verdict === 'value' && value.value]).toEqual([meant, digits?.[0]])
        for (const form of termsIn(exact)) {
          expect(evaluate(form, {}, { digits: 10 })).toEqual(value)
        }
      }
    },
  )

  test('no slope is shown where there is none', () => {
    const names = rowsIn(inWordsOf(examplesSection(subjectOf('max(x, 0)', AMPLE)))).map(([name]) =>
      nameIn(name),
    )
    expect(names).toContain('f(0)')
    expect(names).not.toContain("f'(0)")
  })

  test('with parameters: at 0 and at the inflection, with letters', () => {
    const rows = rowsIn(inWordsOf(examplesSection(subjectOf('a/(1+e^(-k*(x-m)))', AMPLE))))
    const values = new Map(rows.map(([name, exact]) => [nameIn(name), termsIn(exact)]))
    expect(compare(values.get('f(m)')?.at(-1) as Expr, 'a/2').verdict).toBe('equal')
    expect(compare(values.get("f'(m)")?.at(-1) as Expr, 'a*k/4').verdict).toBe('equal')
    for (const forms of values.values()) {
      expect(compare(forms[0] as Expr, forms.at(-1) as Expr).verdict).toBe('equal')
    }
  })
})

const formulasIn = (section: Section | undefined): Extract<Block, { kind: 'formula' }>[] =>
  (section?.blocks ?? []).filter((block) => block.kind === 'formula')

describe('higher derivatives', () => {
  test.each(['1/(1+e^-x)', 'tanh(x)', 'a/(1+e^(-k*(x-m)))', 'x*e^-x', 'x^3', 'x/(1+abs(x))', 'log(x)'])(
    '%s: each is the derivative of the one before',
    (formula) => {
      const found = formulasIn(inWordsOf(higherDerivativesSection(subjectOf(formula, AMPLE))))
      expect(found.length).toBeGreaterThan(1)
      for (const [i, { right }] of found.entries()) {
        const before = i === 0 ? `d/dx(${formula})` : print((found[i - 1] as { right: Expr }).right)
        expect([i, compare(parse(`d/dx(${before})`), right).verdict]).toEqual([i, 'equal'])
      }
    },
  )

  test('in factors', () => {
    const [, third] = formulasIn(inWordsOf(higherDerivativesSection(subjectOf('1/(1+e^-x)', AMPLE))))
    const above = third?.right.kind === 'call' ? third.right.args[0] : undefined
    expect(above?.kind === 'call' && above.head).toBe('multiply')
  })

  test('none of a straight line', () => {
    expect(higherDerivativesSection(subjectOf('2x + 1', AMPLE))).toHaveProperty('absent')
  })
})

const furtherOn = (formula: string): Extract<Block, { kind: 'formula' }>[] =>
  formulasIn(inWordsOf(antiderivativeAndInverseSection(subjectOf(formula, AMPLE))))

const isTermOnLeft = ({ left }: Extract<Block, { kind: 'formula' }>): boolean =>
  left !== undefined && 'hash' in left

describe('the inverse', () => {
  test.each(['1/(1+e^-x)', 'log(1+e^x)', 'tanh(x)', 'a/(1+e^(-k*(x-m)))'])(
    '%s: takes values back',
    (formula) => {
      const shown = furtherOn(formula).find(isTermOnLeft)
      const at = { x: '1/3', a: '3', k: '2', m: '1/5' }
      const used = Object.fromEntries(
        Object.entries(at).filter(([letter]) => new RegExp(`\\b${letter}\\b`).test(formula)),
      )
      const value = evaluate(formula, used, { digits: 30 })
      const { x: _, ...letters } = used
      const back = evaluate(
        (shown as { right: Expr }).right,
        { ...letters, y: value.verdict === 'value' ? value.value : '0' },
        { digits: 15 },
      )
      expect(back.verdict === 'value' && Number(back.value)).toBeCloseTo(1 / 3, 12)
    },
  )

  test('none where a value is taken twice', () => {
    expect(furtherOn('x/(1+x^2)').filter(isTermOnLeft)).toEqual([])
  })
})

describe('the antiderivative', () => {
  test.each(['1/(1+e^-x)', 'a/(1+e^(-k*(x-m)))', '1/x', 'x/(1+x^2)'])(
    '%s: is that of the function',
    (formula) => {
      const shown = furtherOn(formula).find((block) => !isTermOnLeft(block))
      const slope = parse(`d/dx(${print((shown as { right: Expr }).right)})`)
      expect(compare(slope, formula).verdict).toBe('equal')
    },
  )

  test('none where none is found', () => {
    expect(furtherOn('x^x')).toEqual([])
  })
})

describe('tables in text', () => {
  const header = ['property', 'value', 'why']
  const rows = [
    ['range', '0 < f(x) < 1; 0 and 1 are approached', 'it is continuous, so it takes all values between'],
    ['zeros', 'none', 'short'],
  ]

  test('columns begin at the same place', () => {
    const lines = tableText(header, rows, 200)
    expect(lines).toHaveLength(3)
    const [first, second] = ['value', 'why'].map((title) => (lines[0] as string).indexOf(title))
    expect([lines[1]?.indexOf('0 <'), lines[2]?.indexOf('none')]).toEqual([first, first])
    expect([lines[1]?.indexOf('it is'), lines[2]?.indexOf('short')]).toEqual([second, second])
  })

  test.each([40, 60, 80])('no line is longer than %i, and no word is lost', (width) => {
    const lines = tableText(header, rows, width)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).sort()
    expect(words(lines.join(' '))).toEqual(words([...header, ...rows.flat()].join(' ')))
  })
})
