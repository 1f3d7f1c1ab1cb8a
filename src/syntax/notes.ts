/** How the doubtful parts of a formula were read, for people to see. */
import type { Span } from '../expression/error.ts'
import { same } from '../expression/expr.ts'
import { bracketed, printPlain } from './print-plain.ts'
import type { Doubt } from './read.ts'

/** Longer parts are not explained: nobody could compare the brackets. */
const LARGEST = 400

/**
 * A part that could be read otherwise. `read` is the reading with all brackets, `other` another
 * reading as it could be typed, and `rule` names what decided: `minus` (−x^2), `tower` (a^b^c),
 * `quotients` (a/b/c), `juxtaposition` (1/2x), `power` (e^x(x+1)), `product` (x(x+1)),
 * `application` (sin 2x), `inverse` (sin^-1 x), `letters` (xy), `sigma` (σ(x)), `bars` (|a|b|c|),
 * `derivative` (d/dx x·y), `alone` (sigmoid - x), `name` (logistic, sinx), `definition` (f(x) = …) or
 * `script` (the last of several definitions).
 */
export interface ReadingNote {
  readonly rule: string
  readonly span: Span
  readonly read: string
  readonly other?: string
}

/** The notes about these doubts, in the order of the text, each reading once. */
export function notesOn(doubts: readonly Doubt[]): ReadingNote[] {
  const notes = new Map<string, ReadingNote>()
  for (const { rule, span, read, other } of doubts) {
    if (read.size > LARGEST) continue
    const differs = other && !same(read, other)
    const note = { rule, span, read: bracketed(read) }
    const key = `${rule} ${note.read}`
    if (!notes.has(key)) notes.set(key, differs ? { ...note, other: printPlain(other) } : note)
  }
  return [...notes.values()].sort((a, b) => a.span.start - b.span.start)
}
