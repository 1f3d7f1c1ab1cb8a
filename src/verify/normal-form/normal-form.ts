/**
 * The normal form of a formula: an element of a field of powers, exponentials, logarithms, angles
 * and erf. If the difference of two formulas has normal form 0, they have the same value at every
 * point where both are defined, what is assumed holds and no exception is met.
 *
 * The formulas being defined says something about signs: what stands under an even root is not
 * negative, the operand of a logarithm is positive. These relations are collected in one pass over
 * the formulas and used in the next.
 */
import type { Condition } from '../../expression/condition.ts'
import { nonZero } from '../../expression/condition.ts'
import { add, type CallNode, type Expr, negate, same } from '../../expression/expr.ts'
import { rational } from '../../expression/rational.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { elementaryForm, opened } from '../../rules/forms.ts'
import { allowing, Unsettled } from './budget.ts'
import { constant, type Element, FinerRoots, isNought, Nowhere, type SignRelation, UNITY } from './field.ts'
import { FinerAngle, Kernels } from './kernels.ts'

/** What the normal forms say of two formulas. */
export type Comparison =
  | { readonly outcome: 'equal'; readonly except: readonly Condition[] }
  | { readonly outcome: 'disjoint' }
  | { readonly outcome: 'open'; readonly reason: string }

const MOST_RESTARTS = 12

/** Compares two formulas under assumptions, with this much work allowed. */
export function compareNormalForms(
  a: Expr,
  b: Expr,
  assuming: readonly Condition[],
  work: number,
): Comparison {
  let order = 2
  const parts = new Map<number, number>()
  try {
    return allowing(work, () => {
      for (let restarts = 0; restarts < MOST_RESTARTS; restarts += 1) {
        try {
          return new Attempt(order, parts).compare(a, b, assuming)
        } catch (stopped) {
          if (stopped instanceof FinerRoots) order = stopped.order
          else if (stopped instanceof FinerAngle) parts.set(stopped.angle, stopped.parts)
          else throw stopped
        }
      }
      return { outcome: 'open', reason: 'roots or angles of too many kinds' }
    })
  } catch (stopped) {
    if (stopped instanceof Nowhere) return { outcome: 'disjoint' }
    if (stopped instanceof Unsettled) return { outcome: 'open', reason: stopped.message }
    throw stopped
  }
}

/** What being defined says of an element: it is positive, or not negative. */
interface Demand {
  readonly element: Element
  readonly term: Expr
  readonly strict: boolean
}

class Attempt {
  readonly #kernels: Kernels
  #known = new Map<number, { readonly term: Expr; readonly element: Element }[]>()
  #demands: Demand[] = []
  #except: Condition[] = []
  readonly #symbols = new Map<string, Element>()

  constructor(order: number, parts: ReadonlyMap<number, number>) {
    this.#kernels = new Kernels(order, parts)
  }

  compare(a: Expr, b: Expr, assuming: readonly Condition[]): Comparison {
    const { field } = this.#kernels
    const isEqual = (): boolean => {
      this.#known = new Map()
      this.#demands = []
      this.#except = []
      for (const condition of assuming) this.#assume(condition)
      return isNought(field.minus(this.of(a), this.of(b)))
    }
    const equal = (more: readonly Condition[] = []): Comparison => ({
      outcome: 'equal',
      except: [...this.#except, ...more],
    })
    if (isEqual()) return equal()
    const certain = (): SignRelation[] =>
      this.#demands
        .filter((d) => d.strict || field.vanishesSimply(d.element))
        .map((d) => field.relation(d.element))
    const relations = certain()
    if (!field.assume(relations)) return { outcome: 'disjoint' }
    if (relations.length > 0 && isEqual()) return equal()
    field.refine()
    if (isEqual()) return equal()
    if (!field.assume(certain())) return { outcome: 'disjoint' }
    if (isEqual()) return equal()
    const doubtful = this.#demands.filter((d) => !(d.strict || field.vanishesSimply(d.element)))
    if (
      doubtful.length > 0 &&
      field.assume(this.#demands.map((d) => field.relation(d.element))) &&
      isEqual()
    ) {
      return equal(doubtful.map(({ term }) => nonZero(term)))
    }
    return { outcome: 'open', reason: 'the normal forms differ' }
  }

  #assume(condition: Condition): void {
    if (condition.kind !== 'call') return
    if (condition.head === 'and') for (const part of condition.args) this.#assume(part)
    const [left, right] = condition.args
    if (!left || !right || !['<', '<=', '>', '>='].includes(condition.head)) return
    const [greater, less] = condition.head.startsWith('>') ? [left, right] : [right, left]
    const term = add(greater, negate(less))
    this.#demand(term, this.of(term), !condition.head.endsWith('='))
  }

  #demand(term: Expr, element: Element, strict: boolean): void {
    if (isNought(element)) {
      if (strict) throw new Nowhere('0 is not positive')
      return
    }
    this.#demands.push({ element, term, strict })
  }

  /** The normal form of a term. */
  of(u: Expr): Element {
    const known = this.#known.get(u.hash) ?? []
    const found = known.find(({ term }) => same(term, u))
    if (found) return found.element
    const element = this.#made(u)
    this.#known.set(u.hash, [...known, { term: u, element }])
    return element
  }

  #made(u: Expr): Element {
    if (u.kind === 'number') return constant(u.value)
    if (u.kind === 'symbol') return this.#symbol(u.name)
    const open = opened(u) ?? elementaryForm(u)
    return open ? this.of(open) : this.#ofCall(u)
  }

  #symbol(name: string): Element {
    if (name === 'pi') return this.#kernels.pi()
    if (name === 'e') return this.#kernels.exp(UNITY)
    const element = this.#symbols.get(name) ?? this.#kernels.field.generator('nothing')
    this.#symbols.set(name, element)
    return element
  }

  #ofCall(u: CallNode): Element {
    const { field } = this.#kernels
    const operand = (i: number): Element => this.of(u.args[i] as Expr)
    switch (u.head) {
      case 'add':
        return field.sum(...u.args.map((arg) => this.of(arg)))
      case 'multiply':
        return field.times(...u.args.map((arg) => this.of(arg)))
      case 'negate':
        return field.times(constant(rational(-1n)), operand(0))
      case 'divide':
        return field.times(operand(0), field.power(operand(1), rational(-1n)))
      case 'power':
        return this.#power(u.args[0] as Expr, u.args[1] as Expr)
      case 'log':
        this.#demand(u.args[0] as Expr, operand(0), true)
        return this.#kernels.log(operand(0))
      case 'abs':
        return field.magnitude(operand(0))
      case 'sign':
        return this.#sign(u.args[0] as Expr)
      case 'exp':
      case 'sin':
      case 'cos':
      case 'asin':
      case 'atan':
      case 'erf':
        return this.#kernels[u.head](operand(0))
      default:
        throw new Unsettled(`${u.head} is not decided by normal forms`)
    }
  }

  #power(base: Expr, exponent: Expr): Element {
    const value = exponentValue(exponent)
    const { field } = this.#kernels
    const b = this.of(base)
    if (!value) {
      this.#demand(base, b, true)
      return this.#kernels.exp(field.times(this.of(exponent), this.#kernels.log(b)))
    }
    if (value.den % 2n === 0n) this.#demand(base, b, value.num < 0n)
    return field.power(b, value)
  }

  #sign(u: Expr): Element {
    const element = this.of(u)
    if (isNought(element)) return element
    if (element.powers.size > 0) this.#except.push(nonZero(u))
    return this.#kernels.field.sign(element)
  }
}
