/** `ogee plot`: curves as a picture, in the terminal or as a file. */

import { OgeeError } from '../expression/error.ts'
import type { PlotOptions } from '../index.ts'
import { plot } from '../plot/index.ts'
import { toNumber } from '../plot/number.ts'
import { plotText } from '../plot/terminal.ts'
import { quoted } from '../syntax/errors.ts'
import { parse } from '../syntax/index.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import type { Command } from './command.ts'
import { before } from './deadline.ts'
import { ASCII, COLOR, FORCE, JSON_FORMAT, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { BUDGET, budgetOf, VAR } from './options.ts'
import { drawnIn, sources } from './plot-input.ts'
import { EXIT } from './problems.ts'
import { inOption, nameIn, READING, readingOf } from './reading.ts'
import { remark } from './remarks.ts'
import { save } from './save.ts'
import { isTerminal, STDOUT, write } from './streams.ts'

const number = (name: string, summary: string): Option => ({ name, value: 'NUMBER', summary })
const text = (name: string, summary: string): Option => ({ name, value: 'TEXT', summary })

const PLACES = ['best', 'none', 'top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const THEMES = ['auto', 'light', 'dark', 'print'] as const
const LOGS = ['y', 'x', 'both'] as const

const PICTURE: readonly Option[] = [
  number('from', 'where x begins, e.g. -2*pi; by default -10, or where the curve begins'),
  number('to', 'where x ends'),
  number('y-from', 'where y begins; by default so that the curves are seen'),
  number('y-to', 'where y ends'),
  text('title', 'above the picture'),
  text('x-label', 'below it'),
  text('y-label', 'beside it'),
  { name: 'legend', value: 'PLACE', choices: PLACES, summary: 'best (the default) covers least' },
  { name: 'marks', summary: 'extrema, inflections and asymptotes, as far as they are proved' },
  { name: 'tangent', value: 'NUMBER', summary: 'the tangent there; may be repeated' },
  { name: 'log', value: 'AXIS', choices: LOGS, summary: 'a logarithmic scale: y, x or both' },
  { name: 'theme', value: 'THEME', choices: THEMES, summary: 'auto (the default) follows the screen' },
  { name: 'width', value: 'N', summary: 'pixels; in the terminal, characters' },
  { name: 'height', value: 'N', summary: 'pixels; in the terminal, lines' },
]
const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'write this .svg or .png file, whole or not at all; - is SVG on standard output',
}

const command: Command = {
  name: 'plot',
  takes: 'FORMULA…',
  summary: 'curves as a picture: in the terminal, or as SVG or PNG',
  more: 'Curves are drawn within half a pixel of their values and interrupted at poles and jumps. A script of MATLAB or matplotlib, as a file (.m, .py) or on standard input, draws what it says: ranges, plot with its markers, hold, legend, title, labels. PNG needs the package @resvg/resvg-js.',
  examples: [
    ['ogee plot "1/(1+e^-x)"', 'the sigmoid, in the terminal'],
    ['ogee plot sigmoid "sigmoid\'" -o sigmoid.svg', 'a function and its derivative'],
    ['ogee plot "tan(x)" --from -2*pi --to 2*pi', 'no line across a pole'],
    ['ogee plot listing.m -o listing.svg', 'the picture of a MATLAB script'],
  ],
  options: [VAR, ...PICTURE, OUTPUT, FORCE, ...READING, JSON_FORMAT, ASCII, COLOR, BUDGET],
  run,
}

export const main: Main = mainOf(command)

/** What is to be marked has to be proved. */
const PATIENCE = 6_000

async function run(given: Given, manner: Manner): Promise<number> {
  const format = formatOf(given.last('output'))
  const reading = readingOf(given)
  const asked = await sources(given)
  const own = pictureOf(given)
  const looks = looksOf(given)
  const width = wholeNumber(given, 'width', 1, 4_000)
  const height = wholeNumber(given, 'height', 1, 4_000)
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) }
  const milliseconds = given.has('marks') && !given.has('budget') ? PATIENCE : budgetOf(given)
  const found = before(milliseconds, () => {
    const drawn = asked.map((source) => drawnIn(source, reading))
    const curves = drawn.flatMap((one) => one.curves)
    const said = Object.assign({}, ...drawn.map(({ options }) => options), own) as PlotOptions
    const notes = drawn.flatMap((one) => one.notes)
    if (format !== 'text' || manner.json) {
      const theme = format === 'png' && said.theme === undefined ? { theme: 'light' as const } : {}
      return { notes, picture: plot(curves, { ...said, ...size, ...theme }) }
    }
    const terminal = {
      columns: width ?? looks.width ?? 80,
      rows: height ?? Math.min(24, (isTerminal(STDOUT) ? process.stdout.rows : 25) - 1),
      ascii: looks.ascii === true,
      color: looks.color === true,
    }
    return { notes, picture: plotText(curves, said, terminal) }
  })
  const file = given.last('output')
  if (manner.json) write(STDOUT, `${JSON.stringify({ schema: 'ogee/1', svg: found.picture })}\n`)
  else if (file === undefined || file === '-') write(STDOUT, found.picture)
  else {
    const content = format === 'png' ? (await import('./png.ts')).png(found.picture) : found.picture
    save(file, content, { overwrite: given.has('force') })
  }
  remark(found.notes, manner)
  return EXIT.ok
}

/** What a file of this name holds. */
function formatOf(file: string | undefined): 'text' | 'svg' | 'png' {
  if (file === undefined) return 'text'
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase()
  if (file === '-' || ending === 'svg') return 'svg'
  if (ending === 'png') return 'png'
  throw new OgeeError(
    'E504',
    `--output cannot be ${quoted(file)}`,
    undefined,
    'its name ends in .svg or .png',
  )
}

/** What the options ask of the picture. */
function pictureOf(given: Given): PlotOptions {
  const value = (name: string, text: string): number =>
    inOption(name, text, () => {
      const v = toNumber(parse(text))
      if (Number.isFinite(v)) return v
      throw new OgeeError('E504', `${quoted(text)} is no number`, undefined, 'for example -10 or 2*pi')
    })
  const asked: Record<string, unknown> = {}
  for (const [key, name] of [
    ['from', 'from'],
    ['to', 'to'],
    ['yFrom', 'y-from'],
    ['yTo', 'y-to'],
  ] as const) {
    const text = given.last(name)
    if (text !== undefined) asked[key] = value(name, text)
  }
  for (const [key, name] of [
    ['title', 'title'],
    ['xLabel', 'x-label'],
    ['yLabel', 'y-label'],
    ['legend', 'legend'],
    ['theme', 'theme'],
  ] as const) {
    const text = given.last(name)
    if (text !== undefined) asked[key] = text
  }
  const log = given.last('log')
  if (log !== undefined)
    asked.scale = { x: log === 'y' ? 'linear' : 'log', y: log === 'x' ? 'linear' : 'log' }
  const tangents = given.all('tangent').map((text) => value('tangent', text))
  if (tangents.length > 0) asked.tangentAt = tangents
  if (given.has('marks')) asked.marks = true
  const name = given.last('var')
  if (name !== undefined) asked.variable = nameIn('var', name)
  return asked
}
