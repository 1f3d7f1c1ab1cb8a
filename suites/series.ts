/** Expansions from SymPy's tests, to the order that the row gives. */
import { series } from '../src/analyse/series.ts'
import { verify } from '../src/analyse/verify.ts'
import { compare } from '../src/derive/compare.ts'
import { call, type Expr, multiply, raise, sumOf, symbol } from '../src/expression/expr.ts'
import { print } from '../src/syntax/index.ts'
import { plainTerm } from './dialects.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

interface Question {
  readonly of: Expr
  readonly variable: string
  readonly at: Expr | 'infinity' | '-infinity'
  readonly side: 'left' | 'right'
  readonly order: number
  readonly is: Expr
  readonly assuming: readonly Expr[]
}

const ENDS: Readonly<Record<string, 'infinity' | '-infinity'>> = { inf: 'infinity', '-inf': '-infinity' }
const DEFAULT_ORDER = 6

/** The exponent in what is left out: O(x^5) and O(x^5*log(x)^5), O(1), O(x - 1, (x, 1)); towards an end, of 1/x. */
function orderOf(remainder: string, isEnd: boolean): number {
  if (remainder === 'O(1)') return 0
  const exponent = Number(/^O\(\w+\^\(?(-?\d+)/.exec(remainder)?.[1] ?? (isEnd ? -1 : 1))
  return isEnd ? -exponent : exponent
}

/** The expansion a row asks for, if it is one of a formula of ours in a letter. */
function questionOf(row: Row): Question | undefined {
  const { args, expected, kwargs, assumptions } = row
  const [text, variable = 'x', to = '0', n] = args as string[]
  if (row.op !== 'series' || !text || kwargs?.logx || /Subs|O\(/.test(text) || !/^\w+$/.test(variable))
    return undefined
  const [, sum = '', remainder] = /^(.*?)(?:(?:^| \+ )(O\(.*\)))?$/.exec(String(expected)) ?? []
  try {
    const at = ENDS[to] ?? plainTerm(to)
    const x = symbol(variable)
    const side = kwargs?.dir === '-' ? 'left' : 'right'
    const positive = Object.keys(assumptions).filter((name) => assumptions[name].includes('positive'))
    const isEnd = typeof at === 'string'
    return {
      ...{ of: plainTerm(text), variable, at, side, is: plainTerm(sum || '0') },
      order: remainder ? orderOf(remainder, isEnd) : Number(n ?? kwargs?.n ?? DEFAULT_ORDER),
      assuming: [
        ...(isEnd ? [] : [call(side === 'left' ? '<' : '>', [x, at])]),
        ...positive.map((name) => call('>', [symbol(name), plainTerm('0')])),
      ],
    }
  } catch {
    return undefined
  }
}

function judged({ is, assuming }: Question, answer: ReturnType<typeof series>): Outcome {
  if (answer.verdict !== 'series') return { grade: 'unknown', note: answer.reason }
  const { quantity, terms } = answer
  const sum = sumOf(
    terms.map(({ coefficient, exponent }) => multiply(coefficient, raise(quantity, exponent))),
  )
  const found = compare(sum, is, { assuming })
  if (found.verdict === 'unknown') return { grade: 'unknown', note: `not compared: ${found.reason}` }
  if (found.verdict !== 'equal') return { grade: 'wrong', note: `called ${print(sum)}` }
  const checked = verify(answer.certificate)
  return checked.ok ? { grade: 'right' } : { grade: 'wrong', note: `certificate refused: ${checked.reason}` }
}

export const SERIES: readonly Part[] = [
  {
    file: 'sympy_series',
    name: 'sympy_series',
    title: 'expansions',
    counts: (row) => questionOf(row) !== undefined,
    caseOf: (row): Case => {
      const asked = questionOf(row) as Question
      const { of, variable, at, side, order, assuming, is } = asked
      const place = typeof at === 'string' ? at : print(at)
      return {
        id: row.id,
        section: 'series',
        text: `${print(of)} at ${variable} = ${place} to order ${order}  ⇒  ${print(is)}`,
        ask: () =>
          attempt(() =>
            series(of, { variable, at, order, assuming, ...(typeof at === 'string' ? {} : { side }) }),
          ),
        judge: (answer) =>
          answer instanceof Error ? failed(answer) : judged(asked, answer as ReturnType<typeof series>),
      }
    },
  },
]
