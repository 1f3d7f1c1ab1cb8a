import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  type Dyadic,
  divide,
  fixed,
  fromRational,
  INFINITE,
  magnitude,
  multiply,
  NOUGHT,
  negated,
  REACH,
  round,
  TINY,
  toNumber,
  toRational,
  width,
} from '../../src/enclose/dyadic.ts'
import {
  compareRationals,
  minus,
  over,
  plus,
  type Rational,
  rational,
  times,
} from '../../src/expression/rational.ts'

const RUNS = { numRuns: 3_000, seed: 5 }
const mantissa = fc.oneof(
  fc.bigInt(-(1n << 80n), 1n << 80n),
  fc.bigInt(-20n, 20n),
  fc.nat(300).map((n) => (1n << BigInt(n)) - 1n),
  fc.nat(300).map((n) => 1n << BigInt(n)),
)
const dyadic: fc.Arbitrary<Dyadic> = fc.record({
  m: mantissa,
  e: fc.integer({ min: -200, max: 200 }),
})
const bits = fc.integer({ min: 2, max: 120 })

/** down ≤ true ≤ up, both within one unit in the last of p places of the true value. */
function expectAround(down: Dyadic, up: Dyadic, truth: Rational, p: number): void {
  const [lo, hi] = [toRational(down), toRational(up)]
  expect(compareRationals(lo, truth)).toBeLessThanOrEqual(0)
  expect(compareRationals(hi, truth)).toBeGreaterThanOrEqual(0)
  const slack = times(rational(1n, 1n << BigInt(p - 2)), truth.num < 0n ? minus(rational(0n), truth) : truth)
  expect(compareRationals(minus(hi, lo), slack)).toBeLessThanOrEqual(0)
  for (const { m } of [down, up]) expect(width(m)).toBeLessThanOrEqual(Math.max(p, 2) + 1)
}

describe('rounding encloses and is tight', () => {
  test('sums, also of very unequal numbers', () => {
    fc.assert(
      fc.property(dyadic, dyadic, fc.integer({ min: -600, max: 600 }), bits, (a, b, shift, p) => {
        const c = { m: b.m, e: b.e + shift }
        const truth = plus(toRational(a), toRational(c))
        expectAround(add(a, c, p, false), add(a, c, p, true), truth, p)
      }),
      RUNS,
    )
  })

  test('products and quotients', () => {
    fc.assert(
      fc.property(dyadic, dyadic, bits, (a, b, p) => {
        const [x, y] = [toRational(a), toRational(b)]
        expectAround(multiply(a, b, p, false), multiply(a, b, p, true), times(x, y), p)
        if (b.m > 0n) expectAround(divide(a, b, p, false), divide(a, b, p, true), over(x, y), p)
      }),
      RUNS,
    )
  })

  test('rational numbers', () => {
    fc.assert(
      fc.property(mantissa, fc.bigInt(1n, 1n << 90n), bits, (n, d, p) => {
        const r = rational(n, d)
        expectAround(fromRational(r, p, false), fromRational(r, p, true), r, p)
      }),
      RUNS,
    )
  })

  test('order, floors and sizes', () => {
    fc.assert(
      fc.property(dyadic, dyadic, fc.integer({ min: -50, max: 50 }), (a, b, w) => {
        expect(compare(a, b)).toBe(compareRationals(toRational(a), toRational(b)))
        const scaled = times(
          toRational(a),
          w < 0 ? rational(1n, 1n << BigInt(-w)) : rational(1n << BigInt(w)),
        )
        const floor = rational(fixed(a, w))
        expect(compareRationals(floor, scaled)).toBeLessThanOrEqual(0)
        expect(compareRationals(plus(floor, rational(1n)), scaled)).toBe(1)
        if (a.m === 0n) return
        const exact = (a.m < 0n ? -a.m : a.m).toString(2).length
        expect(width(a.m) - exact).toBeOneOf([0, 1])
        expect(magnitude(a)).toBe(width(a.m) + a.e)
        if (exact <= 53) expect(toNumber(a)).toBe(Number(a.m) * 2 ** a.e)
      }),
      RUNS,
    )
  })

  test('long mantissas', () => {
    for (const n of [1022, 1023, 1024, 1025, 5000]) {
      const m = (1n << BigInt(n)) - 1n
      expect(width(m)).toBeGreaterThanOrEqual(n)
      expect(width(m)).toBeLessThanOrEqual(n + 1)
      expect(toNumber({ m, e: -n })).toBe(1)
      for (const k of [n, n + 1]) {
        expect(width(1n << BigInt(k))).toBe(k + 1)
        expect(width(-5n << BigInt(k))).toBe(k + 3)
        expect(round(-5n << BigInt(k), -k, 3, true)).toEqual({ m: -5n, e: 0 })
      }
    }
  })
})

