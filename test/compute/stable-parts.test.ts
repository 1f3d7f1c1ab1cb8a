/** What the search for stable forms is made of: quotients, spellings, cases, forms as written. */
import { describe, expect, test } from 'vitest'
import { asWritten } from '../../src/compute/stable/as-written.ts'
import { casesOf } from '../../src/compute/stable/cases.ts'
import { guarded } from '../../src/compute/stable/guarded.ts'
import { stable } from '../../src/compute/stable/index.ts'
import { asQuotient, product } from '../../src/compute/stable/quotients.ts'
import type { Sample } from '../../src/compute/stable/samples.ts'
import { spelled } from '../../src/compute/stable/spelled.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { compare } from '../../src/derive/compare.ts'
import { call, divide, type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { parse } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const sameAs = (u: Expr, v: Expr): string => compare(u, v, { variable: 'x' }).verdict

const samplesOf = (u: Expr, names: readonly string[], points: readonly (readonly number[])[]): Sample[] =>
  points.map((at) => ({ at, spot: spot(names, at), right: truth(u, spot(names, at)) }))

describe('a formula as one quotient', () => {
  test.each([
    'x/y - y/x',
    '1 - x/y*(x/y)',
    '(x + 1/y)/(1 - 1/x)',
    '-x/(y/(x - 1))',
    '(x/y)^2 - 3',
    'x^-2 + 1/x',
  ])('%s', (formula) => {
    const u = parse(formula)
    const { over, under } = asQuotient(u)
    expect(sameAs(divide(product(over), product(under)), u)).toBe('equal')
  })

  test('random formulas', () => {
    const random = new Random(77)
    for (let tries = 0; tries < 60; tries += 1) {
      const u = randomTerm(random, 5, { letters: ['x', 'y'], piecewise: false })
      const { over, under } = asQuotient(u)
      expect(['equal', 'unknown', 'disjoint']).toContain(sameAs(divide(product(over), product(under)), u))
    }
  })
})

test.each([
  ['0.5*x', 'x/2'],
  ['1/4*x*y', 'x*y/4'],
  ['x^0.5', 'sqrt(x)'],
  ['sin(0.5*(x + 1))^2', 'sin((x + 1)/2)^2'],
])('numbers are spelled as rewrites have them: %s', (formula, expected) => {
  expect(spelled(parse(formula))).toEqual(parse(expected))
})

test.each(['x + 1 - min(x, 0)^2/(min(x, 0) - 1)', 'max(x, y)/(1 + max(x, y))', 'max(x, 1) - x'])(
  'cases: %s',
  (formula) => {
    const u = parse(formula)
    const cases = casesOf(u)
    if (!cases) throw new Error('there are cases')
    expect(sameAs(call('piecewise', [cases.yes, cases.question, cases.no]), u)).toBe('equal')
  },
)

describe('as written where nothing is too large or too small', () => {
  const u = parse('sqrt(x*x + y*y)')
  const names = ['x', 'y']
  const points = [
    [3, 4],
    [1e200, 1e200],
    [1e-200, 1e-200],
    [1e-200, 1],
  ] as const
  const other = parse('abs(x)*sqrt(1 + (y/x)^2)')
  const form = asWritten(u, other, names, samplesOf(u, names, points)) as Expr

  test.each([
    [[3, 4], u],
    [[1e200, 1e200], other],
    [[1e-200, 1e-200], other],
    [[1e-200, 1], u],
  ] as const)('%s', (at, expected) => {
    const chosen = freeSymbols(form).length > 0 && form.kind === 'call' ? form.args : []
    const [first, question, last] = chosen as [Expr, Expr, Expr]
    expect([first, last]).toEqual([u, other])
    const isFirst = truth(call('piecewise', [parse('1'), question, parse('0')]), spot(names, at)) === 1
    expect(isFirst ? u : other).toBe(expected)
  })
})

describe('what is asked before another form stands', () => {
  test('nothing that follows', () => {
    const u = parse('y/(2*z*z - y*t)')
    const form = guarded(parse('1/(2*z*(z/y) - t)'), u)
    // only y ≠ 0 is new, and where z²/y is asked for, it is not the denominator once more
    expect(form?.kind === 'call' && form.args[1]).toEqual(parse('y != 0'))
  })

  test('a domain that is larger', () => {
    const form = guarded(parse('acosh(x)'), parse('log(x - sqrt(x^2 - 1))'))
    expect(form?.kind === 'call' && form.head).toBe('piecewise')
  })
})

describe('how sure it is that the form is the formula', () => {
  test.each([
    ['sqrt(x + 1) - sqrt(x)', 'proved'],
    ['x + 1 - min(x, 0)^2/(min(x, 0) - 1)', 'proved'],
    ['x', 'proved'],
    ['1/x - 1/tan(x)', 'nearly'],
  ])('%s', (formula, expected) => {
    expect(stable(parse(formula), { effort: { rounds: 2, forms: 200 } }).equal).toBe(expected)
  })
})
