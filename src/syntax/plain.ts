/**
 * The plain notation, as typed at a keyboard: 1/(1+e^-x), 2x, sin 2x, |x|, f', x_1, log_2(x),
 * {x if x > 0 else 0}. Typographic signs (· × − ÷ ≤ ≥ ≠ √ x² x₁ α) are read as well.
 */
import { call, type Expr } from '../expression/expr.ts'
import { quoted, readingError } from './errors.ts'
import type { Notation, Reader } from './reader.ts'
import { greekName, KEYWORDS, type Token } from './tokens.ts'

const SPACE = /[ \t\r\u00a0\u2000-\u200a\u202f\u3000]+/y
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const NAME =
  /([A-Za-z][A-Za-z0-9]*|[\u0391-\u03a9\u03b1-\u03c9\u03d1\u03d5\u03f5]\d*)(?:_\{([A-Za-z0-9]+)\}|_([A-Za-z0-9]*)|([₀-₉]+))?/y
const SIGN = /\*\*|[<>=!]=|[-+*/^()[\]{}|,;<>='√\n]/y
const SUPERSCRIPT = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣ]+/y

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['**', '^'],
  ['==', '='],
  ['·', '*'],
  ['⋅', '*'],
  ['∙', '*'],
  ['×', '*'],
  ['−', '-'],
  ['–', '-'],
  ['÷', '/'],
  ['∕', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['′', "'"],
  ['’', "'"],
  ['∧', 'and'],
  ['∨', 'or'],
])
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣ'
const LOWERED = '0123456789+-()nx'

/** The name that a match of `NAME` spells: `x_{max}` is x_max, `α₁` is alpha_1. */
function spelledName(match: RegExpExecArray): string {
  const head = match[1] as string
  const stem = (greekName(head.charAt(0)) ?? head.charAt(0)) + head.slice(1)
  const lowered = match[4]?.replace(/./g, (c) => String(c.charCodeAt(0) - 0x2080))
  const below = match[2] ?? match[3] ?? lowered
  return below === undefined ? stem : `${stem}_${below}`
}

function tokens(text: string): Token[] {
  const found: Token[] = []
  const push = (type: Token['type'], spelling: string, start: number, end: number): void => {
    found.push({ type, text: spelling, start, end })
  }
  let i = 0
  let depth = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = i
    return pattern.exec(text)
  }
  while (i < text.length) {
    const start = i
    const space = match(SPACE)
    const number = space ? null : match(NUMBER)
    const name = space || number ? null : match(NAME)
    const sign = space || number || name ? null : match(SIGN)
    const raised = sign ? null : match(SUPERSCRIPT)
    const character = String.fromCodePoint(text.codePointAt(i) as number)
    i += (space ?? number ?? name ?? sign ?? raised)?.[0].length ?? character.length
    if (space) continue
    if (number) push('number', number[0], start, i)
    else if (name) {
      const spelling = spelledName(name)
      push(KEYWORDS.has(spelling) ? 'sign' : 'name', spelling, start, i)
    } else if (sign) {
      if ('([{'.includes(sign[0])) depth += 1
      if (')]}'.includes(sign[0])) depth -= 1
      // A new line ends a statement only outside brackets.
      if (sign[0] !== '\n') push('sign', SPELLINGS.get(sign[0]) ?? sign[0], start, i)
      else if (depth <= 0) push('sign', ';', start, i)
    } else if (raised) {
      push('sign', '^', start, start)
      push('sign', '(', start, start)
      const inner = raised[0].replace(/./g, (c) => LOWERED.charAt(RAISED.indexOf(c)))
      for (const t of tokens(inner)) push(t.type, t.text, start + t.start, start + t.end)
      push('sign', ')', i, i)
    } else if (SPELLINGS.has(character)) push('sign', SPELLINGS.get(character) as string, start, i)
    else throw unknownCharacter(character, start)
  }
  return found
}

/** The error for a character that no notation gives a meaning, named by its code point. */
export function unknownCharacter(character: string, start: number): Error {
  const span = { start, end: start + character.length }
  if (character === '!') {
    return readingError('E120', span, '"!"', 'factorials are not read; unequal is written !=')
  }
  if (character === '%') {
    return readingError('E120', span, '"%"', 'write a percentage as a quotient, e.g. 5/100')
  }
  const point = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
  return readingError('E106', span, `${quoted(character)} (U+${point})`)
}

/** `{a if c else b}`, `{a if c, b if d, z otherwise}`: the call `piecewise`. */
function piecewise(reader: Reader): Expr {
  const open = reader.advance()
  const parts: Expr[] = []
  return reader.within(open, () => {
    do {
      const start = reader.next.start
      parts.push(reader.number(reader.expression(), start))
      if (!reader.accept('if')) {
        if (parts.length > 1) reader.accept('otherwise')
        break
      }
      parts.push(reader.condition())
    } while (reader.accept('else') || reader.accept(','))
    if (parts.length < 2) reader.expect('if')
    return call('piecewise', parts)
  })
}

/** The plain notation. */
export const PLAIN: Notation = {
  tokens,
  operand: (reader) => (reader.next.text === '{' ? piecewise(reader) : undefined),
}
