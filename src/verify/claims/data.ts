/** Claims as data: whether two say the same, word by word, and which letters stand in them. */
import { type Expr, mentions, same } from '../../expression/expr.ts'

type Data = Readonly<Record<string, unknown>>
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null
const isTerm = (value: object): value is Expr => 'hash' in value

/** Do the two say the same, word by word? */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b || !isData(a) || !isData(b)) return a === b
  if (isTerm(a) || isTerm(b)) return isTerm(a) && isTerm(b) && same(a, b)
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => sameData(a[name], b[name]))
}

/** Does the letter stand anywhere in the claim? */
export function mentionsLetter(value: unknown, letter: string): boolean {
  if (!isData(value)) return value === letter
  if (isTerm(value)) return mentions(value, letter)
  return Object.values(value).some((part) => mentionsLetter(part, letter))
}
