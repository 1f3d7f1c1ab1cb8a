/** A person's own definitions: f(x) = 1/(1+e^-x) and a = 3, put in where the name is used. */
import { OgeeError } from '../expression/error.ts'
import { CONSTANTS, call, type Expr, mentions, substitute, symbol } from '../expression/expr.ts'
import { type Applicable, builtin, isLogarithm } from './applicable.ts'
import type { Token } from './tokens.ts'

/** What stands before the first `=` of a definition: a name with its letters. */
export interface Header {
  readonly name: Token
  readonly letters: readonly Token[]
  readonly body: readonly Token[]
}

/** The definition that these words write, if they begin as one. */
export function definitionIn(words: readonly Token[]): Header | undefined {
  const [name, next] = words
  if (name?.type !== 'name' || !next) return undefined
  if (next.text === '=') return { name, letters: [], body: words.slice(2) }
  const letters: Token[] = []
  let i = 1
  for (; words[i]?.text === (i === 1 ? '(' : ','); i += 2) {
    const letter = words[i + 1]
    if (letter?.type !== 'name') return undefined
    letters.push(letter)
  }
  const complete = i > 1 && words[i]?.text === ')' && words[i + 1]?.text === '='
  return complete ? { name, letters, body: words.slice(i + 2) } : undefined
}

/** Names that stand for operators on terms. */
export const RESERVED: ReadonlySet<string> = new Set(['D', 'at', 'defined', 'interior'])

/** Does the name have a meaning of its own that no definition may change? */
export const isTaken = (name: string): boolean =>
  CONSTANTS.has(name) || RESERVED.has(name) || isLogarithm(name) || builtin(name) !== undefined

const bindsSymbols = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.head === 'at' || u.args.some(bindsSymbols))

/** How many nodes definitions may still add to a formula. */
export interface Room {
  left: number
}

function take(room: Room, nodes: number): void {
  room.left -= nodes
  if (room.left < 0) throw new OgeeError('E123', '')
}

/** The name with its letters as something that can be applied; `body` is at most a formula high. */
export function ownName(name: string, letters: readonly string[], body: Expr, room: Room): Applicable {
  const binds = bindsSymbols(body)
  const apply = (args: readonly Expr[]): Expr => {
    take(
      room,
      args.reduce((nodes, u) => nodes + u.size, body.size),
    )
    const result = binds ? setOneByOne(body, letters, args) : setAll(body, letters, args)
    take(room, result.size)
    return result
  }
  return { name, letters, required: letters.length, apply }
}

const setAll = (body: Expr, letters: readonly string[], args: readonly Expr[]): Expr =>
  substitute(body, new Map(letters.map((letter, i) => [letter, args[i] as Expr])))

/**
 * Where the body takes a derivative, only a new symbol may replace a letter: for f(x) = D(x^2, x),
 * f(2) is not D(2^2, 2) but D(x^2, x) at x = 2. Letters are first renamed so that setting one does
 * not touch the operands put in before.
 */
function setOneByOne(body: Expr, letters: readonly string[], args: readonly Expr[]): Expr {
  const used = (name: string): boolean => [body, ...args].some((u) => mentions(u, name))
  const distinct = new Set(args.map((u) => (u.kind === 'symbol' ? u.name : u))).size === args.length
  const isNew = (u: Expr): boolean =>
    u.kind === 'symbol' && !CONSTANTS.has(u.name) && (letters.includes(u.name) || !mentions(body, u.name))
  if (distinct && args.every(isNew)) return setAll(body, letters, args)
  let counter = 0
  const fresh = letters.map((letter) => {
    if (letters.length === 1) return letter
    do counter += 1
    while (used(`${letter.replace(/_.*/, '')}_${counter}`))
    return `${letter.replace(/_.*/, '')}_${counter}`
  })
  const renamed = setAll(body, letters, fresh.map(symbol))
  return args.reduce((u, arg, i) => call('at', [u, symbol(fresh[i] as string), arg]), renamed)
}
