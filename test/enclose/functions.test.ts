import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toNumber, toRational } from '../../src/enclose/dyadic.ts'
import { type Enclosure, enclose } from '../../src/enclose/enclose.ts'
import { hull, type Interval, point } from '../../src/enclose/interval.ts'
import { call, type Expr, isCall, symbol } from '../../src/expression/expr.ts'
import {
  compareRationals,
  minus,
  plus,
  type Rational,
  rational,
  times,
} from '../../src/expression/rational.ts'
import { parse } from '../../src/syntax/index.ts'

import { at, contains, fraction, positive, runs, term, value } from '../support/enclosing.ts'

describe('functions on intervals', () => {
  const box = (a: Rational, b: Rational): Interval => hull(point(a, 90), point(b, 90))
  const on = (f: string, a: Interval): Enclosure => enclose(parse(`${f}(x)`), new Map([['x', a]]), 60)

  test.each([
    'exp',
    'log',
    'sqrt',
    'atan',
    'sinh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
    'asin',
    'acos',
    'erf',
    'erfinv',
    'cosh',
    'cbrt',
  ])('%s is as wide on an interval as at its ends', (f) => {
    const inside = ['asin', 'acos', 'atanh', 'erfinv'].includes(f) ? rational(1n, 61n) : rational(1n)
    const shift = f === 'acosh' ? rational(1n) : rational(0n)
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [x, y] = [a, b].map((r) => plus(times(r, inside), shift)) as [Rational, Rational]
        const all = on(f, box(x, y))
        const ends = [on(f, point(x, 90)), on(f, point(y, 90))]
        if (all.kind !== 'interval') throw new Error(all.reason)
        expect(all.total).toBe(true)
        const [p, q] = ends.map((e) => (e.kind === 'interval' ? toNumber(e.value.lo) : Number.NaN)) as [
          number,
          number,
        ]
        const scale = Math.max(Math.abs(p), Math.abs(q)) * 1e-12
        expect(Math.abs(toNumber(all.value.lo) - Math.min(p, q))).toBeLessThanOrEqual(scale)
        expect(Math.abs(toNumber(all.value.hi) - Math.max(p, q))).toBeLessThanOrEqual(scale)
      }),
      runs(300),
    )
  })

  test('sine and cosine reach 1 and -1 exactly where they have extrema', () => {
    fc.assert(
      fc.property(
        fraction,
        positive,
        fc.constantFrom('sin', 'cos'),
        fc.constantFrom(1n, 10n ** 9n),
        (a, w, f, far) => {
          const lo = times(a, rational(far))
          const hi = plus(lo, times(w, rational(1n, 9n)))
          const found = on(f, box(lo, hi))
          if (found.kind !== 'interval') throw new Error(found.reason)
          const [x, y] = [lo, hi].map(
            (r) => Number(r.num) / Number(r.den) / Math.PI - (f === 'sin' ? 0.5 : 0),
          ) as [number, number]
          // Extrema at whole numbers n of half turns, 1 for even n; within 1e-6 of one nothing is claimed.
          if ([x, y].some((end) => Math.abs(end - Math.round(end)) < 1e-6)) return
          const [first, last] = [Math.ceil(x), Math.floor(y)]
          const holds = (odd: number): boolean =>
            last > first || (last === first && Math.abs(last % 2) === odd)
          expect(toNumber(found.value.hi) === 1).toBe(holds(0))
          expect(toNumber(found.value.lo) === -1).toBe(holds(1))
        },
      ),
      runs(3_000),
    )
  })

  test('powers know their sign', () => {
    const across = box(rational(-2n), rational(3n))
    const power = (n: string) => enclose(parse(`x^(${n})`), new Map([['x', across]]), 60)
    for (const n of ['2', '4', '2/3', '-2', '-2/3']) {
      const found = power(n)
      if (found.kind !== 'interval') throw new Error(found.reason)
      expect(found.value.lo.m).toBeGreaterThanOrEqual(0n)
      expect(found.total).toBe(!n.startsWith('-'))
    }
    const cube = power('3')
    expect(cube.kind === 'interval' && [toNumber(cube.value.lo), toNumber(cube.value.hi)]).toEqual([-8, 27])
  })
})

