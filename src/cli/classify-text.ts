/** What `ogee classify` says, as text. */
import type { Classified } from '../learn/logistic/classify.ts'
import type { ExplainedLine } from '../learn/logistic/explained.ts'
import type { HeldOut } from '../learn/logistic/held-out.ts'
import type { Coefficient, Fitted, LogisticResult } from '../learn/logistic/result.ts'
import type { Scores } from '../learn/logistic/score.ts'

/** Six significant digits, or fewer if that is all. */
const short = (value: number): string => {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞'
  const text = `${Number(value.toPrecision(6))}`
  return text.replace(/^-/, '−').replace('e-', 'e−')
}

const chanceOf = (p: number): string => (p < 1e-4 ? '<0.0001' : p.toFixed(4))

/** Columns under their titles, numbers at their right ends. */
function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [titles, ...rows]
  const widths = titles.map((_, j) => Math.max(...all.map((row) => [...(row[j] as string)].length)))
  const padded = (text: string, j: number): string => {
    const spaces = ' '.repeat((widths[j] as number) - [...text].length)
    return j === 0 ? text + spaces : spaces + text
  }
  return all.map((row) => row.map(padded).join('  ').trimEnd())
}

const row = ({
  name,
  value,
  standardError,
  z,
  p,
  oddsRatio,
  marginalEffect,
  lower,
  upper,
}: Coefficient): string[] => [
  name,
  short(value),
  short(standardError),
  short(Number(z.toPrecision(4))),
  chanceOf(p),
  ...(oddsRatio
    ? [
        name.startsWith('(') ? '' : short(oddsRatio.value),
        name.startsWith('(') ? '' : `${short(oddsRatio.lower)} … ${short(oddsRatio.upper)}`,
      ]
    : [`${short(lower)} … ${short(upper)}`]),
  marginalEffect === undefined ? '' : short(marginalEffect),
]

function titlesOf({ level, coefficients }: Fitted): string[] {
  const interval = `${short(100 * level)} % interval`
  const odds = coefficients[0]?.oddsRatio ? ['odds ratio', interval] : [interval]
  return ['', 'coefficient', 'std. error', 'z', 'p', ...odds, 'effect on chance']
}

const scoreLine = ({ accuracy, logLoss, brier, auc }: Scores): string =>
  `accuracy ${short(accuracy)}, log loss ${short(logLoss)}, Brier score ${short(brier)}, area under ROC ${short(auc)}`

const heldOutLine = (found: HeldOut): string =>
  found.verdict === 'scored' ? `${found.how}: ${scoreLine(found)}` : `held out: unknown, ${found.reason}`

/** A fit, without scores. */
function fitLines(result: Fitted): string[] {
  const { coefficients, deviance, nullDeviance, logLikelihood, aic, gradientNorm, digits, passes, l2 } =
    result
  return [
    ...table(titlesOf(result), coefficients.map(row)),
    '',
    ...(l2 > 0
      ? [
          `penalty ${short(l2)}/2 for each squared coefficient: standard errors are those of the penalised loss`,
        ]
      : []),
    `deviance ${short(deviance)}, without columns ${short(nullDeviance)}; log-likelihood ${short(logLikelihood)}; AIC ${short(aic)}`,
    `largest derivative ${gradientNorm.toExponential(1).replace('-', '−')} for each row; about ${Math.floor(digits)} digits are right; ${passes} passes over the rows`,
  ]
}

/** What was found, however the rows came. */
export function resultText(result: LogisticResult, about: string): string {
  if (result.verdict !== 'fitted')
    return `${result.verdict === 'separated' ? `${result.kind === 'complete' ? 'complete' : 'quasi-complete'} separation` : result.verdict}: ${result.reason}\n`
  return `${[about, '', ...fitLines(result)].join('\n')}\n`
}

/** What was found of a table. */
export function classifiedText({ design, result, scores, heldOut }: Classified, dropped: number): string {
  const { target, references } = design
  const rows = result.verdict === 'fitted' ? result.rows : design.rows.count
  const counts =
    result.verdict === 'fitted'
      ? `, ${short(result.outcomes)} of ${short(result.weight)} are ${target.yes}`
      : ''
  const compared = Object.entries(references).map(([column, level]) => `${column} is compared to ${level}`)
  const about = [
    `the chance that ${target.column} is ${target.yes}: ${rows} rows${counts}`,
    ...compared,
    ...(dropped > 0 ? [`${dropped} rows are left out: a value is missing`] : []),
  ].join('\n')
  return [
    resultText(result, about),
    ...(scores ? [`the rows fitted: ${scoreLine(scores)}\n`] : []),
    ...(heldOut ? [`${heldOutLine(heldOut)}\n`] : []),
  ].join('')
}

const SAID = { equal: 'proved', different: 'false', disjoint: 'false', unknown: 'not proved' } as const

/** The loss explained. */
export const explainedText = (lines: readonly ExplainedLine[]): string =>
  lines
    .map(({ say, left, right, verdict }) => `${say}:\n    ${left}\n      = ${right}    ${SAID[verdict]}\n`)
    .join('')
