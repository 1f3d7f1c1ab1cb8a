/** What is said of a training: the network, how its loss went down, how much is right. */
import { LBFGS, ruleOf } from '../learn/descent/rules.ts'
import type { Model, Score } from '../learn/network/model.ts'
import type { Training, TrainOptions } from '../learn/network/train.ts'
import { inColumns } from './columns-of-text.ts'
import type { Lesson } from './train-data.ts'
import { calledUnits } from './units-input.ts'

const SHOWN_EPOCHS = 6
const six = (value: number): string => `${Number(value.toPrecision(4))}`

export function trainingText(
  { losses }: Training,
  model: Model,
  { called, learnt, test }: Lesson,
  { seed, optimizer, batch = 32, rate }: TrainOptions,
  scores: { readonly training: Score; readonly heldOut?: Score },
): string {
  const { network, loss } = model
  const [first] = network.layers
  const sizes = [first?.inputs, ...network.layers.map(({ outputs: count }) => count)]
  const how =
    optimizer === LBFGS
      ? 'lbfgs, all rows at once'
      : `${optimizer}, rate ${six(rate ?? ruleOf(optimizer as string).rate)}, batches of ${batch}`
  const epochs = losses.length
  const shown = Array.from({ length: SHOWN_EPOCHS }, (_, i) =>
    Math.max(1, Math.round((epochs * i) / (SHOWN_EPOCHS - 1))),
  )
  const rows = [...new Set(shown)].map((epoch) => [`epoch ${epoch}`, six(losses[epoch - 1] as number)])
  const result = (name: string, count: number, { loss: value, right }: Score): string[] => [
    name,
    `${count} rows`,
    `loss ${six(value)}`,
    right === undefined ? '' : `${(100 * right).toFixed(1)} % right`,
  ]
  return `${[
    `${called}: a network ${sizes.join('-')} with ${network.parameters.length} parameters`,
    `hidden units ${first?.activation && network.layers.length > 1 ? calledUnits(first.activation) : 'none'}; loss ${loss.name}; ${how}; seed ${seed}`,
    '',
    ...inColumns(rows.length > 0 ? rows : [['no step went down', '']]),
    '',
    ...inColumns([
      result('training', learnt.inputs.length, scores.training),
      ...(test && scores.heldOut ? [result('held out', test.inputs.length, scores.heldOut)] : []),
    ]),
  ].join('\n')}\n`
}
