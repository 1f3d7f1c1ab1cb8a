/** Expansions: Taylor's coefficients are the derivatives' values; others by products and known forms. */
import { describe, expect, test } from 'vitest'
import { type Series, type SeriesOptions, series } from '../../src/analyse/series.ts'
import { verify } from '../../src/analyse/verify.ts'
import { compare } from '../../src/derive/compare.ts'
import { differentiate } from '../../src/derive/index.ts'
import { divide, type Expr, integer, multiply, raise, substitute, sumOf } from '../../src/expression/expr.ts'
import { parse, print } from '../../src/syntax/index.ts'

function sumIn(found: Series): Expr {
  if (found.verdict !== 'series') throw new Error(found.reason)
  expect(verify(found.certificate).ok).toBe(true)
  const { quantity, terms } = found
  return sumOf(terms.map(({ coefficient, exponent }) => multiply(coefficient, raise(quantity, exponent))))
}

const FACTORIALS = [1, 1, 2, 6, 24, 120]

describe('coefficients are the values of derivatives', () => {
  test.each([
    ['1/(1 + e^-x)', '0'],
    ['1/(1 + e^-x)', '1'],
    ['tanh(x)', '0'],
    ['log(1 + e^x)', '0'],
    ['x/(1 + e^-x)', '-1'],
    ['e^(-x^2/2)', '1'],
    ['atan(x)', '2'],
    ['sqrt(1 + x)', '0'],
    ['erf(x)', '1/2'],
    ['sin(x)*e^x', 'pi'],
    ['x^x', '1'],
    ['asin(x)', '1/2'],
    ['erfinv(x)', '1/3'],
    ['a*e^(-b*e^(-c*x))', '0'],
    ['e^(k*x)', 'm'],
  ])('%s at %s', (formula, at) => {
    const found = series(formula, { variable: 'x', at, order: 4 })
    if (found.verdict !== 'series') throw new Error(found.reason)
    expect(verify(found.certificate).ok).toBe(true)
    for (let k = 0; k < 4; k += 1) {
      const derivative = k === 0 ? parse(formula) : differentiate(formula, { variable: 'x', order: k }).to
      const value = divide(
        substitute(derivative, new Map([['x', parse(at)]])),
        integer(FACTORIALS[k] as number),
      )
      const coefficient = found.terms.find(({ exponent }) => print(exponent) === String(k))?.coefficient
      expect(compare(coefficient ?? integer(0), value).verdict, `${k}`).toBe('equal')
    }
  })
})

describe('sums', () => {
  test.each([
    ['1/(1 + e^-x)', {}, '1/2 + x/4 - x^3/48 + x^5/480'],
    ['tan(x)', {}, 'x + x^3/3 + 2*x^5/15'],
    ['1/sin(x)', { order: 4 }, '1/x + x/6 + 7*x^3/360'],
    ['e^x', { at: 1, order: 3 }, 'e + e*(x - 1) + e/2*(x - 1)^2'],
    ['sqrt(x)*e^x', { side: 'right', order: 2 }, 'sqrt(x) + x^(3/2)'],
    ['sqrt(1 - x)', { at: 1, side: 'left' }, 'sqrt(1 - x)'],
    ['abs(x)', { side: 'left' }, '-x'],
    ['log(x)/x', { side: 'right', order: 2 }, 'log(x)/x'],
    ['sqrt(x^2 + x)', { at: 'infinity', order: 2 }, 'x + 1/2 - 1/(8*x)'],
    ['sqrt(x^2 + x)', { at: '-infinity', order: 2 }, '-x - 1/2 + 1/(8*x)'],
    ['e^(-1/x)', { side: 'right' }, '0'],
    ['1/(1 + e^-x)', { at: 'infinity', order: 3 }, '1'],
    ['x^3 - 2*x + 1', { at: 2, order: 9 }, '5 + 10*(x - 2) + 6*(x - 2)^2 + (x - 2)^3'],
    ["sigmoid'(x)", { order: 4 }, '1/4 - x^2/16'],
    ['log(a + x)', { variable: 'x', order: 2, assuming: ['a > 0'] }, 'log(a) + x/a'],
  ] as const)('%s %j', (formula, options, is) => {
    const assuming = [...('assuming' in options ? options.assuming : []), ...nearOf(options)]
    expect(compare(sumIn(series(formula, options)), is, { assuming }).verdict).toBe('equal')
  })
})

/** Where the sum is compared. */
function nearOf({ at = 0, side }: SeriesOptions): string[] {
  if (at === 'infinity') return ['x > 0']
  if (at === '-infinity') return ['x < 0']
  return side ? [`x ${side === 'left' ? '<' : '>'} ${String(at)}`] : []
}

test('a sum is complete when nothing is left out', () => {
  expect(series('x^3 + 1', { order: 6 })).toMatchObject({ complete: true })
  expect(series('x^3 + 1', { order: 2 })).toMatchObject({ complete: false })
  expect(series('e^x', {})).toMatchObject({ complete: false })
  expect(series('e^(-1/x)', { side: 'right' })).toMatchObject({ complete: false })
})

test.each([
  ['abs(x)', {}],
  ['sqrt(x)', {}],
  ['e^(1/x)', { side: 'right' }],
  ['log(-x)', { side: 'right' }],
  ['x + abs(x)^5', {}],
] as const)('%s has none', (formula, options) => {
  expect(series(formula, options).verdict).toBe('none')
})

test.each([
  ['x^a', { variable: 'x', side: 'right' }],
  ['sin(1/x)', { side: 'right' }],
  ['abs(a + x)', { variable: 'x' }],
] as const)('%s is left open', (formula, options) => {
  expect(series(formula, options).verdict).toBe('unknown')
})

test.each([[1.5], [1000], [Number.NaN]])('an order of %s is refused', (order) => {
  expect(() => series('x', { order })).toThrow(expect.objectContaining({ code: 'E404' }))
})
