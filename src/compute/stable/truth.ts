/**
 * The double nearest to the value of a formula: by balls, or else by enclosures that are narrowed until both ends round
 * to it. What a formula is made of is kept at each point, operation by operation: forms share most of their parts.
 */

import { add, type Dyadic, magnitude, negated } from '../../enclose/dyadic.ts'
import { decide, type Enclosure, enclose } from '../../enclose/enclose.ts'
import { counted, isHalt } from '../../enclose/halt.ts'
import { type Interval, point } from '../../enclose/interval.ts'
import { RELATED } from '../../expression/condition.ts'
import { type CallNode, call, type Expr, same, symbol } from '../../expression/expr.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { opened } from '../../rules/forms.ts'
import { type Ball, exact, isNowhere, isUnknown, NOWHERE, UNKNOWN } from '../balls/ball.ts'
import { combined, NAMED, ofNumber, related, rounded } from '../balls/value.ts'
import { exactly, nearest } from '../doubles.ts'

/** Bits that enclosures are computed to, one after the other. */
const LEVELS: readonly number[] = [90, 150, 270, 480, 820, 1_400, 2_430]
/** Bits that a relative precision must have to round to a double, with some to spare. */
const ENOUGH = 62
/** Work at which one operation is given up: a millisecond or so. */
const MOST_WORK = 1e6

/** What is known of a formula at a point, level by level. */
interface Known {
  readonly u: Expr
  readonly values: (Enclosed | undefined)[]
  ball?: Ball
  double?: Nearest
}

/** A double, NaN where there is none, with the work that it takes where nothing is known. */
interface Nearest {
  readonly value: number
  readonly work: number
}

/** An enclosure, and the work that it takes where nothing is known. */
interface Enclosed {
  readonly found: Enclosure
  readonly work: number
}

/** The coordinates of a point, and what is known of formulas there. */
export class Spot {
  readonly #names: readonly string[]
  readonly #point: readonly number[]
  /** As exact numbers. */
  readonly #at: ReadonlyMap<string, Interval>
  readonly #known = new Map<number, Known[]>()

  constructor(names: readonly string[], point: readonly number[]) {
    this.#names = names
    this.#point = point
    this.#at = new Map(names.map((name, i) => [name, exactOrNot(point[i] as number)]))
  }

  /** The double nearest to the value of u. Most are known from pairs of doubles within a radius. */
  nearest(u: Expr, allowance: Allowance): number {
    const known = this.#of(u)
    if (known.double === undefined) {
      const value = rounded(this.#ball(u))
      if (value === undefined && allowance.left <= 0) return Number.NaN
      known.double = value === undefined ? nearestOf((level) => this.enclosure(u, level)) : { value, work: 0 }
    }
    const { value, work } = known.double
    // what is known already counts as well, so that it makes no difference who asked first
    if (work > 0 && allowance.left <= 0) return Number.NaN
    allowance.left -= work
    return value
  }

  #ball(u: Expr): Ball {
    if (u.kind === 'number') return ofNumber(u)
    if (u.kind === 'symbol')
      return NAMED.get(u.name) ?? exact(this.#point[this.#names.indexOf(u.name)] ?? Number.POSITIVE_INFINITY)
    const known = this.#of(u)
    known.ball ??= this.#called(u)
    return known.ball
  }

  #called(u: CallNode): Ball {
    if (u.head === 'piecewise') return this.#chosen(u)
    const isPower = u.head === 'power' && exponentValue(u.args[1] as Expr) !== undefined
    const operands = isPower ? u.args.slice(0, 1) : u.args
    const balls = operands.map((arg) => this.#ball(arg))
    const made = combined(u, balls)
    if (made) return balls.some(isUnknown) && !isNowhere(made) ? UNKNOWN : made
    const body = opened(u)
    return body ? this.#ball(body) : UNKNOWN
  }

  #chosen(u: CallNode): Ball {
    for (let i = 0; i < u.args.length; i += 2) {
      const [branch, condition] = [u.args[i] as Expr, u.args[i + 1]]
      const holds = condition === undefined || this.#holds(condition)
      if (holds === undefined) return UNKNOWN
      if (holds) return this.#ball(branch)
    }
    return NOWHERE
  }

  #holds(condition: Expr): boolean | undefined {
    if (condition.kind !== 'call') return undefined
    const { head, args } = condition
    if (head !== 'and' && head !== 'or') {
      if (!RELATED.has(head)) return undefined
      const [a, b] = args as [Expr, Expr]
      return related(head, this.#ball(a), this.#ball(b))
    }
    for (const arg of args) {
      const found = this.#holds(arg)
      if (found === undefined || found === (head === 'or')) return found
    }
    return head === 'and'
  }

  /** The enclosure of u, each operation to so many bits. */
  enclosure(u: Expr, level: number): Enclosed {
    const { values } = this.#of(u)
    const made = values[level] ?? this.#made(u, level)
    values[level] = made
    return made
  }

