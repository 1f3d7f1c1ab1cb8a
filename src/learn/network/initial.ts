/**
 * Weights to begin with: normal with mean 0 and a deviation that keeps signals, or the errors on their way back, about
 * as large from layer to layer. Biases are 0.
 */
import { OgeeError } from '../../expression/error.ts'
import { quoted } from '../../syntax/errors.ts'
import { nearestName } from '../../syntax/suggest.ts'
import type { Random } from './random.ts'

interface Scheme {
  readonly name: string
  readonly source: string
  /** From the numbers of inputs and outputs of a layer. */
  readonly deviation: (inputs: number, outputs: number) => number
}

const SCHEMES: readonly Scheme[] = [
  {
    name: 'xavier',
    source:
      'X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010)',
    deviation: (inputs, outputs) => Math.sqrt(2 / (inputs + outputs)),
  },
  {
    name: 'he',
    source: 'K. He and others, Delving deep into rectifiers (2015)',
    deviation: (inputs) => Math.sqrt(2 / inputs),
  },
  {
    name: 'lecun',
    source: 'Y. LeCun and others, Efficient BackProp (1998)',
    deviation: (inputs) => Math.sqrt(1 / inputs),
  },
]

/** What weights may begin with; `normal(0.5)` is one deviation for all. */
export const INITIALS: readonly string[] = [...SCHEMES.map(({ name }) => name), 'normal(s)']

/**
 * The deviation of weights by their name, as a function of a layer's inputs and outputs.
 *
 * @throws OgeeError `E932` for a name that is none.
 */
export function deviationOf(name: string): (inputs: number, outputs: number) => number {
  const found = SCHEMES.find((scheme) => scheme.name === name)
  if (found) return found.deviation
  const given = /^normal\((.+)\)$/.exec(name)?.[1]
  const deviation = given === undefined ? Number.NaN : Number(given)
  if (deviation > 0 && Number.isFinite(deviation)) return () => deviation
  const near = nearestName(name, INITIALS)
  throw new OgeeError(
    'E932',
    `weights cannot begin with ${quoted(name)}`,
    undefined,
    near === undefined ? `one of ${INITIALS.join(', ')}, such as normal(0.5)` : `did you mean ${near}?`,
  )
}

/** Fills the weights of a layer. */
export function begun(
  weights: Float64Array,
  { inputs, outputs }: { readonly inputs: number; readonly outputs: number },
  initial: string,
  random: Random,
): void {
  const deviation = deviationOf(initial)(inputs, outputs)
  for (let i = 0; i < weights.length; i += 1) weights[i] = deviation * random.normal()
}
