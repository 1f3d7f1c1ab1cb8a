/** A trained network with all that a prediction needs, and the same as JSON. */
import { OgeeError } from '../../expression/error.ts'
import { print } from '../../syntax/plain-only.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import { type Activation, activation } from './activation.ts'
import { judgedBy, type Loss, lossOf } from './loss.ts'
import { type Network, networkOf, Pass } from './network.ts'
import type { Examples } from './tasks.ts'

/** Inputs are taken less `mean` and divided by `deviation`. */
export interface Scale {
  readonly mean: number
  readonly deviation: number
}

/** A network, how its inputs are scaled, and its loss, which holds the function of the outputs. */
export interface Model {
  readonly network: Network
  readonly scales: readonly Scale[]
  readonly loss: Loss
  /** What the inputs are called, and the classes that the outputs stand for. */
  readonly names?: readonly string[]
  readonly classes?: readonly string[]
}

/** Rows as one array, scaled. */
export function scaled(rows: readonly (readonly number[])[], scales: readonly Scale[]): Float64Array {
  const all = new Float64Array(rows.length * scales.length)
  for (const [i, row] of rows.entries()) {
    if (row.length !== scales.length)
      throw refusal(`row ${i + 1} has ${row.length} numbers, but the network ${scales.length} inputs`)
    for (const [j, { mean, deviation }] of scales.entries())
      all[i * scales.length + j] = ((row[j] as number) - mean) / deviation
  }
  return all
}

const refusal = (what: string, hint?: string): OgeeError => new OgeeError('E936', what, undefined, hint)

/** Rows that pass at a time. */
const BLOCK = 1_024

/**
 * What the model says of each row: its outputs, which are probabilities where the loss is cross-entropy.
 *
 * @throws OgeeError `E936` for rows of another length than the model's inputs.
 * @example
 * ```ts
 * import { predict, task, train } from 'ogee/learn'
 * const { model } = train(task('xor'), { layers: [4], optimizer: 'lbfgs', epochs: 100 })
 * predict(model, [[0, 1]])[0][0] > 0.9 // → true
 * ```
 */
export function predict(model: Model, rows: readonly (readonly number[])[]): number[][] {
  const found: number[][] = []
  const room = new Rooms(model)
  for (let from = 0; from < rows.length; from += BLOCK) {
    const part = rows.slice(from, from + BLOCK)
    const { pass, judged } = room.of(part.length)
    pass.inputs.set(scaled(part, model.scales))
    judged.z.set(pass.forward())
    judged.run()
    const k = judged.predicted.length / part.length
    for (let i = 0; i < part.length; i += 1) found.push([...judged.predicted.subarray(i * k, (i + 1) * k)])
  }
  return found
}

/**
 * The model as a function of one row, with its room made once: for many single rows.
 *
 * @example
 * ```ts
 * import { predictor, task, train } from 'ogee/learn'
 * const { model } = train(task('xor'), { layers: [4], optimizer: 'lbfgs', epochs: 100 })
 * predictor(model)([1, 1])[0] < 0.1 // → true
 * ```
 */
export function predictor(model: Model): (row: readonly number[]) => number[] {
  const { pass, judged } = new Rooms(model).of(1)
  return (row) => {
    pass.inputs.set(scaled([row], model.scales))
    judged.z.set(pass.forward())
    judged.run()
    return [...judged.predicted]
  }
}

/** Room for batches of each size, made once. */
export class Rooms {
  readonly #model: Pick<Model, 'network' | 'loss'>
  readonly #rooms = new Map<number, { readonly pass: Pass; readonly judged: ReturnType<typeof judgedBy> }>()

  constructor(model: Pick<Model, 'network' | 'loss'>) {
    this.#model = model
  }

  of(n: number): { readonly pass: Pass; readonly judged: ReturnType<typeof judgedBy> } {
    const { network, loss } = this.#model
    const room = this.#rooms.get(n) ?? {
      pass: new Pass(network, n),
      judged: judgedBy(loss, n, network.layers.at(-1)?.outputs ?? 0),
    }
    this.#rooms.set(n, room)
    return room
  }
}

/** How well a model does on examples. */
export interface Score {
  readonly loss: number
  /** The part that is put into the right class, where there are classes. */
  readonly right?: number
}

/** The class with the greatest part; with one output, 1 above a half. */
export const classOf = (outputs: readonly number[]): number =>
  outputs.length === 1 ? Number((outputs[0] as number) > 0.5) : outputs.indexOf(Math.max(...outputs))

/** Does the loss tell classes apart? */
export const hasClasses = ({ loss }: Pick<Model, 'loss'>): boolean =>
  loss.name === 'softmax' || loss.through !== undefined

/**
 * The mean loss of a model on examples, and the part of them that it puts into the right class.
 *
 * @throws OgeeError as `predict` does.
 * @example
 * ```ts
 * import { score, task, train } from 'ogee/learn'
 * const { model } = train(task('xor'), { layers: [4], optimizer: 'lbfgs', epochs: 100 })
 * score(model, task('xor')).right // → 1
 * ```
 */
export function score(model: Model, { inputs, targets }: Examples): Score {
  const { pass, judged } = new Rooms(model).of(inputs.length)
  pass.inputs.set(scaled(inputs, model.scales))
  judged.y.set(targets.flat())
  judged.z.set(pass.forward())
  const loss = judged.run()
  if (!hasClasses(model)) return { loss }
  const k = judged.predicted.length / inputs.length
  const right = targets.filter((target, i) => {
    const outputs = [...judged.predicted.subarray(i * k, (i + 1) * k)]
    return classOf(outputs) === classOf(target)
  })
  return { loss, right: right.length / inputs.length }
}

