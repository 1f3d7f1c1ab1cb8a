/**
 * Formulas as fractions of polynomials in *kernels*: what arithmetic cannot open. Exponentials and
 * symbolic powers that share an exponent up to a rational factor are powers of one kernel, so
 * e^x and e^(-2·x) are not strangers. Hyperbolic functions are read through exponentials. All this
 * is formal, without regard to signs and domains: it finds a form, and a derivation proves it.
 */
import { call, type Expr, exp, isCall, mentions, raise, same, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import {
  isInteger,
  isOne,
  MINUS_ONE,
  negated,
  ONE,
  over,
  type Rational,
  rational,
  signOf,
} from '../../expression/rational.ts'
import { compiledRule, instantiate } from '../../rules/compile.ts'
import { opened } from '../../rules/forms.ts'
import {
  assembled,
  dividedBy,
  type Fraction,
  minus,
  ONE_FRACTION,
  plus,
  power,
  reduced,
  sameFraction,
  times,
  whole,
  ZERO_FRACTION,
} from './fraction.ts'
import {
  degree,
  difference,
  generator,
  generatorsOf,
  lowestDegree,
  numberIn,
  type Polynomial,
  product,
  raised,
  scaled,
  sum,
  termsOf,
  UNIT,
} from './polynomial.ts'
import { writtenPlainly } from './written.ts'

/** What a kernel is, as far as its equation can be solved. */
export type Shape =
  | { readonly kind: 'symbol' | 'call' }
  | { readonly kind: 'exponential'; readonly exponent: Fraction }
  | { readonly kind: 'power'; readonly base: Fraction; readonly exponent: Fraction }
  | { readonly kind: 'logarithm'; readonly of: Fraction }

export interface Kernel {
  readonly name: string
  readonly term: Expr
  readonly shape: Shape
}

/**
 * How circular and hyperbolic functions are written: through sine and cosine, or through tangent and
 * cosine; or the hyperbolic ones through exponentials.
 */
export type Angles = 'exponentials' | 'sine and cosine' | 'tangent and cosine'

/** The formula is not one that kernels describe. */
export class Opaque extends Error {
  override readonly name = 'Opaque'
}

/** Sine, cosine, tangent of the circle (c² + s² = 1) and of the hyperbola (c² − s² = 1). */
interface Family {
  readonly heads: readonly string[]
  readonly square: Rational
}
const FAMILIES: readonly Family[] = [
  { heads: ['sin', 'cos', 'tan'], square: ONE },
  { heads: ['sinh', 'cosh', 'tanh'], square: MINUS_ONE },
]
/** Functions that can be written in more than one way. */
export const ANGULAR: ReadonlySet<string> = new Set(FAMILIES.flatMap(({ heads }) => heads))
const MOST_POWERS = 40n

export class Kernels {
  readonly kernels: Kernel[] = []
  /** Polynomials that are 0, such as s² + c² − 1. */
  readonly relations: Polynomial[] = []
  /** Kernels of which a relation gives a power: roots, and one of each sine and cosine. */
  readonly reducible: Map<number, Polynomial> = new Map()
  /** Did an exponent turn up that is no multiple of the unit known so far? Then begin again. */
  stale = false
  readonly #numbers = new Map<string, number>()
  readonly #units: Map<string, Rational>
  readonly #angles: Angles

  /** `units` are kept from one attempt to the next. */
  constructor(units: Map<string, Rational>, angles: Angles) {
    this.#units = units
    this.#angles = angles
  }

  /** The formula as a fraction in kernels. */
  fractionOf(u: Expr): Fraction {
    if (u.kind === 'number') return whole(u.value)
    if (u.kind === 'symbol') {
      if (u.name === 'e') return this.exponential(ONE_FRACTION)
      return this.#lone(u.name, u, { kind: 'symbol' })
    }
    const of = (i: number): Fraction => this.fractionOf(u.args[i] as Expr)
    switch (u.head) {
      case 'add':
        return u.args.map((arg) => this.fractionOf(arg)).reduce(plus)
      case 'multiply':
        return u.args.map((arg) => this.fractionOf(arg)).reduce(times)
      case 'negate':
        return times(whole(MINUS_ONE), of(0))
      case 'divide':
        return dividedBy(of(0), of(1))
      case 'power':
        return this.power(of(0), of(1))
      case 'sqrt':
        return this.power(of(0), whole(rational(1n, 2n)))
      case 'exp':
        return this.exponential(of(0))
      case 'log':
        return this.logarithm(of(0))
    }
    const byExponentials =
      this.#angles === 'exponentials' ? compiledRule(`${u.head} by exponentials`) : undefined
    const inExponentials = byExponentials && instantiate(byExponentials.to, { u: u.args[0] as Expr })
    if (inExponentials) return this.fractionOf(inExponentials)
    const family = FAMILIES.find(({ heads }) => heads.includes(u.head))
    if (family) return this.#angular(family, u.head, of(0))
    const open = opened(u)
    if (open) return this.fractionOf(open)
    if (u.head === 'D' || u.head === 'at' || u.head === 'piecewise')
      throw new Opaque(`"${u.head}" has no kernels`)
    const parts = u.args.map((arg) => this.fractionOf(arg))
    const name = `${u.head}(${parts.map((part) => this.nameOf(part)).join()})`
    return this.#lone(name, u, { kind: 'call' })
  }

  /** e^u, one kernel for each term of u. */
  exponential(u: Fraction): Fraction {
    return this.#exponentTerms(this.#withoutRoots(u))
      .map(({ coefficient, term }) => {
        const base = this.#logarithmIn(term)
        if (base) return this.power(base.of, times(whole(coefficient), base.rest))
        const unit = this.#unit(`e^${this.nameOf(term)}`, coefficient)
        const exponent = times(whole(unit), term)
        const shape: Shape = { kind: 'exponential', exponent }
        const lone = this.#lone(`e^(${this.nameOf(exponent)})`, () => exp(this.written(exponent)), shape)
        return power(lone, this.#multiple(coefficient, unit))
      })
      .reduce(times, ONE_FRACTION)
  }

  /** u with √2² as 2. */
  #withoutRoots(u: Fraction): Fraction {
    return [...this.reducible].reduce((v, [i, relation]) => {
      const isRoot = this.kernels[i]?.shape.kind === 'power' && degree(v.above, i) >= degree(relation, i)
      const rest = isRoot ? reduced(v, relation, i) : undefined
      return rest ? assembled(rest, whole(generator(i))) : v
    }, u)
  }

  /** base^exponent. */
  power(base: Fraction, exponent: Fraction): Fraction {
    const value = numberOf(exponent)
    if (value && isInteger(value)) return power(base, this.#multiple(value, ONE))
    if (sameFraction(base, ONE_FRACTION)) return ONE_FRACTION
    if (numberIn(base.above) && !numberIn(base.below)) {
      return this.power(dividedBy(ONE_FRACTION, base), times(whole(MINUS_ONE), exponent))
    }
    const lone = this.#loneKernel(base)
    if (lone?.shape.kind === 'exponential') {
      return this.exponential(times(times(lone.shape.exponent, lone.times), exponent))
    }
    if (lone?.shape.kind === 'power') {
      return this.power(lone.shape.base, times(times(lone.shape.exponent, lone.times), exponent))
    }
    return this.#exponentTerms(exponent)
      .map(({ coefficient, term }) => this.#powerTerm(base, coefficient, term))
      .reduce(times, ONE_FRACTION)
  }

  #powerTerm(base: Fraction, coefficient: Rational, term: Fraction): Fraction {
    const name = this.nameOf(base)
    const isNumber = sameFraction(term, ONE_FRACTION)
    if (isNumber && isInteger(coefficient)) return power(base, this.#multiple(coefficient, ONE))
    const unit = this.#unit(
      `${name}^${this.nameOf(term)}`,
      isNumber ? rational(1n, coefficient.den) : magnitude(coefficient),
    )
    const exponent = times(whole(unit), term)
    const shape: Shape = { kind: 'power', base, exponent }
    const lone = this.#lone(
      `(${name})^(${this.nameOf(exponent)})`,
      () => powerTerm(this.written(base), this.written(exponent)),
      shape,
    )
    const n = this.#multiple(coefficient, unit)
    if (!isNumber) return power(lone, n)
    const order = Number(unit.den)
    this.#relate(lone, base, order)
    const over = Math.floor(n / order)
    return times(power(base, over), power(lone, n - over * order))
  }

  /** Notes that kernelⁿ = base. */
  #relate(kernel: Fraction, base: Fraction, order: number): void {
    const relation = difference(product(raised(kernel.above, order), base.below), base.above)
    if (!this.relations.some((known) => this.nameOf(whole(known)) === this.nameOf(whole(relation)))) {
      this.relations.push(relation)
      this.reducible.set(this.numberOf(kernel), relation)
    }
  }

  /** log(u); exponentials that are factors of u come out of it. */
  logarithm(u: Fraction): Fraction {
    let rest = u
    let outside = ZERO_FRACTION
    for (const [i, { shape }] of this.kernels.entries()) {
      if (shape.kind !== 'exponential') continue
      const n = lowestDegree(rest.above, i) - lowestDegree(rest.below, i)
      if (n === 0) continue
      outside = plus(outside, times(whole(rational(BigInt(n))), shape.exponent))
      rest = dividedBy(rest, power(whole(generator(i)), n))
    }
    if (sameFraction(rest, ONE_FRACTION)) return outside
    const lone = this.#loneKernel(rest)
    if (lone?.shape.kind === 'power') {
      return plus(outside, times(times(lone.shape.exponent, lone.times), this.logarithm(lone.shape.base)))
    }
    const turned = dividedBy(ONE_FRACTION, rest)
    if (this.#numbers.has(`log(${this.nameOf(turned)})`)) return minus(outside, this.#plainLogarithm(turned))
    return plus(outside, this.#plainLogarithm(rest))
  }

  #plainLogarithm(u: Fraction): Fraction {
    return this.#lone(`log(${this.nameOf(u)})`, () => call('log', [this.written(u)]), {
      kind: 'logarithm',
      of: u,
    })
  }

  /** Sine, cosine or tangent of n·θ, by the addition formulas from θ. */
  #angular(family: Family, head: string, angle: Fraction): Fraction {
    const isCosine = head === family.heads[1]
    const [first] = this.#exponentTerms(angle)
    if (!first) return isCosine ? ONE_FRACTION : ZERO_FRACTION
    const theta = times(whole(over(ONE, first.coefficient)), angle)
    const unit = this.#unit(`angle ${this.nameOf(theta)}`, magnitude(first.coefficient))
    const n = this.#multiple(first.coefficient, unit)
    const [s, c] = this.#circle(family, times(whole(unit), theta))
    const turned = times(whole(negated(family.square)), s)
    let [sine, cosine] = [ZERO_FRACTION, ONE_FRACTION]
    for (let i = 0; i < Math.abs(n); i += 1) {
      const next = plus(times(cosine, c), times(sine, turned))
      ;[sine, cosine] = [plus(times(sine, c), times(cosine, s)), next]
    }
    if (n < 0) sine = times(whole(MINUS_ONE), sine)
    if (isCosine) return cosine
    return head === family.heads[0] ? sine : dividedBy(sine, cosine)
  }

  /** Sine and cosine of an angle, as fractions in two kernels with a relation between them. */
  #circle({ heads, square }: Family, angle: Fraction): readonly [Fraction, Fraction] {
    const [sin, cos, tan] = heads as [string, string, string]
    const name = this.nameOf(angle)
    const isNew = !this.#numbers.has(`${cos}(${name})`)
    const kernel = (head: string): Fraction =>
      this.#lone(`${head}(${name})`, () => call(head, [this.written(angle)]), { kind: 'call' })
    const cosine = kernel(cos)
    const byTangent = this.#angles === 'tangent and cosine'
    const other = kernel(byTangent ? tan : sin)
    const [c, t] = [raised(cosine.above, 2), scaled(raised(other.above, 2), square)]
    const total = byTangent ? sum(c, product(c, t)) : sum(c, t)
    if (isNew) {
      const relation = difference(total, UNIT)
      this.relations.push(relation)
      this.reducible.set(this.numberOf(byTangent ? cosine : other), relation)
    }
    return [byTangent ? times(other, cosine) : other, cosine]
  }

  /** The kernel that u is a power of, if it is one, and that power. */
  #loneKernel(u: Fraction): (Kernel & { readonly times: Fraction }) | undefined {
    const [n, d] = [numberIn(u.above), numberIn(u.below)]
    const part = d ? u.above : n ? u.below : undefined
    const [term, ...more] = part === undefined ? [] : termsOf(part)
    if (!term || more.length > 0 || term.exponents.size !== 1 || !isOne(term.coefficient)) return undefined
    if (d && !isOne(d)) return undefined
    if (!d && n && !isOne(n)) return undefined
    const [[i, k]] = [...term.exponents] as [[number, number]]
    return { ...(this.kernels[i] as Kernel), times: whole(rational(BigInt(d ? k : -k))) }
  }

  /** The terms of an exponent: a rational number times a product of kernels. */
  #exponentTerms(u: Fraction): { coefficient: Rational; term: Fraction }[] {
    return termsOf(u.above).map(({ coefficient, exponents }) => {
      const monomial = [...exponents].reduce((all, [i, k]) => product(all, raised(generator(i), k)), UNIT)
      return { coefficient, term: dividedBy(whole(monomial), whole(u.below)) }
    })
  }

  /** In r·log(b): b and r. */
  #logarithmIn(term: Fraction): { of: Fraction; rest: Fraction } | undefined {
    for (const i of generatorsOf(term.above)) {
      const { shape } = this.kernels[i] as Kernel
      if (shape.kind === 'logarithm' && degree(term.above, i) === 1) {
        return { of: shape.of, rest: dividedBy(term, whole(generator(i))) }
      }
    }
    return undefined
  }

  /** The number of which all coefficients of this exponent so far are multiples. */
  #unit(name: string, coefficient: Rational): Rational {
    const known = this.#units.get(name)
    if (!known) {
      this.#units.set(name, coefficient)
      return coefficient
    }
    if (isInteger(over(coefficient, known))) return known
    const unit = commonMeasure(known, coefficient)
    this.#units.set(name, signOf(known) < 0 ? over(unit, rational(-1n)) : unit)
    this.stale = true
    return coefficient
  }

  #multiple(coefficient: Rational, unit: Rational): number {
    const n = over(coefficient, unit)
    if (!isInteger(n) || n.num > MOST_POWERS || n.num < -MOST_POWERS)
      throw new Opaque('an exponent is too large')
    return Number(n.num)
  }

  #lone(name: string, term: Expr | (() => Expr), shape: Shape): Fraction {
    let i = this.#numbers.get(name)
    if (i === undefined) {
      i = this.kernels.length
      this.#numbers.set(name, i)
      this.kernels.push({ name, term: symbol('?'), shape })
      this.kernels[i] = { name, term: typeof term === 'function' ? term() : term, shape }
    }
    return whole(generator(i))
  }

  /** A name for a fraction that does not depend on the order in which kernels were met. */
  nameOf(u: Fraction): string {
    const name = (p: Polynomial): string =>
      termsOf(p)
        .map(({ coefficient: { num, den }, exponents }) => {
          const factors = [...exponents].map(([i, k]) => `${(this.kernels[i] as Kernel).name}**${k}`)
          return `${num}/${den}*${factors.sort().join('*')}`
        })
        .sort()
        .join('+')
    return numberIn(u.below) ? name(u.above) : `(${name(u.above)})/(${name(u.below)})`
  }

  written(u: Fraction): Expr {
    return writtenPlainly(u, (i) => this.termOf(i))
  }

  termOf(kernel: number): Expr {
    return (this.kernels[kernel] as Kernel).term
  }

  /** The number of the kernel that u is. */
  numberOf(u: Fraction): number {
    const [number] = generatorsOf(u.above)
    return number as number
  }

  /** The numbers of the kernels in which a symbol occurs. */
  with(names: readonly string[]): ReadonlySet<number> {
    const numbers = [...this.kernels.keys()]
    return new Set(
      numbers.filter((i) => names.some((name) => mentions((this.kernels[i] as Kernel).term, name))),
    )
  }
}

