/** `ogee classify`: the chance of an outcome by the columns of a table. */
import { LANGUAGES, type Language } from '../compute/emit/index.ts'
import { type Table, tableFrom } from '../data/table.ts'
import { OgeeError } from '../expression/error.ts'
import { type Classified, type ClassifyOptions, classify } from '../learn/logistic/classify.ts'
import { emitted } from '../learn/logistic/model.ts'
import { quoted } from '../syntax/errors.ts'
import { parse, print } from '../syntax/index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Given, type Option, onlyWord, wholeNumber } from './arguments.ts'
import { classifiedText, explainedText } from './classify-text.ts'
import type { Command } from './command.ts'
import { FORCE, JSON_FORMAT, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { EXIT } from './problems.ts'
import { inOption } from './reading.ts'
import { mayWrite, type Output, saveAll } from './save.ts'
import { STDOUT, write } from './streams.ts'
import { calledIn, DELIMITER, delimiterOf, tableParts } from './table-file.ts'

const file = (name: string, summary: string): Option => ({ name, value: 'FILE', summary })
const column = (name: string, summary: string): Option => ({ name, value: 'COLUMN', summary })
const number = (name: string, summary: string): Option => ({ name, value: 'NUMBER', summary })

const OPTIONS: readonly Option[] = [
  column('target', 'the column of the outcome: one of two values, or counts with --trials'),
  { name: 'positive', value: 'VALUE', summary: 'the outcome whose chance is asked; of two the second one' },
  {
    name: 'features',
    value: 'COLUMNS',
    summary: 'the columns that it depends on, between commas; all by default',
  },
  column('without', 'a column to leave out; may be repeated'),
  column('category', 'a column whose numbers are names; may be repeated'),
  {
    name: 'reference',
    value: 'COLUMN=VALUE',
    summary: 'the category that others are compared to; may be repeated',
  },
  column('weights', 'how much each row counts'),
  column('trials', 'how many trials the outcome counts'),
  {
    name: 'missing',
    value: 'WHAT',
    choices: ['refuse', 'drop'],
    summary: 'rows with missing values: refuse (the default) or drop',
  },
  DELIMITER,
  { name: 'link', value: 'FORMULA', summary: 'the chance as a formula in one letter, 1/(1+e^-z) by default' },
  number('penalty', 'half of this times the squares of the coefficients is added to the loss'),
  number('level', 'of the intervals, 0.95 by default'),
  number('test', 'the share of rows that is held out to score, 0.25 by default'),
  { name: 'folds', value: 'N', summary: 'hold out each of so many parts in turn' },
  { name: 'seed', value: 'N', summary: 'which rows are held out, 1 by default' },
  file('roc', 'a picture of outcomes told apart, .svg or .png'),
  file('calibration', 'a picture of chances that come true'),
  file('boundary', 'a picture of the chance over the two strongest columns'),
  file('save', 'the model as JSON'),
  file('model', 'a saved model: the rows get a column with their chance'),
  { name: 'to', value: 'LANGUAGE', choices: LANGUAGES, summary: 'write the model as code instead' },
  { name: 'explain', summary: 'why the loss is what it is, each line checked' },
  { name: 'table', value: 'NAME', summary: 'the table in a .duckdb file, if there are several' },
  { name: 'memory', value: 'SIZE', summary: 'how much memory may be used for files of DuckDB, e.g. 512MB' },
  { name: 'temporary', value: 'FOLDER', summary: 'where DuckDB may put what does not fit' },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    summary: 'with --model or --to: write this file, whole or not at all',
  },
]

const command: Command = {
  name: 'classify',
  takes: 'FILE',
  summary: 'logistic regression: the chance of an outcome by the columns of a table',
  more: 'The first line of the file names the columns; a column whose first field is a number holds numbers, others hold categories. The loss is derived from the link, twice, and minimised by Newton’s method to all digits. If the columns separate the outcomes, or one column says what others say, there is no best answer: that is said with the columns, and the exit code is 1. Files of DuckDB and Parquet (.duckdb, .parquet) are summed where they are, by the package @duckdb/node-api; so are .csv files with --memory.',
  examples: [
    ['ogee classify data.csv --target ill', 'coefficients, odds ratios, scores'],
    ['ogee classify data.csv --target ill --save m.json', 'and the model as a file'],
    ['ogee classify new.csv --model m.json', 'the rows with their chances'],
    ['ogee classify data.csv --target ill --roc roc.svg', 'with a picture'],
    ['ogee classify doses.csv --target dead --trials n', 'counts of trials'],
    ['ogee classify big.parquet --target y --memory 512MB', 'larger than the memory'],
  ],
  options: [...OPTIONS, FORCE, JSON_FORMAT],
  run,
}

export const main: Main = mainOf(command)

async function run(given: Given, manner: Manner): Promise<number> {
  const path = onlyWord(given, 'file')
  if (path === undefined) throw new OgeeError('E506', 'there is no file', undefined, 'for example data.csv')
  if (given.has('model')) return (await import('./chances.ts')).chances(path, given, manner)
  const target = given.last('target')
  if (target === undefined)
    throw new OgeeError('E503', 'say which column is the outcome', undefined, 'write --target COLUMN')
  const saving = { overwrite: given.has('force') }
  for (const name of FILES) {
    const to = given.last(name)
    if (to !== undefined) mayWrite(to, saving)
  }
  const options = optionsOf(given, target)
  if (FAR.test(path) || (NEAR.test(path) && given.has('memory')))
    return (await import('./classify-far.ts')).far(path, given, options)
  const table = await tableFrom(tableParts(path, delimiterOf(given)), tableOptions(path, given, options))
  const found = await classify(table, options)
  const outputs = await filesOf(found, given)
  const text = await written(found, given, table)
  const to = given.last('output')
  const isShown = to === undefined || to === '-'
  if (!isShown) outputs.push({ path: to, content: text })
  saveAll(outputs, saving)
  if (isShown) write(STDOUT, text)
  return exitOf(found)
}

