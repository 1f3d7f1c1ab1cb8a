/**
 * What terms are worth, by enclosures alone: no rule, no key and no checker is asked. Derivatives
 * that stand in a term are difference quotients of enclosures, checked against the mean value
 * theorem where rigour is needed.
 */
import { compare, type Dyadic, negated, add as sum, toNumber } from '../../src/enclose/dyadic.ts'
import { decide, enclose } from '../../src/enclose/enclose.ts'
import {
  between,
  difference,
  hull,
  type Interval,
  NULL,
  order,
  point,
  quotient,
} from '../../src/enclose/interval.ts'
import {
  call,
  divide,
  type Expr,
  integer,
  isCall,
  type SymbolNode,
  symbol,
} from '../../src/expression/expr.ts'
import { plus, type Rational, rational } from '../../src/expression/rational.ts'

/** Values of letters. */
export type Point = Readonly<Record<string, Rational>>

/** The value of a term, if it is proved to have one, or to have none. */
export type Value = Interval | 'undefined' | 'unknown'

export const isValue = (v: Value): v is Interval => typeof v !== 'string'

/** Binary digits of values, unless told otherwise. */
export const BITS = 120
const MILLISECONDS = 200

const box = (at: Point, bits: number): Map<string, Interval> =>
  new Map(Object.entries(at).map(([name, r]) => [name, point(r, bits + 8)]))

/** Is there a `D` in u? */
const hasDerivative = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.args.some(hasDerivative))

/** The value of a term without derivatives on a box, if it is proved to be defined on all of it. */
export function valueOn(u: Expr, at: ReadonlyMap<string, Interval>, bits = BITS): Value {
  const found = enclose(u, at, bits, MILLISECONDS)
  if (found.kind !== 'interval') return found.kind
  const finite = found.value.lo.e < Infinity && found.value.hi.e < Infinity
  return found.total && finite ? found.value : 'unknown'
}

/** The value of a term, in which derivatives may stand, at a point. */
export function valueAt(u: Expr, at: Point, bits = BITS, level = 0): Value {
  const values = box(at, bits)
  return valueOn(hasDerivative(u) ? workedOut(u, at, values, level) : u, values, bits)
}

/** Is the condition true at the point? A relation is true or false where both its sides are defined. */
export function holdsAt(c: Expr, at: Point, bits = BITS): boolean | 'undefined' | 'unknown' {
  if (isCall(c, 'interior')) return isContinuous(c.args[0] as Expr, at)
  if (isCall(c, 'and') || isCall(c, 'or')) {
    const decisive = c.head === 'or'
    for (const part of c.args) {
      const state = holdsAt(part, at, bits)
      if (state !== !decisive) return state
    }
    return !decisive
  }
  const values = box(at, bits)
  return decide(hasDerivative(c) ? workedOut(c, at, values, 0) : c, values, bits, MILLISECONDS)
}

/** Do all conditions hold at the point, surely? */
export const allHold = (conditions: readonly Expr[], at: Point): boolean =>
  conditions.every((c) => holdsAt(c, at) === true)

/** u with a letter for each derivative, whose value is noted; 1/0 where the derivative has none. */
function workedOut(u: Expr, at: Point, values: Map<string, Interval>, level: number): Expr {
  if (u.kind !== 'call') return u
  if (!isCall(u, 'D'))
    return call(
      u.head,
      u.args.map((arg) => workedOut(arg, at, values, level)),
    )
  const [body, x] = u.args as [Expr, SymbolNode]
  const slope = slopeAt(body, x.name, at, level)
  if (slope === 'undefined') return divide(integer(1), integer(0))
  const letter = `slope_${values.size}`
  if (isValue(slope)) values.set(letter, slope)
  return symbol(letter)
}

const power2 = (k: number): Rational => rational(1n, 1n << BigInt(k))
const moved = (at: Point, x: string, by: Rational): Point => ({
  ...at,
  [x]: plus(at[x] as Rational, by),
})

/** Steps of 2^-k at each level of derivatives within derivatives: the inner ones must be finer. */
const STEPS = [60, 200, 620] as const

/**
 * The derivative of u by x at a point, from difference quotients to both sides with two steps;
 * `undefined` where u is not defined around the point or these do not come together.
 */
export function slopeAt(u: Expr, x: string, at: Point, level = 0): Value {
  const k = STEPS[level]
  if (k === undefined || !(x in at))
    return x in at ? 'unknown' : slopeAt(u, x, { ...at, [x]: rational(0n) }, level)
  const bits = 4 * k + 80
  const here = valueAt(u, at, bits, level + 1)
  if (!isValue(here)) return here
  const slopes: Interval[] = []
  for (const by of [k, k + 15]) {
    for (const sign of [1n, -1n]) {
      const step = rational(sign, 1n << BigInt(by))
      const there = valueAt(u, moved(at, x, step), bits, level + 1)
      if (!isValue(there)) return there
      slopes.push(quotient(difference(there, here, bits), point(step, bits), bits))
    }
  }
  return limitOf(slopes as [Interval, Interval, Interval, Interval], k)
}

