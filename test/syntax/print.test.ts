import { describe, expect, test } from 'vitest'
import { readDecimal } from '../../src/expression/decimal.ts'
import { call, type Expr, integer, type NumberNode, numeral, symbol } from '../../src/expression/expr.ts'

const decimal = (text: string): NumberNode => numeral(readDecimal(text))

import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { bracketed, parse, print } from '../../src/syntax/index.ts'
import { cases } from '../support/cases.ts'

describe('terms are printed as people write them', () => {
  test.each(cases('print'))('$input', ({ input, answer }) => {
    const u = parse(input, { notation: 'plain' })
    expect(print(u)).toBe(input)
    expect(print(u, 'latex')).toBe(answer)
    expect(parse(answer, { notation: 'latex' })).toEqual(u)
  })
})

test('every function is printed and read back under its name', () => {
  for (const row of [...PRIMITIVES, ...DEFINITIONS, ...CURVES]) {
    const u = call(row.name, row.letters.map(symbol))
    expect(parse(print(u))).toEqual(u)
    expect(parse(print(u, 'latex'))).toEqual(u)
  }
})

describe('numerals', () => {
  test.each([
    ['1e-30', '1e-30'],
    ['1e-20', '0.00000000000000000001'],
    ['123e20', '12300000000000000000000'],
    ['123e21', '123e21'],
    ['0.10', '0.1'],
    ['1e10000', '1e10000'],
    ['1.5e-9999', '15e-10000'],
    ['0', '0'],
  ])('%s is printed %s', (text, printed) => {
    expect(print(decimal(text))).toBe(printed)
    expect(parse(printed)).toEqual(decimal(text))
  })

  test('of many digits are printed exactly', () => {
    const digits = '123456789'.repeat(500)
    expect(print(decimal(`0.${digits}`))).toBe(`0.${digits}`)
    expect(print(integer(BigInt(digits)))).toBe(digits)
  })
})

test('brackets in full leave nothing to rules of precedence', () => {
  expect(bracketed(parse('-2x^2y/3 + 1'))).toBe('(-((2*(x^2)*y)/3))+1')
})

test('shared parts are printed once', () => {
  let u: Expr = symbol('x')
  for (let n = 0; n < 14; n += 1) u = call('add', [u, u])
  expect(print(u).length).toBeGreaterThan(2 ** 14)
  expect(print(u)).toBe(print(u))
})
