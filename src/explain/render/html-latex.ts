/**
 * Names in MathML. A name is given in LaTeX; this reads as much of LaTeX as the article writes in names.
 * An unknown command is shown as its own letters.
 */
import { greekLetter } from '../../syntax/tokens.ts'
import { element, type Markup, words } from './html-element.ts'

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['-', '−'],
  ['\\cdot', '·'],
  ['\\ne', '≠'],
  ['\\le', '≤'],
  ['\\ge', '≥'],
  ['\\to', '→'],
  ['\\land', '∧'],
  ['\\lor', '∨'],
  ['\\int', '∫'],
  ['\\sum', '∑'],
  ['\\ldots', '…'],
])
const LETTERS: ReadonlyMap<string, string> = new Map([['\\infty', '∞']])
const SPACES: ReadonlyMap<string, string> = new Map([
  ['\\,', '0.17em'],
  ['\\;', '0.28em'],
  ['\\ ', '0.33em'],
])
const PRIMES = ['', '′', '″', '‴', '⁗']

const TOKEN = /\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|'+|\s+|[^\\\d'\s]/gu

const BRACKETS = /^[()[\]|]$/

/** Brackets are as high as a line unless they are told to stretch. */
const operator = (sign: string): Markup =>
  element('mo', BRACKETS.test(sign) ? { stretchy: 'false' } : {}, words(OPERATORS.get(sign) ?? sign))
const minus = element('mo', { form: 'prefix' }, words('−'))
/** Fonts have primes at their height; raised as a script they would be too small. */
const primes = (count: number): Markup =>
  element('mo', { lspace: '0', rspace: '0' }, words(PRIMES[count] ?? '′'.repeat(count)))
const identifier = (name: string): Markup => element('mi', {}, words(name))

/** The parts of a row, read from left to right. */
class Reader {
  #at = 0
  readonly #tokens: readonly string[]

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  parts(): Markup[] {
    const parts: Markup[] = []
    while (this.#at < this.#tokens.length) {
      const part = this.#part()
      if (part) parts.push(this.#scripted(part))
    }
    return parts
  }

  /** Does the token just read begin a term? */
  #isFirst(): boolean {
    const before = this.#tokens.slice(0, this.#at - 1).findLast((token) => token.trim() !== '')
    return before === undefined || /^(?:[(=<>+,-]|\\(?:to|le|ge|ne|cdot))$/.test(before)
  }

  /** What stands in the next braces, or the next token. */
  #group(open = '{', close = '}'): readonly string[] {
    const start = this.#at
    this.#at += 1
    if (this.#tokens[start] !== open) return this.#tokens.slice(start, this.#at)
    for (let depth = 1; this.#at < this.#tokens.length && depth > 0; this.#at += 1) {
      if (this.#tokens[this.#at] === open) depth += 1
      if (this.#tokens[this.#at] === close) depth -= 1
    }
    return this.#tokens.slice(start + 1, this.#at - 1)
  }

  #argument(): Markup {
    return rowOf(this.#group())
  }

  /** With what stands above and below it. */
  #scripted(base: Markup): Markup {
    let made = base
    for (let next = this.#tokens[this.#at]; next; next = this.#tokens[this.#at]) {
      if (next === '_' || next === '^') {
        this.#at += 1
        made = element(next === '_' ? 'msub' : 'msup', {}, made, this.#argument())
      } else if (next.startsWith("'")) {
        this.#at += 1
        made = element('mrow', {}, made, primes(next.length))
      } else break
    }
    return made
  }

  #part(): Markup | undefined {
    const token = this.#tokens[this.#at] as string
    if (token === '{') return this.#argument()
    this.#at += 1
    const space = SPACES.get(token)
    if (space) return element('mspace', { width: space })
    if (/^[\s}]/.test(token)) return undefined
    if (/^\d/.test(token)) return element('mn', {}, words(token))
    if (/^\p{L}/u.test(token)) return identifier(token)
    if (token.length > 1) return this.#command(token)
    return token === '-' && this.#isFirst() ? minus : operator(token)
  }

  /** What stands between `\left(` and its `\right)`. */
  #fenced(): Markup {
    const [open = '.'] = this.#group()
    const start = this.#at
    for (let depth = 1; this.#at < this.#tokens.length; this.#at += 1) {
      if (this.#tokens[this.#at] === '\\left') depth += 1
      if (this.#tokens[this.#at] === '\\right') depth -= 1
      if (depth === 0) break
    }
    const inside = partsOf(this.#tokens.slice(start, this.#at))
    this.#at += 1
    const [close = '.'] = this.#group()
    const size = /<mfrac/.test(inside.join('')) ? {} : { stretchy: 'false' }
    const fence = (sign: string, form: string): Markup[] =>
      sign === '.' ? [] : [element('mo', { form, ...size }, words(sign.replace('\\', '')))]
    return element('mrow', {}, ...fence(open, 'prefix'), ...inside, ...fence(close, 'postfix'))
  }

  #command(command: string): Markup | undefined {
    const sign = OPERATORS.get(command)
    if (sign) return operator(command)
    switch (command) {
      case '\\operatorname':
      case '\\mathrm':
        return identifier(this.#group().join(''))
      case '\\text':
        return element('mtext', {}, words(this.#group().join('')))
      case '\\frac':
        return element('mfrac', {}, this.#argument(), this.#argument())
      case '\\sqrt': {
        if (this.#tokens[this.#at] !== '[') return element('msqrt', {}, this.#argument())
        const degree = rowOf(this.#group('[', ']'))
        return element('mroot', {}, this.#argument(), degree)
      }
      case '\\left':
        return this.#fenced()
    }
    const name = command.slice(1)
    return identifier(LETTERS.get(command) ?? greekLetter(name) ?? name)
  }
}

const partsOf = (tokens: readonly string[]): Markup[] => new Reader(tokens).parts()

/** One element, as a fraction and a script need. */
function rowOf(tokens: readonly string[]): Markup {
  const parts = partsOf(tokens)
  return parts.length === 1 ? (parts[0] as Markup) : element('mrow', {}, ...parts)
}

/** A name in LaTeX as one element within `<math>`. */
export const nameMathml = (latex: string): Markup => rowOf(latex.match(TOKEN) ?? [])
