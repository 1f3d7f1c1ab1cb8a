/** Training: a network is made, and its parameters follow the gradient of the loss down. */
import { OgeeError } from '../../expression/error.ts'
import type { Formula } from '../../syntax/formula.ts'
import { Lbfgs } from '../descent/lbfgs.ts'
import { type Descent, LBFGS, ruleOf } from '../descent/rules.ts'
import { type ActivationFormula, activation } from './activation.ts'
import { begun, deviationOf } from './initial.ts'
import { type Loss, lossOf } from './loss.ts'
import { type Model, Rooms, type Scale, scaled } from './model.ts'
import { networkOf } from './network.ts'
import { Random } from './random.ts'
import type { Examples } from './tasks.ts'

/** How to build and train a network. */
export interface TrainOptions {
  /** The numbers of hidden units; 16 and 16 by default. */
  readonly layers?: readonly number[]
  /** Of the hidden units; tanh by default. */
  readonly activation?: ActivationFormula
  /** A name (`squared`, `cross-entropy`, `softmax` …) or a formula in p and y; by default what fits the targets. */
  readonly loss?: Formula
  /** The function of the outputs; by default that of the loss. */
  readonly output?: ActivationFormula
  /** `gradient-descent`, `momentum`, `adam` (the default) or `lbfgs`, which takes all rows at once. */
  readonly optimizer?: string
  /** The length of steps; each optimizer has its own. */
  readonly rate?: number
  /** How often all rows are passed; 200 by default. */
  readonly epochs?: number
  /** Rows in each step; 32 by default. */
  readonly batch?: number
  /** `xavier` (the default), `he`, `lecun` or `normal(s)`. */
  readonly initial?: string
  /** A whole number that determines all random numbers; 1 by default. */
  readonly seed?: number
  /** Shall inputs be scaled to mean 0 and deviation 1? They are by default. */
  readonly standardise?: boolean
  /** Called after each epoch with its mean loss. */
  readonly onEpoch?: (epoch: number, loss: number) => void
}

/** A model and how it came about. */
export interface Training {
  /** Of one that diverged, the loss was no number in the end. */
  readonly verdict: 'trained' | 'diverged'
  readonly model: Model
  /** The mean loss of each epoch: that of the rows when they were passed. */
  readonly losses: readonly number[]
}

const MOST_UNITS = 4_096
const MOST_PARAMETERS = 4_000_000
const MOST_EPOCHS = 1_000_000
/** The streams of random numbers for weights and for the order of rows. */
const STREAMS = { weights: 2, order: 3 } as const

const refusal = (what: string, hint?: string): OgeeError => new OgeeError('E936', what, undefined, hint)

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw refusal(`${name} cannot be ${value}`, `a whole number from ${least} to ${most}`)
}

/** Throws for what cannot be learnt from. */
function checkExamples({ inputs, targets }: Examples): { readonly inputs: number; readonly outputs: number } {
  if (inputs.length === 0) throw refusal('there is nothing to learn from', 'a row of inputs with its targets')
  if (inputs.length !== targets.length)
    throw refusal(`there are ${inputs.length} rows of inputs and ${targets.length} of targets`)
  const [across, out] = [inputs[0]?.length ?? 0, targets[0]?.length ?? 0]
  if (across === 0 || out === 0) throw refusal('the rows are empty')
  const both: readonly (readonly [Examples['inputs'], number])[] = [
    [inputs, across],
    [targets, out],
  ]
  for (const [rows, width] of both)
    for (const [i, row] of rows.entries()) {
      if (row.length !== width)
        throw refusal(`row ${i + 1} has ${row.length} numbers, the first has ${width}`)
      const wrong = row.find((value) => !Number.isFinite(value))
      if (wrong !== undefined) throw refusal(`row ${i + 1} holds ${wrong}, which is no number`)
    }
  return { inputs: across, outputs: out }
}

/** Classes as 0 and 1, or one 1 among noughts, or numbers. */
function lossFor(targets: Examples['targets']): string {
  const isBinary = targets.every((row) => row.every((y) => y === 0 || y === 1))
  const [first] = targets
  if (!isBinary) return 'squared'
  if (first?.length === 1) return 'cross-entropy'
  return targets.every((row) => row.filter((y) => y === 1).length === 1) ? 'softmax' : 'cross-entropy'
}

/** Throws for targets that the loss has no bound for. */
function checkTargets({ targets }: Examples, { name }: Loss): void {
  const isOneOfMany = name === 'softmax'
  if (isOneOfMany && targets[0]?.length === 1)
    throw new OgeeError(
      'E933',
      'softmax needs an output for each class',
      undefined,
      'for two classes take cross-entropy',
    )
  if (!isOneOfMany && name !== 'cross-entropy') return
  const wrong = targets.flat().find((y) => !(y >= 0 && y <= 1))
  if (wrong !== undefined)
    throw new OgeeError(
      'E933',
      `${name} needs targets from 0 to 1, not ${wrong}`,
      undefined,
      'for numbers take squared',
    )
}

/** Mean and deviation of each column; a column that is one number has no deviation of its own. */
const scalesOf = ({ inputs }: Examples, standardise: boolean): Scale[] =>
  (inputs[0] ?? []).map((_, j) => {
    if (!standardise) return { mean: 0, deviation: 1 }
    const column = inputs.map((row) => row[j] as number)
    const mean = column.reduce((a, b) => a + b, 0) / column.length
    const square = column.reduce((sum, u) => sum + (u - mean) ** 2, 0) / column.length
    return { mean, deviation: square > 0 ? Math.sqrt(square) : 1 }
  })

