import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toNumber, toRational } from '../../src/enclose/dyadic.ts'
import { decide, type Enclosure, enclose } from '../../src/enclose/enclose.ts'
import {
  between,
  hull,
  type Interval,
  NULL,
  order,
  point,
  signs,
  WHOLE,
} from '../../src/enclose/interval.ts'
import { call, type Expr, integer, isCall, numeral, symbol } from '../../src/expression/expr.ts'
import {
  compareRationals,
  minus,
  plus,
  type Rational,
  rational,
  times,
} from '../../src/expression/rational.ts'
import { parse } from '../../src/syntax/index.ts'
import { arbitraryExpr } from '../support/arbitrary-expr.ts'

const runs = (numRuns: number) => ({ numRuns, seed: 11 })
const fraction: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => rational(BigInt(n), BigInt(d)))
const positive = fraction.map((r) =>
  r.num === 0n ? rational(1n, 7n) : r.num < 0n ? minus(rational(0n), r) : r,
)
const share = fc.integer({ min: 0, max: 64 }).map((n) => rational(BigInt(n), 64n))

const FUNCTIONS = [
  'exp',
  'log',
  'sqrt',
  'abs',
  'sign',
  'step',
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
  'erf',
  'sigmoid',
  'cbrt',
  'softplus',
  'gelu',
  'acot',
]
const { u: term } = fc.letrec<{ u: Expr; c: Expr }>((tie) => {
  const u = tie('u')
  const pair = fc.tuple(u, u)
  return {
    u: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      { weight: 6, arbitrary: fc.constantFrom('x', 'y').map(symbol) },
      { weight: 3, arbitrary: fc.nat(5).map(integer) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(symbol('pi'), symbol('e'), numeral(rational(1n, 10n))),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom('add', 'multiply', 'divide', 'min', 'max'), pair)
          .map(([h, args]) => call(h, args)),
      },
      { weight: 1, arbitrary: u.map((v) => call('negate', [v])) },
      {
        weight: 6,
        arbitrary: fc.tuple(fc.constantFrom(...FUNCTIONS), u).map(([h, v]) => call(h, [v])),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(u, fc.constantFrom('2', '3', '-1', '-2', '1/3', '2/3', '-1/3', '1/2', '-3/2', '0'))
          .map(([v, n]) => call('power', [v, parse(n)])),
      },
      { weight: 1, arbitrary: pair.map((args) => call('power', args)) },
      { weight: 1, arbitrary: fc.tuple(u, tie('c'), u).map((args) => call('piecewise', args)) },
    ),
    c: fc.oneof(
      { depthSize: 'small', maxDepth: 2 },
      fc
        .tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), u, u)
        .map(([h, a, b]) => call(h, [a, b])),
      fc
        .tuple(fc.constantFrom('and', 'or'), tie('c'), tie('c'))
        .map(([h, a, b]) => call(h, [a, b])),
    ),
  }
})

const at = (x: Rational, y: Rational, bits: number) =>
  new Map([
    ['x', point(x, bits + 8)],
    ['y', point(y, bits + 8)],
  ])
const value = (text: string, values: Record<string, Rational> = {}, bits = 60): Interval => {
  const map = new Map(Object.entries(values).map(([name, r]) => [name, point(r, bits + 8)]))
  const found = enclose(parse(text), map, bits)
  if (found.kind !== 'interval') throw new Error(found.reason)
  return found.value
}
const meets = (a: Interval, b: Interval): boolean => (order(a, b) & NULL) !== 0
const contains = (a: Interval, r: Rational): boolean => meets(a, point(r, 500))

const EACH_SIGN: readonly number[] = [1, 2, 4]

