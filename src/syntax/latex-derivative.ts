/** \frac{d}{dx}, \frac{d^2}{dx^2} and \frac{dy}{dx} are derivative signs, not fractions. */
import { isDifferential } from './arrange.ts'
import type { Known, Token } from './tokens.ts'

/** Longer numerators are not looked through for the d of a derivative. */
const LONGEST = 40

/** The words between the brace at i and the one that closes it, if it is near. */
function braced(words: readonly Token[], i: number): readonly Token[] | undefined {
  if (words[i]?.text !== '{') return undefined
  let depth = 0
  for (let k = i; k < Math.min(words.length, i + LONGEST); k += 1) {
    if (words[k]?.text === '{') depth += 1
    if (words[k]?.text === '}') depth -= 1
    if (depth === 0) return words.slice(i + 1, k)
  }
  return undefined
}

interface Differential {
  readonly order: number
  /** What stands behind d or dⁿ. */
  readonly rest: readonly Token[]
}

/** `^2` or `^{2}` in front of the rest. */
function power(words: readonly Token[]): Differential {
  if (words[0]?.text !== '^') return { order: 1, rest: words }
  const inner = braced(words, 1)
  const exponent = inner ? inner[0] : words[1]
  if (!exponent || !/^[1-9]$/.test(exponent.text) || (inner && inner.length !== 1)) {
    return { order: 1, rest: words }
  }
  return { order: Number(exponent.text), rest: words.slice(inner ? 4 : 2) }
}

/** The word without the d it begins with. */
const withoutD = (word: Token): Token => ({
  ...word,
  text: word.text.slice(1),
  start: word.start + 1,
})

/** d, dⁿ, dy or dⁿy at the beginning of a numerator. */
function above(words: readonly Token[]): Differential | undefined {
  const [first, ...rest] = words
  if (first?.type !== 'name') return undefined
  if (first.text === 'd') return power(rest)
  return isDifferential(first.text) ? { order: 1, rest: [withoutD(first), ...rest] } : undefined
}

/** dx or dxⁿ, the whole denominator. */
function below(words: readonly Token[]): { order: number; name: string } | undefined {
  const [first, second] = words
  if (first?.type !== 'name') return undefined
  const separate = first.text === 'd' && second?.type === 'name'
  if (!separate && !isDifferential(first.text)) return undefined
  const name = separate ? second.text : first.text.slice(1)
  const { order, rest } = power(words.slice(separate ? 2 : 1))
  return rest.length === 0 ? { order, name } : undefined
}

/** The words with every fraction of differentials replaced by derivative signs. */
export function joinDifferentials(words: readonly Token[], known: Known): readonly Token[] {
  if (known.has('d')) return words
  const joined: Token[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Token
    const numerator = word.text === 'frac' ? braced(words, i + 1) : undefined
    const top = numerator && above(numerator)
    const second = i + 3 + (numerator?.length ?? 0)
    const denominator = top && braced(words, second)
    const bottom = denominator && below(denominator)
    if (top && bottom && top.order === bottom.order) {
      i = second + denominator.length + 1
      const { start } = word
      const { end } = words[i] as Token
      const sign: Token = { type: 'derivative', text: bottom.name, start, end }
      for (let n = 0; n < bottom.order; n += 1) joined.push(sign)
      if (top.rest.length === 0) continue
      joined.push({ type: 'sign', text: '(', start, end: start }, ...top.rest)
      joined.push({ type: 'sign', text: ')', start: end, end })
    } else joined.push(word)
  }
  return joined
}