const magnitude = (a: Rational): Rational => (signOf(a) < 0 ? negated(a) : a)
const numberOf = (u: Fraction): Rational | undefined =>
  numberIn(u.below) && numberIn(u.above)
    ? over(numberIn(u.above) as Rational, numberIn(u.below) as Rational)
    : undefined

/** The largest positive number of which both are multiples. */
function commonMeasure(a: Rational, b: Rational): Rational {
  let [p, q] = [a.num * b.den, b.num * a.den]
  while (q !== 0n) [p, q] = [q, p % q]
  return rational(p < 0n ? -p : p, a.den * b.den)
}

const HALF = numberTerm(rational(1n, 2n))

/** u^v, with a square root for the exponent 1/2. */
const powerTerm = (u: Expr, v: Expr): Expr => (same(v, HALF) ? call('sqrt', [u]) : raise(u, v))

const MOST_ATTEMPTS = 6

/** The fractions of several formulas over one set of kernels. */
export function inKernels(
  terms: readonly Expr[],
  angles: Angles,
): { readonly kernels: Kernels; readonly fractions: readonly Fraction[] } {
  const units = new Map<string, Rational>()
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const kernels = new Kernels(units, angles)
    const fractions = terms.map((u) => kernels.fractionOf(u))
    if (!kernels.stale) return { kernels, fractions }
  }
  throw new Opaque('the exponents have no common measure')
}

/** u with no root of the letters below the line, and no power of one, or of a sine, that a relation gives. */
export function rationalised(u: Fraction, kernels: Kernels, letters: readonly string[]): Fraction {
  const ofLetters = kernels.with(letters)
  let next = u
  for (const [k, relation] of kernels.reducible) {
    const lowest = isCall(kernels.termOf(k), 'sqrt') ? 1 : degree(relation, k)
    const isOpen = degree(next.below, k) >= lowest || degree(next.above, k) >= degree(relation, k)
    const c = ofLetters.has(k) && isOpen ? reduced(next, relation, k) : undefined
    if (c) next = assembled(c, whole(generator(k)))
  }
  return next
}
