/** The rows of a table of any length, part by part, as its bytes arrive. */
import { createReadStream } from 'node:fs'
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { type Row, rowsIn } from './csv.ts'

/** Bytes at a time: enough rows for a kernel to run at full speed. */
const PART = 1 << 20

/** A row is not longer than this. */
const LONGEST = 16 * PART

const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'reading it is not allowed'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'it is not UTF-8 text'],
])

/**
 * The rows of the file, `-` for standard input; empty lines are no rows.
 *
 * @throws OgeeError `E510` for a file that cannot be read, `E808` with the line for quotes that do not end.
 */
export async function* tableParts(path: string, file: string): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [rest, line] = ['', 1]
  try {
    const bytes: AsyncIterable<Buffer> =
      path === '-' ? process.stdin : createReadStream(path, { highWaterMark: PART })
    for await (const chunk of bytes) {
      const text = rest + decoder.decode(chunk, { stream: true })
      const end = endOfRows(text)
      if (end === 0 && text.length > LONGEST)
        throw new OgeeError('E808', `${quoted(file)}, line ${line}: a quote is not ended`)
      if (end > 0) yield filled(text.slice(0, end - 1), file, line)
      line += breaksIn(text, end)
      rest = text.slice(end)
    }
    rest += decoder.decode()
  } catch (error) {
    if (error instanceof OgeeError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new OgeeError(
      'E510',
      `cannot read ${quoted(file)}: ${REASONS.get(code) ?? message}`,
      undefined,
      'name a .csv file',
    )
  }
  if (rest !== '') yield filled(rest, file, line)
}

/** Where the last whole row ends: after the last line break outside quotes. */
function endOfRows(text: string): number {
  if (!text.includes('"')) return text.lastIndexOf('\n') + 1
  let [end, inside] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) inside = !inside
    else if (code === BREAK && !inside) end = at + 1
  }
  return end
}

const QUOTE = 34
const BREAK = 10

function breaksIn(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** Rows with something in them. Without quotes they are soon told apart. */
function filled(text: string, file: string, line: number): Row[] {
  const plain = line === 1 ? text.replace(/^\ufeff/, '') : text
  const rows = /["\r]/.test(plain.replaceAll('\r\n', '\n'))
    ? rowsIn(plain, file, line)
    : plain.split('\n').map((one, i) => ({ line: line + i, fields: one.replace(/\r$/, '').split(',') }))
  return rows.filter(({ fields }) => fields.length > 1 || fields[0] !== '')
}
