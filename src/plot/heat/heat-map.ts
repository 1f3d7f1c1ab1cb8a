/** A heat map as data: a formula in two variables, the values of its cells, its contour lines. */
import { double } from '../../decide/double.ts'
import { workedOut } from '../../derive/worked-out.ts'
import { isCondition } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, freeSymbols } from '../../expression/expr.ts'
import type { Formula } from '../../syntax/formula.ts'
import { parse } from '../../syntax/index.ts'
import { FONT, sizeOf, TITLE_FONT, ticksOn, upCount } from '../frame.ts'
import type { Box } from '../outline.ts'
import type { Point } from '../sample.ts'
import { type Scale, scale, ticksOf } from '../scale.ts'
import { widthOf } from '../text.ts'
import { contourAt } from './contours.ts'
import { type Field, fieldOf, isRough, type Shown, shownIn } from './field.ts'
import type { HeatOptions } from './options.ts'

export interface Contour {
  readonly level: number
  readonly pieces: readonly (readonly Point[])[]
}

export interface HeatMap {
  readonly formula: Expr
  readonly variables: readonly [string, string]
  readonly x: Scale
  readonly y: Scale
  /** Values to places in the colour bar. */
  readonly bar: Scale
  readonly box: Box
  readonly field: Field
  /** Where nothing is defined, nothing is shown. */
  readonly shown: Shown | undefined
  /** Does it change too fast for contour lines? */
  readonly rough: boolean
  readonly contours: readonly Contour[]
}

/** A formula of two variables, read. */
export interface ReadHeat {
  readonly formula: Expr
  readonly variables: readonly [string, string]
  readonly f: (x: number, y: number) => number
}

/**
 * @throws OgeeError `E809` where the formula does not have two variables, `E803` for symbols without a
 * value, `E113` for a condition.
 */
export function readHeat(given: Formula, { variables, definitions = [] }: HeatOptions): ReadHeat {
  const expr = typeof given === 'string' ? parse(given, { definitions }) : given
  if (isCondition(expr))
    throw new OgeeError(
      'E113',
      'this is a condition, not a number',
      undefined,
      'a formula is drawn, e.g. x*y',
    )
  const [x, y] = variables ?? variablesIn(expr)
  if (x === y) throw new OgeeError('E809', `both variables are ${x}`, undefined, 'name two different ones')
  const { formula } = workedOut(expr, { variable: x })
  const unknown = freeSymbols(formula).filter((name) => name !== x && name !== y)
  if (unknown.length > 0)
    throw new OgeeError(
      'E803',
      `no value for ${unknown.join(', ')}`,
      undefined,
      `define a value before the formula, e.g. "${unknown[0]} = 2; …"`,
    )
  const f = double(formula, [x, y])
  return { formula: expr, variables: [x, y], f: (a, b) => f([a, b]) }
}

/** x and y, or the two symbols there are. */
function variablesIn(expr: Expr): readonly [string, string] {
  const symbols = [...freeSymbols(expr)].sort()
  const isUsual = symbols.every((name) => name === 'x' || name === 'y')
  if (isUsual) return ['x', 'y']
  if (symbols.includes('x') && symbols.includes('y')) return ['x', 'y']
  const [a, b] = symbols
  if (symbols.length === 2 && a !== undefined && b !== undefined)
    return symbols.includes('x') ? ['x', a === 'x' ? b : a] : [a, b]
  throw new OgeeError(
    'E809',
    `a heat map needs two variables; the formula has ${symbols.join(', ')}`,
    undefined,
    'say which they are, and give the others a value',
  )
}

const USUAL = [-5, 5] as const
const BAR = 14
const GAP = 12
const CONTOURS = 7
/** Lines are followed in cells of so many pixels, however coarse the colours are. */
const CELL = 4
const MOST_CONTOURS = 40

function rangeOf(name: string, from: number, to: number): readonly [number, number] {
  if (Number.isFinite(to - from) && to - from > 1e-12 * Math.max(Math.abs(from), Math.abs(to)))
    return [from, to]
  throw new OgeeError(
    'E804',
    `${name} cannot go from ${from} to ${to}`,
    undefined,
    'two numbers are needed, the lesser one first',
  )
}

/** The map with its values and lines. */
export function heatMapOf({ formula, variables, f }: ReadHeat, options: HeatOptions): HeatMap {
  const from = options.from ?? (options.to === undefined ? USUAL[0] : Math.min(USUAL[0], options.to - 10))
  const to = options.to ?? Math.max(USUAL[1], from + 10)
  const across = rangeOf(variables[0], from, to)
  const up = rangeOf(variables[1], options.yFrom ?? from, options.yTo ?? to)
  const { width, height } = sizeOf(options)
  const top = options.title === undefined ? 16 : 20 + TITLE_FONT
  const bottom = height - (FONT * 2 + 25)
  const upLabels = ticksOn(scale('linear', up, [bottom, top]), upCount(bottom - top)).map(({ label }) =>
    widthOf(label, FONT),
  )
  const left = Math.ceil(Math.max(...upLabels, 10)) + 13 + FONT + 8
  const whole = (right: number): Box => ({
    left,
    top,
    right: Math.max(left + 4 * CELL, Math.floor(right)),
    bottom,
  })
  const probe = fieldOf(f, {
    ...scales(across, up, whole(width - 80)),
    box: whole(width - 80),
    cell: CELL,
  })
  const shown = shownIn(probe)
  const bar = scale('linear', shown ? [shown.from, shown.to] : [0, 1], [bottom, top])
  const barLabels = ticksOn(bar, upCount(bottom - top)).map(({ label }) => widthOf(label, FONT) + 8)
  const box = whole(width - 16 - Math.max(...barLabels, 10) - BAR - GAP)
  const axes = scales(across, up, box)
  const field = fieldOf(f, { ...axes, box, cell: CELL })
  const rough = shown !== undefined && isRough(field, shown)
  const levels = shown && !rough ? levelsOf(options, bar) : []
  const contours = levels
    .map((level) => ({ level, pieces: contourAt(field, level) }))
    .filter(({ pieces }) => pieces.length > 0)
  return { formula, variables, ...axes, bar, box, field, shown, rough, contours }
}

const scales = (
  x: readonly [number, number],
  y: readonly [number, number],
  box: Box,
): { x: Scale; y: Scale } => ({
  x: scale('linear', x, [box.left, box.right]),
  y: scale('linear', y, [box.bottom, box.top]),
})

function levelsOf({ contours = true }: HeatOptions, bar: Scale): readonly number[] {
  if (contours === false) return []
  const levels = contours === true ? ticksOf(bar, CONTOURS) : contours
  if (levels.length > MOST_CONTOURS || !levels.every(Number.isFinite))
    throw new OgeeError('E809', `at most ${MOST_CONTOURS} contour lines can be drawn, at numbers`)
  return levels
}
