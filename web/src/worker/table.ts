/** A person's table, read, and kept for the next question about it. */
import { type Head, headOf } from '../../../src/data/columns.ts'
import { records, refusal, type TableRow } from '../../../src/data/records.ts'
import { quoted } from '../../../src/syntax/errors.ts'

/** The file itself goes to the worker, so that a long one never stands in the way of the page. */
export interface Data {
  /** Two tables never have the same. */
  readonly id: string
  /** What it is called in messages. */
  readonly name: string
  readonly file: Blob
}

export interface TableRead {
  readonly head: Head
  readonly rows: readonly TableRow[]
}

const MOST_MEGABYTES = 5
const MEGABYTE = 1e6

let last: { readonly id: string; readonly table: Promise<TableRead> } | undefined

/**
 * The table, whose first line has the names of the columns.
 *
 * @throws OgeeError `E808` with the line for what is no table, `E510` for a file that is no text.
 */
export function tableIn(data: Data): Promise<TableRead> {
  if (last?.id !== data.id) last = { id: data.id, table: tableRead(data) }
  return last.table
}

async function tableRead({ name: file, file: blob }: Data): Promise<TableRead> {
  if (blob.size > MOST_MEGABYTES * MEGABYTE)
    throw refusal(
      `${quoted(file)} has ${(blob.size / MEGABYTE).toFixed(1)} MB`,
      `the page takes up to ${MOST_MEGABYTES} MB; the commands ogee fit and ogee classify take more`,
    )
  const all: TableRow[] = []
  for await (const part of records(bytesOf(blob), { file })) for (const one of part) all.push(one)
  const [first, ...rows] = all
  if (!first || rows.length === 0)
    throw refusal(`${quoted(file)} holds no data`, 'a line of names, then a line for each row')
  return { head: headOf(first, file), rows }
}

async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await blob.arrayBuffer())
}
