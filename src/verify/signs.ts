/**
 * Signs: which of −, 0 and + the values of a term can have, at all points where it is defined and
 * the known facts hold. They follow from the structure of the term, the ranges in the function
 * tables, facts about the term itself, and enclosures. Nothing here samples.
 */
import { NEGATIVE, NULL, POSITIVE } from '../enclose/interval.ts'
import { enclosedSigns } from '../enclose/signs.ts'
import type { Canon } from '../expression/canonical.ts'
import { type Condition, distinct, MIRRORED, RELATED } from '../expression/condition.ts'
import type { CallNode, Expr } from '../expression/expr.ts'
import { add, CONSTANTS, freeSymbols, integer, negate, same } from '../expression/expr.ts'
import { type Rational, signOf, times, ZERO } from '../expression/rational.ts'
import { primitive } from '../functions/index.ts'
import { domainOf } from '../rules/domain.ts'
import { opened, rangeRow } from '../rules/forms.ts'

/** A set of signs, as bits. */
export type Signs = number
const ANY: Signs = NEGATIVE | NULL | POSITIVE

const signsOf = (value: Rational): Signs => [NEGATIVE, NULL, POSITIVE][signOf(value) + 1] as Signs

const PRODUCTS: ReadonlySet<string> = new Set(['negate', 'multiply', 'divide'])
const EACH: readonly Signs[] = [NEGATIVE, NULL, POSITIVE]

/** What an operation on single signs makes of sets of them. */
const onSets =
  (of: (p: Signs, q: Signs) => Signs) =>
  (a: Signs, b: Signs): Signs =>
    EACH.reduce((all, p) => EACH.reduce((some, q) => some | (a & p && b & q ? of(p, q) : 0), all), 0)

const sum = onSets((p, q) => (p === q || q === NULL ? p : p === NULL ? q : ANY))
const product = onSets((p, q) => (p === NULL || q === NULL ? NULL : p === q ? POSITIVE : NEGATIVE))

/** The signs of y = value + (y − value) where y stands in the relation to `value`. */
const related = (relation: string, value: Rational): Signs =>
  sum(signsOf(value), RELATED.get(relation) ?? ANY)

/** `term` stands in `relation` to `value`. */
interface Fact {
  readonly term: Expr
  readonly relation: string
  readonly value: Rational
}

/** Conditions taken as true, ready to be looked up by the terms they speak about. */
export class Facts {
  readonly conditions: readonly Condition[]
  readonly #facts: readonly Fact[]
  readonly canon: Canon
  /** By hash: the last term of that hash, and its signs. */
  readonly #known = new Map<number, readonly [Expr, Signs]>()

  constructor(conditions: readonly Condition[], canon: Canon, earlier?: Facts) {
    const fresh = conditions.flatMap((condition) => consequences(condition, canon))
    this.conditions = distinct([...(earlier?.conditions ?? []), ...fresh])
    const added = this.conditions.slice(earlier?.conditions.length ?? 0)
    this.canon = canon
    const fromAdded = added.flatMap((condition) => factsOf(condition, canon))
    this.#facts = earlier ? [...earlier.#facts, ...fromAdded] : fromAdded
  }

  /** These facts and more. */
  with(more: readonly Condition[]): Facts {
    return more.length === 0 ? this : new Facts(more, this.canon, this)
  }

  /** The signs u can have wherever the facts hold and u is defined. */
  signs(u: Expr): Signs {
    const known = this.#known.get(u.hash)
    if (known && same(known[0], u)) return known[1]
    const signs = this.#facts.reduce((found, fact) => found & this.#told(u, fact), this.#byStructure(u))
    this.#known.set(u.hash, [u, signs])
    return signs
  }

