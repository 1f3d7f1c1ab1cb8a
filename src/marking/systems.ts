/**
 * Statements in several letters joined by `and`: solved for one letter after the other, each value put into
 * the rest. A line holds for every solution, or a solution shows that it does not.
 */

import { double } from '../decide/double.ts'
import { compare } from '../decide/index.ts'
import type { Point } from '../decide/verdict.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, isCondition } from '../expression/condition.ts'
import { add, call, type Expr, freeSymbols, integer, isCall, negate, substitute } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { rational } from '../expression/rational.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { asExpr } from '../syntax/formula.ts'
import { print } from '../syntax/print.ts'
import { fractionNear } from './glance.ts'
import { solutionsIn } from './in-time.ts'
import { truthAt } from './truth.ts'

type Values = ReadonlyMap<string, Expr>

/** Values of letters, which may hold other letters, and what must be true of them besides. */
interface Solution {
  readonly values: Values
  readonly conditions: readonly Condition[]
}

/** How a system goes over into another. */
export interface Passage {
  readonly lost: readonly Point[]
  readonly gained: readonly Point[]
  /** Does the second hold for all solutions of the first? */
  readonly forth: boolean
  readonly back: boolean
}

const MOST_ALTERNATIVES = 12
const MOST_SOLUTIONS = 24
const SOLVING = 1_000
const DECIDING = 750

export const isSystem = (u: Condition): boolean =>
  isCall(u, 'and') || (isCall(u, 'or') && u.args.some((part) => isCondition(part) && isSystem(part)))

export function passage(from: Condition, to: Condition, assuming: readonly Condition[]): Passage {
  const [forth, back] = [held(from, to, assuming), held(to, from, assuming)]
  return { lost: forth.failing, gained: back.failing, forth: forth.always, back: back.always }
}

/** Does `to` hold for the solutions of `from`? */
function held(
  from: Condition,
  to: Condition,
  assuming: readonly Condition[],
): { readonly always: boolean; readonly failing: readonly Point[] } {
  const solutions = solutionsOf(from)
  const failing: Point[] = []
  let always = solutions !== undefined
  for (const { values, conditions } of solutions ?? []) {
    const known = [...assuming.map((c) => substitute(c, values)), ...conditions]
    if (known.some((c) => freeSymbols(c).length === 0 && truthAt(c, new Map()) === false)) continue
    const claim = substitute(to, values)
    if (isTrue(claim, known)) continue
    always = false
    const point = instanceOf(values, [claim, ...known])
    const at = valuesOf(point)
    if (truthAt(to, at) === false && [from, ...assuming].every((c) => truthAt(c, at) === true))
      failing.push(point)
  }
  return { always, failing }
}

/** Letters that are left free are given numbers. */
const FREE = [7, 11, 13, 17]

function instanceOf(values: Values, others: readonly Expr[]): Point {
  const free = [...new Set([...values.values(), ...others].flatMap(freeSymbols))].filter(
    (name) => !values.has(name),
  )
  const numbers = new Map(free.map((name, i) => [name, integer(FREE[i % FREE.length] as number)]))
  return Object.fromEntries(
    [...numbers, ...values].map(([name, value]) => [name, print(plain(substitute(value, numbers)))]),
  )
}

/** A number that arithmetic makes is written as one numeral. */
function plain(u: Expr): Expr {
  const fraction = freeSymbols(u).length > 0 ? undefined : fractionNear(double(u, [])([]))
  const number = fraction && numberTerm(rational(...fraction))
  return number && truthAt(call('=', [u, number]), new Map()) === true ? number : u
}

const valuesOf = (point: Point): Values =>
  new Map(Object.entries(point).map(([name, text]) => [name, asExpr(text)]))

function isTrue(u: Condition, known: readonly Condition[]): boolean {
  if (isCall(u, 'and')) return u.args.every((part) => isTrue(part, known))
  if (isCall(u, 'or')) return u.args.some((part) => isTrue(part, known))
  if (freeSymbols(u).length === 0) return truthAt(u, new Map()) === true
  if (!isCall(u, '=')) return false
  const [l, r] = u.args as [Expr, Expr]
  const zero = add(l, negate(r))
  const verdict = compare(zero, integer(0), { assuming: known, budget: { milliseconds: DECIDING } })
  return verdict.verdict === 'equal' && verdict.domains === 'same' && verdict.where.length === 0
}

/** All solutions, or nothing where they were not all found. */
function solutionsOf(u: Condition): readonly Solution[] | undefined {
  const found: Solution[] = []
  const alternatives = distributed(u)
  if (!alternatives) return undefined
  for (const parts of alternatives) {
    const some = solved(parts, { values: new Map(), conditions: [] })
    if (!some || found.length + some.length > MOST_SOLUTIONS) return undefined
    found.push(...some)
  }
  return found
}

/** The statement as alternatives of parts that hold together. */
function distributed(u: Condition): readonly (readonly Condition[])[] | undefined {
  if (isCall(u, 'or')) {
    const parts = u.args.map(distributed)
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined
  }
  if (!isCall(u, 'and')) return [[u]]
  let rows: readonly (readonly Condition[])[] = [[]]
  for (const arg of u.args) {
    const parts = distributed(arg)
    if (!parts || rows.length * parts.length > MOST_ALTERNATIVES) return undefined
    rows = rows.flatMap((row) => parts.map((part) => [...row, ...part]))
  }
  return rows
}

/** The equation that is simplest to solve is solved for a letter, and its values are put into the others. */
function solved(parts: readonly Condition[], given: Solution): readonly Solution[] | undefined {
  const open = parts.filter((part) => freeSymbols(part).length > 0)
  const settled = parts.filter((part) => freeSymbols(part).length === 0)
  const truths = settled.map((part) => truthAt(part, new Map()))
  if (truths.includes(false)) return []
  if (truths.includes(undefined)) return undefined
  const equations = open.filter((part) => isCall(part, '=')).sort((a, b) => a.size - b.size)
  if (equations.length === 0) return [{ ...given, conditions: [...given.conditions, ...open] }]
  for (const equation of equations) {
    for (const name of freeSymbols(equation)) {
      const { branches, complete } = solutionsIn(equation, name, { budget: { milliseconds: SOLVING } })
      const isPlain = complete && branches.every(({ conditions }) => conditions.length === 0)
      if (!isPlain || branches.some(({ value }) => isDegenerate(value, name))) continue
      const found: Solution[] = []
      for (const { value } of branches) {
        const put = new Map([[name, value]])
        const rest = parts.filter((part) => part !== equation).map((part) => substitute(part, put))
        const values = new Map([
          ...[...given.values].map(([other, old]) => [other, substitute(old, put)] as const),
          [name, value] as const,
        ])
        const more = solved(rest, { values, conditions: given.conditions.map((c) => substitute(c, put)) })
        if (!more) return undefined
        // Later values may stand in earlier ones.
        found.push(...more.map((one) => ({ ...one, values: closed(one.values) })))
      }
      return found
    }
  }
  return undefined
}

/** Any value solves it, or a value that is not always defined. */
const isDegenerate = (value: Expr, name: string): boolean =>
  freeSymbols(value).includes(name) ||
  (freeSymbols(value).length > 0 && domainOf(value, new Canon(isTotal)).length > 0)

const closed = (values: Values): Values =>
  new Map([...values].map(([name, value]) => [name, substitute(value, values)]))
