/** Text ⇄ expression. */
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { JAVASCRIPT_CODE, MATLAB_CODE, PYTHON_CODE } from './code.ts'
import { LATEX } from './latex.ts'
import { MATHJSON } from './mathjson.ts'
import { notesOn, type ReadingNote } from './notes.ts'
import { PLAIN } from './plain.ts'
import { readIn } from './read.ts'
import type { Notation } from './reader.ts'
import { noSuchNotation, type ReadNotation, recognised } from './recognise.ts'
import type { Script } from './script.ts'

export { caretBlock } from './caret.ts'
export type { ReadingNote } from './notes.ts'
export { type PrintedNotation, print } from './print.ts'
export { bracketed } from './print-plain.ts'
export type { ReadNotation } from './recognise.ts'
export type { Script, ValueRange } from './script.ts'

/** How the text is written; `auto` (the default) recognises it by signs that only one notation has. */
export interface ReadingOptions {
  readonly notation?: 'auto' | ReadNotation
  /** Functions of one's own, each a definition; in a call the letters after the first may be left out. */
  readonly definitions?: readonly string[]
}

/** A formula, or why there is none. */
export type ParseResult =
  | { readonly ok: true; readonly expr: Expr }
  | { readonly ok: false; readonly error: OgeeError }

/** A formula and how its doubtful parts were read. */
export interface Reading {
  readonly expr: Expr
  readonly notes: readonly ReadingNote[]
  /** What else the text says, if it is a script in a programming language. */
  readonly script?: Script
}

const NOTATIONS: Readonly<Record<ReadNotation, Notation>> = {
  plain: PLAIN,
  unicode: PLAIN,
  latex: LATEX,
  matlab: MATLAB_CODE,
  python: PYTHON_CODE,
  javascript: JAVASCRIPT_CODE,
  mathjson: MATHJSON,
}

/** The notations that can be asked for when a formula is read. */
export const READ_NOTATIONS: readonly ReadNotation[] = Object.keys(NOTATIONS) as ReadNotation[]

function notationOf(text: string, { notation = 'auto' }: ReadingOptions): Notation {
  if (notation === 'auto') return NOTATIONS[recognised(text)]
  if (Object.hasOwn(NOTATIONS, notation)) return NOTATIONS[notation]
  throw noSuchNotation(notation, ['auto', ...READ_NOTATIONS])
}

/** The text read in its notation, the definitions each in theirs. */
const readWith = (text: string, options: ReadingOptions): ReturnType<typeof readIn> =>
  readIn(
    notationOf(text, options),
    text,
    (options.definitions ?? []).map((own) => [own, notationOf(own, options)]),
  )

/**
 * The formula that a text means. Definitions may stand before it, separated by `;` or new lines. Of
 * a script in a programming language it is the last formula.
 *
 * @throws OgeeError with a code E1…, the span in the text and a hint.
 * @example
 * ```ts
 * print(parse('f(x) = 1/(1+e^-x); f(2)')) // → '1/(1 + e^-2)'
 * print(parse('\\frac{1}{2}x')) // → '1/2*x'
 * print(parse('1./(1+exp(-x))')) // → '1/(1 + e^-x)'
 * print(parse('np.where(x > 0, x, 0)')) // → '{x if x > 0 else 0}'
 * print(parse('ogive(2)', { definitions: ['ogive(x, k) = x^2/(k + x^2)'] })) // → '2^2/(k + 2^2)'
 * parse('1/(1+)') // ✗ E102
 * ```
 */
export const parse = (text: string, options: ReadingOptions = {}): Expr => readWith(text, options).expr

/**
 * The formula that a text means, or the error as a value.
 *
 * @example
 * ```ts
 * safeParse('2x').ok // → true
 * safeParse('2x)').ok // → false
 * ```
 */
export function safeParse(text: string, options: ReadingOptions = {}): ParseResult {
  try {
    return { ok: true, expr: parse(text, options) }
  } catch (error) {
    if (error instanceof OgeeError) return { ok: false, error }
    throw error
  }
}

/**
 * The formula that a text means, with a note on each part that could be read otherwise.
 *
 * @throws OgeeError as `parse` does.
 * @example
 * ```ts
 * read('1/2x').notes[0]?.read // → '(1/2)*x'
 * read('1/2x').notes[0]?.other // → '1/(2*x)'
 * read('x = -1:0.5:1; y = x.^2; plot(x, y)').script?.commands[0]?.text // → 'plot(x, y)'
 * ```
 */
export function read(text: string, options: ReadingOptions = {}): Reading {
  const { doubts, ...found } = readWith(text, options)
  return { ...found, notes: notesOn(doubts) }
}
