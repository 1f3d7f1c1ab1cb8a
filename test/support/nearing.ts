/** How near a formula comes to its limit at points ever nearer, by rigorous enclosures: a second method. */
import { compare, type Dyadic } from '../../src/enclose/dyadic.ts'
import { decide, enclose } from '../../src/enclose/enclose.ts'
import {
  absolute,
  type Interval,
  NEGATIVE,
  NULL,
  order,
  POSITIVE,
  signs,
} from '../../src/enclose/interval.ts'
import type { Condition } from '../../src/expression/condition.ts'
import {
  add,
  call,
  type Expr,
  freeSymbols,
  integer,
  negate,
  raise,
  substitute,
} from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { rational } from '../../src/expression/rational.ts'
import type { Place, Side } from '../../src/verify/limits/approach.ts'
import type { Limit } from '../../src/verify/limits/limit.ts'

const BITS = [200, 2_000]
const MILLISECONDS = 150

/** A formula near a place. */
export interface Asked {
  readonly of: Expr
  readonly to: Place
  readonly assuming: readonly Condition[]
}

/** Values of the parameters for which what is assumed holds. */
function parameters({ of, to, assuming }: Asked): ReadonlyMap<string, Expr> | undefined {
  const terms = [of, ...assuming, ...(typeof to === 'string' ? [] : [to])]
  const names = [...new Set(terms.flatMap(freeSymbols))].filter((name) => name !== 'x')
  const numbers = [
    [3n, 2n],
    [1n, 3n],
    [-2n, 1n],
  ].map(([p, q]) => numberTerm(rational(p as bigint, q)))
  const choices = names.reduce<ReadonlyMap<string, Expr>[]>(
    (some, name) => some.flatMap((chosen) => numbers.map((value) => new Map(chosen).set(name, value))),
    [new Map()],
  )
  const holds = (condition: Condition): boolean => decide(condition, new Map(), 100) === true
  return choices.find((chosen) => assuming.every((condition) => holds(substitute(condition, chosen))))
}

const power = (base: number, exponent: Expr): Expr => raise(integer(base), exponent)
/** Distances from the point, or reciprocals of what is far out: 2^(3k), then 2^(2^k) and 2^(2^(2^k)). */
const SIZES: readonly Expr[] = [
  ...[2, 4, 6, 8, 10, 14, 20, 30, 40].map((k) => power(2, integer(k))),
  ...[6, 8, 10, 13, 16].map((k) => power(2, power(2, integer(k)))),
]

function points({ to }: Asked, side: Side): Expr[] {
  if (to === 'infinity') return [...SIZES]
  if (to === '-infinity') return SIZES.map(negate)
  return SIZES.map((size) => {
    const step = call('divide', [integer(1), size])
    return add(to as Expr, side === 'left' ? negate(step) : step)
  })
}

function at(u: Expr, values: ReadonlyMap<string, Expr>): Interval | undefined {
  for (const bits of BITS) {
    const value = enclose(substitute(u, values), new Map(), bits, MILLISECONDS)
    if (value.kind === 'interval' && value.total && isSharp(value.value)) return value.value
  }
  return undefined
}

/** Known to three digits. */
const isSharp = (value: Interval): boolean => {
  const { lo, hi } = absolute(value)
  return value.exact !== undefined || ((signs(value) & NULL) === 0 && compare(hi, slightlyMore(lo)) <= 0)
}
const slightlyMore = ({ m, e }: Dyadic): Dyadic => ({ m: m * 1025n, e: e - 10 })

export const isSmaller = (a: Interval, b: Interval): boolean => (order(a, b) & POSITIVE) === 0

/** The distance from the limit, or the reciprocal of what grows, and its sign. */
export interface Distance {
  readonly size: Interval
  readonly sign: number
}

/** Nearer and nearer, where values can be enclosed to three digits. */
export function distances(asked: Asked, side: Side, limit: Limit): Distance[] {
  const chosen = parameters(asked)
  if (!chosen || (limit.kind !== 'finite' && limit.kind !== 'infinite')) return []
  const rest =
    limit.kind === 'finite' ? add(asked.of, negate(limit.value)) : call('divide', [integer(1), asked.of])
  return points(asked, side).flatMap((x) => {
    const value = at(rest, new Map(chosen).set('x', x))
    return value ? [{ size: absolute(value), sign: signs(value) }] : []
  })
}

/** Is the sign of the distance the one that the limit claims? */
export function isOnItsSide({ sign }: Distance, limit: Limit): boolean {
  if (limit.kind === 'infinite') return sign === (limit.sign > 0 ? POSITIVE : NEGATIVE)
  return limit.kind !== 'finite' || !limit.from || sign === (limit.from === 'above' ? POSITIVE : NEGATIVE)
}
