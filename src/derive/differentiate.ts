/**
 * Differentiation by the rule book: at each place the rule that the shape of the term asks for,
 * from the outside in; what is finished is tidied at once. The choice of rule is the only
 * knowledge here; what a rule says stands in rules/.
 */
import { Canon } from '../expression/canonical.ts'
import { type Condition, distinct } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import {
  type CallNode,
  derivative,
  type Expr,
  integer,
  isCall,
  literalValue,
  mentions,
  multiply,
  negate,
  productOf,
  raise,
  same,
  sumOf,
  symbol,
} from '../expression/expr.ts'
import { type Path, partAt } from '../expression/path.ts'
import { equalRationals, isOne, isZero, ONE, type Rational, signOf, ZERO } from '../expression/rational.ts'
import { definition } from '../functions/index.ts'
import { compiledRule, type Letters } from '../rules/compile.ts'
import { opened, isTotal } from '../rules/forms.ts'
import { branchRule } from './branches.ts'
import { expandLogarithm } from './logarithms.ts'
import { shown } from './shown.ts'
import { summarised } from './summarise.ts'
import { keep, type Tidied, tidy } from './tidy.ts'
import { Working } from './working.ts'

/** How a quotient is differentiated. */
export type Route = 'reciprocal' | 'quotient' | 'chain' | 'product' | 'logarithmic'
export const ROUTES: readonly Route[] = ['reciprocal', 'quotient', 'chain', 'product', 'logarithmic']

/** What a derivation may use. */
export interface Plan {
  readonly variable: string
  readonly order: number
  readonly route: Route
  readonly assuming: readonly Condition[]
  readonly milliseconds: number
}

/** d^order u / dx^order by one route, with every step. Throws `OutOfBudget` when time is up. */
export function derive(u: Expr, plan: Plan): Derivation {
  const canon = new Canon(isTotal)
  const x = symbol(plan.variable)
  let from: Expr = u
  for (let i = 0; i < plan.order; i += 1) from = derivative(from, x)
  const working = new Working(from, canon, plan.assuming, plan.milliseconds)
  const tidied: Tidied = new WeakSet()
  keep(u, tidied)
  const below: Path = new Array<number>(plan.order).fill(0)
  new Differentiation(working, x, plan.route, tidied).rest(below)
  for (let depth = plan.order - 1; depth >= 0; depth -= 1) {
    new Differentiation(working, x, plan.route, tidied).at(below.slice(0, depth), plan.route === 'logarithmic')
  }
  const steps = summarised(working.steps)
  return {
    from,
    to: working.line,
    variable: plan.variable,
    steps,
    assuming: plan.assuming,
    conditions: distinct(steps.flatMap((step) => step.conditions)),
  }
}

const isNumeral = (u: Expr, value: Rational): boolean => u.kind === 'number' && equalRationals(u.value, value)

/** A rule and its letters; with `inside`, it changes the operand of D, not the derivative. */
export interface Choice {
  readonly rule: string
  readonly letters: Letters
  readonly direction?: 'backward'
  readonly inside?: Expr
  /** The new operand is a form that a person wrote. */
  readonly asTyped?: true
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

class Differentiation {
  readonly #working: Working
  readonly #x: Expr & { readonly kind: 'symbol' }
  readonly #route: Route
  readonly #tidied: Tidied

  constructor(working: Working, x: Expr & { readonly kind: 'symbol' }, route: Route, tidied: Tidied) {
    this.#working = working
    this.#x = x
    this.#route = route
    this.#tidied = tidied
  }

