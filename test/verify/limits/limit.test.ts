/** Limits that are known: textbooks, Gruntz's own examples, cancellations, undefinedness, parameters. */
import { describe, expect, test } from 'vitest'
import { freeSymbols } from '../../../src/expression/expr.ts'
import { parse } from '../../../src/syntax/index.ts'
import { compareNormalForms } from '../../../src/verify/normal-form/normal-form.ts'
import { found, knownLimits, textOf, valueIn } from '../../support/limits.ts'

const WORK = 1_000_000

describe('known limits', () => {
  test.each(knownLimits().map((known) => [known.input, known] as const))('%s', (_, known) => {
    const limit = found(known.of, known.to, known.side, known.assuming)
    const value = valueIn(limit)
    const isSame =
      typeof value === 'string' || typeof known.is === 'string'
        ? value === known.is
        : compareNormalForms(value, known.is, known.assuming, WORK).outcome === 'equal'
    expect(isSame, `${textOf(value)} instead of ${textOf(known.is)}`).toBe(true)
    if (known.from) expect(limit).toMatchObject({ from: known.from })
  })
})

describe('what is not decided', () => {
  test.each([
    ['a*x', 'a'],
    ['e^(-b*x)', 'b'],
    ['x^n', 'n'],
    ['1/(a*x)', 'a'],
  ])('%s: the sign that decides is named', (formula, letter) => {
    const limit = found(formula, 'infinity')
    expect(limit.kind).toBe('unknown')
    expect(limit.kind === 'unknown' && limit.decides && freeSymbols(limit.decides)).toEqual([letter])
  })

  test('assumptions about the variable are not used', () => {
    expect(found('sqrt(x)', 0, undefined, ['x > 0']).kind).toBe('none')
    expect(found('x', 'infinity', undefined, ['x < 5'])).toEqual({ kind: 'infinite', sign: 1 })
  })

  test('a number that may be undefined', () => {
    expect(found('x + log(a)', 0).kind).toBe('unknown')
    expect(found('x + 0*log(a)', 0).kind).toBe('unknown')
    expect(found('x + log(a)', 0, undefined, ['a > 0']).kind).toBe('finite')
    expect(found('x', parse('sqrt(a)')).kind).toBe('unknown')
    expect(found('x', parse('sqrt(a)'), undefined, ['a >= 0']).kind).toBe('finite')
  })

  test('work runs out instead of time', () => {
    const deep = Array.from({ length: 40 }).reduce<string>((u) => `sin(x + ${u})`, 'x')
    expect(['finite', 'unknown']).toContain(found(deep, 0).kind)
  })
})
