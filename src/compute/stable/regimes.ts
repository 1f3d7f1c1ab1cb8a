/**
 * Where no single form serves: the line is cut where another form becomes better, as few times as pays
 * (dynamic programming over the samples in the order of a variable, or of a part of the formula).
 */

import { add, call, type Expr, freeSymbols, isCall, negate, same, symbol } from '../../expression/expr.ts'
import { decimalTerm } from '../doubles.ts'
import { runner } from '../run.ts'
import { type Candidate, lossOf, lossWithCost, PER_COST, parts, programOf } from './candidate.ts'
import type { Sample } from './samples.ts'

/** Wrong bits per sample that one more piece must save. */
const PER_PIECE = 0.15
const MOST_PIECES = 4
const MOST_AXES = 10

export interface Piece {
  readonly form: Expr
  /** The piece goes up to here; the last one has no end. */
  readonly below: number | undefined
}

/** What cases are told by: a variable or a part of the formula, with its values at the samples. */
export interface Axis {
  readonly of: Expr
  readonly values: readonly number[]
}

export interface Regimes {
  readonly axis: Axis | undefined
  readonly pieces: readonly Piece[]
}

interface Found extends Regimes {
  /** The loss per sample, with what the forms cost. */
  readonly loss: number
}

/** The variables, which of two is larger, and the parts in several of them. */
export function axesOf(u: Expr, names: readonly string[], samples: readonly Sample[]): Axis[] {
  const found: Expr[] = names.map(symbol)
  if (names.length <= MOST_COMPARED)
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1)) found.push(call('sign', [add(size(a), negate(size(b)))]))
  const most = MOST_AXES + found.length
  for (const { part } of parts(u)) {
    if (found.length >= most) break
    const isAxis =
      part !== u && part.kind === 'call' && !isCall(part, 'piecewise') && part.size <= LARGEST_AXIS
    if (
      isAxis &&
      freeSymbols(part).filter((name) => names.includes(name)).length > 1 &&
      !found.some((one) => same(one, part))
    )
      found.push(part)
  }
  return found.map((of) => {
    const program = programOf(of, names)
    const run = runner(program)
    return { of, values: samples.map(({ at }) => run(at)[program.outputs[0] as number] as number) }
  })
}

const LARGEST_AXIS = 6
/** Letters compared with each other. */
const MOST_COMPARED = 4

const size = (name: string): Expr => call('abs', [symbol(name)])

/** The best of the forms, alone. */
export function single(candidates: readonly Candidate[]): Found {
  const best = candidates.reduce((a, b) => (lossWithCost(b) < lossWithCost(a) ? b : a))
  return { axis: undefined, pieces: [{ form: best.form, below: undefined }], loss: lossWithCost(best) }
}

/** The best single form, or pieces along the axis that saves most. */
export function regimes(candidates: readonly Candidate[], axes: readonly Axis[]): Regimes {
  let best: Found = single(candidates)
  if (candidates.length < 2 || best.loss <= PER_PIECE) return best
  const pieced = (one: Found): number => one.loss + PER_PIECE * (one.pieces.length - 1)
  for (const axis of axes) {
    const found = along(axis, candidates)
    if (found && pieced(found) < pieced(best)) best = found
  }
  return best
}

interface State {
  readonly cost: number
  readonly cuts: readonly number[]
  readonly forms: readonly number[]
}

function along(axis: Axis, candidates: readonly Candidate[]): Found | undefined {
  const { values } = axis
  if (values.some(Number.isNaN)) return undefined
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number) || 0)
  const at = (i: number): number => values[order[i] as number] as number
  const n = order.length
  // sums[c][i]: what form c loses at the first i samples
  const sums = candidates.map(({ wrong, cost }) => {
    const sum = new Float64Array(n + 1)
    order.forEach((place, i) => {
      sum[i + 1] = (sum[i] as number) + lossOf(wrong[place] as number) + PER_COST * cost
    })
    return sum
  })
  const canCut = (i: number): boolean => i === 0 || at(i - 1) < at(i)
  let states: (State | undefined)[] = Array.from({ length: n + 1 }, (_, i) => one(sums, 0, i, undefined))
  let best = states[n] as State
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const next: (State | undefined)[] = Array.from({ length: n + 1 }, () => undefined)
    for (let cut = pieces - 1; cut < n; cut += 1) {
      const before = states[cut]
      if (!before || !canCut(cut)) continue
      for (let end = cut + 1; end <= n; end += 1) {
        const state = one(sums, cut, end, before)
        if (state.cost < (next[end]?.cost ?? Infinity)) next[end] = state
      }
    }
    states = next
    const found = states[n]
    if (
      found &&
      found.cost + PER_PIECE * n * found.cuts.length < best.cost + PER_PIECE * n * best.cuts.length
    )
      best = found
  }
  const pieces = best.forms.map((form, k): Piece => {
    const cut = best.cuts[k]
    const below = cut === undefined ? undefined : between(at(cut - 1), at(cut))
    return { form: (candidates[form] as Candidate).form, below }
  })
  return { axis, pieces, loss: best.cost / Math.max(1, n) }
}

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
  const [least, most] = [Math.max(low, -Number.MAX_VALUE), Math.min(high, Number.MAX_VALUE)]
  const middle =
    low > 0
      ? Math.sqrt(low) * Math.sqrt(most)
      : high < 0
        ? -Math.sqrt(-least) * Math.sqrt(-high)
        : (low + high) / 2
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(middle.toPrecision(digits))
    if (short > low && short <= most) return short
  }
  return most
}

/** The pieces as one formula. */
export function piecewiseOf({ axis, pieces }: Regimes): Expr {
  const last = pieces.at(-1) as Piece
  if (pieces.length === 1 || axis === undefined) return last.form
  const args = pieces
    .slice(0, -1)
    .flatMap(({ form, below }) => [form, call('<', [axis.of, decimalTerm(below as number)])])
  return call('piecewise', [...args, last.form])
}
