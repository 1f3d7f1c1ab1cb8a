/**
 * A program as statements of a language: what is used more than once gets a name, all else stands where it is used.
 * Operands keep the order and the brackets that they have in the program, so that the roundings are the same.
 */

import { OgeeError } from '../../expression/error.ts'
import { type Expr, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { decimalTerm } from '../doubles.ts'
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../program.ts'
import { meaningsOf } from '../raise.ts'
import type { Statement, Target } from './target.ts'

/** How tightly a text holds together. */
const CHOICE = 0
const SUM = 3
const PRODUCT = 4
const SIGN = 5
const ATOM = 9

interface Piece {
  readonly text: string
  readonly level: number
}

const INFIX: Readonly<Partial<Record<OperationName, readonly [sign: string, level: number]>>> = {
  add: ['+', SUM],
  subtract: ['-', SUM],
  multiply: ['*', PRODUCT],
  divide: ['/', PRODUCT],
}

/** What a named value is called after. */
const INITIALS: Readonly<Partial<Record<OperationName, string>>> = {
  exp: 'e',
  log: 'l',
  log1p: 'l',
  sqrt: 'r',
}

export interface Source {
  readonly statements: readonly Statement[]
  readonly outputs: readonly string[]
  readonly helpers: readonly string[]
}

/** How often each place is used, outputs included. */
function uses({ nodes, outputs }: Program): number[] {
  const counts = nodes.map(() => 0)
  for (const place of [...nodes.flatMap(operandsOf), ...outputs])
    counts[place] = (counts[place] as number) + 1
  return counts
}

const isNamed = (node: Node, count: number): boolean =>
  count > 1 &&
  (node.kind === 'operation' || node.kind === 'choose') &&
  !(node.kind === 'operation' && node.name === 'negate')

/** Longer lines are cut by names. */
const LONGEST = 70

/** @throws OgeeError `E921` for an operation that the language has no way to compute. */
export function sourceOf(program: Program, target: Target, names: ReadonlyMap<string, string>): Source {
  const counts = uses(program)
  const meanings = meaningsOf(program, (value) =>
    Number.isFinite(value) ? decimalTerm(value) : symbol(String(value)),
  )
  const pieces: Piece[] = []
  const statements: Statement[] = []
  const helpers = new Set<string>()
  const taken = new Set([...names.values(), ...target.reserved])
  const named = (piece: Piece, place: Place, wish: string): Piece => {
    const name = free(wish, taken)
    taken.add(name)
    statements.push({ name, text: piece.text, meaning: print(meanings[place] as Expr) })
    return { text: name, level: ATOM }
  }
  const within = (place: Place, level: number): string => {
    const piece = pieces[place] as Piece
    return piece.level >= level ? piece.text : `(${piece.text})`
  }
  program.nodes.forEach((node, place) => {
    let piece = pieceOf(node, target, names, within, helpers)
    const wish = node.kind === 'operation' ? (INITIALS[node.name] ?? 't') : 't'
    const isLong = piece.text.length > LONGEST && node.kind === 'operation'
    if (isNamed(node, counts[place] as number) || isLong) piece = named(piece, place, wish)
    pieces.push(piece)
  })
  return {
    statements,
    outputs: program.outputs.map((place) => (pieces[place] as Piece).text),
    helpers: [...helpers],
  }
}

function free(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish
  for (let i = 2; ; i += 1) if (!taken.has(`${wish}${i}`)) return `${wish}${i}`
}

const filled = (template: string, texts: readonly string[]): string =>
  template.replaceAll(/\$(\d)/g, (_, i) => texts[Number(i) - 1] ?? '')

type Within = (place: Place, level: number) => string

function pieceOf(
  node: Node,
  target: Target,
  names: ReadonlyMap<string, string>,
  within: Within,
  helpers: Set<string>,
): Piece {
  switch (node.kind) {
    case 'input':
      return { text: names.get(node.name) ?? node.name, level: ATOM }
    case 'constant': {
      const text = target.number(node.value)
      return { text, level: text.startsWith('-') ? SIGN : ATOM }
    }
    case 'operation':
      return operation(node, target, within, helpers)
    case 'question': {
      const [a, b] = node.of.map((place) => within(place, SUM))
      const sign = node.name === '=' ? target.equal : node.name === '!=' ? target.unequal : node.name
      return { text: `${a} ${sign} ${b}`, level: CHOICE + 1 }
    }
    case 'both':
    case 'either':
      return {
        text: filled(
          target[node.kind],
          node.of.map((place) => within(place, ATOM)),
        ),
        level: CHOICE,
      }
    case 'choose': {
      const [question, yes, no] = node.of
      const text = filled(target.choose, [
        within(question, CHOICE),
        within(yes, CHOICE + 1),
        within(no, CHOICE + 1),
      ])
      return { text, level: target.choose.includes('(') ? ATOM : CHOICE }
    }
  }
}

function operation(
  { name, of }: Extract<Node, { kind: 'operation' }>,
  target: Target,
  within: Within,
  helpers: Set<string>,
): Piece {
  if (name === 'negate') return { text: `-${within(of[0] as Place, SIGN + 1)}`, level: SIGN }
  const infix = INFIX[name]
  if (infix) {
    const [sign, level] = infix
    return { text: `${within(of[0] as Place, level)} ${sign} ${within(of[1] as Place, level + 1)}`, level }
  }
  const call = target.calls[name]
  if (call === undefined) throw new OgeeError('E921', `${target.language} has no ${name}`)
  for (const helper of Object.keys(target.helpers)) if (call.startsWith(`${helper}(`)) helpers.add(helper)
  return {
    text: filled(
      call,
      of.map((place) => within(place, CHOICE)),
    ),
    level: ATOM,
  }
}
