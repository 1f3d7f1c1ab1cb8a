/**
 * A direction that leaves rows on the border exactly there. Doubles can only say that the margin of these rows is
 * about 0; so the direction is taken from the exact solutions of margin = 0 on these rows, near to what was found, and
 * its margins on all rows are computed in rational numbers where doubles do not decide.
 */
import { exactly, nearest } from '../../compute/doubles.ts'
import { isZero, minus, over, plus, type Rational, signOf, times, ZERO } from '../../expression/rational.ts'
import type { Scaling } from './scaling.ts'
import type { Problem } from './terms.ts'

export interface Bordering {
  readonly kind: 'quasi'
  readonly direction: readonly number[]
  readonly onBorder: number
}

type Exact = readonly Rational[]

/** Margins that are smaller beside their terms are computed exactly. */
const CLOSE = 1e-6

/**
 * A direction near to this one with its exact margins on all rows, if none of them is negative and some are positive;
 * rows whose margin is within the tolerance are to be on the border.
 */
export function exactDirection(
  near: readonly number[],
  { rows, features, outcome, weight }: Problem,
  { deviations }: Scaling,
  tolerance: number,
): Bordering | undefined {
  const columns =
    'columns' in rows ? (rows.columns as Readonly<Record<string, ArrayLike<number>>>) : undefined
  if (!columns) return undefined
  const xs = features.map((name) => columns[name] as ArrayLike<number>)
  const [y, w] = [columns[outcome], weight === undefined ? undefined : columns[weight]] as [
    ArrayLike<number>,
    ArrayLike<number> | undefined,
  ]
  const sizes = near.map((c, j) => (j === 0 ? Infinity : Math.abs(c * (deviations[j] as number))))
  const usual = sizes.slice(1).reduce((sum, size) => sum + size, 0)
  const rowAt = (i: number): number[] => [1, ...xs.map((x) => x[i] as number)]
  const close: number[] = []
  for (let i = 0; i < rows.count; i += 1) {
    if (w && !((w[i] as number) > 0)) continue
    const [z, size] = marginOf(near, xs, i)
    if (Math.abs(z) <= tolerance * (usual + size)) close.push(i)
  }
  const least = tolerance * Math.max(...sizes.slice(1))
  const exact = solutionNear(
    near.map((c, j) => ((sizes[j] as number) < least ? 0 : c)),
    close.map((i) => rowAt(i)),
  )
  if (!exact) return undefined
  let [onBorder, inside] = [0, 0]
  const rounded = exact.map(nearest)
  for (let i = 0; i < rows.count; i += 1) {
    if (w && !((w[i] as number) > 0)) continue
    const [z, size] = marginOf(rounded, xs, i)
    const side = Math.abs(z) > CLOSE * (usual + size) ? Math.sign(z) : signOf(dot(exact, rowAt(i)))
    const isBoth = (y[i] as number) > 0 && (y[i] as number) < 1
    if (side === 0) onBorder += 1
    else if (isBoth || side > 0 !== (y[i] as number) > 0.5) return undefined
    else inside += 1
  }
  return inside > 0 ? { kind: 'quasi', direction: rounded, onBorder } : undefined
}

/** c·(1, x) and the sum of the sizes of its terms. */
function marginOf(
  c: readonly number[],
  xs: readonly ArrayLike<number>[],
  i: number,
): readonly [number, number] {
  let z = c[0] as number
  let size = Math.abs(z)
  for (let j = 0; j < xs.length; j += 1) {
    const term = (c[j + 1] as number) * ((xs[j] as ArrayLike<number>)[i] as number)
    z += term
    size += Math.abs(term)
  }
  return [z, size]
}

const dot = (c: Exact, row: readonly number[]): Rational =>
  row.reduce((sum, x, j) => plus(sum, times(c[j] as Rational, exactly(x))), ZERO)

/** A solution of row·c = 0 for all rows near to the numbers: they hold where c is free (C. F. Gauss's elimination). */
function solutionNear(near: readonly number[], rows: readonly (readonly number[])[]): Exact | undefined {
  const size = near.length
  const reduced: { readonly pivot: number; readonly row: Rational[] }[] = []
  const seen = new Set<string>()
  for (const given of rows) {
    const key = given.join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    let row = given.map(exactly)
    for (const { pivot, row: above } of reduced) {
      const factor = row[pivot] as Rational
      if (!isZero(factor)) row = row.map((v, j) => minus(v, times(factor, above[j] as Rational)))
    }
    const pivot = row.findIndex((v) => !isZero(v))
    if (pivot < 0) continue
    const lead = row[pivot] as Rational
    reduced.push({ pivot, row: row.map((v) => over(v, lead)) })
    if (reduced.length === size) return undefined
  }
  const c: Rational[] = near.map(exactly)
  for (const { pivot, row } of reduced.reverse()) {
    const sum = row.reduce(
      (total, v, j) => (j === pivot ? total : plus(total, times(v, c[j] as Rational))),
      ZERO,
    )
    c[pivot] = minus(ZERO, sum)
  }
  return c
}
