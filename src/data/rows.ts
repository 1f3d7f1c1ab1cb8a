/**
 * Rows of numbers, wherever they are: in memory, in a file, in a database. Whatever is learnt from them is learnt from
 * sums over all rows, so this is all that is asked of them; another place for rows is one more file like `memory.ts`.
 */
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'

/** Rows whose columns have names. */
export interface Rows {
  readonly names: readonly string[]
  readonly count: number
  /**
   * The sum over all rows of each expression in the columns and in parameters, which have these values. Products
   * `u·v` cost least where few different u and v occur in many of them.
   */
  readonly sums: (
    expressions: readonly Expr[],
    parameters?: Readonly<Record<string, number>>,
  ) => Promise<Float64Array>
  /** About so many of the rows, from all over; where that is as dear as all of them, there is none. */
  readonly sample?: (count: number) => Rows
}

/**
 * The columns that the expressions use, in the order of the rows.
 *
 * @throws OgeeError `E821` for a letter that is neither a column nor a parameter.
 */
export function usedColumns(
  expressions: readonly Expr[],
  names: readonly string[],
  parameters: readonly string[],
): string[] {
  const [columns, given] = [new Set(names), new Set(parameters)]
  const letters = new Set<string>()
  const seen = new Set<Expr>()
  const visit = (u: Expr): void => {
    if (seen.has(u)) return
    seen.add(u)
    if (u.kind === 'symbol') letters.add(u.name)
    else if (u.kind === 'call') u.args.forEach(visit)
  }
  expressions.forEach(visit)
  const unknown = [...letters].find((name) => !columns.has(name) && !given.has(name) && freeOf(name))
  if (unknown !== undefined)
    throw new OgeeError(
      'E821',
      `there is no column ${JSON.stringify(unknown)}`,
      undefined,
      `the columns are ${names.join(', ')}`,
    )
  return names.filter((name) => letters.has(name) && !given.has(name))
}

/** π and e are no letters. */
const freeOf = (name: string): boolean => !['pi', 'e'].includes(name)
