/**
 * How gradients flow through layers before anything is learnt. A network of equally wide layers is drawn, random inputs
 * pass forward and random errors back, and each layer's gradient ∂E/∂W is measured. Held against it: what is expected
 * of wide networks, and the bound ∏ max|f′|·‖W‖ on the way of the errors, max|f′| being proved.
 */
import { OgeeError } from '../../expression/error.ts'
import { type Activation, type ActivationFormula, activation } from '../network/activation.ts'
import { begun, deviationOf } from '../network/initial.ts'
import { networkOf, Pass } from '../network/network.ts'
import { Random } from '../network/random.ts'
import { expected } from './expected.ts'
import { normBound } from './norm.ts'
import { type Steepest, steepestOf } from './steepest.ts'

/** What to measure. */
export interface FlowOptions {
  /** `xavier` by default; `he`, `lecun`, `normal(s)`. */
  readonly initial?: string
  /** The number of layers; 10 by default. */
  readonly depth?: number
  /** Units in each layer; 32 by default. */
  readonly width?: number
  /** Networks that are drawn, each with inputs of its own; 4 by default. */
  readonly networks?: number
  readonly seed?: number
  /** Shall the bound of each layer be worked out? It is by default, and takes most of the time. */
  readonly bounds?: boolean
  /** Milliseconds for the proof of max|f′|; 4000 by default. */
  readonly budget?: { readonly milliseconds?: number }
}

/** A layer's gradient; means over networks are those of logarithms. */
export interface LayerFlow {
  /** ‖∂E/∂W‖ as a part of the last layer's. */
  readonly gradient: number
  /** The same as expected of wide networks. */
  readonly expected: number
  /** ‖δ‖, δ = ∂E/∂z, as a part of the last layer's; and the bound that it cannot pass, where max|f′| is known. */
  readonly error: number
  readonly bound: number | undefined
  /** The share of units where |f′(z)| is below a tenth of max|f′|. */
  readonly saturated: number | undefined
}

/** How gradients flow through a network. */
export interface Flow {
  /** Not measured, where numbers or slopes left the range of doubles, or slopes are exactly 0. */
  readonly verdict: 'measured' | 'overflow' | 'nothing left'
  readonly activation: Activation
  readonly initial: string
  readonly depth: number
  readonly width: number
  readonly steepest: Steepest
  /** From the first to the last. */
  readonly layers: readonly LayerFlow[]
  /** What the first layer's gradient is of the last one's. */
  readonly ratio: number
  /** By what each layer multiplies the gradient on its way back: measured, expected, and at most. */
  readonly factor: number
  readonly expectedFactor: number
  readonly boundFactor: number | undefined
  /** By what each layer multiplies errors, and the root mean square of f′(z). */
  readonly errorFactor: number
  readonly slope: number
  readonly saturated: number | undefined
}

const MOST = { depth: 200, width: 256, networks: 64 } as const
const ROWS = 32
/** Slopes below this part of the steepest are saturated. */
const SATURATED = 0.1
/** The stream of random numbers for flows. */
const FLOW = 4

/**
 * How gradients flow back through a network of such units as it is drawn at first.
 *
 * @throws OgeeError `E938` for sizes that cannot be; `E931`, `E932` for an activation or weights that there are not.
 * @example
 * ```ts
 * import { flow } from 'ogee/learn'
 * const { factor, boundFactor } = flow('sigmoid', { initial: 'xavier', depth: 10 })
 * factor > 0.2 && factor < 0.28 // → true
 * flow('1/(1+e^-x)', { depth: 10 }).factor === factor // → true
 * factor < boundFactor // → true
 * ```
 */
export function flow(given: ActivationFormula, options: FlowOptions = {}): Flow {
  checkSizes(options)
  const units = activation(given)
  return flowThrough(units, steepestOf(units, options.budget?.milliseconds), options)
}

function checkSizes({
  initial = 'xavier',
  depth = 10,
  width = 32,
  networks = 4,
  seed = 1,
}: FlowOptions): void {
  checkWhole('the depth', depth, 2, MOST.depth)
  checkWhole('the width', width, 1, MOST.width)
  checkWhole('the number of networks', networks, 1, MOST.networks)
  checkWhole('the seed', seed, 0, Number.MAX_SAFE_INTEGER)
  deviationOf(initial)
}