  /** If u is a rational multiple q of the fact's term, it stands in that relation to q times the value. */
  #told(u: Expr, { term, relation, value }: Fact): Signs {
    const q = this.canon.ratio(u, term)
    if (!q) return ANY
    return related(signOf(q) > 0 ? relation : (MIRRORED.get(relation) ?? relation), times(q, value))
  }

  #byStructure(u: Expr): Signs {
    const value = this.canon.value(u)
    if (value) return signsOf(value)
    if (u.kind !== 'call') return CONSTANTS.has((u as { name?: string }).name ?? '') ? POSITIVE : ANY
    const body = opened(u)
    if (body) return this.signs(body)
    const found = this.#ofHead(u, (i) => this.signs(u.args[i] as Expr))
    if (EACH.includes(found)) return found
    const mixes = u.head === 'add' || freeSymbols(u).length === 0
    const bounded = mixes ? found & enclosedSigns(u) : found
    const ranges = PRODUCTS.has(u.head) ? [] : this.#ranges(u)
    return ranges.reduce((signs, fact) => signs & this.#told(u, fact), bounded)
  }

  /** That functions have values in their ranges, for those in a sum of multiples: erf(u) + 1 > 0. */
  #ranges(u: CallNode): Fact[] {
    const isLinear = u.head === 'add' || PRODUCTS.has(u.head)
    if (isLinear) return u.args.flatMap((arg) => (arg.kind === 'call' ? this.#ranges(arg) : []))
    return rangeRow(u).flatMap((row) => factsOf(row, this.canon))
  }

  #ofHead(u: CallNode, operand: (i: number) => Signs): Signs {
    switch (u.head) {
      case 'add':
        return u.args.map((arg) => this.signs(arg)).reduce(sum)
      case 'negate':
        return product(operand(0), NEGATIVE)
      case 'multiply':
        return u.args.map((arg) => this.signs(arg)).reduce(product)
      case 'divide':
        return product(operand(0), operand(1) & ~NULL)
      case 'power':
        return ofPower(operand(0), this.canon.value(u.args[1] as Expr))
      case 'piecewise':
        return u.args.filter((_, i) => i % 2 === 0).reduce((found, arg) => found | this.signs(arg), 0)
      case 'min':
      case 'max':
        return operand(0) | operand(1)
      case 'log':
        return this.signs(add(u.args[0] as Expr, negate(integer(1))))
      default:
        return ofFunction(u, operand)
    }
  }
}

/** What the function keeps of its operand's sign. */
function ofFunction(u: CallNode, operand: (i: number) => Signs): Signs {
  const { sign } = primitive(u.head) ?? {}
  if (sign === 'that of the operand') return operand(0)
  return sign === '0 only at 0' && (operand(0) & NULL) === 0 ? ANY & ~NULL : ANY
}

/** bʳ: even powers lose the sign, odd ones keep it; any other exponent than a number needs b > 0. */
function ofPower(base: Signs, exponent: Rational | undefined): Signs {
  if (!exponent || exponent.num === 0n) return POSITIVE
  const rooted = exponent.den % 2n === 0n ? base & (NULL | POSITIVE) : base
  const signs = signOf(exponent) < 0 ? rooted & ~NULL : rooted
  const even = exponent.num % 2n === 0n || exponent.den % 2n === 0n
  return even && signs & NEGATIVE ? (signs & NULL) | POSITIVE : signs
}

/** What is true where the condition is: its parts if it joins several, the domain of its sides. */
function consequences(condition: Condition, canon: Canon): readonly Condition[] {
  const args = condition.kind === 'call' ? condition.args : []
  switch (condition.kind === 'call' && condition.head) {
    case 'and':
      return args.flatMap((part) => consequences(part, canon))
    case 'or':
      return [condition]
    case 'defined':
    case 'interior':
      return [condition, ...args.flatMap((u) => domainOf(u, canon))]
    default:
      return [condition, ...domainOf(condition, canon)]
  }
}

function factsOf(condition: Condition, canon: Canon): Fact[] {
  if (condition.kind !== 'call') return []
  const [left, right] = condition.args
  const mirrored = MIRRORED.get(condition.head)
  if (!left || !right || !mirrored) return []
  const difference: Fact = { term: add(left, negate(right)), relation: condition.head, value: ZERO }
  const [l, r] = [canon.value(left), canon.value(right)]
  if (r) return [{ term: left, relation: condition.head, value: r }, difference]
  return l ? [{ term: right, relation: mirrored, value: l }, difference] : [difference]
}
