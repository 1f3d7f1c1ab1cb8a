/**
 * What a table means to a regression: which outcome is 1, and columns of numbers. A column of categories becomes a
 * column of 0 and 1 for each category but the first, to which the others are compared.
 */
import { logGamma } from '../../data/gamma.ts'
import { inMemory, type MemoryRows } from '../../data/memory.ts'
import type { Column, Table } from '../../data/table.ts'
import { OgeeError } from '../../expression/error.ts'
import { quoted } from '../../syntax/errors.ts'
import { nearestName } from '../../syntax/suggest.ts'

/** A number of a row: of a column, or 1 where the column has this category. */
export interface Feature {
  readonly name: string
  readonly column: string
  readonly level?: string
}

/** The outcome: which text or number is 1, and which is 0. */
export interface Target {
  readonly column: string
  readonly yes: string
  readonly no: string
  /** The column of trials, of which the outcome counts those with the outcome 1. */
  readonly trials?: string
}

export interface Design {
  readonly features: readonly Feature[]
  readonly target: Target
  /** For each column of categories the one that the others are compared to. */
  readonly references: Readonly<Record<string, string>>
  /** The columns by the names of the features; the outcome and the weights. */
  readonly rows: MemoryRows
  readonly outcome: string
  readonly weight?: string
  /** The logarithms of the ways in which trials can end like this, together. */
  readonly ways: number
}

export interface DesignOptions {
  readonly target: string
  /** The outcome that is 1; of two by default the second. */
  readonly positive?: string
  readonly weights?: string
  readonly trials?: string
  /** The features; all other columns by default. */
  readonly features?: readonly string[]
  /** The category of a column to which others are compared. */
  readonly references?: Readonly<Record<string, string>>
}

const refusal = (code: string, what: string, hint?: string): OgeeError =>
  new OgeeError(code, what, undefined, hint)

function columnOf({ columns, names, file }: Table, name: string): Column {
  const found = columns.get(name)
  if (found) return found
  const near = nearestName(name, names)
  throw refusal(
    'E808',
    `${quoted(file)} has no column ${quoted(name)}`,
    near === undefined ? `its columns are ${names.slice(0, 20).join(', ')}` : `did you mean ${quoted(near)}?`,
  )
}

function numbersOf(table: Table, name: string, least: number, what: string): Float64Array {
  const column = columnOf(table, name)
  if (column.kind !== 'numbers') throw refusal('E834', `the ${what} in ${quoted(name)} are no numbers`)
  const bad = column.values.findIndex((value) => !(value >= least))
  if (bad >= 0)
    throw refusal('E834', `the ${what} in ${quoted(name)} cannot be ${column.values[bad]} (row ${bad + 1})`)
  return column.values
}

/** The category that is asked for; a column may be called `constructor`. */
export const referenceIn = (
  references: Readonly<Record<string, string>>,
  column: string,
): string | undefined => (Object.hasOwn(references, column) ? references[column] : undefined)

/**
 * The design of a table.
 *
 * @throws OgeeError `E808` for a column that there is not, `E834` for columns that cannot be used, `E835` for outcomes
 * that are not two.
 */
