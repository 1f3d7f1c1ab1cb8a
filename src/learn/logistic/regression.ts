/**
 * Logistic regression: coefficients b that make the outcomes most likely, when the chance of an outcome is a formula
 * of z = b₀ + b₁·x₁ + …; with standard errors from the second derivatives (P. McCullagh, J. A. Nelder, Generalized
 * Linear Models, 1989; A. Agresti, Categorical Data Analysis, 2013).
 */

import { decimalTerm } from '../../compute/doubles.ts'
import { normal, normalQuantile } from '../../data/distributions.ts'
import type { Rows } from '../../data/rows.ts'
import { OgeeError } from '../../expression/error.ts'
import { add, call, type Expr, integer, multiply, negate, substitute } from '../../expression/expr.ts'
import type { Formula } from '../../syntax/formula.ts'
import { print } from '../../syntax/index.ts'
import { cholesky, inverse } from './cholesky.ts'
import { lossOf } from './loss.ts'
import { LEAST_PIVOT, type Search, search, started } from './newton.ts'
import { covarianceOf, digitsOf } from './precision.ts'
import { CONSTANT, type Coefficient, type LogisticResult } from './result.ts'
import { parametersOf, type Scaling, scalingOf } from './scaling.ts'
import { inUnits, marginSums, type Separation, separationAlong } from './separation.ts'
import { type Problem, type Terms, termsOf } from './terms.ts'
import { collinear, separated } from './unanswered.ts'

export interface RegressionOptions {
  /** The columns that the chance depends on. */
  readonly features: readonly string[]
  /** The column of the outcomes: numbers from 0 to 1. */
  readonly outcome: string
  /** The column of weights; all are 1 without it. */
  readonly weight?: string
  /** The chance as a formula in one letter; 1/(1 + e^-z) by default. */
  readonly link?: Formula
  /** Half of this times the sum of squares of all coefficients but the constant is added to the loss. */
  readonly l2?: number
  /** Of the intervals, 0.95 by default. */
  readonly level?: number
}

type Found = Search & { readonly found: true }

/**
 * Fits coefficients to rows wherever they are. Columns are put in standard units within; the result is in their own.
 *
 * @throws OgeeError `E831` for a link that is none, `E832` for options that cannot be, `E833` for rows that say nothing.
 * @example
 * ```ts
 * import { inMemory, regression } from 'ogee/learn'
 * const rows = inMemory({ x: Float64Array.of(1, 2, 3, 4), y: Float64Array.of(0, 1, 0, 1) })
 * const { verdict } = await regression(rows, { features: ['x'], outcome: 'y' })
 * verdict // → 'fitted'
 * ```
 */
export async function regression(rows: Rows, options: RegressionOptions): Promise<LogisticResult> {
  const { features, outcome, weight, link, l2 = 0, level = 0.95 } = options
  if (!(l2 >= 0 && l2 < Infinity))
    throw new OgeeError('E832', `l2 cannot be ${l2}`, undefined, 'a number ≥ 0')
  if (!(level > 0 && level < 1))
    throw new OgeeError('E832', `level cannot be ${level}`, undefined, 'for example 0.95')
  if (rows.count === 0) throw new OgeeError('E833', 'there are no rows')
  const loss = lossOf(link)
  const problem: Problem = { rows, features, outcome, loss, ...(weight === undefined ? {} : { weight }) }
  const terms = termsOf(problem)
  const scaling = await scalingOf(problem, terms)
  checkOutcomes(scaling, options)
  const penalties = scaling.scales.map((s, j) => (j === 0 ? 0 : l2 * s * s))
  let separation: Separation | undefined
  const asked = { problem, terms, scaling, sums: marginSums(terms) }
  const isEndless = async (direction: Float64Array): Promise<boolean> => {
    separation = l2 > 0 ? undefined : await separationAlong(direction, asked)
    return separation !== undefined
  }
  const searching = { problem, terms, scaling, penalties, isEndless }
  const found = await search(searching, await started(searching))
  if (found.found) return fitted(found, { problem, terms, scaling, l2, level })
  if ('dependent' in found) {
    const products = await rows.sums(terms.products, parametersOf(terms, scaling))
    const columns = cholesky(products, features.length + 1, LEAST_PIVOT)
    return 'dependent' in columns
      ? collinear(columns.dependent, columns.of, features, scaling)
      : { verdict: 'unknown', reason: 'with this link the loss is not convex where the search begins' }
  }
  if (separation === undefined && !(await isEndless(found.b))) await isEndless(found.direction)
  if (separation) return separated(separation, features, rows.count, scaling)
  return { verdict: 'unknown', reason: `no end was found in ${found.passes} passes over the rows` }
}

