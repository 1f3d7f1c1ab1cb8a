/** `ogee plot`: curves as a picture, in the terminal or as a file. */

import { OgeeError } from '../expression/error.ts'
import type { Curves, PlotOptions, ReadingNote, ReadingOptions } from '../index.ts'
import { type HeatOptions, heatMap, heatTikz } from '../plot/heat/index.ts'
import { heatText } from '../plot/heat/text.ts'
import { overlayText, plot, plotTikz } from '../plot/index.ts'
import { plotText, type TerminalOptions } from '../plot/terminal.ts'
import { quoted } from '../syntax/errors.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import type { Command } from './command.ts'
import { before } from './deadline.ts'
import { ASCII, COLOR, FORCE, JSON_FORMAT, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { BUDGET, budgetOf, VAR } from './options.ts'
import { type Drawn, drawnIn, formulaIn, type Source, sources } from './plot-input.ts'
import { hasData, PICTURE, pictureOf } from './plot-options.ts'
import { EXIT } from './problems.ts'
import { READING, readingOf } from './reading.ts'
import { notice, remark } from './remarks.ts'
import { save } from './save.ts'
import { isTerminal, STDERR, STDOUT, write } from './streams.ts'

const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'write this .svg, .png or .tex file, whole or not at all; - is SVG on standard output',
}

const command: Command = {
  name: 'plot',
  takes: 'FORMULA…',
  summary: 'curves as a picture: in the terminal, or as SVG, PNG or TikZ',
  more: 'Curves are drawn within half a pixel of their values and interrupted at poles and jumps. A script of MATLAB or matplotlib, as a file (.m, .py) or on standard input, draws what it says: ranges, plot with its markers, hold, legend, title, labels; several figures are several pictures. A .tex file holds a tikzpicture. PNG needs the package @resvg/resvg-js.',
  examples: [
    ['ogee plot "1/(1+e^-x)"', 'the sigmoid, in the terminal'],
    ['ogee plot sigmoid --derivatives 2 -o s.svg', 'with its derivatives'],
    ['ogee plot "e^(-k*x)" --family k=1,2,5', 'a curve for each k'],
    ['ogee plot "2sinh(x)" "e^x-e^-x" --overlay', 'are they the same?'],
    ['ogee plot "tan(x)" --from -2*pi --to 2*pi', 'no line across a pole'],
    ['ogee plot "x*e^-x" --data d.csv --error sd', 'points with error bars'],
    ['ogee plot "x*y" --heat -o saddle.svg', 'two variables'],
    ['ogee plot listing.m -o listing.svg', 'what a MATLAB script draws'],
  ],
  options: [VAR, ...PICTURE, OUTPUT, FORCE, ...READING, JSON_FORMAT, ASCII, COLOR, BUDGET],
  needsNothing: hasData,
  run,
}

export const main: Main = mainOf(command)

/** What is to be marked has to be proved. */
const PATIENCE = 6_000

type Kind = 'text' | 'svg' | 'png' | 'tex'

/** A picture as it is written, and what is said of it beside. */
interface Made {
  readonly picture: string
  readonly said?: string
}

