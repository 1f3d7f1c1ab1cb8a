/**
 * How far doubles are from the right values, from place to place: of the formula as it is written and of the form that
 * keeps its digits, in units in the last place, on a logarithmic scale. The right values are enclosed, not computed.
 */
import { runner } from '../../../../src/compute/run.ts'
import { programOf } from '../../../../src/compute/stable/candidate.ts'
import { ulps } from '../../../../src/compute/stable/error.ts'
import { stable } from '../../../../src/compute/stable/index.ts'
import { spot, truth } from '../../../../src/compute/stable/truth.ts'
import { unfolded } from '../../../../src/compute/unfolded.ts'
import { CONSTANTS, type Expr, freeSymbols, same } from '../../../../src/expression/expr.ts'
import { plot } from '../../../../src/plot/index.ts'
import { assumptions } from '../../../../src/syntax/formula.ts'
import type { Subject } from '../../state.ts'
import { type Maths, mathsOf } from '../maths.ts'
import { withoutStyle } from '../picture.ts'
import { numberIn, subjectRead } from '../subject.ts'

export interface LossesQuestion extends Subject {
  readonly from: string
  readonly to: string
}

export interface LossesAnswer {
  readonly svg: string
  /** The form that loses less, where there is one. */
  readonly form: Maths | undefined
  /** The largest errors in the picture, in words. */
  readonly worst: string
  readonly mended: string | undefined
}

const BUDGET_MILLISECONDS = 4_000
/** As in the article: some tenths of a second. */
const EFFORT = { rounds: 3, forms: 160 }
const LARGEST = 40
const PLACES = 183
const WINDOW = 45
/** A double that is right has no place on a logarithmic scale: it is drawn on the line below all others. */
const RIGHT = 0.25
/** All digits are lost, or there is no number at all. */
const LOST = 2 ** 53
const WORK = 2e8

/** Nothing for formulas of several letters, and for those that are too large. @throws OgeeError as `read` does. */
export function answer({ from, to, ...subject }: LossesQuestion): LossesAnswer | undefined {
  const { expr, variable, context } = subjectRead(subject, BUDGET_MILLISECONDS)
  const letters = freeSymbols(expr).filter((name) => !CONSTANTS.has(name))
  if (expr.size > LARGEST || letters.length !== 1 || letters[0] !== variable) return undefined
  const written = unfolded(expr)
  const { form } = stable(written, { assuming: assumptions(context), effort: EFFORT })
  const [start, end] = [numberIn(from, 'the left end') ?? -WINDOW, numberIn(to, 'the right end') ?? WINDOW]
  const places = Array.from({ length: PLACES }, (_, i) => start + ((end - start) * i) / (PLACES - 1))
  const allowance = { left: WORK }
  const right = places.map((x) => truth(written, spot([variable], [x]), allowance))
  const errorsOf = (u: Expr): number[] => {
    const program = programOf(u, [variable])
    const run = runner(program)
    return places.map((x, i) =>
      Number.isFinite(right[i])
        ? Math.min(LOST, ulps(run([x])[program.outputs[0] as number] as number, right[i] as number))
        : Number.NaN,
    )
  }
  const isOther = !same(form, written)
  const errors = [
    { label: 'as written', errors: errorsOf(written), marker: 'x' },
    ...(isOther ? [{ label: 'the form that keeps its digits', errors: errorsOf(form), marker: '.' }] : []),
  ]
  const known = places.map((_, i) => i).filter((i) => !Number.isNaN(errors[0]?.errors[i]))
  if (known.length === 0) return undefined
  const worst = errors.map((one) => Math.max(...known.map((i) => one.errors[i] as number)))
  return {
    svg: withoutStyle(
      plot([], {
        variable,
        from: start,
        to: end,
        yFrom: RIGHT / 2,
        yTo: LOST * 8,
        scale: { y: 'log' },
        yLabel: 'error in ulps',
        title: 'errors in units in the last place',
        legend: 'best',
        data: errors.map((one) => ({
          label: one.label,
          marker: one.marker,
          x: known.map((i) => places[i] as number),
          y: known.map((i) => Math.max(RIGHT, one.errors[i] as number)),
        })),
      }),
    ),
    form: isOther ? mathsOf(form) : undefined,
    worst: inWords(worst[0] as number),
    mended: isOther ? inWords(worst[1] as number) : undefined,
  }
}

const inWords = (error: number): string =>
  error >= LOST
    ? 'all digits'
    : error === 0
      ? 'nothing'
      : error === 1
        ? '1 ulp'
        : `${Number(error.toPrecision(2))} ulps`
