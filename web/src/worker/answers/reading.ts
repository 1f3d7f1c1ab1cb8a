/** How a text is read: with all brackets, and what else it might have meant. */
import { CONSTANTS, freeSymbols } from '../../../../src/expression/expr.ts'
import { read } from '../../../../src/syntax/index.ts'
import { bracketed } from '../../../../src/syntax/print-plain.ts'
import { type Maths, mathsOf } from '../maths.ts'

export interface ReadingAnswer {
  readonly maths: Maths
  /** With all brackets, where something could be read otherwise. */
  readonly readAs: string | undefined
  /** Other readings, as they could be typed instead of a part of the text. */
  readonly others: readonly { readonly text: string; readonly start: number; readonly end: number }[]
  /** The letters, constants not among them. */
  readonly letters: readonly string[]
  readonly size: number
}

/** Larger formulas have no use for brackets. */
const LARGEST = 120

/** @throws OgeeError for what cannot be read. */
export function answer({ text }: { readonly text: string }): ReadingAnswer {
  const { expr, notes } = read(text)
  const others = notes.flatMap(({ other, span: { start, end } }) =>
    other === undefined ? [] : [{ text: other, start, end }],
  )
  return {
    maths: mathsOf(expr),
    readAs: notes.length === 0 || expr.size > LARGEST ? undefined : bracketed(expr),
    others,
    letters: freeSymbols(expr).filter((name) => !CONSTANTS.has(name)),
    size: expr.size,
  }
}
