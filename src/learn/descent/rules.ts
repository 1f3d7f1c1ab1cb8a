/** Ways to follow a gradient g with a rate η: what each step adds to the parameters. */
import { OgeeError } from '../../expression/error.ts'
import { quoted } from '../../syntax/errors.ts'
import { nearestName } from '../../syntax/suggest.ts'

/** Changes the parameters, given the gradient there. */
export type Descent = (parameters: Float64Array, gradient: Float64Array) => void

interface Rule {
  readonly name: string
  readonly step: string
  readonly source: string
  readonly rate: number
  readonly begin: (count: number, rate: number) => Descent
}

/** Of the last step so much is kept. */
const MOMENTUM = 0.9
/** How fast Adam forgets slopes and squares of slopes; the least that it divides by. */
const ADAM = { slopes: 0.9, squares: 0.999, least: 1e-8 } as const

const RULES: readonly Rule[] = [
  {
    name: 'gradient-descent',
    step: '-eta*g',
    source: 'A. Cauchy, Méthode générale pour la résolution des systèmes d’équations simultanées (1847)',
    rate: 0.5,
    begin: (_, rate) => (parameters, gradient) => {
      for (let i = 0; i < parameters.length; i += 1)
        parameters[i] = (parameters[i] as number) - rate * (gradient[i] as number)
    },
  },
  {
    name: 'momentum',
    step: 'v = 0.9*v - eta*g',
    source: 'B. Polyak, Some methods of speeding up the convergence of iteration methods (1964)',
    rate: 0.1,
    begin: (count, rate) => {
      const velocity = new Float64Array(count)
      return (parameters, gradient) => {
        for (let i = 0; i < count; i += 1) {
          const v = MOMENTUM * (velocity[i] as number) - rate * (gradient[i] as number)
          velocity[i] = v
          parameters[i] = (parameters[i] as number) + v
        }
      }
    },
  },
  {
    name: 'adam',
    step: '-eta*m/(sqrt(v) + 1e-8), m and v the running means of g and g^2',
    source: 'D. Kingma, J. Ba, Adam: a method for stochastic optimization (2015)',
    rate: 0.01,
    begin: (count, rate) => {
      const [mean, square] = [new Float64Array(count), new Float64Array(count)]
      // what the means lack because they began at 0
      let [lackOfMean, lackOfSquare] = [1, 1]
      return (parameters, gradient) => {
        lackOfMean *= ADAM.slopes
        lackOfSquare *= ADAM.squares
        for (let i = 0; i < count; i += 1) {
          const g = gradient[i] as number
          const m = ADAM.slopes * (mean[i] as number) + (1 - ADAM.slopes) * g
          const v = ADAM.squares * (square[i] as number) + (1 - ADAM.squares) * g * g
          mean[i] = m
          square[i] = v
          const size = Math.sqrt(v / (1 - lackOfSquare)) + ADAM.least
          parameters[i] = (parameters[i] as number) - (rate * (m / (1 - lackOfMean))) / size
        }
      }
    },
  },
]

/** The method that looks along a line instead of having a rate. */
export const LBFGS = 'lbfgs'

/** The names of the ways down. */
export const OPTIMIZERS: readonly string[] = [...RULES.map(({ name }) => name), LBFGS]

/**
 * The rule of that name.
 *
 * @throws OgeeError `E934` for a name that is none.
 */
export function ruleOf(name: string): Rule {
  const found = RULES.find((rule) => rule.name === name)
  if (found) return found
  const near = nearestName(name, OPTIMIZERS)
  throw new OgeeError(
    'E934',
    `there is no optimizer ${quoted(name)}`,
    undefined,
    near === undefined ? `one of ${OPTIMIZERS.join(', ')}` : `did you mean ${near}?`,
  )
}
