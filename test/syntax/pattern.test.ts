import { describe, expect, test } from 'vitest'
import { call, derivative, symbol } from '../../src/expression/expr.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { parsePattern as trustedPattern } from '../../src/rules/pattern.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { parsePattern } from '../support/full-pattern.ts'

const [u, v, x] = ['u', 'v', 'x'].map(symbol) as [never, never, never]

describe('forms of rule tables', () => {
  test('D(u) is the derivative by x', () => {
    expect(parsePattern('D(u)')).toEqual(derivative(u, x))
    expect(parsePattern('D(u, v)')).toEqual(derivative(u, v))
  })

  test('lists and questions are calls', () => {
    expect(parsePattern('sum(u_)')).toEqual(call('sum', [symbol('u_')]))
    expect(parsePattern('prod(u, v)')).toEqual(call('prod', [u, v]))
    for (const head of ['defined', 'continuous', 'interior']) {
      expect(parsePattern(`${head}(u)`)).toEqual(call(head, [u]))
    }
  })

  test('a letter can stand for a condition', () => {
    expect(parsePattern('{u if c and d else v}')).toEqual(
      call('piecewise', [u, call('and', [symbol('c'), symbol('d')]), v]),
    )
  })

  test('run-together letters are one letter', () => {
    expect(parsePattern('uv')).toEqual(symbol('uv'))
  })

  test.each([
    ['2u', 'E105'],
    ['u v', 'E105'],
    ['u(v)', 'E110'],
    ['sin u', 'E105'],
    ['foo(u)', 'E110'],
    ['sin(u, v)', 'E111'],
    ["u'", 'E105'],
  ])('nothing may be left out: %s', (form, code) => {
    expect(() => parsePattern(form)).toThrow(expect.objectContaining({ code }))
  })

  test('every form of the function tables is read as the trusted core reads it', () => {
    for (const row of PRIMITIVES) {
      const conditions = [...row.domain, ...row.interior, ...row.range, ...(row.differentiable ?? [])]
      for (const form of [...conditions, ...row.values.flat(), row.derivative ?? row.reciprocal ?? '0']) {
        expect(parse(print(parsePattern(form)))).toEqual(parsePattern(form))
        expect(parsePattern(form)).toEqual(trustedPattern(form))
      }
    }
    for (const { form } of [...DEFINITIONS, ...CURVES]) {
      expect(print(parse(form))).toBe(print(parsePattern(form)))
    }
  })

  test('every form of the rule tables is read as the trusted core reads it', () => {
    for (const { form, provided = [] } of RULE_TABLES.flatMap((table) => table.rules)) {
      for (const part of [...form.split(/<=>|=>/), ...provided]) {
        expect(trustedPattern(part)).toEqual(parsePattern(part.trim()))
      }
    }
  })
})
