/**
 * Fits held against values that others certified or found in many digits: from given starting values and from none. A
 * fit counts as right with 8 digits of every estimate, 7 of every standard error and 9 of the sum of squares.
 */
import { fit as fitted } from '../src/fit/index.ts'
import type { Fit } from '../src/fit/result.ts'
import { columnsFor, startsAround } from './dose-response.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

const [ESTIMATES, ERRORS, SUM] = [8, 7, 9] as const

/** Digits in which two numbers agree; at most 16. */
const digits = (value: number, right: number): number =>
  Math.min(16, -Math.log10(Math.abs(value - right) / Math.abs(right)))

interface Wanted {
  readonly name: string
  readonly value: number
  readonly error: number
  readonly observedError?: number
}

interface Data {
  readonly formula: string
  readonly columns: Record<string, readonly number[]>
  readonly wanted: readonly Wanted[]
  readonly sum: number
}

function judged(answer: unknown, { wanted, sum }: Data): Outcome {
  if (answer instanceof Error) return failed(answer)
  const found = answer as Fit
  const least = (list: readonly number[]): number => Math.min(...list)
  const estimates = least(wanted.map(({ name, value }) => digits(found.value(name), value)))
  const errors = least(
    wanted.flatMap(({ name, error, observedError }) => [
      digits(found.error(name), error),
      // these are stored to twelve digits
      ...(observedError === undefined ? [] : [digits(found.error(name, 'observed'), observedError)]),
    ]),
  )
  const rss = digits(found.rss, sum)
  const figures = { 'digits of estimates': estimates, 'of standard errors': errors, 'of the sum': rss }
  const note = `${estimates.toFixed(1)}, ${errors.toFixed(1)} and ${rss.toFixed(1)} digits; ${found.verdict}`
  if (found.verdict === 'unknown') return { grade: 'unknown', note: found.identifiability.reason ?? '' }
  const isRight = estimates >= ESTIMATES && errors >= ERRORS && rss >= SUM && found.verdict === 'fitted'
  return isRight ? { grade: 'right', figures } : { grade: 'wrong', note, figures }
}

/** Letters that plain notation reads as one: the suites' own names would be products. */
function renamed(
  formula: string,
  names: readonly string[],
): { formula: string; letter: (name: string) => string } {
  const letter = (name: string): string => `p${names.indexOf(name) + 1}`
  const pattern = new RegExp(`\\b(${names.join('|')})\\b`, 'g')
  return { formula: formula.replace(pattern, letter), letter }
}

interface Refined {
  readonly param: string
  readonly value: string
  readonly sd?: string
  readonly sd_gauss_newton?: string
  readonly sd_observed_hessian?: string
}

function dataOf(row: Row): Data {
  const refined = row.refined as readonly Refined[]
  const { formula, letter } = renamed(
    row.model,
    refined.map(({ param }) => param),
  )
  return {
    formula,
    columns: row.data ? responses(row) : { x: row.x, y: row.y },
    wanted: refined.map(({ param, value, sd, sd_gauss_newton, sd_observed_hessian }) => ({
      name: letter(param),
      value: Number(value),
      error: Number(sd ?? sd_gauss_newton),
      ...(sd_observed_hessian === undefined ? {} : { observedError: Number(sd_observed_hessian) }),
    })),
    sum: Number(row.refined_rss),
  }
}

/** One of NIST's responses is the logarithm of y. */
const responses = ({ data, response }: Row): Record<string, readonly number[]> =>
  String(response).startsWith('log') ? { ...data, y: data.y.map(Math.log) } : data

const plainCase = (row: Row): Case => {
  const data = dataOf(row)
  return {
    id: row.id,
    section: row.dataset ?? '',
    text: data.formula,
    ask: () => attempt(() => settled(fitted(data.formula, data.columns))),
    judge: (answer) => judged(answer, data),
  }
}

/** With its verdict, which is worked out when it is first read. */
function settled(found: Fit): Fit {
  void found.verdict
  return found
}

function nistCase(row: Row): Case {
  const data = dataOf(row)
  const starts: readonly number[] | undefined = row.starts[row.start]
  const names = (row.params as readonly string[]).map((_, i) => `p${i + 1}`)
  const start = starts && Object.fromEntries(names.map((name, i) => [name, starts[i] as number]))
  return {
    id: `${row.id}-${row.start}`,
    section: starts ? `from start ${row.start + 1}` : 'without starting values',
    text: data.formula,
    ask: () => attempt(() => settled(fitted(data.formula, data.columns, start ? { start } : {}))),
    judge: (answer) => judged(answer, data),
  }
}

/** A sum below this part of another is lower, not rounded otherwise. */
const LOWER = 1e-9
/** The same where no lowest sum is claimed. */
const ENDLESS = 1e-3
/** Below this the curve goes through all points: the responses are about 1 or more. */
const ROUNDING = 1e-26
const STARTS = 200

/** The best of many starts, each fitted from there alone. */
function bestOf(formula: string, columns: Record<string, readonly number[]>): number {
  let least = Infinity
  for (const start of startsAround(columns.x as number[], columns.y as number[], STARTS)) {
    const found = attempt(() => fitted(formula, columns, { start, search: false }))
    if (!(found instanceof Error) && found.rss < least) least = found.rss
  }
  return least
}

const DOSE_RESPONSE = 'c + (d - c)/(1 + (x/g)^b)'

export const FITS: readonly Part[] = [
  {
    file: 'nist_strd_nonlinear',
    name: 'nist_strd_nonlinear',
    title: 'certified fits, from both starts and from none',
    counts: () => true,
    rowsIn: (row) => [0, 1, 2].map((start) => ({ ...row, start })),
    caseOf: nistCase,
  },
  {
    file: 'growth_fits',
    name: 'growth_fits',
    title: 'growth curves without starting values',
    counts: (row) => row.refined !== undefined,
    caseOf: plainCase,
  },
  {
    file: 'dose_response_published',
    name: 'dose_response_published',
    title: 'published dose-response curves, both standard errors',
    counts: () => true,
    caseOf: plainCase,
  },
  {
    file: 'dose_response_data',
    name: 'dose_response_data',
    title: 'four parameters: no start of 200 is better, or the data do not determine them',
    counts: () => true,
    caseOf: (row) => {
      const columns = columnsFor(row)
      if ('none' in columns) return columns
      return {
        id: row.id,
        section: '',
        text: DOSE_RESPONSE,
        ask: () => attempt(() => settled(fitted(DOSE_RESPONSE, columns))),
        judge: (answer): Outcome => {
          if (answer instanceof Error) return failed(answer)
          const found = answer as Fit
          const reason = found.identifiability.reason ?? ''
          if (found.verdict === 'unknown') return { grade: 'unknown', note: reason }
          const least = bestOf(DOSE_RESPONSE, columns)
          // where S falls for ever, how far it was followed says nothing
          const isLower =
            found.rss > ROUNDING && least < found.rss * (1 - (found.verdict === 'fitted' ? LOWER : ENDLESS))
          if (isLower)
            return {
              grade: 'wrong',
              note: `${found.rss}, but ${least} from another start (${found.verdict})`,
            }
          return { grade: 'right', note: found.verdict === 'fitted' ? 'fitted' : `undetermined` }
        },
      }
    },
  },
]
