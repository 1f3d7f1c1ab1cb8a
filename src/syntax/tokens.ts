/** The words of a formula. Every notation turns its text into these, so one reader serves all. */
import type { Span } from '../expression/error.ts'

/**
 * One word with its place in the text. A `sign` is an operator, bracket or keyword in its one
 * spelling (`·` is `*`); a `name` is a symbol or function; `derivative` is d/dx with the text `x`;
 * a `command` belongs to one notation only.
 */
export interface Token extends Span {
  readonly type: 'number' | 'name' | 'sign' | 'derivative' | 'command' | 'end'
  readonly text: string
}

/** Names that a person has given a meaning. */
export interface Known {
  readonly has: (name: string) => boolean
}

/** Words that connect formulas. */
export const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'if', 'else', 'otherwise'])

/** From α (U+03B1) and Α (U+0391) on; ς is the final form of σ. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  )
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const letters = new Map<string, string>([
  ['ϵ', 'epsilon'],
  ['ϑ', 'theta'],
  ['ϕ', 'phi'],
  ['µ', 'mu'], // U+00B5, the sign for micro-
  ...GREEK.map((name, i) => [String.fromCharCode(0x3b1 + i), name] as const),
  ...GREEK.map((name, i) => [String.fromCharCode(0x391 + i), capital(name)] as const),
])
/** The English names of the Greek letters. */
export const GREEK_NAMES: ReadonlySet<string> = new Set(letters.values())

/** Signs of typography, each with the word that it stands for. */
export const TYPOGRAPHIC: ReadonlyMap<string, string> = new Map([
  ['**', '^'],
  ['==', '='],
  ...[...'·⋅∙‧×∗\u2062'].map((c) => [c, '*'] as const),
  ...[...'−–‐‑﹣－'].map((c) => [c, '-'] as const),
  ...[...'÷∕⁄'].map((c) => [c, '/'] as const),
  ...[...'′’'].map((c) => [c, "'"] as const),
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['∧', 'and'],
  ['∨', 'or'],
])

/** The English name of a Greek letter, `α` ↦ `alpha`. */
export const greekName = (letter: string): string | undefined => letters.get(letter)

/** Capital letters that look like Latin ones, and omicron. */
const LIKE_LATIN = /^(?:Alpha|Beta|Epsilon|Zeta|Eta|Iota|Kappa|Mu|Nu|Omicron|omicron|Rho|Tau|Upsilon|Chi)$/
const signs = new Map([...letters].map(([letter, name]) => [name, letter]))

/** The Greek letter of this English name, unless people would take it for a Latin one. */
export const greekLetter = (name: string): string | undefined =>
  LIKE_LATIN.test(name) ? undefined : signs.get(name)

/** Is this the English name of a Greek letter? */
export const isGreekName = (name: string): boolean => GREEK_NAMES.has(name)