export function designOf(table: Table, options: DesignOptions): Design {
  const { target: name, weights, trials, references = {} } = options
  const apart = [name, weights, trials].filter((one) => one !== undefined)
  const used = options.features ?? table.names.filter((one) => !apart.includes(one))
  const clash = used.find((one) => apart.includes(one))
  if (clash !== undefined)
    throw refusal('E834', `the column ${quoted(clash)} cannot be both a feature and the target or a weight`)
  if (used.length === 0) throw refusal('E834', `there is no column beside ${apart.map(quoted).join(', ')}`)
  // columns may be called anything, __proto__ too
  const columns: Record<string, Float64Array> = Object.create(null)
  const compared: Record<string, string> = Object.create(null)
  const features = used.flatMap((column): Feature[] => {
    const found = columnOf(table, column)
    if (found.kind === 'numbers') {
      columns[column] = found.values
      return [{ name: column, column }]
    }
    const reference = referenceIn(references, column) ?? (found.levels[0] as string)
    if (!found.levels.includes(reference))
      throw refusal(
        'E834',
        `${quoted(column)} is never ${quoted(reference)}`,
        `it is ${found.levels.slice(0, 20).join(', ')}`,
      )
    compared[column] = reference
    return found.levels.flatMap((level, code) => {
      if (level === reference && found.levels.length > 1) return []
      const feature = { name: `${column}=${level}`, column, level }
      columns[feature.name] = Float64Array.from(found.codes, (one) => (one === code ? 1 : 0))
      return [feature]
    })
  })
  const unused = (word: string): string => (word in columns ? unused(`${word}_`) : word)
  const [outcome, weight] = [unused('outcome'), unused('weight')]
  const given = weights === undefined ? undefined : numbersOf(table, weights, 0, 'weights')
  const made: Outcomes = trials === undefined ? twoOutcomes(table, options) : counted(table, name, trials)
  const all = made.trials?.map((n, i) => n * (given?.[i] ?? 1)) ?? given
  return {
    features,
    target: made.target,
    references: compared,
    rows: inMemory({ ...columns, [outcome]: made.y, ...(all ? { [weight]: all } : {}) }),
    outcome,
    ...(all ? { weight } : {}),
    ways: made.ways ?? 0,
  }
}

interface Outcomes {
  readonly y: Float64Array
  readonly target: Target
  readonly trials?: Float64Array
  readonly ways?: number
}

/** Outcomes that are one of two numbers or texts. */
function twoOutcomes(table: Table, { target: column, positive }: DesignOptions): Outcomes {
  const found = columnOf(table, column)
  const values: ArrayLike<number> = found.kind === 'numbers' ? found.values : found.codes
  const different = new Set<number>()
  for (let i = 0; i < values.length && different.size < 20; i += 1) different.add(values[i] as number)
  const sorted = [...different].sort((a, b) => a - b)
  const names = sorted.map((value) =>
    found.kind === 'numbers' ? `${value}` : (found.levels[value] as string),
  )
  if (names.length !== 2 && positive === undefined)
    throw refusal(
      'E835',
      names.length < 2
        ? `${quoted(column)} is ${names[0]} in all rows: there is nothing to tell apart`
        : `${quoted(column)} has ${names.length === 20 ? '20 or more' : names.length} different values: two are needed`,
      names.length < 2
        ? undefined
        : `say which one counts, e.g. --positive ${names.at(-1)}; counts go with --trials`,
    )
  if (positive !== undefined && !names.includes(positive))
    throw refusal(
      'E835',
      `${quoted(column)} is never ${quoted(positive)}`,
      `it is ${names.slice(0, 20).join(', ')}`,
    )
  const yes = positive ?? (names[1] as string)
  const one = sorted[names.indexOf(yes)] as number
  const others = names.filter((word) => word !== yes)
  const no = others.length === 1 ? (others[0] as string) : `not ${yes}`
  return { y: Float64Array.from(values, (value) => (value === one ? 1 : 0)), target: { column, yes, no } }
}

/** Outcomes that are counts of trials. */
function counted(
  table: Table,
  column: string,
  trials: string,
): { y: Float64Array; trials: Float64Array; ways: number; target: Target } {
  const [counts, all] = [numbersOf(table, column, 0, 'counts'), numbersOf(table, trials, 0, 'trials')]
  const bad = counts.findIndex((k, i) => k > (all[i] as number))
  if (bad >= 0)
    throw refusal('E834', `${quoted(column)} counts ${counts[bad]} of ${all[bad]} trials (row ${bad + 1})`)
  const ways = counts.reduce((sum, k, i) => sum + logChoose(all[i] as number, k), 0)
  return {
    y: counts.map((k, i) => (all[i] === 0 ? 0 : k / (all[i] as number))),
    trials: all,
    ways,
    target: { column, yes: 'yes', no: 'no', trials },
  }
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
