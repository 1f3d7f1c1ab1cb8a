/** Simplifying: replayed, true at points, defined where the formula is, and nothing left to do. */
import { describe, expect, test } from 'vitest'
import { simplify } from '../../src/derive/simplify.ts'
import { measure } from '../../src/derive/simplify-measure.ts'
import { verify } from '../../src/derive/verify.ts'
import { Canon } from '../../src/expression/canonical.ts'
import { type Expr, freeSymbols, same } from '../../src/expression/expr.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { tryClaim } from '../support/claims.ts'
import { isValue, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

/** Where the formula has a value, the form has one. */
function losesPoints(from: Expr, to: Expr): boolean {
  const random = new Random(5)
  for (let i = 0; i < 25; i += 1) {
    const at = Object.fromEntries(freeSymbols(from).map((name) => [name, random.rational()]))
    if (isValue(valueAt(from, at)) && !isValue(valueAt(to, at))) return true
  }
  return false
}

const EXPECTED: readonly (readonly [string, string, string])[] = [
  ['sin(x)^2 + cos(x)^2', '1', ''],
  ['(x^2-1)/(x-1)', 'x + 1', 'x != 1'],
  ['x/x', '1', 'x != 0'],
  ['e^-0 - 0*e^-0', '1', ''],
  ['sqrt(x^2)', '|x|', ''],
  ['e^x*e^-x', '1', ''],
  ['(a+b)^2 - a^2 - 2*a*b - b^2', '0', ''],
  ['log(e^x)', 'x', ''],
  ['x + x', '2*x', ''],
  ['tanh(x)*cosh(x)', 'sinh(x)', ''],
  ['(e^x - e^-x)/(e^x + e^-x)', 'tanh(x)', ''],
  ['1 - tanh(x)^2', '1/cosh(x)^2', ''],
  ['cosh(x)^2 - sinh(x)^2', '1', ''],
  ['1/(1 + 1/(1 + 1/x))', '(x + 1)/(2*x + 1)', 'x != 0; x != -1'],
  ['(x^2+3x+2)/(x+1)', 'x + 2', 'x != -1'],
  ['(x^3-1)/(x-1)', 'x^2 + x + 1', 'x != 1'],
  ['1/(x-1) + 1/(1-x)', '0', 'x != 1'],
  ['(a^2 + 2*a*b + b^2)/(a + b)', 'a + b', 'a + b != 0'],
  ['(e^(2*x) + 2*e^x + 1)/(e^x + 1)', 'e^x + 1', ''],
  ['sqrt(x^2 + 2*x + 1)', '|x + 1|', ''],
  ['2*sin(x)*cos(x)', 'sin(2*x)', ''],
  ['5 - 5*cos(x)^2', '5*sin(x)^2', ''],
  ['sqrt(12) + sqrt(27)', '5*sqrt(3)', ''],
  ['0*log(x)', '0', 'x > 0'],
  ['1/(1+e^-x)', '1/(1 + e^-x)', ''],
  ['sin(x)^2*sin(y)^2 + sin(x)^2*cos(y)^2 + cos(x)^2', '1', ''],
]

describe('what a person would write', () => {
  test.each(EXPECTED)('%s is %s', (formula, form, conditions) => {
    const derivation = simplify(formula)
    expect(verify(derivation)).toEqual({ ok: true })
    expect(print(derivation.to)).toBe(print(parse(form)))
    expect(derivation.conditions.map((c) => print(c)).join('; ')).toBe(conditions)
  })

  test('what is assumed is used', () => {
    expect(print(simplify('sqrt(x^2)', { assuming: ['x > 0'] }).to)).toBe('x')
  })

  test('a form that is undefined where the formula is defined is no answer', () => {
    const { to } = simplify('log(x^2)')
    expect(losesPoints(parse('log(x^2)'), to)).toBe(false)
  })
})

test.each([1, 2])('random formulas, batch %i', (batch) => {
  const random = new Random(60 + batch)
  const wrong: string[] = []
  for (let i = 0; i < 24; i += 1) {
    const u = randomTerm(random, 3 + (i % 12), { letters: ['x', 'a'] })
    const derivation = simplify(u)
    if (!verify(derivation).ok) wrong.push(`refused: ${print(u)}`)
    if (tryClaim(derivation, random, 8, 60).counterexample) wrong.push(`false: ${print(u)}`)
    if (losesPoints(u, derivation.to)) wrong.push(`loses points: ${print(u)}`)
    if (measure(derivation.to) > measure(u) + 6) wrong.push(`grows: ${print(u)}`)
    const again = simplify(derivation.to)
    if (!same(again.to, derivation.to)) wrong.push(`goes on: ${print(u)}`)
    if (new Canon(isTotal).same(u, derivation.to) && derivation.conditions.length > 0)
      wrong.push(`carries: ${print(u)}`)
  }
  expect(wrong).toEqual([])
})
