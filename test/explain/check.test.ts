/** The derivative held against another form, and against slopes between two points. */
import { describe, expect, test } from 'vitest'
import { secondFormOf } from '../../src/explain/pictures/second-form.ts'
import { checkSection } from '../../src/explain/sections/check.ts'
import { type Subject, subjectOf } from '../../src/explain/subject.ts'
import { compare, type Expr, print } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const subject = (formula: string, order = 1): Subject =>
  subjectOf(formula, { ...AMPLE, variable: 'x', order })

const FORMULAS = [
  '1/(1+e^-x)',
  'L/(1+exp(-k*(x-m)))',
  'tanh(x)',
  'a*exp(-b*exp(-c*x))',
  'x^3 - 3x',
  'x/(x^2 - 1)',
  'log(x)/x',
  'sin(x)',
  '|x|',
  'x^x',
  'piecewise(x < 0, x^2, x >= 0, x)',
]

test.each(FORMULAS)('%s: the other form is proved equal, and written otherwise', (formula) => {
  const about = subject(formula)
  const other = secondFormOf(about)?.form
  if (!other) return
  expect(print(other)).not.toBe(print(about.derivation.to))
  expect(compare(other, about.derivation.to, { variable: 'x' }).verdict).toBe('equal')
})

test('it is found for S-curves', () => {
  for (const formula of ['1/(1+e^-x)', 'L/(1+exp(-k*(x-m)))', 'tanh(x)', 'a*exp(-b*exp(-c*x))'])
    expect([formula, secondFormOf(subject(formula)) !== undefined]).toEqual([formula, true])
})

test.each(FORMULAS)('%s: slopes between close points are near the derivative', (formula) => {
  const built = checkSection(subject(formula))
  if ('absent' in built) throw new Error('nothing to hold against it')
  const [table] = built.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  expect(table?.rows.length).toBe(3)
  for (const row of table?.rows ?? []) {
    const [near, exact] = [Number(row[1]?.[0]), Number(row[2]?.[0])]
    expect(Math.abs(near - exact)).toBeLessThan(1e-4 * Math.max(1, Math.abs(exact)))
  }
})

test('a kink is not taken for a slope', () => {
  const built = checkSection(subject('|x|'))
  if ('absent' in built) throw new Error('nothing to hold against it')
  const [table] = built.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  expect(table?.rows.map(([at]) => print(at?.[0] as Expr))).not.toContain('0')
})

describe('the picture', () => {
  test('two forms, two markers, the same points', () => {
    const built = checkSection(subject('1/(1+e^-x)'))
    if ('absent' in built) throw new Error('no picture')
    const [picture] = built.blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []))
    expect(picture?.curves.map(({ marker, color }) => [marker, color])).toEqual([
      ['+', 'r'],
      ['o', 'g'],
    ])
    const [first, second] = picture?.curves ?? []
    expect(first?.points).toEqual(second?.points)
    expect(compare(first?.of as Expr, second?.of as Expr).verdict).toBe('equal')
  })

  test('absent with a reason where there is nothing to compare', () => {
    expect(checkSection(subject('2x + 1'))).toHaveProperty('absent')
    expect(checkSection(subject('x^3', 2))).toHaveProperty('absent')
  })
})
