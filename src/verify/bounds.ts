/**
 * Bounds on the value of a term: an interval with rational ends, each end attained or not, and
 * whether 0 is excluded. They follow from the structure of the term, the ranges in the function
 * tables, enclosures of constants, and facts that are known. Nothing here samples.
 */
import type { Canon } from '../expression/canonical.ts'
import { type Condition, distinct, MIRRORED } from '../expression/condition.ts'
import { add, type CallNode, type Expr, freeSymbols, negate } from '../expression/expr.ts'
import {
  compareRationals,
  isInteger,
  isZero,
  negated,
  ONE,
  over,
  plus,
  power,
  type Rational,
  signOf,
  times,
  ZERO,
} from '../expression/rational.ts'
import { enclosedBetween } from '../enclose/constant.ts'
import { domainOf } from '../rules/domain.ts'
import { opened, rangeRow } from '../rules/forms.ts'

/** One end of an interval: `undefined` is infinity; `open` ends are not attained. */
interface End {
  readonly at: Rational | undefined
  readonly open: boolean
}

/** Where the values of a term lie, at all points where it is defined. */
export interface Bounds {
  readonly low: End
  readonly high: End
  readonly nonZero: boolean
}

const FREE: End = { at: undefined, open: true }
const EVERYTHING: Bounds = { low: FREE, high: FREE, nonZero: false }
const NOT_NEGATIVE: Bounds = { low: { at: ZERO, open: false }, high: FREE, nonZero: false }
const POSITIVE: Bounds = { low: { at: ZERO, open: true }, high: FREE, nonZero: true }

const point = (value: Rational): Bounds => {
  const end = { at: value, open: false }
  return { low: end, high: end, nonZero: !isZero(value) }
}

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
  readonly #canon: Canon
  readonly #known = new Map<Expr, Bounds>()

  /** A condition that is true has defined sides: their domain is known as well. */
  constructor(conditions: readonly Condition[], canon: Canon) {
    this.conditions = distinct(conditions.flatMap((c) => [c, ...domainOf(c, canon)]))
    this.#canon = canon
    this.#facts = this.conditions.flatMap((condition) => factsOf(condition, canon))
  }

  /** These facts and more. */
  with(more: readonly Condition[]): Facts {
    return more.length === 0 ? this : new Facts([...this.conditions, ...more], this.#canon)
  }

  /** Where the values of u lie, wherever the facts hold and u is defined. */
  bounds(u: Expr): Bounds {
    const known = this.#known.get(u)
    if (known) return known
    let bounds = this.#byStructure(u)
    for (const fact of this.#facts) bounds = this.#refine(bounds, u, fact)
    this.#known.set(u, bounds)
    return bounds
  }

  /** If u is a rational multiple q of the fact's term, it stands in that relation to q times the value. */
  #refine(bounds: Bounds, u: Expr, { term, relation, value }: Fact): Bounds {
    const q = this.#canon.ratio(u, term)
    if (!q) return bounds
    const mirrored = signOf(q) > 0 ? relation : (MIRRORED.get(relation) ?? relation)
    return meet(bounds, related(mirrored, times(q, value)))
  }

  #byStructure(u: Expr): Bounds {
    const value = this.#canon.value(u)
    if (value) return point(value)
    if (u.kind === 'number') return point(u.value)
    if (freeSymbols(u).length === 0) return this.#constant(u)
    if (u.kind === 'symbol') return EVERYTHING
    const body = opened(u)
    if (body) return this.bounds(body)
    const operand = (i: number): Bounds => this.bounds(u.args[i] as Expr)
    switch (u.head) {
      case 'add':
        return u.args.map((arg) => this.bounds(arg)).reduce(sum)
      case 'negate':
        return opposite(operand(0))
      case 'multiply':
        return u.args.map((arg) => this.bounds(arg)).reduce(product)
      case 'divide':
        return product(operand(0), reciprocal(operand(1)))
      case 'power':
        return this.#power(u)
      case 'piecewise':
        return u.args.filter((_, i) => i % 2 === 0).map((arg) => this.bounds(arg)).reduce(join)
      case 'abs':
      case 'sqrt':
        return withZero({ ...NOT_NEGATIVE, nonZero: operand(0).nonZero })
      case 'min':
      case 'max':
        return join(operand(0), operand(1))
      default:
        return rangeRow(u.head).reduce<Bounds>((bounds, row) => this.#ranged(bounds, row), EVERYTHING)
    }
  }

  #constant(u: Expr): Bounds {
    const enclosure = enclosedBetween(u)
    if (!enclosure) return EVERYTHING
    const [low, high] = enclosure
    return meet(related('>=', low), related('<=', high))
  }

  /** A row of the range table: a relation between y and a constant. */
  #ranged(bounds: Bounds, row: Condition): Bounds {
    const [, limit] = (row as CallNode).args
    const value = this.bounds(limit as Expr)
    const relation = (row as CallNode).head
    const end = relation.startsWith('>') ? value.low.at : value.high.at
    return end ? meet(bounds, related(relation, end)) : bounds
  }

  #power(u: CallNode): Bounds {
    const base = this.bounds(u.args[0] as Expr)
    const exponent = this.#canon.value(u.args[1] as Expr)
    if (!exponent) return POSITIVE
    if (isZero(exponent)) return point(ONE)
    if (signOf(exponent) < 0) return reciprocal(rootPower(base, negated(exponent)))
    return rootPower(base, exponent)
  }
}

