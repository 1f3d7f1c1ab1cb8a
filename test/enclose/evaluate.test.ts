import { describe, expect, test } from 'vitest'
import { decide, enclose } from '../../src/enclose/enclose.ts'
import { evaluateExpr } from '../../src/enclose/evaluate.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { call, type Expr, integer, negate, sumOf, symbol } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { parse } from '../../src/syntax/index.ts'

const at = (values: Record<string, string>): Map<string, Expr> =>
  new Map(Object.entries(values).map(([name, text]) => [name, parse(text)]))
const evaluated = (text: string, digits = 15, values: Record<string, string> = {}): string => {
  const found = evaluateExpr(parse(text), at(values), { digits, milliseconds: 10_000 })
  return found.verdict === 'value' ? found.value : found.verdict
}

describe('how values are written', () => {
  test.each([
    ['0.25', '0.25'],
    ['1/3', '0.333333333333333'],
    ['2/3', '0.666666666666667'],
    ['-2/3', '-0.666666666666667'],
    ['1/8 - 1/8', '0'],
    ['100', '100'],
    ['1e20', '100000000000000000000'],
    ['1e21', '1e21'],
    ['-12.5e30', '-1.25e31'],
    ['2^100', '1.26765060022823e30'],
    ['123456789012345678', '1.23456789012346e17'],
    ['1234567890123456', '1.23456789012346e15'],
    ['123456789012345', '123456789012345'],
    ['123456789012345.5', '123456789012346'],
    ['0.0000001', '0.0000001'],
    ['0.00000001', '1e-8'],
    ['1.5e-50', '1.5e-50'],
    ['pi*1e-50', '3.14159265358979e-50'],
    ['pi*1e14', '314159265358979'],
    ['pi*1e15', '3.14159265358979e15'],
    ['pi/1e6', '0.00000314159265358979'],
    ['sqrt(2)^2', '2.00000000000000'],
    ['9.9999999999999999', '10.0000000000000'],
    ['99999999999999.99999 + pi*0', '100000000000000'],
    ['1 - 1e-40', '1.00000000000000'],
    ['1 - 4e-16', '1.00000000000000'],
    ['1 - 6e-16', '0.999999999999999'],
    ['0.1 + 0.2', '0.3'],
    ['sqrt(0.01)', '0.1'],
    ['10^(10^10)', '1.00000000000000e10000000000'],
  ])('%s', (text, expected) => {
    expect(evaluated(text)).toBe(expected)
  })

  test('halves are rounded away from 0', () => {
    expect(evaluated('0.5', 1)).toBe('0.5')
    expect(evaluated('2.5', 1)).toBe('3')
    expect(evaluated('-2.5', 1)).toBe('-3')
    expect(evaluated('-0.125', 2)).toBe('-0.13')
    expect(evaluated('3.5', 1)).toBe('4')
    expect(evaluated('9.5', 1)).toBe('1e1')
    expect(evaluated('10', 1)).toBe('10')
    expect(evaluated('15', 1)).toBe('2e1')
  })

  test('the number of digits', () => {
    expect(evaluated('pi', 1)).toBe('3')
    expect(evaluated('pi', 50)).toBe('3.1415926535897932384626433832795028841971693993751')
    expect(evaluated('sigmoid(-2)', 50)).toBe('0.11920292202211755594027085869760320479361570137103')
    const thousand = evaluated('pi', 1000)
    expect(thousand.slice(-10)).toBe('9216420199') // …9216420198|9380952… (OEIS A000796)
    expect(() => evaluateExpr(parse('pi'), new Map(), { digits: 10_001 })).toThrow(OgeeError)
    expect(() => evaluateExpr(parse('pi'), new Map(), { digits: 0 })).toThrow(/digits/)
    expect(() => evaluateExpr(parse('pi'), new Map(), { digits: 1.5 })).toThrow(/digits/)
  })

  test('10,000 digits', () => {
    const found = evaluateExpr(parse('sqrt(2)'), new Map(), {
      digits: 10_000,
      milliseconds: 20_000,
    })
    if (found.verdict !== 'value') throw new Error(found.reason)
    const n = BigInt(found.value.replace('.', ''))
    const square = 2n * 10n ** 19_998n
    expect((2n * n - 1n) ** 2n < 4n * square && 4n * square < (2n * n + 1n) ** 2n).toBe(true)
  })

  test('the digits of few are those of many, rounded', () => {
    for (const text of ['e^pi', 'erf(2)', 'tan(11)', 'asin(1/3)', 'log(7)/1000', '-cosh(9)']) {
      const many = evaluated(text, 200)
      for (const digits of [5, 20, 60, 100]) {
        const few = evaluated(text, digits)
        expect(Math.abs(Number(few) - Number(many))).toBeLessThanOrEqual(Math.abs(Number(many)) * 1e-4)
        expect(many.startsWith(few.slice(0, -2))).toBe(true)
      }
    }
  })
})

