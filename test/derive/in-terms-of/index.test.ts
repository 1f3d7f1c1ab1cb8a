/** Formulas through functions: the forms of textbooks, each with a derivation that the checker accepts. */
import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/decide/index.ts'
import {
  inTermsOf,
  type SelfReferential,
  selfReferential,
  type Through,
} from '../../../src/derive/in-terms-of/index.ts'
import { differentiate } from '../../../src/derive/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { Canon } from '../../../src/expression/canonical.ts'
import { OgeeError } from '../../../src/expression/error.ts'
import { derivative, type Expr, same, substitute, symbol } from '../../../src/expression/expr.ts'
import { isTotal } from '../../../src/rules/forms.ts'
import { asExpr } from '../../../src/syntax/formula.ts'
import { print } from '../../../src/syntax/print.ts'
import { FOUNDING, UNNAMED } from './founding.ts'

const alike = (u: Expr, v: string): boolean => new Canon(isTotal).same(u, asExpr(v))

function found(f: string, variable = 'x', order = 1): SelfReferential {
  const result = selfReferential(f, { variable, order })
  if ('verdict' in result) throw new Error(`${f}: ${result.reason}`)
  return result
}

function through(formula: string | Expr, f: string | string[], options = {}): Through {
  const result = inTermsOf(formula, f, options)
  if ('verdict' in result) throw new Error(result.reason)
  expect(verify(result)).toEqual({ ok: true })
  expect(verify(JSON.parse(JSON.stringify(result)))).toEqual({ ok: true })
  return result
}

describe.each([...FOUNDING, ...UNNAMED])('%s', (f, form) => {
  test(`has the derivative ${form}`, () => {
    const result = found(f)
    expect(print(result.form)).toSatisfy(() => alike(result.form, form))
    const { derivation, letter } = result
    expect(verify(derivation)).toEqual({ ok: true })
    expect(verify(JSON.parse(JSON.stringify(derivation)))).toEqual({ ok: true })
    expect(same(derivation.from, derivative(asExpr(f), symbol('x')))).toBe(true)
    expect(same(derivation.to, substitute(result.form, new Map([[letter, asExpr(f)]])))).toBe(true)
  })

  test('whatever the letters are called', () => {
    const names = new Map(['x', 'a', 'b', 'c', 'k', 'n'].map((name) => [name, symbol(`${name}_0`)]))
    const result = selfReferential(substitute(asExpr(f), names), { variable: 'x_0' })
    if ('verdict' in result) throw new Error(result.reason)
    expect(same(result.form, substitute(found(f).form, names))).toBe(true)
  })
})

test.each([
  ['sigmoid(x)', '1/(1 + e^-x)'],
  ['softplus(x)', 'log(1 + e^x)'],
  ['tanhexp(x)', '(e^x - e^-x)/(e^x + e^-x)'],
  ['gompertz(x, a, b, c)', 'a*e^(-b*e^(-c*x))'],
  ['hill(x, a, k, n)', 'a*x^n/(k^n + x^n)'],
  ['swish(x)', 'x/(1 + e^-x)'],
  ['sech(x)', '1/cosh(x)'],
])('%s is as good as its definition', (name, typed) => {
  expect(same(found(name).form, found(typed).form)).toBe(true)
})

describe('through another function, or two', () => {
  test('the derivative of softplus is the sigmoid', () => {
    const { form } = through(differentiate('log(1+e^x)').to, '1/(1+e^-x)', { name: 's' })
    expect(print(form)).toBe('s')
  })
  test('the derivative of swish through swish and the sigmoid', () => {
    const { form, letters } = through(differentiate('x/(1+e^-x)').to, ['x/(1+e^-x)', '1/(1+e^-x)'], {
      name: ['f', 's'],
    })
    expect(letters).toEqual(['f', 's'])
    expect(alike(form, 'f + s*(1 - f)')).toBe(true)
  })
  test.each([
    ['w', '(s - y)*x'],
    ['b', 's - y'],
  ])('the gradient of the logistic loss by %s', (variable, form) => {
    const s = '1/(1 + e^-(w*x + b))'
    const loss = `-(y*log(${s}) + (1 - y)*log(1 - ${s}))`
    const result = through(differentiate(loss, { variable }).to, s, { variable, name: 's' })
    expect(alike(result.form, form)).toBe(true)
  })
  test.each([
    ["sigmoid'(x)", 'sigmoid(x)', 'f - f^2'],
    ["sigmoid''(x)", '1/(1 + e^-x)', 'f - 3*f^2 + 2*f^3'],
    ["sigmoid'(x)/sigmoid(x)", 'sigmoid(x)', '1 - f'],
  ])('%s through %s', (formula, f, form) => {
    const result = through(formula, f)
    expect(compare(result.form, form).verdict).toBe('equal')
    expect(same(result.from, asExpr(formula))).toBe(true)
  })
  test('a form that is no derivative', () => {
    expect(alike(through('e^(2*x)/(1+e^x)^2', '1/(1+e^-x)').form, 'f^2')).toBe(true)
    expect(alike(through('log(x)/(1+log(x))', 'log(x)').form, 'f/(1 + f)')).toBe(true)
    expect(alike(through('cos(2*x)', 'sin(x)').form, '1 - 2*f^2')).toBe(true)
  })
})

describe('what is not found', () => {
  test.each([
    ['x', 'y'],
    ['cos(x)', 'e^x'],
    ['erf(x)', 'x^2'],
  ])('%s through %s', (formula, f) => {
    expect(inTermsOf(formula, f, { variable: 'x' })).toHaveProperty('verdict', 'unknown')
  })
  test('a function with no simpler derivative', () => {
    expect(selfReferential('sin(x)')).toHaveProperty('verdict', 'unknown')
  })
  test('orders out of range', () => {
    for (const order of [0, 1.5, 21]) expect(() => selfReferential('x^2', { order })).toThrow(OgeeError)
  })
})

test('letters do not clash with those of the formula', () => {
  const result = found('f/(1 + g*e^(-x))')
  expect(['f', 'g', 'x']).not.toContain(result.letter)
  expect(alike(result.form, `${result.letter}*(1 - ${result.letter}/f)`)).toBe(true)
})
