/** A formula in a form that keeps its digits, found by measuring, with what was measured. */
import { CONSTANTS, type Expr, freeSymbols, isCall } from '../../expression/expr.ts'
import { runner } from '../run.ts'
import { candidateOf, mean, parts, programOf } from './candidate.ts'
import { guarded } from './guarded.ts'
import { type Piece, piecewiseOf, regimes } from './regimes.ts'
import { type Between, nearRoots, type Sample, samplesOf } from './samples.ts'
import { type Effort, forms, USUAL } from './search.ts'

export interface StableOptions {
  /** Where each variable may lie; everywhere by default. */
  readonly ranges?: ReadonlyMap<string, Between>
  readonly samples?: readonly Sample[]
  readonly effort?: Effort
}

export interface Stable {
  readonly form: Expr
  readonly pieces: readonly Piece[]
  /** Wrong bits on average over the samples, as the formula is written and in this form. */
  readonly before: number
  readonly after: number
  readonly samples: readonly Sample[]
}

const SAMPLES = 96

/** A form that saves less is not worth being another one. */
const WORTH = 0.05

/** Points of all sizes, and close to the roots of parts. */
export function sampled(
  u: Expr,
  names: readonly string[],
  ranges: ReadonlyMap<string, Between>,
  accepts: (at: readonly number[]) => boolean = () => true,
): readonly Sample[] {
  const isWithin = (at: readonly number[]): boolean =>
    accepts(at) &&
    at.every((value, i) => {
      const range = ranges.get(names[i] as string)
      return !range || (value >= range.from && value <= range.to)
    })
  const spread = samplesOf(u, names, ranges, SAMPLES, accepts)
  const sums = [...parts(u)].filter(({ part }) => isCall(part, 'add') || part === u || isCall(part, 'log'))
  const runs = sums.map(({ part }) => {
    const program = programOf(part, names)
    const run = runner(program)
    return (at: readonly number[]): number => run(at)[program.outputs[0] as number] as number
  })
  return [...spread, ...nearRoots(u, names, spread, runs, isWithin)]
}

export function stable(u: Expr, options: StableOptions = {}): Stable {
  const names = freeSymbols(u).filter((name) => !CONSTANTS.has(name))
  const samples = options.samples ?? sampled(u, names, options.ranges ?? new Map())
  const naive = candidateOf(u, names, samples)
  const found = forms(u, names, samples, options.effort ?? USUAL).flatMap((one) => {
    const form = guarded(one.form, u)
    if (form === one.form) return [one]
    return form ? [candidateOf(form, names, samples)] : []
  })
  const chosen = regimes(found.length > 0 ? found : [naive], names, samples)
  const form = piecewiseOf(chosen)
  const after = candidateOf(form, names, samples)
  const isBetter = after.loss < naive.loss - WORTH
  return {
    form: isBetter ? form : u,
    pieces: isBetter ? chosen.pieces : [{ form: u, below: undefined }],
    before: mean(naive.wrong),
    after: isBetter ? after.mean : naive.mean,
    samples,
  }
}
