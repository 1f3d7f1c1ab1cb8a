/**
 * Differentiation by the rule book: at each place the rule that the shape of the term asks for,
 * from the outside in; what is finished is tidied at once. The choice of rule is the only
 * knowledge here; what a rule says stands in rules/.
 */
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import {
  type CallNode,
  call,
  derivative,
  type Expr,
  integer,
  isCall,
  mentions,
  multiply,
  negate,
  productOf,
  raise,
  type SymbolNode,
  same,
  sumOf,
  symbol,
} from '../expression/expr.ts'
import { literalValue } from '../expression/number-term.ts'
import { equalRationals, isOne, isZero, ONE, type Rational, signOf, ZERO } from '../expression/rational.ts'
import { definition } from '../functions/index.ts'
import { compiledRule } from '../rules/compile.ts'
import { isTotal, opened } from '../rules/forms.ts'
import { branchRule } from './branches.ts'
import type { Choice } from './choice.ts'
import { withConditions } from './conditions.ts'
import { refuseZeroDivisors } from './divisors.ts'
import { writable } from './json.ts'
import { expandLogarithm, logarithmOf } from './logarithms.ts'
import { below, type Place, Sheet } from './sheet.ts'
import { shown } from './shown.ts'
import { type Desk, keep, tidy } from './tidy.ts'

/** How a quotient is differentiated. */
export type Route = 'reciprocal' | 'quotient' | 'chain' | 'product' | 'logarithmic'
/**
 * All routes, the usual one first.
 *
 * @example
 * ```ts
 * ROUTES.map((route) => print(differentiate('1/x', { route }).to)) // → ['-1/x^2', '-1/x^2', '-1/x^2', '-1/x^2', '-1/x^2']
 * ```
 */
export const ROUTES: readonly Route[] = ['reciprocal', 'quotient', 'chain', 'product', 'logarithmic']

/** What a derivation may use. */
export interface Plan {
  readonly variable: string
  readonly order: number
  readonly route: Route
  readonly assuming: readonly Condition[]
  readonly milliseconds: number
  /** A term whose derivative is left as it is, to be put in by whoever knows it. */
  readonly leaving?: Expr
}

/** d^order u / dx^order by one route, with every step. Throws `OutOfBudget` when time is up. */
export const derive = (u: Expr, plan: Plan): Derivation => settled(work(u, plan))

/** A derivation whose steps do not yet say what they need, and the canon they were made with. */
export interface Working {
  readonly bare: Derivation
  readonly canon: Canon
}

/** The derivation with its conditions, ready to be written as a certificate. */
export const settled = ({ bare, canon }: Working): Derivation => writable(withConditions(bare, canon))

/** The steps of `derive`. */
export function work(u: Expr, plan: Plan): Working {
  const { variable, order, route, assuming } = plan
  const x = symbol(variable)
  const desk: Desk = {
    sheet: new Sheet(plan.milliseconds),
    canon: new Canon(isTotal),
    tidied: new Set(),
  }
  refuseZeroDivisors(u, desk.canon)
  keep(u, desk.tidied)
  let from: Expr = u
  let places: (Place | undefined)[] = [undefined]
  for (let i = 0; i < order; i += 1) {
    from = derivative(from, x)
    places = [...places, below(places.at(-1), 0)]
  }
  const innermost = places[order]
  const differentiation = new Differentiation(x, route, desk, plan.leaving)
  let to = differentiation.rest(u, innermost)
  for (let i = order - 1; i >= 0; i -= 1) {
    to = differentiation.of(to, places[i], route === 'logarithmic')
  }
  const bare = { from, to, variable, steps: desk.sheet.steps, assuming, conditions: [] }
  return { bare, canon: desk.canon }
}

const isNumeral = (u: Expr, value: Rational): boolean => u.kind === 'number' && equalRationals(u.value, value)

function closeRanks(u: CallNode): Expr {
  if (u.head === 'add') return sumOf(u.args.filter((arg) => !isNumeral(arg, ZERO)))
  if (u.head !== 'multiply') return u
  const factors = u.args.flatMap((arg) => (isCall(arg, 'multiply') ? arg.args : [arg]))
  return productOf(factors.filter((arg) => !isNumeral(arg, ONE)))
}

