/**
 * Networks in fixed point with 200 binary places, activations and losses by rigorous enclosures of the formulas as
 * they are defined, and differences of the loss over steps of 2⁻⁶⁰: what backpropagation is held against.
 */
import { exactly } from '../../src/compute/doubles.ts'
import { toRational } from '../../src/enclose/dyadic.ts'
import { enclose } from '../../src/enclose/enclose.ts'
import { type Interval, point } from '../../src/enclose/interval.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { type ActivationFormula, activation } from '../../src/learn/network/activation.ts'
import { begun } from '../../src/learn/network/initial.ts'
import { judgedBy, type Loss, lossOf } from '../../src/learn/network/loss.ts'
import { type Network, networkOf, Pass } from '../../src/learn/network/network.ts'
import { Random } from '../../src/learn/network/random.ts'
import { parse } from '../../src/syntax/index.ts'

const PLACES = 200n
const BITS = 300
const STEP = 1n << (PLACES - 60n)
/** Differences that rounding alone makes: the derivative is 0, as of softmax with one output. */
const NOISE = 1n << 40n

const fixed = (value: number): bigint => {
  const { num, den } = exactly(value)
  return (num << PLACES) / den
}
const times = (a: bigint, b: bigint): bigint => (a * b) >> PLACES

/** The value of a formula at fixed points. */
function valueAt(u: Expr, at: Readonly<Record<string, bigint>>): bigint {
  const places = Object.entries(at).map(([name, value]): [string, Interval] => [
    name,
    point({ num: value, den: 1n << PLACES }, BITS),
  ])
  const found = enclose(u, new Map(places), BITS, 2_000)
  if (found.kind !== 'interval') throw new Error('no value')
  const [low, high] = [toRational(found.value.lo), toRational(found.value.hi)]
  const asFixed = ({ num, den }: { num: bigint; den: bigint }): bigint => (num << PLACES) / den
  const [a, b] = [asFixed(low), asFixed(high)]
  if (b - a > 1n << 20n) throw new Error('the enclosure is wide')
  return (a + b) / 2n
}

interface Case {
  readonly network: Network
  readonly loss: Loss
  readonly inputs: readonly (readonly number[])[]
  readonly targets: readonly (readonly number[])[]
}

/** The mean loss, with the parameters in fixed point. */
function lossAt({ network, loss, inputs, targets }: Case, parameters: readonly bigint[]): bigint {
  let sum = 0n
  for (const [i, row] of inputs.entries()) {
    let a = row.map(fixed)
    let at = 0
    for (const { inputs: k, outputs: m, activation: units } of network.layers) {
      const biases = at + k * m
      const z = Array.from({ length: m }, (_, j) =>
        a.reduce(
          (s, u, l) => s + times(u, parameters[at + j * k + l] as bigint),
          parameters[biases + j] as bigint,
        ),
      )
      at = biases + m
      a = units ? z.map((x) => valueAt(units.formula, { x })) : z
    }
    const y = (targets[i] as readonly number[]).map(fixed)
    sum += rowLoss(loss, a, y)
  }
  return sum / BigInt(inputs.length)
}

const EXP = parse('e^x')
const LOG = parse('log(x)')

function rowLoss({ formula, output }: Loss, z: readonly bigint[], y: readonly bigint[]): bigint {
  if (formula)
    return z.reduce((s, x, j) => {
      const p = output ? valueAt(output.formula, { x }) : x
      return s + valueAt(formula, { p, y: y[j] as bigint })
    }, 0n)
  const sum = z.reduce((s, x) => s + valueAt(EXP, { x }), 0n)
  const all = valueAt(LOG, { x: sum })
  return z.reduce((s, x, j) => s + times(y[j] as bigint, all - x), 0n)
}

