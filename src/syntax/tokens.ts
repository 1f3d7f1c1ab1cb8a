/** The words of a formula. Every notation turns its text into these, so one reader serves all. */
import type { Span } from '../expression/error.ts'
import { functionName } from '../functions/index.ts'

/**
 * One word with its place in the text. A `sign` is an operator, bracket or keyword in its one
 * spelling (`·` is `*`); a `name` is a symbol or function; `derivative` is d/dx with the text `x`;
 * a `command` belongs to one notation only.
 */
export interface Token extends Span {
  readonly type: 'number' | 'name' | 'sign' | 'derivative' | 'command' | 'end'
  readonly text: string
}

/** Words that connect formulas. */
export const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'if', 'else', 'otherwise'])

const LETTERS =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho . sigma tau upsilon phi chi psi omega'.split(
    ' ',
  )

const greek = new Map<string, string>([
  ['ς', 'sigma'],
  ['ϵ', 'epsilon'],
  ['ϑ', 'theta'],
  ['ϕ', 'phi'],
])
for (const [i, name] of LETTERS.entries()) {
  if (name === '.') continue
  greek.set(String.fromCharCode(0x3b1 + i), name)
  greek.set(String.fromCharCode(0x391 + i), name.charAt(0).toUpperCase() + name.slice(1))
}
const greekNames = new Set(greek.values())

/** The English name of a Greek letter, `α` ↦ `alpha`. */
export const greekName = (letter: string): string | undefined => greek.get(letter)
/** Is this the English name of a Greek letter? */
export const isGreekName = (name: string): boolean => greekNames.has(name)

/** The letters of a name without its subscript and digits: `k2` ↦ `k`, `x_max` ↦ `x`. */
const stem = (name: string): string => name.replace(/_.*$/, '').replace(/\d+$/, '')

/** Is this a name of several letters that means one thing, so that `name(…)` looks like a call? */
export const isWord = (name: string): boolean => stem(name).length > 1 && !isGreekName(stem(name))

/** A run of at most three small letters that is no known name is a product of its letters. */
export const isProductOfLetters = (name: string): boolean =>
  /^[a-z]{2,3}$/.test(name) && !isGreekName(name) && functionName(name) === undefined

/**
 * Joins d / dx (and dⁿ / dxⁿ) to derivative signs and splits products of letters. `kept` says
 * which names the person has defined; `split` hears about each run that was taken apart.
 */
export function arrange(
  tokens: readonly Token[],
  kept: (name: string) => boolean,
  split: (run: Token) => void,
): Token[] {
  const arranged: Token[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    const derivative = token.text === 'd' && !kept('d') ? derivativeAt(tokens, i, kept) : undefined
    const next = tokens[i + 1]
    const called = next?.text === '(' && next.start === token.end
    if (derivative) {
      for (let n = derivative.order; n > 0; n -= 1) arranged.push(derivative.sign)
      i = derivative.last
    } else if (
      token.type === 'name' && isProductOfLetters(token.text) && !called && !kept(token.text)
    ) {
      for (let k = 0; k < token.text.length; k += 1) {
        const start = token.start + k
        arranged.push({ type: 'name', text: token.text.charAt(k), start, end: start + 1 })
      }
      split(token)
    } else arranged.push(token)
  }
  return arranged
}

/** The derivative sign that begins at token i: `d / dx` or `d ^ n / dx ^ n`. */
function derivativeAt(
  tokens: readonly Token[],
  i: number,
  kept: (name: string) => boolean,
): { sign: Token; order: number; last: number } | undefined {
  const text = (k: number): string => tokens[i + k]?.text ?? ''
  const order = text(1) === '^' && /^[1-9]$/.test(text(2)) ? Number(text(2)) : 1
  const shift = text(1) === '^' ? 2 : 0
  const below = tokens[i + shift + 2]
  if (text(shift + 1) !== '/' || below?.type !== 'name' || !/^d./.test(below.text)) return undefined
  const variable = below.text.slice(1)
  if (isGreekName(stem(below.text)) || functionName(below.text) || kept(below.text)) return undefined
  if (!/^[A-Za-z]/.test(variable)) return undefined
  if (shift && (text(5) !== '^' || text(6) !== text(2))) return undefined
  const last = i + shift + 2 + shift
  const end = (tokens[last] as Token).end
  const start = (tokens[i] as Token).start
  return { sign: { type: 'derivative', text: variable, start, end }, order, last }
}
