/**
 * Several groups fitted at once, some parameters the same in all of them: the model is the sum of the groups' curves, each
 * times a column that is 1 in its rows and 0 elsewhere. Whether the same will do is an F test (extra sum of squares).
 */
import { fisher } from '../data/distributions.ts'
import { OgeeError } from '../expression/error.ts'
import { call, type Expr, multiply, substitute, symbol } from '../expression/expr.ts'
import { asExpr, type Formula } from '../syntax/formula.ts'
import type { FitData } from './data.ts'
import { fit as fitted } from './fit.ts'
import type { FitOptions } from './options.ts'
import type { Fit } from './result.ts'

/** A fit of groups together, and what sharing costs. */
export interface Together {
  readonly fit: Fit
  /** The groups by themselves. */
  readonly apart: ReadonlyMap<string, Fit>
  /** F with its degrees of freedom, and the probability of one as large if the shared parameters are the same. */
  readonly test: {
    readonly F: number
    readonly df: readonly [top: number, bottom: number]
    readonly p: number
  }
}

/**
 * Fits groups of rows together: `shared` parameters have one value, the others one in each group, and are called by
 * their name and the group's.
 *
 * @throws OgeeError as `fit` does; `E952` for shared parameters that there are not.
 * @example
 * ```ts
 * const groups = { one: { x: [1, 2, 3, 4], y: [2, 4.1, 6, 8.1] }, two: { x: [1, 2, 3, 4], y: [5, 7, 9.1, 11] } }
 * fitTogether('a + b*x', groups, ['b']).fit.value('b').toFixed(4) // → '2.0150'
 * ```
 */
export function fitTogether(
  formula: Formula,
  groups: Readonly<Record<string, FitData>>,
  shared: readonly string[],
  options: FitOptions = {},
): Together {
  const u = asExpr(formula, options)
  const { start: _, ...others } = options
  const apart = new Map(Object.entries(groups).map(([name, data]) => [name, fitted(u, data, others)]))
  const [first] = apart.values()
  if (!first) throw new OgeeError('E954', 'there are no groups')
  const unknown = shared.find((name) => !first.parameters.includes(name))
  if (unknown !== undefined)
    throw new OgeeError(
      'E952',
      `there is no parameter ${unknown}`,
      undefined,
      `the parameters are ${first.parameters.join(', ')}`,
    )
  const own = first.parameters.filter((name) => !shared.includes(name))
  const found = fitted(sumOf(u, [...apart.keys()], own), joined(groups), {
    ...others,
    x: {
      ...lettersOf(first, options),
      ...Object.fromEntries([...apart.keys()].map((name) => [rowsOf(name), rowsOf(name)])),
    },
    start: startOf(apart, shared, own),
    search: false,
    ...spread(others, [...apart.keys()], own),
  })
  return { fit: found, apart, test: testOf(found, [...apart.values()]) }
}

/** The column that is 1 in the rows of a group. */
const rowsOf = (group: string): string => `rows of ${group}`
const named = (parameter: string, group: string): string => `${parameter} ${group}`

function sumOf(u: Expr, groups: readonly string[], own: readonly string[]): Expr {
  const terms = groups.map((group) => {
    const letters = new Map(own.map((name): [string, Expr] => [name, symbol(named(name, group))]))
    return multiply(symbol(rowsOf(group)), substitute(u, letters))
  })
  return terms.length === 1 ? (terms[0] as Expr) : call('add', terms)
}

/** All rows under each other, with the columns that say whose they are. */
function joined(groups: Readonly<Record<string, FitData>>): FitData {
  const all = Object.entries(groups)
  const [, some = {}] = all[0] ?? []
  const lengths = all.map(([, data]) => Math.max(...Object.values(data).map(({ length }) => length)))
  const columns = Object.keys(some).map((name): [string, number[]] => [
    name,
    all.flatMap(([, data]) => Array.from(data[name] ?? [])),
  ])
  const marks = all.map(([group], i): [string, number[]] => [
    rowsOf(group),
    lengths.flatMap((length, k) => new Array<number>(length).fill(k === i ? 1 : 0)),
  ])
  return Object.fromEntries([...columns, ...marks])
}

/** The letters of the formula that are columns, and which. */
function lettersOf({ letters }: Fit, { x }: FitOptions): Readonly<Record<string, string>> {
  if (typeof x === 'object') return x
  const [only] = letters
  return Object.fromEntries(
    letters.map((letter) => [letter, letter === only && x !== undefined ? x : letter]),
  )
}

/** Where the groups came to by themselves; shared parameters in the middle. */
function startOf(
  apart: ReadonlyMap<string, Fit>,
  shared: readonly string[],
  own: readonly string[],
): Readonly<Record<string, number>> {
  const fits = [...apart.values()]
  const middle = (name: string): number => {
    const values = fits.map((one) => one.value(name)).sort((a, b) => a - b)
    return values[Math.floor(values.length / 2)] as number
  }
  return Object.fromEntries([
    ...shared.map((name) => [name, middle(name)]),
    ...[...apart].flatMap(([group, one]) => own.map((name) => [named(name, group), one.value(name)])),
  ])
}

/** What was asked of a parameter is asked of it in every group. */
function spread(
  { fixed = {}, bounds = {} }: FitOptions,
  groups: readonly string[],
  own: readonly string[],
): Pick<FitOptions, 'fixed' | 'bounds'> {
  const over = <T>(given: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        own.includes(name) ? groups.map((group) => [named(name, group), value]) : [[name, value]],
      ),
    )
  return { fixed: over(fixed), bounds: over(bounds) }
}

function testOf({ rss, df }: Fit, apart: readonly Fit[]): Together['test'] {
  const [sum, free] = [
    apart.reduce((all, one) => all + one.rss, 0),
    apart.reduce((all, one) => all + one.df, 0),
  ]
  const top = df - free
  const F = (rss - sum) / top / (sum / free)
  return { F, df: [top, free], p: top > 0 && free > 0 ? fisher(F, top, free).above : Number.NaN }
}
