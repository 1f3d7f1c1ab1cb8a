/** Polynomials: arithmetic as at points, exact division, what is taken out, squares. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowing, Unsettled } from '../../../src/verify/normal-form/budget.ts'
import {
  accumulate,
  degree,
  difference,
  leading,
  type Monomial,
  nameOf,
  negative,
  type Polynomial,
  parts,
  powerOf,
  product,
  quotient,
  raised,
} from '../../../src/verify/normal-form/polynomial.ts'
import { squareRoot } from '../../../src/verify/normal-form/square-root.ts'

const WORK = 1e6
const monomial = (exponents: readonly number[]): Monomial =>
  String.fromCharCode(...exponents).replace(/\0+$/, '')

function polynomialOf(terms: readonly (readonly [readonly number[], bigint])[]): Polynomial {
  const p = new Map<Monomial, bigint>()
  allowing(WORK, () => {
    for (const [exponents, q] of terms) accumulate(p, new Map([[monomial(exponents), q]]), q === 0n ? 0n : 1n)
  })
  return p
}

const exponents = fc.array(fc.nat(3), { maxLength: 3 })
const polynomial = fc.array(fc.tuple(exponents, fc.bigInt(-9n, 9n)), { maxLength: 5 }).map(polynomialOf)
const other = polynomial.filter((p) => p.size > 0)
const point = fc.tuple(fc.bigInt(-5n, 5n), fc.bigInt(-5n, 5n), fc.bigInt(-5n, 5n))

const valueAt = (p: Polynomial, at: readonly bigint[]): bigint =>
  [...p].reduce(
    (sum, [m, q]) =>
      sum + [...m].reduce((all, c, i) => all * (at[i] as bigint) ** BigInt(c.charCodeAt(0)), q),
    0n,
  )
const holds = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void): void =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      allowing(WORK, () => law(value))
    }),
  )

describe('arithmetic is that of values', () => {
  test('products, powers, differences, opposites', () => {
    holds(fc.tuple(polynomial, polynomial, point), ([p, q, at]) => {
      const [a, b] = [valueAt(p, at), valueAt(q, at)]
      expect(valueAt(product(p, q), at)).toBe(a * b)
      expect(valueAt(difference(p, q), at)).toBe(a - b)
      expect(valueAt(negative(p), at)).toBe(-a)
      expect(valueAt(raised(p, 3), at)).toBe(a ** 3n)
    })
  })
  test('no term has the coefficient 0, and no monomial ends in an exponent 0', () => {
    holds(fc.tuple(polynomial, polynomial), ([p, q]) => {
      for (const result of [product(p, q), difference(p, q)]) {
        for (const [m, n] of result) expect([n !== 0n, m.endsWith('\0')]).toEqual([true, false])
      }
    })
  })
  test('the degree of a product is the sum of the degrees', () => {
    holds(fc.tuple(other, other), ([p, q]) => expect(degree(product(p, q))).toBe(degree(p) + degree(q)))
  })
})

describe('division', () => {
  test('undoes multiplication', () => {
    holds(fc.tuple(other, other), ([p, q]) => {
      expect(nameOf(quotient(product(p, q), q) as Polynomial)).toBe(nameOf(p))
    })
  })
  test('a quotient times the divisor is the dividend; else there is none', () => {
    holds(fc.tuple(other, other), ([p, q]) => {
      const found = quotient(p, q)
      if (found) expect(nameOf(product(found, q))).toBe(nameOf(p))
    })
  })
  test('content, monomial and rest make the whole, and the rest is primitive', () => {
    holds(other, (p) => {
      const { content, monomial: m, rest } = parts(p)
      expect(nameOf(product(product(new Map([[m, 1n]]), rest), new Map([['', content]])))).toBe(nameOf(p))
      expect(parts(rest)).toEqual({ content: 1n, monomial: '', rest })
      expect(rest.get(leading(rest)) as bigint).toBeGreaterThan(0n)
    })
  })
})

describe('square roots', () => {
  test('of squares are found, up to the sign', () => {
    holds(other, (p) => {
      const root = squareRoot(product(p, p)) as Polynomial
      expect([nameOf(p), nameOf(negative(p))]).toContain(nameOf(root))
    })
  })
  test('squared are the polynomial', () => {
    holds(other, (p) => {
      const root = squareRoot(p)
      if (root) expect(nameOf(product(root, root))).toBe(nameOf(p))
    })
  })
})

describe('names', () => {
  test('are equal exactly for equal polynomials', () => {
    holds(fc.tuple(polynomial, polynomial), ([p, q]) => {
      expect(nameOf(new Map([...p].reverse()))).toBe(nameOf(p))
      expect(nameOf(p) === nameOf(q)).toBe(difference(p, q).size === 0)
    })
  })
})

test('work beyond what is allowed, and exponents beyond 65535, are refused', () => {
  const sum = polynomialOf([
    [[1], 1n],
    [[0, 1], 1n],
  ])
  expect(() => allowing(50, () => raised(sum, 20))).toThrow(Unsettled)
  expect(() => allowing(WORK, () => powerOf(0, 70_000))).toThrow(Unsettled)
  const high: Polynomial = new Map([[powerOf(0, 40_000), 1n]])
  expect(() => allowing(WORK, () => product(high, high))).toThrow(Unsettled)
})