describe('beyond the reach of exponents', () => {
  test('large results become infinite outward and stay finite inward', () => {
    const big = { m: 5n, e: REACH }
    expect(multiply(big, big, 50, true)).toEqual(INFINITE)
    expect(multiply(big, big, 50, false)).toEqual({ m: 1n, e: REACH - 1 })
    expect(multiply(big, negated(big), 50, true)).toEqual({ m: -1n, e: REACH - 1 })
    expect(multiply(big, negated(big), 50, false)).toEqual(negated(INFINITE))
  })

  test('small results are next to 0 inward and stay away from it outward', () => {
    expect(round(3n, -REACH - 9, 50, false)).toEqual(TINY)
    expect(round(3n, -REACH - 9, 50, true)).toEqual({ m: 1n, e: -REACH })
    expect(round(-3n, -REACH - 9, 50, false)).toEqual({ m: -1n, e: -REACH })
    expect(round(-3n, -REACH - 9, 50, true)).toEqual(negated(TINY))
  })

  test('next to 0', () => {
    const one = { m: 1n, e: 0 }
    expect(compare(TINY, NOUGHT)).toBe(1)
    expect(compare(TINY, { m: 1n, e: -REACH })).toBe(-1)
    expect(compare(negated(TINY), TINY)).toBe(-1)
    expect(add(one, TINY, 50, false)).toEqual({ m: 1n << 49n, e: -49 })
    expect(compare(add(one, TINY, 50, true), one)).toBe(1)
    expect(add(TINY, TINY, 50, false)).toEqual(TINY)
    expect(multiply(TINY, TINY, 50, false)).toEqual(TINY)
    expect(multiply(TINY, { m: -7n, e: 5 }, 50, true)).toEqual(negated(TINY))
    expect(divide(one, TINY, 50, true)).toEqual(INFINITE)
    expect([fixed(TINY, 99), fixed(negated(TINY), 99)]).toEqual([0n, -1n])
    expect(toNumber(TINY)).toBe(0)
    expect(multiply(TINY, INFINITE, 50, false)).toEqual(TINY)
    expect(multiply(TINY, INFINITE, 50, true)).toEqual(INFINITE)
    expect(divide(TINY, TINY, 50, false)).toEqual(TINY)
    expect(divide(negated(INFINITE), INFINITE, 50, false)).toEqual(negated(INFINITE))
  })

  test('infinity', () => {
    const one = { m: 1n, e: 0 }
    expect(add(INFINITE, one, 50, true)).toEqual(INFINITE)
    expect(multiply(INFINITE, NOUGHT, 50, true)).toEqual(NOUGHT)
    expect(divide(one, NOUGHT, 50, true)).toEqual(INFINITE)
    expect(divide(NOUGHT, NOUGHT, 50, true)).toEqual(NOUGHT)
    expect(divide(one, INFINITE, 50, false)).toEqual(TINY)
    expect(compare(INFINITE, { m: 9n, e: REACH })).toBe(1)
    expect(compare(negated(INFINITE), INFINITE)).toBe(-1)
    expect(compare(INFINITE, INFINITE)).toBe(0)
  })
})
