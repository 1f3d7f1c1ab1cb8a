/**
 * What can be wrong with a formula's text: one line per code, with the sentence and the hint.
 * Text that a person typed is quoted with its control characters escaped, and cut when long.
 */
import { OgeeError, type Span } from '../expression/error.ts'

type Entry = (a: string, b: string) => readonly [message: string, hint?: string | undefined]

const CATALOGUE: Readonly<Record<string, Entry>> = {
  E101: () => ['the formula is empty', 'type a formula, e.g. 1/(1+e^-x)'],
  E102: (after) => [
    `expected a number, name or "("${after === '' ? '' : ` after ${after}`}`,
    'did you forget a term?  e.g. 1/(1+e^-x)',
  ],
  E103: (open, close) => [`${open} is never closed`, `add ${close}`],
  E104: (found, expected) => [
    expected === '' ? `${found} closes nothing` : `expected ${expected} but found ${found}`,
    expected === '' ? 'remove it, or open the bracket before' : 'close the brackets in order',
  ],
  E105: (found, hint) => [
    `${found} is not expected here`,
    hint || 'remove it, or write what is missing before it',
  ],
  E106: (character) => [
    `${character} has no meaning in a formula`,
    'letters, digits, + - * / ^ ( ) | and relations are read',
  ],
  E107: (text) => [`${text} is not a number`, 'numbers are written 12, 0.5 or 1e-3'],
  E108: () => ['this number is too long to work with exactly', 'decimal exponents up to ±10000 are read'],
  E109: (length, limit) => [`the text has ${length} characters; up to ${limit} are read`, 'read it in parts'],
  E110: (name, near) => [
    `unknown function ${name}`,
    near === ''
      ? 'for a product, write * between the factors; or define it first:  f(x) = x^2; f(3)'
      : `did you mean ${near}?`,
  ],
  E111: (signature, given) => [`${signature} cannot take ${given}`, `write ${signature}`],
  E112: () => ['the formula is nested too deeply', 'up to 300 brackets inside each other are read'],
  E113: () => [
    'this is a condition, not a number',
    'conditions stand alone or after if:  {x if x > 0 else 0}',
  ],
  E114: (left, right) => [
    `the number ${right} cannot follow ${left} without an operator`,
    'write * between factors, and numbers with a decimal point',
  ],
  E115: (what, hint) => [what, hint],
  E116: (name) => [`${name} already has a meaning and cannot be defined`, 'choose another name'],
  E117: (name) => [`the definition of ${name} uses ${name} itself`, 'a definition must not be recursive'],
  E118: (name) => [`${name} is defined twice`, 'give the second one another name'],
  E119: () => [
    'only definitions can stand before the last formula',
    'write a definition first, e.g.  f(x) = x^2; f(3)',
  ],
  E120: (found, hint) => [`${found} is not read`, hint],
  E121: (command, near) => [
    `unknown LaTeX command ${command}`,
    near === ''
      ? 'common commands such as \\frac, \\sqrt, \\sin and \\alpha are read'
      : `did you mean ${near}?`,
  ],
  E122: (what, hint) => [what, hint],
  E123: () => ['with the definitions put in, the formula is too large', 'use smaller definitions'],
  E124: (name) => [`the inverse of ${name} has no name here`, `for the reciprocal, write 1/${name}(x)`],
  E125: () => ['a condition is expected here, not a number', 'e.g.  {x if x > 0 else 0}'],
  E126: (name) => [
    `${name} is not a function`,
    `define it first, e.g.  f(x) = x^2; f'(3)  or write  d/dx(…)`,
  ],
  E127: (found, name) => [
    `${found} could be a difference or a function of what follows`,
    `write ${name}(-x) or ${name}(x) - x`,
  ],
}

/** A code of the catalogue of reading errors. */
export type ReadingCode = `E1${number}`

/** Text as it may be shown: control, combining and invisible characters as `\u{…}`, the middle left out. */
function visible(text: string, limit = 40): string {
  const points = [...text.slice(0, 4 * limit)]
  const cut = points.length > limit || text.length > 4 * limit
  const shown = points
    .slice(0, limit)
    .map((c) => (/[\p{C}\p{M}\p{Zl}\p{Zp}]/u.test(c) ? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}` : c))
  return shown.join('') + (cut ? '…' : '')
}

/** Text quoted for a message. */
export const quoted = (text: string): string =>
  text === '' ? '' : `"${visible(text.replace(/^\|[()]$/, '|').replace(/^\\(?=[[\]]$)/, ''))}"`

/** The error of this code about the part of the text at `span`. */
export function readingError(code: ReadingCode, place: Span, a = '', b = ''): OgeeError {
  const span = { start: place.start, end: place.end }
  const [message, hint] = CATALOGUE[code]?.(a, b) ?? ['this cannot be read']
  return new OgeeError(code, message, span, hint || undefined)
}

/** The error for a character that no notation gives a meaning, named by its code point. */
export function unknownCharacter(character: string, start: number): OgeeError {
  const span = { start, end: start + character.length }
  const hint = UNREAD.get(character)
  if (hint) return readingError('E120', span, quoted(character), hint)
  const point = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
  return readingError('E106', span, `${quoted(character)} (U+${point})`)
}

const UNREAD: ReadonlyMap<string, string> = new Map([
  ['!', 'factorials are not read; unequal is written !='],
  ['%', 'write a percentage as a quotient, e.g. 5/100'],
  ['∞', 'ask for a limit instead'],
])

/** Functions that people know, and why they have no value here. */
export const UNREAD_NAMES: ReadonlyMap<string, string> = new Map([
  ['softmax', 'a softmax has a value for each operand; the first is softmax_1(a, b, c)'],
])
