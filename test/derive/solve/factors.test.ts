/** Factors of polynomials with rational coefficients. */
import { expect, test } from 'vitest'
import { exponentOf, factorOf, type Polynomial, wholeRoot } from '../../../src/derive/solve/factors.ts'
import { isZero, plus, type Rational, rational, times, ZERO } from '../../../src/expression/rational.ts'
import { Random } from '../../support/random.ts'

const product = (p: Polynomial, q: Polynomial): Rational[] =>
  Array.from({ length: p.length + q.length - 1 }, (_, k) =>
    p.reduce((sum, c, i) => plus(sum, times(c, q[k - i] ?? ZERO)), ZERO),
  )
const byExponent = (p: Polynomial): Map<bigint, Rational> =>
  new Map(p.flatMap((c, k) => (isZero(c) ? [] : [[BigInt(k), c] as const])))
const written = (p: Polynomial): string => p.map(({ num, den }) => `${num}/${den}`).join(' ')

test('what is found multiplies out to the polynomial', () => {
  const random = new Random(3)
  const coefficient = (): Rational =>
    rational(BigInt(random.whole(-6, 6)), BigInt(random.pick([1, 1, 1, 2, 3])))
  const lead = (): Rational => rational(BigInt(random.pick([1, 1, 2, -1, 3])))
  let found = 0
  for (let i = 0; i < 400; i += 1) {
    const p = [coefficient(), ...(random.chance(0.5) ? [coefficient()] : []), lead()]
    const q = [coefficient(), coefficient(), lead()]
    const all = product(p, q)
    if (isZero(all[0] as Rational)) continue
    const factors = factorOf(byExponent(all))
    expect(factors, written(all)).toBeDefined()
    expect(written(product(factors!.factor, factors!.quotient))).toBe(written(all))
    expect(factors!.factor.length).toBeLessThan(all.length)
    found += 1
  }
  expect(found).toBeGreaterThan(300)
})

test('nothing is found where there is nothing', () => {
  const whole = (...p: readonly number[]): Map<bigint, Rational> =>
    byExponent(p.map((c) => rational(BigInt(c))))
  expect(factorOf(whole(-2, 0, 0, 1))).toBeUndefined()
  expect(factorOf(whole(1, 1, 0, 0, 1))).toBeUndefined()
  expect(factorOf(whole(1, 0, 0, 0, 1))).toBeUndefined()
  expect(factorOf(whole(1, -1, 0, 0, 0, 1))).toBeUndefined()
})

test('whole numbers as powers', () => {
  expect(wholeRoot(8n)).toEqual({ base: 2n, exponent: 3 })
  expect(wholeRoot(36n)).toEqual({ base: 6n, exponent: 2 })
  expect(wholeRoot(7n)).toEqual({ base: 7n, exponent: 1 })
  expect(wholeRoot(1n)).toBeUndefined()
  expect(exponentOf(81n, 3n)).toBe(4)
  expect(exponentOf(80n, 3n)).toBeUndefined()
})