function factsOf(condition: Condition, canon: Canon): Fact[] {
  if (condition.kind !== 'call') return []
  if (condition.head === 'and') return condition.args.flatMap((part) => factsOf(part, canon))
  const [left, right] = condition.args
  const mirrored = MIRRORED.get(condition.head)
  if (!left || !right || !mirrored) return []
  const [l, r] = [canon.value(left), canon.value(right)]
  if (r) return [{ term: left, relation: condition.head, value: r }, ...shifted(left, right, condition.head, r)]
  if (l) return [{ term: right, relation: mirrored, value: l }, ...shifted(right, left, mirrored, l)]
  return shifted(left, right, condition.head, ONE)
}

/** The same fact about the difference of the two sides. */
const shifted = (left: Expr, right: Expr, relation: string, value: Rational): Fact[] =>
  isZero(value) ? [] : [{ term: add(left, negate(right)), relation, value: ZERO }]

function related(relation: string, value: Rational): Bounds {
  const end = (open: boolean): End => ({ at: value, open })
  const zero = isZero(value)
  switch (relation) {
    case '>':
      return { low: end(true), high: FREE, nonZero: signOf(value) >= 0 }
    case '>=':
      return { low: end(false), high: FREE, nonZero: signOf(value) > 0 }
    case '<':
      return { low: FREE, high: end(true), nonZero: signOf(value) <= 0 }
    case '<=':
      return { low: FREE, high: end(false), nonZero: signOf(value) < 0 }
    case '=':
      return point(value)
    default:
      return { ...EVERYTHING, nonZero: zero }
  }
}

/** The larger (`sign` 1) or smaller (`sign` −1) of two ends; of equal ones, open if `open(a, b)`. */
function pick(a: End, b: End, sign: 1 | -1, open: (a: boolean, b: boolean) => boolean): End {
  if (!a.at || !b.at) return FREE
  const order = compareRationals(a.at, b.at)
  if (order === 0) return { at: a.at, open: open(a.open, b.open) }
  return order === sign ? a : b
}

const either = (a: boolean, b: boolean): boolean => a || b
const both = (a: boolean, b: boolean): boolean => a && b

/** The end nearer to the middle, infinity being the farthest. */
const inner = (a: End, b: End, sign: 1 | -1): End =>
  !a.at ? b : !b.at ? a : pick(a, b, sign, either)

/** Both hold. */
function meet(a: Bounds, b: Bounds): Bounds {
  return withZero({ low: inner(a.low, b.low, 1), high: inner(a.high, b.high, -1), nonZero: a.nonZero || b.nonZero })
}

/** The farther of two low (`sign` −1) or high (`sign` 1) ends, infinity being the farthest. */
const outer = (a: End, b: End, sign: 1 | -1): End => pick(a, b, sign, both)

/** One of them holds. */
function join(a: Bounds, b: Bounds): Bounds {
  return { low: outer(a.low, b.low, -1), high: outer(a.high, b.high, 1), nonZero: a.nonZero && b.nonZero }
}

