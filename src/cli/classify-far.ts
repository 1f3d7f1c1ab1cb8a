/** `ogee classify` on files of DuckDB and Parquet: the rows stay where they are. */
import { statSync } from 'node:fs'
import { type FarTable, farTable } from '../data/duckdb.ts'
import { OgeeError } from '../expression/error.ts'
import type { ClassifyOptions } from '../learn/logistic/classify.ts'
import { type Feature, referenceIn } from '../learn/logistic/design.ts'
import { modelOf } from '../learn/logistic/model.ts'
import { regression } from '../learn/logistic/regression.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'
import { SCHEMA } from '../verify/certificate.ts'
import type { Given } from './arguments.ts'
import { explainedText, resultText } from './classify-text.ts'
import { EXIT } from './problems.ts'
import { save } from './save.ts'
import { STDOUT, write } from './streams.ts'

/** More categories than this are names of rows. */
const MOST_LEVELS = 100

/** What needs the rows in memory. */
const NOT_HERE = [
  'roc',
  'calibration',
  'boundary',
  'trials',
  'test',
  'folds',
  'seed',
  'to',
  'delimiter',
  'category',
]

export async function far(path: string, given: Given, options: ClassifyOptions): Promise<number> {
  const useless = NOT_HERE.find((name) => given.has(name))
  if (useless !== undefined)
    throw new OgeeError(
      'E504',
      `--${useless} needs the rows in memory`,
      undefined,
      'write them to a .csv file',
    )
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new OgeeError(
      'E510',
      `cannot read ${quoted(path)}: there is no such file`,
      undefined,
      'name a file',
    )
  const [table, memory, temporary] = ['table', 'memory', 'temporary'].map((name) => given.last(name))
  const data = await farTable(path, {
    ...(table === undefined ? {} : { table }),
    ...(memory === undefined ? {} : { memory }),
    ...(temporary === undefined ? {} : { temporary }),
  })
  try {
    return await classified(path, data, given, options)
  } finally {
    data.close()
  }
}

async function classified(
  path: string,
  data: FarTable,
  given: Given,
  options: ClassifyOptions,
): Promise<number> {
  const names = data.columns.map(({ name }) => name)
  const { target, weights, positive, link, l2, level } = options
  const without = given.all('without')
  const features = (options.features ?? names).filter((name) => ![target, weights, ...without].includes(name))
  for (const name of [target, ...features, ...without, ...(weights === undefined ? [] : [weights])])
    known(name, names, path)
  const used = [target, ...features, ...(weights === undefined ? [] : [weights])]
  const missing = [...(await data.missing(used))].filter(([, count]) => count > 0)
  const [first] = missing
  if (first && given.last('missing') !== 'drop')
    throw new OgeeError(
      'E808',
      `${quoted(path)}, column ${first[0]}: ${first[1]} values are missing`,
      undefined,
      'leave out such rows with --missing drop',
    )
  const values = await data.levels(target, 3)
  const yes = positive ?? values[1]
  if (yes === undefined || (positive === undefined && values.length !== 2))
    throw new OgeeError(
      'E835',
      `${quoted(target)} has ${values.length > 2 ? 'more than two' : values.length} values: two are needed`,
      undefined,
      'say which one counts with --positive',
    )
  const references: Record<string, string> = Object.create(null)
  const terms: Feature[] = []
  for (const column of features) {
    if (data.columns.find(({ name }) => name === column)?.isNumber) {
      terms.push({ name: column, column })
      continue
    }
    const levels = await data.levels(column, MOST_LEVELS + 1)
    if (levels.length > MOST_LEVELS)
      throw new OgeeError(
        'E834',
        `${quoted(column)} has more than ${MOST_LEVELS} categories`,
        undefined,
        `leave it out with --without ${column}`,
      )
    const reference = referenceIn(options.references ?? {}, column) ?? (levels[0] as string)
    references[column] = reference
    for (const one of levels)
      if (one !== reference || levels.length === 1)
        terms.push({ name: `${column}=${one}`, column, level: one })
  }
  const unused = (word: string): string =>
    terms.some(({ name }) => name === word) ? unused(`${word}_`) : word
  const [outcome, weight] = [unused('outcome'), unused('weight')]
  const rows = await data.rows([
    ...terms,
    { name: outcome, column: target, level: yes },
    ...(weights === undefined ? [] : [{ name: weight, column: weights }]),
  ])
  const result = await regression(rows, {
    features: terms.map(({ name }) => name),
    outcome,
    ...(weights === undefined ? {} : { weight }),
    ...(link === undefined ? {} : { link }),
    ...(l2 === undefined ? {} : { l2 }),
    ...(level === undefined ? {} : { level }),
  })
  const no = values.find((value) => value !== yes) ?? `not ${yes}`
  const design = { features: terms, target: { column: target, yes, no }, references }
  const model = result.verdict === 'fitted' ? modelOf(result, design) : undefined
  const to = given.last('save')
  if (model && to !== undefined)
    save(to, `${JSON.stringify(model, null, 1)}\n`, { overwrite: given.has('force') })
  const dropped = missing.length > 0 ? '; others are left out: a value is missing' : ''
  const about = `the chance that ${target} is ${yes}: ${rows.count} rows${dropped}`
  const lines = given.has('explain')
    ? (await import('../learn/logistic/explained.ts')).explained(model?.link)
    : undefined
  write(
    STDOUT,
    given.has('json')
      ? `${JSON.stringify({ schema: SCHEMA, kind: 'classified', ...design, result, model, explained: lines })}\n`
      : resultText(result, about) + (lines ? `\n${explainedText(lines)}` : ''),
  )
  return result.verdict === 'fitted' ? EXIT.ok : result.verdict === 'unknown' ? EXIT.unknown : EXIT.no
}

function known(name: string, names: readonly string[], path: string): void {
  if (names.includes(name)) return
  const near = nearestName(name, names)
  throw new OgeeError(
    'E808',
    `${quoted(path)} has no column ${quoted(name)}`,
    undefined,
    near === undefined ? `its columns are ${names.slice(0, 20).join(', ')}` : `did you mean ${quoted(near)}?`,
  )
}