  #of(u: Expr): Known {
    const shelf = this.#known.get(u.hash)
    const known = shelf?.find((one) => same(one.u, u))
    if (known) return known
    const made: Known = { u, values: [] }
    if (shelf) shelf.push(made)
    else this.#known.set(u.hash, [made])
    return made
  }

  #made(u: Expr, level: number): Enclosed {
    if (u.kind !== 'call' || u.head === 'D' || u.head === 'at') return worked(u, this.#at, level)
    if (u.head === 'piecewise') return this.#cases(u, level)
    const isPower = u.head === 'power' && exponentValue(u.args[1] as Expr) !== undefined
    const operands = isPower ? u.args.slice(0, 1) : u.args
    const values = operands.map((arg) => this.enclosure(arg, level))
    const before = values.reduce((sum, { work }) => sum + work, 0)
    const halt = values.find(({ found }) => found.kind !== 'interval')
    if (halt) return { found: halt.found, work: before }
    const intervals = values.map(({ found }) => found as Enclosure & { kind: 'interval' })
    const at = new Map(intervals.map(({ value }, i) => [letter(i), value]))
    const { found, work } = worked(operation(u, operands.length), at, level)
    const doubt = intervals.find(({ total }) => !total)?.doubt
    const all = found.kind !== 'interval' || doubt === undefined ? found : { ...found, total: false, doubt }
    return { found: all, work: before + work }
  }

  #decided(condition: Expr, level: number): ReturnType<typeof decide> {
    return counted(MOST_WORK, () => decide(condition, this.#at, LEVELS[level] as number, Infinity)).found
  }

  /** The first case that certainly holds; where that is not certain, all at once. */
  #cases(u: CallNode, level: number): Enclosed {
    for (let i = 0; i < u.args.length; i += 2) {
      const [branch, condition] = [u.args[i] as Expr, u.args[i + 1]]
      const holds = condition === undefined || (this.#holds(condition) ?? this.#decided(condition, level))
      if (holds === true) return this.enclosure(branch, level)
      if (holds !== false) break
    }
    return worked(u, this.#at, level)
  }
}

/** The enclosure, unless it takes too much work. */
function worked(u: Expr, at: ReadonlyMap<string, Interval>, level: number): Enclosed {
  return counted(MOST_WORK, () => enclose(u, at, LEVELS[level] as number, Infinity))
}

const letter = (i: number): string => `operand${i}`

/** The operation alone, its operands letters; the same terms for all who ask, as definitions are kept with them. */
function operation(u: CallNode, letters: number): Expr {
  const rest = u.args.slice(letters)
  const key = `${u.head} ${letters}`
  const known = rest.length === 0 ? operations.get(key) : undefined
  if (known) return known
  const made = call(u.head, [...Array.from({ length: letters }, (_, i) => symbol(letter(i))), ...rest])
  if (rest.length === 0) operations.set(key, made)
  return made
}

const operations = new Map<string, Expr>()

/** The point with these doubles as coordinates. */
export const spot = (names: readonly string[], at: readonly number[]): Spot => new Spot(names, at)

/** Sizes within which exact arithmetic pays. */
const [LEAST_EXACT, MOST_EXACT] = [2 ** -30, 2 ** 30]

/** A double with a short fraction is computed with exactly, any other as an interval of no width. */
function exactOrNot(x: number): Interval {
  const found = point(exactly(x), 2_000)
  const size = Math.abs(x)
  if (x === 0 || (size > LEAST_EXACT && size < MOST_EXACT)) return found
  return { ...found, exact: undefined }
}

const LARGEST = 2 ** 53

function toDouble({ m, e }: Dyadic): number {
  if (m === 0n || e === -Infinity) return 0
  if (e === Infinity || e > 2_000) return m > 0n ? Infinity : -Infinity
  if (e < -4_000) return m > 0n ? 0 : -0
  return e >= 0 ? nearest({ num: m << BigInt(e), den: 1n }) : nearest({ num: m, den: 1n << BigInt(-e) })
}

/** The work that enclosures may take in all, in bits. When it is spent, only balls tell. */
export interface Allowance {
  left: number
}

/** NaN where it is undefined, or not known. */
export const truth = (u: Expr, at: Spot, allowance: Allowance = { left: Infinity }): number =>
  at.nearest(u, allowance)

function nearestOf(enclosure: (level: number) => Enclosed): Nearest {
  let work = 0
  for (let level = 0; level < LEVELS.length; ) {
    const { found, work: more } = enclosure(level)
    work += more
    if (isHalt(found)) break
    if (found.value.exact && found.total) return { value: nearest(found.value.exact), work }
    const [low, high] = [toDouble(found.value.lo), toDouble(found.value.hi)]
    // an infinite double stands for all that is too large; it is not enough to have an endless enclosure
    const isBounded = Math.abs(low) < Infinity || Math.abs(high) < LARGEST || isFinite_(found.value)
    if (found.total && low === high && isBounded) return { value: low, work }
    level = next(level, found.value)
  }
  return { value: Number.NaN, work }
}

/** The level at which it may be known: of an enclosure without 0 it is seen how many bits are missing. */
function next(level: number, value: Interval): number {
  const bits = LEVELS[level] as number
  const has0 = value.lo.m <= 0n && value.hi.m >= 0n
  const wanted =
    has0 || !isFinite_(value) ? bits * STEP : bits + ENOUGH - Math.min(ENOUGH - 1, agreeing(value))
  const above = LEVELS.findIndex((more) => more >= wanted)
  return above < 0 ? LEVELS.length : above
}

const STEP = 2.6

/** The leading bits that all numbers in it share, about. */
const agreeing = ({ lo, hi }: Interval): number =>
  Math.max(0, magnitude(hi) - magnitude(add(hi, negated(lo), 8, true)))

const isFinite_ = ({ lo, hi }: Interval): boolean => lo.e !== Infinity && hi.e !== Infinity
