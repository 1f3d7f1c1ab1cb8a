/** Sums over the rows of a table as one query of SQL, whose steps each add columns. */
import type { Program } from '../program.ts'
import { sourceOf } from './source.ts'
import { identifier, SQL, stepsOf } from './sql.ts'

/** What is summed, and how the dialect sums doubles. */
export interface SumsOptions {
  /** The step with the rows: its columns are the inputs of the program. */
  readonly rows: string
  /** What is summed: outputs of the program, or products of two of them; `undefined` is the number 1. */
  readonly pairs: readonly (readonly [left: number, right: number | undefined])[]
  /** The aggregate function, which should lose nothing: `fsum` in DuckDB. */
  readonly sum: string
}

/**
 * The query without the step of the rows, which stands before it as `WITH … AS (…)`. NULL counts as no number.
 *
 * @throws OgeeError `E921` for an operation that SQL lacks.
 */
export function sumsQuery(program: Program, { rows, pairs, sum }: SumsOptions): string {
  const names = new Map(program.inputs.map((name) => [name, identifier(name)]))
  const { statements, outputs } = sourceOf(program, SQL, names, new Set(['step', 'f', ...program.inputs]))
  const steps = stepsOf(statements)
  const last = steps.length
  const chain = [
    ...steps.map(
      (columns, i) =>
        `step_${i + 1} AS (SELECT *, ${columns.join(', ')} FROM ${i === 0 ? rows : `step_${i}`})`,
    ),
    `step_${last + 1} AS (SELECT ${outputs.map(({ text }, i) => `${text} AS f_${i}`).join(', ')} FROM ${last === 0 ? rows : `step_${last}`})`,
  ]
  const sums = pairs.map(
    ([u, v], k) => `${sum}(${v === undefined ? `f_${u} * 1.0` : `f_${u} * f_${v}`}) AS s_${k}`,
  )
  return `${chain.join(',\n')}\nSELECT ${sums.join(',\n  ')}\nFROM step_${last + 1}`
}
