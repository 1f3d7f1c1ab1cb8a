/**
 * Where no single form serves: the line is cut where another form becomes better, as few times as pays
 * (dynamic programming over the samples in the order of one variable).
 */

import { call, type Expr, symbol } from '../../expression/expr.ts'
import { decimalTerm } from '../doubles.ts'
import { type Candidate, lossOf } from './candidate.ts'
import type { Sample } from './samples.ts'

/** Wrong bits per sample that one more piece must save. */
const PER_PIECE = 0.15
const MOST_PIECES = 4

export interface Piece {
  readonly form: Expr
  /** The piece goes up to here; the last one has no end. */
  readonly below: number | undefined
}

export interface Regimes {
  readonly variable: string | undefined
  readonly pieces: readonly Piece[]
  /** The loss per sample. */
  readonly mean: number
}

/** The best single form, or pieces along the variable that saves most. */
export function regimes(
  candidates: readonly Candidate[],
  names: readonly string[],
  samples: readonly Sample[],
): Regimes {
  const only = cheapest(candidates)
  let best: Regimes = {
    variable: undefined,
    pieces: [{ form: only.form, below: undefined }],
    mean: only.mean,
  }
  if (candidates.length < 2 || only.loss <= PER_PIECE) return best
  names.forEach((variable, i) => {
    const found = along(i, variable, candidates, samples)
    const pieces = (one: Regimes): number => one.mean + PER_PIECE * (one.pieces.length - 1)
    if (pieces(found) < pieces(best)) best = found
  })
  return best
}

/** Loss that is as good as none. */
const NEARLY = 0.04

/** Of those that lose hardly more than the best, the one that costs least. */
export function cheapest(candidates: readonly Candidate[]): Candidate {
  const least = Math.min(...candidates.map(({ loss }) => loss))
  const good = candidates.filter(({ loss }) => loss <= least + NEARLY)
  return good.sort((a, b) => a.cost - b.cost || a.loss - b.loss)[0] as Candidate
}

interface State {
  readonly cost: number
  readonly cuts: readonly number[]
  readonly forms: readonly number[]
}

function along(
  at: number,
  variable: string,
  candidates: readonly Candidate[],
  samples: readonly Sample[],
): Regimes {
  const order = samples
    .map((_, i) => i)
    .sort((a, b) => coordinate(samples, a, at) - coordinate(samples, b, at))
  const n = order.length
  // sums[c][i]: wrong bits of form c at the first i samples
  const sums = candidates.map(({ wrong }) => {
    const sum = new Float64Array(n + 1)
    order.forEach((place, i) => {
      sum[i + 1] = (sum[i] as number) + lossOf(wrong[place] as number)
    })
    return sum
  })
  const canCut = (i: number): boolean =>
    i === 0 || coordinate(samples, order[i - 1] as number, at) < coordinate(samples, order[i] as number, at)
  let states: (State | undefined)[] = Array.from({ length: n + 1 }, (_, i) => one(sums, 0, i, undefined))
  let best = states[n] as State
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const next: (State | undefined)[] = Array.from({ length: n + 1 }, () => undefined)
    for (let end = pieces; end <= n; end += 1) {
      for (let cut = pieces - 1; cut < end; cut += 1) {
        const before = states[cut]
        if (!before || !canCut(cut)) continue
        const state = one(sums, cut, end, before)
        if (state.cost < (next[end]?.cost ?? Infinity)) next[end] = state
      }
    }
    states = next
    const found = states[n]
    if (found && found.cost + PER_PIECE * n * (pieces - 1) < best.cost + PER_PIECE * n * best.cuts.length)
      best = found
  }
  const pieces = best.forms.map((form, k): Piece => {
    const cut = best.cuts[k]
    const below =
      cut === undefined
        ? undefined
        : between(
            coordinate(samples, order[cut - 1] as number, at),
            coordinate(samples, order[cut] as number, at),
          )
    return { form: (candidates[form] as Candidate).form, below }
  })
  return { variable, pieces, mean: best.cost / Math.max(1, n) }
}

const coordinate = (samples: readonly Sample[], i: number, at: number): number =>
  (samples[i] as Sample).at[at] as number

/** The best form for the samples from..to, after what stands before. */
function one(sums: readonly Float64Array[], from: number, to: number, before: State | undefined): State {
  let [form, least] = [0, Infinity]
  sums.forEach((sum, c) => {
    const cost = (sum[to] as number) - (sum[from] as number)
    if (cost < least) [form, least] = [c, cost]
  })
  return {
    cost: (before?.cost ?? 0) + least,
    cuts: before ? [...before.cuts, from] : [],
    forms: [...(before?.forms ?? []), form],
  }
}

/** A short number between two: the middle by size, or 0. */
export function between(low: number, high: number): number {
  if (low < 0 && high > 0) return 0
  const middle =
    low > 0
      ? Math.sqrt(low) * Math.sqrt(high)
      : high < 0
        ? -Math.sqrt(-low) * Math.sqrt(-high)
        : (low + high) / 2
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(middle.toPrecision(digits))
    if (short > low && short <= high) return short
  }
  return high
}

/** The pieces as one formula. */
export function piecewiseOf({ variable, pieces }: Regimes): Expr {
  const last = pieces.at(-1) as Piece
  if (pieces.length === 1 || variable === undefined) return last.form
  const args = pieces
    .slice(0, -1)
    .flatMap(({ form, below }) => [form, call('<', [symbol(variable), decimalTerm(below as number)])])
  return call('piecewise', [...args, last.form])
}
