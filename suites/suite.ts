/**
 * A suite is a file of problems with answers that the project did not write; a part of it is one
 * way to make cases of its rows. The files stay where they are: `../shared/suites` or the folder
 * named in `OGEE_SUITES`. Which rows count was fixed in rows/*.txt before the first score.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A line of a suite's file. */
// biome-ignore lint/suspicious/noExplicitAny: the suites' authors chose the fields
export type Row = Readonly<Record<string, any>>

/** What became of a case. A `wrong` answer is one that is false, an `unknown` one claims nothing. */
export type Outcome = (
  | { readonly grade: 'right'; readonly note?: string }
  | { readonly grade: 'wrong'; readonly note: string }
  | { readonly grade: 'unknown'; readonly note: string }
  /** The row has no such case. */
  | { readonly grade: 'none'; readonly note: string }
) & {
  /** What was measured, for the means over all cases. */
  readonly figures?: Readonly<Record<string, number>>
}

/** A question whose answer is known. */
export interface Case {
  readonly id: string
  readonly section: string
  /** The question as one reads it. */
  readonly text: string
  /** Asks, on the clock; a promise is waited for. */
  readonly ask: () => unknown
  /** Judges what `ask` gave, off the clock. */
  readonly judge: (answer: unknown) => Outcome
}

/** One way to make cases of the rows of a file. */
export interface Part {
  readonly file: string
  readonly name: string
  readonly title: string
  /** Rows of the file that this part is about; the rest of the rule is in rows/. */
  readonly counts: (row: Row) => boolean
  /** The rows that a row stands for, where it holds several questions. */
  readonly rowsIn?: (row: Row) => readonly Row[]
  /** The case, or why the row has none. */
  readonly caseOf: (row: Row) => Case | { readonly none: string }
}

/** The rows of a suite, or undefined where it is not present. */
export function rowsOf(folder: string, file: string): readonly Row[] | undefined {
  const path = join(folder, `${file}.jsonl.gz`)
  if (!existsSync(path)) return undefined
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Row)
}

/** The rows that do not count, with the reason for each: lines `id reason`, after the rule. */
export function leftOut(here: string, file: string): ReadonlyMap<string, string> {
  const path = join(here, 'rows', `${file}.txt`)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [id = '', ...reason] = line.split(' ')
        return [id, reason.join(' ')] as const
      }),
  )
}
