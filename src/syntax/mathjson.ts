/**
 * MathJSON, the form in which web components exchange formulas (cortexjs.io/math-json):
 * ["Divide", 1, ["Add", 1, ["Exp", ["Negate", "x"]]]]. A form by cases is "Which"; what it has no
 * name for keeps the name used here.
 */
import {
  type CallNode,
  call,
  divide,
  type Expr,
  exp,
  integer,
  negate,
  raise,
  sumOf,
  symbol,
} from '../expression/expr.ts'
import { builtin, completed, signature } from './applicable.ts'
import { symbolName } from './code-words.ts'
import { quoted, readingError, unknownCharacter } from './errors.ts'
import { numeralText } from './pieces.ts'
import type { Notation, Reader } from './reader.ts'
import { readScript } from './script.ts'
import { meanings, spelling } from './spellings.ts'
import type { Token } from './tokens.ts'

/** Our heads that are no functions, and theirs. */
const HEADS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: 'Add',
    multiply: 'Multiply',
    divide: 'Divide',
    negate: 'Negate',
    power: 'Power',
    and: 'And',
    or: 'Or',
    '=': 'Equal',
    '!=': 'NotEqual',
    '<': 'Less',
    '<=': 'LessEqual',
    '>': 'Greater',
    '>=': 'GreaterEqual',
    D: 'D',
  }),
)
const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['pi', 'Pi'],
  ['e', 'ExponentialE'],
])
const inverse = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...map].map(([ours, theirs]) => [theirs, ours]))
const heads = inverse(HEADS)
const constants = new Map([...inverse(CONSTANTS), ['e', 'e']])
const functions = meanings('mathjson')

const WORD =
  /(?<space>\s+)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<sign>.)/suy
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['[', '\\['],
  [']', '\\]'],
  ...[...'{},:-'].map((c) => [c, c] as const),
])

function unquoted(text: string, start: number): string {
  try {
    return JSON.parse(text) as string
  } catch {
    throw readingError('E122', { start, end: start + text.length }, 'this string is not JSON', 'e.g. "x"')
  }
}

function words(text: string): Token[] {
  const found: Token[] = []
  for (let start = 0; start < text.length; ) {
    WORD.lastIndex = start
    const groups = (WORD.exec(text) as RegExpExecArray).groups as Record<string, string>
    const { space, string, number, sign = '' } = groups
    const end = WORD.lastIndex
    if (string) found.push({ type: 'command', text: unquoted(string, start), start, end })
    else if (number) found.push({ type: 'number', text: number, start, end })
    else if (!space) {
      const spelled = SIGNS.get(sign)
      if (!spelled) throw unknownCharacter(sign, start)
      found.push({ type: 'sign', text: spelled, start, end })
    }
    start = end
  }
  return found
}

function named(word: Token): Expr {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(word.text)) {
    throw readingError('E122', word, `${quoted(word.text)} is not a name`, 'letters, digits and _ are read')
  }
  return symbol(constants.get(word.text) ?? symbolName(word.text))
}

/** `{"num": "0.5"}`, `{"sym": "x"}`, `{"fn": […]}`. */
function object(reader: Reader): Expr {
  return reader.within(reader.advance(), () => {
    const key = reader.advance()
    reader.expect(':')
    const value = reader.next
    if (key.text === 'fn') return reader.expression()
    if (key.text === 'sym' && value.type === 'command') return named(reader.advance())
    if (key.text === 'num' && value.type === 'command' && /^-?[\d.]+(?:[eE][+-]?\d+)?$/.test(value.text)) {
      reader.advance()
      const number = reader.numeral({ ...value, text: value.text.replace(/^-/, '') })
      return value.text.startsWith('-') ? negate(number) : number
    }
    throw readingError('E122', key, 'this object is not read', 'e.g. {"num": "0.5"}')
  })
}

/** `["Which", c, a, "True", b]` and `["If", c, a, b]`. */
function cases(args: readonly Expr[], reader: Reader, start: number): Expr {
  const parts: Expr[] = []
  for (let i = 0; i < args.length; i += 2) {
    const [condition, value] = [args[i] as Expr, args[i + 1]]
    const always = condition.kind === 'symbol' && condition.name === 'True'
    if (always && value && i + 2 === args.length) parts.push(reader.number(value, start))
    else if (value) parts.push(reader.number(value, start), reader.condition(condition, start))
    else parts.push(reader.number(condition, start))
  }
  if (parts.length < 2) throw readingError('E125', reader.spanFrom(start))
  return call('piecewise', parts)
}

/** What a head that is neither a function nor in HEADS makes of its operands. */
const OTHERS: ReadonlyMap<string, (u: Expr, v: Expr | undefined) => Expr | undefined> = new Map([
  ['Subtract', (u, v) => v && sumOf([u, negate(v)])],
  ['Rational', (u, v) => v && call('divide', [u, v])],
  ['Square', (u) => raise(u, integer(2))],
  ['Delimiter', (u) => u],
  // There its values are from 0 to π; acot(x) is atan(1/x).
  [
    'Arccot',
    (u, v) => (v ? undefined : sumOf([divide(symbol('pi'), integer(2)), negate(call('atan', [u]))])),
  ],
  ['Log', (u, v) => (v ? call('logb', [u, v]) : call('log10', [u]))],
])