function checkOutcomes(
  { weight, outcomes, shifts, deviations }: Scaling,
  { outcome, features }: RegressionOptions,
): void {
  if (!Number.isFinite(weight) || !Number.isFinite(outcomes))
    throw new OgeeError('E833', `the column ${JSON.stringify(outcome)} or the weights are not all numbers`)
  if (!(weight > 0)) throw new OgeeError('E833', 'there are no rows that count')
  if (!(outcomes > 0 && outcomes < weight))
    throw new OgeeError('E833', `the outcome in ${JSON.stringify(outcome)} is the same in all rows`)
  const odd = features.find(
    (_, j) => !Number.isFinite((shifts[j + 1] as number) + (deviations[j + 1] as number)),
  )
  if (odd !== undefined)
    throw new OgeeError(
      'E833',
      `the column ${JSON.stringify(odd)} holds what is no number, or too large for one`,
    )
  if (features.includes(outcome))
    throw new OgeeError('E832', `${JSON.stringify(outcome)} is the outcome: nothing can depend on itself`)
}

interface Setting {
  readonly problem: Problem
  readonly terms: Terms
  readonly scaling: Scaling
  readonly l2: number
  readonly level: number
}

async function fitted(
  found: Found,
  { problem, terms, scaling, l2, level }: Setting,
): Promise<LogisticResult> {
  const { rows, features, loss } = problem
  const size = found.b.length
  const values = inUnits(found.b, scaling)
  const scaledCovariance = inverse(found.lower, size)
  const covariance = covarianceOf(scaledCovariance, scaling)
  const { deviance, logLikelihood, slope } = await summed(found.b, { problem, terms, scaling })
  const reach = normalQuantile((1 + level) / 2)
  const effect = slope / scaling.weight
  const coefficients = values.map((value, j): Coefficient => {
    const standardError = Math.sqrt((covariance[j] as number[])[j] as number)
    const [lower, upper] = [value - reach * standardError, value + reach * standardError]
    const z = value / standardError
    return {
      name: j === 0 ? CONSTANT : (features[j - 1] as string),
      value,
      standardError,
      z,
      p: 2 * normal(-Math.abs(z)).below,
      lower,
      upper,
      ...(loss.isLogit
        ? { oddsRatio: { value: Math.exp(value), lower: Math.exp(lower), upper: Math.exp(upper) } }
        : {}),
      ...(j === 0 ? {} : { marginalEffect: value * effect }),
    }
  })
  return {
    verdict: 'fitted',
    link: print(loss.link),
    coefficients,
    covariance,
    level,
    l2,
    rows: rows.count,
    weight: scaling.weight,
    outcomes: scaling.outcomes,
    logLikelihood,
    deviance,
    nullDeviance: nullDeviance(scaling) - saturated(deviance, logLikelihood),
    aic: 2 * size - 2 * logLikelihood,
    gradientNorm: Math.max(...found.gradient.map(Math.abs)) / scaling.weight,
    digits: digitsOf(values, found, scaledCovariance, scaling),
    passes: found.passes,
  }
}

/** The deviance counts from the loss of outcomes that are their own chances. */
const saturated = (deviance: number, logLikelihood: number): number => -2 * logLikelihood - deviance

/** Twice the loss if no column counts: the chance is the share of outcomes, whatever the link is. */
function nullDeviance({ weight, outcomes }: Scaling): number {
  const p = outcomes / weight
  return -2 * (outcomes * Math.log(p) + (weight - outcomes) * Math.log1p(-p))
}

/** Losses and the mean slope of the chance at the coefficients. */
async function summed(
  b: Float64Array,
  { problem: { rows, loss }, terms, scaling }: Omit<Setting, 'l2' | 'level'>,
): Promise<{ deviance: number; logLikelihood: number; slope: number }> {
  const { y, z, weight } = terms
  const counted = (u: Expr): Expr => (weight ? multiply(weight, u) : u)
  const slope = counted(substitute(loss.slope, new Map([['z', z]])))
  const sums = await rows.sums([...terms.value, slope, counted(entropy(y))], parametersOf(terms, scaling, b))
  const [value, slopes, least] = sums as unknown as [number, number, number]
  return { deviance: 2 * (value - least), logLikelihood: -value, slope: slopes }
}

/** The least loss that an outcome y can have, −y·log y − (1 − y)·log(1 − y), which is 0 for 0 and 1. */
function entropy(y: Expr): Expr {
  const part = (u: Expr): Expr => multiply(u, call('log', [call('max', [u, decimalTerm(1e-300)])]))
  return negate(add(part(y), part(add(integer(1), negate(y)))))
}
