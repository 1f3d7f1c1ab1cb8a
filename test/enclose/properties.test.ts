import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toNumber } from '../../src/enclose/dyadic.ts'
import { decide, enclose } from '../../src/enclose/enclose.ts'
import { between, hull, point, signs, WHOLE } from '../../src/enclose/interval.ts'
import { call } from '../../src/expression/expr.ts'
import { minus, plus, rational, times } from '../../src/expression/rational.ts'
import { parse } from '../../src/syntax/index.ts'
import { arbitraryExpr } from '../support/arbitrary-expr.ts'

import { at, EACH_SIGN, fraction, meets, positive, runs, share, term, value } from '../support/enclosing.ts'

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
        const [wide, narrow] = [few, many].map((e) => toNumber(e.value.hi) - toNumber(e.value.lo)) as [
          number,
          number,
        ]
        if (Number.isFinite(wide) && few.total) expect(narrow).toBeLessThanOrEqual(wide)
      }),
      runs(6_000),
    )
    expect(settled).toBeGreaterThan(2_000)
  })

  test('a box encloses its points, and is undefined only if they are', () => {
    const seen = { total: 0, partial: 0, undefined: 0, unknown: 0 }
    fc.assert(
      fc.property(term, fraction, positive, fraction, positive, share, share, (u, x, dx, y, dy, s, t) => {
        const box = new Map([
          ['x', hull(point(x, 68), point(plus(x, dx), 68))],
          ['y', hull(point(y, 68), point(plus(y, dy), 68))],
        ])
        const around = enclose(u, box, 60)
        const inside = enclose(u, at(plus(x, times(s, dx)), plus(y, times(t, dy)), 90), 90)
        seen[around.kind === 'interval' ? (around.total ? 'total' : 'partial') : around.kind] += 1
        if (around.kind === 'undefined') expect(inside.kind === 'interval' && inside.total).toBe(false)
        if (around.kind !== 'interval') return
        if (around.total) expect(inside.kind).toBe('interval')
        if (inside.kind === 'interval') expect(meets(around.value, inside.value)).toBe(true)
      }),
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
      fc.property(term, fraction, positive, fraction, fc.nat(2), fc.nat(20), (u, x, d, y, kind, k) => {
        const end = point(x, 68)
        const whole = kind === 0 ? WHOLE : kind === 1 ? between(end.lo, top) : between(bottom, end.hi)
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
        if (around.kind === 'undefined') expect(inside.kind === 'interval' && inside.total).toBe(false)
        if (around.kind !== 'interval') return
        if (around.total) expect(inside.kind).toBe('interval')
        if (inside.kind !== 'interval') return
        expect(meets(around.value, inside.value)).toBe(true)
        const [possible, found] = [signs(around.value), signs(inside.value)]
        if (EACH_SIGN.includes(found)) expect(possible & found).toBe(found)
        if (possible !== 7) told += 1
      }),
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
    for (const answer of ['true', 'false', 'undefined', 'unknown']) expect(seen[answer]).toBeGreaterThan(100)
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
    ['erf(erfinv(v/61))', 'v/61'],
    ['erfinv(erf(v/9))', 'v/9'],
    ['probit(normcdf(v/9))', 'v/9'],
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
