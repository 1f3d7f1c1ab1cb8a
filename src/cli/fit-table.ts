/** The columns that a fit needs, read from a table; rows in which a value is missing are left out. */
import { fieldOf, type Head, isMissing, noNumber, numberOf, placeOf } from '../data/columns.ts'
import { OgeeError } from '../expression/error.ts'
import type { FitData } from '../fit/index.ts'
import type { Table } from './table-file.ts'

/** The columns of one group, and the lines that its rows stand in. */
export interface Group {
  /** The value of the column that groups, where there is one. */
  readonly name?: string
  readonly data: FitData
  readonly lines: readonly number[]
}

export interface Chosen {
  readonly groups: readonly Group[]
  /** Lines left out because a value is missing. */
  readonly missing: readonly number[]
}

/** More groups than these are no groups. */
const MOST_GROUPS = 200

/**
 * The numbers in the named columns, by groups.
 *
 * @throws OgeeError `E808` with line and column for what is no number, or no column; `E954` where no rows are left.
 */
export function chosenColumns(
  { head, rows }: Table,
  names: readonly string[],
  by: string | undefined,
): Chosen {
  const places = names.map((name) => placeOf(name, head, NAMES_ONLY))
  const group = by === undefined ? undefined : placeOf(by, head, NAMES_ONLY)
  const found = new Map<string, { readonly lines: number[]; readonly values: number[][] }>()
  const missing: number[] = []
  for (const row of rows) {
    const fields = places.map((place) => fieldOf(row, place, head))
    if (fields.some(isMissing)) {
      missing.push(row.line)
      continue
    }
    const numbers = fields.map((field, k) => number(field, row.line, head, places[k] as number))
    const key = group === undefined ? '' : fieldOf(row, group, head).trim()
    const one = found.get(key) ?? { lines: [], values: names.map((): number[] => []) }
    if (found.size >= MOST_GROUPS && !found.has(key))
      throw new OgeeError(
        'E954',
        `column ${by} has more than ${MOST_GROUPS} different values`,
        undefined,
        'it is no group',
      )
    found.set(key, one)
    one.lines.push(row.line)
    numbers.forEach((value, k) => {
      one.values[k]?.push(value)
    })
  }
  if (found.size === 0)
    throw new OgeeError(
      'E954',
      `no row of ${head.file} has a value in each of ${names.join(', ')}`,
      undefined,
      'fields that are empty or NA are missing values',
    )
  return {
    groups: [...found].map(([name, { lines, values }]) => ({
      ...(group === undefined ? {} : { name }),
      lines,
      data: Object.fromEntries(names.map((column, k) => [column, values[k] as number[]])),
    })),
    missing,
  }
}

/** With this no column is meant by its place. */
const NAMES_ONLY = ''

function number(field: string, line: number, head: Head, place: number): number {
  const value = numberOf(field)
  if (Number.isNaN(value)) throw noNumber(field, line, head, place)
  return value
}