describe('inclusion', () => {
  test('fewer bits enclose what more bits enclose', () => {
    let settled = 0
    fc.assert(
      fc.property(term, fraction, fraction, (u, x, y) => {
        const [few, many] = [enclose(u, at(x, y, 60), 60), enclose(u, at(x, y, 200), 200)]
        if (few.kind === 'undefined') expect(many.kind).toBe('undefined')
        if (few.kind !== 'interval' || many.kind !== 'interval') return
        settled += 1
        expect(meets(few.value, many.value)).toBe(true)
        if (few.total) expect(many.total).toBe(true)
        const [wide, narrow] = [few, many].map(
          (e) => toNumber(e.value.hi) - toNumber(e.value.lo),
        ) as [number, number]
        if (Number.isFinite(wide) && few.total) expect(narrow).toBeLessThanOrEqual(wide)
      }),
      runs(6_000),
    )
    expect(settled).toBeGreaterThan(2_000)
  })

  test('a box encloses its points, and is undefined only if they are', () => {
    const seen = { total: 0, partial: 0, undefined: 0, unknown: 0 }
    fc.assert(
      fc.property(
        term,
        fraction,
        positive,
        fraction,
        positive,
        share,
        share,
        (u, x, dx, y, dy, s, t) => {
          const box = new Map([
            ['x', hull(point(x, 68), point(plus(x, dx), 68))],
            ['y', hull(point(y, 68), point(plus(y, dy), 68))],
          ])
          const around = enclose(u, box, 60)
          const inside = enclose(u, at(plus(x, times(s, dx)), plus(y, times(t, dy)), 90), 90)
          seen[around.kind === 'interval' ? (around.total ? 'total' : 'partial') : around.kind] += 1
          if (around.kind === 'undefined')
            expect(inside.kind === 'interval' && inside.total).toBe(false)
          if (around.kind !== 'interval') return
          if (around.total) expect(inside.kind).toBe('interval')
          if (inside.kind === 'interval') expect(meets(around.value, inside.value)).toBe(true)
        },
      ),
      runs(12_000),
    )
    expect(seen.total).toBeGreaterThan(2_000)
    expect(seen.partial).toBeGreaterThan(500)
    expect(seen.undefined).toBeGreaterThan(200)
    expect(seen.unknown).toBe(0)
  })

  test('a box without ends encloses its points', () => {
    const [bottom, top] = [WHOLE.lo, WHOLE.hi]
    let told = 0
    fc.assert(
      fc.property(
        term,
        fraction,
        positive,
        fraction,
        fc.nat(2),
        fc.nat(20),
        (u, x, d, y, kind, k) => {
          const end = point(x, 68)
          const whole =
            kind === 0 ? WHOLE : kind === 1 ? between(end.lo, top) : between(bottom, end.hi)
          const around = enclose(
            u,
            new Map([
              ['x', whole],
              ['y', point(y, 68)],
            ]),
            60,
          )
          const step = times(d, rational(3n ** BigInt(k)))
          const there = kind === 2 ? minus(x, step) : plus(x, step)
          const inside = enclose(u, at(there, y, 90), 90)
          if (around.kind === 'undefined')
            expect(inside.kind === 'interval' && inside.total).toBe(false)
          if (around.kind !== 'interval') return
          if (around.total) expect(inside.kind).toBe('interval')
          if (inside.kind !== 'interval') return
          expect(meets(around.value, inside.value)).toBe(true)
          const [possible, found] = [signs(around.value), signs(inside.value)]
          if (EACH_SIGN.includes(found)) expect(possible & found).toBe(found)
          if (possible !== 7) told += 1
        },
      ),
      runs(12_000),
    )
    expect(told).toBeGreaterThan(2_000)
  })

  test.each([
    ['e^x', 4],
    ['-e^-x', 1],
    ['1/(1 + e^-x)', 4],
    ['1/(1 + x^2)', 4],
    ['x^2', 6],
    ['1 + x^2', 4],
    ['e^(-x^2)', 4],
    ['cosh(x)', 4],
    ['cosh(x) - 1', 6],
    ['1/cosh(x)^2', 4],
    ['abs(x) + 1', 4],
    ['-x^4 - 1', 1],
    ['2 + sin(x)', 4],
    ['2 + erf(x)', 4],
    ['1 + e^-e^x', 4],
    ['e^-e^-x', 4],
    ['e^x*(1 + e^-x)', 4],
    ['e^x + e^-x', 4],
    ['sqrt(x^2 + 1)', 4],
    ['x^(2/3)', 6],
    ['max(x, 1)', 4],
    ['step(x)', 6],
    ['x^-2', 4],
    ['e^x/(1 + e^x)^2', 4],
    ['log(1 + e^x)', 6],
    ['2 + atan(x)', 4],
    ['2 - tanh(x)', 4],
    ['acosh(2 + x^2)', 4],
    ['sqrt(e^x)', 4],
    ['(e^x)^pi', 4],
    ['2^x', 4],
  ] as const)('the signs of %s are %i', (text, expected) => {
    const found = enclose(parse(text), new Map([['x', WHOLE]]), 60)
    expect(found.kind === 'interval' && signs(found.value)).toBe(expected)
  })

  test('a condition decided on a box is so at its points', () => {
    const seen: Record<string, number> = {}
    fc.assert(
      fc.property(
        term,
        term,
        fc.constantFrom('<', '<=', '=', '!='),
        fraction,
        positive,
        share,
        (u, v, head, x, dx, s) => {
          const c = call(head, [u, v])
          const y = point(rational(2n, 3n), 68)
          const answer = decide(
            c,
            new Map([
              ['x', hull(point(x, 68), point(plus(x, dx), 68))],
              ['y', y],
            ]),
            60,
          )
          seen[`${answer}`] = (seen[`${answer}`] ?? 0) + 1
          const here = decide(
            c,
            new Map([
              ['x', point(plus(x, times(s, dx)), 98)],
              ['y', y],
            ]),
            90,
          )
          if (answer !== 'unknown') expect(here).toBe(answer)
        },
      ),
      runs(4_000),
    )
    for (const answer of ['true', 'false', 'undefined', 'unknown'])
      expect(seen[answer]).toBeGreaterThan(100)
  })

  test('any term gets an answer', () => {
    fc.assert(
      fc.property(arbitraryExpr, fraction, (u, x) => {
        const names = [...'abcdefghijklmnopqrstuvwxyz'].filter((c) => c !== 'e')
        const found = enclose(u, new Map(names.map((name) => [name, point(x, 68)])), 60, 200)
        expect(found.kind).toBeOneOf(['interval', 'undefined', 'unknown'])
      }),
      runs(3_000),
    )
  })
})

