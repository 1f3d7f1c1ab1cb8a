/** The pictures of test/cases/plots.txt. */
import type { PlotOptions } from '../../src/plot/options.ts'
import { cases } from './cases.ts'

export interface PlotCase {
  readonly text: string
  readonly formula: string
  readonly options: PlotOptions
  readonly open: number
  readonly closed: number
  readonly isBand: boolean
}

const AXES: Readonly<Record<string, PlotOptions['scale']>> = {
  x: { x: 'log' },
  y: { y: 'log' },
  both: { x: 'log', y: 'log' },
}

function optionsIn(parts: readonly string[]): PlotOptions {
  const pairs = parts.map((part) => {
    const [name = '', value = ''] = part.split(' ')
    return name === 'log' ? ['scale', AXES[value]] : [name, Number(value)]
  })
  return Object.fromEntries(pairs)
}

const countOf = (kind: string, answer: string): number =>
  Number(new RegExp(`(\\d+) ${kind}`).exec(answer)?.[1] ?? 0)

export const PLOTS: readonly PlotCase[] = cases('plots').map(({ input, answer }) => {
  const [formula = '', ...parts] = input.split(' ; ')
  return {
    text: input,
    formula,
    options: optionsIn(parts),
    open: countOf('open', answer),
    closed: countOf('closed', answer),
    isBand: answer.includes('band'),
  }
})
