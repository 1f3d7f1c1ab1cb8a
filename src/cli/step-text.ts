/** One step of learning with all its numbers, for readers who check them by hand. */
import type { LayerStep, Step } from '../learn/network/step.ts'
import { print } from '../syntax/index.ts'

const DIGITS = 6
const n = (value: number): string => `${Number(value.toPrecision(DIGITS))}`.replace('e+', 'e')
const signed = (value: number): string => (value < 0 ? `(${n(value)})` : n(value))

/** A sum of products with its value. */
const products = (pairs: readonly (readonly [number, number])[], rest: readonly number[] = []): string =>
  [...pairs.map(([a, b]) => `${signed(a)}·${signed(b)}`), ...rest.map(signed)].join(' + ')

/** The unit j of a layer; the last layer's are outputs. */
const unit = (l: number, j: number, count: number): string =>
  l === count - 1 ? `output ${j + 1}` : `unit ${l + 1}.${j + 1}`

/** The step as lines: forward, back, and what changes. */
export function stepText(
  step: Step,
  { rate, optimizer }: { readonly rate: number; readonly optimizer: string },
): string {
  const { layers, inputs, targets, model } = step
  const isScaled = model.scales.some(({ mean, deviation }) => mean !== 0 || deviation !== 1)
  const below = (l: number): readonly number[] => (l === 0 ? inputs : (layers[l - 1] as LayerStep).values)
  return `${[
    `One step of ${optimizer} with rate ${n(rate)} from one row: inputs ${inputs.map(n).join(', ')}${isScaled ? ' (scaled)' : ''}; target ${targets.map(n).join(', ')}.`,
    ...formulas(step),
    '',
    'Forward: z = w·a + b with a of the layer below, then f(z)',
    ...layers.flatMap((layer, l) => forward(layer, below(l), l, layers.length)),
    `  loss  E = ${n(step.loss)}`,
    '',
    'Back: δ = ∂E/∂z, the error of each unit',
    ...layers.toReversed().flatMap((layer, i) => errors(layer, layers.length - 1 - i, step)),
    '',
    `Changes: ∂E/∂w = δ·a and ∂E/∂b = δ${optimizer === 'gradient-descent' ? '; w becomes w − η·∂E/∂w' : ''}`,
    ...layers.flatMap((layer, l) => changes(layer, below(l), l, layers.length)),
    '',
    `With the new weights E is ${n(step.lossAfter)} for this row; it was ${n(step.loss)}.`,
  ].join('\n')}\n`
}

function formulas({ model: { network, loss } }: Step): string[] {
  const [first] = network.layers
  const units = first?.activation
  return [
    ...(units ? [`f(x) = ${print(units.formula, 'unicode')}, f′(x) = ${print(units.slope, 'unicode')}`] : []),
    ...(loss.output
      ? [
          `outputs g(x) = ${print(loss.output.formula, 'unicode')}, g′(x) = ${print(loss.output.slope, 'unicode')}`,
        ]
      : []),
    loss.formula ? `loss E = ${print(loss.formula, 'unicode')}, p the output, y the target` : 'loss: softmax',
  ]
}

const forward = (
  { weights, biases, sums, values, slopes }: LayerStep,
  below: readonly number[],
  l: number,
  count: number,
): string[] => {
  const f = l === count - 1 ? 'g' : 'f'
  return sums.flatMap((z, j) => {
    const pairs = (weights[j] ?? []).map((w, i) => [w, below[i] ?? 0] as const)
    return [
      `  ${unit(l, j, count)}  z = ${products(pairs, [biases[j] ?? 0])} = ${n(z)}`,
      `  ${''.padEnd(unit(l, j, count).length)}  ${f}(z) = ${n(values[j] ?? 0)}   ${f}′(z) = ${n(slopes[j] ?? 0)}`,
    ]
  })
}

function errors(
  { errors: own, slopes }: LayerStep,
  l: number,
  { layers, predicted, targets, model }: Step,
): string[] {
  const above = layers[l + 1]
  return own.map((delta, j) => {
    const name = `  ${unit(l, j, layers.length)}  δ = `
    const slope = slopes[j] ?? 0
    if (above) {
      const pairs = above.errors.map((error, i) => [error, above.weights[i]?.[j] ?? 0] as const)
      return `${name}(${products(pairs)})·${signed(slope)} = ${n(delta)}`
    }
    if (!model.loss.formula)
      return `${name}p − y = ${n(predicted[j] ?? 0)} − ${signed(targets[j] ?? 0)} = ${n(delta)}`
    return slope === 0
      ? `${name}${n(delta)}`
      : `${name}∂E/∂p·g′(z) = ${signed(delta / slope)}·${signed(slope)} = ${n(delta)}`
  })
}

const changes = (layer: LayerStep, below: readonly number[], l: number, count: number): string[] =>
  layer.errors.flatMap((delta, j) => {
    const name = unit(l, j, count)
    const row = (what: string, slope: string, from: number, to: number): string =>
      `${what}  ${slope}   ${n(from)} → ${n(to)}`
    const weights = below.map((a, i) =>
      row(
        `w${i + 1}`,
        `${signed(delta)}·${signed(a)} = ${n(layer.weightGradient[j]?.[i] ?? 0)}`,
        layer.weights[j]?.[i] ?? 0,
        layer.newWeights[j]?.[i] ?? 0,
      ),
    )
    const bias = row('b ', n(delta), layer.biases[j] ?? 0, layer.newBiases[j] ?? 0)
    return [...weights, bias].map((line, i) => `  ${i === 0 ? name : ''.padEnd(name.length)}  ${line}`)
  })