const written = (one: Activation | undefined): object | null => (one ? { of: one.of, at: one.at } : null)

/**
 * The model as JSON data: numbers as they are, formulas in plain notation.
 *
 * @example
 * ```ts
 * import { modelFrom, modelJson, predict, task, train } from 'ogee/learn'
 * const { model } = train(task('xor'), { layers: [3], epochs: 5 })
 * const read = modelFrom(JSON.parse(JSON.stringify(modelJson(model))))
 * predict(read, [[1, 0]])[0][0] === predict(model, [[1, 0]])[0][0] // → true
 * ```
 */
export const modelJson = ({ network, scales, loss, names, classes }: Model): object => ({
  schema: SCHEMA,
  kind: 'network',
  layers: network.layers.map(({ inputs, outputs, activation: units, weights, biases }) => ({
    activation: written(units),
    weights: Array.from({ length: outputs }, (_, i) => [...weights.subarray(i * inputs, (i + 1) * inputs)]),
    biases: [...biases],
  })),
  scales,
  loss: loss.formula && !loss.through && loss.name === print(loss.formula) ? print(loss.formula) : loss.name,
  output: written(loss.output),
  ...(names ? { names } : {}),
  ...(classes ? { classes } : {}),
})

/**
 * The model in JSON data that `modelJson` wrote.
 *
 * @throws OgeeError `E937` with the place, for data that is no model.
 * @example
 * ```ts
 * import { modelFrom } from 'ogee/learn'
 * modelFrom({ kind: 'network' }) // ✗ E937
 * ```
 */
export function modelFrom(data: unknown): Model {
  const given = fieldsOf(data, 'the model')
  if (given.schema !== SCHEMA || given.kind !== 'network')
    throw notModel('the model', `its schema is not ${SCHEMA}, its kind not "network"`)
  const layers = listOf(given.layers, 'layers').map((one, i) => {
    const layer = fieldsOf(one, `layers[${i}]`)
    const rows = listOf(layer.weights, `layers[${i}].weights`).map((row, j) =>
      numbersOf(row, `layers[${i}].weights[${j}]`),
    )
    return {
      units: unitsFrom(layer.activation, `layers[${i}].activation`),
      rows,
      biases: numbersOf(layer.biases, `layers[${i}].biases`),
    }
  })
  const sizes = [layers[0]?.rows[0]?.length ?? 0, ...layers.map(({ biases }) => biases.length)]
  const network = networkOf(
    sizes,
    layers.map(({ units }) => units),
  )
  for (const [i, { rows, biases }] of layers.entries()) {
    const [inputs, outputs] = [sizes[i] as number, sizes[i + 1] as number]
    if (inputs === 0 || rows.length !== outputs || rows.some((row) => row.length !== inputs))
      throw notModel(`layers[${i}].weights`, `they are not ${outputs} rows of ${inputs} numbers`)
    network.layers[i]?.weights.set(rows.flat())
    network.layers[i]?.biases.set(biases)
  }
  const scales = listOf(given.scales, 'scales').map((one, i) => {
    const { mean, deviation } = fieldsOf(one, `scales[${i}]`)
    const [m = 0, d = 0] = numbersOf([mean, deviation], `scales[${i}]`)
    if (!(d > 0)) throw notModel(`scales[${i}].deviation`, 'it is not greater than 0')
    return { mean: m, deviation: d }
  })
  if (scales.length !== sizes[0]) throw notModel('scales', `there are not ${sizes[0]} of them`)
  if (typeof given.loss !== 'string') throw notModel('loss', 'it is no text')
  const loss = lossOf(given.loss, unitsFrom(given.output, 'output'))
  const names = given.names === undefined ? undefined : textsOf(given.names, 'names')
  const classes = given.classes === undefined ? undefined : textsOf(given.classes, 'classes')
  return { network, scales, loss, ...(names ? { names } : {}), ...(classes ? { classes } : {}) }
}

const notModel = (place: string, why: string): OgeeError =>
  new OgeeError(
    'E937',
    `this is no model: ${place}: ${why}`,
    undefined,
    'ogee train -o model.json writes one',
  )

function fieldsOf(data: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    return data as Record<string, unknown>
  throw notModel(place, 'it is no object')
}

function listOf(data: unknown, place: string): readonly unknown[] {
  if (Array.isArray(data) && data.length > 0) return data
  throw notModel(place, 'it is no list')
}

function numbersOf(data: unknown, place: string): number[] {
  const list = listOf(data, place)
  if (list.every((u): u is number => typeof u === 'number' && Number.isFinite(u))) return [...list]
  throw notModel(place, 'they are not all numbers')
}

function textsOf(data: unknown, place: string): string[] {
  const list = listOf(data, place)
  if (list.every((u): u is string => typeof u === 'string')) return [...list]
  throw notModel(place, 'they are not all texts')
}

function unitsFrom(data: unknown, place: string): Activation | undefined {
  if (data === null || data === undefined) return undefined
  const { of, at = {} } = fieldsOf(data, place)
  if (typeof of !== 'string') throw notModel(place, 'it has no formula')
  const values = Object.entries(fieldsOf(at, `${place}.at`))
  for (const [name, value] of values) numbersOf([value], `${place}.at.${name}`)
  return activation({ of, at: Object.fromEntries(values) as Record<string, number> })
}
