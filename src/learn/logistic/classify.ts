/** Logistic regression of a table: the design, the fit, scores of all rows and of rows held out, and the model. */
import type { Table } from '../../data/table.ts'
import { chancesAt, linearForm } from './chances.ts'
import { type Design, type DesignOptions, designOf } from './design.ts'
import { type HeldOut, type HeldOutOptions, heldOut } from './held-out.ts'
import { type LogisticModel, modelOf } from './model.ts'
import { type RegressionOptions, regression } from './regression.ts'
import type { Fitted, LogisticResult } from './result.ts'
import { type Scores, scoresOf } from './score.ts'

export interface ClassifyOptions
  extends DesignOptions,
    HeldOutOptions,
    Pick<RegressionOptions, 'link' | 'l2' | 'level'> {}

/** What there is to say of a table. */
export interface Classified {
  readonly design: Design
  readonly result: LogisticResult
  /** Only of a fit. */
  readonly model?: LogisticModel
  /** Of the rows that were fitted. */
  readonly scores?: Scores
  readonly heldOut?: HeldOut
}

/** Fewer rows are not split unless it is asked for. */
const FEW = 40

/**
 * Fits the chance of an outcome to a table.
 *
 * @throws OgeeError `E808`, `E834`, `E835` for columns that cannot be used, and as `regression` does.
 * @example
 * ```ts
 * import { records, tableFrom } from 'ogee/data'
 * import { classify } from 'ogee/learn'
 * async function* bytes() {
 *   yield new TextEncoder().encode('x,ill\n1,no\n2,no\n3,yes\n4,no\n5,yes\n')
 * }
 * const table = await tableFrom(records(bytes(), { file: 'ill.csv' }), { file: 'ill.csv' })
 * const { result, model } = await classify(table, { target: 'ill' })
 * result.verdict // → 'fitted'
 * model.target // → { column: 'ill', yes: 'yes', no: 'no' }
 * ```
 */
export async function classify(table: Table, options: ClassifyOptions): Promise<Classified> {
  const design = designOf(table, options)
  const { rows, features, outcome, weight } = design
  const { link = '1/(1+e^-z)', l2, level, test, folds, seed } = options
  const names = features.map(({ name }) => name)
  const asked = { link, ...(l2 === undefined ? {} : { l2 }) }
  const found = await regression(rows, {
    features: names,
    outcome,
    ...(weight === undefined ? {} : { weight }),
    ...asked,
    ...(level === undefined ? {} : { level }),
  })
  if (found.verdict !== 'fitted') return { design, result: found }
  const result = withWays(found, design)
  const z = linearForm(
    result.coefficients.map(({ value }) => value),
    names.map((name) => rows.columns[name] as Float64Array),
    rows.count,
  )
  const { chances, losses } = chancesAt(z, link as string)
  const scores = scoresOf({
    chances,
    outcomes: rows.columns[outcome] as Float64Array,
    weights: weight === undefined ? undefined : (rows.columns[weight] as Float64Array),
    losses,
  })
  const isSplit = test !== undefined || folds !== undefined || seed !== undefined || rows.count >= FEW
  const split = {
    ...(test === undefined ? {} : { test }),
    ...(folds === undefined ? {} : { folds }),
    ...(seed === undefined ? {} : { seed }),
  }
  return {
    design,
    result,
    model: modelOf(result, design),
    scores,
    ...(isSplit ? { heldOut: await heldOut(design, asked, split) } : {}),
  }
}

/** The likelihood of counts has the number of ways in which they can come about. */
const withWays = (found: Fitted, { ways }: Design): Fitted => ({
  ...found,
  logLikelihood: found.logLikelihood + ways,
  aic: found.aic - 2 * ways,
})