/** u/v as u·v^-1, or u·w^-n if v is w^n. */
function negativePower(u: Expr, v: Expr): Choice {
  const [base, exponent] = isCall(v, 'power') ? (v.args as [Expr, Expr]) : [v, integer(1)]
  const value = literalValue(exponent)
  const plain = value !== undefined && signOf(value) > 0
  const [w, n] = plain ? [base, exponent] : [v, integer(1)]
  const power = raise(w, negate(n))
  const unit = u.kind === 'number' && isOne(u.value)
  return {
    rule: 'negative power',
    direction: 'backward',
    letters: { v: u, u: w, n },
    inside: unit ? power : multiply(u, power),
  }
}

/** What cannot be differentiated, in words. */
const NOT_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['at', 'a value at one point'],
  ...['=', '!=', '<', '<=', '>', '>=', 'and', 'or'].map((head) => [head, 'a statement'] as const),
])

/** The name of the rule for the derivative of a function, if its table has one. */
function derivativeOf(head: string): string | undefined {
  return compiledRule(`derivative of ${head}`)?.rule.name
}

class Differentiation {
  readonly #x: SymbolNode
  readonly #route: Route
  readonly #desk: Desk
  readonly #leaving: Expr | undefined
  readonly #constants = new Map<Expr, boolean>()

  constructor(x: SymbolNode, route: Route, desk: Desk, leaving: Expr | undefined) {
    this.#leaving = leaving
    this.#x = x
    this.#route = route
    this.#desk = desk
  }

