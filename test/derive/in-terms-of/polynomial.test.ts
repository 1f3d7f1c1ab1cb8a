/** Polynomials in several generators, and fractions of them: identities of arithmetic at random. */
import { expect, test } from 'vitest'
import {
  assembled,
  dividedBy,
  fraction,
  minus,
  plus,
  reduced,
  sameFraction,
  times,
  whole,
} from '../../../src/derive/in-terms-of/fraction.ts'
import {
  coefficients,
  degree,
  difference,
  fromCoefficients,
  gcd,
  generator,
  isNought,
  lowestDegree,
  numberIn,
  type Polynomial,
  primitive,
  product,
  quotient,
  raised,
  same,
  scaled,
  sum,
  TooLarge,
  termsOf,
  UNIT,
  withinBounds,
} from '../../../src/derive/in-terms-of/polynomial.ts'
import { rational } from '../../../src/expression/rational.ts'
import { Random } from '../../support/random.ts'

const GENERATORS = 3
const random = new Random(77)

function polynomial(terms = 2): Polynomial {
  let p: Polynomial = rational(BigInt(random.whole(-3, 3)))
  for (let i = 0; i < terms; i += 1) {
    let monomial: Polynomial = rational(BigInt(random.whole(-4, 4)), BigInt(random.pick([1, 1, 2, 3])))
    for (let v = 0; v < GENERATORS; v += 1) {
      monomial = product(monomial, raised(generator(v), random.pick([0, 0, 1])))
    }
    p = sum(p, monomial)
  }
  return p
}

function nonZero(terms = 2): Polynomial {
  for (;;) {
    const p = polynomial(terms)
    if (!isNought(p)) return p
  }
}

const TIMES = 60

test('products divide exactly, and only they', () => {
  for (let i = 0; i < TIMES; i += 1) {
    const [p, q, r] = [polynomial(), nonZero(), nonZero()]
    expect(same(quotient(product(p, q), q) as Polynomial, p)).toBe(true)
    const rest = sum(product(r, q), UNIT)
    if (numberIn(q) === undefined) expect(quotient(rest, q)).toBeUndefined()
  }
})

test('the greatest common divisor divides both and contains every common factor', () => {
  for (let i = 0; i < TIMES; i += 1) {
    const [p, q, r] = [nonZero(), nonZero(), nonZero()]
    const [a, b] = [product(p, r), product(q, r)]
    const g = gcd(a, b)
    expect(quotient(a, g)).toBeDefined()
    expect(quotient(b, g)).toBeDefined()
    expect(quotient(g, primitive(r))).toBeDefined()
  }
})

test('a polynomial is the sum of its terms and of its powers of any generator', () => {
  for (let i = 0; i < TIMES; i += 1) {
    const p = polynomial(4)
    const terms = termsOf(p).map(({ coefficient, exponents }) =>
      [...exponents].reduce<Polynomial>((all, [v, k]) => product(all, raised(generator(v), k)), coefficient),
    )
    expect(same(terms.reduce<Polynomial>(sum, rational(0n)), p)).toBe(true)
    for (let v = 0; v < GENERATORS; v += 1) {
      expect(same(fromCoefficients(coefficients(p, v), v), p)).toBe(true)
      const lowest = lowestDegree(p, v)
      if (!isNought(p)) expect(quotient(p, raised(generator(v), lowest))).toBeDefined()
      expect(lowest).toBeLessThanOrEqual(degree(p, v))
    }
    expect(isNought(difference(scaled(p, rational(3n)), sum(p, sum(p, p))))).toBe(true)
  }
})

test('fractions obey the laws of arithmetic', () => {
  for (let i = 0; i < TIMES; i += 1) {
    const [a, b, c] = [0, 1, 2].map(() => fraction(polynomial(1), nonZero(1))) as [never, never, never]
    expect(sameFraction(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true)
    expect(sameFraction(minus(plus(a, b), b), a)).toBe(true)
    if (!isNought((b as { above: Polynomial }).above)) {
      expect(sameFraction(dividedBy(times(a, b), b), a)).toBe(true)
    }
  }
})

test('modulo a relation: the difference is a multiple of it', () => {
  const v = 2
  let tried = 0
  for (let i = 0; i < TIMES; i += 1) {
    const relation = polynomial(2)
    if (degree(relation, v) < 1) continue
    const g = fraction(polynomial(1), nonZero(1))
    const c = reduced(g, relation, v)
    if (!c) continue
    tried += 1
    expect(c.length).toBeLessThanOrEqual(degree(relation, v))
    const rest = minus(g, assembled(c, whole(generator(v))))
    // Coefficients without v may be divided out, so the relation is made primitive in v first.
    const content = coefficients(relation, v).reduce(gcd)
    const part = quotient(relation, content) as Polynomial
    expect(quotient(rest.above, part)).toBeDefined()
  }
  expect(tried).toBeGreaterThan(20)
})

test('work is bounded', () => {
  let p: Polynomial = UNIT
  for (let v = 0; v < 12; v += 1) p = sum(p, generator(v))
  expect(() => withinBounds(() => raised(p, 40))).toThrow(TooLarge)
})