const COUNTS: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['Negate', [1, 1]],
  ...['Add', 'Multiply', 'And', 'Or'].map((head) => [head, [1, Number.POSITIVE_INFINITY]] as const),
])

/** Operators on terms that have no name in MathJSON, with their numbers of operands. */
const OPERATORS: ReadonlyMap<string, number> = new Map([
  ['at', 3],
  ['defined', 1],
  ['interior', 1],
])

function applied(reader: Reader, word: Token, given: readonly Expr[], natural: boolean): Expr {
  const { text, start } = word
  const span = reader.spanFrom(start)
  const ours = heads.get(text)
  const [least, most] = COUNTS.get(text) ?? [2, 2]
  if (ours) {
    if (given.length < least || given.length > most) {
      throw readingError('E111', span, quoted(text), `${given.length} operands`)
    }
    const joins = ours === 'and' || ours === 'or'
    const args = given.map((u) => (joins ? reader.condition(u, start) : reader.number(u, start)))
    if (ours === 'D' && args[1]?.kind !== 'symbol')
      throw readingError('E115', span, 'this is not a variable', 'a derivative is taken by a symbol')
    if (ours === 'power' && natural) return exp(args[1] as Expr)
    return args.length === 1 && ours !== 'negate' ? (args[0] as Expr) : call(ours, args)
  }
  if (text === 'Which' || text === 'If') return cases(given, reader, start)
  const [u, v] = given
  const other = u && given.length <= 2 ? OTHERS.get(text)?.(u, v) : undefined
  if (other) return other
  const f = builtin(functions.get(text) ?? text)
  if (!f) {
    const arity = OPERATORS.get(text)
    if (arity === undefined) throw readingError('E110', word, quoted(text))
    if (arity !== given.length) throw readingError('E111', span, quoted(text), `${given.length} operands`)
    return call(text, given)
  }
  const args = completed(
    f,
    given.map((w) => reader.number(w, start)),
  )
  if (!args) throw readingError('E111', span, signature(f), `${given.length} operands`)
  return f.apply(args)
}

/** `["Head", operand, …]`; the base e is the number e itself unless it stands in a Delimiter. */
function list(reader: Reader): Expr {
  const open = reader.advance()
  const word = reader.next
  if (word.type !== 'command') throw reader.unexpected('a list begins with a name: ["Add", "x", 1]')
  reader.advance()
  const natural = constants.get(reader.following?.text ?? '') === 'e'
  const args = reader.within(open, () => {
    const found: Expr[] = []
    while (reader.accept(',')) found.push(reader.expression())
    return found
  })
  return applied(reader, word, args, natural)
}

function operand(reader: Reader): Expr | undefined {
  if (reader.sees('\\[')) return list(reader)
  if (reader.sees('{')) return object(reader)
  return reader.next.type === 'command' ? named(reader.advance()) : undefined
}

/** MathJSON, read. */
export const MATHJSON: Notation = {
  words,
  operand,
  code: {
    known: () => undefined,
    construct: () => undefined,
    conditional: (_reader, u) => u,
    statement: (formula) => ({ kind: 'formula', words: formula, returned: false }),
    script: readScript,
    symbolName,
    chains: false,
    powers: 'right',
  },
}

type Json = string | number | { readonly num: string } | readonly Json[]

function numberJson(text: string): Json {
  const value = Number(text)
  return String(value) === text && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : { num: text }
}

const memo = new WeakMap<CallNode, Json>()

function json(u: Expr): Json {
  if (u.kind === 'number') return numberJson(numeralText(u))
  if (u.kind === 'symbol') return CONSTANTS.get(u.name) ?? u.name
  const known = memo.get(u)
  if (known !== undefined) return known
  const made = callJson(u)
  memo.set(u, made)
  return made
}

function callJson(u: CallNode): Json {
  const { head, args } = u
  if (head === 'mark') return json(args[0] as Expr)
  if (head === 'piecewise') return whichJson(args)
  const [base] = args
  const parts = args.map(json)
  if (head === 'power' && base?.kind === 'symbol' && base.name === 'e')
    parts[0] = ['Delimiter', 'ExponentialE']
  return [HEADS.get(head) ?? spelling('mathjson', head) ?? head, ...parts]
}

function whichJson(args: readonly Expr[]): Json {
  const parts: Json[] = []
  for (let i = 0; i + 1 < args.length; i += 2) parts.push(json(args[i + 1] as Expr), json(args[i] as Expr))
  return ['Which', ...parts, ...(args.length % 2 === 1 ? ['True', json(args.at(-1) as Expr)] : [])]
}

/** u in MathJSON, on one line. */
export const printMathjson = (u: Expr): string => JSON.stringify(json(u))
