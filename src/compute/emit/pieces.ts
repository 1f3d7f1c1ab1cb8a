/** The text of one node of a program in a language, made of the texts of its operands. */
import { OgeeError } from '../../expression/error.ts'
import type { OperationName } from '../operations.ts'
import type { Node, Place } from '../program.ts'
import type { Calls, Target } from './target.ts'

/** How tightly a text holds together. */
export const CHOICE = 0
const JOIN = 1
const QUESTION = 2
const SUM = 3
const PRODUCT = 4
const SIGN = 5
const POWER = 6
export const ATOM = 9

export interface Piece {
  readonly text: string
  readonly level: number
  /** Is it made of numerals only? */
  readonly isNumber?: boolean | undefined
  /** A choice that has no name. */
  readonly isChoice?: boolean
}

type Operation = Extract<Node, { readonly kind: 'operation' }>

const INFIX: Readonly<Partial<Record<OperationName, readonly [sign: string, level: number]>>> = {
  add: ['+', SUM],
  subtract: ['-', SUM],
  multiply: ['*', PRODUCT],
  divide: ['/', PRODUCT],
}

export interface Writing {
  readonly target: Target
  /** What inputs are called. */
  readonly names: ReadonlyMap<string, string>
  readonly first: string | undefined
  readonly nodes: readonly Node[]
  readonly pieces: Piece[]
  /** What is a number whatever the inputs are. */
  readonly values: readonly (number | undefined)[]
  /** Where the value is certain not to be negative. */
  readonly signs: readonly boolean[]
  /** Filled with the helping functions that are called. */
  readonly helpers: Set<string>
}

/** Repeats the call an operand, which then had better be short? */
export const repeats = (template: string): boolean =>
  ['$1', '$2'].some((hole) => template.split(hole).length > 2)

const filled = (template: string, texts: readonly string[]): string =>
  template.replaceAll(/\$(\d)/g, (_, i) => texts[Number(i) - 1] ?? '')

function within({ pieces }: Writing, place: Place, level: number): string {
  const piece = pieces[place] as Piece
  return piece.level >= level ? piece.text : `(${piece.text})`
}

/** As `within`, for what is handed to a function. */
export function operand(writing: Writing, place: Place, level: number): string {
  const { target, first } = writing
  return isNumber(writing, place) && target.asOperand
    ? target.asOperand(within(writing, place, CHOICE), first)
    : within(writing, place, level)
}

const isNumber = ({ pieces }: Writing, place: Place): boolean => pieces[place]?.isNumber === true

/** @throws OgeeError `E921` for an operation that the language has no way to compute. */
export function pieceOf(place: Place, writing: Writing): Piece {
  const { target, names, nodes } = writing
  const node = nodes[place] as Node
  switch (node.kind) {
    case 'input':
      return { text: names.get(node.name) ?? node.name, level: ATOM }
    case 'constant':
      return numeral(node.value, writing)
    case 'operation':
      return operation(node, writing, writing.values[place])
    case 'question':
      return { text: question(node, writing), level: QUESTION }
    case 'both':
    case 'either': {
      // only what is joined alike needs no brackets
      const level = (place: Place): number =>
        writing.nodes[place]?.kind === node.kind ? JOIN : target.bracketsQuestions ? ATOM : QUESTION
      const parts = node.of.map((place) => within(writing, place, level(place)))
      return { text: filled(target[node.kind], parts), level: JOIN }
    }
    case 'choose':
      return choice(node, writing)
  }
}

function numeral(value: number, { target }: Writing): Piece {
  const text = target.number(value)
  return { text, level: text.startsWith('-') ? SIGN : ATOM, isNumber: true }
}

function question(node: Extract<Node, { kind: 'question' }>, writing: Writing): string {
  const { target } = writing
  const [a = '', b = ''] = node.of.map((place) => within(writing, place, SUM))
  if (node.name === '!=' && target.differ) return filled(target.differ, [a, b])
  const sign = node.name === '=' ? target.equal : node.name === '!=' ? target.unequal : node.name
  // x > 0 rather than 0 < x
  const isFlipped = isNumber(writing, node.of[0]) && (sign === '<' || sign === '<=')
  return isFlipped ? `${b} ${sign.replace('<', '>')} ${a}` : `${a} ${sign} ${b}`
}

