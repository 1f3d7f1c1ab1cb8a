/** The columns of a table: their names, and what stands in their fields. */
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'
import { refusal, type TableRow } from './records.ts'

/** The names in the first line. */
export interface Head {
  readonly file: string
  readonly names: readonly string[]
}

/**
 * The names of the columns.
 *
 * @throws OgeeError `E808` for a name that stands there twice.
 */
export function headOf({ fields, line }: TableRow, file: string): Head {
  const names = fields.map((name) => name.trim())
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined)
    throw refusal(`${quoted(file)}, line ${line}: two columns are named ${quoted(twice)}`)
  return { file, names }
}

/**
 * The place of a column, by its name, or by its place from 1.
 *
 * @throws OgeeError `E808` for a column that there is not.
 */
export function placeOf(wanted: string, { file, names }: Head, hint?: string): number {
  const named = names.indexOf(wanted)
  if (named >= 0) return named
  if (hint === undefined && /^[1-9]\d{0,3}$/.test(wanted) && Number(wanted) <= names.length)
    return Number(wanted) - 1
  const near = nearestName(wanted, names)
  throw refusal(
    `${quoted(file)} has no column ${quoted(wanted)}`,
    near === undefined
      ? `its columns are ${names.slice(0, MOST_NAMES).join(', ')}${hint ?? ''}`
      : `did you mean ${quoted(near)}?`,
  )
}

const MOST_NAMES = 20

/**
 * The field of a row, whose fields are as many as the names.
 *
 * @throws OgeeError `E808` with the line for a row of another length.
 */
export function fieldOf({ line, fields }: TableRow, place: number, { file, names }: Head): string {
  if (fields.length !== names.length)
    throw refusal(`${quoted(file)}, line ${line}: ${fields.length} fields under ${names.length} names`)
  return fields[place] as string
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const MISSING: ReadonlySet<string> = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', '?', '.'])

/** Does the field say that there is no value? */
export const isMissing = (text: string): boolean => MISSING.has(text.trim())

/** Is the field written like a number, however large? */
export const isNumeral = (text: string): boolean => NUMBER.test(text.trim())

/** The number in a field; NaN for what is none. */
export function numberOf(text: string): number {
  const field = text.trim()
  const value = NUMBER.test(field) ? Number(field) : Number.NaN
  return Number.isFinite(value) ? value : Number.NaN
}

/**
 * The number in a field of a row.
 *
 * @throws OgeeError `E808` with the line and the column, for what is none.
 */
export function numberIn(record: TableRow, place: number, head: Head): number {
  const text = fieldOf(record, place, head)
  const value = numberOf(text)
  if (!Number.isNaN(value)) return value
  throw noNumber(text, record.line, head, place)
}

/** What is said of a field that is no number. */
export function noNumber(text: string, line: number, { file, names }: Head, place: number): Error {
  const field = text.trim()
  const what = field === '' ? 'the field is empty' : `${quoted(field)} is no number`
  return refusal(
    `${quoted(file)}, line ${line}, column ${names[place]}: ${what}`,
    'numbers are written like -1.5e3',
  )
}
