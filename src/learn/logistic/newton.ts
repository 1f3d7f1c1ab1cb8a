/**
 * Newton's method on the sums over the rows. First derivatives cost a tenth of the second ones, so a matrix of second
 * derivatives serves for more steps as long as these shrink fast (Shamanskii's method); the last one is taken where
 * the estimate is, for the standard errors. Losses here are convex: a step that goes too far is seen by the slope at
 * its end, and halved.
 */
import { at, cholesky, solved } from './cholesky.ts'
import { parametersOf, type Scaling } from './scaling.ts'
import type { Problem, Terms } from './terms.ts'

/** A place with the derivatives there, in scaled columns. */
export interface Place {
  readonly b: Float64Array
  readonly gradient: Float64Array
}

export type Search =
  | (Place & {
      readonly found: true
      /** The factor of the second derivatives. */
      readonly lower: Float64Array
      /** What a further step would change. */
      readonly step: Float64Array
      readonly passes: number
    })
  | { readonly found: false; readonly dependent: number; readonly of: Float64Array }
  /** The steps lead ever farther in this direction. */
  | {
      readonly found: false
      readonly b: Float64Array
      readonly direction: Float64Array
      readonly passes: number
    }

export interface Searching {
  readonly problem: Problem
  readonly terms: Terms
  readonly scaling: Scaling
  /** The weight of half the square of each coefficient, in scaled columns. */
  readonly penalties: Float64Array
  /** Asked where steps do not shrink: does the loss fall for ever in this direction? */
  readonly isEndless: (direction: Float64Array) => Promise<boolean>
}

/** A pivot below this says that columns depend on each other: fourteen digits agree. */
export const LEAST_PIVOT = 1e-13
const MOST_PASSES = 100
/** Steps that shrink like this need no new second derivatives. */
const FAST = 1 / 24
/** Steps below this leave the second derivatives as they are, to as many digits. */
const SMALL = 1e-9
/** So many rows times pairs of columns are passed at once in any case. */
const CHEAP = 1e6
/** From here on steps that do not shrink are suspicious, and asked about every so often. */
const SUSPICIOUS = 7
const EVERY = 3

const largest = (step: Float64Array): number => step.reduce((most, d) => Math.max(most, Math.abs(d)), 0)
const inner = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, v, i) => sum + v * (b[i] as number), 0)
const moved = (b: Float64Array, step: Float64Array, t = 1): Float64Array =>
  b.map((v, i) => v + t * (step[i] as number))

/** A sample with so many rows for each coefficient tells where to begin; fewer than so many times more rows need none. */
const ENOUGH = 256
const MANY_TIMES = 8

/** Where to begin: at what a sample of the rows says, or at 0. */
export async function started(asked: Searching): Promise<Float64Array> {
  const { problem, penalties } = asked
  const origin = new Float64Array(penalties.length)
  const wanted = ENOUGH * origin.length
  if (!problem.rows.sample || problem.rows.count < MANY_TIMES * wanted) return origin
  const rows = problem.rows.sample(wanted)
  const share = rows.count / problem.rows.count
  const part = { ...asked, problem: { ...problem, rows }, penalties: penalties.map((p) => p * share) }
  const found = await search({ ...part, isEndless: async () => true }, origin)
  return found.found ? found.b : origin
}

export async function search(asked: Searching, start: Float64Array): Promise<Search> {
  const { problem, terms, scaling, penalties, isEndless } = asked
  const count = start.length
  const isCheap = problem.rows.count * count * count < CHEAP
  let [b, passes, lower] = [start, 0, undefined as Float64Array | undefined]
  let before: { step: Float64Array; size: number; slope: number; t: number; b: Float64Array } | undefined
  let [isStale, isLast] = [true, false]
  while (passes < MOST_PASSES) {
    const isFull = isStale || isCheap || lower === undefined
    const sums = await problem.rows.sums(isFull ? terms.bends : terms.slopes, parametersOf(terms, scaling, b))
    passes += 1
    const gradient = sums.slice(0, count).map((g, j) => g + (penalties[j] as number) * (b[j] as number))
    const beyond = before ? inner(gradient, before.step) : 0
    // at the end of a step that is too long the loss rises again
    if (before && (!Number.isFinite(beyond) || beyond > FAR * before.slope) && !isLast && before.t > 1e-6) {
      before = { ...before, t: before.t / 2 }
      b = moved(before.b, before.step, before.t)
      isStale = true
      continue
    }
    if (isFull) {
      const matrix = sums.slice(count)
      penalties.forEach((p, j) => {
        matrix[at(j, j)] = (matrix[at(j, j)] as number) + p
      })
      const factored = cholesky(matrix, count, LEAST_PIVOT)
      if ('lower' in factored) lower = factored.lower
      else if (!before) return { found: false, ...factored }
      else return { found: false, b, direction: before.step, passes }
    }
    const step = solved(lower as Float64Array, gradient).map((d) => -d)
    const size = largest(step)
    if (isLast && before) {
      const isBetter = size < before.size
      return {
        found: true,
        b: isBetter ? moved(b, step) : b,
        gradient,
        lower: lower as Float64Array,
        step,
        passes,
      }
    }
    isLast = isFull && size < SMALL
    isStale = size < SMALL || (before !== undefined && size > FAST * before.size)
    if (isLast) isStale = false
    if (passes >= SUSPICIOUS && passes % EVERY === 0 && before && size > before.size / 4) {
      if ((await isEndless(b)) || (await isEndless(step))) return { found: false, b, direction: step, passes }
    }
    before = { step, size, slope: -inner(gradient, step), t: 1, b }
    b = moved(b, step)
  }
  return { found: false, b, direction: before?.step ?? b, passes }
}

/** The slope at the end of a step may be so much of the one at its begin, upwards. */
const FAR = 0.5
