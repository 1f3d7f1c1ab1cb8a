/**
 * Looking for a point where two formulas differ. Values in double precision say where to look;
 * disjoint enclosures at a rational point decide.
 */
import { decide, enclose } from '../enclose/enclose.ts'
import type { Interval } from '../enclose/interval.ts'
import type { Condition } from '../expression/condition.ts'
import { add, type Expr, freeSymbols, isCall, negate } from '../expression/expr.ts'
import { compareRationals, minus, plus, type Rational, rational } from '../expression/rational.ts'
import { exponentValue } from '../rules/exponent.ts'
import { opened } from '../rules/forms.ts'
import { areApart, placed } from '../verify/verdict.ts'
import { type Double, double, truth } from './double.ts'
import { points } from './points.ts'
import { coefficients, roots, simplestBetween } from './roots.ts'

/** Two formulas, what is assumed, and their symbols. */
export interface Question {
  readonly left: Expr
  readonly right: Expr
  readonly assuming: readonly Condition[]
  readonly names: readonly string[]
}

export type Place = ReadonlyMap<string, Rational>

/** A point where both sides are defined, with enclosures of their values. */
export interface Witness {
  readonly at: Place
  readonly left: Interval
  readonly right: Interval
}

const FIRST_BITS = 64

/** Both sides enclosed at the point, if they are defined there and what is assumed holds. */
export function witness(
  { left, right, assuming }: Question,
  at: Place,
  bits: number = FIRST_BITS,
): Witness | undefined {
  const place = placed(at, bits)
  if (!assuming.every((condition) => decide(condition, place, bits) === true)) return undefined
  const a = enclose(left, place, bits)
  if (a.kind !== 'interval' || !a.total) return undefined
  const b = enclose(right, place, bits)
  if (b.kind !== 'interval' || !b.total) return undefined
  return { at, left: a.value, right: b.value }
}

/** Do the two sides differ there? */
export const differs = ({ left, right }: Witness): boolean => areApart(left, right)

const NEARLY = 1e-9

/** A point at which both sides seem to be defined, and whether their values seem to differ. */
export interface Suspect {
  readonly at: Place
  readonly apart: boolean
}

/** Goes through points at which both sides seem to be defined, and tells whether they seem to differ. */
export class Scout {
  readonly question: Question
  readonly #left: Double
  readonly #right: Double
  readonly #allowed: Double
  readonly #suspects: Generator<Suspect>

  constructor(question: Question, most: number) {
    const { left, right, assuming, names } = question
    this.question = question
    this.#left = double(left, names)
    this.#right = double(right, names)
    const conditions = assuming.map((condition) => truth(condition, names))
    this.#allowed = (x) => (conditions.every((condition) => condition(x) === 1) ? 1 : 0)
    this.#suspects = this.#among(points(names.length, most))
  }

  /** The next point where both sides seem to be defined. */
  next(): Suspect | undefined {
    const { done, value } = this.#suspects.next()
    return done ? undefined : value
  }

