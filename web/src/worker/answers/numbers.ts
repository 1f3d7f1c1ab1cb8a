/** Values with every digit right, of the function and of its derivative. */

import { evaluate } from '../../../../src/derive/evaluate.ts'
import { differentiate } from '../../../../src/derive/index.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols } from '../../../../src/expression/expr.ts'
import { read } from '../../../../src/syntax/index.ts'
import type { Subject } from '../../state.ts'
import { type Maths, mathsOf } from '../maths.ts'
import { subjectRead } from '../subject.ts'

export interface NumbersQuestion extends Subject {
  /** Values of letters: `x = 2, a = 1/3`; a value alone is that of the variable. */
  readonly at: string
  readonly digits: number
}

export interface Value {
  readonly of: string
  readonly maths: Maths
  readonly value: string | undefined
  /** Why there is none. */
  readonly reason: string | undefined
}

export interface NumbersAnswer {
  readonly values: readonly Value[]
  /** Letters that still need a value. */
  readonly missing: readonly string[]
}

const BUDGET_MILLISECONDS = 2_000
const MOST_DIGITS = 10_000

/** @throws OgeeError for what cannot be read; `E807` for digits that are no whole number. */
export function answer({ at, digits, ...subject }: NumbersQuestion): NumbersAnswer {
  const { expr, variable, context } = subjectRead(subject, BUDGET_MILLISECONDS)
  if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS)
    throw new OgeeError('E807', `digits must be a whole number from 1 to ${MOST_DIGITS}`)
  const places = placesIn(at, variable)
  const missing = freeSymbols(expr).filter((name) => !CONSTANTS.has(name) && !(name in places))
  if (missing.length > 0) return { values: [], missing }
  const derivative = derivativeOf(expr)
  return {
    values: [valueShown('f', expr), ...(derivative ? [valueShown('f′', derivative)] : [])],
    missing: [],
  }

  function derivativeOf(u: Expr): Expr | undefined {
    try {
      return differentiate(u, { ...context, variable }).to
    } catch (thrown) {
      if (thrown instanceof OgeeError) return undefined
      throw thrown
    }
  }

  function valueShown(of: string, u: Expr): Value {
    const found = evaluate(u, places, { digits, budget: { milliseconds: BUDGET_MILLISECONDS } })
    return {
      of,
      maths: mathsOf(u),
      value: found.verdict === 'value' ? found.value : undefined,
      reason: found.verdict === 'value' ? undefined : found.reason,
    }
  }
}

/** The letters with their values. */
function placesIn(text: string, variable: string): Record<string, Expr> {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
  return Object.fromEntries(
    parts.map((part): [string, Expr] => {
      const [, name = variable, value = part] = /^([A-Za-z]\w*)\s*=\s*(.+)$/.exec(part) ?? []
      return [name, read(value).expr]
    }),
  )
}
