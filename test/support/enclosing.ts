/** Points, terms and checks for the tests of enclosures. */
import fc from 'fast-check'
import { enclose } from '../../src/enclose/enclose.ts'
import { type Interval, NULL, order, point } from '../../src/enclose/interval.ts'
import { call, type Expr, integer, numeral, symbol } from '../../src/expression/expr.ts'
import { minus, type Rational, rational } from '../../src/expression/rational.ts'
import { parse } from '../../src/syntax/index.ts'

export const runs = (numRuns: number) => ({ numRuns, seed: 11 })
export const fraction: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => rational(BigInt(n), BigInt(d)))
export const positive = fraction.map((r) =>
  r.num === 0n ? rational(1n, 7n) : r.num < 0n ? minus(rational(0n), r) : r,
)
export const share = fc.integer({ min: 0, max: 64 }).map((n) => rational(BigInt(n), 64n))

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
export const { u: term } = fc.letrec<{ u: Expr; c: Expr }>((tie) => {
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
      fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), u, u).map(([h, a, b]) => call(h, [a, b])),
      fc.tuple(fc.constantFrom('and', 'or'), tie('c'), tie('c')).map(([h, a, b]) => call(h, [a, b])),
    ),
  }
})

export const at = (x: Rational, y: Rational, bits: number) =>
  new Map([
    ['x', point(x, bits + 8)],
    ['y', point(y, bits + 8)],
  ])
export const value = (text: string, values: Record<string, Rational> = {}, bits = 60): Interval => {
  const map = new Map(Object.entries(values).map(([name, r]) => [name, point(r, bits + 8)]))
  const found = enclose(parse(text), map, bits)
  if (found.kind !== 'interval') throw new Error(found.reason)
  return found.value
}
export const meets = (a: Interval, b: Interval): boolean => (order(a, b) & NULL) !== 0
export const contains = (a: Interval, r: Rational): boolean => meets(a, point(r, 500))

export const EACH_SIGN: readonly number[] = [1, 2, 4]
