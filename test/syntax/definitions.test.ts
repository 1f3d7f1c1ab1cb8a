/** Functions of one's own, given beside a formula: nothing is kept from one call to the next. */
import { describe, expect, test } from 'vitest'
import * as core from '../../src/core.ts'
import {
  applications,
  compare,
  connect,
  differentiate,
  evaluate,
  explain,
  gradient,
  inTermsOf,
  OgeeError,
  parse,
  print,
  read,
  safeParse,
  simplify,
  solve,
  verify,
} from '../../src/index.ts'

const definitions = ['ogive(x, k) = x^2/(k + x^2)', 'twice(x, k) = ogive(ogive(x, k), k); half = 1/2']
const FORM = 'x^2/(k + x^2)'
const own = { definitions }

describe('a call', () => {
  test.each([
    ['ogive(x, k)', FORM],
    ['ogive', FORM],
    ['ogive(t)', 't^2/(k + t^2)'],
    ['ogive(2, 3) + half', '2^2/(3 + 2^2) + 1/2'],
    ['\\frac{1}{2}ogive(x)', `1/2*(${FORM})`],
    ['k = 3; ogive(x, k)', 'x^2/(3 + x^2)'],
    ['twice(x, 1)', '(x^2/(1 + x^2))^2/(1 + (x^2/(1 + x^2))^2)'],
  ])('%s', (text, meant) => {
    expect(print(parse(text, own))).toBe(meant)
    expect(print(read(text, own).expr)).toBe(meant)
  })

  test('each definition in its own notation', () => {
    const latex = { definitions: ['g(x) = \\frac{1}{x}'] }
    expect(print(parse('g(2)', latex))).toBe('1/2')
  })

  test('is not known afterwards', () => {
    parse('ogive(2)', own)
    expect(safeParse('ogive(2)').ok).toBe(false)
    expect(print(parse('sigmoid(2)'))).toBe('sigmoid(2)')
  })
})

test('every operation takes them', () => {
  const context = { ...own, variable: 'x' }
  const expected = differentiate(FORM, { variable: 'x' })
  const found = differentiate('ogive', context)
  expect(print(found.to)).toBe(print(expected.to))
  expect(verify(found)).toEqual({ ok: true })
  expect(gradient('ogive', ['x', 'k'], own).map(({ to }) => print(to))).toEqual(
    gradient(FORM, ['x', 'k']).map(({ to }) => print(to)),
  )
  expect(evaluate('ogive(2, 4)', {}, own)).toMatchObject({ value: '0.5' })
  expect(compare('ogive', FORM, own).verdict).toBe('equal')
  expect(connect('ogive', '1 - k/(k + x^2)', own)).toHaveProperty('steps')
  expect(inTermsOf('2*ogive', 'ogive', context)).toHaveProperty('form')
  expect(simplify('ogive(x, 0)', own).conditions.map((c) => print(c))).toEqual(['x != 0'])
  expect(solve('ogive = y', 'x', own).branches.length).toBe(solve(`${FORM} = y`, 'x').branches.length)
  expect(applications('distribute', 'half*(ogive + 1)', own).length).toBe(1)
  expect(explain('ogive', { ...context, brief: true })).toEqual(explain(FORM, { variable: 'x', brief: true }))
  expect(print(core.differentiate('ogive', context).to)).toBe(print(expected.to))
  expect(print(core.parse('ogive(2)', own))).toBe('2^2/(k + 2^2)')
  const assumed = differentiate('sqrt(x^2)', { definitions: ['c = 0'], assuming: ['x > c'] })
  expect(assumed.assuming.map((c) => print(c))).toEqual(['x > 0'])
})

test.each([
  [['sin(x) = x'], 'E116'],
  [['f(x) = f(x) + 1'], 'E117'],
  [['f(x) = x', 'f(x) = 2x'], 'E118'],
  [['f(x) = 1/(1+'], 'E102'],
  [['x + 1'], 'E119'],
  [[''], 'E101'],
])('%j is refused: %s', (wrong, code) => {
  const result = safeParse('1 + x', { definitions: wrong })
  expect(result.ok).toBe(false)
  if (result.ok) return
  expect(result.error.code).toBe(code)
  expect(result.error.span).toBeUndefined()
  expect(result.error.message).toContain(JSON.stringify(wrong.at(-1)))
  expect(result.error).toBeInstanceOf(OgeeError)
})
