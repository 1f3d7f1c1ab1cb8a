/** A formula in a form that keeps its digits, found by measuring, with what was measured. */
import type { Expr } from '../../expression/expr.ts'
import { CONSTANTS, freeSymbols } from '../../expression/expr.ts'
import { candidateOf, mean } from './candidate.ts'
import { type Piece, piecewiseOf, regimes } from './regimes.ts'
import { type Between, type Sample, samplesOf } from './samples.ts'
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

export function stable(u: Expr, options: StableOptions = {}): Stable {
  const names = freeSymbols(u).filter((name) => !CONSTANTS.has(name))
  const samples = options.samples ?? samplesOf(u, names, options.ranges ?? new Map(), SAMPLES)
  const naive = candidateOf(u, names, samples)
  const found = forms(u, names, samples, options.effort ?? USUAL)
  const chosen = regimes(found.length > 0 ? found : [naive], names, samples)
  const form = piecewiseOf(chosen)
  const after = candidateOf(form, names, samples)
  const isBetter = after.mean < naive.mean
  return {
    form: isBetter ? form : u,
    pieces: isBetter ? chosen.pieces : [{ form: u, below: undefined }],
    before: mean(naive.wrong),
    after: isBetter ? after.mean : naive.mean,
    samples,
  }
}
