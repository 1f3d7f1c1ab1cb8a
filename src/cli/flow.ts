/** `ogee flow`: how gradients shrink or grow on their way back through layers, and why. */
import { OgeeError } from '../expression/error.ts'
import { type Flow, flow } from '../learn/flow/flow.ts'
import { flowPicture } from '../learn/flow/picture.ts'
import { deviationOf, INITIALS } from '../learn/network/initial.ts'
import { quoted } from '../syntax/errors.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import { inColumns } from './columns-of-text.ts'
import type { Command } from './command.ts'
import { FORCE, JSON_FORMAT, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { BUDGET, budgetOf } from './options.ts'
import { EXIT } from './problems.ts'
import { READING, readingOf } from './reading.ts'
import { mayWrite, save } from './save.ts'
import { STDOUT, write } from './streams.ts'
import { AT, calledUnits, lettersAt, listIn, unitsIn } from './units-input.ts'
import { wrapped } from './wrapped.ts'

const ACTIVATION: Option = {
  name: 'activation',
  value: 'LIST',
  summary: 'names and formulas with commas between; may be repeated; seven usual ones by default',
}
const DEPTH: Option = {
  name: 'depth',
  value: 'LIST',
  summary: 'numbers of layers: 10,30 (the default), or 2..50 for some from 2 to 50',
}
const INIT: Option = {
  name: 'init',
  value: 'LIST',
  summary: `how weights begin: ${INITIALS.join(', ')}; xavier by default`,
}
const WIDTH: Option = { name: 'width', value: 'N', summary: 'units in each layer, 32 by default' }
const NETWORKS: Option = { name: 'networks', value: 'N', summary: 'networks that are drawn, 4 by default' }
const SEED: Option = { name: 'seed', value: 'N', summary: 'determines all random numbers; 1 by default' }
const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'write the picture of the deepest networks: .svg or .png; - is SVG on standard output',
}

const TIME: Option = { ...BUDGET, summary: 'milliseconds to prove a greatest slope, 4000 by default' }

const USUAL = 'sigmoid,tanh,relu,gelu,swish,softplus,elu'

const command: Command = {
  name: 'flow',
  takes: '[ACTIVATION…]',
  summary: 'how gradients vanish or explode through layers, and why',
  more: 'Networks are drawn, random inputs pass forward and random errors back; nothing is learnt. "first/last" is the size of the gradient of the first layer as a part of that of the last; "each layer" is by what a layer multiplies it on its way back, "expected" what the theory of wide networks says. No layer can multiply errors by more than "at most", max|f′|·‖W‖, where max|f′| is proved. "saturated" is the share of units where |f′| is below a tenth of that maximum.',
  examples: [
    ['ogee flow', 'seven usual activations'],
    ['ogee flow sigmoid relu --depth 2..50 --init he', 'at several depths'],
    ['ogee flow "x/(1+exp(-b*x))" --at b=2', 'a formula of your own'],
    ['ogee flow sigmoid tanh --depth 30 -o flow.svg', 'as a picture'],
  ],
  options: [ACTIVATION, AT, DEPTH, INIT, WIDTH, NETWORKS, SEED, OUTPUT, FORCE, ...READING, JSON_FORMAT, TIME],
  run,
}

export const main: Main = mainOf(command)

/** For the proof of each max|f′|. */
const PATIENCE = 4_000
const MOST_FLOWS = 200

async function run(given: Given, manner: Manner): Promise<number> {
  const output = given.last('output')
  const kind = kindOf(output)
  const saving = { overwrite: given.has('force') }
  if (output !== undefined && kind !== 'screen') mayWrite(output, saving)
  const flows = flowsIn(given, manner)
  if (kind === 'svg' || kind === 'png') {
    const deepest = Math.max(...flows.map(({ depth }) => depth))
    const svg = flowPicture(flows.filter(({ depth }) => depth === deepest))
    save(output as string, kind === 'png' ? (await import('./png.ts')).png(svg) : svg, saving)
  }
  if (kind === 'screen') {
    const deepest = Math.max(...flows.map(({ depth }) => depth))
    write(STDOUT, flowPicture(flows.filter(({ depth }) => depth === deepest)))
  } else write(STDOUT, manner.json ? `${JSON.stringify(asJson(flows))}\n` : asText(flows))
  return flows.every(({ verdict }) => verdict === 'measured') ? EXIT.ok : EXIT.unknown
}

type Kind = 'none' | 'screen' | 'svg' | 'png'

function kindOf(file: string | undefined): Kind {
  if (file === undefined) return 'none'
  if (file === '-') return 'screen'
  const ending = /\.(svg|png)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === undefined)
    throw new OgeeError(
      'E504',
      `--output cannot be ${quoted(file)}`,
      undefined,
      'its name ends in .svg or .png',
    )
  return ending as Kind
}

/** Every activation with all weights and depths. */
function flowsIn(given: Given, manner: Manner): Flow[] {
  const reading = readingOf(given)
  const at = lettersAt(given)
  const listed = given.all('activation').flatMap(listIn)
  const texts = [...given.words.flatMap(listIn), ...listed]
  const initials = listOf(given, 'init', 'xavier')
  for (const initial of initials) deviationOf(initial)
  const depths = depthsIn(given.last('depth') ?? '10,30')
  const options = {
    width: wholeNumber(given, 'width', 1, 256) ?? 32,
    networks: wholeNumber(given, 'networks', 1, 64) ?? 4,
    seed: wholeNumber(given, 'seed', 0, Number.MAX_SAFE_INTEGER) ?? 1,
    budget: { milliseconds: given.has('budget') ? budgetOf(given) : PATIENCE },
  }
  const activations = (texts.length === 0 ? USUAL.split(',') : texts).map((text) =>
    unitsIn(text, {
      option: 'activation',
      reading,
      at,
      // what is asked for without a word of one's own needs no notes
      manner: texts.length === 0 ? { ...manner, quiet: true } : manner,
    }),
  )
  if (activations.length * initials.length * depths.length > MOST_FLOWS)
    throw new OgeeError('E504', `more than ${MOST_FLOWS} networks are asked for`, undefined, 'ask in parts')
  return activations.flatMap((units) =>
    initials.flatMap((initial) => depths.map((depth) => flow(units, { ...options, initial, depth }))),
  )
}

