/**
 * Tables as text: values between commas, semicolons or tabs, the names of the columns in the first line (RFC 4180,
 * read by csv-parse). They are read in parts as their bytes arrive, so they may be longer than the memory.
 */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'

/** A row of fields, and the line of the file in which it begins. */
export interface TableRow {
  readonly line: number
  readonly fields: readonly string[]
}

export interface ReadOptions {
  /** What the table is called in messages. */
  readonly file: string
  /** What stands between fields; found out from the first line if it is not said. */
  readonly delimiter?: string
}

export const DELIMITERS: readonly string[] = [',', ';', '\t']

export const refusal = (what: string, hint?: string): OgeeError =>
  new OgeeError('E808', what, undefined, hint)

/** A row is not longer than this. */
const LONGEST = 1 << 24

/** What csv-parse says, and what that means. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'a quote is not ended'],
  ['INVALID_OPENING_QUOTE', 'a quote stands in a field without quotes'],
  ['CSV_INVALID_CLOSING_QUOTE', 'something follows the quote that ends a field'],
  ['CSV_MAX_RECORD_SIZE', 'a row is longer than 16 MB, or a quote is not ended'],
])

/** What is used of csv-parse. */
interface Parser {
  readonly write: (bytes: Uint8Array, done: (error?: Error | null) => void) => void
  readonly end: (done: (error?: Error | null) => void) => void
  readonly on: (event: 'error' | 'data', listener: (error: Error) => void) => void
}

/**
 * The rows of a table part by part, the first one with the names; empty lines are no rows.
 *
 * @throws OgeeError `E808` with the line for text that is no table, `E510` for bytes that are no UTF-8.
 * @example
 * ```ts
 * async function* bytes() {
 *   yield new TextEncoder().encode('x,kind\n1,a\n2,b\n')
 * }
 * const parts = records(bytes(), { file: 'points.csv' })
 * const { value } = await parts.next()
 * value[1] // → { line: 2, fields: ['1', 'a'] }
 * ```
 */
export async function* records(
  bytes: AsyncIterable<Uint8Array>,
  { file, delimiter }: ReadOptions,
): AsyncGenerator<readonly TableRow[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new OgeeError(
        'E510',
        `cannot read ${quoted(file)}: it is not UTF-8 text`,
        undefined,
        'name a .csv file',
      )
    }
  }
  let found: TableRow[] = []
  let parser: Parser | undefined
  let lines = 0
  for await (const chunk of bytes) {
    const text = decode(chunk)
    parser ??= await parserFor(delimiter ?? delimiterIn(text), (fields, last, empty) => {
      found.push({ line: lines + 1 + empty, fields })
      lines = last
    })
    await fed(parser, chunk, file)
    if (found.length > 0) yield found
    found = []
  }
  decode()
  if (!parser) return
  await fed(parser, undefined, file)
  if (found.length > 0) yield found
}

type Take = (fields: readonly string[], lastLine: number, emptyLines: number) => void

async function parserFor(delimiter: string, take: Take): Promise<Parser> {
  const { parse } = await import('csv-parse')
  let empty = 0
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
    on_record(fields: string[], { lines, empty_lines }: { lines: number; empty_lines: number }) {
      take(fields, lines, empty_lines - empty)
      empty = empty_lines
      return null
    },
  }) as unknown as Parser
  parser.on('data', () => undefined)
  // it is given to whoever writes as well
  parser.on('error', () => undefined)
  return parser
}

/** Waits until the bytes are read; without bytes, until all are. */
async function fed(parser: Parser, chunk: Uint8Array | undefined, file: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null): void => (error ? reject(error) : resolve())
      if (chunk) parser.write(chunk, done)
      else {
        parser.on('error', reject)
        parser.end(done)
      }
    })
  } catch (thrown) {
    const { code = '', lines = 1, message } = thrown as { code?: string; lines?: number; message: string }
    throw refusal(`${quoted(file)}, line ${lines}: ${FAULTS.get(code) ?? message}`)
  }
}

/** What stands most often between the names in the first line, outside quotes. */
export function delimiterIn(text: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? ''
  const count = (one: string): number => head.split(one).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}
