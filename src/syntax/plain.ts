/**
 * The plain notation, as typed at a keyboard: 1/(1+e^-x), 2x, sin 2x, |x|, f', x_1, log_2(x),
 * {x if x > 0 else 0}. Typographic signs (· × − ÷ ≤ ≥ ≠ √ ½ x² x₁ α) are read as well.
 * 1e-3 is a number only with digits behind the e: 2e is 2·e and 2e-x is 2·e − x.
 */
import { call, type Expr } from '../expression/expr.ts'
import { quoted, readingError, unknownCharacter } from './errors.ts'
import {
  FRACTION_CHARACTERS,
  fractionParts,
  LOWERED_CHARACTERS,
  RAISED_CHARACTERS,
  unlowered,
  unraised,
} from './raised.ts'
import type { Notation, Reader } from './reader.ts'
import { greekName, KEYWORDS, type Token, TYPOGRAPHIC } from './tokens.ts'

const WORD: RegExp = new RegExp(
  [
    '(?<space>(?:[^\\S\\n]|[\\u200b-\\u200d\\u2060])+)',
    '(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)',
    `(?<stem>(?:(?<=\\/)[d∂])?[Α-ΡΣ-Ωα-ωϑϕϵµℯⅇ]\\d*|[A-Za-z∂][A-Za-z0-9]*)(?:_\\{(?<braced>[A-Za-z0-9]+)\\}|_(?<below>\\d+|[A-Za-z][A-Za-z0-9]*|)|(?<lowered>[${LOWERED_CHARACTERS}]+))?`,
    `(?<raised>[${RAISED_CHARACTERS}]+)`,
    `(?<fraction>[${FRACTION_CHARACTERS}])`,
    '(?<sign>\\*\\*|[<>=!]=|.)',
  ].join('|'),
  'suy',
)
const SIGNS: ReadonlySet<string> = new Set([..."+-*/^()[]{}|,;<>='√∛∜\n", '<=', '>=', '!='])

/** The words of ½, as if 1/2 stood in brackets. */
const fractionWords = (character: string, start: number, end: number): Token[] => {
  const [above = '', below = ''] = fractionParts(character)
  const sign = (text: string): Token => ({ type: 'sign', text, start, end })
  const number = (text: string): Token => ({ type: 'number', text, start, end })
  return [sign('('), number(above), sign('/'), number(below), sign(')')]
}

/** `x_{max}` is x_max, `α₁` is alpha_1. */
function spelledName({ stem = '', braced, below, lowered }: Readonly<Record<string, string>>): string {
  const full = stem.replace('∂', 'd').replace(/[^\x20-\x7e]/, (letter) => greekName(letter) ?? 'e')
  const subscript = braced ?? below ?? (lowered && unlowered(lowered))
  return subscript === undefined ? full : `${full}_${subscript}`
}

function words(text: string): Token[] {
  const found: Token[] = []
  let depth = 0
  for (let start = 0; start < text.length; start = WORD.lastIndex) {
    WORD.lastIndex = start
    const groups = (WORD.exec(text) as RegExpExecArray).groups as Record<string, string>
    const { space, number, stem, raised, fraction, sign = '' } = groups
    const end = WORD.lastIndex
    const push = (type: Token['type'], spelling: string): void => {
      found.push({ type, text: spelling, start, end })
    }
    if (space) continue
    if (number) push('number', number)
    else if (stem) {
      // ∂f/∂x would be a product of letters.
      if (/^∂./.test(stem) && found.at(-1)?.text !== '/') {
        throw readingError('E120', { start, end }, quoted(stem), 'write the derivative as ∂/∂x(f)')
      }
      const name = spelledName(groups)
      push(KEYWORDS.has(name) ? 'sign' : 'name', name)
    } else if (raised) {
      for (const c of '^(') found.push({ type: 'sign', text: c, start, end: start })
      for (const t of words(unraised(raised)))
        found.push({ ...t, start: start + t.start, end: start + t.end })
      found.push({ type: 'sign', text: ')', start: end, end })
      WORD.lastIndex = end
    } else if (fraction) {
      const last = found.at(-1)
      const before = last && text.slice(last.start, last.end)
      if (last?.type === 'number' || (before && FRACTION_CHARACTERS.includes(before))) {
        throw readingError('E114', { start, end }, quoted(before ?? ''), quoted(fraction))
      }
      found.push(...fractionWords(fraction, start, end))
    } else {
      const spelling = TYPOGRAPHIC.get(sign) ?? sign
      if (spelling === sign && !SIGNS.has(sign)) throw unknownCharacter(sign, start)
      if ('([{'.includes(sign)) depth += 1
      if (')]}'.includes(sign)) depth -= 1
      // A new line ends a statement only outside brackets.
      if (sign !== '\n') push('sign', spelling)
      else if (depth <= 0) push('sign', ';')
    }
  }
  return found
}

/** `{a if c else b}`, `{a if c, b if d, z otherwise}`: the call `piecewise`. */
function piecewise(reader: Reader): Expr {
  return reader.within(reader.advance(), () => {
    const parts: Expr[] = []
    do {
      const { start } = reader.next
      parts.push(reader.number(reader.expression(), start))
      const last = parts.length > 1 && !reader.sees('if')
      if (last) reader.accept('otherwise')
      if (last) break
      if (!reader.accept('if')) throw readingError('E125', reader.next)
      const from = reader.next.start
      parts.push(reader.condition(reader.expression(), from))
    } while (reader.accept('else') || reader.accept(','))
    return call('piecewise', parts)
  })
}

/** The plain notation. */
export const PLAIN: Notation = {
  words,
  operand: (reader) => (reader.sees('{') ? piecewise(reader) : undefined),
}
