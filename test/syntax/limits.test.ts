import { describe, expect, test } from 'vitest'
import { call, derivative, type Expr, symbol } from '../../src/expression/expr.ts'
import { read, safeParse } from '../../src/syntax/index.ts'

const notations = ['plain', 'latex'] as const

function heightOf(u: Expr): number {
  let height = 0
  for (let level: readonly Expr[] = [u]; level.length > 0; height += 1) {
    level = level.flatMap((v) => (v.kind === 'call' ? v.args : []))
  }
  return height
}

describe('long texts are read', () => {
  test.each(notations)('a sum of 100,000 terms, %s', (notation) => {
    const { expr } = read(Array(100_000).fill('x').join('+'), { notation })
    expect(expr).toMatchObject({ head: 'add', size: 100_001 })
  })

  test.each([
    ['a product of 60,000 factors', 'x '.repeat(60_000)],
    ['a quotient of many factors', `1/2${' x'.repeat(60_000)}`],
    ['many bars', '|x|'.repeat(40_000)],
    ['250 brackets', `${'('.repeat(250)}x${')'.repeat(250)}`],
    ['250 roots', `${'sqrt('.repeat(250)}x${')'.repeat(250)}`],
    ['many cases', `{${'x if x > 0 else '.repeat(5_000)}1}`],
    ['many numbers', '12345.6789 + '.repeat(9_000).concat('1')],
    ['long names', `${'a'.repeat(90_000)}${'1'.repeat(90_000)}b`],
  ])('%s', (_, text) => {
    expect(safeParse(text).ok).toBe(true)
  })
})

const repeated = (unit: string, times: number, rest = ''): string => unit.repeat(times) + rest

describe('what would be too large or too high is refused', () => {
  test.each([
    ['1 MB of brackets', repeated('(', 1_000_000), 'E109'],
    ['200,000 brackets', repeated('(', 200_000), 'E112'],
    ['bars', repeated('|', 150_000), 'E112'],
    ['braces', repeated('{', 150_000), 'E112'],
    ['signs', repeated('-', 150_000, 'x'), 'E112'],
    ['a tower', repeated('x^', 80_000, 'x'), 'E112'],
    ['quotients', repeated('x/', 80_000, 'x'), 'E112'],
    ['powers in brackets', `${repeated('(', 450)}x${repeated('^2)', 450)}`, 'E112'],
    ['functions', repeated('sin ', 40_000, 'x'), 'E112'],
    ['roots', repeated('√', 80_000, 'x'), 'E112'],
    ['primes', `sin${repeated("'", 100_000)}(x)`, 'E112'],
    ['derivatives', repeated('d/dx ', 30_000, 'x'), 'E112'],
    ['fractions', repeated('\\frac{', 30_000), 'E112'],
    ['fractions of d', repeated('\\frac{d', 25_000), 'E112'],
    ['cases in cases', repeated('\\begin{cases}', 10_000), 'E112'],
    ['long numbers', repeated(`${'9'.repeat(9_000)} + `, 20, '1'), 'E108'],
    ['great exponents', repeated('1e9999 + ', 20_000, '1'), 'E108'],
    ['small exponents', repeated('1e-9999 + ', 18_000, '1'), 'E108'],
    ['10^400000 digits', '1e400000', 'E108'],
    [
      'definitions that double',
      Array.from({ length: 60 }, (_, n) => `a${n} = ${n ? `a${n - 1} + a${n - 1}` : 'x'}`)
        .concat('a59')
        .join('; '),
      'E123',
    ],
    ['a function of itself', `f(x) = x + x; ${repeated('f(', 200)}x${repeated(')', 200)}`, 'E123'],
    ['a high function of itself', `f(x) = 1/(1+x); ${repeated('f(', 250)}x${repeated(')', 250)}`, 'E112'],
  ])('%s', (_, text, code) => {
    const result = safeParse(text)
    expect(result.ok ? 'read' : result.error.code).toBe(code)
  })

  test('terms are at most 400 levels high', () => {
    const quotients = (n: number) => safeParse(repeated('x/', n, 'x'))
    const high = quotients(399)
    expect(high.ok && heightOf(high.expr)).toBe(400)
    expect(quotients(400).ok).toBe(false)
  })
})

describe('names from JavaScript are names like others', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'then'])('%s', (name) => {
    expect(safeParse(name)).toEqual({ ok: true, expr: symbol(name) })
    expect(safeParse(`${name}(x) = x; ${name}(y)`)).toEqual({ ok: true, expr: symbol('y') })
    expect(safeParse(`D(${name}, ${name})`)).toEqual({
      ok: true,
      expr: derivative(symbol(name), symbol(name)),
    })
    expect(safeParse(`\\mathrm{${name}} + 1`).ok).toBe(true)
    expect(safeParse(`\\${name}`).ok).toBe(false)
    expect(safeParse(`log_${name}(x)`)).toEqual({
      ok: true,
      expr: call('logb', [symbol('x'), symbol(name)]),
    })
  })
})
