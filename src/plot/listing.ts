/**
 * A pasted script as a picture: what its plotting words ask for. A formula in a plotting word is
 * read as if it stood there as a statement of its own, after everything that the script says before.
 */
import { OgeeError, type Span } from '../expression/error.ts'
import { add, type Expr, freeSymbols, multiply, substitute, symbol } from '../expression/expr.ts'
import { parse, type ReadingOptions, read, type Script, type ValueRange } from '../syntax/index.ts'
import { numberTerm, toNumber } from './number.ts'
import type { CurveOptions, LegendPlace, PlotOptions, PointRange } from './options.ts'
import { argumentsOf, type Command, commandIn, textOf } from './plotting-words.ts'
import { lineFormat } from './style.ts'

/** What is drawn, and how. */
export interface Listing {
  readonly curves: readonly CurveOptions[]
  readonly options: PlotOptions
  /** Is it a part of a figure, which stands by itself here? */
  readonly isPart?: boolean
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
/** Words that begin another picture. */
const FIGURES: ReadonlySet<string> = new Set(['figure', 'subplot', 'show'])
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

/** What the places in a row are called. */
const INDEX = 'n'

class Drawing {
  curves: CurveOptions[] = []
  options: PlotOptions = {}
  variable: string | undefined
  isPart = false
  readonly figures: Listing[] = []
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
    else if (FIGURES.has(word)) this.finish(word === 'subplot')
    else if (word === 'legend') this.#legend(args)
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

  /** What was drawn up to here is a picture; another begins. */
  finish(isPart = false): void {
    const { curves, options, variable } = this
    if (curves.length > 0)
      this.figures.push({
        curves,
        options: { xLabel: '', ...options, ...(variable === undefined ? {} : { variable }) },
        ...(this.isPart ? { isPart: true } : {}),
      })
    Object.assign(this, { curves: [], options: {}, variable: undefined, isPart })
    this.#held = false
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
      const [first, second] = [args[i] as string, args[i + 1]]
      // plot(y) is y against its places in the row: 1, 2, … in MATLAB, 0, 1, … in Python.
      const isAlone = second === undefined || textOf(second) !== undefined || optionIn(second) !== undefined
      const count = isAlone ? 1 : 2
      const given = textOf(args[i + count] ?? '')
      const format = given === undefined ? undefined : lineFormat(given)
      if (isAlone) this.#indexed(this.#formula(first, span), span)
      else this.#curve(this.#formula(first, span), this.#formula(second, span), span)
      if (format) this.#set(format)
      if (scattered && !format?.marker) this.#set({ marker: 'o' })
      i += format ? count + 1 : count
    }
  }

  #curve(x: Expr, of: Expr, span: Span): void {
    const [name] = x.kind === 'symbol' ? [x.name] : []
    const range = this.#rangeOf(name)
    if (name === undefined || !range)
      throw new OgeeError(
        'E806',
        'the x of a plot must be a range of values',
        span,
        'for example x = -10:0.1:10',
      )
    if (freeSymbols(of).some((other) => other !== name && this.#rangeOf(other)))
      throw new OgeeError('E806', 'the two ranges of this plot differ', span, 'plot it over its own values')
    this.variable ??= name
    const curve = name === this.variable ? of : substitute(of, new Map([[name, symbol(this.variable)]]))
    this.curves.push({ of: curve, points: pointRange(range) })
  }

  #indexed(of: Expr, span: Span): void {
    const [name, ...others] = freeSymbols(of).filter((one) => this.#rangeOf(one))
    const range = this.#rangeOf(name)
    if (name === undefined || !range || others.length > 0)
      throw new OgeeError('E806', 'a plot needs x and y', span, "for example plot(x, s, 'b*')")
    const { from, step, to } = pointRange(range)
    const start = this.#notation === 'matlab' ? 1 : 0
    const count = Math.floor(((to - from) / step) * (1 + 1e-12) + 1e-10) + 1
    this.variable ??= INDEX
    const place = add(symbol(this.variable), numberTerm(-start))
    const x = add(numberTerm(from), multiply(place, numberTerm(step)))
    this.curves.push({
      of: substitute(of, new Map([[name, x]])),
      points: { from: start, step: 1, to: start + count - 1 },
    })
  }

  #rangeOf(name: string | undefined): ValueRange | undefined {
    return this.#ranges.findLast((one) => one.name === name)
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
 * The pictures that the script draws, in order; none if it draws nothing. A figure in parts is a
 * picture for each part.
 *
 * @throws OgeeError as `read` does; `E806` for a plot whose values are not said, `E804` for values
 * that cannot be shown.
 */
export function listingsOf(text: string, notation: Notation): readonly Listing[] {
  const { script } = readWhole(text, notation)
  if (!script) return []
  const drawing = new Drawing(text, notation, script)
  for (const { text: words, span } of script.commands) {
    const command = commandIn(words)
    if (command) drawing.command(command, span)
  }
  drawing.finish()
  return drawing.figures
}

/** The picture that the script draws last. Throws OgeeError as `listingsOf` does. */
export const listingOf = (text: string, notation: Notation): Listing | undefined =>
  listingsOf(text, notation).at(-1)
