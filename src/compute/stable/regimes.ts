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
  return found.map((of) => ({ of, values: valuesOf(of, names, samples) }))
}

/** What a term is at the samples, in doubles. */
function valuesOf(u: Expr, names: readonly string[], samples: readonly Sample[]): readonly number[] {
  const program = programOf(u, names)
  const run = runner(program)
  return samples.map(({ at }) => run(at)[program.outputs[0] as number] as number)
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

/** The best form for each stretch of samples in the order of an axis: what it loses, and which it is. */
interface Stretches {
  readonly loss: (from: number, to: number) => number
  readonly form: (from: number, to: number) => number
}

function stretchesOf(candidates: readonly Candidate[], order: readonly number[]): Stretches {
  const n = order.length
  const width = n + 1
  const losses = new Float64Array(width * width).fill(Infinity)
  const forms = new Uint16Array(width * width)
  candidates.forEach(({ wrong, cost }, c) => {
    // sums[i]: what this form loses at the first i samples
    const sums = new Float64Array(width)
    order.forEach((place, i) => {
      sums[i + 1] = (sums[i] as number) + lossOf(wrong[place] as number) + PER_COST * cost
    })
    for (let from = 0; from <= n; from += 1)
      for (let to = from; to <= n; to += 1) {
        const loss = (sums[to] as number) - (sums[from] as number)
        if (loss >= (losses[from * width + to] as number)) continue
        losses[from * width + to] = loss
        forms[from * width + to] = c
      }
  })
  return {
    loss: (from, to) => losses[from * width + to] as number,
    form: (from, to) => forms[from * width + to] as number,
  }
}

function along(axis: Axis, candidates: readonly Candidate[]): Found | undefined {
  const { values } = axis
  if (values.some(Number.isNaN)) return undefined
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number) || 0)
  const at = (i: number): number => values[order[i] as number] as number
  const n = order.length
  const stretches = stretchesOf(candidates, order)
  // the least loss of the samples before each, in so many pieces, and where the last of these begins
  let losses = Float64Array.from({ length: n + 1 }, (_, end) => stretches.loss(0, end))
  const begins: Uint16Array[] = []
  let best: { readonly cost: number; readonly pieces: number } = { cost: losses[n] as number, pieces: 1 }
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const next = new Float64Array(n + 1).fill(Infinity)
    const begin = new Uint16Array(n + 1)
    for (let cut = pieces - 1; cut < n; cut += 1) {
      const before = losses[cut] as number
      if (before === Infinity || at(cut - 1) >= at(cut)) continue
      for (let end = cut + 1; end <= n; end += 1) {
        const loss = before + stretches.loss(cut, end)
        if (loss < (next[end] as number)) [next[end], begin[end]] = [loss, cut]
      }
    }
    begins.push(begin)
    losses = next
    const priced = (cost: number, count: number): number => cost + PER_PIECE * n * (count - 1)
    if (priced(losses[n] as number, pieces) < priced(best.cost, best.pieces))
      best = { cost: losses[n] as number, pieces }
  }
  const pieces: Piece[] = []
  for (let end = n, count = best.pieces; count > 0; count -= 1) {
    const from = count === 1 ? 0 : (begins[count - 2]?.[end] as number)
    const below = end === n ? undefined : between(at(end - 1), at(end))
    pieces.unshift({ form: (candidates[stretches.form(from, end)] as Candidate).form, below })
    end = from
  }
  return { axis, pieces, loss: best.cost / Math.max(1, n) }
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
