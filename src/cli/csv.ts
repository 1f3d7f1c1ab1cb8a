/**
 * Data from a file of comma-separated values, as RFC 4180 has them: the first line names the columns, fields
 * stand between commas, and a field in quotes may hold commas, line breaks and doubled quotes.
 */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'

/** A row of fields, and the line of the file in which it begins. */
export interface Row {
  readonly line: number
  readonly fields: readonly string[]
}

/** The columns by their names, and the rows below them. */
export interface Table {
  readonly file: string
  readonly names: readonly string[]
  readonly rows: readonly Row[]
}

export const refusal = (what: string, hint?: string): OgeeError =>
  new OgeeError('E808', what, undefined, hint)

const FIELD = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
const BREAK = /\r\n|\r|\n/y

/**
 * The table in the text of a file.
 *
 * @throws OgeeError `E808` with the line, for quotes that do not end and rows with too few or too many fields.
 */
export function tableIn(text: string, file: string): Table {
  const [head, ...rows] = rowsIn(text.replace(/^\ufeff/, ''), file).filter(
    ({ fields }) => fields.length > 1 || fields[0] !== '',
  )
  if (!head || rows.length === 0)
    throw refusal(`${quoted(file)} holds no data`, 'a line of names, then a line for each point')
  const names = head.fields.map((name) => name.trim())
  for (const { line, fields } of rows) {
    if (fields.length !== names.length)
      throw refusal(`${quoted(file)}, line ${line}: ${fields.length} fields under ${names.length} names`)
  }
  return { file, names, rows }
}

/**
 * The rows of a text that begins at a line.
 *
 * @throws OgeeError `E808` with the line, for quotes that do not end.
 */
export function rowsIn(text: string, file: string, begins = 1): Row[] {
  const rows: Row[] = []
  let [fields, line, started]: [string[], number, number] = [[], begins, begins]
  for (let at = 0; at <= text.length; ) {
    FIELD.lastIndex = at
    const [whole = '', inQuotes, bare = ''] = FIELD.exec(text) ?? []
    fields.push(inQuotes?.replaceAll('""', '"') ?? bare)
    line += (whole.match(/\r\n|\r|\n/g) ?? []).length
    at += whole.length
    if (text[at] === ',') {
      at += 1
      continue
    }
    BREAK.lastIndex = at
    const ended = BREAK.exec(text)?.[0]
    if (ended === undefined && at < text.length)
      throw refusal(
        `${quoted(file)}, line ${line}: a quote is not ended, or stands in a field without quotes`,
      )
    rows.push({ line: started, fields })
    line += 1
    ;[fields, started] = [[], line]
    at += ended?.length ?? 1
  }
  return rows
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * The numbers of a column, by its name, or by its place from 1.
 *
 * @throws OgeeError `E808` for a column that there is not, and for fields that are no numbers, with line and column.
 */
export function columnOf({ file, names, rows }: Table, wanted: string): number[] {
  const named = names.indexOf(wanted)
  const at =
    named >= 0
      ? named
      : /^[1-9]\d{0,3}$/.test(wanted) && Number(wanted) <= names.length
        ? Number(wanted) - 1
        : -1
  if (at < 0) {
    const near = nearestName(wanted, names)
    throw refusal(
      `${quoted(file)} has no column ${quoted(wanted)}`,
      near === undefined ? `its columns are ${names.join(', ')}` : `did you mean ${quoted(near)}?`,
    )
  }
  return rows.map(({ line, fields }) =>
    numberIn(fields[at] as string, { file, line, name: names[at] as string }),
  )
}

/**
 * The number in a field.
 *
 * @throws OgeeError `E808` with the line and the column, for what is none.
 */
export function numberIn(
  text: string,
  { file, line, name }: { readonly file: string; readonly line: number; readonly name: string },
): number {
  const field = text.trim()
  const value = Number(field)
  if (NUMBER.test(field) && Number.isFinite(value)) return value
  const what = field === '' ? 'the field is empty' : `${quoted(field)} is no number`
  throw refusal(`${quoted(file)}, line ${line}, column ${name}: ${what}`, 'numbers are written like -1.5e3')
}