/**
 * The network that is trained, as it begins.
 *
 * @throws OgeeError as `train` does.
 */
export function begin(examples: Examples, options: TrainOptions): Model {
  const { layers = [16, 16], initial = 'xavier', seed = 1, standardise = true } = options
  const { inputs, outputs } = checkExamples(examples)
  for (const units of layers) checkWhole('a layer', units, 1, MOST_UNITS)
  checkWhole('the seed', seed, 0, Number.MAX_SAFE_INTEGER)
  const sizes = [inputs, ...layers, outputs]
  const count = sizes.slice(1).reduce((sum, m, i) => sum + m * ((sizes[i] as number) + 1), 0)
  if (count > MOST_PARAMETERS)
    throw refusal(`the network has ${count} parameters`, `at most ${MOST_PARAMETERS}`)
  deviationOf(initial)
  const units = activation(options.activation ?? 'tanh(x)')
  const output = options.output === undefined ? undefined : activation(options.output)
  const loss = lossOf(options.loss ?? lossFor(examples.targets), output)
  checkTargets(examples, loss)
  const network = networkOf(sizes, [...layers.map(() => units), undefined])
  const random = new Random(seed, STREAMS.weights)
  for (const layer of network.layers) begun(layer.weights, layer, initial, random)
  return { network, scales: scalesOf(examples, standardise), loss }
}

/**
 * A network trained on examples. The same seed gives the same run, bit for bit; so does an activation typed as a
 * formula instead of named.
 *
 * @throws OgeeError `E936` for examples and sizes that cannot be used; `E931`–`E934` for an activation, weights, a
 * loss or an optimizer that there are not.
 * @example
 * ```ts
 * import { score, task, train } from 'ogee/learn'
 * const { model } = train(task('moons', { rows: 200 }), { activation: 'x/(1+e^-x)' })
 * score(model, task('moons', { rows: 200, seed: 2 })).right > 0.9 // → true
 * train({ inputs: [[1], [NaN]], targets: [[1], [2]] }) // ✗ E936
 * ```
 */
export function train(examples: Examples, options: TrainOptions = {}): Training {
  const model = begin(examples, options)
  const { optimizer = 'adam', epochs = 200, batch = 32, seed = 1, onEpoch } = options
  checkWhole('the number of epochs', epochs, 1, MOST_EPOCHS)
  checkWhole('a batch', batch, 1, Number.MAX_SAFE_INTEGER)
  const all: Data = {
    n: examples.inputs.length,
    inputs: scaled(examples.inputs, model.scales),
    targets: Float64Array.from(examples.targets.flat()),
  }
  const epoch =
    optimizer === LBFGS
      ? together(model, all)
      : inBatches(model, all, descentOf(optimizer, model, options.rate), {
          batch,
          random: new Random(seed, STREAMS.order),
        })
  const losses: number[] = []
  for (let i = 1; i <= epochs; i += 1) {
    const loss = epoch()
    if (loss === undefined) break
    losses.push(loss)
    onEpoch?.(i, loss)
    if (!Number.isFinite(loss)) return { verdict: 'diverged', model, losses }
  }
  const isSound = model.network.parameters.every((value) => Number.isFinite(value))
  return { verdict: isSound ? 'trained' : 'diverged', model, losses }
}

interface Data {
  readonly n: number
  readonly inputs: Float64Array
  readonly targets: Float64Array
}

/** The rule of that name, as it begins, with its own rate or this one. */
export function descentOf(name: string, { network }: Model, rate?: number): Descent {
  const rule = ruleOf(name)
  const used = rate ?? rule.rate
  if (!(used > 0 && Number.isFinite(used))) throw refusal(`the rate cannot be ${used}`, 'for example 0.01')
  return rule.begin(network.parameters.length, used)
}

/** An epoch: all rows in random order, a step for each batch; its mean loss. */
function inBatches(
  model: Model,
  { n, inputs, targets }: Data,
  descent: Descent,
  { batch, random }: { readonly batch: number; readonly random: Random },
): () => number {
  const rooms = new Rooms(model)
  const [k, m] = [inputs.length / n, targets.length / n]
  return () => {
    const order = random.order(n)
    let sum = 0
    for (let from = 0; from < n; from += batch) {
      const rows = order.subarray(from, from + batch)
      const { pass, judged } = rooms.of(rows.length)
      rows.forEach((row, i) => {
        pass.inputs.set(inputs.subarray(row * k, (row + 1) * k), i * k)
        judged.y.set(targets.subarray(row * m, (row + 1) * m), i * m)
      })
      judged.z.set(pass.forward())
      sum += judged.run() * rows.length
      pass.backward(judged.error)
      descent(model.network.parameters, pass.gradient)
    }
    return sum / n
  }
}

/** An epoch: a step of L-BFGS on all rows; nothing where there is none down. */
function together(model: Model, { n, inputs, targets }: Data): () => number | undefined {
  const { pass, judged } = new Rooms(model).of(n)
  const { parameters } = model.network
  pass.inputs.set(inputs)
  judged.y.set(targets)
  const descent = new Lbfgs((at, gradient) => {
    parameters.set(at)
    judged.z.set(pass.forward())
    const loss = judged.run()
    pass.backward(judged.error)
    gradient.set(pass.gradient)
    return loss
  }, parameters)
  return () => {
    const isMoved = descent.step()
    parameters.set(descent.at.x)
    return isMoved ? descent.at.value : undefined
  }
}
