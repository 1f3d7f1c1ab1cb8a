/** A place in the words of a formula, and the errors that say what was expected there. */
import type { OgeeError, Span } from '../expression/error.ts'
import { quoted, readingError } from './errors.ts'
import type { Token } from './tokens.ts'

/** Brackets and what closes them; `|(` is a bar that can only open, `\\left|`. */
export const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['|', '|'],
  ['|(', '|)'],
  ['\\{', '\\}'],
  ['\\left.', '|)'],
  ['\\[', '\\]'],
  ['\\begin{cases}', '\\end{cases}'],
])
const closing: ReadonlySet<string> = new Set(CLOSING.values())

/** Moves through the words from left to right. */
export class Cursor {
  private readonly words: readonly Token[]
  private position = 0

  /** `end` is where the text ends. */
  constructor(words: readonly Token[], end: number) {
    this.words = [...words, { type: 'end', text: '', start: end, end }]
  }

  /** The word to be read next. */
  get next(): Token {
    return this.words[this.position] as Token
  }

  /** The word behind the next one. */
  get following(): Token | undefined {
    return this.words[this.position + 1]
  }

  /** The word read last. */
  get last(): Token | undefined {
    return this.words[this.position - 1]
  }

  /** Is this sign next? */
  sees(...signs: readonly string[]): boolean {
    return this.next.type === 'sign' && signs.includes(this.next.text)
  }

  /** Passes the next word. */
  advance(): Token {
    const token = this.next
    if (token.type !== 'end') this.position += 1
    return token
  }

  /** Passes this sign if it is next. */
  accept(sign: string): boolean {
    const found = this.sees(sign)
    if (found) this.position += 1
    return found
  }

  /** Passes this sign, which must be next. */
  expect(sign: string): void {
    if (!this.accept(sign)) throw this.unexpected(`${quoted(sign)} is expected`)
  }

  /** From `start` to where reading has come. */
  spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.last?.end ?? start) }
  }

  /** The error that the next word cannot stand here. */
  unexpected(hint = ''): OgeeError {
    const { next, last } = this
    if (next.type === 'end') {
      return readingError(last ? 'E102' : 'E101', next, quoted(last?.text ?? ''))
    }
    if (closing.has(next.text)) return readingError('E104', next, quoted(next.text))
    const comma = next.text === ',' && 'decimals are written with a point: 0.5'
    return readingError('E105', next, quoted(next.text), comma || hint)
  }

  /** Passes the bracket that closes this one, which must be next. */
  close(open: Token): void {
    const { next } = this
    const close = CLOSING.get(open.text) as string
    if (this.accept(close)) return
    if (next.type === 'end') throw readingError('E103', open, quoted(open.text), quoted(close))
    if (!closing.has(next.text)) throw this.unexpected(`is an operator or ${quoted(close)} missing?`)
    throw readingError('E104', next, quoted(next.text), quoted(close))
  }
}
