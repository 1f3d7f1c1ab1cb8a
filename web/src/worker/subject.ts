/** The formula of the page, read, with its context. */
import type { Condition } from '../../../src/expression/condition.ts'
import { OgeeError } from '../../../src/expression/error.ts'
import type { Expr } from '../../../src/expression/expr.ts'
import { assumptions, type Context, variableOf } from '../../../src/syntax/formula.ts'
import { read, type Script } from '../../../src/syntax/index.ts'
import type { Subject } from '../state.ts'

export interface SubjectRead {
  readonly expr: Expr
  /** The variable, for what needs one. */
  readonly variable: string
  readonly context: Context
  /** What else a listing says. */
  readonly script: Script | undefined
}

/**
 * The subject with so much time.
 *
 * @throws OgeeError for what cannot be read; `E403` where it is not clear which letter is the variable.
 */
export function subjectRead({ formula, variable, assuming }: Subject, milliseconds: number): SubjectRead {
  const { expr, script } = read(formula)
  const context = {
    ...(variable === undefined ? {} : { variable }),
    assuming: givenIn(assuming),
    budget: { milliseconds },
  }
  return { expr, variable: variableOf(expr, context), context, script }
}

/**
 * What is given, read; an error in it is told as one about it, as its place is none in the formula.
 *
 * @throws OgeeError for what is no condition.
 */
export function givenIn(assuming: readonly string[]): Condition[] {
  try {
    return assumptions({ assuming })
  } catch (thrown) {
    if (!(thrown instanceof OgeeError)) throw thrown
    throw new OgeeError(thrown.code, `in what is given: ${thrown.message}`, undefined, thrown.hint)
  }
}

/** @throws OgeeError `E807` for what is no number. */
export function numberIn(text: string, name: string): number | undefined {
  if (text.trim() === '') return undefined
  const value = Number(text)
  if (Number.isFinite(value)) return value
  throw new OgeeError('E807', `${name} must be a number`, undefined, 'written like -1.5')
}
