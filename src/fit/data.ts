/**
 * Data made ready for a model: which letters are columns, rows checked one by one, weights, and zeros at which the
 * formula is the limit of its values (0 doses on a logarithmic scale).
 */
import { OgeeError } from '../expression/error.ts'
import { Evaluator } from './evaluator.ts'
import { Evaluators } from './evaluators.ts'
import type { Model } from './model.ts'
import type { Table } from './problem.ts'

/** Columns by their names. */
export type FitData = Readonly<Record<string, ArrayLike<number>>>

export interface Columns {
  /** The column of each letter that is one. */
  readonly of: ReadonlyMap<string, string>
  readonly y: string
  /** Weights wᵢ of the squares. */
  readonly weights?: string
  /** Standard deviations of y: weights 1/σ². */
  readonly errors?: string
}

/** Rows for a model, and which of them are continued to a limit. */
export interface Rows {
  readonly table: Table
  /** The rows at which sizes are read off: not those that stand for a limit. */
  readonly ordinary: Table
  /** Places of the rows at which the limit is meant. */
  readonly limits: readonly number[]
  /** Is the formula defined for a positive variable only? */
  readonly isPositiveOnly: boolean
}

/** So near to 0 that a power of it is 0 to double precision, and not so near that its square is. */
const NEAR_ZERO = 2 ** -480
const NEARER_STILL = 2 ** -500

const missing = (name: string, data: FitData): OgeeError =>
  new OgeeError(
    'E952',
    `there is no column ${name}`,
    undefined,
    `the columns are ${Object.keys(data).slice(0, 12).join(', ')}`,
  )

/** The column as numbers; `rowName` says where a row is from. */
function column(data: FitData, name: string, rowName: (i: number) => string): Float64Array {
  if (!Object.hasOwn(data, name)) throw missing(name, data)
  const values = data[name] as ArrayLike<number>
  const numbers = new Float64Array(values.length)
  for (let i = 0; i < numbers.length; i += 1) {
    const value = values[i] as unknown
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new OgeeError('E953', `${name} is ${String(value)} in ${rowName(i)}, which is no finite number`)
    numbers[i] = value
  }
  return numbers
}

/**
 * The rows of the data for a model.
 *
 * @throws OgeeError `E952` for a column that there is not, `E953` for a value that is none, `E954` for columns of
 * different lengths or no rows, `E955` for weights or errors that cannot be, `E956` where the model is not defined.
 */
export function rowsOf(
  model: Model,
  data: FitData,
  columns: Columns,
  rowName: (i: number) => string = (i) => `row ${i + 1}`,
): Rows {
  const y = column(data, columns.y, rowName)
  if (y.length === 0) throw new OgeeError('E954', 'there are no rows')
  const of = new Map(
    model.variables.map((letter) => {
      const name = columns.of.get(letter) ?? letter
      const values = column(data, name, rowName)
      if (values.length !== y.length)
        throw new OgeeError('E954', `${name} has ${values.length} values, ${columns.y} has ${y.length}`)
      return [letter, values]
    }),
  )
  const rootWeights = weightsOf(data, columns, y.length, rowName)
  const { columns: continued, limits, evaluators } = continuedAtZero(model, of, columns, rowName)
  const table: Table = { columns: continued, y, evaluators, ...(rootWeights ? { rootWeights } : {}) }
  return { table, ordinary: without(table, limits), limits, isPositiveOnly: isPositiveOnly(model) }
}

const positiveOnly = new WeakMap<Model, boolean>()

/** Has the formula no value where the first variable is negative? */
function isPositiveOnly(model: Model): boolean {
  const known = positiveOnly.get(model)
  if (known !== undefined) return known
  const columns = new Map(model.variables.map((name, k) => [name, Float64Array.of(k === 0 ? -1.3 : 1.3)]))
  const evaluator = new Evaluator(model.value, columns, model.parameters, 1)
  const found = trialsOf(model)
    .slice(0, ALL_POSITIVE)
    .every((theta) => {
      evaluator.run(theta)
      return !Number.isFinite(evaluator.outputs[0]?.[0] as number)
    })
  positiveOnly.set(model, found)
  return found
}

