/** What a network is to learn from: a made-up task, or the columns of a table. */
import { fieldOf, numberIn, numberOf, placeOf } from '../data/columns.ts'
import { refusal } from '../data/records.ts'
import { OgeeError } from '../expression/error.ts'
import { Random } from '../learn/network/random.ts'
import { type Examples, TASKS, task } from '../learn/network/tasks.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import { calledIn, type Table, wholeTable } from './table-file.ts'
import { listIn } from './units-input.ts'

export const DATA: readonly Option[] = [
  { name: 'task', value: 'TASK', summary: `data made up: ${TASKS.join(', ')}` },
  { name: 'data', value: 'FILE', summary: 'a .csv file, or - for standard input' },
  { name: 'target', value: 'COLUMN', summary: 'with --data: the column to be predicted' },
  { name: 'inputs', value: 'COLUMNS', summary: 'with --data: from what; all other columns by default' },
  { name: 'rows', value: 'N', summary: 'with --task: how many, 400 by default' },
  { name: 'noise', value: 'S', summary: 'with --task: the deviation of what is added to each point' },
  {
    name: 'held-out',
    value: 'PART',
    summary: 'with --data: the part of the rows that is kept for a test, 0.2 by default',
  },
]

/** Examples to learn from and to test with, and what things are called. */
export interface Lesson {
  readonly called: string
  readonly learnt: Examples
  readonly test: Examples | undefined
  readonly names: readonly string[]
  readonly classes: readonly string[] | undefined
}

/** Rows made to test with. */
const TEST_ROWS = 1_000
const HELD_OUT = 0.2
/** The stream of random numbers that chooses rows to hold out. */
const HOLDING = 5
const MOST_CLASSES = 100

/**
 * @throws OgeeError `E504` for options that do not go together, `E808` for a table that cannot be used, `E935` for a
 * task that there is not.
 */
export async function lessonIn(given: Given, seed: number): Promise<Lesson> {
  const [name, path] = [given.last('task'), given.last('data')]
  if ((name === undefined) === (path === undefined))
    throw new OgeeError(
      'E504',
      name === undefined ? 'there is nothing to learn from' : '--task and --data exclude each other',
      undefined,
      'for example --task moons, or --data points.csv --target y',
    )
  if (path !== undefined) return fromTable(given, path, seed)
  forbid(given, ['target', 'inputs', 'held-out'], '--data')
  const rows = wholeNumber(given, 'rows', 2, 100_000)
  const noise = given.has('noise') ? numberOption(given, 'noise', 0, Number.MAX_VALUE) : undefined
  const options = { ...(rows === undefined ? {} : { rows }), ...(noise === undefined ? {} : { noise }), seed }
  const learnt = task(name as string, options)
  const isDrawn = name !== 'xor'
  return {
    called: name as string,
    learnt,
    test: isDrawn ? task(name as string, { ...options, rows: TEST_ROWS, seed: seed + 1 }) : undefined,
    names: ['x_1', 'x_2'],
    classes: undefined,
  }
}

export function forbid(given: Given, names: readonly string[], needed: string): void {
  const alone = names.find((name) => given.has(name))
  if (alone !== undefined)
    throw new OgeeError('E504', `--${alone} goes with ${needed}`, undefined, `use ${needed}, or leave it out`)
}

/** The number of an option, between two others. */
export function numberOption(given: Given, name: string, least: number, most: number): number {
  const text = given.last(name) ?? ''
  const value = numberOf(text)
  if (value >= least && value <= most) return value
  const range = most === Number.MAX_VALUE ? `from ${least} on` : `from ${least} to ${most}`
  throw new OgeeError('E504', `--${name} must be a number ${range}`, undefined, `for example --${name} 0.1`)
}

async function fromTable(given: Given, path: string, seed: number): Promise<Lesson> {
  forbid(given, ['rows', 'noise'], '--task')
  const part = given.has('held-out') ? numberOption(given, 'held-out', 0, 0.9) : HELD_OUT
  const table = await wholeTable(path)
  const { head, rows } = table
  const wanted = given.last('target')
  if (wanted === undefined)
    throw new OgeeError(
      'E504',
      '--data needs --target',
      undefined,
      `the columns are ${head.names.join(', ')}`,
    )
  const target = placeOf(wanted, head)
  const places = given.has('inputs')
    ? listIn(given.all('inputs').join(',')).map((name) => placeOf(name, head))
    : head.names.flatMap((_, i) => (i === target ? [] : [i]))
  if (places.length === 0) throw refusal(`${calledIn(path)} has no column but ${wanted}`, 'inputs are needed')
  if (places.includes(target)) throw new OgeeError('E504', `${wanted} is input and target at once`)
  const inputs = rows.map((row) => places.map((place) => numberIn(row, place, head)))
  const asClasses = given.last('loss') === 'softmax' || given.last('loss') === 'cross-entropy'
  const { targets, classes } = targetsIn(table, target, asClasses)
  const order = [...new Random(seed, HOLDING).order(rows.length)]
  const kept = Math.round(part * rows.length)
  const chosen = (places_: readonly number[]): Examples => ({
    inputs: places_.map((i) => inputs[i] as number[]),
    targets: places_.map((i) => targets[i] as number[]),
  })
  const learnt = order.slice(kept)
  return {
    called: calledIn(path),
    learnt: chosen(learnt),
    test: kept > 0 && learnt.length > 0 ? chosen(order.slice(0, kept)) : undefined,
    names: places.map((place) => head.names[place] as string),
    classes,
  }
}

/** Numbers as they are; two classes as 0 and 1; more as a 1 among noughts. */
function targetsIn(
  { head, rows }: Table,
  place: number,
  asClasses: boolean,
): { readonly targets: number[][]; readonly classes?: string[] } {
  const fields = rows.map((row) => fieldOf(row, place, head).trim())
  const empty = fields.indexOf('')
  if (empty >= 0) numberIn(rows[empty] as (typeof rows)[number], place, head)
  const isNumeric = fields.every((field) => !Number.isNaN(numberOf(field)))
  if (isNumeric && !asClasses) return { targets: fields.map((field) => [Number(field)]) }
  const classes = [...new Set(fields)].sort()
  if (classes.length > MOST_CLASSES || classes.length < 2)
    throw refusal(
      `${head.file}, column ${head.names[place]}: ${classes.length} classes`,
      `from 2 to ${MOST_CLASSES} can be told apart`,
    )
  const kinds = fields.map((field) => classes.indexOf(field))
  if (classes.length === 2) return { targets: kinds.map((kind) => [kind]), classes }
  return { targets: kinds.map((kind) => classes.map((_, i) => Number(i === kind))), classes }
}
