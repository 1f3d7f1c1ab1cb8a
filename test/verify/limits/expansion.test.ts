/** Expansions: certificates, uniqueness, and what is beyond them, by enclosures. */
import { describe, expect, test } from 'vitest'
import { series } from '../../../src/analyse/series.ts'
import { verify } from '../../../src/analyse/verify.ts'
import { toNumber } from '../../../src/enclose/dyadic.ts'
import { enclose } from '../../../src/enclose/enclose.ts'
import { add, type Expr, multiply, negate, raise, substitute, sumOf } from '../../../src/expression/expr.ts'
import { parse } from '../../../src/syntax/index.ts'

const expansion = (formula: string, options: Parameters<typeof series>[1]) => {
  const found = series(formula, options)
  if (found.verdict !== 'series') throw new Error(`${formula}: ${found.reason}`)
  return found
}

const KNOWN: readonly (readonly [formula: string, options: NonNullable<Parameters<typeof series>[1]>])[] = [
  ['1/(1 + e^-x)', { order: 8 }],
  ['tan(x)', { order: 10 }],
  ['e^sin(x)', { order: 6 }],
  ['log(1 + e^x)', { order: 7 }],
  ['1/sin(x)', { order: 6 }],
  ['sin(x)/(1 - cos(x))', { order: 4 }],
  ['e^x/x^(3/2)', { order: 4, side: 'right' }],
  ['acos(1 - x)', { order: 3, side: 'right' }],
  ['sqrt(-x)*cos(x)', { order: 3, side: 'left' }],
  ['atan(x)', { at: 1, order: 5 }],
  ['erf(x)', { at: '1/2', order: 5 }],
  ['atan(x)', { at: '-infinity', order: 6 }],
  ['sqrt(x^2 + x)', { at: 'infinity', order: 4 }],
  ['log(sin(x))', { order: 6, side: 'right' }],
  ['x^x', { order: 3, side: 'right' }],
  ['x^3 - 2*x + 1', { at: 2, order: 6 }],
  ['tanh(x) + e^(-1/x^2)', { order: 6, side: 'right' }],
  ['abs(x)', { order: 3, side: 'left' }],
]

describe('certificates', () => {
  test.each(KNOWN)('%s', (formula, options) => {
    const { certificate } = expansion(formula, options)
    expect(verify(certificate)).toEqual({ ok: true })
    const { powers, terms } = certificate
    const [first, ...rest] = powers
    const seven = [...terms, ['number', '7']]
    const changed = [
      { powers: rest },
      { terms: seven, powers: [...powers, { coefficient: terms.length, exponent: '1/7' }] },
      { terms: seven, powers: [{ ...first, coefficient: terms.length }, ...rest] },
      { powers: [{ ...first, exponent: '17/3' }, ...rest] },
      ...(certificate.complete ? [] : [{ complete: true }, { order: '40' }]),
    ]
    for (const change of changed)
      expect(verify({ ...certificate, ...change }).ok, JSON.stringify(change)).toBe(false)
  })

  test('a side that has another expansion', () => {
    const { certificate } = expansion('abs(x) + x^2', { order: 3, side: 'left' })
    const { side, ...both } = certificate
    expect([side, verify(certificate).ok, verify(both).ok]).toEqual(['left', true, false])
    const odd = expansion('x^3 - x', { order: 3, side: 'left' }).certificate
    expect(verify({ ...odd, side: 'right' }).ok).toBe(false)
  })

  test('fields of the wrong shape', () => {
    const { certificate } = expansion('e^x', { order: 3 })
    const bad = [
      { order: 3 },
      { order: '1/0' },
      { powers: 3 },
      { powers: [3] },
      { complete: 1 },
      { side: 'up' },
      { to: 'up' },
    ]
    for (const change of bad)
      expect(verify({ ...certificate, ...change }).ok, JSON.stringify(change)).toBe(false)
  })
})

/** u at x, in doubles. */
function at(u: Expr, x: Expr): number {
  const found = enclose(substitute(u, new Map([['x', x]])), new Map(), 400)
  if (found.kind !== 'interval') throw new Error(found.reason)
  return toNumber(found.value.lo)
}

/** Where the quantity is small: at a distance 2^-k from the point, or at 2^k. */
function placed(k: number, { at: to = 0, side }: NonNullable<Parameters<typeof series>[1]>): Expr {
  if (to === 'infinity') return parse(`2^${k}`)
  if (to === '-infinity') return parse(`-2^${k}`)
  return add(parse(String(to)), side === 'left' ? negate(parse(`2^-${k}`)) : parse(`2^-${k}`))
}

test.each(KNOWN)('what is left of %s is as small as it should be', (formula, options) => {
  const { quantity, terms, complete } = expansion(formula, options)
  const sum = sumOf(
    terms.map(({ coefficient, exponent }) => multiply(coefficient, raise(quantity, exponent))),
  )
  const rest = add(parse(formula), negate(sum))
  const order = options.order as number
  for (const k of [6, 9, 12]) {
    const x = placed(k, options)
    const size = Math.abs(at(rest, x))
    if (complete) expect(size).toBeLessThan(1e-60)
    // Logarithms may stand before the first power that is left out.
    else expect(size).toBeLessThan(1000 * Math.abs(at(quantity, x)) ** order * k ** order)
  }
})
