/** What can be asked of `ogee plot`, and what it means to the library. */
import { numberIn, placeOf } from '../data/columns.ts'
import { OgeeError } from '../expression/error.ts'
import type { PlotOptions } from '../index.ts'
import { toNumber } from '../plot/number.ts'
import type { BandOptions, DataOptions } from '../plot/options.ts'
import { quoted } from '../syntax/errors.ts'
import { parse } from '../syntax/index.ts'
import type { Given, Option } from './arguments.ts'
import { inOption, nameIn } from './reading.ts'
import { type Table, wholeTable } from './table-file.ts'

const number = (name: string, summary: string): Option => ({ name, value: 'NUMBER', summary })
const text = (name: string, summary: string): Option => ({ name, value: 'TEXT', summary })
const column = (name: string, summary: string): Option => ({ name, value: 'COLUMN', summary })

const PLACES = ['direct', 'best', 'none', 'top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const THEMES = ['auto', 'light', 'dark', 'print'] as const
const LOGS = ['y', 'x', 'both'] as const

export const PICTURE: readonly Option[] = [
  {
    name: 'derivatives',
    value: 'N',
    choices: ['1', '2'],
    summary: 'with the first derivative, or the first two',
  },
  { name: 'family', value: 'VALUES', summary: 'a curve for each value of a letter, e.g. k=1,2,5' },
  { name: 'overlay', summary: 'two forms over each other, and how far they are apart at most' },
  { name: 'marks', summary: 'extrema, inflections and asymptotes, as far as they are proved' },
  number('tangent', 'the tangent there, with its equation; may be repeated'),
  { name: 'heat', summary: 'a formula in two variables in colours, with contour lines' },
  {
    name: 'data',
    value: 'FILE',
    summary: 'points from a .csv file whose first line names its columns; may be repeated',
  },
  column('x', 'the column of x, by name or number; the first by default'),
  column('y', 'the column of y; the second by default'),
  column('error', 'the column of the errors of y'),
  { name: 'band', value: 'LOWER..UPPER', summary: 'what lies between two formulas, filled; may be repeated' },
  number('from', 'where x begins, e.g. -2*pi; by default -10, or where the curve begins'),
  number('to', 'where x ends'),
  number('y-from', 'where y begins; by default so that the curves are seen'),
  number('y-to', 'where y ends'),
  text('title', 'above the picture'),
  text('x-label', 'below it'),
  text('y-label', 'beside it'),
  {
    name: 'legend',
    value: 'PLACE',
    choices: PLACES,
    summary: 'direct (beside the curves, the default where there is room), best (where it covers least), …',
  },
  { name: 'log', value: 'AXIS', choices: LOGS, summary: 'a logarithmic scale: y, x or both' },
  { name: 'theme', value: 'THEME', choices: THEMES, summary: 'auto (the default) follows the screen' },
  { name: 'width', value: 'N', summary: 'pixels; in the terminal, characters' },
  { name: 'height', value: 'N', summary: 'pixels; in the terminal, lines' },
]

/** Is there something to draw besides formulas? */
export const hasData = (given: Given): boolean => given.has('data') || given.has('band')

const NUMBERS = [
  ['from', 'from'],
  ['to', 'to'],
  ['yFrom', 'y-from'],
  ['yTo', 'y-to'],
] as const
const TEXTS = [
  ['title', 'title'],
  ['xLabel', 'x-label'],
  ['yLabel', 'y-label'],
  ['legend', 'legend'],
  ['theme', 'theme'],
] as const

/** What the options ask of the picture; formulas in them may use the definitions. */
export async function pictureOf(given: Given, definitions: readonly string[]): Promise<PlotOptions> {
  const asked: Record<string, unknown> = {}
  for (const [key, name] of NUMBERS) {
    const said = given.last(name)
    if (said !== undefined) asked[key] = value(name, said)
  }
  for (const [key, name] of TEXTS) {
    const said = given.last(name)
    if (said !== undefined) asked[key] = said
  }
  const log = given.last('log')
  if (log !== undefined)
    asked.scale = { x: log === 'y' ? 'linear' : 'log', y: log === 'x' ? 'linear' : 'log' }
  const tangents = given.all('tangent').map((said) => value('tangent', said))
  if (tangents.length > 0) Object.assign(asked, { tangentAt: tangents, tangentLabel: true })
  if (given.has('marks')) asked.marks = true
  if (given.has('overlay')) asked.overlay = true
  const derivatives = given.last('derivatives')
  if (derivatives !== undefined) asked.derivatives = Number(derivatives)
  const family = given.last('family')
  if (family !== undefined) asked.family = familyOf(family)
  const data = await Promise.all(given.all('data').map((file) => dataIn(file, given)))
  if (data.length > 0) asked.data = data
  const bands = given.all('band').map((said) => bandOf(said, definitions))
  if (bands.length > 0) asked.bands = bands
  const name = given.last('var')
  if (name !== undefined) asked.variable = nameIn('var', name)
  return asked
}

const value = (name: string, said: string): number =>
  inOption(name, said, () => {
    const v = toNumber(parse(said))
    if (Number.isFinite(v)) return v
    throw new OgeeError('E504', `${quoted(said)} is no number`, undefined, 'for example -10 or 2*pi')
  })

/** `k=1,2,5`: the letter, and its values between commas outside brackets. */
function familyOf(said: string): NonNullable<PlotOptions['family']> {
  const [, letter, values] = /^\s*([^=]+?)\s*=\s*(.+)$/s.exec(said) ?? []
  if (letter === undefined || values === undefined)
    throw new OgeeError(
      'E504',
      `--family cannot be ${quoted(said)}`,
      undefined,
      'for example --family k=1,2,5',
    )
  const parts = values.split(/,(?![^()]*\))/)
  return {
    letter: nameIn('family', said, said.indexOf(letter), said.indexOf(letter) + letter.length),
    values: parts.map((part) => inOption('family', said, () => parse(part))),
  }
}

function bandOf(said: string, definitions: readonly string[]): BandOptions {
  const [lower, upper, ...rest] = said.split('..')
  if (lower === undefined || upper === undefined || rest.length > 0)
    throw new OgeeError(
      'E504',
      `--band cannot be ${quoted(said)}`,
      undefined,
      'for example --band "x-1 .. x+1"',
    )
  const read = (part: string): BandOptions['lower'] =>
    inOption('band', said, () => parse(part, { definitions }))
  return { lower: read(lower), upper: read(upper) }
}

/** The points in a file. */
async function dataIn(file: string, given: Given): Promise<DataOptions> {
  const table = await wholeTable(file)
  const named = (name: 'x' | 'y', fallback: string): number[] => columnOf(table, given.last(name) ?? fallback)
  const error = given.last('error')
  return {
    x: named('x', '1'),
    y: named('y', table.head.names.length > 1 ? '2' : '1'),
    ...(error === undefined ? {} : { yError: columnOf(table, error) }),
    label: labelOf(file, given),
  }
}

/** The numbers of a column, by its name or its place. */
function columnOf({ head, rows }: Table, wanted: string): number[] {
  const place = placeOf(wanted, head)
  return rows.map((row) => numberIn(row, place, head))
}

/** The name of the column, or that of the file where there are several. */
const labelOf = (file: string, given: Given): string =>
  given.all('data').length > 1
    ? file.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '')
    : (given.last('y') ?? 'data')
