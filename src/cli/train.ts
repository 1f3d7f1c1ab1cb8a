/** `ogee train`: a small network learns from data, with any formula as activation; or predicts what it learnt. */
import { OgeeError } from '../expression/error.ts'
import { boundaryPicture } from '../learn/boundary.ts'
import { LBFGS, OPTIMIZERS, ruleOf } from '../learn/descent/rules.ts'
import { deviationOf, INITIALS } from '../learn/network/initial.ts'
import { LOSSES } from '../learn/network/loss.ts'
import { type Model, modelJson, predictor, score } from '../learn/network/model.ts'
import { step } from '../learn/network/step.ts'
import { type Training, type TrainOptions, train } from '../learn/network/train.ts'
import { quoted } from '../syntax/errors.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import type { Command } from './command.ts'
import { before } from './deadline.ts'
import { FORCE, JSON_FORMAT, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { BUDGET, budgetOf } from './options.ts'
import { predicted } from './predictions.ts'
import { EXIT } from './problems.ts'
import { READING, readingOf } from './reading.ts'
import { mayWrite, type Output, saveAll } from './save.ts'
import { stepText } from './step-text.ts'
import { isTerminal, STDERR, STDOUT, write } from './streams.ts'
import { DATA, type Lesson, lessonIn, numberOption } from './train-data.ts'
import { trainingText } from './training-text.ts'
import { AT, lettersAt, listIn, unitsIn } from './units-input.ts'

const NETWORK: readonly Option[] = [
  { name: 'layers', value: 'LIST', summary: 'hidden units of each layer, 16,16 by default; none for none' },
  {
    name: 'activation',
    value: 'FORMULA',
    summary: 'of the hidden units: a name or a formula; tanh by default',
  },
  AT,
  { name: 'output', value: 'FORMULA', summary: 'the function of the outputs; that of the loss by default' },
  { name: 'loss', value: 'LOSS', summary: `${LOSSES.join(', ')}, or a formula in p and y` },
  { name: 'init', value: 'WEIGHTS', summary: `${INITIALS.join(', ')}; xavier by default` },
]
const TRAINING: readonly Option[] = [
  {
    name: 'optimizer',
    value: 'NAME',
    choices: OPTIMIZERS,
    summary: `${OPTIMIZERS.join(', ')}; adam by default`,
  },
  { name: 'rate', value: 'ETA', summary: 'the length of steps; each optimizer has its own' },
  { name: 'epochs', value: 'N', summary: 'how often all rows are passed, 200 by default' },
  { name: 'batch', value: 'N', summary: 'rows in each step, 32 by default' },
  { name: 'seed', value: 'N', summary: 'determines all random numbers; 1 by default' },
  { name: 'unscaled', summary: 'inputs as they are, not scaled to mean 0 and deviation 1' },
]
const RESULTS: readonly Option[] = [
  { name: 'show-step', summary: 'no training: one step from the first row, with all its numbers' },
  { name: 'save', short: 'o', value: 'FILE', summary: 'write the model to this .json file' },
  { name: 'picture', value: 'FILE', summary: 'write a picture of what the model says: .svg or .png' },
  { name: 'predict', value: 'MODEL', summary: 'no training: what a saved model says of the rows of --data' },
]

const TIME: Option = { ...BUDGET, summary: 'milliseconds that training may take; no limit by default' }

const command: Command = {
  name: 'train',
  takes: '--task TASK | --data FILE',
  needsNothing: (given) => given.has('task') || given.has('data'),
  summary: 'a small network learns from data, with any formula as activation',
  more: 'Layers are dense; gradients go back by the derivative that ogee derives, in double precision. The same seed gives the same run, bit for bit, and so does a formula typed instead of a name. Text in the target column is classes. With two inputs and two classes, --picture shows the border between these.',
  examples: [
    ['ogee train --task moons --picture moons.svg', 'the border that is found'],
    ['ogee train --task spirals --activation swish', 'any name or formula'],
    ['ogee train --task xor --layers 2 --show-step', 'one step, by numbers'],
    ['ogee train --data d.csv --target y -o m.json', 'from a table, and saved'],
    ['ogee train --predict m.json --data new.csv', 'what it says of new rows'],
  ],
  options: [...DATA, ...NETWORK, ...TRAINING, ...RESULTS, FORCE, ...READING, JSON_FORMAT, TIME],
  run,
}

export const main: Main = mainOf(command)

async function run(given: Given, manner: Manner): Promise<number> {
  const [word] = given.words
  if (word !== undefined)
    throw new OgeeError(
      'E505',
      `${quoted(word)} is no option`,
      undefined,
      'for example --task moons, --data FILE',
    )
  if (given.has('predict')) return predicted(given, manner)
  const files = filesIn(given)
  const seed = wholeNumber(given, 'seed', 0, Number.MAX_SAFE_INTEGER - 1) ?? 1
  const options = { ...trainingOf(given, manner), seed }
  const lesson = await lessonIn(given, seed)
  if (files.picture !== undefined) checkPicture(lesson)
  if (given.has('show-step')) return shownStep(lesson, options, manner)
  const watch = isTerminal(STDERR) && !manner.quiet ? (await import('./progress.ts')).progress() : undefined
  const work = (): Training => train(lesson.learnt, options)
  const training = given.has('budget') ? before(budgetOf(given), work) : work()
  watch?.over()
  if (training.verdict === 'diverged') {
    const hint = 'take smaller steps, e.g. --rate 0.001'
    const epoch = training.losses.length
    throw new OgeeError('E604', `in epoch ${epoch} the loss is no number any more`, undefined, hint)
  }
  const { names, classes } = lesson
  const model: Model = { ...training.model, names, ...(classes ? { classes } : {}) }
  const scores = {
    training: score(model, lesson.learnt),
    ...(lesson.test ? { heldOut: score(model, lesson.test) } : {}),
  }
  saveAll(await outputs(files, model, lesson), { overwrite: given.has('force') })
  write(
    STDOUT,
    manner.json
      ? `${JSON.stringify({ schema: SCHEMA, kind: 'training', verdict: training.verdict, losses: training.losses, ...scores, model: modelJson(model) })}\n`
      : trainingText(training, model, lesson, options, scores),
  )
  return EXIT.ok
}

interface Files {
  readonly model: string | undefined
  readonly picture: string | undefined
}

/** The files to write, none of which may be there. */
function filesIn(given: Given): Files {
  const files = { model: given.last('save'), picture: given.last('picture') }
  if (files.model !== undefined && !/\.json$/i.test(files.model))
    throw new OgeeError(
      'E504',
      `--save cannot be ${quoted(files.model)}`,
      undefined,
      'its name ends in .json',
    )
  if (files.picture !== undefined && !/\.(svg|png)$/i.test(files.picture))
    throw new OgeeError(
      'E504',
      `--picture cannot be ${quoted(files.picture)}`,
      undefined,
      'its name ends in .svg or .png',
    )
  for (const path of [files.model, files.picture])
    if (path !== undefined) mayWrite(path, { overwrite: given.has('force') })
  return files
}

const MOST_LAYERS = 50

/** The network and how it is trained, as the options say. */
function trainingOf(given: Given, manner: Manner): TrainOptions {
  const reading = readingOf(given)
  const at = lettersAt(given)
  const units = (option: string): ReturnType<typeof unitsIn> | undefined => {
    const text = given.last(option)
    return text === undefined ? undefined : unitsIn(text, { option, reading, at, manner })
  }
  const initial = given.last('init')
  if (initial !== undefined) deviationOf(initial)
  const optimizer = given.last('optimizer') ?? (given.has('show-step') ? 'gradient-descent' : 'adam')
  if (optimizer === LBFGS) {
    const needless = ['rate', 'batch'].find((name) => given.has(name))
    if (needless !== undefined)
      throw new OgeeError('E504', `L-BFGS has no --${needless}`, undefined, 'leave it out, or choose adam')
  }
  const [activation, output] = [units('activation'), units('output')]
  const [layers, loss] = [layersIn(given), given.last('loss')]
  const epochs = wholeNumber(given, 'epochs', 1, 1_000_000)
  const batch = wholeNumber(given, 'batch', 1, 1_000_000)
  return {
    optimizer,
    standardise: !given.has('unscaled'),
    ...(layers ? { layers } : {}),
    ...(activation ? { activation } : {}),
    ...(output ? { output } : {}),
    ...(loss === undefined ? {} : { loss }),
    ...(initial === undefined ? {} : { initial }),
    ...(epochs === undefined ? {} : { epochs }),
    ...(batch === undefined ? {} : { batch }),
    ...(given.has('rate') ? { rate: numberOption(given, 'rate', Number.MIN_VALUE, 1e6) } : {}),
  }
}

function layersIn(given: Given): number[] | undefined {
  const text = given.last('layers')
  if (text === undefined || text === 'none') return text === undefined ? undefined : []
  const layers = listIn(text).map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0))
  if (layers.length <= MOST_LAYERS && layers.every((count) => count > 0)) return layers
  throw new OgeeError('E504', `--layers cannot be ${quoted(text)}`, undefined, 'for example --layers 16,16')
}

