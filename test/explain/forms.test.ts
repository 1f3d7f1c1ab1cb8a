/** Candidates for other forms: general transformations that keep the value. */
import { describe, expect, test } from 'vitest'
import { throughOthers, writtenOut } from '../../src/explain/forms/through.ts'
import { turned } from '../../src/explain/forms/turned.ts'
import { mentions } from '../../src/expression/expr.ts'
import { compare, type Expr, parse, print } from '../../src/index.ts'

const FORMULAS = [
  '1/(1+e^-x)',
  'e^-x/(1+e^-x)^2',
  '(e^x+e^-x)/(e^x-e^-x)',
  'a*x^n/(k^n+x^n)',
  'x/(1+x^2)',
  '(1-x^2)/(1+x^2)^2',
  'a/(1+b*e^(-r*x))',
  '1/(2*(1+e^-x)^3*x)',
  '-1/(x+1)',
  'tanh(x)',
  'sin(x)^2',
]

const isEqual = (u: Expr, v: Expr): void =>
  expect([print(v), compare(u, v).verdict]).toEqual([print(v), 'equal'])

describe('turned', () => {
  test.each(FORMULAS)('%s keeps its value', (formula) => {
    const u = parse(formula)
    for (const form of turned(u, 'x')) isEqual(u, form)
  })

  test('by what depends on the variable, in every sum below the line', () => {
    const forms = (formula: string): string[] => turned(parse(formula), 'x').map((form) => print(form))
    expect(forms('a/(1+b*e^(-r*x))')).toEqual(['a*e^(r*x)/(e^(r*x) + b)'])
    expect(forms('x/(1+x^2)')).toContain('1/(1/x + x)')
    expect(forms('1/(a+b)')).toEqual([])
    expect(forms('x^2')).toEqual([])
  })

  test('without signs in front of both sums', () => {
    const forms = turned(parse('(e^x+e^-x)/(e^x-e^-x)'), 'x').map((form) => print(form))
    expect(forms).toContain('(e^(2*x) + 1)/(e^(2*x) - 1)')
  })
})

describe('through other functions', () => {
  test.each(FORMULAS)('%s: what is found has one function of the variable', (formula) => {
    for (const form of throughOthers(parse(formula), 'x', () => false)) {
      const heads = new Set<string>()
      const visit = (v: Expr): void => {
        if (v.kind !== 'call') return
        if (!['add', 'multiply', 'divide', 'negate', 'power', 'sqrt'].includes(v.head) && mentions(v, 'x'))
          heads.add(print(v))
        else for (const arg of v.args) visit(arg)
      }
      visit(form)
      expect([print(form), heads.size]).toEqual([print(form), 1])
    }
  })

  test('the sigmoid through tanh, its derivative through cosh', () => {
    const forms = (formula: string): string[] =>
      [...throughOthers(parse(formula), 'x', () => false)].map((form) => print(form))
    expect(forms('1/(1+e^-x)')).toContain('(1 + tanh(x/2))/2')
    expect(forms('e^-x/(1+e^-x)^2')).toContain('1/(4*cosh(x/2)^2)')
  })

  test('nothing when time is up', () => {
    expect([...throughOthers(parse('1/(1+e^-x)'), 'x', () => true)]).toEqual([])
  })
})

test('written out: definitions and hyperbolic functions by exponentials', () => {
  isEqual(parse('sigmoid(x)*tanh(x)'), writtenOut(parse('sigmoid(x)*tanh(x)')))
  expect(print(writtenOut(parse('sigmoid(x)')))).toBe('1/(1 + e^-x)')
})
