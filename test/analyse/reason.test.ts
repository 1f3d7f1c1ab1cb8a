/** Reasons as data: every name is used, every hole is filled, and words from elsewhere are recognised. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { because, reasonText, told } from '../../src/analyse/reason.ts'
import { REASONS } from '../../src/analyse/reasons.ts'
import { parse } from '../../src/index.ts'

const textOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('reasons.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

test('every reason is given somewhere, by its name or in the same words', () => {
  const analysers = textOf('src/analyse')
  const all = analysers + textOf('src/verify') + textOf('src/derive')
  const unused = Object.entries(REASONS).filter(
    ([name, sentence]) => !analysers.includes(`'${name}'`) && !all.includes(`'${sentence}'`),
  )
  expect(unused).toEqual([])
})

test('in words', () => {
  expect(reasonText(because('derivative-sign', { derivative: [parse('2*x'), parse('-x')] }))).toBe(
    'by the sign of its derivative 2*x, -x',
  )
  expect(reasonText(because('domain', { conditions: [parse('x > 0'), parse('x != 1')] }))).toBe(
    'it is defined exactly where x > 0 and x != 1',
  )
  expect(reasonText(because('no-limit', { place: '-infinity' }))).toBe('there is no limit at -∞')
})

test('words that the table has get their name, others are passed on', () => {
  expect(told('it oscillates')).toEqual(because('oscillates'))
  expect(reasonText(told('something else'))).toBe('something else')
})

test.each(['1/(1+e^-x)', 'x^2*e^-x', '|x|', 'a/x', 'x^3 + a*x', 'sin(1/x)'])(
  '%s: no hole is left',
  (formula) => {
    const { properties, open } = analyse(formula, { variable: 'x', budget: { milliseconds: 10_000 } })
    const reasons = [...properties.map(({ why }) => why), ...open.map(({ reason }) => reason)]
    expect(reasons.length).toBeGreaterThan(5)
    for (const reason of reasons) expect(reasonText(reason)).not.toMatch(/[{}]|undefined/)
  },
)