function shownStep({ learnt }: Lesson, options: TrainOptions, manner: Manner): number {
  const optimizer = options.optimizer as string
  const found = step(learnt, options)
  const { model, ...numbers } = found
  write(
    STDOUT,
    manner.json
      ? `${JSON.stringify({ schema: SCHEMA, kind: 'step', optimizer, ...numbers, model: modelJson(model) })}\n`
      : stepText(found, { optimizer, rate: options.rate ?? ruleOf(optimizer).rate }),
  )
  return EXIT.ok
}

function checkPicture({ names, learnt }: Lesson): void {
  const isFlat =
    names.length === 2 && learnt.targets.every((row) => row.length === 1 && (row[0] === 0 || row[0] === 1))
  if (!isFlat)
    throw new OgeeError(
      'E504',
      'a picture shows two inputs and two classes',
      undefined,
      'leave out --picture',
    )
}

async function outputs(
  { model: path, picture }: Files,
  model: Model,
  { learnt, names }: Lesson,
): Promise<Output[]> {
  const files: Output[] = []
  if (path !== undefined) files.push({ path, content: `${JSON.stringify(modelJson(model), undefined, 1)}\n` })
  if (picture !== undefined) {
    if (names.length !== 2 || learnt.targets[0]?.length !== 1)
      throw new OgeeError(
        'E504',
        'a picture shows two inputs and one output',
        undefined,
        'leave out --picture',
      )
    const points = learnt.inputs.map(([x = 0, y = 0], i) => ({ x, y, kind: learnt.targets[i]?.[0] ?? 0 }))
    const says = predictor(model)
    const svg = boundaryPicture({
      f: (x, y) => says([x, y])[0] ?? Number.NaN,
      names: names as [string, string],
      points,
    })
    files.push({ path: picture, content: /png$/i.test(picture) ? (await import('./png.ts')).png(svg) : svg })
  }
  return files
}
