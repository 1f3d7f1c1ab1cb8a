/**
 * A use as a card: what is modelled, the formula in the letters of the field, what the derivative means
 * there, and numbers. A card shows an equation only if it is proved, and a sentence only if all that it
 * claims is.
 */
import { evaluate } from '../../derive/evaluate.ts'
import { OutOfBudget } from '../../derive/index.ts'
import type { Condition } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, substitute, symbol } from '../../expression/expr.ts'
import { parse } from '../../syntax/plain-only.ts'
import { type DraftBlock, paragraph, type Said } from '../draft.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { type Equation, type Pair, provedFor } from './equation.ts'
import type { Shape } from './shape.ts'

/** A letter of the card's formula, with its value in the example. */
export interface Letter {
  readonly name: string
  readonly says: Message
  /** As one would type it: `0.5`. */
  readonly value: string
  /** Nothing for a pure number. */
  readonly unit: string
}

export const letter = (name: string, says: Message, value: string, unit = ''): Letter => ({
  name,
  says,
  value,
  unit,
})

/** A sentence, with an equation below it. */
export interface Step {
  readonly says: Message
  readonly shows?: Equation
  /** Terms that must be proved equal for the sentence to be true. */
  readonly proofs?: readonly Pair[]
  /** Numbers that stand for something only if this is proved. */
  readonly worked?: readonly Worked[]
  /** Without it the card says nothing. */
  readonly needed?: boolean
}

/** A number of the example. */
export interface Worked {
  readonly name: Said
  /** In the letters of the card. */
  readonly of: Expr
  readonly unit?: string
  /** How it comes from the numbers before it, where that is shorter than with the numbers put in. */
  readonly from?: Expr
}

/** What is said of something that may not be known. */
export const ifKnown = <T, U>(value: T | undefined, says: (value: T) => readonly U[]): readonly U[] =>
  value === undefined ? [] : says(value)

export interface Content {
  readonly letters: readonly Letter[]
  /** What is true of the letters. */
  readonly assuming?: readonly Condition[]
  readonly steps: readonly Step[]
  readonly worked: readonly Worked[]
  /** What all this is, in a table. */
  readonly table?: DraftBlock
  /** Cards on the fields that this one is about, where it stands for several; they have the sources. */
  readonly fields?: readonly Card[]
  /** What the numbers show. */
  readonly after?: readonly Step[]
}

/** One row of the table of uses. */
export interface Card {
  readonly id: string
  readonly title: Message
  /** A book or paper. */
  readonly source: string
  readonly applies: (shape: Shape) => boolean
  readonly content: (shape: Shape) => Content | undefined
}

const DIGITS = 4

/** A card that applies, with what it shows, and the cards whose sources it rests on. */
export interface Use {
  readonly card: Card
  readonly blocks: readonly DraftBlock[]
  readonly fields: readonly Card[]
}

/** The card filled in; nothing where it does not apply or what it stands on is not proved in time. */
export function useOf(card: Card, shape: Shape, milliseconds: () => number): Use | undefined {
  const found = card.applies(shape) ? attempted(() => card.content(shape)) : undefined
  if (!found) return undefined
  const { letters, assuming, steps, worked, table, fields = [card], after = [] } = found
  const blocks = steps.map((step) => stepBlocks(step, assuming, milliseconds))
  const [first, ...rest] = blocks
  const isWhole = steps.every(({ needed }, i) => !needed || blocks[i] !== undefined)
  if (!first || !isWhole) return undefined
  const proved = steps.filter((_, i) => blocks[i] !== undefined)
  const numbers = [...worked, ...proved.flatMap((step) => step.worked ?? [])]
  const rows = numbers.flatMap((one) => workedRow(one, letters))
  const shown = [
    ...first,
    ...(letters.length === 0 ? [] : [lettersTable(letters)]),
    ...rest.flatMap((some) => some ?? []),
    ...(rows.length === 0 ? [] : [workedTable(rows)]),
    ...(table ? [table] : []),
    ...after.flatMap((step) => stepBlocks(step, assuming, milliseconds) ?? []),
    ...(card.source === '' ? [] : [paragraph(say('uses.source', { source: card.source }))]),
  ]
  return { card, blocks: shown, fields }
}

/** Nothing where a form that the card needs is not found. */
function attempted<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}

function stepBlocks(
  { says, shows, proofs = [] }: Step,
  assuming: readonly Condition[] | undefined,
  milliseconds: () => number,
): DraftBlock[] | undefined {
  const where = (proof: Equation['proof']): readonly Condition[] | undefined =>
    proof ? attempted(() => provedFor(proof, assuming, milliseconds())) : []
  if (!proofs.every((pair) => where(pair)?.length === 0)) return undefined
  if (!shows) return [paragraph(says)]
  const conditions = where(shows.proof)
  if (!conditions) return undefined
  const formula: DraftBlock = { kind: 'formula', left: shows.left, right: shows.right }
  const carried =
    conditions.length === 0 ? [] : [paragraph(say('uses.for', { conditions: conditionsSaid(conditions) }))]
  return [paragraph(says), formula, ...carried]
}

const withUnit = (value: string, unit = ''): string => (unit === '' ? value : `${value} ${unit}`)

const lettersTable = (letters: readonly Letter[]): DraftBlock => ({
  kind: 'table',
  header: [[say('uses.letter')], [say('uses.stands-for')], [say('uses.example')]],
  rows: letters.map(({ name, says, value, unit }) => [[symbol(name)], [says], [withUnit(value, unit)]]),
})

/** What is computed, with the numbers put in, and its value. */
function workedRow({ name, of, unit, from }: Worked, letters: readonly Letter[]): (readonly Said[])[][] {
  const values = new Map(letters.map((one) => [one.name, parse(one.value)]))
  const put = substitute(of, values)
  const found = evaluate(put, {}, { digits: DIGITS })
  return found.verdict === 'value' ? [[[name], [from ?? put], [withUnit(found.value, unit)]]] : []
}

const workedTable = (rows: (readonly Said[])[][]): DraftBlock => ({
  kind: 'table',
  header: [[say('uses.quantity')], [say('uses.computed')], [say('uses.value', { digits: String(DIGITS) })]],
  rows,
})
