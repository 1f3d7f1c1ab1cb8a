/** How a text is read: with all brackets, and what else it might have meant. */
import { CONSTANTS, freeSymbols } from '../../../../src/expression/expr.ts'
import { opened } from '../../../../src/rules/forms.ts'
import { type ReadNotation, read } from '../../../../src/syntax/index.ts'
import { bracketed } from '../../../../src/syntax/print-plain.ts'
import { recognised } from '../../../../src/syntax/recognise.ts'
import { type Maths, mathsOf } from '../maths.ts'

export interface ReadingAnswer {
  readonly maths: Maths
  /** What it stands for, where it is a named curve. */
  readonly body: Maths | undefined
  /** The notation that it was recognised as, where it is not the plain one. */
  readonly notation: string | undefined
  /** Is it a listing, of which the last formula was taken? */
  readonly isListing: boolean
  /** With all brackets, where something could be read otherwise. */
  readonly readAs: string | undefined
  /** Other readings, as they could be typed instead of a part of the text. */
  readonly others: readonly { readonly text: string; readonly start: number; readonly end: number }[]
  /** The letters, constants not among them. */
  readonly letters: readonly string[]
  readonly size: number
}

const NOTATIONS: Partial<Record<ReadNotation, string>> = {
  latex: 'LaTeX',
  matlab: 'MATLAB',
  python: 'Python',
  javascript: 'JavaScript',
  mathjson: 'MathJSON',
}

/** Larger formulas have no use for brackets. */
const LARGEST = 120

/** @throws OgeeError for what cannot be read. */
export function answer({ text }: { readonly text: string }): ReadingAnswer {
  const { expr, notes, script } = read(text)
  const body = opened(expr)
  const others = notes.flatMap(({ other, span: { start, end } }) =>
    other === undefined ? [] : [{ text: other, start, end }],
  )
  return {
    maths: mathsOf(expr),
    body: body && mathsOf(body),
    notation: NOTATIONS[recognised(text)],
    isListing: script !== undefined,
    readAs: notes.length === 0 || expr.size > LARGEST ? undefined : bracketed(expr),
    others,
    letters: freeSymbols(expr).filter((name) => !CONSTANTS.has(name)),
    size: expr.size,
  }
}