/** The meaning of terms in doubles; NaN where undefined. */
function double(u: Expr, x: number, y: number): number {
  if (u.kind === 'number') return Number(u.value.num) / Number(u.value.den)
  if (u.kind === 'symbol') return u.name === 'x' ? x : u.name === 'y' ? y : u.name === 'pi' ? Math.PI : Math.E
  const [a = Number.NaN, b = Number.NaN] = u.args.map((arg) => double(arg, x, y))
  if (isCall(u, 'add')) return a + b
  if (isCall(u, 'multiply')) return a * b
  if (isCall(u, 'divide')) return b === 0 ? Number.NaN : a / b
  if (isCall(u, 'negate')) return -a
  if (isCall(u, 'cbrt')) return Math.cbrt(a)
  const f = (Math as unknown as Record<string, ((...args: number[]) => number) | undefined>)[u.head]
  return f ? f(a, b) : Number.NaN
}

describe('against doubles', () => {
  test.each([
    'exp',
    'log',
    'sqrt',
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ])('%s agrees within 8 units in the last place', (f) => {
    let compared = 0
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), fc.integer({ min: 20, max: 36 }), (n, k) => {
        const exact = rational(BigInt(n), 1n << BigInt(k))
        const expected = double(call(f, [symbol('x')]), n * 2 ** -k, 0)
        const found = enclose(call(f, [symbol('x')]), at(exact, exact, 80), 80)
        if (Math.abs(expected) === Infinity) return
        expect(found.kind).toBe(Number.isNaN(expected) ? 'undefined' : 'interval')
        if (found.kind !== 'interval') return
        compared += 1
        const error = Math.abs(toNumber(found.value.lo) - expected)
        expect(error).toBeLessThanOrEqual(Math.abs(expected) * 2 ** -50 + 1e-300)
      }),
      runs(1_000),
    )
    expect(compared).toBeGreaterThan(200)
  })

  test('well-conditioned terms agree', () => {
    let compared = 0
    fc.assert(
      fc.property(term, fraction, fraction, (u, x, y) => {
        const [a, b] = [x, y].map((r) => Number(r.num) / Number(r.den)) as [number, number]
        const nearby = [0, 1e-9, -1e-9].map((h) => double(u, a + h, b - h))
        const [here, ...others] = nearby as [number, number, number]
        const steady = others.every((v) => Math.abs(v - here) <= 1e-5 * Math.abs(here) + 1e-9)
        if (!Number.isFinite(here) || Math.abs(here) > 1e15 || !steady) return
        const found = enclose(u, at(x, y, 80), 80)
        if (found.kind !== 'interval') return
        compared += 1
        const slack = 1e-4 * Math.abs(here) + 1e-7
        expect(toNumber(found.value.lo)).toBeLessThanOrEqual(here + slack)
        expect(toNumber(found.value.hi)).toBeGreaterThanOrEqual(here - slack)
      }),
      runs(8_000),
    )
    expect(compared).toBeGreaterThan(1_500)
  })
})

describe('exactness', () => {
  test('rational arithmetic is exact, so 0 is seen', () => {
    fc.assert(
      fc.property(fraction, fraction, positive, (a, b, c) => {
        const found = value('(a + b)*c - a*c - b*c + a/c - a*c^(-1)', { a, b, c })
        expect(found.exact).toEqual(rational(0n))
        expect(
          contains(
            value('(a - b)^2/c', { a, b, c }),
            times(times(minus(a, b), minus(a, b)), rational(c.den, c.num)),
          ),
        ).toBe(true)
      }),
      runs(300),
    )
  })

  test.each([
    ['exp(0)', 1n],
    ['log(1)', 0n],
    ['sin(0)', 0n],
    ['cos(0)', 1n],
    ['tan(0)', 0n],
    ['asin(0)', 0n],
    ['acos(1)', 0n],
    ['atan(0)', 0n],
    ['sinh(0)', 0n],
    ['cosh(0)', 1n],
    ['tanh(0)', 0n],
    ['asinh(0)', 0n],
    ['acosh(1)', 0n],
    ['atanh(0)', 0n],
    ['erf(0)', 0n],
    ['erfinv(0)', 0n],
    ['sqrt(49)', 7n],
    ['cbrt(-343)', -7n],
    ['32^(3/5)', 8n],
    ['abs(-3)', 3n],
    ['max(2, 5)', 5n],
  ] as const)('%s is exactly %s', (text, expected) => {
    expect(value(text).exact).toEqual(rational(expected))
  })

  test('width of a function at a rational number', () => {
    for (const f of [
      'exp',
      'log',
      'sin',
      'cos',
      'tan',
      'atan',
      'sinh',
      'cosh',
      'tanh',
      'asinh',
      'erf',
      'sqrt',
    ]) {
      const found = value(`${f}(x)`, { x: rational(7n, 5n) })
      const [lo, hi] = [toRational(found.lo), toRational(found.hi)]
      const relative = minus(hi, lo)
      expect(compareRationals(relative, times(hi, rational(1n, 1n << 60n)))).toBeLessThanOrEqual(0)
    }
  })
})
