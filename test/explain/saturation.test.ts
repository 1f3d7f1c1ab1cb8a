/** Saturation: bounds re-evaluated on both sides of where they begin, products, and doubles as JavaScript computes them. */
import { describe, expect, test } from 'vitest'
import type { Block, Inline, Section } from '../../src/explain/article.ts'
import { formulaIn } from '../../src/explain/render/inline.ts'
import { vanishing } from '../../src/explain/saturation/doubles.ts'
import { smallOn, steepnessOf, workFor } from '../../src/explain/saturation/steepest.ts'
import { saturationSection } from '../../src/explain/sections/saturation.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { compare, type Expr, evaluate, parse } from '../../src/index.ts'
import { inWordsOf } from '../support/section.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }
const sections = new Map<string, Section | undefined>()

function saturationOf(formula: string): Section | undefined {
  if (!sections.has(formula))
    sections.set(formula, inWordsOf(saturationSection(subjectOf(formula, { ...AMPLE, variable: 'x' }))))
  return sections.get(formula)
}

const blocksOf = <Kind extends Block['kind']>(
  section: Section | undefined,
  kind: Kind,
): Extract<Block, { kind: Kind }>[] =>
  (section?.blocks ?? []).filter(
    (block): block is Extract<Block, { kind: Kind }> => block.kind === (kind as string),
  )

const isTerm = (part: Inline): part is Expr => typeof part === 'object' && 'hash' in part

const numberOf = (u: Expr | string, x?: string): number => {
  const found = evaluate(u, x === undefined ? {} : { x }, { digits: 12 })
  expect(found.verdict).toBe('value')
  return found.verdict === 'value' ? Number(found.value) : Number.NaN
}

/** Conditions x > p and x < p with the bound that is said to hold there. */
function bounds(section: Section | undefined): { readonly bound: number; readonly where: Expr }[] {
  return blocksOf(section, 'paragraph').flatMap(({ text }) => {
    const [first, ...rest] = text
    if (typeof first !== 'object' || !('related' in first) || first.related[1] !== '<') return []
    const bound = numberOf(first.related[2] as Expr)
    return rest.filter(isTerm).map((where) => ({ bound, where }))
  })
}

describe.each([
  ['1/(1+e^-x)', 4],
  ['tanh(x)', 4],
  ['x/(1+abs(x))', 4],
  ['log(1+e^x)', 2],
  ['e^(-x^2)', 4],
] as const)('%s', (formula, many) => {
  test('the bounds hold beyond the places named, and not much before', () => {
    const found = bounds(saturationOf(formula))
    expect(found).toHaveLength(many)
    for (const { bound, where } of found) {
      const [, end] = where.kind === 'call' ? where.args : []
      const p = numberOf(end as Expr)
      const slope = (x: number): number => Math.abs(numberOf(parse(`d/dx(${formula})`), String(x)))
      expect(slope(p * 1.001)).toBeLessThan(bound)
      expect(slope(p * 2)).toBeLessThan(bound)
      expect(slope(p * 0.97)).toBeGreaterThan(bound)
    }
  })
})

test('the product through layers is the power of the steepest slope', () => {
  const [table] = blocksOf(saturationOf('1/(1+e^-x)'), 'table')
  expect(table?.rows.length).toBe(5)
  for (const [layers, power, digits] of table?.rows ?? []) {
    const size = 0.25 ** Number((layers as Inline[])[0])
    expect(numberOf((power as Inline[])[0] as Expr) / size).toBeCloseTo(1, 10)
    expect(Number((digits as Inline[])[0]) / size).toBeCloseTo(1, 3)
  }
})

test('with parameters: the bound with its letters, no numbers', () => {
  const section = saturationOf('a/(1+e^(-k*(x-m)))')
  const [, paragraph] = blocksOf(section, 'paragraph')
  const related = paragraph?.text.find((part) => typeof part === 'object' && 'related' in part)
  const bound = typeof related === 'object' && 'related' in related ? (related.related[2] as Expr) : undefined
  expect(compare(bound as Expr, 'a*k/4').verdict).toBe('equal')
  expect(blocksOf(section, 'table')).toEqual([])
})

test.each(['x^2', 'sin(x)', '2x+1', 'e^x + e^-x'])('%s: does not saturate', (formula) => {
  expect(saturationOf(formula)).toBeUndefined()
})

describe('in doubles', () => {
  const s = (x: number): number => 1 / (1 + Math.exp(-x))
  const through = { form: parse('f*(1 - f)'), letter: 'f' }
  const slope = parse('e^-x/(1+e^-x)^2')

  test('s(1 − s) is exactly 0 from 37 on', () => {
    const found = vanishing(parse('1/(1+e^-x)'), through, slope, 'x', 'right')
    expect(found?.from).toBe(37)
    expect([s(36) * (1 - s(36)) === 0, s(37) * (1 - s(37)) === 0]).toEqual([false, true])
    expect(found?.writtenOut).toBeGreaterThan(0)
  })

  test('on the left only where the exponential leaves the doubles', () => {
    const found = vanishing(parse('1/(1+e^-x)'), through, slope, 'x', 'left')
    expect(found && s(found.from)).toBe(0)
    expect(found && s(found.from + 1)).toBeGreaterThan(0)
  })

  test('the article says so; and that it is nowhere 0 in the reals', () => {
    const text = blocksOf(saturationOf('1/(1+e^-x)'), 'paragraph')
      .flatMap((block) => block.text)
      .map((part) => (typeof part === 'string' ? part : formulaIn(part as Expr, 'plain')))
      .join('')
    expect(text).toContain('nowhere 0')
    expect(text).toContain('exactly 0 from x = 37 on')
  })
})

describe('other functions', () => {
  test.each([
    ['relu', 1],
    ['tanh', 1],
    ['softsign', 1],
    ['gelu', 1.1289],
  ] as const)('%s: as steep as its values say', (name, steepest) => {
    const found = steepnessOf(name, 'x', () => AMPLE)
    expect(Number(found?.decimals.replace('…', ''))).toBeCloseTo(steepest, 4)
  })

  test('what is not proved in time is open, and not denied', () => {
    const slope = { form: parse('1/cosh(x)^2'), variable: 'x', assuming: [] }
    const [left, right] = smallOn(slope, ['right'], 6, { work: workFor(0) })
    expect(left).toBe('nowhere')
    expect(right === 'open' || typeof right === 'object').toBe(true)
  })
})

describe('the picture', () => {
  test('the slope beside others, all of them sizes, on a logarithmic scale', () => {
    const [picture] = blocksOf(saturationOf('1/(1+e^-x)'), 'picture')
    expect(picture?.options.scale).toEqual({ y: 'log' })
    const [own, ...others] = picture?.curves ?? []
    expect(compare(own?.of as Expr, 'abs(e^-x/(1+e^-x)^2)').verdict).toBe('equal')
    expect(others.length).toBe(3)
  })

  test('a function is not drawn beside itself, by whatever name', () => {
    for (const formula of ['tanh(x)', 'x/(1+abs(x))']) {
      const [picture] = blocksOf(saturationOf(formula), 'picture')
      expect([formula, picture?.curves.length]).toEqual([formula, 3])
    }
  })
})
