/**
 * A pasted script as a picture: what its plotting words ask for. A formula in a plotting word is
 * read as if it stood there as a statement of its own, after everything that the script says before.
 */
import { OgeeError, type Span } from '../expression/error.ts'
import { type Expr, freeSymbols, substitute, symbol } from '../expression/expr.ts'
import { parse, type ReadingOptions, read, type Script, type ValueRange } from '../syntax/index.ts'
import { toNumber } from './number.ts'
import type { CurveOptions, LegendPlace, PlotOptions, PointRange } from './options.ts'
import { argumentsOf, type Command, commandIn, textOf } from './plotting-words.ts'
import { lineFormat } from './style.ts'

/** What is drawn, and how. */
export interface Listing {
  readonly curves: readonly CurveOptions[]
  readonly options: PlotOptions
}

type Notation = Exclude<ReadingOptions['notation'], undefined>

/** MATLAB's places of a legend, and matplotlib's. */
const PLACES: readonly (readonly [RegExp, LegendPlace])[] = [
  [/north\s*east|upper right/i, 'top-right'],
  [/north\s*west|upper left/i, 'top-left'],
  [/south\s*east|lower right/i, 'bottom-right'],
  [/south\s*west|lower left/i, 'bottom-left'],
]
const SCALES: ReadonlyMap<string, PlotOptions['scale']> = new Map([
  ['semilogy', { y: 'log' }],
  ['semilogx', { x: 'log' }],
  ['loglog', { x: 'log', y: 'log' }],
])
/** What an option of a curve is called, in both languages. */
const CURVE_OPTIONS: ReadonlyMap<string, 'color' | 'marker' | 'dash' | 'label'> = new Map([
  ['color', 'color'],
  ['c', 'color'],
  ['marker', 'marker'],
  ['linestyle', 'dash'],
  ['ls', 'dash'],
  ['label', 'label'],
  ['displayname', 'label'],
])
/** Words that name two scales, two ends, texts. */
const TEXTS: ReadonlyMap<string, 'title' | 'xLabel' | 'yLabel'> = new Map([
  ['title', 'title'],
  ['set_title', 'title'],
  ['xlabel', 'xLabel'],
  ['set_xlabel', 'xLabel'],
  ['ylabel', 'yLabel'],
  ['set_ylabel', 'yLabel'],
])
const LIMITS: ReadonlyMap<string, readonly ['from' | 'yFrom', 'to' | 'yTo']> = new Map([
  ['xlim', ['from', 'to']],
  ['set_xlim', ['from', 'to']],
  ['ylim', ['yFrom', 'yTo']],
  ['set_ylim', ['yFrom', 'yTo']],
])
const DRAWS: ReadonlySet<string> = new Set(['plot', 'scatter', ...SCALES.keys()])

/** Values that a script gives, as numbers. Throws OgeeError `E804` if they are none. */
function pointRange({ name, from, to, step, count }: ValueRange): PointRange {
  const [a, b] = [toNumber(from), toNumber(to)]
  const n = count ? toNumber(count) : 100
  const width = step ? toNumber(step) : count || !Number.isInteger(b - a) ? (b - a) / (n - 1) : 1
  if (Number.isFinite(a) && Number.isFinite(b) && Number.isFinite(width) && width !== 0)
    return { from: a, step: width, to: b }
  throw new OgeeError(
    'E804',
    `the values of ${name} are not known`,
    undefined,
    `for example ${name} = -10:0.1:10`,
  )
}

class Drawing {
  curves: CurveOptions[] = []
  options: PlotOptions = {}
  variable: string | undefined
  readonly #text: string
  readonly #notation: Notation
  readonly #ranges: readonly ValueRange[]
  #held = false

  constructor(text: string, notation: Notation, { ranges }: Script) {
    this.#text = text
    this.#notation = notation
    this.#ranges = ranges
  }