describe('values at points', () => {
  test('terms and rational numbers', () => {
    expect(evaluated('x^2', 15, { x: 'sqrt(2)' })).toBe('2.00000000000000')
    expect(evaluated('x + y', 15, { x: '-1/3', y: '1/3' })).toBe('0')
    const found = evaluateExpr(parse('1/x'), new Map([['x', rational(8n)]]))
    expect(found).toEqual({ verdict: 'value', value: '0.125', digits: 15 })
    expect(evaluated('5', 15, { x: 'log(0)' })).toBe('undefined')
    const long = rational(10n ** 4000n + 1n, 10n ** 4000n)
    const near = evaluateExpr(parse('x - 1'), new Map([['x', long]]))
    expect(near).toEqual({ verdict: 'value', value: '1.00000000000000e-4000', digits: 15 })
  })

  test('symbols without a value are listed', () => {
    const missing = () => evaluateExpr(parse('a*x + b*c'), at({ x: '1', c: 'd' }))
    expect(missing).toThrow(/a, b, d/)
    expect(missing).toThrow(OgeeError)
  })

  test('a term with a symbol set', () => {
    const set = call('at', [parse('x^2 + y'), symbol('x'), parse('y + 1')])
    const found = evaluateExpr(set, at({ y: '2' }))
    expect(found).toEqual({ verdict: 'value', value: '11', digits: 15 })
    const derivative = evaluateExpr(parse("2 + (x^2)'".replace("(x^2)'", 'd/dx(x^2)')), at({ x: '3' }))
    expect(derivative).toEqual({
      verdict: 'unknown',
      reason: 'a derivative still to be worked out',
    })
  })
})

describe('nothing hangs', () => {
  const sum = sumOf(Array.from({ length: 100_000 }, (_, k) => call('divide', [integer(1), integer(k + 1)])))
  let deep: Expr = integer(1)
  for (let k = 0; k < 50_000; k += 1) deep = negate(deep)
  let doubled: Expr = symbol('x')
  for (let k = 0; k < 200; k += 1) doubled = call('add', [doubled, doubled])

  test.each([
    ['10^10^10', '1.00000000000000e10000000000'],
    ['9^9^9^9', 'unknown'],
    ['x^x^x^x^x^x', 'unknown'],
    ['(1 + 1e-9)^(1e18)', '4.85405381464520e434294481'],
    ['sin(10^100)', '-0.372376123661277'],
    ['sin(10^10000)', '-0.520793745615755'],
    ['sin(10^100000)', 'unknown'],
    ['sin(e^(10^12))', 'unknown'],
    ['erf(10^6)', '1.00000000000000'],
    ['1 - erf(10^6)', 'unknown'],
    ['erf(10^(10^9))', '1.00000000000000'],
    ['erfc(1000)', 'unknown'],
    ['tan(pi/2)', 'unknown'],
    ['log(0)', 'undefined'],
    ['e^-(10^9)', '1.24953427192101e-434294482'],
    ['e^(10^30)', 'unknown'],
    ['e^-(10^30)', 'unknown'],
    ['log(e^(10^30))', 'unknown'],
    ['1 + e^-(10^30)', '1.00000000000000'],
    ['e^e^e^e', '2.33150439900720e1656520'],
    ['e^e^e^e^e', 'unknown'],
    ['sinh(e^-(10^9))', '1.24953427192101e-434294482'],
    ['atan(10^(10^10))', '1.57079632679490'],
    ['asinh(10^(10^10))', '23025850930.6336'],
    ['2^(-(10^300))', 'unknown'],
    ['(-2)^(3^(3^(3^3)))', 'undefined'],
    ['x^(1/1000003)', '1.00000230258084'],
    ['x^0.123456789012345678901234567', '1.32879133982907'],
    ['1/(e^x*e^-x - 1)', 'unknown'],
    ['cos(x)^2 + sin(x)^2 - 1', 'unknown'],
  ])('%s', (text, expected) => {
    const values = at(text.includes('x') ? { x: '10' } : {})
    const milliseconds = expected === 'unknown' ? 1_000 : 10_000 // other tests run at the same time
    const found = evaluateExpr(parse(text), values, { milliseconds })
    expect(found.verdict === 'value' ? found.value : found.verdict).toBe(expected)
  })

  test('large and deep terms', () => {
    const harmonic = evaluateExpr(sum, new Map(), { milliseconds: 10_000 })
    expect(harmonic).toEqual({ verdict: 'value', value: '12.0901461298634', digits: 15 })
    expect(evaluateExpr(deep, new Map()).verdict).toBe('unknown')
    expect(enclose(doubled, new Map(), 60, 50)).toEqual({
      kind: 'unknown',
      reason: expect.any(String),
    })
    expect(decide(call('>', [deep, integer(0)]), new Map(), 60)).toBe('unknown')
  })

  test('a computation broken off leaves nothing behind', () => {
    for (const milliseconds of [0, 1, 5, 20]) {
      for (const text of ['pi', 'log(2)', 'sin(1)', 'erf(1)']) {
        evaluateExpr(parse(text), new Map(), { digits: 10_000, milliseconds })
      }
      expect(evaluated('pi - 3')).toBe('0.141592653589793')
      expect(evaluated('log(2)')).toBe('0.693147180559945')
    }
  })
})
