/**
 * A network while it learns: each step follows the gradient of all rows, and after it all numbers are those of the
 * weights as they now are. Everything follows from the lesson: what was lost with a worker comes again, bit for bit.
 */
import type { Descent } from '../../../src/learn/descent/rules.ts'
import { type Steepest, steepestOf } from '../../../src/learn/flow/steepest.ts'
import { activation, lettersIn } from '../../../src/learn/network/activation.ts'
import { type Model, Rooms, scaled } from '../../../src/learn/network/model.ts'
import { layered } from '../../../src/learn/network/network.ts'
import { type Examples, task } from '../../../src/learn/network/tasks.ts'
import { begin, descentOf } from '../../../src/learn/network/train.ts'

/** What is learnt, and by which network. */
export interface Lesson {
  readonly task: string
  /** Hidden layers, and the units of each. */
  readonly depth: number
  readonly width: number
  readonly activation: string
  /** Of the activation's letters; 1 where none is said. */
  readonly values: Readonly<Record<string, number>>
  readonly initial: string
  readonly optimizer: string
}

/** What a layer does for all rows together. */
export interface LayerNow {
  /** How often its units' values lie in each part of their range. */
  readonly shares: readonly number[]
  readonly low: number
  readonly high: number
  /** ‖∂E/∂W‖ */
  readonly gradient: number
  /** The share of units where |f′(z)| is below a tenth of its greatest value, where that is proved. */
  readonly saturated: number | undefined
}

const ROWS = 200
const BINS = 24
/** Slopes below this part of the steepest are saturated. */
const SATURATED = 0.1
const PROOF_MILLISECONDS = 2_000

export class Learning {
  readonly examples: Examples
  readonly model: Model
  readonly steepest: Steepest
  /** The loss before the first step, and after each. */
  readonly losses: number[] = []
  readonly #room: ReturnType<Rooms['of']>
  readonly #descent: Descent

  /** @throws OgeeError for a lesson that there is not: as `task` and `train` do. */
  constructor({ task: name, depth, width, activation: of, values, initial, optimizer }: Lesson) {
    const at = Object.fromEntries(lettersIn(of).map((letter) => [letter, values[letter] ?? 1]))
    const units = activation({ of, at })
    this.examples = task(name, { rows: ROWS })
    const layers = Array.from({ length: depth }, () => width)
    this.model = begin(this.examples, { layers, activation: { of, at }, initial })
    this.steepest = steepestOf(units, PROOF_MILLISECONDS)
    const { inputs, targets } = this.examples
    this.#room = new Rooms(this.model).of(inputs.length)
    this.#room.pass.inputs.set(scaled(inputs, this.model.scales))
    this.#room.judged.y.set(targets.flat())
    this.#descent = descentOf(optimizer, this.model)
    this.#measure()
  }

  get steps(): number {
    return this.losses.length - 1
  }

  get loss(): number {
    return this.losses.at(-1) as number
  }

  /** Is the loss no number any more? */
  get isLost(): boolean {
    return !Number.isFinite(this.loss)
  }

  /** The part of the rows that is put into the right class. */
  get right(): number {
    const { predicted, y } = this.#room.judged
    return predicted.filter((p, i) => Number(p > 0.5) === y[i]).length / y.length
  }

  step(): void {
    this.#descent(this.model.network.parameters, this.#room.pass.gradient)
    this.#measure()
  }

  /** Forward and back through all rows. */
  #measure(): void {
    const { pass, judged } = this.#room
    judged.z.set(pass.forward())
    this.losses.push(judged.run())
    pass.backward(judged.error)
  }

  /** The hidden layers from the first to the last, then the outputs. */
  get layers(): readonly LayerNow[] {
    const { pass, judged } = this.#room
    const gradients = layered(this.model.network.layers, pass.gradient)
    const { steepest } = this
    const flat = steepest.verdict === 'proved' ? SATURATED * steepest.value : undefined
    return pass.layers.map(({ a, slope }, i) => ({
      ...spread(i === pass.layers.length - 1 ? judged.predicted : a),
      gradient: Math.sqrt((gradients[i]?.weights ?? new Float64Array()).reduce((sum, u) => sum + u * u, 0)),
      saturated:
        flat === undefined || !slope
          ? undefined
          : slope.filter((u) => Math.abs(u) < flat).length / slope.length,
    }))
  }
}

/** How values are spread over their range. */
function spread(values: Float64Array): Pick<LayerNow, 'shares' | 'low' | 'high'> {
  const [low, high] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
  const counts = new Array<number>(BINS).fill(0)
  for (const value of values) {
    const bin = high > low ? Math.min(BINS - 1, Math.floor((BINS * (value - low)) / (high - low))) : 0
    counts[bin] = (counts[bin] as number) + 1
  }
  return { shares: counts.map((count) => count / values.length), low, high }
}