  /** In MATLAB a plot replaces the one before, unless that is held; matplotlib keeps both. */
  command(command: Command, span: Span): void {
    const { word, args } = command
    const scale = SCALES.get(word)
    const text = TEXTS.get(word)
    const limits = LIMITS.get(word)
    if (DRAWS.has(word)) {
      if (!this.#held && this.#notation === 'matlab') this.curves = []
      if (scale) this.options = { ...this.options, scale }
      this.#draw(args, span, word === 'scatter')
    } else if (word === 'hold') this.#held = args[0] !== 'off'
    else if (word === 'figure' && this.#notation === 'matlab') {
      this.#held = false
      this.curves = []
      this.options = {}
    } else if (word === 'legend') this.#legend(args)
    else if (text) {
      const said = textOf(args[0] ?? '')
      if (said !== undefined) this.options = { ...this.options, [text]: said }
    } else if (limits) {
      const ends = (args.length > 1 ? args : argumentsOf((args[0] ?? '').replace(/^[[(]|[\])]$/g, '')))
        .slice(0, 2)
        .map((arg) => toNumber(parse(arg, { notation: this.#notation })))
      this.options = { ...this.options, [limits[0]]: ends[0], [limits[1]]: ends[1] }
    }
  }

  /** What is written here, with everything that the script says before. */
  #formula(written: string, { start }: Span): Expr {
    return parse(`${this.#text.slice(0, start)}\n${written}`, { notation: this.#notation })
  }

  /** `plot(x, s, 'b*', x, t, 'r+', 'LineWidth', 2)`. */
  #draw(args: readonly string[], span: Span, scattered: boolean): void {
    for (let i = 0; i < args.length; ) {
      const option = optionIn(args[i] as string)
      if (option) {
        this.#also(option)
        i += 1
        continue
      }
      const text = textOf(args[i] as string)
      if (text !== undefined) {
        this.#also({ name: text, value: args[i + 1] ?? '' })
        i += 2
        continue
      }
      const [x, y] = [args[i], args[i + 1]]
      if (x === undefined || y === undefined || textOf(y) !== undefined || optionIn(y))
        throw new OgeeError('E806', 'a plot needs x and y', span, "for example plot(x, s, 'b*')")
      const format = lineFormat(textOf(args[i + 2] ?? '') ?? '-')
      const isFormat = textOf(args[i + 2] ?? '') !== undefined && format !== undefined
      this.#curve(this.#formula(x, span), this.#formula(y, span), span)
      if (isFormat) this.#set(format)
      if (scattered && !(isFormat && format.marker)) this.#set({ marker: 'o' })
      i += isFormat ? 3 : 2
    }
  }

  #curve(x: Expr, of: Expr, span: Span): void {
    const [name] = x.kind === 'symbol' ? [x.name] : []
    const range = this.#ranges.findLast((one) => one.name === name)
    if (name === undefined || !range)
      throw new OgeeError(
        'E806',
        'the x of a plot must be a range of values',
        span,
        'for example x = -10:0.1:10',
      )
    if (freeSymbols(of).some((other) => this.#ranges.some((one) => one.name === other && other !== name)))
      throw new OgeeError('E806', 'the two ranges of this plot differ', span, 'plot it over its own values')
    this.variable ??= name
    const curve = name === this.variable ? of : substitute(of, new Map([[name, symbol(this.variable)]]))
    this.curves.push({ of: curve, points: pointRange(range) })
  }

  #set(more: Partial<CurveOptions>): void {
    const last = this.curves.pop()
    if (last) this.curves.push({ ...last, ...more })
  }

  #also({ name, value }: NamedValue): void {
    const key = CURVE_OPTIONS.get(name.toLowerCase())
    const text = textOf(value)
    if (!key || text === undefined || text === 'none' || text === 'None') return
    const format = key === 'dash' || key === 'marker' ? lineFormat(text) : undefined
    if (format) this.#set(format)
    else if (key === 'label') this.#set({ label: text })
    else if (key === 'color') this.#set({ color: text.replace(/^tab:/, '') })
  }

  #legend(args: readonly string[]): void {
    const named = args.map(optionIn)
    const at = args.findIndex((arg) => textOf(arg)?.toLowerCase() === 'location')
    const place =
      at >= 0 ? textOf(args[at + 1] ?? '') : textOf(named.find((one) => one?.name === 'loc')?.value ?? '')
    const first = /^[[{(]/.test(args[0] ?? '')
      ? argumentsOf((args[0] as string).slice(1, -1))
      : args.slice(0, at < 0 ? undefined : at)
    const labels = first.map(textOf).filter((label) => label !== undefined)
    this.curves = this.curves.map((curve, i) =>
      labels[i] === undefined ? curve : { ...curve, label: labels[i] },
    )
    const legend = PLACES.find(([pattern]) => pattern.test(place ?? ''))?.[1] ?? 'best'
    this.options = { ...this.options, legend }
  }
}

interface NamedValue {
  readonly name: string
  readonly value: string
}

/** `label='sigmoid'` in Python. */
function optionIn(arg: string): NamedValue | undefined {
  const found = /^([a-z_]\w*)\s*=(?!=)\s*(.*)$/is.exec(arg)
  return found ? { name: found[1] as string, value: found[2] as string } : undefined
}

/** A formula at the end, so that a script that only draws has one. */
function readWhole(text: string, notation: Notation): ReturnType<typeof read> {
  try {
    return read(`${text}\n0`, { notation })
  } catch (error) {
    if (!(error instanceof OgeeError && error.code === 'E101')) throw error
    const span = { start: text.length, end: text.length }
    throw new OgeeError(
      'E102',
      'the script ends within a statement',
      span,
      'is a bracket or a quote left open?',
    )
  }
}

/**
 * The picture that the script draws last; undefined if it draws none.
 *
 * @throws OgeeError as `read` does; `E806` for a plot whose values are not said, `E804` for values
 * that cannot be shown.
 */
export function listingOf(text: string, notation: Notation): Listing | undefined {
  const { script } = readWhole(text, notation)
  if (!script) return undefined
  const drawing = new Drawing(text, notation, script)
  for (const { text: words, span } of script.commands) {
    const command = commandIn(words)
    if (command) drawing.command(command, span)
  }
  const { curves, options, variable } = drawing
  if (curves.length === 0) return undefined
  return { curves, options: { xLabel: '', ...options, ...(variable === undefined ? {} : { variable }) } }
}
