/** Logistic regression of arrays. */
import { type ColumnArray, inMemory } from '../../data/memory.ts'
import { OgeeError } from '../../expression/error.ts'
import { type RegressionOptions, regression } from './regression.ts'
import type { LogisticResult } from './result.ts'

export { type Classified, type ClassifyOptions, classify } from './classify.ts'
export { emitted as emitModel, type LogisticModel, modelIn, predicted } from './model.ts'
export { type RegressionOptions, regression } from './regression.ts'
export type { Coefficient, Collinear, Fitted, LogisticResult, Separated } from './result.ts'
export { type Scores, scoresOf } from './score.ts'

export interface LogisticOptions extends Pick<RegressionOptions, 'link' | 'l2' | 'level'> {
  readonly weights?: ArrayLike<number>
  /** How many trials each row counts; the outcomes are then counts. */
  readonly trials?: ArrayLike<number>
  /** What columns are called that have no names. */
  readonly names?: readonly string[]
}

/** Columns by their names, or rows of numbers. */
export type Numbers2d = Readonly<Record<string, ArrayLike<number>>> | readonly (readonly number[])[]

/**
 * Logistic regression: the coefficients that make the outcomes y (0, 1, or shares between) most likely, with standard
 * errors, odds ratios and how well they fit; or why there are none: the columns separate the outcomes, or one column
 * says what others say.
 *
 * @throws OgeeError `E822` for arrays of different lengths, `E834` for numbers that cannot be, `E831`, `E832`, `E833` as
 * `regression` does.
 * @example
 * ```ts
 * import { logistic } from 'ogee/learn'
 * const found = await logistic({ hours: [1, 2, 3, 4, 5, 6] }, [0, 0, 1, 0, 1, 1])
 * found.verdict // → 'fitted'
 * found.coefficients[1].value.toFixed(10) // → '1.2140275859'
 * const other = await logistic({ x: [1, 2, 3, 4] }, [0, 0, 1, 1])
 * other.verdict // → 'separated'
 * ```
 */
export async function logistic(
  X: Numbers2d,
  y: ArrayLike<number>,
  options: LogisticOptions = {},
): Promise<LogisticResult> {
  const { weights, trials, names, ...others } = options
  const columns = columnsOf(X, names)
  const features = Object.keys(columns)
  const unused = (word: string): string => (word in columns ? unused(`${word}_`) : word)
  const [outcome, weight] = [unused('y'), unused('w')]
  const shares = Float64Array.from(y, (value, i) =>
    trials ? (trials[i] === 0 ? 0 : value / (trials[i] as number)) : value,
  )
  const bad = shares.findIndex((value) => !(value >= 0 && value <= 1))
  if (bad >= 0)
    throw new OgeeError(
      'E834',
      `the outcome of row ${bad + 1} is ${y[bad]}`,
      undefined,
      'outcomes are 0 or 1, or counts of trials',
    )
  const weighted = weights || trials
  const all = Float64Array.from(y, (_, i) => (weights?.[i] ?? 1) * (trials?.[i] ?? 1))
  const wrong = all.findIndex((value) => !(value >= 0 && value < Infinity))
  if (wrong >= 0) throw new OgeeError('E834', `the weight of row ${wrong + 1} is ${all[wrong]}`)
  const rows = inMemory({ ...columns, [outcome]: shares, ...(weighted ? { [weight]: all } : {}) })
  return regression(rows, { features, outcome, ...(weighted ? { weight } : {}), ...others })
}

function columnsOf(X: Numbers2d, names?: readonly string[]): Record<string, ColumnArray> {
  const columns = Array.isArray(X)
    ? transposed(X as readonly (readonly number[])[], names)
    : (X as Readonly<Record<string, ArrayLike<number>>>)
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => {
      const column =
        values instanceof Float64Array || values instanceof Float32Array ? values : Float64Array.from(values)
      const bad = column.findIndex((value) => !Number.isFinite(value))
      if (bad >= 0) throw new OgeeError('E834', `${name} is ${column[bad]} in row ${bad + 1}`)
      return [name, column]
    }),
  )
}

function transposed(
  rows: readonly (readonly number[])[],
  names?: readonly string[],
): Record<string, number[]> {
  const width = rows[0]?.length ?? 0
  const odd = rows.findIndex((row) => row.length !== width)
  if (odd >= 0)
    throw new OgeeError('E822', `row ${odd + 1} has ${rows[odd]?.length} numbers, the first one ${width}`)
  return Object.fromEntries(
    Array.from({ length: width }, (_, j) => [names?.[j] ?? `x${j + 1}`, rows.map((row) => row[j] as number)]),
  )
}
