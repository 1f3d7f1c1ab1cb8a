/** A formula on the rows of a table: the same table with a column for the value, and one for each derivative. */
import { compile, type WithGradient } from '../compute/index.ts'
import { type Head, numberIn, placeOf } from '../data/columns.ts'
import { CONSTANTS, type Expr, freeSymbols, substitute } from '../expression/expr.ts'
import type { ReadingOptions } from '../index.ts'
import type { Given } from './arguments.ts'
import { before } from './deadline.ts'
import { extendTable, type Work } from './extend-table.ts'
import type { Manner } from './looks.ts'
import { budgetOf } from './options.ts'
import { problemOf } from './problems.ts'
import { readQuantity } from './reading.ts'
import { remark } from './remarks.ts'

interface Asked {
  readonly formula: string
  readonly reading: ReadingOptions
  /** What letters are that no column gives. */
  readonly at: Readonly<Record<string, Expr>>
}

/**
 * Writes the table with its new columns: exit code 3 if values are missing in it.
 *
 * @throws Problem; OgeeError `E510` for a file that cannot be read, `E808` for what is no table of numbers.
 */
export function evaluateColumns(given: Given, asked: Asked, manner: Manner): Promise<number> {
  const u = formulaOf(asked, manner)
  const why = 'there the formula is undefined, or too large for a double'
  return extendTable(given.last('data') as string, given, manner, (head) => workOn(u, head, given), why)
}

function formulaOf({ formula, reading, at }: Asked, manner: Manner): Expr {
  try {
    const { expr, notes } = readQuantity(formula, reading)
    remark(notes, manner)
    return substitute(expr, new Map(Object.entries(at)))
  } catch (thrown) {
    throw problemOf(thrown, formula)
  }
}

/** The search for a form that keeps its digits may take longer than other answers. */
const PATIENCE = 10_000

function workOn(u: Expr, columns: Head, given: Given): Work {
  const letters = inOrder(freeSymbols(u).filter((letter) => !CONSTANTS.has(letter)))
  const places = letters.map((letter) =>
    placeOf(letter, columns, `; give other letters a value, e.g. --at ${letter}=2`),
  )
  const by = given.has('gradient') ? letters : []
  const added = ['value', ...by.map((letter) => `by_${letter}`)]
  const kernel = before<unknown>(given.has('budget') ? budgetOf(given) : PATIENCE, () =>
    compile(u, { variables: letters, gradient: by, tier: 'accurate' }),
  ) as Values
  return {
    added,
    values(rows) {
      const arrays = places.map((place) => Float64Array.from(rows, (row) => numberIn(row, place, columns)))
      return resultsOf(kernel, arrays, rows.length)
    },
  }
}

/** x, then the others by the alphabet. */
const inOrder = (letters: readonly string[]): string[] => [
  ...letters.filter((letter) => letter === 'x'),
  ...letters.filter((letter) => letter !== 'x').sort(),
]

/** A value, or arrays of values, with derivatives or without. */
type Values = (...columns: readonly Float64Array[]) => number | Float64Array | WithGradient<Float64Array>

/** The value and each derivative for all rows. */
function resultsOf(
  kernel: Values,
  arrays: readonly Float64Array[],
  length: number,
): readonly ArrayLike<number>[] {
  const found = kernel(...arrays)
  if (typeof found === 'number') return [new Float64Array(length).fill(found)]
  return 'gradient' in found ? [found.value, ...found.gradient] : [found]
}