/** An interval on one side of 0 excludes 0; an excluded 0 opens an end that lies there. */
function withZero(b: Bounds): Bounds {
  const above = isPositiveEnd(b.low)
  const below = isPositiveEnd({ ...b.high, at: b.high.at && negated(b.high.at) })
  const nonZero = b.nonZero || above || below
  const opened = (end: End): End => (nonZero && end.at && isZero(end.at) ? { at: end.at, open: true } : end)
  return { low: opened(b.low), high: opened(b.high), nonZero }
}

const isPositiveEnd = (low: End): boolean =>
  low.at !== undefined && (signOf(low.at) > 0 || (isZero(low.at) && low.open))

const sumEnds = (a: End, b: End): End =>
  a.at && b.at ? { at: plus(a.at, b.at), open: a.open || b.open } : FREE

const sum = (a: Bounds, b: Bounds): Bounds =>
  withZero({ low: sumEnds(a.low, b.low), high: sumEnds(a.high, b.high), nonZero: false })

const oppositeEnd = (a: End): End => ({ at: a.at && negated(a.at), open: a.open })

const opposite = (a: Bounds): Bounds => ({ low: oppositeEnd(a.high), high: oppositeEnd(a.low), nonZero: a.nonZero })

/** 0 is attained in a product as soon as one factor attains it; 0·∞ here is a limit of zeros: 0. */
function timesEnds(a: End, b: End): End {
  const zero = (e: End): boolean => e.at !== undefined && isZero(e.at)
  if (zero(a) || zero(b)) return { at: ZERO, open: !((zero(a) && !a.open) || (zero(b) && !b.open)) }
  return a.at && b.at ? { at: times(a.at, b.at), open: a.open || b.open } : FREE
}

/** The extremes of a product are at corners; a corner at infinity frees the end it goes to. */
function product(a: Bounds, b: Bounds): Bounds {
  const corners: { end: End; infinite: number }[] = []
  for (const [p, pSide] of [[a.low, -1], [a.high, 1]] as const) {
    for (const [q, qSide] of [[b.low, -1], [b.high, 1]] as const) {
      const end = timesEnds(p, q)
      const sign = (e: End, side: number): number => (e.at ? signOf(e.at) : side)
      corners.push({ end, infinite: end.at ? 0 : sign(p, pSide) * sign(q, qSide) })
    }
  }
  const finite = corners.filter((c) => c.infinite === 0).map((c) => c.end)
  const extreme = (side: 1 | -1): End =>
    corners.some((c) => c.infinite === side) || finite.length === 0
      ? FREE
      : finite.reduce((best, end) => pick(best, end, side, both))
  return withZero({ low: extreme(-1), high: extreme(1), nonZero: a.nonZero && b.nonZero })
}

/** 1/a where a ≠ 0. */
function reciprocal(a: Bounds): Bounds {
  const inverted = (end: End): End => {
    if (!end.at) return { at: ZERO, open: true }
    return isZero(end.at) ? FREE : { at: over(ONE, end.at), open: end.open }
  }
  const low = isPositiveEnd(a.low) || (a.low.at !== undefined && signOf(a.low.at) >= 0)
  const high = a.high.at !== undefined && signOf(a.high.at) <= 0
  if (!low && !high) return { ...EVERYTHING, nonZero: true }
  return { low: inverted(a.high), high: inverted(a.low), nonZero: true }
}

/** aʳ for r > 0: odd numerator and denominator keep the order, the others are even or need a ≥ 0. */
function rootPower(a: Bounds, r: Rational): Bounds {
  const raised = (end: End): End => {
    const at = end.at && power(end.at, r.num, 256)
    return at ? { at, open: end.open } : FREE
  }
  const odd = r.num % 2n === 1n && r.den % 2n === 1n
  const nonNegative = a.low.at !== undefined && signOf(a.low.at) >= 0
  if (nonNegative && !isInteger(r)) return withZero({ ...NOT_NEGATIVE, nonZero: a.nonZero })
  if (nonNegative || (odd && isInteger(r))) {
    return withZero({ low: raised(a.low), high: raised(a.high), nonZero: a.nonZero })
  }
  if (odd) return { ...EVERYTHING, nonZero: a.nonZero }
  if (a.high.at !== undefined && signOf(a.high.at) <= 0 && r.den === 1n) {
    return withZero({ low: raised(a.high), high: raised(a.low), nonZero: a.nonZero })
  }
  return withZero({ ...NOT_NEGATIVE, nonZero: a.nonZero })
}
