/** A network after so many steps: the border that it draws, its losses, and what each layer does. */
import { OgeeError } from '../../../../src/expression/error.ts'
import { boundaryPicture } from '../../../../src/learn/boundary.ts'
import { predictor } from '../../../../src/learn/network/model.ts'
import { plot } from '../../../../src/plot/index.ts'
import type { PlotOptions } from '../../../../src/plot/options.ts'
import { type LayerNow, Learning, type Lesson } from '../learning.ts'
import { lettersIn } from '../letters.ts'
import { type Maths, mathsOf } from '../maths.ts'
import { type PictureMarkup, pictureMarkup } from '../picture.ts'

export interface LearningQuestion extends Omit<Lesson, 'values'> {
  /** Values of letters: `a=1,b=2`. */
  readonly letters: string
  readonly steps: number
}

export interface LearningAnswer {
  readonly steps: number
  readonly loss: number
  /** The part of the rows that is put into the right class. */
  readonly right: number
  /** Is the loss no number any more? Then there are no further steps. */
  readonly isLost: boolean
  readonly layers: readonly LayerNow[]
  readonly activation: { readonly f: Maths; readonly slope: Maths }
  /** The decimals of max|f′|, where that is proved. */
  readonly steepest: string | undefined
  readonly border: PictureMarkup | undefined
  readonly losses: PictureMarkup | undefined
}

const MOST = { depth: 20, width: 64, steps: 20_000 } as const
const SIZE = { width: 440, height: 330 } as const
/** Losses that differ more are shown on a logarithmic scale. */
const DECADE = 10
/** More points would lie over each other. */
const MOST_POINTS = 120

let last: { readonly key: string; readonly learning: Learning } | undefined

/** @throws OgeeError `E807` for sizes that cannot be; as `train` does. */
export function answer({ steps, letters, ...rest }: LearningQuestion): LearningAnswer {
  checkWhole('the number of hidden layers', rest.depth, MOST.depth)
  checkWhole('the number of units', rest.width, MOST.width)
  const learning = learningOf({ ...rest, values: Object.fromEntries(lettersIn(letters)) }, steps)
  while (learning.steps < Math.min(steps, MOST.steps) && !learning.isLost) learning.step()
  const { loss, right, isLost, layers, steepest, model } = learning
  const units = model.network.layers[0]?.activation
  if (!units) throw new OgeeError('E807', 'there is no hidden layer')
  return {
    steps: learning.steps,
    loss,
    right,
    isLost,
    layers,
    activation: { f: mathsOf(units.formula), slope: mathsOf(units.slope) },
    steepest: steepest.verdict === 'proved' ? steepest.decimals : undefined,
    border: isLost ? undefined : borderOf(learning),
    losses: lossesOf(learning),
  }
}

function checkWhole(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return
  throw new OgeeError('E807', `${name} must be a whole number from 1 to ${most}`)
}

/** The one that is under way, if it has not gone too far; else a new one. */
function learningOf(lesson: Lesson, steps: number): Learning {
  const key = JSON.stringify(lesson)
  if (last?.key !== key || last.learning.steps > steps) last = { key, learning: new Learning(lesson) }
  return last.learning
}

function borderOf({ examples: { inputs, targets }, model }: Learning): PictureMarkup | undefined {
  const says = predictor(model)
  const points = inputs.map(([x = 0, y = 0], i) => ({ x, y, kind: targets[i]?.[0] as number }))
  return pictureMarkup(() => ({
    svg: boundaryPicture(
      { f: (x, y) => says([x, y])[0] as number, names: ['x₁', 'x₂'], points },
      { ...SIZE, title: 'What the network says of each point' },
    ),
    described:
      'The chance of the second class. On the line it is a half; circles are the first class, crosses the second.',
  }))
}

function lossesOf({ losses }: Learning): PictureMarkup | undefined {
  const shown = losses.flatMap((loss, i) => (loss > 0 && Number.isFinite(loss) ? [{ x: i, y: loss }] : []))
  if (shown.length < 2) return undefined
  const every = Math.ceil(shown.length / MOST_POINTS)
  const points = shown.filter((_, i) => i % every === 0 || i === shown.length - 1)
  const all = shown.map(({ y }) => y)
  const isWide = Math.max(...all) > DECADE * Math.min(...all)
  const options: PlotOptions = {
    ...SIZE,
    ...{ title: 'Loss after each step', xLabel: 'steps', yLabel: 'loss', legend: 'none' },
    ...{ from: 0, to: losses.length - 1 },
    ...(isWide ? { scale: { y: 'log' } } : {}),
    data: [{ x: points.map(({ x }) => x), y: points.map(({ y }) => y), label: 'loss', marker: '.' }],
  }
  const described = `The mean loss of all points after each step${isWide ? ', on a logarithmic scale' : ''}.`
  return pictureMarkup(() => ({ svg: plot([], options), described }))
}
