/** Text ⇄ expression. */
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { LATEX } from './latex.ts'
import { notesOn, type ReadingNote } from './notes.ts'
import { PLAIN } from './plain.ts'
import { readIn } from './read.ts'
import type { Notation } from './reader.ts'

export { caretBlock } from './caret.ts'
export type { ReadingNote } from './notes.ts'
export { print } from './print.ts'
export { bracketed } from './print-plain.ts'

/** How the text is written; `auto` (the default) takes it for LaTeX if it has a command or `^{`. */
export interface ReadingOptions {
  readonly notation?: 'auto' | 'plain' | 'latex'
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
}

const looksLikeLatex = (text: string): boolean => /\\[A-Za-z]|\^\{|_\{(?![A-Za-z0-9]+\})/.test(text)

function notationOf(text: string, { notation = 'auto' }: ReadingOptions): Notation {
  if (notation !== 'auto') return notation === 'latex' ? LATEX : PLAIN
  return looksLikeLatex(text) ? LATEX : PLAIN
}

/** The text read in its notation, the definitions each in theirs. */
const readWith = (text: string, options: ReadingOptions): ReturnType<typeof readIn> =>
  readIn(
    notationOf(text, options),
    text,
    (options.definitions ?? []).map((own) => [own, notationOf(own, options)]),
  )

/**
 * The formula that a text means. Definitions may stand before it, separated by `;` or new lines.
 *
 * @throws OgeeError with a code E1…, the span in the text and a hint.
 * @example
 * ```ts
 * print(parse('f(x) = 1/(1+e^-x); f(2)')) // → '1/(1 + e^-2)'
 * print(parse('\\frac{1}{2}x')) // → '1/2*x'
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
 * ```
 */
export function read(text: string, options: ReadingOptions = {}): Reading {
  const { expr, doubts } = readWith(text, options)
  return { expr, notes: notesOn(doubts) }
}
