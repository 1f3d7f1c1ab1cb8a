/** A formula fitted to two columns of a table: the curve, its parameters with errors, and whether the data say so. */
import { chosenColumns } from '../../../../src/cli/fit-table.ts'
import { isCondition } from '../../../../src/expression/condition.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, isCall } from '../../../../src/expression/expr.ts'
import {
  type Fit,
  type FitPicture,
  fitPicture,
  fit as fitted,
  residualPicture,
} from '../../../../src/fit/index.ts'
import { plot } from '../../../../src/plot/index.ts'
import { opened } from '../../../../src/rules/forms.ts'
import { curveOperand } from '../../../../src/syntax/formula.ts'
import { read } from '../../../../src/syntax/index.ts'
import { nearestName } from '../../../../src/syntax/suggest.ts'
import { meanings } from '../letters.ts'
import { type Maths, mathsOf } from '../maths.ts'
import { type PictureMarkup, pictureMarkup } from '../picture.ts'
import { type Data, tableIn } from '../table.ts'

export interface FitQuestion {
  readonly data: Data
  /** The columns. */
  readonly x: string
  readonly y: string
  /** A named curve, or any formula. */
  readonly model: string
  /** Formulas in the parameters, separated by semicolons. */
  readonly quantities: string
}

/** A number with its error and interval; NaN where there is none. */
export interface Known {
  readonly name: string
  /** What it stands for, in the words of the field; or why there is no value. */
  readonly means?: string
  readonly value: number
  readonly error: number
  readonly low: number
  readonly high: number
}

export interface FitAnswer {
  readonly formula: Maths
  readonly verdict: Fit['verdict']
  /** What the verdict is about, and what else is to be known. */
  readonly said: readonly string[]
  /** Of the intervals, in percent. */
  readonly level: number
  readonly parameters: readonly Known[]
  readonly derived: readonly Known[]
  readonly quality: readonly (readonly [name: string, value: number])[]
  readonly picture: PictureMarkup | undefined
  readonly residuals: PictureMarkup | undefined
}

/** @throws OgeeError for a table, a formula or columns that cannot be used. */
export async function answer({ data, x, y, model, quantities }: FitQuestion): Promise<FitAnswer> {
  const formula = modelIn(model)
  const table = await tableIn(data)
  const { groups, missing } = chosenColumns(table, [...new Set([x, y])], undefined)
  const { data: columns, lines } = groups[0] as (typeof groups)[number]
  const fit = fitted(formula, columns, {
    x: { [letterOf(formula)]: x },
    y,
    rowName: (i) => `line ${lines[i]}`,
  })
  const { reason, notes } = fit.identifiability
  const isSure = fit.verdict === 'fitted' && fit.df > 0
  const level = Number((100 * fit.level).toPrecision(4))
  const words = meanings(formula)?.of
  return {
    formula: mathsOf(opened(fit.formula) ?? fit.formula),
    verdict: fit.verdict,
    said: [
      reason ?? 'the data determine every parameter',
      ...notes,
      ...(missing.length === 0 ? [] : [`${linesSaid(missing)} left out: a value is missing`]),
      ...(fit.limitRows.length === 0
        ? []
        : [`in ${fit.limitRows.length} rows ${x} is 0: there the curve is continued by its limit`]),
    ],
    level,
    parameters: fit.estimates.map((one) => {
      const interval = isSure && one.state === 'free' ? fit.profile(one.name) : undefined
      const means = words?.get(one.name)
      return {
        ...{ name: one.name, value: one.value, error: isSure ? one.error : Number.NaN },
        ...{ low: interval?.low ?? Number.NaN, high: interval?.high ?? Number.NaN },
        ...(means === undefined ? {} : { means }),
      }
    }),
    derived: [...(isSure ? effectsOf(fit) : []), ...quantitiesOf(fit, quantities)],
    quality: [
      ['rows', fit.count],
      ['degrees of freedom', fit.df],
      ['sum of squares', fit.rss],
      ['standard deviation of residuals', fit.deviation],
      ['R²', fit.rSquared],
      ['AIC', fit.aic],
      ['BIC', fit.bic],
    ],
    picture: drawn(
      fitPicture(fit, { x, y }),
      `The points, the curve, the band in which it lies with ${level} %, and the wider one for further points.`,
    ),
    residuals: drawn(
      residualPicture(fit, { x }),
      `The points less the curve: without a pattern, if the model is right.`,
    ),
  }
}

const SHORTEST_MISSPELT = 3

/** The model: also as `y = …`. */
function modelIn(text: string): Expr {
  const { expr } = read(text)
  const [left, right] = isCall(expr, '=') ? expr.args : []
  const formula = left?.kind === 'symbol' && right ? right : expr
  if (isCondition(formula))
    throw new OgeeError('E113', 'a model is a formula, not a condition', undefined, 'for example a + b*x')
  const near =
    formula.kind === 'symbol' && formula.name.length >= SHORTEST_MISSPELT
      ? nearestName(formula.name)
      : undefined
  if (near !== undefined)
    throw new OgeeError('E110', `unknown function ${text.trim()}`, undefined, `did you mean ${near}?`)
  return formula
}

/** The letter that stands for the column across: x, the operand of a named curve, t, or the only one. */
function letterOf(formula: Expr): string {
  const letters = freeSymbols(formula).filter((name) => !CONSTANTS.has(name))
  const found = letters.includes('x')
    ? 'x'
    : (curveOperand(formula) ?? (letters.includes('t') ? 't' : undefined))
  const letter = found ?? (letters.length === 1 ? letters[0] : undefined)
  if (letter !== undefined) return letter
  throw new OgeeError(
    'E403',
    letters.length === 0
      ? 'the model has no letters'
      : `which of the letters ${letters.join(', ')} is the column is not clear`,
    undefined,
    'call it x',
  )
}

const effectsOf = (fit: Fit): Known[] =>
  fit.effects().map(({ name, formula, value, error, interval: [low, high] }) => ({
    ...{ name, value, error, low, high },
    ...(formula === undefined ? {} : { means: formula }),
  }))

/** What cannot be read does not take the fit away. */
function quantitiesOf(fit: Fit, text: string): Known[] {
  const wanted = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
  return wanted.map((name) => {
    try {
      const { value, error, interval } = fit.quantity(name)
      return { name, value, error, low: interval[0], high: interval[1] }
    } catch (thrown) {
      if (!(thrown instanceof OgeeError)) throw thrown
      const none = Number.NaN
      return { name, means: thrown.message, value: none, error: none, low: none, high: none }
    }
  })
}

const MOST_LINES = 5

const linesSaid = (lines: readonly number[]): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, MOST_LINES).join(', ')}${
    lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : ''
  }`

const drawn = (picture: FitPicture | undefined, described: string): PictureMarkup | undefined =>
  picture && pictureMarkup(() => ({ svg: plot(picture.curves, picture.options), described }))
