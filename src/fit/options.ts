/** What can be asked of a fit. */
import type { Context } from '../syntax/formula.ts'
import type { Columns, Rows } from './data.ts'
import type { Descent } from './marquardt.ts'
import type { Minimum } from './newton.ts'
import type { Problem } from './problem.ts'

/** How to fit. */
export interface FitOptions extends Context {
  /** The column of the formula's variable, or of each letter that is a column; by default columns are named by letters. */
  readonly x?: string | Readonly<Record<string, string>>
  /** The column that is fitted; `y` by default. */
  readonly y?: string
  /** A column of weights of the squares, or of standard deviations of y, whose squares' inverses are weights. */
  readonly weights?: string
  readonly errors?: string
  /** Are the standard deviations known themselves, or only in proportion to each other (the default)? */
  readonly absolute?: boolean
  readonly start?: Readonly<Record<string, number>>
  readonly fixed?: Readonly<Record<string, number>>
  readonly bounds?: Readonly<Record<string, readonly [low: number, high: number]>>
  /** The probability that intervals stand for: 0.95 by default. */
  readonly level?: number
  /** Where starting values lead nowhere, are others looked for? Yes by default. */
  readonly search?: boolean
  /** What a row is called in errors. */
  readonly rowName?: (i: number) => string
}

/** What a fit was made from, and came to. */
export interface FitParts {
  readonly problem: Problem
  readonly rows: Rows
  readonly columns: Columns
  readonly options: FitOptions
  readonly descent: Descent
  readonly minimum: Minimum
  readonly tried: number
}