/** Files that DuckDB reads, and those that it reads if memory is short. */
const FAR = /\.(duckdb|db|parquet)$/i
const NEAR = /\.(csv|tsv)$/i

const FILES = ['roc', 'calibration', 'boundary', 'save', 'output']

/** "No" where there is a reason why there is no answer. */
const exitOf = ({ result }: Classified): number =>
  result.verdict === 'fitted' ? EXIT.ok : result.verdict === 'unknown' ? EXIT.unknown : EXIT.no

function tableOptions(path: string, given: Given, options: ClassifyOptions): Parameters<typeof tableFrom>[1] {
  const apart = [options.target, options.weights, options.trials].filter((name) => name !== undefined)
  return {
    file: calledIn(path),
    ...(options.features ? { only: [...options.features, ...apart] } : {}),
    without: given.all('without'),
    categories: given.all('category'),
    dropMissing: given.last('missing') === 'drop',
  }
}

/** What the options ask for. Throws OgeeError `E504` for numbers that cannot be, Problem for a link that is none. */
export function optionsOf(given: Given, target: string): ClassifyOptions {
  const asked: Record<string, unknown> = { target }
  for (const name of ['positive', 'weights', 'trials'] as const) {
    const said = given.last(name)
    if (said !== undefined) asked[name] = said
  }
  const features = given.last('features')
  if (features !== undefined) asked.features = features.split(',').map((name) => name.trim())
  const references = given.all('reference').map((text) => {
    const at = text.indexOf('=')
    if (at < 1)
      throw new OgeeError(
        'E504',
        `--reference cannot be ${quoted(text)}`,
        undefined,
        'for example --reference sex=female',
      )
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
  })
  asked.references = Object.fromEntries(references)
  const link = given.last('link')
  if (link !== undefined) asked.link = print(inOption('link', link, () => parse(link)))
  for (const [name, key, least, most] of NUMBERS) {
    const said = given.last(name)
    if (said === undefined) continue
    const value = Number(said)
    if (said.trim() === '' || !(value >= least && value < most))
      throw new OgeeError(
        'E504',
        `--${name} cannot be ${quoted(said)}`,
        undefined,
        `a number from ${least} to ${most}`,
      )
    asked[key] = value
  }
  const folds = wholeNumber(given, 'folds', 2, 1_000)
  const seed = wholeNumber(given, 'seed', 0, 2 ** 31)
  return {
    ...asked,
    ...(folds === undefined ? {} : { folds }),
    ...(seed === undefined ? {} : { seed }),
  } as unknown as ClassifyOptions
}

const NUMBERS = [
  ['penalty', 'l2', 0, 1e300],
  ['level', 'level', 1e-6, 1],
  ['test', 'test', 1e-6, 1],
] as const

/** The answer on standard output. */
async function written(found: Classified, given: Given, { dropped }: Table): Promise<string> {
  const to = given.last('to') as Language | undefined
  if (to !== undefined && found.model) return emitted(found.model, to)
  const lines = given.has('explain')
    ? (await import('../learn/logistic/explained.ts')).explained(found.model?.link)
    : undefined
  if (!given.has('json')) return classifiedText(found, dropped) + (lines ? `\n${explainedText(lines)}` : '')
  const { result, model, scores, heldOut, design } = found
  const { features, target, references } = design
  return `${JSON.stringify({ schema: SCHEMA, kind: 'classified', target, features, references, dropped, result, scores, heldOut, model, explained: lines })}\n`
}

/** A PNG does not follow the reader's screen. */
interface Themed {
  readonly theme?: 'light'
}

/** The files that are asked for. */
async function filesOf({ model, scores, heldOut, design }: Classified, given: Given): Promise<Output[]> {
  const outputs: Output[] = []
  const asked = (name: string): string | undefined => given.last(name)
  if (!model || !scores) return outputs
  const pictures = FILES.slice(0, 3).some((name) => given.has(name))
    ? await import('../learn/logistic/pictures.ts')
    : undefined
  const judged = heldOut?.verdict === 'scored' ? heldOut : scores
  const add = async (
    name: string,
    picture: ((options: Themed) => string | undefined) | undefined,
  ): Promise<void> => {
    const path = asked(name)
    if (path === undefined || !picture) return
    const isPng = /\.png$/i.test(path)
    const svg = picture(isPng ? { theme: 'light' } : {})
    if (svg === undefined)
      throw new OgeeError('E504', `--${name} needs two columns`, undefined, 'there is one')
    outputs.push({ path, content: isPng ? (await import('./png.ts')).png(svg) : svg })
  }
  await add('roc', pictures && ((look) => pictures.rocPicture(judged, look)))
  await add('calibration', pictures && ((look) => pictures.calibrationPicture(judged, look)))
  await add('boundary', pictures && ((look) => pictures.borderPicture(design, model, look)))
  const path = asked('save')
  if (path !== undefined) outputs.push({ path, content: `${JSON.stringify(model, null, 1)}\n` })
  return outputs
}
