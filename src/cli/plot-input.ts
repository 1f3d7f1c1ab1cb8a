/** What `ogee plot` draws: formulas on the command line, a file with a script, or standard input. */
import { readFileSync } from 'node:fs'
import { OgeeError } from '../expression/error.ts'
import type { CurveOptions, PlotOptions, Reading, ReadingNote, ReadingOptions } from '../index.ts'
import { listingsOf } from '../plot/listing.ts'
import { quoted } from '../syntax/errors.ts'
import { recognised } from '../syntax/recognise.ts'
import type { Given } from './arguments.ts'
import { inputLines, isSilent } from './lines.ts'
import { problemOf } from './problems.ts'
import { readFunction, readQuantity } from './reading.ts'
import { beginsScript } from './script-input.ts'

/** The curves, what is asked of the picture by a script, and how formulas were read. */
export interface Drawn {
  readonly curves: readonly CurveOptions[]
  readonly options: PlotOptions
  readonly notes: readonly ReadingNote[]
  readonly isPart?: boolean
}

/** A text, and the notation that the name of its file says. */
export interface Source {
  readonly text: string
  readonly notation?: 'matlab' | 'python' | 'javascript'
}

const BY_ENDING: ReadonlyMap<string, Source['notation']> = new Map([
  ['m', 'matlab'],
  ['py', 'python'],
  ['js', 'javascript'],
] as const)

/** Files are told from formulas by their endings: no formula ends like this. */
const FILE = /\.(m|py|js|txt)$/i
const LONGEST = 1_000_000

/** @throws OgeeError `E506` where nothing is asked, `E510` for a file that cannot be read. */
export async function sources(given: Given): Promise<readonly Source[]> {
  const { words } = given
  if (words.length === 0 && (given.has('data') || given.has('band'))) return []
  if (words.length > 0 && !(words.length === 1 && words[0] === '-')) return words.map(sourceOf)
  const lines: string[] = []
  for await (const { text, fault } of inputLines()) {
    if (fault) throw fault
    lines.push(text)
  }
  const first = lines.find((text) => !isSilent({ number: 0, text }))
  if (first === undefined)
    throw new OgeeError(
      'E506',
      'there is no formula',
      undefined,
      'write one as an argument, e.g. "1/(1+e^-x)"',
    )
  if (beginsScript(first)) return [{ text: lines.join('\n') }]
  return lines.filter((text) => !isSilent({ number: 0, text })).map((text) => ({ text }))
}

function sourceOf(word: string): Source {
  const ending = FILE.exec(word)?.[1]?.toLowerCase()
  if (ending === undefined) return { text: word }
  const notation = BY_ENDING.get(ending)
  return { text: fileText(word), ...(notation === undefined ? {} : { notation }) }
}

/** The text of a file. Throws OgeeError `E510` for one that cannot be read. */
export function fileText(path: string, hint = 'a formula stands in quotes'): string {
  try {
    const bytes = readFileSync(path)
    if (bytes.length > LONGEST)
      throw new OgeeError('E109', `this file has ${bytes.length} bytes`, undefined, 'read it in parts')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof OgeeError) throw error
    const { code } = error as NodeJS.ErrnoException
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : 'it is not UTF-8 text'
    throw new OgeeError('E510', `cannot read ${quoted(path)}: ${reason}`, undefined, hint)
  }
}

/** The pictures that a source draws: one for a formula. Throws Problem with the place in its text. */
export function drawnIn({ text, notation }: Source, reading: ReadingOptions): readonly Drawn[] {
  try {
    const known = reading.notation === undefined || reading.notation === 'auto' ? notation : reading.notation
    const chosen = known ?? recognised(text)
    const listings = chosen === 'matlab' || chosen === 'python' ? listingsOf(text, chosen) : []
    if (listings.length > 0) return listings.map((listing) => ({ ...listing, notes: [] }))
    const { expr, notes } = readFunction(
      text,
      known === undefined ? reading : { ...reading, notation: known },
    )
    return [{ curves: [{ of: expr }], options: {}, notes }]
  } catch (thrown) {
    throw problemOf(thrown, text)
  }
}

/** A formula for what is no curve. Throws Problem with the place in its text. */
export function formulaIn({ text, notation }: Source, reading: ReadingOptions): Reading {
  try {
    return readQuantity(text, notation === undefined ? reading : { ...reading, notation })
  } catch (thrown) {
    throw problemOf(thrown, text)
  }
}
