/** What a saved network says of the rows of a table. */
import { readFileSync } from 'node:fs'
import { numberIn, placeOf } from '../data/columns.ts'
import { OgeeError } from '../expression/error.ts'
import { classOf, hasClasses, modelFrom, predict } from '../learn/network/model.ts'
import { quoted } from '../syntax/errors.ts'
import { SCHEMA } from '../verify/certificate.ts'
import type { Given } from './arguments.ts'
import type { Manner } from './looks.ts'
import { EXIT } from './problems.ts'
import { inOption } from './reading.ts'
import { mayWrite, save } from './save.ts'
import { STDOUT, write } from './streams.ts'
import { wholeTable } from './table-file.ts'
import { forbid } from './train-data.ts'

/** The rows of a table with what a model says of each. */
export async function predicted(given: Given, manner: Manner): Promise<number> {
  forbid(given, ['task', 'target', 'show-step', 'picture'], 'training')
  const path = given.last('predict') as string
  const data = given.last('data')
  if (data === undefined)
    throw new OgeeError('E504', '--predict needs --data', undefined, 'for example --data new.csv')
  const output = given.last('save')
  if (output !== undefined) mayWrite(output, { overwrite: given.has('force') })
  const model = inOption('predict', path, () => modelFrom(jsonIn(path)))
  const { head, rows } = await wholeTable(data)
  const names = model.names ?? model.scales.map((_, i) => `x_${i + 1}`)
  const places = names.map((name) => placeOf(name, head))
  const found = predict(
    model,
    rows.map((row) => places.map((place) => numberIn(row, place, head))),
  )
  const kinds = found.map((one) => (hasClasses(model) ? classOf(one) : undefined))
  const named = (kind: number): string => model.classes?.[kind] ?? `${kind}`
  const text = manner.json
    ? `${JSON.stringify({ schema: SCHEMA, kind: 'predictions', predictions: found.map((outputs_, i) => ({ outputs: outputs_, ...(kinds[i] === undefined ? {} : { class: named(kinds[i]) }) })) })}\n`
    : table(found, hasClasses(model) ? kinds.map((kind) => named(kind as number)) : undefined)
  if (output === undefined) write(STDOUT, text)
  else save(output, text, { overwrite: given.has('force') })
  return EXIT.ok
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === undefined ? 'it is no JSON' : code === 'ENOENT' ? 'there is no such file' : code
    throw new OgeeError(
      'E510',
      `cannot read ${quoted(path)}: ${why}`,
      undefined,
      'name a model that ogee train saved',
    )
  }
}

const QUOTED = /[",\r\n]/
const field = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Comma-separated: a column for each output, and one for the class. */
function table(outputs_: readonly (readonly number[])[], classes: readonly string[] | undefined): string {
  const width = outputs_[0]?.length ?? 0
  const head = Array.from({ length: width }, (_, i) => (width === 1 ? 'p' : `p_${i + 1}`))
  const lines = outputs_.map((row, i) => [
    ...row.map(String),
    ...(classes ? [field(classes[i] as string)] : []),
  ])
  return [[...head, ...(classes ? ['class'] : [])], ...lines].map((row) => `${row.join(',')}\n`).join('')
}