/** ∂E by the parameter at this place, by differences. */
function slopeAt(one: Case, place: number): number {
  const parameters = [...one.network.parameters].map(fixed)
  const moved = (by: bigint): bigint =>
    lossAt(one, parameters.with(place, (parameters[place] as bigint) + by))
  const difference = moved(STEP) - moved(-STEP)
  if (difference < NOISE && difference > -NOISE) return 0
  return Number((difference << 200n) / (2n * STEP)) * 2 ** -200
}

const ACTIVATIONS: readonly ActivationFormula[] = [
  'sigmoid',
  'tanh',
  'relu',
  'gelu',
  'softplus',
  'swish',
  'atan(x)',
  'sin(x) + x/2',
  'x/(1 + e^(-1.5*x))',
  'x/sqrt(1 + x^2)',
  'x*log(1 + x^2)/(1 + abs(x))',
  'x*tanh(log(1 + e^x))',
  'e^(-x^2)',
  'erf(t)',
  '1/(1 + e^-x) - 1/2',
  { of: 'elu', at: { a: 1 } },
  { of: 'x/(1 + exp(-b*x))', at: { b: 0.7 } },
]
const LOSSES = [
  'squared',
  'cross-entropy',
  'log-cosh',
  'softmax',
  '(p - y)^4 + (p - y)^2',
  'sqrt(1 + (p - y)^2)',
]

/** A network drawn at random: up to 6 layers, each with an activation of its own. */
function caseOf(seed: number): Case {
  const random = new Random(seed, 99)
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
  const depth = 1 + random.below(6)
  const sizes = Array.from({ length: depth + 1 }, () => 1 + random.below(5))
  const units = Array.from({ length: depth }, (_, i) =>
    i === depth - 1 ? undefined : activation(pick(ACTIVATIONS)),
  )
  const network = networkOf(sizes, units)
  for (const layer of network.layers) {
    begun(layer.weights, layer, pick(['xavier', 'he', 'lecun', 'normal(0.8)']), random)
    for (let j = 0; j < layer.biases.length; j += 1) layer.biases[j] = 0.3 * random.normal()
  }
  const name = pick(LOSSES)
  const loss = lossOf(name, name === 'squared' ? activation(pick(ACTIVATIONS)) : undefined)
  const rows = 1 + random.below(6)
  const out = sizes.at(-1) as number
  const draw = (length: number, value: () => number): number[] => Array.from({ length }, value)
  const inputs = Array.from({ length: rows }, () => draw(sizes[0] as number, () => random.normal()))
  const targets = inputs.map(() => {
    if (loss.name === 'softmax') {
      const right = random.below(out)
      return draw(out, () => 0).map((_, j) => Number(j === right))
    }
    return draw(out, () => (loss.name === 'cross-entropy' ? random.below(2) : random.normal()))
  })
  return { network, loss, inputs, targets }
}

/** Backpropagation against differences. */
export interface Compared {
  readonly what: string
  /** The greatest error of a derivative, as a part of it. */
  readonly error: number
  readonly count: number
}

/** Derivatives by a few parameters of a random network. */
export function compared(seed: number, most: number): Compared {
  const one = caseOf(seed)
  const { network, loss, inputs, targets } = one
  const pass = new Pass(network, inputs.length)
  pass.inputs.set(inputs.flat())
  const judged = judgedBy(loss, inputs.length, (targets[0] as readonly number[]).length)
  judged.y.set(targets.flat())
  judged.z.set(pass.forward())
  judged.run()
  pass.backward(judged.error)
  const places = [...new Random(seed, 7).order(network.parameters.length)].slice(0, most)
  const errors = places.map((place) => {
    const [found, right] = [pass.gradient[place] as number, slopeAt(one, place)]
    return found === right ? 0 : Math.abs(found - right) / Math.abs(right)
  })
  const layers = network.layers.map(({ activation: units, outputs }) => `${outputs} ${units?.of ?? ''}`)
  return { what: `${loss.name}: ${layers.join(', ')}`, error: Math.max(...errors), count: places.length }
}
