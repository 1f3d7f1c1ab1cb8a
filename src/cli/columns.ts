/**
 * A formula on the rows of a table: the same table with a column for the value, and one for each derivative. The
 * table is read in parts, so that it may be longer than the memory.
 */
import { compile, type WithGradient } from '../compute/index.ts'
import { type Head, headOf, numberIn, placeOf } from '../data/columns.ts'
import { type Record_, refusal } from '../data/records.ts'
import { CONSTANTS, type Expr, freeSymbols, substitute } from '../expression/expr.ts'
import type { ReadingOptions } from '../index.ts'
import { quoted } from '../syntax/errors.ts'
import type { Given } from './arguments.ts'
import { before } from './deadline.ts'
import type { Manner } from './looks.ts'
import { budgetOf } from './options.ts'
import { EXIT, problemOf } from './problems.ts'
import { readQuantity } from './reading.ts'
import { notice, remark } from './remarks.ts'
import { mayWrite, save } from './save.ts'
import { STDOUT, write } from './streams.ts'
import { calledIn, noData, tableParts } from './table-file.ts'

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
export async function evaluateColumns(given: Given, asked: Asked, manner: Manner): Promise<number> {
  const path = given.last('data') as string
  const file = calledIn(path)
  const target = given.last('output') === '-' ? undefined : given.last('output')
  const saving = { overwrite: given.has('force') }
  if (target !== undefined) mayWrite(target, saving)
  const kept: Buffer[] = []
  const put = (text: string): void => {
    if (target === undefined) write(STDOUT, text)
    else kept.push(Buffer.from(text))
  }
  const u = formulaOf(asked, manner)
  let work: Work | undefined
  let [count, missing] = [0, 0]
  for await (const rows of tableParts(path)) {
    if (rows.length === 0) continue
    const data = work ? rows : rows.slice(1)
    if (!work) {
      const head = rows[0] as Record_
      work = workOn(u, headOf(head, file), given)
      put(lineOf([...head.fields, ...work.added]))
    }
    if (data.length === 0) continue
    const found = work.lines(data)
    count += data.length
    missing += found.missing
    put(found.text)
  }
  if (count === 0) throw noData(file)
  if (target !== undefined) save(target, Buffer.concat(kept), saving)
  if (missing === 0) return EXIT.ok
  const many = missing === 1 ? 'one value is' : `${missing} values are`
  notice(`${many} missing: there the formula is undefined, or too large for a double`, manner)
  return EXIT.unknown
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

interface Work {
  /** The columns that come to the others. */
  readonly added: readonly string[]
  /** The rows with their values, as text. */
  readonly lines: (rows: readonly Record_[]) => { readonly text: string; readonly missing: number }
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
  const taken = added.find((name) => columns.names.includes(name))
  if (taken !== undefined)
    throw refusal(`${quoted(columns.file)} has a column ${quoted(taken)} already`, 'give it another name')
  const kernel = before<unknown>(given.has('budget') ? budgetOf(given) : PATIENCE, () =>
    compile(u, { variables: letters, gradient: by, tier: 'accurate' }),
  ) as Values
  return {
    added,
    lines(rows) {
      const arrays = places.map((place) => Float64Array.from(rows, (row) => numberIn(row, place, columns)))
      const results = resultsOf(kernel, arrays, rows.length)
      let missing = 0
      const shown = (value = Number.NaN): string => {
        if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : `${value}`
        missing += 1
        return ''
      }
      const lines = rows.map(({ fields }, i) => lineOf([...fields, ...results.map((one) => shown(one[i]))]))
      return { text: lines.join(''), missing }
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

const QUOTED = /[",\r\n]/

const lineOf = (fields: readonly string[]): string =>
  `${fields.map((text) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`