  *#among(all: Generator<readonly Rational[]>): Generator<Suspect> {
    for (const point of all) {
      const x = point.map(({ num, den }) => Number(num) / Number(den))
      if (!this.#allowed(x)) continue
      const [a, b] = [this.#left(x), this.#right(x)]
      if (Number.isNaN(a) || Number.isNaN(b)) continue
      // what is too large for a double tells nothing
      yield { at: this.#named(point), apart: Math.abs(a - b) > NEARLY * (Math.abs(a) + Math.abs(b)) }
    }
  }

  #named(point: readonly Rational[]): Place {
    return new Map(this.question.names.map((name, i) => [name, point[i] as Rational]))
  }
}

/** The terms whose signs decide which branch a formula takes. */
export function switches(u: Expr): Expr[] {
  if (u.kind !== 'call') return []
  const body = opened(u)
  if (body) return switches(body)
  const inner = u.args.flatMap(switches)
  const [a, b] = u.args
  if (isCall(u, 'abs') || isCall(u, 'sign') || isCall(u, 'step')) return [a as Expr, ...inner]
  const compares = ['min', 'max', '=', '!=', '<', '<=', '>', '>='].includes(u.head)
  if (compares) return [add(a as Expr, negate(b as Expr)), ...inner]
  const radicand = isCall(u, 'sqrt') || (isCall(u, 'power') && exponentValue(b as Expr)?.den !== 1n)
  return radicand ? [...factorsOf(a as Expr), ...inner] : inner
}

/** What is multiplied or raised to a power in u. */
function factorsOf(u: Expr): Expr[] {
  if (isCall(u, 'multiply') || isCall(u, 'divide')) return u.args.flatMap(factorsOf)
  return isCall(u, 'power') || isCall(u, 'negate') ? factorsOf(u.args[0] as Expr) : [u]
}

const MOST_SWITCHES = 24

/**
 * Points on all sides of where a branch changes: between neighbouring roots of the terms that
 * decide on branches, and beyond the last of them.
 */
export function* guided({ left, right, assuming, names }: Question): Generator<Place> {
  const terms = [left, right, ...assuming].flatMap(switches).slice(0, MOST_SWITCHES)
  for (const offset of [1, 4]) {
    const fixed = [...points(names.length, 60)].filter((_, k) => k % 12 === offset)
    for (const name of names) {
      for (const point of fixed) {
        const at = new Map(names.map((n, i) => [n, point[i] as Rational]))
        for (const value of cells(terms, name, at)) yield new Map([...at, [name, value]])
      }
    }
  }
}

function cells(terms: readonly Expr[], name: string, at: Place): Rational[] {
  const found = terms
    .filter((term) => freeSymbols(term).includes(name))
    .flatMap((term) => rootsIn(term, name, at))
    .sort((a, b) => (a.num * b.den < b.num * a.den ? -1 : 1))
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return []
  const inside = found.slice(1).map((root, i) => [found[i], root] as readonly [Rational, Rational])
  const onRoots = found.map((root) => [minus(root, TINY), plus(root, TINY)] as const)
  const all = [
    [minus(first, rational(2n)), first],
    [last, plus(last, rational(2n))],
    ...inside,
    ...onRoots,
  ] as const
  return all.filter(([a, b]) => compareRationals(a, b) < 0).map(([a, b]) => simplestBetween(a, b))
}

const TINY = rational(1n, 1n << 200n)

function rootsIn(term: Expr, name: string, at: Place): Rational[] {
  const exact = coefficients(term, name, at)
  return exact ? roots(exact) : changesOfSign(term, name, at)
}

const SIZES = Array.from({ length: 41 }, (_, k) => 10 ** ((k - 20) / 2))
const GRID = [...SIZES.map((s) => -s).reverse(), 0, ...SIZES]

/** Changes of sign on a grid from −10¹⁰ to 10¹⁰, in double precision. */
function changesOfSign(term: Expr, name: string, at: Place): Rational[] {
  const names = [...at.keys()]
  const of = double(term, names)
  const point = [...at.values()].map(({ num, den }) => Number(num) / Number(den))
  const i = names.indexOf(name)
  const f = (x: number): number => of(point.map((value, j) => (i === j ? x : value)))
  const found: Rational[] = []
  for (let k = 0; k + 1 < GRID.length; k += 1) {
    let [a, b] = [GRID[k] as number, GRID[k + 1] as number]
    const sign = Math.sign(f(a))
    if (!(sign * Math.sign(f(b)) < 0)) continue
    for (let n = 0; n < 60; n += 1) {
      const middle = (a + b) / 2
      if (Math.sign(f(middle)) === sign) a = middle
      else b = middle
    }
    found.push(fromDouble(a))
  }
  return found
}

/** The exact value of a double. */
function fromDouble(x: number): Rational {
  let [m, e] = [x, 0]
  while (!Number.isInteger(m)) {
    m *= 2
    e += 1
  }
  return rational(BigInt(m), 1n << BigInt(e))
}
