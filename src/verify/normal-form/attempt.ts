/**
 * Evaluating two formulas to elements, under what is given. The formulas being defined says something
 * about signs: what stands under an even root is not negative, the operand of a logarithm is
 * positive. These demands are collected in one pass over the formulas and used in the next.
 */
import { type Condition, distinct, nonZero, OPPOSITE, RELATED } from '../../expression/condition.ts'
import { add, type CallNode, call, type Expr, integer, negate, same } from '../../expression/expr.ts'
import { type Rational, rational, signOf } from '../../expression/rational.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { elementaryForm, opened } from '../../rules/forms.ts'
import { opposite } from '../prove.ts'
import { Angles } from './angles.ts'
import { Arcs } from './arcs.ts'
import { type Fineness, Nowhere, Unsettled } from './budget.ts'
import { constant, type Element, isNought, MINUS, NOUGHT, UNITY } from './element.ts'
import { Exponentials } from './exponentials.ts'
import { Field } from './field.ts'
import { refine } from './nested-roots.ts'
import { exclude, isNonZero, relation, speaksOfSigns } from './signs.ts'

/** What the normal forms say of two formulas. */
export type Comparison =
  | { readonly outcome: 'equal'; readonly except: readonly Condition[] }
  | { readonly outcome: 'disjoint' }
  | { readonly outcome: 'open'; readonly reason: string }

/** What is given when two formulas are compared. */
export interface Setting {
  readonly assuming: readonly Condition[]
  /** How many of the assumptions are answers to questions that forms by cases ask. */
  readonly cases: number
  /** Is |u| treated as a form by cases, too? */
  readonly split: boolean
}

/** A form by cases asks a question that is not answered yet. */
export class Undecided extends Error {
  declare readonly cause: Condition
}

/** What being defined says of an element: it is positive, or not negative. */
interface Demand {
  readonly element: Element
  readonly term: Expr
  readonly strict: boolean
}

type Operands = readonly [Expr, Expr, ...Expr[]]

const PASSES = 3

export class Attempt {
  readonly #field: Field
  readonly #exponentials: Exponentials
  readonly #arcs: Arcs
  readonly #angles: Angles
  #known = new Map<number, { readonly term: Expr; readonly element: Element }[]>()
  #demands: Demand[] = []
  readonly #symbols = new Map<string, Element>()

  readonly #setting: Setting

  constructor(fineness: Fineness, setting: Setting) {
    this.#field = new Field(fineness.get('roots') ?? 2)
    this.#exponentials = new Exponentials(this.#field)
    this.#arcs = new Arcs(this.#field)
    this.#angles = new Angles(this.#field, this.#arcs, fineness)
    this.#setting = setting
  }