/** Where slopes to the right and left, with a step and a finer one, are going. */
function limitOf(slopes: readonly [Interval, Interval, Interval, Interval], k: number): Value {
  const [right, left, finerRight, finerLeft] = slopes
  const spread = (a: Interval, b: Interval): number => width(hull(a, b))
  const scale = Math.max(size(slopes.reduce(hull)), 2 ** -20)
  if (slopes.some((slope) => width(slope) > scale * 2 ** -40)) return 'unknown'
  const [coarse, fine] = [spread(right, left), spread(finerRight, finerLeft)]
  const shift = spread(right, finerRight) + spread(left, finerLeft)
  if (fine <= scale * 2 ** (-k / 2)) {
    // The limit of x^(2/5) at 0 is not near its slopes: they are equal to both sides, but moving.
    return shift <= scale * 2 ** (-k / 2) ? widened(hull(finerRight, finerLeft), k - 20) : 'unknown'
  }
  if (fine < coarse * 2 ** -8) return 'unknown' // steep, but coming together
  const steady = shift < fine * 2 ** -8
  const growing = size(finerRight) > 2 * size(right) || size(finerLeft) > 2 * size(left)
  return steady || growing ? 'undefined' : 'unknown'
}

/** Is u defined near the point, and do its changes vanish with the step? */
function isContinuous(u: Expr, at: Point): boolean | 'unknown' {
  const here = valueAt(u, at, 400)
  if (!isValue(here)) return here === 'undefined' ? false : 'unknown'
  for (const x of Object.keys(at)) {
    for (const sign of [1n, -1n]) {
      const changes: number[] = []
      for (const by of [60n, 100n]) {
        const there = valueAt(u, moved(at, x, rational(sign, 1n << by)), 400)
        if (!isValue(there)) return there === 'undefined' ? false : 'unknown'
        changes.push(size(difference(there, here, 100)))
      }
      const [far, near] = changes as [number, number]
      if (near > 2 ** -30 * Math.max(1, size(here)) && near > far / 2) return false
    }
  }
  return true
}

const WIDE = 64
const ends = (a: Interval): [Dyadic, Dyadic] => [a.lo, a.hi]
/** The length of the interval, nearly. */
export const width = (a: Interval): number => toNumber(sum(a.hi, negated(a.lo), WIDE, true))
/** The largest absolute value in the interval, nearly. */
export const size = (a: Interval): number => Math.max(...ends(a).map((end) => Math.abs(toNumber(end))))

/** The interval with 2^-k of its size, at least of 1, more on both sides. */
function widened(a: Interval, k: number): Interval {
  const scale = Math.ceil(Math.log2(Math.max(1, size(a)))) - k
  const bits = 2000
  const more = { m: 1n, e: scale }
  return between(sum(a.lo, negated(more), bits, false), sum(a.hi, more, bits, true))
}

/** Can the two values be the same? */
export const meets = (a: Interval, b: Interval): boolean => (order(a, b) & NULL) !== 0

/** Is the value known to about ten digits, so that meeting it says something? */
const isSharp = (a: Interval): boolean => width(a) <= 2 ** -30 * Math.max(size(a), 2 ** -8)

export type Agreement = 'agrees' | 'differs' | 'silent'

/**
 * Do two values agree, where the first is claimed to be defined, and equal, if the second is?
 * Silent where nothing is decided, or nothing claimed.
 */
export function follows(claimed: Value, known: Value): Agreement {
  if (!isValue(known) || claimed === 'unknown') return 'silent'
  if (claimed === 'undefined') return 'differs'
  if (!meets(claimed, known)) return 'differs'
  return isSharp(claimed) && isSharp(known) ? 'agrees' : 'silent'
}

/** Both defined with one value, or both undefined. */
export function agree(a: Value, b: Value): Agreement {
  if (a === 'unknown' || b === 'unknown') return 'silent'
  if (a === 'undefined' && b === 'undefined') return 'agrees'
  if (!isValue(a) || !isValue(b) || !meets(a, b)) return 'differs'
  return isSharp(a) && isSharp(b) ? 'agrees' : 'silent'
}

const MEAN_STEP = power2(40)
/** Bits for values at the ends, of which 40 are lost in the quotient, and for the values in between. */
const [FINE, COARSE] = [112, 64]

/**
 * Is f′ = g on [a, a + 2^-40]? Where g is bounded on it and the conditions hold, the mean value
 * theorem puts (f(a + h) − f(a))/h among the values of g. Rigorous: `differs` is a proof.
 */
export function meanValue(f: Expr, g: Expr, conditions: readonly Expr[], x: string, at: Point): Agreement {
  const [start, end] = [box(at, FINE), box(moved(at, x, MEAN_STEP), FINE)]
  const around = new Map(start).set(x, hull(start.get(x) as Interval, end.get(x) as Interval))
  const slopes = valueOn(g, around, COARSE)
  if (!isValue(slopes)) return 'silent'
  if (conditions.some((c) => decide(c, around, COARSE, MILLISECONDS) !== true)) return 'silent'
  const [from, to] = [valueOn(f, start, FINE), valueOn(f, end, FINE)]
  if (from === 'undefined' || to === 'undefined') return 'differs'
  if (!isValue(from) || !isValue(to)) return 'silent'
  const slope = quotient(difference(to, from, FINE), point(MEAN_STEP, FINE), FINE)
  if (!meets(slope, slopes)) return 'differs'
  const narrow = (a: Interval): boolean => width(a) <= 2 ** -10 * Math.max(size(a), 2 ** -8)
  return narrow(slopes) && narrow(slope) ? 'agrees' : 'silent'
}

/** −1, 0, 1 as a < b, a = b, a > b. */
export const compareEnds = (a: Dyadic, b: Dyadic): number => Math.sign(compare(a, b))
