/**
 * What to expect of wide networks: where weights are drawn with deviation s for n inputs, sums z are about normal with
 * variance q, and from layer to layer q becomes n·s²·E f(z)², while squares of errors on their way back are multiplied
 * by n·s²·E f′(z)² (S. Schoenholz and others, Deep information propagation, 2017).
 */
import { type Activation, unitsOf } from '../network/activation.ts'

/** Normal densities are summed over this many deviations, in so many steps; the sum converges faster than any power. */
const REACH = 9
const STEPS = 720

/** Means of squares over normal z. */
export interface Means {
  /** E f(z)² */
  readonly value: number
  /** E f′(z)² */
  readonly slope: number
}

/** The means of f² and f′² over normal z with these variances. */
export function meansOf(units: Activation): (variance: number) => Means {
  const room = unitsOf(units, STEPS + 1)
  return (variance) => {
    const deviation = Math.sqrt(variance)
    const at = (i: number): number => REACH * ((2 * i) / STEPS - 1)
    for (let i = 0; i <= STEPS; i += 1) room.x[i] = deviation * at(i)
    room.run()
    let [value, slope, all] = [0, 0, 0]
    for (let i = 0; i <= STEPS; i += 1) {
      const weight = Math.exp(-(at(i) ** 2) / 2)
      all += weight
      value += weight * (room.value[i] as number) ** 2
      slope += weight * (room.slope[i] as number) ** 2
    }
    return { value: value / all, slope: slope / all }
  }
}

/** For each layer: the expected root mean squares of its inputs, and of its slopes. */
export interface Expected {
  readonly inputs: number
  readonly slope: number
}

/** Layer by layer, for inputs with mean square 1 and weights with n·s² = gain. */
export function expected(units: Activation, gain: number, depth: number): Expected[] {
  const means = meansOf(units)
  const layers: Expected[] = []
  let square = 1
  for (let l = 0; l < depth; l += 1) {
    const { value, slope } = means(gain * square)
    layers.push({ inputs: Math.sqrt(square), slope: Math.sqrt(slope) })
    square = value
  }
  return layers
}