  compare(a: Expr, b: Expr): Comparison {
    const field = this.#field
    const { bases } = field
    const isEqual = (): boolean => {
      this.#known = new Map()
      this.#demands = []
      for (const condition of this.#setting.assuming) this.#assume(condition)
      return isNought(field.minus(this.of(a), this.of(b)))
    }
    const cannotVanish = (d: Demand): boolean => d.strict || isNonZero(d.element, bases)
    const isCertain = (d: Demand): boolean => cannotVanish(d) || speaksOfSigns(d.element, bases)
    const fits = (accepted: (d: Demand) => boolean): boolean =>
      bases.assume(this.#demands.filter(accepted).map((d) => relation(d.element, bases)))
    /** That the demands are strict, but for those that need not be. */
    const nonZeros = (but: (d: Demand) => boolean): Condition[] =>
      distinct(this.#demands.filter((d) => !but(d)).map(({ term }) => nonZero(term)))
    let equal = isEqual()
    for (let pass = 0; pass < PASSES; pass += 1) {
      if (!fits(cannotVanish)) return { outcome: 'disjoint' }
      if (!fits(isCertain)) return { outcome: 'equal', except: nonZeros(cannotVanish) }
      if (equal) return { outcome: 'equal', except: [] }
      if (pass > 0) refine(field)
      if (pass > 0 || this.#demands.length > 0) equal = isEqual()
    }
    if (equal) return { outcome: 'equal', except: [] }
    const doubtful = nonZeros(isCertain)
    if (doubtful.length > 0 && fits(() => true) && isEqual()) return { outcome: 'equal', except: doubtful }
    return { outcome: 'open', reason: 'the normal forms differ' }
  }

  #assume(condition: Condition): void {
    const { head, args } = condition as CallNode
    if (head === 'and') for (const part of args) this.#assume(part)
    if (head === '=' || !OPPOSITE.has(head)) return
    const [greater, less] = (head.startsWith('<') ? [...args].reverse() : args) as [Expr, Expr]
    const term = less.kind === 'number' && less.value.num === 0n ? greater : add(greater, negate(less))
    const element = this.of(term)
    if (head === '!=') exclude(element, this.#field.bases)
    else this.#demand(term, element, !head.endsWith('='))
  }

  #demand(term: Expr, element: Element, strict: boolean): void {
    if (isNought(element) && strict) throw new Nowhere('0 is not positive')
    if (isNought(element)) return
    if (strict) exclude(element, this.#field.bases)
    this.#demands.push({ element, term, strict })
  }

  /** The normal form of a term. */
  of(u: Expr): Element {
    const known = this.#known.get(u.hash)?.find(({ term }) => same(term, u))
    if (known) return known.element
    const element = this.#made(u)
    this.#known.set(u.hash, [...(this.#known.get(u.hash) ?? []), { term: u, element }])
    return element
  }

  #made(u: Expr): Element {
    if (u.kind === 'number') return constant(u.value)
    if (u.kind === 'symbol') return this.#symbol(u.name)
    const open = opened(u) ?? elementaryForm(u)
    return open ? this.of(open) : this.#ofCall(u)
  }

  #symbol(name: string): Element {
    if (name === 'pi') return this.#arcs.pi()
    if (name === 'e') return this.#exponentials.exp(UNITY)
    const element = this.#symbols.get(name) ?? this.#field.generator('nothing')
    this.#symbols.set(name, element)
    return element
  }

  #ofCall({ head, args }: CallNode): Element {
    const make = this.#heads.get(head)
    if (!make) throw new Unsettled(`${head} is not decided by normal forms`)
    return make(args as Operands)
  }

  readonly #heads: ReadonlyMap<string, (args: Operands) => Element> = new Map(
    Object.entries<(args: Operands) => Element>({
      add: (args) => this.#field.sum(...args.map((arg) => this.of(arg))),
      multiply: (args) => this.#field.times(...args.map((arg) => this.of(arg))),
      negate: ([u]) => this.#field.times(MINUS, this.of(u)),
      divide: ([u, v]) => this.#field.times(this.of(u), this.#power(v, rational(-1n))),
      power: ([u, v]) => this.#power(u, exponentValue(v) ?? v),
      piecewise: (args) => this.#chosen(args),
      abs: ([u]) => this.#magnitude(u),
      sign: ([u]) => this.#sign(u),
      exp: ([u]) => this.#exponentials.exp(this.of(u)),
      log: ([u]) => this.#logarithm(u),
      sin: ([u]) => this.#angles.circle(this.of(u))[1],
      cos: ([u]) => this.#angles.circle(this.of(u))[0],
      asin: ([u]) => this.#arcs.asin(this.of(u)),
      acos: ([u]) => this.#arcs.acos(this.of(u)),
      atan: ([u]) => this.#arcs.atan(this.of(u)),
      erf: ([u]) => this.#arcs.erf(this.of(u)),
      erfinv: ([u]) => this.#arcs.erfinv(this.of(u)),
    }),
  )

  /** The value of the first branch whose condition holds. */
  #chosen(args: readonly Expr[]): Element {
    for (let i = 0; i + 1 < args.length; i += 2) {
      if (this.#holds(args[i + 1] as Expr)) return this.of(args[i] as Expr)
    }
    if (args.length % 2 === 0) throw new Nowhere('no branch')
    return this.of(args.at(-1) as Expr)
  }

  #holds(question: Condition): boolean {
    const { head, args } = question as CallNode
    if (head === 'and') return args.every((part) => this.#holds(part))
    if (head === 'or') return args.some((part) => this.#holds(part))
    if (!OPPOSITE.has(head)) throw new Unsettled(`${head} is not decided by normal forms`)
    const { number, powers } = this.#field.minus(this.of(args[0] as Expr), this.of(args[1] as Expr))
    if (powers.size === 0) return ((RELATED.get(head) as number) & (1 << (signOf(number) + 1))) !== 0
    const isGiven = (answer: Condition): boolean => this.#setting.assuming.some((one) => same(one, answer))
    if (isGiven(question)) return true
    if (opposite(question).some(isGiven)) return false
    throw new Undecided('a question', { cause: question })
  }

  #power(base: Expr, exponent: Expr | Rational): Element {
    const field = this.#field
    if ('kind' in exponent) {
      return this.#exponentials.exp(field.times(this.of(exponent), this.#logarithm(base)))
    }
    const b = this.of(base)
    if (exponent.num < 0n) exclude(b, field.bases)
    if (exponent.den % 2n === 0n) this.#demand(base, b, exponent.num < 0n)
    return field.power(b, exponent)
  }

  #logarithm(u: Expr): Element {
    const element = this.of(u)
    this.#demand(u, element, true)
    return this.#exponentials.log(element)
  }

  /** |u| by its sign σ; or, where that is asked for, by cases. */
  #magnitude(u: Expr): Element {
    const element = this.of(u)
    if (!this.#setting.split) return this.#field.magnitude(element)
    return this.#holds(call('>=', [u, integer(0)])) ? element : this.#field.times(MINUS, element)
  }

  #sign(u: Expr): Element {
    const element = this.of(u)
    const mayVanish = !isNonZero(element, this.#field.bases)
    return mayVanish && this.#holds(call('=', [u, integer(0)])) ? NOUGHT : this.#field.sign(element)
  }
}
