/**
 * A program as statements of a language: what is used more than once gets a name, all else stands where it is used.
 * Operands keep the order that they have in the program, and are grouped as there, so that the roundings are the same.
 */
import { type Expr, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { decimalTerm } from '../doubles.ts'
import { OPERATIONS, type OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../program.ts'
import { meaningsOf } from '../raise.ts'
import { asPowers, saysMore } from './meaning.ts'
import { ATOM, CHOICE, operand, type Piece, pieceOf, repeats, type Writing } from './pieces.ts'
import { notNegative } from './signs.ts'
import type { Output, Statement, Target } from './target.ts'

/** What a named value is called after. */
const INITIALS: Readonly<Partial<Record<OperationName, string>>> = {
  exp: 'e',
  log: 'ln',
  log1p: 'ln',
  sqrt: 'r',
}

export interface Source {
  readonly statements: readonly Statement[]
  readonly outputs: readonly Output[]
  readonly helpers: readonly string[]
}

/** How often each place is used, outputs included. */
function uses({ nodes, outputs }: Program): number[] {
  const counts = nodes.map(() => 0)
  for (const place of [...nodes.flatMap(operandsOf), ...outputs])
    counts[place] = (counts[place] as number) + 1
  return counts
}

/** Is it named where it is used twice? The answers to questions and signs stay where they are. */
const isNameable = (node: Node): boolean =>
  node.kind === 'choose' || (node.kind === 'operation' && node.name !== 'negate')

/** Longer texts are cut by names, if the language does not say otherwise; so is a name with its text and meaning. */
const LONGEST = 72
const WIDEST = 80
/** A shorter operand is no help to name. */
const WORTH_NAMING = 12

/** @throws OgeeError `E921` for an operation that the language has no way to compute. */
export function sourceOf(
  program: Program,
  target: Target,
  names: ReadonlyMap<string, string>,
  avoided: ReadonlySet<string>,
): Source {
  const { nodes } = program
  const counts = uses(program)
  for (const node of nodes) {
    if (node.kind !== 'operation' || !repeats(target.calls[node.name] ?? '')) continue
    for (const place of node.of) counts[place] = Number.POSITIVE_INFINITY
  }
  const meanings = meaningsOf(program, (value) =>
    Number.isFinite(value) ? decimalTerm(value) : symbol(String(value)),
  )
  const values = valuesOf(program)
  const statements: Statement[] = []
  const taken = new Set([...avoided, ...names.values()].map(folded))
  const writing: Writing = {
    ...{ target, names, nodes, values, pieces: [], helpers: new Set(), signs: notNegative(program) },
    first: [...names.values()][0],
  }
  const { pieces } = writing
  const name = (place: Place, piece: Piece): Piece => {
    const node = nodes[place] as Node
    const wish = node.kind === 'operation' ? (INITIALS[node.name] ?? 't') : 't'
    const chosen = free(`${target.prefix ?? ''}${wish}`, taken)
    const { text } = piece
    const u = meanings[place] as Expr
    const meaning = u.size > LONGEST ? undefined : inComment(print(asPowers(u)))
    const isHelp =
      meaning !== undefined &&
      chosen.length + text.length + meaning.length <= WIDEST &&
      saysMore(meaning, text)
    statements.push({ name: chosen, text, ...(isHelp ? { meaning } : {}) })
    return { text: chosen, level: ATOM, isNumber: piece.isNumber }
  }
  nodes.forEach((node, place) => {
    let piece = pieceOf(place, writing)
    for (;;) {
      const longest = isTooLong(piece, target) ? longestOf(node, writing) : undefined
      if (longest === undefined) break
      pieces[longest] = name(longest, pieces[longest] as Piece)
      piece = pieceOf(place, writing)
    }
    pieces.push((counts[place] as number) > 1 && isNameable(node) ? name(place, piece) : piece)
  })
  const needed = inputsOf(program)
  const outputs = program.outputs.map((place): Output => {
    const { kind } = nodes[place] as Node
    return {
      text: operand(writing, place, CHOICE),
      isWhole: needed[place]?.size === program.inputs.length,
      isChosen: kind === 'choose' || kind === 'constant' || kind === 'input',
    }
  })
  const texts = outputs.map(({ text }) => text)
  return { statements: used(statements, texts), outputs, helpers: [...writing.helpers] }
}

/** What turns out to be no finite number needs its operands no more. */
function used(statements: readonly Statement[], outputs: readonly string[]): Statement[] {
  const words = new Set(outputs.flatMap(wordsOf))
  const kept = statements.toReversed().filter(({ name, text }) => {
    if (!words.has(name)) return false
    for (const word of wordsOf(text)) words.add(word)
    return true
  })
  return kept.reverse()
}

const wordsOf = (text: string): string[] => text.match(/\w+/g) ?? []

const isTooLong = ({ text }: Piece, { longest = LONGEST }: Target): boolean => text.length > longest

/** The operand with the longest text, if it is worth a name. */
function longestOf(node: Node, { nodes, pieces }: Writing): Place | undefined {
  const length = (place: Place): number => (pieces[place] as Piece).text.length
  return operandsOf(node)
    .filter((place) => ['operation', 'choose'].includes((nodes[place] as Node).kind))
    .filter((place) => length(place) > WORTH_NAMING)
    .sort((a, b) => length(b) - length(a))[0]
}

/** What is a number whatever the inputs are. */
function valuesOf({ nodes }: Program): (number | undefined)[] {
  const values: (number | undefined)[] = []
  for (const node of nodes) {
    const of = operandsOf(node).map((place) => values[place])
    const isKnown = node.kind === 'operation' && of.every((value) => value !== undefined)
    const value = isKnown ? OPERATIONS[node.name].run(...(of as number[])) : undefined
    values.push(node.kind === 'constant' ? node.value : value)
  }
  return values
}

/** The inputs that each place depends on. */
function inputsOf({ nodes }: Program): ReadonlySet<string>[] {
  const sets: ReadonlySet<string>[] = []
  for (const node of nodes)
    sets.push(
      node.kind === 'input'
        ? new Set([node.name])
        : new Set(operandsOf(node).flatMap((place) => [...(sets[place] as ReadonlySet<string>)])),
    )
  return sets
}

/** One line, which begins and ends no comment. */
export const inComment = (text: string): string =>
  text.replaceAll(/(?<=\S)\s+|[^\S ]+/g, ' ').replaceAll(/(?<=\*)(?=\/)|(?<=\/)(?=\*)/g, ' ')

/** Some languages do not tell capital letters from small ones. */
export const folded = (name: string): string => name.toLowerCase()

/** The name, or the name with a number; it is taken then. */
export function free(wish: string, taken: Set<string>): string {
  let name = wish
  for (let i = 2; taken.has(folded(name)); i += 1) name = `${wish}${i}`
  taken.add(folded(name))
  return name
}
