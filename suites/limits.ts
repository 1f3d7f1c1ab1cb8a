/** Limits in one variable from SymPy's tests; where it gives bounds between which the values wander, there is none. */
import { limit } from '../src/analyse/limit.ts'
import { verify } from '../src/analyse/verify.ts'
import { compare } from '../src/derive/compare.ts'
import { type Expr, freeSymbols } from '../src/expression/expr.ts'
import { print } from '../src/syntax/index.ts'
import type { Side } from '../src/verify/limits/approach.ts'
import { plainTerm } from './dialects.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

type Place = Expr | 'infinity' | '-infinity'

interface Question {
  readonly of: Expr
  readonly variable: string
  readonly to: Place
  readonly side: Side | undefined
  readonly is: Place | 'none'
}

const SIDES: Readonly<Record<string, Side | undefined>> = { '+': 'right', '-': 'left', '+-': undefined }

function placeOf(text: string): Place {
  if (text === 'inf') return 'infinity'
  return text === '-inf' ? '-infinity' : plainTerm(text)
}

const isClosed = (place: Place | 'none'): boolean =>
  typeof place === 'string' || freeSymbols(place).length === 0

/** The limit a row asks for, if it is one in a single variable with a number, an infinity or bounds for an answer. */
function questionOf(row: Row): Question | undefined {
  const [text, variable, to, side] = row.args as string[]
  const expected = String(row.expected)
  if (
    row.op !== 'limit' ||
    !text ||
    !variable ||
    !to ||
    /nan|zoo|Piecewise|Limit/.test(`${text} ${expected}`)
  )
    return undefined
  try {
    const of = plainTerm(text)
    const is = expected.startsWith('AccumBounds') ? 'none' : placeOf(expected)
    const question: Question = {
      ...{ of, variable, to: placeOf(to), is },
      side: SIDES[String(side ?? row.kwargs?.dir ?? '+')],
    }
    const one = freeSymbols(of).every((name) => name === variable)
    return one && isClosed(question.to) && isClosed(is) ? question : undefined
  } catch {
    return undefined
  }
}

const shown = (place: Place | 'none'): string => (typeof place === 'string' ? place : print(place))

function judged({ is }: Question, answer: ReturnType<typeof limit>): Outcome {
  if (answer.verdict === 'unknown') return { grade: 'unknown', note: answer.reason }
  const value = answer.verdict === 'none' ? 'none' : answer.value
  const isSame =
    typeof value === 'string' || typeof is === 'string'
      ? value === is
      : compare(value, is).verdict === 'equal'
  if (!isSame) return { grade: 'wrong', note: `called ${shown(value)}` }
  const checked = verify(answer.certificate)
  return checked.ok ? { grade: 'right' } : { grade: 'wrong', note: `certificate refused: ${checked.reason}` }
}

export const LIMITS: readonly Part[] = [
  {
    file: 'sympy_limits',
    name: 'sympy_limits',
    title: 'limits in one variable',
    counts: (row) => questionOf(row) !== undefined,
    caseOf: (row): Case => {
      const asked = questionOf(row) as Question
      const { of, variable, to, side, is } = asked
      return {
        id: row.id,
        section: 'limit',
        text: `${print(of)} for ${variable} → ${shown(to)} ${side ?? ''}  ⇒  ${shown(is)}`,
        ask: () =>
          attempt(() => limit(of, variable, to, { side: typeof to === 'string' ? undefined : side })),
        judge: (answer) =>
          answer instanceof Error ? failed(answer) : judged(asked, answer as ReturnType<typeof limit>),
      }
    },
  },
]
