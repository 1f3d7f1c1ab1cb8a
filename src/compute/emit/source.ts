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
  /** Is it made of numerals only? */
  readonly isNumber?: boolean
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

/** Longer texts are cut by names; a line with its meaning is not wider than this. */
const LONGEST = 70
const WIDEST = 80

/** Repeats the call an operand, which then had better be short? */
const repeats = (template: string): boolean => ['$1', '$2'].some((hole) => template.split(hole).length > 2)

/** @throws OgeeError `E921` for an operation that the language has no way to compute. */
export function sourceOf(
  program: Program,
  target: Target,
  names: ReadonlyMap<string, string>,
  avoided: ReadonlySet<string>,
): Source {
  const counts = uses(program)
  for (const node of program.nodes) {
    if (node.kind !== 'operation' || !repeats(target.calls[node.name] ?? '')) continue
    for (const place of node.of) counts[place] = Number.POSITIVE_INFINITY
  }
  const meanings = meaningsOf(program, (value) =>
    Number.isFinite(value) ? decimalTerm(value) : symbol(String(value)),
  )
  const pieces: Piece[] = []
  const statements: Statement[] = []
  const helpers = new Set<string>()
  const taken = new Set([...avoided, ...names.values()].map(folded))
  const named = (piece: Piece, place: Place, wish: string): Piece => {
    const name = free(wish, taken)
    const meaning = inComment(print(meanings[place] as Expr))
    const isHelp = name.length + piece.text.length + meaning.length <= WIDEST
    statements.push({ name, text: piece.text, ...(isHelp ? { meaning } : {}) })
    return { text: name, level: ATOM, ...(piece.isNumber ? { isNumber: true } : {}) }
  }
  const within = (place: Place, level: number): string => {
    const piece = pieces[place] as Piece
    return piece.level >= level ? piece.text : `(${piece.text})`
  }
  const [first] = names.values()
  const operand = (place: Place, level: number): string => {
    const { isNumber = false } = pieces[place] as Piece
    return isNumber && target.asOperand
      ? target.asOperand(within(place, CHOICE), first)
      : within(place, level)
  }
  const numeric = (place: Place): boolean => pieces[place]?.isNumber === true
  const isPlain = (u: Place, v: Place): boolean => {
    const node = program.nodes[u]
    return numeric(v) || (node?.kind === 'constant' && Math.abs(node.value) === 1)
  }
  const writing: Writing = { target, names, within, operand, helpers, isNumber: numeric, isPlain }
  program.nodes.forEach((node, place) => {
    let piece = pieceOf(node, writing)
    const isInfix = node.kind === 'operation' && (node.name in INFIX || node.name === 'negate')
    const isNumber = node.kind === 'constant' || (isInfix && node.of.every(numeric))
    if (isNumber) piece = { ...piece, isNumber }
    const wish = node.kind === 'operation' ? (INITIALS[node.name] ?? 't') : 't'
    const isLong = piece.text.length > LONGEST && (node.kind === 'operation' || node.kind === 'choose')
    if (isNamed(node, counts[place] as number) || isLong) piece = named(piece, place, wish)
    pieces.push(piece)
  })
  return {
    statements,
    outputs: program.outputs.map((place) => operand(place, CHOICE)),
    helpers: [...helpers],
  }
}

/** One line, which begins and ends no comment. */
export const inComment = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/(?<=\*)(?=\/)|(?<=\/)(?=\*)/g, ' ')

/** Some languages do not tell capital letters from small ones. */
export const folded = (name: string): string => name.toLowerCase()

/** The name, or the name with a number; it is taken then. */
export function free(wish: string, taken: Set<string>): string {
  let name = wish
  for (let i = 2; taken.has(folded(name)); i += 1) name = `${wish}${i}`
  taken.add(folded(name))
  return name
}

const filled = (template: string, texts: readonly string[]): string =>
  template.replaceAll(/\$(\d)/g, (_, i) => texts[Number(i) - 1] ?? '')

type Within = (place: Place, level: number) => string

interface Writing {
  readonly target: Target
  readonly names: ReadonlyMap<string, string>
  readonly within: Within
  /** As `within`, for what is handed to a function. */
  readonly operand: Within
  readonly helpers: Set<string>
  readonly isNumber: (place: Place) => boolean
  /** Is u/v right even where it is computed as u times the reciprocal of v? */
  readonly isPlain: (u: Place, v: Place) => boolean
}

function pieceOf(node: Node, writing: Writing): Piece {
  const { target, names, within, operand, isNumber } = writing
  switch (node.kind) {
    case 'input':
      return { text: names.get(node.name) ?? node.name, level: ATOM }
    case 'constant': {
      const text = target.number(node.value)
      return { text, level: text.startsWith('-') ? SIGN : ATOM }
    }
    case 'operation':
      return operation(node, writing)
    case 'question': {
      const [a = '', b = ''] = node.of.map((place) => within(place, SUM))
      if (node.name === '!=' && target.differ)
        return { text: filled(target.differ, [a, b]), level: CHOICE + 1 }
      const sign = node.name === '=' ? target.equal : node.name === '!=' ? target.unequal : node.name
      // x > 0 rather than 0 < x
      const isFlipped = isNumber(node.of[0]) && (sign === '<' || sign === '<=')
      const text = isFlipped ? `${b} ${sign.replace('<', '>')} ${a}` : `${a} ${sign} ${b}`
      return { text, level: CHOICE + 1 }
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
        operand(yes, CHOICE + 1),
        operand(no, CHOICE + 1),
      ])
      return { text, level: target.choose.includes('(') ? ATOM : CHOICE }
    }
  }
}

function operation(
  { name, of }: Extract<Node, { kind: 'operation' }>,
  { target, within, operand, helpers, isPlain }: Writing,
): Piece {
  if (name === 'negate') return { text: `-${within(of[0] as Place, SIGN + 1)}`, level: SIGN }
  const infix = INFIX[name]
  if (infix) {
    const [sign, level] = infix
    const [first, second] = of as [Place, Place]
    const isDivided = name === 'divide' && target.asOperand !== undefined && !isPlain(first, second)
    const a = isDivided ? operand(first, level) : within(first, level)
    const b = within(second, name === 'divide' && target.divide ? CHOICE : level + 1)
    if (name === 'divide' && target.divide) return { text: filled(target.divide, [a, b]), level }
    return { text: `${a} ${sign} ${b}`, level }
  }
  const call = target.calls[name]
  if (call === undefined) throw new OgeeError('E921', `${target.language} has no ${name}`)
  for (const helper of Object.keys(target.helpers)) if (call.includes(`${helper}(`)) helpers.add(helper)
  return {
    text: filled(
      call,
      of.map((place) => operand(place, CHOICE)),
    ),
    level: ATOM,
  }
}