/** The same for units that are ready, with their greatest slope. */
export function flowThrough(units: Activation, steepest: Steepest, options: FlowOptions): Flow {
  const { initial = 'xavier', depth = 10, width = 32, networks = 4, seed = 1, bounds = true } = options
  const isBounded = bounds && steepest.verdict === 'proved'
  const deviation = deviationOf(initial)(width, width)
  const random = new Random(seed, FLOW)
  const drawn = Array.from({ length: networks }, () =>
    measured(units, { initial, depth, width, bounds: isBounded }, steepest, random),
  )
  const foreseen = gradientsExpected(units, width * deviation ** 2, depth)
  const layers = foreseen.map((gradient, l): LayerFlow => {
    const seen = drawn.map((one) => one[l] as Measured)
    return {
      gradient: geometric(seen.map((one) => one.gradient)),
      expected: gradient,
      error: geometric(seen.map((one) => one.error)),
      bound: isBounded ? geometric(seen.map((one) => one.bound)) : undefined,
      saturated: steepest.verdict === 'proved' ? mean(seen.map((one) => one.saturated)) : undefined,
    }
  })
  const [first] = layers as [LayerFlow]
  const perLayer = (part: number): number => part ** (1 / (depth - 1))
  return {
    verdict: verdictOf(layers),
    activation: units,
    initial,
    depth,
    width,
    steepest,
    layers,
    ratio: first.gradient,
    factor: perLayer(first.gradient),
    expectedFactor: perLayer(first.expected),
    boundFactor: first.bound === undefined ? undefined : perLayer(first.bound),
    errorFactor: perLayer(first.error),
    slope: Math.sqrt(mean(drawn.flat().map(({ slopes }) => slopes))),
    saturated: steepest.verdict === 'proved' ? mean(layers.map(({ saturated = 0 }) => saturated)) : undefined,
  }
}

function verdictOf(layers: readonly LayerFlow[]): Flow['verdict'] {
  const gradients = layers.map(({ gradient }) => gradient)
  if (gradients.some((gradient) => gradient === 0)) return 'nothing left'
  return gradients.every(Number.isFinite) ? 'measured' : 'overflow'
}

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new OgeeError(
    'E938',
    `${name} cannot be ${value}`,
    undefined,
    `a whole number from ${least} to ${most}`,
  )
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const geometric = (values: readonly number[]): number =>
  Math.exp(mean(values.map((value) => Math.log(value))))

/** A layer of one network. */
interface Measured {
  readonly gradient: number
  readonly error: number
  readonly bound: number
  /** The mean of f′(z)² */
  readonly slopes: number
  readonly saturated: number
}

/** Draws a network and passes random inputs and errors through it. */
function measured(
  units: Activation,
  { initial, depth, width, bounds }: Required<Pick<FlowOptions, 'initial' | 'depth' | 'width' | 'bounds'>>,
  steepest: Steepest,
  random: Random,
): Measured[] {
  const sizes = Array.from({ length: depth + 1 }, () => width)
  const network = networkOf(
    sizes,
    Array.from({ length: depth }, () => units),
  )
  for (const layer of network.layers) begun(layer.weights, layer, initial, random)
  const pass = new Pass(network, ROWS)
  for (let i = 0; i < pass.inputs.length; i += 1) pass.inputs[i] = random.normal()
  pass.forward()
  pass.backward(Float64Array.from({ length: ROWS * width }, () => random.normal()))
  const most = steepest.verdict === 'proved' ? steepest.value : Number.NaN
  let [bound, at] = [1, pass.gradient.length]
  const layers: Measured[] = []
  for (let l = depth - 1; l >= 0; l -= 1) {
    const { error, slope } = pass.layers[l] as { error: Float64Array; slope: Float64Array }
    const above = network.layers[l + 1]
    // between the errors of neighbours stand the weights of the one and the slopes of the other
    if (above && bounds) bound *= most * normBound(above.weights, width)
    at -= width * (width + 1)
    const gradient = size(pass.gradient.subarray(at, at + width * width))
    const flat = slope.reduce((count, u) => count + Number(Math.abs(u) < SATURATED * most), 0)
    const slopes = slope.reduce((sum, u) => sum + u * u, 0) / slope.length
    layers.unshift({ gradient, error: size(error), bound, slopes, saturated: flat / slope.length })
  }
  const last = layers.at(-1) as Measured
  return layers.map((one) => ({
    ...one,
    gradient: one.gradient / last.gradient,
    error: one.error / last.error,
  }))
}

/** √∑u², also where the squares would be too small. */
function size(values: Float64Array): number {
  const largest = values.reduce((most, u) => Math.max(most, Math.abs(u)), 0)
  if (largest === 0 || !Number.isFinite(largest)) return largest
  return largest * Math.sqrt(values.reduce((sum, u) => sum + (u / largest) ** 2, 0))
}

/** ‖∂E/∂W‖ = ‖δ‖·‖a‖ for each layer as a part of the last one's, as expected. */
function gradientsExpected(units: Activation, gain: number, depth: number): number[] {
  const layers = expected(units, gain, depth)
  let error = 1
  const sizes: number[] = []
  for (let l = depth - 1; l >= 0; l -= 1) {
    const { inputs, slope } = layers[l] as { inputs: number; slope: number }
    error *= slope
    sizes.unshift(error * inputs)
    error *= Math.sqrt(gain)
  }
  const last = sizes.at(-1) as number
  return sizes.map((one) => one / last)
}
