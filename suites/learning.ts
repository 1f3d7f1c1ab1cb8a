/** Logistic regressions held against those of R's glm: eight digits of every coefficient, and of both deviances. */
import { logistic } from '../src/learn/logistic/index.ts'
import type { LogisticResult } from '../src/learn/logistic/result.ts'
import { failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

const DIGITS = 8
/** R stops where the deviance no longer changes in eight digits; its standard errors are those of the step before. */
const DIGITS_OF_ERRORS = 6

const digits = (value: number, right: number): number =>
  value === right ? 16 : Math.min(16, -Math.log10(Math.abs(value / right - 1)))

function judged(answer: unknown, row: Row): Outcome {
  if (answer instanceof Error) return failed(answer)
  const found = answer as LogisticResult
  if (found.verdict !== 'fitted') return { grade: 'unknown', note: found.reason }
  const estimates = row.estimates as readonly { readonly value: number; readonly sd: number }[]
  const least = (values: readonly number[]): number => Math.min(...values)
  const coefficients = least(
    estimates.map(({ value }, j) => digits(found.coefficients[j]?.value ?? Number.NaN, value)),
  )
  const errors = least(
    estimates.map(({ sd }, j) => digits(found.coefficients[j]?.standardError ?? Number.NaN, sd)),
  )
  const deviances = least([
    digits(found.deviance, row.deviance),
    digits(found.nullDeviance, row.null_deviance),
  ])
  const figures = {
    'digits of coefficients': coefficients,
    'of standard errors': errors,
    'of deviances': deviances,
  }
  const isRight = coefficients >= DIGITS && errors >= DIGITS_OF_ERRORS && deviances >= DIGITS
  return isRight
    ? { grade: 'right', figures }
    : {
        grade: 'wrong',
        note: `${coefficients.toFixed(1)}, ${errors.toFixed(1)} and ${deviances.toFixed(1)} digits`,
        figures,
      }
}

export const LEARNING: readonly Part[] = [
  {
    file: 'growth_fits',
    name: 'growth_fits/binomial',
    title: 'logistic regressions beside R',
    counts: (row) => String(row.model).startsWith('logistic-regression'),
    caseOf: (row): Case => ({
      id: row.id,
      section: 'binomial',
      text: row.dataset,
      ask: () =>
        logistic(row.x, row.y, row.trials ? { trials: row.trials } : {}).catch((error: Error) => error),
      judge: (answer) => judged(answer, row),
    }),
  },
]