  /** Works out the derivative that stands at `path`. */
  at(path: Path, byLogarithm = false): void {
    const body = ((partAt(this.#working.line, path) as CallNode).args[0] as Expr)
    const choice = byLogarithm && mentions(body, this.#x.name) ? this.#logarithmic(body) : this.#choose(body)
    if (choice.inside) {
      if (choice.asTyped) keep(choice.inside, this.#tidied)
      this.#working.rule(choice.rule, [...path, 0], choice.letters, choice.inside, choice.direction)
      this.at(path)
      return
    }
    const compiled = compiledRule(choice.rule)
    if (!compiled) throw new RangeError(`no rule ${choice.rule}`)
    const part = shown(compiled.to, choice.letters)
    this.#working.rule(choice.rule, path, choice.letters, part)
    if (byLogarithm) expandLogarithm(this.#working, [...path, 1, 0])
    this.rest(path)
    tidy(this.#working, path, this.#tidied)
  }

  /** Works out every derivative at or below `path`: in a sum, constants first. */
  rest(path: Path): void {
    const part = partAt(this.#working.line, path) as Expr
    if (part.kind !== 'call' || this.#tidied.has(part)) return
    if (part.head === 'D') {
      const variable = part.args[1] as Expr & { readonly kind: 'symbol' }
      this.rest([...path, 0])
      new Differentiation(this.#working, variable, this.#route, this.#tidied).at(path)
      return
    }
    if (part.head === 'add') {
      for (const [i, arg] of part.args.entries()) if (this.#isConstantRate(arg)) this.rest([...path, i])
      if (this.#closeRanks(path)) return this.rest(path)
    }
    for (const i of part.args.keys()) this.rest([...path, i])
    this.#closeRanks(path)
  }

  #isConstantRate(u: Expr): boolean {
    return isCall(u, 'D') && this.#isConstant(u.args[0] as Expr)
  }

  /** Drops terms 0 from a sum and factors 1 from a product, so that the next line does not show them. */
  #closeRanks(path: Path): boolean {
    const part = partAt(this.#working.line, path) as Expr
    const closed = isCall(part, 'add')
      ? sumOf(part.args.filter((arg) => !isNumeral(arg, ZERO)))
      : isCall(part, 'multiply')
        ? productOf(part.args.flatMap((arg) => (isCall(arg, 'multiply') ? arg.args : [arg])).filter((arg) => !isNumeral(arg, ONE)))
        : part
    if (same(closed, part)) return false
    this.#working.calculate(path, closed)
    return true
  }

  #choose(u: Expr): Choice {
    const x = this.#x
    if (!mentions(u, x.name)) return { rule: 'constant rule', letters: { c: u, x } }
    if (u.kind !== 'call') return { rule: 'variable rule', letters: { x } }
    switch (u.head) {
      case 'add':
        return { rule: 'sum rule', letters: { u_: u.args, x } }
      case 'negate':
        return { rule: 'constant factor rule', letters: { c: negate(integer(1)), u: u.args[0] as Expr, x } }
      case 'multiply':
        return this.#product(u)
      case 'divide':
        return this.#quotient(u.args[0] as Expr, u.args[1] as Expr)
      case 'power':
        return this.#power(u.args[0] as Expr, u.args[1] as Expr)
      case 'piecewise':
        return branchRule(u, x)
      case 'max':
        return { rule: 'derivative of a maximum', letters: { u: u.args[0] as Expr, v: u.args[1] as Expr, x } }
      case 'min':
        return { rule: 'derivative of a minimum', letters: { u: u.args[0] as Expr, v: u.args[1] as Expr, x } }
      default:
        return this.#function(u)
    }
  }

  #isConstant(u: Expr): boolean {
    return !mentions(u, this.#x.name)
  }

  #product(u: CallNode): Choice {
    const x = this.#x
    const constant = u.args.filter((arg) => this.#isConstant(arg))
    const rest = u.args.filter((arg) => !this.#isConstant(arg))
    if (constant.length > 0) {
      return { rule: 'constant factor rule', letters: { c: productOf(constant), u: productOf(rest), x } }
    }
    return { rule: 'product rule', letters: { u: rest[0] as Expr, v: productOf(rest.slice(1)), x } }
  }

  #quotient(u: Expr, v: Expr): Choice {
    const x = this.#x
    if (this.#isConstant(v)) return { rule: 'constant divisor rule', letters: { u, c: v, x } }
    const asPower = this.#route === 'product' || (this.#route === 'chain' && this.#isConstant(u))
    if (asPower) return negativePower(u, v)
    if (this.#isConstant(u) && this.#route !== 'quotient') return { rule: 'reciprocal rule', letters: { c: u, u: v, x } }
    return { rule: 'quotient rule', letters: { u, v, x } }
  }

  #power(u: Expr, v: Expr): Choice {
    const x = this.#x
    const value = this.#working.canon.value(v)
    if (value && isZero(value)) return { rule: 'zero exponent', letters: { u }, inside: integer(1) }
    if (value && value.den % 2n === 1n) return { rule: 'power rule', letters: { u, n: v, x } }
    if (this.#isConstant(v)) return { rule: 'power rule, real exponent', letters: { u, c: v, x } }
    if (this.#isConstant(u)) return { rule: 'exponential rule, base c', letters: { c: u, u: v, x } }
    return { rule: 'power with varying base and exponent', letters: { u, v, x } }
  }

  #function(u: CallNode): Choice {
    const x = this.#x
    const operand = u.args[0] as Expr
    if (u.head === 'log' && isCall(operand, 'abs')) {
      return { rule: 'derivative of a logarithm of an absolute value', letters: { u: operand.args[0] as Expr, x } }
    }
    if (compiledRule(`derivative of ${u.head}`)) return { rule: `derivative of ${u.head}`, letters: { u: operand, x } }
    const row = definition(u.head)
    const body = opened(u)
    if (row && body) {
      const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
      return { rule: `definition of ${u.head}`, letters, inside: body, asTyped: true }
    }
    throw new OgeeError('E301', `no rule differentiates "${u.head}"`)
  }

  #logarithmic(u: Expr): Choice {
    return { rule: 'logarithmic differentiation', letters: { u, x: this.#x } }
  }
}
