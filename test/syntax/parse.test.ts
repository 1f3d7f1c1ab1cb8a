import { describe, expect, test } from 'vitest'
import { same } from '../../src/expression/expr.ts'
import { bracketed, parse, print, safeParse } from '../../src/syntax/index.ts'
import { cases } from '../support/cases.ts'

const readings = cases('parse')

test('there are enough formulas', () => {
  expect(readings.length).toBeGreaterThanOrEqual(80)
})

describe('formulas are read as stated', () => {
  test.each(readings)('$input', ({ input, answer }) => {
    const u = parse(input)
    expect(bracketed(u)).toBe(answer)
    expect(same(parse(answer), u)).toBe(true)
    expect(same(parse(print(u)), u)).toBe(true)
    expect(same(parse(print(u, 'latex')), u)).toBe(true)
  })
})

describe('safeParse', () => {
  test('gives the term or the error', () => {
    expect(safeParse('2x')).toEqual({ ok: true, expr: parse('2x') })
    const result = safeParse('2x)')
    expect(result.ok ? '' : result.error.code).toBe('E104')
  })

  test('in the notation asked for', () => {
    const plain = safeParse('\\alpha', { notation: 'plain' })
    expect(plain.ok ? '' : plain.error.code).toBe('E106')
    expect(parse('{x}', { notation: 'latex' })).toEqual(parse('x'))
  })
})
