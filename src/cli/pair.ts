/**
 * Two formulas: two arguments, two on a line with a tab between them, or the two sides of an
 * equation, to both of which the definitions before it apply.
 */
import { isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, isCall } from '../expression/expr.ts'
import type { ReadingNote, ReadingOptions, Verdict } from '../index.ts'
import { quoted } from '../syntax/errors.ts'
import { read } from '../syntax/index.ts'
import type { Given } from './arguments.ts'
import { EXIT, problemOf } from './problems.ts'
import { readQuantity } from './reading.ts'

/** Two formulas, and how they were read. */
export interface Pair {
  readonly left: Expr
  readonly right: Expr
  readonly notes: readonly ReadingNote[]
}

/** What the help says of input. */
export const PAIRS =
  'Two formulas are two arguments, or one equation "A = B". On standard input each line holds two formulas with a tab between them, or one equation. Definitions before an equation apply to both its sides: "f(x) = 1/(1+e^-x); f\'(x) = f(x)*(1-f(x))".'

/** What each verdict says to the caller. */
export const VERDICT_EXIT: Readonly<Record<Verdict['verdict'], number>> = {
  equal: EXIT.ok,
  different: EXIT.no,
  disjoint: EXIT.no,
  unknown: EXIT.unknown,
}

const TAB = '\t'

/**
 * The formulas of the command line as a line of input would have them.
 *
 * @throws OgeeError `E505` for more than two.
 */
export function pairAsked({ words }: Given): string | undefined {
  if (words.length > 2) {
    const hint = `put each in quotes: ${quoted(words[0] as string)} ${quoted(words.slice(1).join(' '))}`
    throw new OgeeError('E505', 'two formulas are expected here', undefined, hint)
  }
  return words.length < 2 ? words[0] : words.map((word) => word.replaceAll(TAB, ' ')).join(TAB)
}

/**
 * The two formulas of a line.
 *
 * @throws Problem about the one that cannot be read; OgeeError `E506` where there is no second one.
 */
export function readPair(text: string, options: ReadingOptions, line?: number): Pair {
  const parts = text.includes(TAB) ? text.split(TAB) : []
  if (parts.length > 2) throw new OgeeError('E505', 'two formulas are expected on a line')
  if (parts.length === 2) {
    const [left, right] = parts.map((part) => aboutIt(part, line, () => readQuantity(part, options)))
    if (left && right) return { left: left.expr, right: right.expr, notes: [...left.notes, ...right.notes] }
  }
  const { expr, notes } = read(text, options)
  if (isCall(expr, '=')) {
    const [left, right] = expr.args as [Expr, Expr]
    return { left, right, notes }
  }
  const hint = 'write two formulas, or an equation, e.g. "sin(x)^2 = 1 - cos(x)^2"'
  const sentence = isCondition(expr) ? 'this is no equation of two formulas' : 'there is no second formula'
  throw new OgeeError('E506', sentence, undefined, hint)
}

/** Whatever is wrong with a part is said about that part. */
function aboutIt<T>(part: string, line: number | undefined, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw problemOf(thrown, part, line)
  }
}
