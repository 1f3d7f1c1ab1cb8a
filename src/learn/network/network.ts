/**
 * Networks of dense layers: z = W·a + b and a = f(z), layer by layer. The errors go back by the chain rule:
 * δ = ∂E/∂z, the error of the layer below is (Wᵀδ)·f′(z), and ∂E/∂W = δ·aᵀ, ∂E/∂b = δ (D. Rumelhart, G. Hinton,
 * R. Williams, Learning representations by back-propagating errors, 1986).
 */
import { type Activation, type Units, unitsOf } from './activation.ts'
import { affine, backwards, outer } from './matrices.ts'

/** Weights W (outputs × inputs, row by row) and biases b; without an activation the outputs are the sums z. */
export interface Layer {
  readonly inputs: number
  readonly outputs: number
  readonly activation: Activation | undefined
  readonly weights: Float64Array
  readonly biases: Float64Array
}

/** Layers whose weights and biases lie one after the other in one array. */
export interface Network {
  readonly layers: readonly Layer[]
  readonly parameters: Float64Array
}

/** The numbers of inputs, of the units of each layer and of outputs, with each layer's activation; all weights 0. */
export function networkOf(
  sizes: readonly number[],
  activations: readonly (Activation | undefined)[],
): Network {
  const shapes = activations.map((activation, i) => ({
    inputs: sizes[i] as number,
    outputs: sizes[i + 1] as number,
    activation,
  }))
  const count = shapes.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0)
  const parameters = new Float64Array(count)
  return { layers: layered(shapes, parameters), parameters }
}

type Shape = Pick<Layer, 'inputs' | 'outputs'>

/** The parts of an array that belong to the weights and biases of each layer. */
export function layered<S extends Shape>(
  shapes: readonly S[],
  parameters: Float64Array,
): (S & Pick<Layer, 'weights' | 'biases'>)[] {
  let at = 0
  const next = (length: number): Float64Array => {
    at += length
    return parameters.subarray(at - length, at)
  }
  return shapes.map((shape) => ({
    ...shape,
    weights: next(shape.inputs * shape.outputs),
    biases: next(shape.outputs),
  }))
}

/** What a layer computed for a batch, row by row of the batch. */
export interface Computed {
  /** a of the layer below */
  readonly from: Float64Array
  readonly z: Float64Array
  readonly a: Float64Array
  /** f′(z); nothing without an activation. */
  readonly slope: Float64Array | undefined
  /** δ = ∂E/∂z */
  readonly error: Float64Array
}

/** Room for a batch of n rows through a network. */
export class Pass {
  readonly network: Network
  readonly n: number
  readonly inputs: Float64Array
  readonly layers: readonly Computed[]
  /** ∂E by each of the network's parameters, in their order. */
  readonly gradient: Float64Array
  readonly #slopes: readonly Pick<Layer, 'weights' | 'biases'>[]
  readonly #units: readonly (Units | undefined)[]

  constructor(network: Network, n: number) {
    this.network = network
    this.n = n
    this.inputs = new Float64Array(n * (network.layers[0] as Layer).inputs)
    this.gradient = new Float64Array(network.parameters.length)
    this.#slopes = layered(network.layers, this.gradient)
    this.#units = network.layers.map(
      ({ activation, outputs }) => activation && unitsOf(activation, n * outputs),
    )
    let from = this.inputs
    this.layers = network.layers.map(({ outputs }, i) => {
      const units = this.#units[i]
      const z = units?.x ?? new Float64Array(n * outputs)
      const a = units?.value ?? z
      const layer = { from, z, a, slope: units?.slope, error: new Float64Array(n * outputs) }
      from = a
      return layer
    })
  }

  /** From the inputs to the outputs. */
  forward(): Float64Array {
    for (const [i, { inputs: k, outputs: m, weights, biases }] of this.network.layers.entries()) {
      const { from, z } = this.layers[i] as Computed
      affine(from, weights, biases, z, { n: this.n, m, k })
      this.#units[i]?.run()
    }
    return (this.layers.at(-1) as Computed).a
  }

  /** From ∂E/∂a of the outputs back to the gradient; `onward` goes on to ∂E by the inputs, which it fills. */
  backward(errors: Float64Array, onward?: Float64Array): void {
    let above = errors
    for (let i = this.layers.length - 1; i >= 0; i -= 1) {
      const { inputs: k, outputs: m, weights } = this.network.layers[i] as Layer
      const { from, slope, error } = this.layers[i] as Computed
      const sizes = { n: this.n, m, k }
      if (slope)
        for (let j = 0; j < error.length; j += 1) error[j] = (above[j] as number) * (slope[j] as number)
      else error.set(above)
      const own = this.#slopes[i] as Pick<Layer, 'weights' | 'biases'>
      outer(error, from, own.weights, own.biases, sizes)
      above = i > 0 ? (this.layers[i - 1] as Computed).error : (onward ?? new Float64Array(0))
      if (i > 0 || onward) backwards(error, weights, above, sizes)
    }
  }
}
