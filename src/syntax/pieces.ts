/** What the printers share: how tightly a text holds together, numerals, and operands to write. */
import type { CallNode, Expr, NumberNode } from '../expression/expr.ts'
import { builtin } from './applicable.ts'
import { decimalParts } from './numerals.ts'

/** Levels, as the reader has them: a part is bracketed where its place asks for a higher one. */
export const OR = 1
export const AND = 2
export const RELATION = 3
export const SUM = 4
export const PRODUCT = 5
export const POWER = 6
export const ATOM = 7

/** The text of a term, and how tightly it holds together. */
export interface Piece {
  readonly text: string
  readonly level: number
}

/** The numeral as it is typed: 12, 0.25, 1e30. */
export function numeralText(u: NumberNode): string {
  const { digits, exponent } = decimalParts(u.value)
  return exponent === 0 ? digits : `${digits}e${exponent}`
}

/** The operands that must be written: letters at the end that stand for themselves are left out. */
export function writtenOperands(u: CallNode): readonly Expr[] {
  const f = builtin(u.head)
  if (!f || u.args.length !== f.letters.length) return u.args
  let count = u.args.length
  const isLetter = (i: number): boolean => {
    const arg = u.args[i]
    return arg?.kind === 'symbol' && arg.name === f.letters[i]
  }
  while (count > f.required && isLetter(count - 1)) count -= 1
  return u.args.slice(0, count)
}
