/**
 * How a formula behaves near a point, on one side of it: its series, which also says that the formula
 * is defined there. Forms by cases are what the case is that holds near the point.
 */
import { type Condition, OPPOSITE, RELATED } from '../../expression/condition.ts'
import { type CallNode, type Expr, mentions } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { type Rational, signOf } from '../../expression/rational.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { elementaryForm, opened } from '../../rules/forms.ts'
import { MINUS, NotDefined, Open, whole } from './constants.ts'
import type { Functions } from './functions.ts'
import { NOUGHT, named, number, type Series, UNITY } from './series.ts'

type Operands = readonly [Expr, Expr, ...Expr[]]

const LARGEST_PRODUCT = 16n

export class Germs {
  readonly #algebra: Functions
  readonly #known = new Map<Expr, Series>()
  readonly #variable: Series

  constructor(algebra: Functions, variable: Series) {
    this.#algebra = algebra
    this.#variable = variable
  }

  /** The series of u. Throws `NotDefined` where u is undefined near the point, `Open` where that is open. */
  of(u: Expr): Series {
    const known = this.#known.get(u) ?? this.#made(u)
    this.#known.set(u, known)
    return known
  }

  #made(u: Expr): Series {
    const algebra = this.#algebra
    if (!mentions(u, algebra.variable)) {
      algebra.constants.demandDefined(u)
      return number(algebra.constants.settled(u))
    }
    if (u.kind !== 'call') return this.#variable
    const open = opened(u) ?? elementaryForm(u)
    const series = open ? this.of(open) : this.#ofCall(u)
    return named(series, u)
  }

  #ofCall({ head, args }: CallNode): Series {
    const make = this.#heads.get(head)
    if (!make) throw new Open(`the behaviour of ${head} is not known`)
    return make(args as Operands)
  }

  readonly #heads: ReadonlyMap<string, (args: Operands) => Series> = new Map(
    Object.entries<(args: Operands) => Series>({
      add: (args) => args.map((arg) => this.of(arg)).reduce((a, b) => this.#algebra.sum(a, b)),
      multiply: (args) => args.map((arg) => this.of(arg)).reduce((a, b) => this.#algebra.product(a, b)),
      negate: ([u]) => this.#algebra.scaled(this.of(u), MINUS),
      divide: ([u, v]) => this.#algebra.product(this.of(u), this.#power(this.of(v), { num: -1n, den: 1n })),
      power: ([u, v]) => this.#raised(u, v),
      piecewise: (args) => this.#chosen(args),
      abs: ([u]) => this.#algebra.magnitude(this.of(u)),
      sign: ([u]) => number(whole(this.#algebra.sign(this.of(u)))),
      exp: ([u]) => this.#algebra.exp(this.of(u)),
      log: ([u]) => this.#algebra.log(this.of(u)),
      sin: ([u]) => this.#algebra.circle(this.of(u))[1],
      cos: ([u]) => this.#algebra.circle(this.of(u))[0],
      asin: ([u]) => this.#algebra.asin(this.of(u)),
      acos: ([u]) => this.#algebra.acos(this.of(u)),
      atan: ([u]) => this.#algebra.atan(this.of(u)),
      erfinv: ([u]) => this.#algebra.erfinv(this.of(u)),
      erf: ([u]) => this.#algebra.erf(this.of(u)),
    }),
  )

  #raised(base: Expr, exponent: Expr): Series {
    const value = exponentValue(exponent)
    const u = this.of(base)
    if (value) return this.#power(u, value)
    const p = this.of(exponent)
    const algebra = this.#algebra
    if (algebra.sign(u) <= 0) throw new NotDefined('a power with a variable exponent needs a base > 0')
    const isNumber = !p.scale && !mentions(p.term, algebra.variable)
    return isNumber ? algebra.raised(u, p.term) : algebra.exp(algebra.product(p, algebra.log(u)))
  }

  /** uʳ for a rational number r. */
  #power(u: Series, r: Rational): Series {
    const algebra = this.#algebra
    if (r.den === 1n && r.num >= 0n && r.num <= LARGEST_PRODUCT) {
      if (!u.scale) return number(r.num === 0n ? UNITY.term : algebra.constants.power(u.term, numberTerm(r)))
      let power = UNITY
      for (let k = 0n; k < r.num; k += 1n) power = algebra.product(power, u)
      return power
    }
    const sign = r.den % 2n === 0n ? algebra.sign(u) : algebra.leading(u) ? 1 : 0
    if (sign < 0) throw new NotDefined('an even root of what is negative')
    if (sign > 0) return algebra.raised(u, numberTerm(r))
    if (signOf(r) < 0) throw new NotDefined('division by 0')
    return NOUGHT
  }

  #chosen(args: readonly Expr[]): Series {
    for (let i = 0; i + 1 < args.length; i += 2) {
      if (this.#holds(args[i + 1] as Expr)) return this.of(args[i] as Expr)
    }
    if (args.length % 2 === 0) throw new NotDefined('no case applies')
    return this.of(args.at(-1) as Expr)
  }

  #holds(question: Condition): boolean {
    const { head, args } = question as CallNode
    if (head === 'and') return args.every((part) => this.#holds(part))
    if (head === 'or') return args.some((part) => this.#holds(part))
    if (!OPPOSITE.has(head)) throw new Open(`whether ${head} holds is not known`)
    const [left, right] = args as unknown as Operands
    const sign = this.#algebra.sign(this.#algebra.minus(this.of(left), this.of(right)))
    return ((RELATED.get(head) as number) & (1 << (sign + 1))) !== 0
  }
}
