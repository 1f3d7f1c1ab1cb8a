/**
 * Names in MathML. A name is given in LaTeX; this reads as much of LaTeX as the article writes in names.
 * An unknown command is shown as its own letters.
 */
import { greekLetter } from '../../syntax/tokens.ts'
import { element, joined, type Markup, words } from './html-element.ts'

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
        made = element('msup', {}, made, operator(PRIMES[next.length] ?? '′'.repeat(next.length)))
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
    return token.length > 1 ? this.#command(token) : operator(token)
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
      case '\\right': {
        const [bracket = '.'] = this.#group()
        return bracket === '.' ? undefined : element('mo', {}, words(bracket.replace('\\', '')))
      }
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

/** A name in LaTeX as the content of `<math>`. */
export const nameMathml = (latex: string): Markup => joined(partsOf(latex.match(TOKEN) ?? []))
