/** The curve with its derivatives and a tangent, in the reader's window, with what a pointer needs to walk along it. */

import { double } from '../../../../src/decide/double.ts'
import { differentiate } from '../../../../src/derive/index.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols } from '../../../../src/expression/expr.ts'
import { curvesIn, pictureOf } from '../../../../src/plot/compose.ts'
import { describePlot, marksFrom, plot } from '../../../../src/plot/index.ts'
import type { CurveOptions, PlotOptions } from '../../../../src/plot/options.ts'
import { assumptions } from '../../../../src/syntax/formula.ts'
import { read } from '../../../../src/syntax/index.ts'
import type { Subject } from '../../state.ts'
import { beginning, lettersIn, meanings, settled } from '../letters.ts'
import { withoutStyle } from '../picture.ts'
import { numberIn, subjectRead } from '../subject.ts'

export interface PictureQuestion extends Subject {
  /** How many derivatives: 0, 1 or 2. */
  readonly derivatives: number
  /** Another formula in the same picture. */
  readonly other: string
  readonly from: string
  readonly to: string
  readonly tangent: string
  /** Values of the letters: `a=1,b=2`. */
  readonly letters: string
  /** Shall extrema, inflections and asymptotes be proved and marked? */
  readonly marks: boolean
}

export interface Letter {
  readonly name: string
  readonly value: number
  readonly means: string | undefined
}

/** Where the curves are in the picture, and which numbers that is. */
export interface Window {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly x: readonly [from: number, to: number]
  readonly y: readonly [from: number, to: number]
}

export interface PictureAnswer {
  readonly svg: string
  readonly described: string
  readonly window: Window
  readonly variable: string
  /** The letters that need a value, with the one they have and what they stand for. */
  readonly letters: readonly Letter[]
  /** The named curve that the formula is. */
  readonly curve: string | undefined
  readonly curves: readonly { readonly label: string; readonly y: readonly number[] }[]
  /** Where the values of the curves stand. */
  readonly places: readonly number[]
  /** What is proved of the function, from left to right. */
  readonly spots: readonly { readonly kind: string; readonly x: number; readonly y: number }[]
}

const SIZE = { width: 640, height: 400 } as const
const BUDGET_MILLISECONDS = 3_000
const PLACES = 320
/** Where only the left end is given. */
const WIDTH = 10
const LABELS = ['f', 'f′', 'f″']

/** @throws OgeeError for what cannot be read or drawn. */
export async function answer(question: PictureQuestion): Promise<PictureAnswer> {
  const { derivatives, other, from, to, tangent, letters, marks, ...subject } = question
  const { expr, variable, context, script } = subjectRead(subject, BUDGET_MILLISECONDS)
  const given = lettersIn(letters)
  const needed = freeSymbols(expr).filter((name) => !CONSTANTS.has(name) && name !== variable)
  const values = new Map(needed.map((name) => [name, given.get(name) ?? 1]))
  const known = meanings(expr)
  const f = settled(expr, values)
  const curves: CurveOptions[] = [
    { of: f, label: LABELS[0] as string },
    ...derivativesOf(f, variable, derivatives),
    ...(other.trim() === '' ? [] : [{ of: settled(read(other).expr, values), label: 'the other' }]),
  ]
  const [start, end, touched] = [
    numberIn(from, 'the left end'),
    numberIn(to, 'the right end'),
    numberIn(tangent, 'the place of the tangent'),
  ]
  // proofs are loaded when they are asked for
  const analyse = marks ? (await import('../../../../src/analyse/index.ts')).analyse : undefined
  const proved = analyse ? marksFrom(analyse(f, { ...context, variable })) : []
  const options: PlotOptions = {
    ...SIZE,
    variable,
    ...usualWindow(),
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { to: end }),
    ...(touched === undefined ? {} : { tangentAt: touched, tangentLabel: true }),
    ...(marks ? { marks: proved } : {}),
  }
  const picture = pictureOf(curvesIn(curves, options), options)
  const { box } = picture
  const [x, y] = [rangeOf(picture.x), rangeOf(picture.y)]
  const places = Array.from({ length: PLACES + 1 }, (_, i) => x[0] + ((x[1] - x[0]) * i) / PLACES)
  return {
    svg: withoutStyle(plot(curves, options)),
    described: describePlot(curves, options),
    window: { ...SIZE, left: box.left, right: box.right, top: box.top, bottom: box.bottom, x, y },
    variable,
    letters: [...values].map(([name, value]) => ({ name, value, means: known?.of.get(name) })),
    curve: known?.curve,
    curves: curves.map(({ of, label = '' }) => {
      const value = double(of as Expr, [variable])
      return { label, y: places.map((at) => value([at])) }
    }),
    places,
    spots: proved
      .flatMap((mark) => ('x' in mark && 'y' in mark ? [{ kind: mark.kind, x: mark.x, y: mark.y }] : []))
      .sort((a, b) => a.x - b.x),
  }

  /** What a listing draws, or where what is given begins. */
  function usualWindow(): PlotOptions {
    const range = script?.ranges.find(({ name }) => name === variable)
    if (range) return { from: double(range.from, [])([]), to: double(range.to, [])([]) }
    const first = beginning(assumptions(context), variable)
    return first === undefined ? {} : { from: first, to: first + WIDTH }
  }
}

const rangeOf = ({ from, to }: { readonly from: number; readonly to: number }): readonly [number, number] => [
  from,
  to,
]

/** Those derivatives that there are. */
function derivativesOf(f: Expr, variable: string, count: number): CurveOptions[] {
  const found: CurveOptions[] = []
  for (let order = 1; order <= Math.min(count, 2); order += 1) {
    try {
      found.push({ of: differentiate(f, { variable, order }).to, label: LABELS[order] as string })
    } catch (thrown) {
      if (thrown instanceof OgeeError) break
      throw thrown
    }
  }
  return found
}
