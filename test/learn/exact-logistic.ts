/**
 * Logistic regression in fixed point with 200 binary places: what coefficients are held against. The gradient is
 * exact to sixty digits; steps use second derivatives in doubles, which makes each of them gain ten digits or more.
 */
import { exactly, nearest } from '../../src/compute/doubles.ts'

const PLACES = 200n
const ONE = 1n << PLACES

const fixed = (value: number): bigint => {
  const { num, den } = exactly(value)
  return (num << PLACES) / den
}
const times = (a: bigint, b: bigint): bigint => (a * b) >> PLACES
const double = (a: bigint): number => nearest({ num: a, den: ONE })

/** e^u, by the series of u/2²⁰ squared twenty times. */
function exp(u: bigint): bigint {
  const v = u >> 20n
  let [sum, term] = [ONE, ONE]
  for (let k = 1n; term !== 0n && k < 60n; k += 1n) {
    term = times(term, v) / k
    if (term === -1n) term = 0n
    sum += term
  }
  for (let k = 0; k < 20; k += 1) sum = times(sum, sum)
  return sum
}

/** 1/(1 + e^-z) for any size of z. */
function sigmoid(z: bigint): bigint {
  const e = exp(z < 0n ? z : -z)
  const small = (e << PLACES) / (ONE + e)
  return z < 0n ? small : ONE - small
}

/** Gauss's elimination on a small matrix of doubles. */
function solved(matrix: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, b[i] as number])
  const size = rows.length
  for (let i = 0; i < size; i += 1) {
    const best = rows
      .slice(i)
      .reduce((k, row, j) => (Math.abs(row[i] as number) > Math.abs(rows[k]?.[i] as number) ? i + j : k), i)
    ;[rows[i], rows[best]] = [rows[best] as number[], rows[i] as number[]]
    for (let k = 0; k < size; k += 1) {
      if (k === i) continue
      const factor = (rows[k]?.[i] as number) / (rows[i]?.[i] as number)
      rows[k] = (rows[k] as number[]).map((v, j) => v - factor * (rows[i]?.[j] as number))
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number))
}

/** The best coefficients, the constant first; to all digits of a double. */
export function exactLogistic(
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  {
    weights,
    l2 = 0,
    steps = 40,
  }: { readonly weights?: ArrayLike<number>; readonly l2?: number; readonly steps?: number } = {},
): number[] {
  const count = y.length
  const means = columns.map((column) => Array.from(column).reduce((s, v) => s + v, 0) / count)
  const sizes = columns.map(
    (column, j) =>
      Math.sqrt(Array.from(column).reduce((s, v) => s + (v - (means[j] as number)) ** 2, 0) / count) || 1,
  )
  // in standard units, with shifts and scales that are exact here
  const rows = Array.from({ length: count }, (_, i) => [
    ONE,
    ...columns.map(
      (column, j) =>
        ((fixed(column[i] as number) - fixed(means[j] as number)) << PLACES) / fixed(sizes[j] as number),
    ),
  ])
  const ys = Array.from(y, fixed)
  const ws = Array.from(y, (_, i) => fixed(weights?.[i] ?? 1))
  const b = rows[0]?.map(() => 0n) as bigint[]
  const penalty = sizes.map((size) => fixed(l2 / size ** 2))
  for (let step = 0; step < steps; step += 1) {
    const gradient = b.map((v, j) => (j === 0 ? 0n : times(penalty[j - 1] as bigint, v)))
    const bends = b.map((_, j) => b.map((_, k) => (j === k && j > 0 ? double(penalty[j - 1] as bigint) : 0)))
    rows.forEach((row, i) => {
      const p = sigmoid(row.reduce((s, v, j) => s + times(v, b[j] as bigint), 0n))
      const slope = times(ws[i] as bigint, p - (ys[i] as bigint))
      const bend = double(times(times(p, ONE - p), ws[i] as bigint))
      row.forEach((v, j) => {
        gradient[j] = (gradient[j] as bigint) + times(slope, v)
        row.forEach((u, k) => {
          ;(bends[j] as number[])[k] = (bends[j]?.[k] as number) + bend * double(u) * double(v)
        })
      })
    })
    const change = solved(bends, gradient.map(double)).map(fixed)
    change.forEach((d, j) => {
      b[j] = (b[j] as bigint) - d
    })
    if (change.every((d) => d < 1n << 100n && d > -(1n << 100n))) break
  }
  const slopes = b.slice(1).map((v, j) => (v << PLACES) / fixed(sizes[j] as number))
  const constant = slopes.reduce((s, v, j) => s - times(v, fixed(means[j] as number)), b[0] as bigint)
  return [constant, ...slopes].map(double)
}

/** How many digits of the worst number are right. */
export const digitsRight = (found: readonly number[], right: readonly number[]): number =>
  Math.min(
    ...found.map((v, i) => (v === right[i] ? 17 : -Math.log10(Math.abs(v / (right[i] as number) - 1)))),
  )
