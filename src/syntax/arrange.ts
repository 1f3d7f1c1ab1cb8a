/** Words made ready for reading: derivative signs are joined and products of letters taken apart. */
import { functionName } from '../functions/spellings.ts'
import { isGreekName, type Known, type Token } from './tokens.ts'

/** The letters of a name without its subscript and digits: `k2` ↦ `k`, `x_max` ↦ `x`. */
function stemOf(name: string): string {
  let end = name.indexOf('_') < 0 ? name.length : name.indexOf('_')
  while (end > 0 && /\d/.test(name.charAt(end - 1))) end -= 1
  return name.slice(0, end)
}

/** Is this a name of several letters that means one thing, so that `name(…)` looks like a call? */
export const isWord = (name: string): boolean => stemOf(name).length > 1 && !isGreekName(stemOf(name))

/** A run of two or three small letters that is no known name is a product of its letters. */
export const isProductOfLetters = (name: string): boolean =>
  /^[a-z]{2,3}(?:_|$)/.test(name) && !isGreekName(stemOf(name)) && !functionName(stemOf(name))

/** Is this d and a variable of one letter, `dx_1` or `dalpha`, so that d/dx is a derivative? */
export function isDifferential(name: string): boolean {
  const variable = stemOf(name).slice(1)
  const letter = /^[A-Za-z]$/.test(variable) || isGreekName(variable)
  if (name.endsWith('_')) return false
  return name.startsWith('d') && letter && !isGreekName(stemOf(name)) && !functionName(name)
}

/** Joins d/dx and dⁿ/dxⁿ to derivative signs, n of them. */
export function joinDerivatives(words: readonly Token[], known: Known): Token[] {
  if (known.has('d')) return [...words]
  const joined: Token[] = []
  for (let i = 0; i < words.length; i += 1) {
    const text = (k: number): string => words[i + k]?.text ?? ''
    const order = text(1) === '^' && /^[1-9]$/.test(text(2)) ? Number(text(2)) : 1
    const power = text(1) === '^' ? 2 : 0
    const below = words[i + power + 2]
    const found =
      text(0) === 'd' &&
      text(power + 1) === '/' &&
      below?.type === 'name' &&
      isDifferential(below.text) &&
      !known.has(below.text) &&
      (power === 0 || (text(5) === '^' && text(6) === text(2)))
    if (found) {
      const { start } = words[i] as Token
      i += 2 + 2 * power
      const { end } = words[i] as Token
      const sign: Token = { type: 'derivative', text: below.text.slice(1), start, end }
      for (let n = 0; n < order; n += 1) joined.push(sign)
    } else joined.push(words[i] as Token)
  }
  return joined
}

/** The letters of a product, as words; a subscript belongs to the last: `kx_1` is k·x_1. */
function lettersOf({ text, start, end }: Token): Token[] {
  const [run = '', below] = text.split('_')
  return [...run].map((letter, i): Token => {
    const last = i === run.length - 1
    const name = last && below !== undefined ? `${letter}_${below}` : letter
    return { type: 'name', text: name, start: start + i, end: last ? end : start + i + 1 }
  })
}

/** Takes products of letters apart, except where one looks like a call; `found` hears of each. */
export function splitLetters(
  words: readonly Token[],
  known: Known,
  found: (run: Token, letters: readonly Token[], next: Token | undefined) => void,
): Token[] {
  return words.flatMap((word, i) => {
    const next = words[i + 1]
    const called = next?.text === '(' && next.start === word.end
    const { text, type } = word
    if (type !== 'name' || called || known.has(text) || !isProductOfLetters(text)) return [word]
    const letters = lettersOf(word)
    found(word, letters, next)
    return letters
  })
}
