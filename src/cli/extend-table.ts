/** The same table with further columns. It is read in parts, so that it may be longer than the memory. */
import { type Head, headOf } from '../data/columns.ts'
import { refusal, type TableRow } from '../data/records.ts'
import { quoted } from '../syntax/errors.ts'
import type { Given } from './arguments.ts'
import type { Manner } from './looks.ts'
import { EXIT } from './problems.ts'
import { notice } from './remarks.ts'
import { mayWrite, save } from './save.ts'
import { STDOUT, write } from './streams.ts'
import { calledIn, delimiterOf, noData, tableParts } from './table-file.ts'

/** What comes to the rows. */
export interface Work {
  /** The names of the columns that come to the others. */
  readonly added: readonly string[]
  /** Their values for some rows, column by column; what is no number is missing. */
  readonly values: (rows: readonly TableRow[]) => readonly ArrayLike<number>[]
}

/**
 * Writes the table with its new columns: exit code 3 if values are missing in it, which is said with the reason.
 *
 * @throws OgeeError `E507`, `E510` and `E511` for files, `E808` for what is no table of numbers.
 */
export async function extendTable(
  path: string,
  given: Given,
  manner: Manner,
  workOn: (head: Head) => Work,
  why: string,
): Promise<number> {
  const file = calledIn(path)
  const target = given.last('output') === '-' ? undefined : given.last('output')
  const saving = { overwrite: given.has('force') }
  if (target !== undefined) mayWrite(target, saving)
  const kept: Buffer[] = []
  const put = (text: string): void => {
    if (target === undefined) write(STDOUT, text)
    else kept.push(Buffer.from(text))
  }
  let work: Work | undefined
  let [count, missing] = [0, 0]
  for await (const rows of tableParts(path, delimiterOf(given))) {
    const data = work ? rows : rows.slice(1)
    if (!work) {
      const first = rows[0] as TableRow
      work = started(headOf(first, file), workOn)
      put(lineOf([...first.fields, ...work.added]))
    }
    if (data.length === 0) continue
    const results = work.values(data)
    const shown = (value = Number.NaN): string => {
      if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : `${value}`
      missing += 1
      return ''
    }
    put(data.map(({ fields }, i) => lineOf([...fields, ...results.map((one) => shown(one[i]))])).join(''))
    count += data.length
  }
  if (count === 0) throw noData(file)
  if (target !== undefined) save(target, Buffer.concat(kept), saving)
  if (missing === 0) return EXIT.ok
  const many = missing === 1 ? 'one value is' : `${missing} values are`
  notice(`${many} missing: ${why}`, manner)
  return EXIT.unknown
}

function started(head: Head, workOn: (head: Head) => Work): Work {
  const work = workOn(head)
  const taken = work.added.find((name) => head.names.includes(name))
  if (taken === undefined) return work
  throw refusal(`${quoted(head.file)} has a column ${quoted(taken)} already`, 'give it another name')
}

const QUOTED = /[",\r\n]/

const lineOf = (fields: readonly string[]): string =>
  `${fields.map((text) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`