async function run(given: Given, manner: Manner): Promise<number> {
  const kind = kindOf(given.last('output'))
  const format = manner.json && kind === 'text' ? 'svg' : kind
  const reading = readingOf(given)
  const asked = await sources(given)
  const own = await pictureOf(given, reading.definitions ?? [])
  const looks = looksOf(given)
  const width = wholeNumber(given, 'width', 1, 4_000)
  const height = wholeNumber(given, 'height', 1, 4_000)
  const terminal = {
    columns: width ?? looks.width ?? 80,
    rows: height ?? Math.min(24, (isTerminal(STDOUT) ? process.stdout.rows : 25) - 1),
    ascii: looks.ascii === true,
    color: looks.color === true,
  }
  const sized = {
    ...(width === undefined || format === 'text' ? {} : { width }),
    ...(height === undefined || format === 'text' ? {} : { height }),
    ...(format === 'png' && own.theme === undefined ? { theme: 'light' as const } : {}),
  }
  const milliseconds = given.has('marks') && !given.has('budget') ? PATIENCE : budgetOf(given)
  const { made, notes, isPart } = before(milliseconds, () => {
    if (given.has('heat')) return heat(asked, { ...own, ...sized }, reading, format, terminal)
    const drawn = figures(asked.map((source) => drawnIn(source, reading)))
    const made = drawn.map(({ curves, options }): Made => {
      const all = { ...options, ...own, ...sized }
      const said = all.overlay ? { said: overlayText(curves, all) } : {}
      return { picture: WRITERS[format](curves, all, terminal), ...said }
    })
    return { made, notes: drawn.flatMap((one) => one.notes), isPart: drawn.some((one) => one.isPart) }
  })
  await output(made, given, format, manner)
  if (isPart) notice('each part of a figure is a picture of its own', manner)
  remark(notes, manner)
  return EXIT.ok
}

const WRITERS: Readonly<
  Record<Kind, (curves: Curves, options: PlotOptions, terminal: TerminalOptions) => string>
> = {
  text: plotText,
  svg: plot,
  png: plot,
  tex: plotTikz,
}

/** The figures of one script, or one picture of everything. */
function figures(drawn: readonly (readonly Drawn[])[]): readonly Drawn[] {
  const [only, ...others] = drawn
  if (only && others.length === 0) return only
  const all = drawn.flatMap((ones) => ones.slice(-1))
  return [
    {
      curves: all.flatMap(({ curves }) => curves),
      options: Object.assign({}, ...all.map(({ options }) => options)),
      notes: all.flatMap(({ notes }) => notes),
    },
  ]
}

/** A formula in two variables. */
function heat(
  asked: readonly Source[],
  options: HeatOptions,
  reading: ReadingOptions,
  format: Kind,
  terminal: TerminalOptions,
): { made: Made[]; notes: readonly ReadingNote[]; isPart: boolean } {
  const [source, ...others] = asked
  if (!source || others.length > 0)
    throw new OgeeError('E505', 'a heat map shows one formula', undefined, 'for example "x*y" --heat')
  const { expr, notes } = formulaIn(source, reading)
  const picture =
    format === 'text'
      ? heatText(expr, options, terminal)
      : format === 'tex'
        ? heatTikz(expr, options)
        : heatMap(expr, options)
  return { made: [{ picture }], notes, isPart: false }
}

/** Writes the pictures: several in files whose names are numbered. */
async function output(made: readonly Made[], given: Given, format: Kind, { json }: Manner): Promise<void> {
  const file = given.last('output')
  const isShown = file === undefined || file === '-'
  if (json) {
    for (const { picture, said } of made)
      write(
        STDOUT,
        `${JSON.stringify({ schema: 'ogee/1', [format === 'tex' ? 'tex' : 'svg']: picture, difference: said })}\n`,
      )
    if (isShown) return
  }
  for (const [i, { picture, said }] of made.entries()) {
    if (isShown) write(STDOUT, i === 0 ? picture : `\n${picture}`)
    else {
      const content = format === 'png' ? (await import('./png.ts')).png(picture) : picture
      save(i === 0 ? file : numbered(file, i + 1), content, { overwrite: given.has('force') })
    }
    // The terminal's picture says it itself.
    if (said !== undefined && format !== 'text' && !json) write(isShown ? STDERR : STDOUT, `${said}\n`)
  }
}

/** `figure.svg`, `figure-2.svg`, … */
const numbered = (file: string, n: number): string => file.replace(/(\.\w+)$/, `-${n}$1`)

/** What a file of this name holds. */
function kindOf(file: string | undefined): Kind {
  if (file === undefined) return 'text'
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase()
  if (file === '-') return 'svg'
  if (ending === 'svg' || ending === 'png' || ending === 'tex') return ending
  throw new OgeeError(
    'E504',
    `--output cannot be ${quoted(file)}`,
    undefined,
    'its name ends in .svg, .png or .tex',
  )
}
