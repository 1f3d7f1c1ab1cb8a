/**
 * A formula as a number times powers of factors, over one common denominator: the form that shows
 * signs. It is found formally, in kernels (derive/in-terms-of/kernels.ts), without regard to signs
 * and domains; the checker compares what comes of it by normal forms.
 */

import {
  assembled,
  DivisionByZero,
  type Fraction,
  reduced,
  whole,
} from '../../derive/in-terms-of/fraction.ts'
import { inKernels, type Kernels, Opaque, rationalised } from '../../derive/in-terms-of/kernels.ts'
import {
  coefficients,
  content,
  degree,
  difference,
  fromCoefficients,
  gcd,
  generator,
  generatorsOf,
  isNought,
  lowestDegree,
  numberIn,
  type Polynomial,
  primitive,
  product,
  quotient,
  raised,
  scaled,
  sum,
  type Term,
  TooLarge,
  termsOf,
  withinBounds,
} from '../../derive/in-terms-of/polynomial.ts'
import {
  CONSTANTS,
  call,
  divide,
  type Expr,
  exp,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import {
  exactRoot,
  isOne,
  negated,
  over,
  type Rational,
  rational,
  signOf,
} from '../../expression/rational.ts'

/** A base and its whole exponent, negative below the line. */
export interface Factor {
  readonly base: Expr
  readonly exponent: number
}

export interface Factored {
  readonly number: Rational
  readonly factors: readonly Factor[]
}

/** By hash: the last term of that hash, and its factors. */
const known = new Map<number, readonly [Expr, Factored | undefined]>()
const MOST_KNOWN = 1_000

/** The factors of u; none if it is not made of what kernels describe. */
export function factored(u: Expr): Factored | undefined {
  const before = known.get(u.hash)
  if (before && same(before[0], u)) return before[1]
  const found = worked(u)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(u.hash, [u, found])
  return found
}

function worked(u: Expr): Factored | undefined {
  try {
    return withinBounds(() => ofKernels(u))
  } catch (stopped) {
    const isKnown = [Opaque, TooLarge, DivisionByZero, RangeError].some((kind) => stopped instanceof kind)
    if (isKnown) return undefined
    throw stopped
  }
}

function ofKernels(u: Expr): Factored {
  const { kernels, fractions } = inKernels([withRootsApart(u)], 'exponentials')
  const { above, below } = withoutPowers(
    rationalised(fractions[0] as Fraction, kernels, freeSymbols(u)),
    kernels,
  )
  const term = (v: number): Expr => kernels.termOf(v)
  if (isNought(above)) return { number: rational(0n), factors: [] }
  const [over_, under] = [above, below].map(split) as [Split, Split]
  return {
    number: over(over_.number, under.number),
    factors: [
      ...over_.parts.map(({ base, n }) => ({ base: written(base, term), exponent: n })),
      ...under.parts.map(({ base, n }) => ({ base: written(base, term), exponent: -n })),
    ],
  }
}

/** No power of a root of a number that is the number. */
function withoutPowers(u: Fraction, kernels: Kernels): Fraction {
  let next = u
  for (const [k, relation] of kernels.reducible) {
    const isOpen = [next.above, next.below].some((p) => degree(p, k) >= degree(relation, k))
    const c = isOpen ? reduced(next, relation, k) : undefined
    if (c) next = assembled(c, whole(generator(k)))
  }
  return next
}

/** √(2π) as √2·√π, so that it is known to be that. */
function withRootsApart(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(withRootsApart)
  const [inner] = args as [Expr]
  const isNumber = (v: Expr): boolean => v.kind === 'number' || (v.kind === 'symbol' && CONSTANTS.has(v.name))
  const isApart = u.head === 'sqrt' && isCall(inner, 'multiply') && inner.args.every(isNumber)
  return isApart ? productOf(inner.args.map((v) => call('sqrt', [v]))) : call(u.head, args)
}

interface Split {
  readonly number: Rational
  readonly parts: readonly { readonly base: Polynomial; readonly n: number }[]
}

/** p as a number times powers: generators, what its coefficients share, repeated and linear factors. */
function split(p: Polynomial): Split {
  const parts: { base: Polynomial; n: number }[] = []
  let rest = primitive(p)
  for (const v of generatorsOf(p)) {
    const n = lowestDegree(rest, v)
    if (n === 0) continue
    parts.push({ base: generator(v), n })
    rest = quotient(rest, raised(generator(v), n)) as Polynomial
  }
  for (const base of apart(rest)) {
    const known = parts.find((part) => isNought(difference(part.base, base)))
    if (known) known.n += 1
    else parts.push({ base, n: 1 })
  }
  const all = parts.reduce(
    (found, { base, n }) => product(found, raised(base, n)),
    rational(1n) as Polynomial,
  )
  const number = numberIn(quotient(p, all) ?? rational(0n))
  return number ? { number, parts } : { number: content(p), parts: [{ base: primitive(p), n: 1 }] }
}

/** Factors of a primitive polynomial, as far as they are found. */
function apart(p: Polynomial): Polynomial[] {
  if (numberIn(p)) return []
  for (const v of generatorsOf(p)) {
    const shared = coefficients(p, v).reduce(gcd)
    const divisor = numberIn(shared) ? (repeated(p, v) ?? linear(p, v) ?? ofQuadratic(p, v)) : shared
    const other = divisor && quotient(p, divisor)
    if (divisor && other && !numberIn(other))
      return [...apart(primitive(divisor)), ...apart(primitive(other))]
  }
  return [p]
}

function repeated(p: Polynomial, v: number): Polynomial | undefined {
  const slope = coefficients(p, v)
    .map((c, i) => scaled(c, rational(BigInt(i))))
    .slice(1)
  const shared = gcd(p, fromCoefficients(slope, v))
  return numberIn(shared) ? undefined : shared
}

/** A factor of a·v² + b·v + c, if b² − 4ac is a square. */
function ofQuadratic(p: Polynomial, v: number): Polynomial | undefined {
  const [c, b, a, ...more] = coefficients(p, v)
  if (!a || !b || !c || more.length > 0) return undefined
  const root = rootOf(difference(product(b, b), scaled(product(a, c), rational(4n))))
  if (!root) return undefined
  const factor = primitive(sum(scaled(product(a, generator(v)), rational(2n)), difference(b, root)))
  const shared = coefficients(factor, v).reduce(gcd)
  return quotient(factor, shared)
}

/** The polynomial of which this is the square. */
function rootOf(square: Polynomial): Polynomial | undefined {
  if (isNought(square)) return undefined
  const { number, parts } = split(square)
  const root = exactRoot(number, 2n)
  if (!root || parts.some(({ n }) => n % 2 !== 0)) return undefined
  return parts.reduce<Polynomial>((all, { base, n }) => product(all, raised(base, n / 2)), root)
}

const SMALL = 30n

/**
 * q·v − n for a root n/q with small n and q, of a polynomial in v alone; q then divides the first of
 * the whole coefficients, and n the last.
 */
function linear(p: Polynomial, v: number): Polynomial | undefined {
  const numbers = coefficients(primitive(p), v).map(numberIn)
  if (numbers.length < 3 || numbers.includes(undefined)) return undefined
  const whole = (numbers as Rational[]).map(({ num }) => num)
  const [last, lead] = [whole[0], whole.at(-1)] as [bigint, bigint]
  for (let q = 1n; q <= SMALL; q += 1n) {
    if (lead % q !== 0n) continue
    for (let n = -SMALL; n <= SMALL; n += 1n) {
      if (n === 0n || last % n !== 0n || (q > 1n && n % q === 0n)) continue
      // q^k·p(n/q), from the highest power down
      const [value] = whole.reduceRight(([all, scale], c) => [all * n + c * scale, scale * q], [0n, 1n])
      if (value === 0n) return difference(scaled(generator(v), rational(q)), rational(n))
    }
  }
  return undefined
}

/** The polynomial as a sum of products of kernels. */
const written = (p: Polynomial, term: (v: number) => Expr): Expr => {
  const terms = termsOf(p)
  const first = terms.findIndex(({ coefficient }) => signOf(coefficient) > 0)
  const ordered = first > 0 ? [terms[first] as Term, ...terms.filter((_, i) => i !== first)] : terms
  return sumOf(ordered.map((one) => monomial(one, term)))
}

function monomial({ coefficient, exponents }: Term, term: (v: number) => Expr): Expr {
  const isNegative = signOf(coefficient) < 0
  const size = isNegative ? negated(coefficient) : coefficient
  const powers = [...exponents].map(([v, n]) => powerOf(term(v), n))
  const written_ = productOf(isOne(size) && powers.length > 0 ? powers : [numberTerm(size), ...powers])
  return isNegative ? negate(written_) : written_
}

/** uⁿ; a power of an exponential is one. */
export function powerOf(u: Expr, n: number): Expr {
  if (n === 1) return u
  if (n < 0) return divide(integer(1), powerOf(u, -n))
  return isCall(u, 'exp') ? exp(multiply(integer(n), u.args[0] as Expr)) : raise(u, integer(n))
}

/** The product written out. */
export function writtenOut({ number, factors }: Factored): Expr {
  const isNegative = signOf(number) < 0
  const size = isNegative ? negated(number) : number
  const part = (sign: number, n: bigint): Expr[] => [
    ...(n === 1n ? [] : [integer(n)]),
    ...factors
      .filter(({ exponent }) => exponent * sign > 0)
      .map(({ base, exponent }) => powerOf(base, exponent * sign)),
  ]
  const [above, below] = [part(1, size.num), part(-1, size.den)]
  const whole = below.length === 0 ? productOf(above) : divide(productOf(above), productOf(below))
  return isNegative ? negate(whole) : whole
}
