/**
 * Fitting: the parameters of a formula for which it is nearest to data, S(θ) = Σ wᵢ·(yᵢ − f(xᵢ; θ))² least, with how
 * sure they are. Sources: D. M. Bates, D. G. Watts, Nonlinear Regression Analysis and Its Applications, 1988; G. A. F. Seber,
 * C. J. Wild, Nonlinear Regression, 1989.
 */
import { OgeeError } from '../expression/error.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'
import { asExpr, type Formula } from '../syntax/formula.ts'
import { type Columns, type FitData, positiveIn, type Rows, rowsOf, sampleOf } from './data.ts'
import { type Descent, descend, NEAR, pressesAgainstBound } from './marquardt.ts'
import { type Model, modelOf } from './model.ts'
import { AT_REST, type Minimum, polish } from './newton.ts'
import type { FitOptions } from './options.ts'
import { type Bound, Problem } from './problem.ts'
import { Fit } from './result.ts'
import { type Start, search } from './start/index.ts'
import { linearOf, Projection } from './start/projection.ts'
import { canonical } from './symmetries.ts'

/** Steps of a descent from values that were given. */
const MOST_STEPS = 500
/** By how much a sum may change where parameters are exchanged that are far from each other in size. */
const ROUNDING = 1e-6
/** What squares of rounded values leave of a sum, as a part of that of the values. */
const NOISE = 1e-28

/**
 * Fits a formula to columns of numbers. The letters of the formula that are columns are its variables, all others its
 * parameters. Starting values are found from the formula and the data unless they are given; two fits of the same
 * formula, however it is named, are the same.
 *
 * @throws OgeeError `E951` for a formula without parameters, `E952` for a column or parameter that there is not, `E953`
 * for a value that is no number, `E954` for columns that do not go together, `E955` for weights, `E956` where the formula
 * is not defined in a row, `E957` for starts, bounds and fixed values that cannot be, `E958` for fewer rows than parameters,
 * or rows that are all the same.
 * @example
 * ```ts
 * const line = fit('a + b*x', { x: [1, 2, 3, 4], y: [3, 5, 7, 9.1] })
 * line.value('b').toFixed(6) // → '2.030000'
 * line.error('b').toFixed(6) // → '0.017321'
 * fit('a + b*x', { x: [1, 2], y: [1] }) // ✗ E954
 * ```
 */
export function fit(formula: Formula, data: FitData, options: FitOptions = {}): Fit {
  const u = asExpr(formula, options)
  const columns = columnsOf(u, data, options)
  const model = modelOf(u, [...columns.of.keys()])
  const rows = rowsOf(model, data, columns, options.rowName)
  return fitted(model, rows, options, columns)
}

/** The letters of the formula that are columns. */
function columnsOf(u: Expr, data: FitData, options: FitOptions): Columns {
  const letters = freeSymbols(u)
  const { x, y = 'y', weights, errors } = options
  const others = {
    y,
    ...(weights === undefined ? {} : { weights }),
    ...(errors === undefined ? {} : { errors }),
  }
  if (weights !== undefined && errors !== undefined)
    throw new OgeeError('E955', 'weights and errors are two ways to say the same: give one of them')
  if (typeof x === 'object') {
    const unknown = Object.keys(x).find((letter) => !letters.includes(letter))
    if (unknown !== undefined) throw new OgeeError('E952', `there is no letter ${unknown} in the formula`)
    return { of: new Map(Object.entries(x)), ...others }
  }
  const named = letters.filter((letter) => Object.hasOwn(data, letter) && letter !== y)
  if (x === undefined || letters.includes(x)) {
    const of = new Map(named.map((letter) => [letter, letter]))
    if (x !== undefined) of.set(x, x)
    if (of.size === 0)
      throw new OgeeError(
        'E952',
        'no letter of the formula is a column of the data',
        undefined,
        `say which column is x; the columns are ${Object.keys(data).slice(0, 12).join(', ')}`,
      )
    return { of, ...others }
  }
  const { variable } = options
  const letter = variable ?? (letters.includes('x') ? 'x' : letters[0])
  if (letter === undefined || !letters.includes(letter))
    throw new OgeeError('E952', `there is no letter ${letter ?? 'x'} in the formula`)
  return { of: new Map([...named.map((name): [string, string] => [name, name]), [letter, x]]), ...others }
}

/** The fit of a model to rows. */
function fitted(model: Model, rows: Rows, options: FitOptions, columns: Columns): Fit {
  const { start = {}, fixed = {}, bounds = {} } = options
  const given = new Map(Object.entries(start))
  const held = new Map(Object.entries(fixed))
  const limits = boundsOf(model, { given, held, bounds })
  refuseTooLittle(model, rows, held.size, columns)
  const positive = positiveIn(model, rows.ordinary)
  const problem = new Problem(model, rows.table, {
    fixed: held,
    bounds: limits,
    positive: new Set([...positive].filter((name) => !held.has(name) && (limits.get(name)?.low ?? 0) >= 0)),
  })
  const found = best(problem, rows, given, options.search !== false)
  return new Fit({ problem, rows, columns, options, ...found })
}

/** Data that say nothing: fewer rows than parameters, one x, one y. */
function refuseTooLittle({ parameters }: Model, { table }: Rows, held: number, { of, y }: Columns): void {
  const count = table.y.length
  const free = parameters.length - held
  const rows = count === 1 ? 'there is 1 row' : `there are ${count} rows`
  if (count < free)
    throw new OgeeError(
      'E958',
      `${rows} for ${free} parameters`,
      undefined,
      'hold some of them, or measure more',
    )
  const isSame = (values: Float64Array): boolean => values.every((value) => value === values[0])
  if (free > 0 && [...table.columns.values()].every(isSame))
    throw new OgeeError('E958', `${[...of.values()].join(', ')} is the same in every row`)
  if (free > 1 && isSame(table.y))
    throw new OgeeError('E958', `${y} is ${table.y[0]} in every row: there is no curve`)
}