describe('identities', () => {
  test.each([
    ['exp(log(u))', 'u'],
    ['log(exp(u))', 'u'],
    ['sin(v)^2 + cos(v)^2', '1'],
    ['cosh(v)^2 - sinh(v)^2', '1'],
    ['1/cos(v)^2 - tan(v)^2', '1'],
    ['tan(atan(v))', 'v'],
    ['atan(u) + atan(1/u)', 'pi/2'],
    ['asin(v/61) + acos(v/61)', 'pi/2'],
    ['sin(asin(v/61))', 'v/61'],
    ['cos(acos(v/61))', 'v/61'],
    ['sinh(asinh(v))', 'v'],
    ['cosh(acosh(1 + u))', '1 + u'],
    ['tanh(atanh(v/61))', 'v/61'],
    ['(v^(1/3))^3', 'v'],
    ['sqrt(u)^2', 'u'],
    ['u^sqrt(2)', 'e^(sqrt(2)*log(u))'],
    ['log(u*w)', 'log(u) + log(w)'],
    ['e^(v + w)', 'e^v*e^w'],
    ['sin(v + w)', 'sin(v)*cos(w) + cos(v)*sin(w)'],
    ['cos(v + w)', 'cos(v)*cos(w) - sin(v)*sin(w)'],
    ['erf(v) + erf(-v)', '0'],
    ['erf(u) + erfc(u)', '1'],
    ['tanh(v)', '2*sigmoid(2*v) - 1'],
    ['softplus(v) - softplus(-v)', 'v'],
    ['logit(sigmoid(v))', 'v'],
  ])('%s = %s', (left, right) => {
    fc.assert(
      fc.property(positive, fraction, positive, fc.constantFrom(30, 60, 150), (u, v, w, bits) => {
        expect(meets(value(left, { u, v, w }, bits), value(right, { u, v, w }, bits))).toBe(true)
      }),
      runs(60),
    )
  })
})

describe('functions on intervals', () => {
  const box = (a: Rational, b: Rational): Interval => hull(point(a, 90), point(b, 90))
  const on = (f: string, a: Interval): Enclosure =>
    enclose(parse(`${f}(x)`), new Map([['x', a]]), 60)

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
    'cosh',
    'cbrt',
  ])('%s is as wide on an interval as at its ends', (f) => {
    const inside = ['asin', 'acos', 'atanh'].includes(f) ? rational(1n, 61n) : rational(1n)
    const shift = f === 'acosh' ? rational(1n) : rational(0n)
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [x, y] = [a, b].map((r) => plus(times(r, inside), shift)) as [Rational, Rational]
        const all = on(f, box(x, y))
        const ends = [on(f, point(x, 90)), on(f, point(y, 90))]
        if (all.kind !== 'interval') throw new Error(all.reason)
        expect(all.total).toBe(true)
        const [p, q] = ends.map((e) =>
          e.kind === 'interval' ? toNumber(e.value.lo) : Number.NaN,
        ) as [number, number]
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
    expect(cube.kind === 'interval' && [toNumber(cube.value.lo), toNumber(cube.value.hi)]).toEqual([
      -8, 27,
    ])
  })
})

/** The meaning of terms in doubles; NaN where undefined. */
function double(u: Expr, x: number, y: number): number {
  if (u.kind === 'number') return Number(u.value.num) / Number(u.value.den)
  if (u.kind === 'symbol')
    return u.name === 'x' ? x : u.name === 'y' ? y : u.name === 'pi' ? Math.PI : Math.E
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
      fc.property(
        fc.integer({ min: -(2 ** 30), max: 2 ** 30 }),
        fc.integer({ min: 20, max: 36 }),
        (n, k) => {
          const exact = rational(BigInt(n), 1n << BigInt(k))
          const expected = double(call(f, [symbol('x')]), n * 2 ** -k, 0)
          const found = enclose(call(f, [symbol('x')]), at(exact, exact, 80), 80)
          if (Math.abs(expected) === Infinity) return
          expect(found.kind).toBe(Number.isNaN(expected) ? 'undefined' : 'interval')
          if (found.kind !== 'interval') return
          compared += 1
          const error = Math.abs(toNumber(found.value.lo) - expected)
          expect(error).toBeLessThanOrEqual(Math.abs(expected) * 2 ** -50 + 1e-300)
        },
      ),
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
