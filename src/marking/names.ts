/** Letters that the person gave a meaning to: `u = x^2` says that u may stand for x². */
import { workedOut } from '../derive/worked-out.ts'
import { type Expr, freeSymbols, isCall, mentions, same, substitute } from '../expression/expr.ts'
import { safeParse } from '../syntax/index.ts'

export type Names = ReadonlyMap<string, Expr>

export const NO_NAMES: Names = new Map()

/** What the line `u = …`, or several joined by `and`, gives meanings to; nothing if it says anything else. */
export function meanings(u: Expr, isKnown: (name: string) => boolean): Names | undefined {
  const names = new Map<string, Expr>()
  for (const part of isCall(u, 'and') ? u.args : [u]) {
    const [left, right] = isCall(part, '=') ? part.args : []
    if (left?.kind !== 'symbol' || !right || isKnown(left.name) || mentions(right, left.name))
      return undefined
    names.set(left.name, right)
  }
  return names
}

const DEEPEST = 4

/** The line with the letters replaced by what they stand for, also in what they stand for. */
export function putIn(u: Expr, names: Names): Expr {
  let line = isBy(u, names) ? workedOut(u, {}).formula : u
  for (let depth = 0; depth < DEEPEST && [...names.keys()].some((name) => mentions(line, name)); depth += 1) {
    const next = substitute(line, names)
    if (same(next, line)) break
    line = next
  }
  return line
}

/** Is something differentiated by one of the letters? */
const isBy = (u: Expr, names: Names): boolean =>
  u.kind === 'call' &&
  ((u.head === 'D' && u.args[1]?.kind === 'symbol' && names.has(u.args[1].name)) ||
    u.args.some((arg) => isBy(arg, names)))

export const withNames = (names: Names, more: Names): Names =>
  more.size === 0 ? names : new Map([...names, ...more])

const MEANING = /^(?:where|with|let|for|putting|setting|using)\s+([A-Za-z]\s*=[^=].*)$/i
const LONGEST = 200

/** The meanings in words beside a line: `where u = x^2`. */
export function meaningsIn(words: string): Names {
  const [, text] = MEANING.exec(words.slice(0, LONGEST)) ?? []
  const read = text === undefined ? undefined : safeParse(text)
  return (read?.ok ? meanings(read.expr, () => false) : undefined) ?? NO_NAMES
}

/** Letters of the line that are in none of the others. */
export const newLetters = (u: Expr, others: readonly Expr[]): readonly string[] =>
  freeSymbols(u).filter((name) => !others.some((other) => mentions(other, name)))
