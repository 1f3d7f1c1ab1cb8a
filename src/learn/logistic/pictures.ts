/** Pictures of a regression: how outcomes are told apart, whether chances come true, where the border runs. */
import type { HeatOptions } from '../../plot/heat/options.ts'
import { plot } from '../../plot/index.ts'
import type { PlotOptions } from '../../plot/options.ts'
import { boundaryPicture } from '../boundary.ts'
import { chanceOf, linearForm } from './chances.ts'
import type { Design } from './design.ts'
import type { LogisticModel } from './model.ts'
import type { Scores } from './score.ts'

/**
 * The share of outcomes 1 found, over the share of outcomes 0 taken for 1, for all cut-offs (receiver operating
 * characteristic), as SVG.
 */
export function rocPicture({ roc, auc }: Scores, options: PlotOptions = {}): string {
  const x = roc.map(({ falsePositive }) => falsePositive)
  const y = roc.map(({ truePositive }) => truePositive)
  // the x of a band must rise: a step is a very steep piece
  const rising: number[] = []
  for (const v of x) rising.push(Math.max(v, (rising.at(-1) ?? -1) + STEEP))
  const area = { x: rising, lower: x.map(() => 0), upper: y, label: 'area' }
  return plot([{ of: 'x', label: 'by chance', dash: 'dashed' }], {
    from: 0,
    to: 1,
    yFrom: 0,
    yTo: 1,
    title: `ROC: area ${auc.toFixed(3)}`,
    xLabel: 'share of outcomes 0 taken for 1',
    yLabel: 'share of outcomes 1 found',
    data: [{ x, y, label: 'cut-offs', marker: '.' }],
    bands: [area],
    legend: 'bottom-right',
    ...options,
  })
}

const STEEP = 1e-9

/** Mean chances beside the shares of outcomes 1 of rows with such chances, with a standard error, as SVG. */
export function calibrationPicture({ calibration }: Scores, options: PlotOptions = {}): string {
  return plot([{ of: 'x', label: 'chances that come true', dash: 'dashed' }], {
    from: 0,
    to: 1,
    yFrom: 0,
    yTo: 1,
    title: 'Calibration',
    xLabel: 'chance',
    yLabel: 'share of outcomes 1',
    data: [
      {
        x: calibration.map(({ chance }) => chance),
        y: calibration.map(({ share }) => share),
        yError: calibration.map(({ chance, weight }) => Math.sqrt((chance * (1 - chance)) / weight)),
        label: 'tenths of the rows',
      },
    ],
    legend: 'top-left',
    ...options,
  })
}

/**
 * The chance over two columns with the rows and the line where it is ½; other columns are at their means. Nothing if
 * there are not two columns.
 */
export function borderPicture(
  { rows, features, outcome }: Design,
  model: LogisticModel,
  options: HeatOptions = {},
): string | undefined {
  const b = [model.constant, ...model.terms.map(({ coefficient }) => coefficient)]
  const columns = features.map(({ name }) => rows.columns[name] as Float64Array)
  const means = columns.map((column) => column.reduce((sum, v) => sum + v, 0) / rows.count)
  const [first, second] = strongest(columns, means, b)
  if (first === undefined || second === undefined) return undefined
  const names = [features[first]?.name as string, features[second]?.name as string] as const
  const chance = chanceOf(model.link)
  const f = (x: number, y: number): number => {
    const at = means.map((mean, j) => [j === first ? x : j === second ? y : mean])
    return chance(linearForm(b, at, 1)[0] as number)
  }
  const [across, up, y] = [columns[first], columns[second], rows.columns[outcome]] as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const points = Array.from(across, (x, i) => ({
    x,
    y: up[i] as number,
    kind: (y[i] as number) > 0.5 ? 1 : 0,
  }))
  const others = features.length > 2 ? ', other columns at their means' : ''
  return boundaryPicture(
    { f, names, points },
    { title: `Chance of ${model.target.column} = ${model.target.yes}${others}`, ...options },
  )
}

/** The two columns that move z most. */
function strongest(
  columns: readonly Float64Array[],
  means: readonly number[],
  b: readonly number[],
): readonly number[] {
  const reach = columns.map((column, j) => {
    const mean = means[j] as number
    const square = column.reduce((sum, v) => sum + (v - mean) ** 2, 0)
    return Math.abs(b[j + 1] as number) * Math.sqrt(square)
  })
  return reach
    .map((_, j) => j)
    .sort((i, j) => (reach[j] as number) - (reach[i] as number))
    .slice(0, 2)
    .sort((i, j) => i - j)
}
