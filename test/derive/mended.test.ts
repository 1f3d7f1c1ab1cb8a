/** Formulas that were once derived wrongly, refused by the checker or answered too strongly. */
import { expect, test } from 'vitest'
import { evaluate } from '../../src/derive/evaluate.ts'
import { differentiate, type Route } from '../../src/derive/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { print } from '../../src/syntax/print.ts'

type Case = readonly [formula: string, order: number, route: Route]

const ACCEPTED: readonly Case[] = [
  ['asinh((pi + x/x)*0)', 1, 'reciprocal'],
  ['log(sqrt(x))', 1, 'reciprocal'],
  ['x*sin(x)', 1, 'logarithmic'],
  ['x^2*sqrt(x + 1)', 1, 'logarithmic'],
  ['log(sqrt(x))', 2, 'reciprocal'],
  ['sqrt(x/x)', 2, 'reciprocal'],
  ['sqrt(x)/sqrt(x)', 2, 'product'],
  ['max(6, sqrt(x))', 2, 'reciprocal'],
  ['min(x^(2/3), sqrt(a))', 2, 'reciprocal'],
  ['|asec(x)|', 2, 'reciprocal'],
  ['log(acsc(x))', 2, 'reciprocal'],
  ['acosh({x if x < 6 else a})', 2, 'reciprocal'],
  ['sqrt(sign(x)^-1)', 2, 'reciprocal'],
  ['(x/acos(x))^-3', 2, 'quotient'],
  ['{0 if x <= -3 else x}*max(a^(-3^-2), x^a)', 1, 'reciprocal'],
]

/** A border that is itself defined by cases: not carried below a second derivative. */
const REFUSED: Case = ['{a if x < acot(x)}', 2, 'reciprocal']

const accepted = ([formula, order, route]: Case): boolean =>
  verify(differentiate(formula, { variable: 'x', order, route })).ok

test.each(ACCEPTED)('%s, order %i, route %s is accepted', (...row) => expect(accepted(row)).toBe(true))

test.fails('a border by cases is not carried below a second derivative', () =>
  expect(accepted(REFUSED)).toBe(true))

test.each(['x/(-0/x)', 'asec((x - x)/x)', 'x/(x - x)'])('%s is defined nowhere', (formula) => {
  expect(() => differentiate(formula, { variable: 'x' })).toThrow(expect.objectContaining({ code: 'E406' }))
})

const steps = (formula: string, route?: Route): number =>
  differentiate(formula, { variable: 'x', ...(route ? { route } : {}) }).steps.length

/** The default sees a quotient that stands in a definition. */
test.each(['tanhexp(x)', 'hill(x, x, x, x)', 'atan(tanhexp(x))'])(
  'the default on %s is the shortest',
  (formula) => {
    expect(steps(formula)).toBeLessThanOrEqual(steps(formula, 'product'))
  },
)

/** These have derivatives at 0: 0, 1, 1 and 0. Only the formula found for them has none there: that says nothing. */
test.each(['sqrt(x^4)', '(x^(1/3))^3', 'cbrt(x^3)', 'cbrt(x)^4'])(
  'the derivative of %s at 0 is not called undefined',
  (formula) => {
    expect(evaluate(`f(x) = ${formula}; f'(0)`).verdict).not.toBe('undefined')
  },
)

/** No condition that is true nowhere: the derivative of x is 1. */
test.each(['min(x, x)', 'max(x, x)', '{x if x >= x else 0}'])(
  'the derivative of %s holds somewhere',
  (formula) => {
    const conditions = differentiate(formula).conditions.map((c) => print(c))
    expect(conditions).not.toContain('x != x')
  },
)

/** Where a branch is not chosen its division by 0 does no harm; acot 0 is pi/2. */
test.each(['{1/0 if x > 1 else x}', 'x*acot(0)', 'a^a + log2(x)*acot(0)/x'])(
  '%s is not said to be defined nowhere',
  (formula) => {
    expect(() => differentiate(formula, { variable: 'x' })).not.toThrow()
  },
)
