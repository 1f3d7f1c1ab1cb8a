/** Limits as a library: places, conditions, derivatives, reasons, certificates, budgets. */
import { describe, expect, test } from 'vitest'
import { type Limit, limit } from '../../src/analyse/limit.ts'
import { verify } from '../../src/analyse/verify.ts'
import { compare } from '../../src/derive/compare.ts'
import { CURVES } from '../../src/functions/index.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { knownLimits } from '../support/limits.ts'

const text = (found: Limit): string =>
  found.verdict === 'limit'
    ? typeof found.value === 'string'
      ? found.value
      : print(found.value)
    : found.verdict

const certified = (found: Limit): boolean => found.verdict !== 'unknown' && verify(found.certificate).ok

test('what is known is found, with a certificate', () => {
  for (const { input, of, to, side, assuming, is } of knownLimits()) {
    const found = limit(of, 'x', to, { side, assuming })
    if (is === 'unknown') {
      // What the formula needs to be defined becomes a condition of the result.
      if (found.verdict !== 'unknown') expect(found.conditions.length, input).toBeGreaterThan(0)
      continue
    }
    expect(certified(found), input).toBe(true)
    if (typeof is === 'string') expect(text(found), input).toBe(is)
    else if (found.verdict !== 'limit' || typeof found.value === 'string')
      expect(text(found), input).toBe(print(is))
    else if (found.value.size > 1 || is.size > 1)
      expect(compare(found.value, is, { assuming }).verdict, input).toBe('equal')
    else expect(print(found.value), input).toBe(print(is))
  }
}, 60_000)

describe('places', () => {
  test.each([
    ['infinity', '0'],
    ['oo', '0'],
    ['-inf', '0'],
    [Number.POSITIVE_INFINITY, '0'],
    [2, '1/2'],
    [-0.5, '-2'],
    ['pi', '1/pi'],
    [parse('a'), '1/a'],
  ])('%s', (to, is) => {
    const assuming = ['a > 0']
    expect(text(limit('1/x', 'x', to, { assuming }))).toBe(is)
  })

  test.each([['x'], ['2*x'], [Number.NaN]])('%s is none', (to) => {
    expect(() => limit('1/x', 'x', to)).toThrow(expect.objectContaining({ code: 'E404' }))
  })
})

describe('parameters', () => {
  test('what is needed to be defined becomes a condition', () => {
    const found = limit('log(a)*x/(b*x + 1)', 'x', 'infinity', { assuming: ['b > 0'] })
    expect(found.verdict === 'limit' && found.conditions.map((c) => print(c))).toEqual(['a > 0'])
    expect(certified(found)).toBe(true)
    const bell = limit('e^(-(x - m)^2/(2*s^2))', 'x', 'infinity')
    expect(bell.verdict === 'limit' && bell.conditions.map((c) => print(c))).toEqual(['s != 0'])
    expect(certified(bell)).toBe(true)
  })

  test.each([
    ['a*e^(-b*x)', 'the sign of b decides'],
    ['x^n', 'the sign of n decides'],
    ['a*x', 'the sign of a decides'],
    ['e^((a - b)*x)', 'the sign of a - b decides'],
  ])('%s: %s', (formula, reason) => {
    expect(limit(formula, 'x', 'infinity')).toMatchObject({ verdict: 'unknown', reason })
  })

  test('another letter may tend to its limit', () => {
    expect(text(limit('(1 + x/n)^n', 'n', 'infinity'))).toBe('e^x')
    expect(text(limit('((x + h)^3 - x^3)/h', 'h', 0))).toBe('3*x^2')
  })
})

describe('derivatives', () => {
  test.each([
    ["sigmoid'", 'infinity', '0'],
    ["sigmoid''/sigmoid'", '-infinity', '1'],
    ['d/dx(abs(x))', 0, 'none'],
  ])('%s at %s', (formula, to, is) => {
    const found = limit(formula, 'x', to)
    expect(text(found)).toBe(is)
    expect(certified(found)).toBe(true)
    expect(found.verdict !== 'unknown' && found.derivations.every((d) => verify(d).ok)).toBe(true)
  })
})

test('where no rule says what a derivative is, nothing is said', () => {
  expect(limit('d/dx(max(x, x))', 'x', 0).verdict).not.toBe('none')
  expect(limit('d/dx(x*log(x))', 'x', 0).verdict).toBe('unknown')
  expect(text(limit('d/dx(x*log(x))', 'x', 0, { side: 'right' }))).toBe('-infinity')
})

test('every named curve: both ends, or the sign that decides', () => {
  for (const { name, letters } of CURVES) {
    const [variable = 'x', ...parameters] = letters
    for (const to of ['infinity', '-infinity'] as const) {
      const found = limit(`${name}(${letters})`, variable, to, {
        assuming: parameters.map((p) => `${p} > 0`),
      })
      expect(found.verdict === 'unknown' ? found.reason : '', `${name} at ${to}`).not.toMatch(/too|not known/)
      if (found.verdict !== 'unknown') expect(certified(found), `${name} at ${to}`).toBe(true)
    }
  }
}, 60_000)

test('a definition opened and a curve named are the same', () => {
  for (const formula of ['1/(1 + e^-x)', 'sigmoid(x)']) {
    expect(text(limit(formula, 'x', 'infinity'))).toBe('1')
    expect(limit(formula, 'x', 'infinity')).toMatchObject({ from: 'below' })
  }
})

test('a budget of nothing leaves it open', () => {
  const found = limit('(sin(tan(x)) - tan(sin(x)))/x^7', 'x', 0, { budget: { milliseconds: 1 } })
  expect(found).toMatchObject({ verdict: 'unknown', reason: 'the expansion takes too much work' })
})
