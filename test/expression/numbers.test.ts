/** Exact numbers: laws of rational arithmetic against whole numbers, and decimals. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDecimal, writeRational } from '../../src/expression/decimal.ts'
import { literalValue, numberTerm } from '../../src/expression/number-term.ts'
import {
  compareRationals,
  equalRationals,
  exactRoot,
  integerRoot,
  isDecimal,
  minus,
  negated,
  over,
  plus,
  power,
  type Rational,
  rational,
  signOf,
  times,
} from '../../src/expression/rational.ts'

const whole = fc.oneof(fc.bigInt(-30n, 30n), fc.bigInt(-(10n ** 40n), 10n ** 40n))
const nonZero = whole.filter((n) => n !== 0n)
const number = fc.tuple(whole, nonZero).map(([p, q]) => rational(p, q))
const runs = { seed: 7, numRuns: 400 }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
/** a = p/q, by the cross product. */
const is = (a: Rational, p: bigint, q: bigint): boolean => a.num * q === p * a.den
const isReduced = (a: Rational): boolean => a.den > 0n && gcd(a.num, a.den) === 1n

describe('rational numbers', () => {
  test('are in lowest terms with a positive denominator, and equal as fractions', () => {
    fc.assert(
      fc.property(whole, nonZero, (p, q) => {
        const a = rational(p, q)
        return isReduced(a) && is(a, p, q)
      }),
      runs,
    )
    expect(() => rational(1n, 0n)).toThrow(RangeError)
  })

  test('sum, difference, product, quotient and order are those of fractions', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const below = a.den * b.den
        expect(is(plus(a, b), a.num * b.den + b.num * a.den, below)).toBe(true)
        expect(is(minus(a, b), a.num * b.den - b.num * a.den, below)).toBe(true)
        expect(is(times(a, b), a.num * b.num, below)).toBe(true)
        expect([plus(a, b), minus(a, b), times(a, b)].every(isReduced)).toBe(true)
        if (b.num !== 0n) {
          expect(is(over(a, b), a.num * b.den, a.den * b.num)).toBe(true)
          expect(isReduced(over(a, b))).toBe(true)
          expect(equalRationals(times(over(a, b), b), a)).toBe(true)
        }
        const sign = a.num * b.den - b.num * a.den
        expect(compareRationals(a, b)).toBe(sign > 0n ? 1 : sign < 0n ? -1 : 0)
        expect(compareRationals(b, a)).toBe(sign > 0n ? -1 : sign < 0n ? 1 : 0)
        expect(signOf(minus(a, b))).toBe(compareRationals(a, b))
        expect(equalRationals(negated(negated(a)), a)).toBe(true)
      }),
      runs,
    )
  })

  test('a power is a repeated product, and a negative one its reciprocal', () => {
    const small = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 9n)).map(([p, q]) => rational(p, q))
    fc.assert(
      fc.property(small, fc.integer({ min: -12, max: 12 }), (a, n) => {
        let expected: Rational | undefined = rational(1n)
        for (let k = 0; k < Math.abs(n); k += 1) expected = times(expected, a)
        if (n < 0) expected = expected.num === 0n ? undefined : over(rational(1n), expected)
        expect(power(a, BigInt(n))).toEqual(expected)
      }),
      runs,
    )
  })

  test('a power that would be too long is not worked out; those of 0, 1 and -1 always are', () => {
    const huge = 10n ** 30n
    for (const a of [rational(2n), rational(-3n, 2n), rational(1n, 7n)]) {
      expect(power(a, huge)).toBeUndefined()
      expect(power(a, -huge)).toBeUndefined()
    }
    expect(power(rational(-1n), huge)).toEqual(rational(1n))
    expect(power(rational(-1n), huge + 1n)).toEqual(rational(-1n))
    expect(power(rational(-1n), -huge - 1n)).toEqual(rational(-1n))
    expect(power(rational(1n), -huge)).toEqual(rational(1n))
    expect(power(rational(0n), huge)).toEqual(rational(0n))
    expect(power(rational(0n), -huge)).toBeUndefined()
    expect(power(rational(0n), 0n)).toEqual(rational(1n))
  })

  test('a whole root is the largest whole number whose power does not exceed n', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.bigInt(1n, 70n), (n, k) => {
        const root = integerRoot(n, k)
        expect(root ** k <= n && n < (root + 1n) ** k).toBe(true)
      }),
      runs,
    )
  })

  test('an exact root is found exactly if there is one', () => {
    const small = fc.tuple(fc.bigInt(-40n, 40n), fc.bigInt(1n, 40n)).map(([p, q]) => rational(p, q))
    fc.assert(
      fc.property(small, fc.bigInt(1n, 9n), (a, q) => {
        const raised = power(a, q) as Rational
        const root = exactRoot(raised, q)
        expect(root).toEqual(q % 2n === 0n && a.num < 0n ? negated(a) : a)
        const found = exactRoot(a, q)
        if (found) expect(power(found, q)).toEqual(a)
        if (found && q % 2n === 0n) expect(signOf(found)).toBeGreaterThanOrEqual(0)
        const next = rational(raised.num * 2n, raised.den)
        if (q > 1n && raised.num !== 0n) expect(exactRoot(next, q)).toBeUndefined()
      }),
      runs,
    )
    expect(exactRoot(rational(-4n), 2n)).toBeUndefined()
    expect(exactRoot(rational(1n), 10n ** 20n)).toEqual(rational(1n))
  })

  test('as a term a number keeps its value', () => {
    fc.assert(
      fc.property(number, (a) => {
        expect(literalValue(numberTerm(a))).toEqual(a)
      }),
      runs,
    )
  })
})

