/** Marks: extrema, inflections, points left out and asymptotes as `analyse` proves them; tangents. */
import { type Analysis, analyse, type Property } from '../analyse/index.ts'
import { double, truth } from '../decide/double.ts'
import { differentiate } from '../derive/index.ts'
import type { Extended } from '../expression/claim.ts'
import { OgeeError } from '../expression/error.ts'
import { add, call, type Expr, isCall, multiply, negate, symbol } from '../expression/expr.ts'
import { print } from '../syntax/index.ts'
import { numberTerm, toNumber } from './number.ts'

/** In the numbers of the axes. */
export type Mark =
  | {
      readonly kind: 'maximum' | 'minimum' | 'inflection' | 'hole'
      readonly x: number
      readonly y: number
      /** It repeats in steps of this. */
      readonly period?: number
    }
  /** Where a tangent of this slope touches. */
  | { readonly kind: 'touch'; readonly x: number; readonly y: number; readonly slope: number }
  /** y = slope·x + intercept. */
  | { readonly kind: 'asymptote' | 'tangent'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'pole'; readonly x: number; readonly period?: number }

const WANTED = ['periodicity', 'extrema', 'inflections', 'asymptotes', 'gaps'] as const
const PATIENCE = 3_000

/** What is proved of the curve; nothing is marked that stays open. */
export const marksOf = (formula: Expr, variable: string): Mark[] =>
  marksFrom(analyse(formula, { variable, only: WANTED, budget: { milliseconds: PATIENCE } }))

/**
 * The marks of a curve from an analysis of it, for the option `marks` of a plot, so that nothing is
 * analysed twice. Only what is proved is marked; what still depends on a parameter has no place.
 *
 * @example
 * ```ts
 * marksFrom(analyse('x^2 - 2x')) // → [{ kind: 'minimum', x: 1, y: -1 }]
 * ```
 */
export function marksFrom({ properties, numbers }: Pick<Analysis, 'properties' | 'numbers'>): Mark[] {
  const value = (u: Extended | undefined): number => (u === undefined ? Number.NaN : toNumber(u, numbers))
  const [period] = properties
    .flatMap((one) => (one.name === 'periodicity' ? [value(one.value.period)] : []))
    .filter(Number.isFinite)
  return properties
    .flatMap((property) => marksIn(property, value))
    .map(
      (mark): Mark =>
        period !== undefined && 'x' in mark && mark.kind !== 'touch' ? { ...mark, period } : mark,
    )
    .filter(isFinite_)
}

/** More would hide the curve. */
const MOST_MARKS = 200

/** The marks of a periodic curve, wherever they are again in the window. */
export function repeated(marks: readonly Mark[], [from, to]: readonly [number, number]): readonly Mark[] {
  const all = marks.flatMap((mark): Mark[] => {
    if (!('period' in mark) || mark.period === undefined) return [mark]
    const { period, x } = mark
    const [first, last] = [Math.ceil((from - x) / period - 1e-9), Math.floor((to - x) / period + 1e-9)]
    if (!(last - first < MOST_MARKS)) return [mark]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      ...mark,
      x: x + (first + i) * period,
    }))
  })
  const seen = new Set<string>()
  return all.filter((mark) => {
    const key = 'x' in mark ? `${mark.kind} ${Math.round((mark.x / (to - from)) * 1e9)}` : undefined
    if (key !== undefined && seen.has(key)) return false
    if (key !== undefined) seen.add(key)
    return true
  })
}

const isFinite_ = (mark: Mark): boolean =>
  Object.values(mark).every((v) => typeof v === 'string' || Number.isFinite(v))

function marksIn(property: Property, value: (u: Extended | undefined) => number): Mark[] {
  switch (property.name) {
    case 'extrema':
      return property.value.flatMap(({ kind, on, value: y }) => {
        const [low, high] = [value(on.lower), value(on.upper)]
        return low === high ? [{ kind, x: low, y: value(y.is) }] : []
      })
    case 'inflections':
      return property.value.map(({ at, value: y }) => ({ kind: 'inflection', x: value(at), y: value(y.is) }))
    case 'gaps':
      return property.value.flatMap((gap): Mark[] =>
        gap.kind === 'removable' ? [{ kind: 'hole', x: value(gap.at), y: value(gap.left) }] : [],
      )
    case 'asymptotes':
      return property.value.map((line): Mark => {
        if (line.kind === 'vertical') return { kind: 'pole', x: value(line.x) }
        if (line.kind === 'horizontal') return { kind: 'asymptote', slope: 0, intercept: value(line.y) }
        return { kind: 'asymptote', slope: value(line.slope), intercept: value(line.intercept) }
      })
    default:
      return []
  }
}

/**
 * The line y = f(x₀) + f′(x₀)(x − x₀) and where it touches.
 *
 * @throws OgeeError `E805` where there is no tangent.
 */
export function tangentTo(formula: Expr, variable: string, x: number): Mark[] {
  const { to, conditions } = differentiate(formula, { variable })
  // What is defined shows in the value of the slope.
  const holds = conditions.every(
    (condition) => isCall(condition, 'defined') || truth(condition, [variable])([x]) === 1,
  )
  const slope = holds ? double(to, [variable])([x]) : Number.NaN
  const y = double(formula, [variable])([x])
  if (!Number.isFinite(slope) || !Number.isFinite(y))
    throw new OgeeError('E805', `there is no tangent at ${variable} = ${x}`)
  return [
    { kind: 'tangent', slope, intercept: y - slope * x },
    { kind: 'touch', x, y, slope },
  ]
}

/** The line as an equation, with four digits: y = 0.25·x + 0.5. */
export function equationTerm({ slope, intercept }: Line, variable: string): Expr {
  const [m, b] = [slope, intercept].map((v) => Number(v.toPrecision(DIGITS))) as [number, number]
  const size = Math.abs(m) === 1 ? symbol(variable) : multiply(numberTerm(Math.abs(m)), symbol(variable))
  const sloping = m < 0 ? negate(size) : size
  const side = m === 0 ? numberTerm(b) : b === 0 ? sloping : add(sloping, numberTerm(b))
  return call('=', [symbol('y'), side])
}

/** The equation as text. */
export const equationOf = (line: Line, variable: string): string =>
  print(equationTerm(line, variable), 'unicode')

interface Line {
  readonly slope: number
  readonly intercept: number
}

const DIGITS = 4

/** A number to four digits, with a minus sign of its own. */
export const shown = (v: number): string => `${Number(v.toPrecision(DIGITS))}`.replaceAll('-', '\u2212')