function listOf(given: Given, name: string, usual: string): string[] {
  const list = given.all(name).flatMap(listIn)
  if (list.includes(''))
    throw new OgeeError('E504', `--${name} has an empty place`, undefined, `for example ${usual}`)
  return list.length === 0 ? [usual] : [...new Set(list)]
}

const DEEPEST = 200
const SERIES = [2, 3, 5, 10, 20, 30, 50, 100, 200]

/** 10,30; or 2..50, which stands for its ends and some round numbers between. */
function depthsIn(text: string): number[] {
  const wrong = (): OgeeError =>
    new OgeeError(
      'E504',
      `--depth cannot be ${quoted(text)}`,
      undefined,
      `numbers from 2 to ${DEEPEST}, such as 10,30 or 2..50`,
    )
  const numbers = text.split(',').flatMap((part) => {
    const [from, to] = (/^\s*(\d{1,3})\s*(?:\.\.\s*(\d{1,3})\s*)?$/.exec(part) ?? []).slice(1)
    if (from === undefined) throw wrong()
    if (to === undefined) return [Number(from)]
    if (Number(to) <= Number(from)) throw wrong()
    const [low, high] = [Number(from), Number(to)]
    return [low, ...SERIES.filter((n) => n > low && n < high), high]
  })
  if (numbers.some((n) => n < 2 || n > DEEPEST)) throw wrong()
  return [...new Set(numbers)]
}

const asJson = (flows: readonly Flow[]): object => ({
  schema: SCHEMA,
  kind: 'flow',
  flows: flows.map(({ activation: { of, at }, steepest, ...rest }) => ({
    activation: of,
    ...(Object.keys(at).length === 0 ? {} : { at }),
    steepest: steepest.verdict === 'proved' ? { verdict: 'proved', value: steepest.decimals } : steepest,
    ...rest,
  })),
})

const called = ({ activation }: Flow): string => calledUnits(activation)

const power = (value: number): string => {
  if (value >= 0.001 && value < 10_000) return value.toPrecision(3)
  return value.toExponential(1).replace('e+', 'e')
}

function asText(flows: readonly Flow[]): string {
  const [{ width, depth }] = flows as readonly [Flow]
  const head = [
    'activation',
    'weights',
    'layers',
    'first/last',
    'each layer',
    'expected',
    'at most',
    'saturated',
  ]
  const rows = flows.map((one) => [
    called(one),
    one.initial,
    `${one.depth}`,
    ...(one.verdict === 'measured'
      ? [
          power(one.ratio),
          one.factor.toFixed(3),
          one.expectedFactor.toFixed(3),
          one.boundFactor?.toFixed(3) ?? '–',
          one.saturated === undefined ? '–' : `${Math.round(100 * one.saturated)} %`,
        ]
      : [one.verdict, '–', '–', '–', '–']),
  ])
  const deepest = new Map(flows.map((one) => [`${called(one)} ${one.initial}`, one]))
  const sentences = [...deepest.values()].flatMap((one) => ['', ...wrapped(why(one), 96)])
  return `${[`${width} units in each layer${flows.every((one) => one.depth === depth) ? `, ${depth} layers` : ''}`, '', ...inColumns([head, ...rows]), ...sentences].join('\n')}\n`
}

/** Within this of 1 a factor keeps gradients as they are. */
const KEPT = 0.1

/** Why a gradient vanishes, stays or explodes, by its numbers. */
function why(one: Flow): string {
  const { depth, width, initial, steepest, factor, ratio } = one
  const name = `${called(one)} with ${initial}`
  if (one.verdict === 'overflow')
    return `${name}: values grow until they leave the range of doubles; there is no gradient to measure.`
  if (one.verdict === 'nothing left')
    return `${name}: a gradient is exactly 0 in double precision, so nothing is left to learn from.`
  const deviation = deviationOf(initial)(width, width)
  const stretch = deviation * Math.sqrt(width)
  const most =
    steepest.verdict === 'proved'
      ? `at most ${brief(steepest.decimals)} (proved)`
      : steepest.verdict === 'unbounded'
        ? 'without a bound (proved)'
        : 'no bound of them was found'
  const so =
    factor < 1 - KEPT
      ? `over ${depth} layers ${power(ratio)} of it is left, and the first layers learn ${ratio < NOTHING ? 'nothing' : 'slowly'}.`
      : factor > 1 + KEPT
        ? `over ${depth} layers it becomes ${power(ratio)} times as large, and steps have to be small.`
        : `over ${depth} layers it becomes ${power(ratio)} times what it was, and all layers learn.`
  return `${name}: on their way back errors are multiplied by ${two(one.errorFactor)} in each layer: slopes are ${two(one.slope)} in the mean, ${most}, and weights with deviation ${power(deviation)} for ${width} units stretch by ${two(stretch)}. The gradient, errors times inputs, is multiplied by ${two(factor)}: ${so}`
}

/** Of less than this part nothing is learnt in time. */
const NOTHING = 1e-6

const two = (value: number): string => value.toFixed(2)

/** Decimals as far as they are read. */
const brief = (decimals: string): string =>
  decimals.length <= 6 ? decimals : `${decimals.slice(0, 6).replace('…', '')}…`