function weightsOf(
  data: FitData,
  { weights, errors }: Columns,
  length: number,
  rowName: (i: number) => string,
): Float64Array | undefined {
  const name = weights ?? errors
  if (name === undefined) return undefined
  const values = column(data, name, rowName)
  if (values.length !== length)
    throw new OgeeError('E954', `${name} has ${values.length} values, y has ${length}`)
  return values.map((value, i) => {
    const isUsable = weights === undefined ? value > 0 : value >= 0
    if (isUsable) return weights === undefined ? 1 / value : Math.sqrt(value)
    const what = weights === undefined ? 'a standard deviation must be > 0' : 'a weight must not be negative'
    throw new OgeeError('E955', `${name} is ${value} in ${rowName(i)}: ${what}`)
  })
}

/** The table without some rows; as it is where nothing would be left. */
function without(table: Table, rows: readonly number[]): Table {
  if (rows.length === 0 || rows.length === table.y.length) return table
  const out = new Set(rows)
  return withRows(
    table,
    Array.from(table.y.keys()).filter((i) => !out.has(i)),
  )
}

/** The table with these rows alone. */
function withRows({ columns: all, y, rootWeights }: Table, rows: readonly number[]): Table {
  const kept = (values: Float64Array): Float64Array => Float64Array.from(rows, (i) => values[i] as number)
  const columns = new Map([...all].map(([name, values]) => [name, kept(values)]))
  return {
    columns,
    y: kept(y),
    evaluators: new Evaluators(columns, rows.length),
    ...(rootWeights ? { rootWeights: kept(rootWeights) } : {}),
  }
}

const GOLDEN = 0.6180339887498949

/** So many rows from all over a table, always the same ones; the table itself where it is no longer. */
export function sampleOf(table: Table, count: number): Table {
  const { length } = table.y
  if (length <= count) return table
  const rows = new Set(Array.from({ length: count }, (_, i) => Math.floor(((i * GOLDEN) % 1) * length)))
  return withRows(
    table,
    [...rows].sort((a, b) => a - b),
  )
}

/** Parameters at which it is asked whether the model is defined in a row: one is enough. */
const TRIALS = 24
const ALL_POSITIVE = 8

const trials = (model: Model): readonly Float64Array[] =>
  Array.from({ length: TRIALS }, (_, k) =>
    Float64Array.from(model.parameters, (_name, j) => {
      const size = 0.2 + (((j + 1) * 0.6180339887498949 + k * 0.7548776662466927) % 1) * 2
      // all positive first, then signs by turns
      return k >= ALL_POSITIVE && (k >> (j % 4)) % 2 === 1 ? -size : size
    }),
  )

const tried = new WeakMap<Model, readonly Float64Array[]>()

function trialsOf(model: Model): readonly Float64Array[] {
  const found = tried.get(model) ?? trials(model)
  tried.set(model, found)
  return found
}

interface Continued {
  readonly columns: ReadonlyMap<string, Float64Array>
  readonly evaluators: Evaluators
  readonly limits: readonly number[]
}

/**
 * Zeros at which the model has no value, or none of its derivatives, are moved so near to 0 that its limit is computed,
 * if it has one there.
 */