function choice({ of: [asked, yes, no] }: Extract<Node, { kind: 'choose' }>, writing: Writing): Piece {
  const { target, pieces } = writing
  const level = /^[\w.]+\(/.test(target.choose) ? ATOM : CHOICE
  const parts = [within(writing, asked, CHOICE), operand(writing, yes, CHOICE + 1)]
  const other = pieces[no] as Piece
  const text =
    other.isChoice && target.chain
      ? filled(target.chain.template, [...parts, target.chain.inner.exec(other.text)?.[1] ?? ''])
      : filled(target.choose, [...parts, operand(writing, no, CHOICE + 1)])
  return { text, level, isChoice: true }
}

function operation(node: Operation, writing: Writing, value: number | undefined): Piece {
  const { name, of } = node
  const areNumbers = of.every((place) => isNumber(writing, place))
  // languages stop at a division by 0 of their own numbers
  if (areNumbers && value !== undefined && !Number.isFinite(value)) return numeral(value, writing)
  if (name === 'negate') return { ...negative(of[0] as Place, writing), isNumber: areNumbers }
  const infix = INFIX[name]
  if (infix) return { ...between(node, infix, writing), isNumber: areNumbers }
  return called(node, writing, areNumbers && value !== undefined)
}

/** −(u·v) and (−u)·v are the same number, so that no brackets are needed. */
function negative(place: Place, writing: Writing): Piece {
  const { level } = writing.pieces[place] as Piece
  const isProduct = level === PRODUCT
  return {
    text: `-${within(writing, place, isProduct ? PRODUCT : SIGN + 1)}`,
    level: isProduct ? PRODUCT : SIGN,
  }
}

function between(
  { name, of }: Operation,
  [sign, level]: readonly [sign: string, level: number],
  writing: Writing,
): Piece {
  const { target } = writing
  const [first, second] = of as [Place, Place]
  const isDivided = name === 'divide' && target.asOperand !== undefined && !isPlain(first, second, writing)
  const a = isDivided ? operand(writing, first, level) : within(writing, first, level)
  // a number that is not 0 needs no guard
  const guard = name === 'divide' && !writing.values[second] ? target.divide : undefined
  const b = within(writing, second, guard === undefined ? level + 1 : CHOICE)
  if (guard !== undefined) return { text: filled(guard, [a, b]), level }
  return { text: `${a} ${sign} ${b}`, level }
}

/** Is u/v right even where it is computed as u times the reciprocal of v? */
function isPlain(u: Place, v: Place, writing: Writing): boolean {
  const node = writing.nodes[u]
  return isNumber(writing, v) || (node?.kind === 'constant' && Math.abs(node.value) === 1)
}

function called({ name, of }: Operation, writing: Writing, isNumeric: boolean): Piece {
  const { target, helpers, signs } = writing
  const numeric = isNumeric ? target.callsOfNumbers?.[name] : undefined
  const fromZero: Calls = signs[of[0] as Place] ? (target.callsFromZero ?? {}) : {}
  const call = numeric ?? fromZero[name] ?? target.calls[name]
  if (call === undefined) throw new OgeeError('E921', `${target.language} has no ${name}`)
  for (const helper of Object.keys(target.helpers)) if (call.includes(`${helper}(`)) helpers.add(helper)
  const isOperator = !call.includes('(')
  const given = isOperator || numeric !== undefined ? within : operand
  const texts = of.map((one, i) => given(writing, one, !isOperator ? CHOICE : i === 0 ? ATOM : SIGN))
  const isCall = /^[\w.]+\(.*\)$/.test(call)
  return {
    text: filled(call, texts),
    level: isOperator ? POWER : isCall ? ATOM : CHOICE,
    isNumber: numeric !== undefined,
  }
}
