/** The formula of the page, read, with its context. */
import { OgeeError } from '../../../src/expression/error.ts'
import type { Expr } from '../../../src/expression/expr.ts'
import { CONSTANTS, freeSymbols } from '../../../src/expression/expr.ts'
import type { Context } from '../../../src/syntax/formula.ts'
import { read } from '../../../src/syntax/index.ts'
import type { Subject } from '../state.ts'

export interface SubjectRead {
  readonly expr: Expr
  /** The variable, for what needs one. */
  readonly variable: string
  readonly context: Context
}

/**
 * The subject with so much time.
 *
 * @throws OgeeError for what cannot be read.
 */
export function subjectRead({ formula, variable, assuming }: Subject, milliseconds: number): SubjectRead {
  const { expr } = read(formula)
  const letters = freeSymbols(expr).filter((name) => !CONSTANTS.has(name))
  const chosen = variable ?? (letters.includes('x') || letters.length !== 1 ? 'x' : letters[0]) ?? 'x'
  const context = {
    ...(variable === undefined ? {} : { variable }),
    assuming,
    budget: { milliseconds },
  }
  return { expr, variable: chosen, context }
}

/** @throws OgeeError `E807` for what is no number. */
export function numberIn(text: string, name: string): number | undefined {
  if (text.trim() === '') return undefined
  const value = Number(text)
  if (Number.isFinite(value)) return value
  throw new OgeeError('E807', `${name} must be a number`, undefined, 'written like -1.5')
}
