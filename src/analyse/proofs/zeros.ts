/**
 * Where a term is 0, as terms: simple numbers near a zero that is seen in double precision, and solutions of the
 * equation. Only candidates: nothing is concluded from them.
 */
import { type Double, double } from '../../decide/double.ts'
import { solve } from '../../derive/solve/index.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  call,
  type Expr,
  exp,
  freeSymbols,
  integer,
  mentions,
  negate,
  same,
  symbol,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { factored } from './factored.ts'
import { bisected, least, simplestNear } from './numbers.ts'
import { conditionsWithPins, pinsIn, withPins } from './pinned.ts'
import { lettersOf, places, spanOf, spread, valueAt } from './scout.ts'
import type { Work } from './work.ts'

/** Values of the letter, without it, at which u seems to be 0 and which the conditions allow. */
export function zerosOf(u: Expr, letter: string, assuming: readonly Condition[], work: Work): Expr[] {
  const solved = (): Expr[] => solutions(u, letter, assuming, work)
  return work.note(`zeros in ${letter}`, [u, ...assuming], () => found(u, letter, assuming, solved()))
}

/** Those among them that are plain numbers, or letters for numbers; quicker. */
export const plainZeros = (u: Expr, letter: string, assuming: readonly Condition[]): Expr[] =>
  found(u, letter, assuming, [])

function found(given: Expr, letter: string, known: readonly Condition[], solved: readonly Expr[]): Expr[] {
  const pins = pinsIn(known)
  const [u, assuming] = [withPins(given, pins), conditionsWithPins(known, pins)]
  const others = lettersOf([u, ...assuming]).filter((name) => name !== letter)
  const seen = others.length === 0 ? numericZeros(u, letter, assuming).flatMap(simplest) : [integer(0)]
  const here = [...places(without(assuming, letter), others)].slice(0, 4)
  const isZero = (value: Expr): boolean =>
    here.length > 0 &&
    here.some((at) => {
      const x = valueAt(withPins(value, pins), at)
      const { low, high } = spanOf(assuming, letter, at)
      const near = Math.abs(valueAt(u, new Map([...at, [letter, x]])))
      return x >= low && x <= high && near < 1e-9 * (1 + Math.abs(x))
    })
  const all = [...seen, ...[...pins.keys()].map(symbol), ...solved].filter(isZero)
  return all.filter((value, i) => !all.slice(0, i).some((other) => same(other, value)))
}

const without = (assuming: readonly Condition[], letter: string): Condition[] =>
  assuming.filter((condition) => !mentions(condition, letter))

const LARGEST_SOLVED = 60

function solutions(u: Expr, letter: string, assuming: readonly Condition[], work: Work): Expr[] {
  const form = factored(u)
  const bases = form ? form.factors.filter(({ exponent }) => exponent > 0).map(({ base }) => base) : [u]
  return bases
    .filter((base) => mentions(base, letter) && base.size <= LARGEST_SOLVED && !work.isOver)
    .flatMap((base) => {
      try {
        const budget = { milliseconds: Math.min(400, work.millisecondsLeft) }
        const { branches } = solve(call('=', [base, integer(0)]), letter, { assuming, budget })
        const known = new Set([...freeSymbols(u), ...assuming.flatMap(freeSymbols)])
        return branches
          .map(({ value }) => value)
          .filter((value) => !mentions(value, letter) && freeSymbols(value).every((name) => known.has(name)))
      } catch {
        return []
      }
    })
}

/** Zeros and changes of sign in double precision. */
export function numericZeros(u: Expr, letter: string, assuming: readonly Condition[]): number[] {
  const of = double(u, [letter])
  const xs = spread(spanOf(assuming, letter, new Map()))
  const zeros: number[] = []
  for (let i = 0; i < xs.length; i += 1) {
    const [a, b] = [xs[i] as number, xs[i + 1]]
    const [p, q] = [of([a]), b === undefined ? Number.NaN : of([b])]
    if (p === 0) zeros.push(a)
    else if (b !== undefined && p * q < 0) zeros.push(bisected(of, a, b))
    else if (b !== undefined) zeros.push(...nearMinimum(of, a, b))
  }
  return zeros
}

/** Where |u| seems to have a minimum near 0 inside. */
function nearMinimum(of: Double, a: number, b: number): number[] {
  const at = least((x) => Math.abs(of([x])), a, b)
  const away = (b - a) / 1_000
  return at > a + away && at < b - away && Math.abs(of([at])) < 1e-9 ? [at] : []
}

const NEAR = 1e-7
const PI = symbol('pi')

/** How a number may be written with a simple fraction q, and what then is q. */
const WRITTEN: readonly (readonly [of: (x: number) => number, as: (q: Expr) => Expr])[] = [
  [(x) => x, (q) => q],
  [(x) => x / Math.PI, (q) => call('multiply', [q, PI])],
  [(x) => (x > 0 ? x * x : Number.NaN), (q) => call('sqrt', [q])],
  [(x) => (x < 0 ? x * x : Number.NaN), (q) => negate(call('sqrt', [q]))],
  [Math.exp, (q) => call('log', [q])],
  [(x) => (x > 0 ? Math.log(x) : Number.NaN), exp],
  [Math.tan, (q) => call('atan', [q])],
  [Math.sin, (q) => call('asin', [q])],
  [Math.tanh, (q) => call('atanh', [q])],
]
const LARGEST_DENOMINATOR = 60n
const LARGEST_FRACTION = 1e4

/** Numbers near a double that are written with a simple fraction, the plainest first. */
const simplest = (x: number): Expr[] =>
  WRITTEN.flatMap(([of, as], i) => {
    const value = of(x)
    if (!(Math.abs(value) < LARGEST_FRACTION)) return []
    const q = simplestNear(value, NEAR * (1 + Math.abs(value)))
    const isNought = i > 0 && q.num === 0n
    return q.den > LARGEST_DENOMINATOR || isNought ? [] : [as(numberTerm(q))]
  })

export { exactly, simplestNear } from './numbers.ts'
