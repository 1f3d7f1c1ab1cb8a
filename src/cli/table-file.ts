/** Tables in files, or on standard input. */
import { createReadStream } from 'node:fs'
import { type Head, headOf } from '../data/columns.ts'
import { DELIMITERS, records, refusal, type TableRow } from '../data/records.ts'
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import type { Given, Option } from './arguments.ts'

/** Bytes at a time: enough rows for a kernel to run at full speed. */
const PART = 1 << 20

const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'reading it is not allowed'],
])

export const DELIMITER: Option = {
  name: 'delimiter',
  value: 'CHARACTER',
  summary: 'what stands between fields: , ; or tab; found out from the first line if it is not said',
}

const TABS: ReadonlySet<string> = new Set(['tab', '\\t'])

/** @throws OgeeError `E504` for what cannot stand between fields. */
export function delimiterOf(given: Given): string | undefined {
  const said = given.last('delimiter')
  const one = said !== undefined && TABS.has(said) ? '\t' : said
  if (one === undefined || DELIMITERS.includes(one)) return one
  throw new OgeeError('E504', `--delimiter cannot be ${quoted(one)}`, undefined, 'one of , ; and tab')
}

/** What the file is called in messages; `-` is standard input. */
export const calledIn = (path: string): string => (path === '-' ? 'standard input' : path)

/**
 * The rows of the file part by part, `-` for standard input.
 *
 * @throws OgeeError `E510` for a file that cannot be read, `E808` with the line for what is no table.
 */
export async function* tableParts(path: string, delimiter?: string): AsyncGenerator<readonly TableRow[]> {
  const file = calledIn(path)
  try {
    const bytes: AsyncIterable<Uint8Array> =
      path === '-' ? process.stdin : createReadStream(path, { highWaterMark: PART })
    yield* records(bytes, { file, ...(delimiter === undefined ? {} : { delimiter }) })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof OgeeError || code === undefined) throw error
    const reason = REASONS.get(code) ?? message
    throw new OgeeError('E510', `cannot read ${quoted(file)}: ${reason}`, undefined, 'name a .csv file')
  }
}

/** A whole table. */
export interface Table {
  readonly head: Head
  readonly rows: readonly TableRow[]
}

/** @throws OgeeError as `tableParts` does, and `E808` for a table without rows. */
export async function wholeTable(path: string): Promise<Table> {
  const all: TableRow[] = []
  for await (const part of tableParts(path)) for (const one of part) all.push(one)
  const [first, ...rows] = all
  if (!first || rows.length === 0) throw noData(calledIn(path))
  return { head: headOf(first, calledIn(path)), rows }
}

export const noData = (file: string): OgeeError =>
  refusal(`${quoted(file)} holds no data`, 'a line of names, then a line for each point')
