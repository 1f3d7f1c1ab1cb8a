/** One step of learning from one row, with all its numbers: forward values, errors, and what they change. */

import { OgeeError } from '../../expression/error.ts'
import { LBFGS } from '../descent/rules.ts'
import { unitsOf } from './activation.ts'
import { type Model, Rooms, scaled } from './model.ts'
import { layered } from './network.ts'
import type { Examples } from './tasks.ts'
import { begin, descentOf, type TrainOptions } from './train.ts'

/** What happens in a layer, unit by unit. */
export interface LayerStep {
  /** W and b before the step; a row of W for each unit. */
  readonly weights: readonly (readonly number[])[]
  readonly biases: readonly number[]
  /** z = W·a + b with a of the layer below, f(z), f′(z); the last layer's f is the function of the outputs. */
  readonly sums: readonly number[]
  readonly values: readonly number[]
  readonly slopes: readonly number[]
  /** δ = ∂E/∂z */
  readonly errors: readonly number[]
  /** ∂E/∂W = δ·aᵀ and ∂E/∂b = δ */
  readonly weightGradient: readonly (readonly number[])[]
  readonly biasGradient: readonly number[]
  readonly newWeights: readonly (readonly number[])[]
  readonly newBiases: readonly number[]
}

/** One step on one row. */
export interface Step {
  readonly inputs: readonly number[]
  readonly targets: readonly number[]
  readonly layers: readonly LayerStep[]
  readonly predicted: readonly number[]
  readonly loss: number
  /** The loss of the same row after the step. */
  readonly lossAfter: number
  /** What is used: formulas in x, in p and y, and their derivatives. */
  readonly model: Model
}

/**
 * One step of learning from the first row of the examples: everything that is computed on the way forward and back.
 *
 * @throws OgeeError as `train` does; `E934` for L-BFGS, which needs all rows.
 * @example
 * ```ts
 * import { step, task } from 'ogee/learn'
 * const { loss, lossAfter } = step(task('xor'), { layers: [2], optimizer: 'gradient-descent' })
 * lossAfter < loss // → true
 * ```
 */
export function step(examples: Examples, options: TrainOptions = {}): Step {
  const { optimizer = 'gradient-descent', rate } = options
  if (optimizer === LBFGS)
    throw new OgeeError('E934', 'L-BFGS makes no single steps', undefined, 'for example gradient-descent')
  const model = begin(examples, options)
  const [inputs = [], targets = []] = [examples.inputs[0], examples.targets[0]]
  const { pass, judged } = new Rooms(model).of(1)
  const values = scaled([inputs], model.scales)
  pass.inputs.set(values)
  judged.y.set(targets)
  const descent = descentOf(optimizer, model, rate)
  judged.z.set(pass.forward())
  const loss = judged.run()
  pass.backward(judged.error)
  const before = model.network.parameters.slice()
  const predicted = [...judged.predicted]
  const parts = partsOf(model, before)
  const gradients = partsOf(model, pass.gradient)
  const seen = pass.layers.map(({ z, a, slope, error }) => ({
    sums: [...z],
    values: [...a],
    slopes: slope ? [...slope] : [...z].map(() => 1),
    errors: [...error],
  }))
  descent(model.network.parameters, pass.gradient)
  const after = partsOf(model, model.network.parameters)
  judged.z.set(pass.forward())
  const lossAfter = judged.run()
  const layers = seen.map((layer, i): LayerStep => {
    const isLast = i === seen.length - 1
    return {
      ...layer,
      ...(isLast ? { values: predicted, slopes: outputSlopes(model, layer.sums) } : {}),
      weights: parts[i]?.weights ?? [],
      biases: parts[i]?.biases ?? [],
      weightGradient: gradients[i]?.weights ?? [],
      biasGradient: gradients[i]?.biases ?? [],
      newWeights: after[i]?.weights ?? [],
      newBiases: after[i]?.biases ?? [],
    }
  })
  model.network.parameters.set(before)
  return { inputs: [...values], targets, layers, predicted, loss, lossAfter, model }
}

/** Weights, a row for each unit, and biases, layer by layer, of an array like that of the parameters. */
const partsOf = ({ network }: Model, parameters: Float64Array): Pick<LayerStep, 'weights' | 'biases'>[] =>
  layered(network.layers, parameters).map(({ inputs, outputs, weights, biases }) => ({
    weights: Array.from({ length: outputs }, (_, i) => [...weights.subarray(i * inputs, (i + 1) * inputs)]),
    biases: [...biases],
  }))

/** g′(z) of the function of the outputs; 1 without one. Softmax has no slopes of single outputs. */
function outputSlopes({ loss: { output } }: Model, sums: readonly number[]): number[] {
  if (!output) return sums.map(() => 1)
  const units = unitsOf(output, sums.length)
  units.x.set(sums)
  units.run()
  return [...units.slope]
}