function continuedAtZero(
  model: Model,
  columns: ReadonlyMap<string, Float64Array>,
  { of }: Columns,
  rowName: (i: number) => string,
): Continued {
  const length = [...columns.values()][0]?.length ?? 0
  const places = trialsOf(model)
  const definedIn = (evaluators: Evaluators): boolean[] => {
    const evaluator = evaluators.of(model.gradient, model.parameters)
    const defined = new Array<boolean>(length).fill(false)
    for (const theta of places) {
      evaluator.run(theta)
      for (let i = 0; i < length; i += 1)
        defined[i] ||= evaluator.outputs.every((output) => Number.isFinite(output[i] as number))
      if (defined.every(Boolean)) break
    }
    return defined
  }
  const own = new Evaluators(columns, length)
  const defined = definedIn(own)
  if (defined.every(Boolean)) return { columns, evaluators: own, limits: [] }
  const moved = (near: number): ReadonlyMap<string, Float64Array> =>
    new Map(
      [...columns].map(([name, values]) => [
        name,
        values.map((value, i) => (defined[i] || value !== 0 ? value : near)),
      ]),
    )
  const continued = moved(NEAR_ZERO)
  const evaluators = new Evaluators(continued, length)
  const now = definedIn(evaluators)
  const isLimit = hasLimit(model, continued, moved(NEARER_STILL), places)
  const bad = now.findIndex((is, i) => !is || (!defined[i] && !isLimit[i]))
  if (bad >= 0) {
    const at = [...columns].map(([name, values]) => `${of.get(name) ?? name} = ${values[bad]}`).join(', ')
    throw new OgeeError(
      'E956',
      `the formula has no value in ${rowName(bad)}, where ${at}`,
      undefined,
      'leave the row out, or use a formula that is defined there',
    )
  }
  return { columns: continued, evaluators, limits: defined.flatMap((is, i) => (is ? [] : [i])) }
}

/** Does the model change no more between two places near 0? */
function hasLimit(
  model: Model,
  near: ReadonlyMap<string, Float64Array>,
  nearer: ReadonlyMap<string, Float64Array>,
  places: readonly Float64Array[],
): boolean[] {
  const length = [...near.values()][0]?.length ?? 0
  const [a, b] = [near, nearer].map(
    (columns) => new Evaluator(model.value, columns, model.parameters, length),
  ) as [Evaluator, Evaluator]
  const found = new Array<boolean>(length).fill(false)
  for (const theta of places) {
    a.run(theta)
    b.run(theta)
    const [u, v] = [a.outputs[0] as Float64Array, b.outputs[0] as Float64Array]
    for (let i = 0; i < length; i += 1)
      found[i] ||= Math.abs((u[i] as number) - (v[i] as number)) <= 1e-9 * Math.abs(u[i] as number)
  }
  return found
}

const positives = new WeakMap<Model, Map<string, ReadonlySet<string>>>()

/** Parameters that can be positive only: with any other sign the model has no value in a row. */
export function positiveIn(model: Model, table: Table): ReadonlySet<string> {
  const columns = extremes(table)
  const key = [...columns.values()].map((values) => values.join(' ')).join(',')
  const shelf = positives.get(model) ?? new Map<string, ReadonlySet<string>>()
  if (shelf.size > MOST_KEPT) shelf.clear()
  positives.set(model, shelf)
  const found = shelf.get(key) ?? positiveOn(model, columns)
  shelf.set(key, found)
  return found
}

const MOST_KEPT = 64

function positiveOn(model: Model, columns: ReadonlyMap<string, Float64Array>): ReadonlySet<string> {
  const count = [...columns.values()][0]?.length ?? 0
  const evaluator = new Evaluator(model.value, columns, model.parameters, count)
  const hasValues = (theta: Float64Array): boolean => {
    evaluator.run(theta)
    return (evaluator.outputs[0] as Float64Array).every((value) => Number.isFinite(value))
  }
  const good = trialsOf(model).filter(hasValues)
  return new Set(
    model.parameters.filter((_, j) => {
      const some = good.filter((theta) => (theta[j] as number) > 0)
      const flipped = (theta: Float64Array): Float64Array =>
        theta.map((value, k) => (k === j ? -value : value))
      const isOnlyPositive = some.length > 0 && some.length === good.length
      return isOnlyPositive && some.every((one) => !hasValues(flipped(one)))
    }),
  )
}

/** The rows in which a column is least or greatest: where a formula is not defined in any row, it is not in these. */
function extremes({ columns }: Table): ReadonlyMap<string, Float64Array> {
  const rows = new Set<number>()
  for (const values of columns.values()) {
    let [low, high] = [0, 0]
    values.forEach((value, i) => {
      if (value < (values[low] as number)) low = i
      if (value > (values[high] as number)) high = i
    })
    rows.add(low).add(high)
  }
  return new Map(
    [...columns].map(([name, values]) => [name, Float64Array.from(rows, (i) => values[i] as number)]),
  )
}