interface Found {
  readonly descent: Descent
  readonly minimum: Minimum
  readonly tried: number
}

function best(problem: Problem, rows: Rows, given: ReadonlyMap<string, number>, maySearch: boolean): Found {
  const { model, free } = problem
  const isGiven = free.every((j) => given.has(model.parameters[j] as string))
  const fromStart = isGiven ? fromGiven(problem, given) : undefined
  if (fromStart && (!maySearch || isGood(fromStart.minimum))) return fromStart
  const { best: descent, linear, tried } = searched(problem, rows, isGiven ? new Map() : given)
  const theta = problem.place(descent.u).slice()
  const noise = NOISE * problem.table.y.reduce((sum, value) => sum + value * value, 0)
  const chosen = canonical(
    model,
    theta,
    linear,
    (other) => isAllowed(problem, other) && problem.sumAt(other) <= descent.sum * (1 + ROUNDING) + noise,
  )
  const u = problem.coordinates(chosen)
  const minimum = polish(problem, u, movingAt(problem, u))
  const found = { descent: { ...descent, u }, minimum, tried }
  return fromStart && fromStart.minimum.sum <= minimum.sum ? fromStart : found
}

/** Starting values are looked for in so many rows at most. */
const MOST_SEARCHED = 1_000

/** The best place, found in a sample of many rows and followed in all of them. */
function searched(problem: Problem, rows: Rows, given: ReadonlyMap<string, number>): Start {
  const { model, table, fixed, bounds, positive } = problem
  const sample = sampleOf(table, MOST_SEARCHED)
  if (sample === table) return search(problem, rows.ordinary, given)
  const small = new Problem(model, sample, { fixed, bounds, positive })
  const found = search(small, sampleOf(rows.ordinary, MOST_SEARCHED), given)
  return { ...found, best: descend(problem, found.best.u, MOST_STEPS) }
}

const isGood = ({ isMinimum, offset, isExact }: Minimum): boolean =>
  isExact || (isMinimum && offset < AT_REST)

/** From values that were given; and where that leads nowhere, with the linear parameters replaced by their best. */
function fromGiven(problem: Problem, given: ReadonlyMap<string, number>): Found {
  const { model } = problem
  const theta = Float64Array.from(
    model.parameters,
    (name) => problem.fixed.get(name) ?? (given.get(name) as number),
  )
  const from = (place: Float64Array): Found => {
    const near = descend(problem, problem.coordinates(place), MOST_STEPS, NEAR)
    const minimum = polish(problem, near.u, movingAt(problem, near.u))
    if (isGood(minimum) || !near.isAtRest) return { descent: near, minimum, tried: 0 }
    const descent = descend(problem, near.u, MOST_STEPS)
    return { descent, minimum: polish(problem, descent.u, movingAt(problem, descent.u)), tried: 0 }
  }
  const first = from(theta)
  if (isGood(first.minimum)) return first
  const linear = linearOf(problem, [
    theta.map((value) => value || 1),
    theta.map((value) => 0.7 * value + 0.3),
  ])
  if (linear.length === 0) return first
  new Projection(problem, linear).solve(theta)
  const second = from(theta)
  return second.minimum.sum < first.minimum.sum || !Number.isFinite(first.minimum.sum) ? second : first
}

/** Places of the free parameters that no bound holds. */
function movingAt(problem: Problem, u: Float64Array): readonly number[] {
  problem.slopesAt(u)
  return problem.free.flatMap((_, k) => (pressesAgainstBound(problem, u, k) ? [] : [k]))
}

const isAllowed = (problem: Problem, theta: Float64Array): boolean =>
  problem.model.parameters.every((name, j) => {
    const value = theta[j] as number
    const { low, high } = problem.bounds.get(name) ?? { low: -Infinity, high: Infinity }
    const held = problem.fixed.get(name)
    return value >= low && value <= high && (held === undefined || held === value)
  })

/** The bounds, checked. */
function boundsOf(
  { parameters }: Model,
  {
    given,
    held,
    bounds,
  }: {
    readonly given: ReadonlyMap<string, number>
    readonly held: ReadonlyMap<string, number>
    readonly bounds: NonNullable<FitOptions['bounds']>
  },
): ReadonlyMap<string, Bound> {
  const names = [...given.keys(), ...held.keys(), ...Object.keys(bounds)]
  const unknown = names.find((name) => !parameters.includes(name))
  if (unknown !== undefined)
    throw new OgeeError(
      'E952',
      `there is no parameter ${unknown}`,
      undefined,
      `the parameters are ${parameters.join(', ')}`,
    )
  const refuse = (what: string): never => {
    throw new OgeeError('E957', what)
  }
  for (const [name, value] of [...given, ...held])
    if (!Number.isFinite(value)) refuse(`${name} = ${value} is no finite number`)
  return new Map(
    Object.entries(bounds).map(([name, [low, high]]) => {
      if (Number.isNaN(low) || Number.isNaN(high)) refuse(`a bound of ${name} is no number`)
      if (low >= high) refuse(`${name} cannot lie between ${low} and ${high}`)
      const value = held.get(name) ?? given.get(name)
      if (value !== undefined && (value < low || value > high))
        refuse(`${name} = ${value} does not lie between ${low} and ${high}`)
      return [name, { low, high }]
    }),
  )
}