describe('decimals', () => {
  const digits = fc.stringMatching(/^\d{1,30}$/)

  test('are read exactly', () => {
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: -60, max: 60 }), (a, b, k) => {
        const value = readDecimal(`${a}.${b}e${k}`)
        const shift = BigInt(b.length - k)
        const [up, down] = shift < 0n ? [10n ** -shift, 1n] : [1n, 10n ** shift]
        expect(is(value, BigInt(a + b) * up, down) && isReduced(value)).toBe(true)
      }),
      runs,
    )
    expect(readDecimal('0.1')).toEqual(rational(1n, 10n))
    expect(readDecimal('.5')).toEqual(rational(1n, 2n))
    expect(readDecimal('5.')).toEqual(rational(5n))
    expect(readDecimal('1E-3')).toEqual(rational(1n, 1000n))
  })

  test.each(['', '.', 'e5', '1e', '-1', '1.2.3', '0x10', 'Infinity', 'NaN', '1 2', '1_000', '1e1.5'])(
    '"%s" is none',
    (text) => {
      expect(() => readDecimal(text)).toThrow(expect.objectContaining({ code: 'E107' }))
    },
  )

  test.each(['1e10001', '1e-10001', '1e99999999999999999999', '9'.repeat(10_001)])(
    'one too long to work with is refused',
    (text) => {
      expect(() => readDecimal(text)).toThrow(expect.objectContaining({ code: 'E108' }))
    },
  )

  test('what is written is read again with the same value', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (n, i, j) => {
        for (const a of [rational(n, 2n ** BigInt(i) * 5n ** BigInt(j)), rational(n * 10n ** BigInt(i))]) {
          const text = writeRational(a)
          const back = text.startsWith('-') ? negated(readDecimal(text.slice(1))) : readDecimal(text)
          expect(isDecimal(a)).toBe(true)
          expect(back).toEqual(a)
        }
      }),
      runs,
    )
  })

  test('only long runs of zeros are written as a power of ten', () => {
    const [ten, tenth] = [rational(10n), rational(1n, 10n)]
    expect(writeRational(power(ten, 20n)!)).toBe(`1${'0'.repeat(20)}`)
    expect(writeRational(power(ten, 21n)!)).toBe('1e21')
    expect(writeRational(power(tenth, 21n)!)).toBe(`0.${'0'.repeat(20)}1`)
    expect(writeRational(power(tenth, 22n)!)).toBe('1e-22')
    expect(writeRational(rational(-5n, 4n))).toBe('-1.25')
  })

  test('a fraction without a finite expansion is written as a fraction', () => {
    fc.assert(
      fc.property(number, (a) => {
        let rest = a.den
        for (const p of [2n, 5n]) while (rest % p === 0n) rest /= p
        expect(isDecimal(a)).toBe(rest === 1n)
        if (rest !== 1n) expect(writeRational(a)).toBe(`${a.num}/${a.den}`)
      }),
      runs,
    )
  })
})