  /** The derivative of `body`; D of it stands at `at`. */
  of(body: Expr, at: Place | undefined, first = false): Expr {
    const before = derivative(body, this.#x)
    if (this.#leaving && same(body, this.#leaving)) return before
    const byLogarithm = first && !this.#isConstant(body)
    const choice = byLogarithm ? this.#logarithmic(body) : this.#choose(body)
    const { rule, letters } = choice
    if (choice.inside) {
      if (choice.asTyped) keep(choice.inside, this.#desk.tidied)
      this.#desk.sheet.rule(rule, below(at, 0), letters, body, choice.inside, choice.direction)
      return this.of(choice.inside, at)
    }
    const compiled = compiledRule(rule)
    if (!compiled) throw new RangeError(`no rule ${rule}`)
    let part = byLogarithm
      ? multiply(body, derivative(logarithmOf(body), this.#x))
      : shown(compiled.to, letters)
    this.#desk.sheet.rule(rule, at, letters, before, part)
    if (byLogarithm) part = this.#expanded(body, at)
    return tidy(this.rest(part, at), at, this.#desk)
  }

  /** u·D(log|u|) with the logarithm taken apart. */
  #expanded(u: Expr, at: Place | undefined): Expr {
    const logarithm = expandLogarithm(u, below(below(at, 1), 0), this.#desk.sheet)
    return multiply(u, derivative(logarithm, this.#x))
  }

  /** Works out every derivative in u, which stands at `at`; in a sum, constants first. */
  rest(u: Expr, at: Place | undefined): Expr {
    if (u.kind !== 'call' || this.#desk.tidied.has(u)) return u
    if (u.head === 'D') {
      const [body, variable] = u.args as [Expr, SymbolNode]
      const inner = this.rest(body, below(at, 0))
      return this.#by(variable).of(inner, at)
    }
    let part = u
    if (u.head === 'add' && u.args.some((arg) => this.#isConstantRate(arg))) {
      part = this.#eachOperand(u, at, (arg) => this.#isConstantRate(arg))
      const closed = this.#closeRanks(part, at)
      if (closed !== part) return this.rest(closed, at)
    }
    return this.#closeRanks(
      this.#eachOperand(part, at, () => true),
      at,
    )
  }

  /** The same by another variable; for its own it is itself, with all it knows of constants. */
  #by(variable: SymbolNode): Differentiation {
    if (variable === this.#x) return this
    return new Differentiation(variable, this.#route, this.#desk, this.#leaving)
  }

  #eachOperand(u: CallNode, at: Place | undefined, which: (arg: Expr) => boolean): CallNode {
    let changed = false
    const args = u.args.map((arg, i) => {
      const worked = which(arg) ? this.rest(arg, below(at, i)) : arg
      changed ||= worked !== arg
      return worked
    })
    return changed ? call(u.head, args) : u
  }

  #isConstantRate(u: Expr): boolean {
    return isCall(u, 'D') && this.#isConstant(u.args[0] as Expr)
  }

  /** Drops terms 0 from a sum and factors 1 from a product, so that the next line does not show them. */
  #closeRanks(u: CallNode, at: Place | undefined): Expr {
    const closed = closeRanks(u)
    return same(closed, u) ? u : this.#desk.sheet.calculate(at, u, closed)
  }

  #choose(u: Expr): Choice {
    const x = this.#x
    if (this.#isConstant(u)) return { rule: 'constant rule', letters: { c: u, x } }
    if (u.kind !== 'call') return { rule: 'variable rule', letters: { x } }
    switch (u.head) {
      case 'add':
        return { rule: 'sum rule', letters: { u_: u.args, x } }
      case 'negate':
        return {
          rule: 'constant factor rule',
          letters: { c: negate(integer(1)), u: u.args[0] as Expr, x },
        }
      case 'multiply':
        return this.#product(u)
      case 'divide':
        return this.#quotient(u.args[0] as Expr, u.args[1] as Expr)
      case 'power':
        return this.#power(u.args[0] as Expr, u.args[1] as Expr)
      case 'piecewise':
        return branchRule(u, x, this.#desk.canon)
      case 'max':
      case 'min':
        return this.#extreme(u, u.head)
      default:
        return this.#function(u)
    }
  }

  #isConstant(u: Expr): boolean {
    if (u.kind !== 'call') return !mentions(u, this.#x.name)
    const known = this.#constants.get(u)
    if (known !== undefined) return known
    const constant = u.args.every((arg) => this.#isConstant(arg))
    this.#constants.set(u, constant)
    return constant
  }

  /** The larger or smaller of two; of one number twice, that number. */
  #extreme({ args }: CallNode, head: 'max' | 'min'): Choice {
    const [u, v] = args as [Expr, Expr]
    const name = head === 'max' ? 'maximum' : 'minimum'
    if (this.#desk.canon.same(u, v)) return { rule: `${name} of one number`, letters: { u }, inside: u }
    return { rule: `derivative of a ${name}`, letters: { u, v, x: this.#x } }
  }

  #product(u: CallNode): Choice {
    const x = this.#x
    const constant = u.args.filter((arg) => this.#isConstant(arg))
    const rest = u.args.filter((arg) => !this.#isConstant(arg))
    if (constant.length > 0) {
      return {
        rule: 'constant factor rule',
        letters: { c: productOf(constant), u: productOf(rest), x },
      }
    }
    return { rule: 'product rule', letters: { u: rest[0] as Expr, v: productOf(rest.slice(1)), x } }
  }

  #quotient(u: Expr, v: Expr): Choice {
    const x = this.#x
    if (this.#isConstant(v)) return { rule: 'constant divisor rule', letters: { u, c: v, x } }
    const asPower = this.#route === 'product' || (this.#route === 'chain' && this.#isConstant(u))
    if (asPower) return negativePower(u, v)
    if (this.#isConstant(u) && this.#route !== 'quotient')
      return { rule: 'reciprocal rule', letters: { c: u, u: v, x } }
    return { rule: 'quotient rule', letters: { u, v, x } }
  }

  #power(u: Expr, v: Expr): Choice {
    const x = this.#x
    const value = literalValue(v) ?? this.#desk.canon.value(v)
    if (value && isZero(value)) return { rule: 'power rule, exponent 0', letters: { u, x } }
    if (value && value.den % 2n === 1n) return { rule: 'power rule', letters: { u, n: v, x } }
    if (this.#isConstant(v)) return { rule: 'power rule, real exponent', letters: { u, c: v, x } }
    if (this.#isConstant(u)) return { rule: 'exponential rule, base c', letters: { c: u, u: v, x } }
    return { rule: 'power with varying base and exponent', letters: { u, v, x } }
  }

  #function(u: CallNode): Choice {
    const x = this.#x
    const operand = u.args[0] as Expr
    if (u.head === 'log' && isCall(operand, 'abs')) {
      return {
        rule: 'derivative of a logarithm of an absolute value',
        letters: { u: operand.args[0] as Expr, x },
      }
    }
    const known = derivativeOf(u.head)
    if (known) return { rule: known, letters: { u: operand, x } }
    const row = definition(u.head)
    const body = opened(u)
    if (row && body) {
      const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
      return { rule: `definition of ${u.head}`, letters, inside: body, asTyped: true }
    }
    throw new OgeeError('E401', `no rule differentiates ${NOT_FUNCTIONS.get(u.head) ?? `"${u.head}"`}`)
  }

  #logarithmic(u: Expr): Choice {
    return { rule: 'logarithmic differentiation', letters: { u, x: this.#x } }
  }
}
