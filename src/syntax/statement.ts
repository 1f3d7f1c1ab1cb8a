/**
 * One statement of a pasted script: a definition (`s = …`, `f = lambda x: …`, `f = @(x) …`,
 * `const f = x => …`), the beginning of a function, a range of values (`x = -10:0.1:10`,
 * `np.linspace(-10, 10, 200)`), a formula, or a command, which is kept but not read.
 */
import { quoted, readingError } from './errors.ts'
import type { Header } from './own-names.ts'
import { COMMANDS, CONTROL } from './spellings.ts'
import type { Token } from './tokens.ts'

export type Statement =
  | { readonly kind: 'definition'; readonly header: Header }
  /** A function whose formula follows: after `return`, or as the last value of `result`. `first` begins it. */
  | {
      readonly kind: 'opening'
      readonly header: Header
      readonly result?: string
      readonly first: readonly Token[]
    }
  | { readonly kind: 'range'; readonly name: Token; readonly by: 'step' | 'count'; readonly parts: Token[][] }
  | { readonly kind: 'formula'; readonly words: readonly Token[]; readonly returned: boolean }
  | { readonly kind: 'command' }

const DECLARATIONS: ReadonlySet<string> = new Set([
  'const',
  'let',
  'var',
  'export',
  'double',
  'float',
  'real',
])
const DATA: ReadonlySet<string> = new Set(['np.array', 'array', 'tensor', 'zeros', 'ones', 'randn', 'rand'])

const is = (word: Token | undefined, ...signs: readonly string[]): boolean =>
  word?.type === 'sign' && signs.includes(word.text)

/** The words between the signs `sign` outside brackets. */
function split(words: readonly Token[], sign: string): Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const word of words) {
    if (is(word, '(', '[')) depth += 1
    if (is(word, ')', ']')) depth -= 1
    if (depth === 0 && is(word, sign)) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

/** The names in the brackets that begin here, and where they end; what else is said of them is left out. */
function parameters(words: readonly Token[], from: number): { letters: Token[]; end: number } | undefined {
  if (!is(words[from], '(')) return undefined
  const letters: Token[] = []
  for (let i = from; i < words.length; i += 1) {
    if (is(words[i], ')')) return { letters, end: i + 1 }
    const next = words[i + 1]
    if (is(words[i], '(', ',') && next?.type === 'name') letters.push(next)
  }
  return undefined
}

/** `lambda x: …`, `@(x) …` and `(x) => …`: the letters and the formula. */
function anonymous(
  words: readonly Token[],
): { letters: readonly Token[]; body: readonly Token[] } | undefined {
  const [first] = words
  if (is(first, 'lambda')) {
    const colon = words.findIndex((word) => is(word, ':'))
    const letters = split(words.slice(1, Math.max(1, colon)), ',').flatMap(([name]) =>
      name?.type === 'name' ? [name] : [],
    )
    return colon < 0 ? undefined : { letters, body: words.slice(colon + 1) }
  }
  const handle = is(first, '@', 'function') ? parameters(words, 1) : undefined
  if (handle) return { letters: handle.letters, body: words.slice(handle.end) }
  if (first?.type === 'name' && is(words[1], '=>')) return { letters: [first], body: words.slice(2) }
  const arrow = parameters(words, 0)
  if (arrow && is(words[arrow.end], '=>')) return { letters: arrow.letters, body: words.slice(arrow.end + 1) }
  return undefined
}

/** `def f(x): return …`, `function f(x)` and MATLAB's `function y = f(x)`. */
function named(words: readonly Token[]): Statement | undefined {
  const result = is(words[2], ':=') ? words[1] : undefined
  const at = result ? 3 : 1
  const name = words[at]
  const given = parameters(words, at + 1)
  if (name?.type !== 'name' || !given) return undefined
  const colon = words.findIndex((word, i) => i >= given.end && is(word, ':'))
  const from = is(words[given.end], '->', ':') && colon > 0 ? colon + 1 : given.end
  // What TypeScript says of the value.
  const typed = is(words[0], 'function') && is(words[given.end], ':') ? words.length : from
  const [first, ...rest] = words.slice(typed).filter((word) => word.type !== 'command')
  const header = { name, letters: given.letters, body: rest }
  if (is(first, 'return')) return { kind: 'definition', header }
  const begun = first ? [first, ...rest] : []
  return { kind: 'opening', header, first: begun, ...(result ? { result: result.text } : {}) }
}

function range(name: Token, body: readonly Token[]): Statement | undefined {
  const bare = is(body[0], '[') && is(body.at(-1), ']') ? body.slice(1, -1) : body
  const parts = split(bare, ':')
  if (parts.length === 2) return { kind: 'range', name, by: 'step', parts }
  if (parts.length === 3) {
    const [from = [], step = [], to = []] = parts
    return { kind: 'range', name, by: 'step', parts: [from, to, step] }
  }
  const by = body[0]?.text === 'linspace' ? 'count' : body[0]?.text === 'arange' ? 'step' : undefined
  if (!by || !is(body[1], '(') || !is(body.at(-1), ')')) return undefined
  const args = split(body.slice(2, -1), ',').map((arg) => (is(arg[1], ':=') ? arg.slice(2) : arg))
  return args.length >= 2 ? { kind: 'range', name, by, parts: args.slice(0, 3) } : undefined
}

function assignment(name: Token, body: readonly Token[]): Statement {
  const f = anonymous(body)
  if (f) {
    const header = { name, letters: f.letters, body: f.body }
    return f.body.length === 0 ? { kind: 'opening', header, first: [] } : { kind: 'definition', header }
  }
  const values = range(name, body)
  if (values) return values
  const data = is(body[0], '[') || body[0]?.type === 'command' || DATA.has(body[0]?.text ?? '')
  return data ? { kind: 'command' } : { kind: 'definition', header: { name, letters: [], body } }
}

const isCommand = ([first, second]: readonly Token[]): boolean =>
  first?.type === 'command' ||
  (first?.type === 'name' && COMMANDS.has(first.text.replace(/\..*/, '')) && !is(second, ':='))

/** What these words, one statement, do. */
export function statementIn(all: readonly Token[]): Statement {
  let words = all
  while (DECLARATIONS.has(words[0]?.text ?? '') && words.length > 1 && !is(words[1], ':=', '('))
    words = words.slice(1)
  const [first] = words
  if (isCommand(words)) return { kind: 'command' }
  if (is(first, 'if') || (first?.type === 'name' && CONTROL.has(first.text))) {
    throw readingError(
      'E120',
      first as Token,
      quoted(first?.text ?? ''),
      'definitions and formulas are read, not loops or branches',
    )
  }
  if (is(first, 'def', 'function')) {
    const found = named(words)
    if (found) return found
  }
  if (anonymous(words)?.body.length === 0) return { kind: 'command' }
  if (is(first, 'return')) return { kind: 'formula', words: words.slice(1), returned: true }
  if (first?.type === 'name' && is(words[1], ':=')) return assignment(first, words.slice(2))
  const called = first?.type === 'name' ? parameters(words, 1) : undefined
  if (called && first && is(words[called.end], ':=')) {
    if (called.letters.length === 0 || called.end !== 2 + 2 * called.letters.length) {
      throw readingError('E115', first, 'a part of a list is not read', 'definitions such as f(x) = … are')
    }
    return {
      kind: 'definition',
      header: { name: first, letters: called.letters, body: words.slice(called.end + 1) },
    }
  }
  const f = anonymous(words)
  return { kind: 'formula', words: f ? f.body : words, returned: false }
}
