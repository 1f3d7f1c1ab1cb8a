/**
 * Symmetric positive matrices as L·Lᵀ (A.-L. Cholesky), packed row by row: element (i, j), j ≤ i, stands at
 * i·(i + 1)/2 + j. A pivot that vanishes beside its diagonal element says that the row depends on those before it.
 */

/** Where element (i, j) of a packed matrix stands. */
export const at = (i: number, j: number): number => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i)

export type Factored =
  | { readonly lower: Float64Array; readonly size: number }
  /** This row is a sum of multiples of those before it. */
  | { readonly dependent: number; readonly of: Float64Array }

/** The factor; a pivot below `least` times its diagonal element counts as 0. */
export function cholesky(matrix: Float64Array, size: number, least: number): Factored {
  const lower = Float64Array.from(matrix)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = lower[at(i, j)] as number
      for (let k = 0; k < j; k += 1) sum -= (lower[at(i, k)] as number) * (lower[at(j, k)] as number)
      if (j < i) lower[at(i, j)] = sum / (lower[at(j, j)] as number)
      else if (!(sum > least * (matrix[at(i, i)] as number))) return { dependent: i, of: multiples(lower, i) }
      else lower[at(i, i)] = Math.sqrt(sum)
    }
  }
  return { lower, size }
}

/** How often each row before row i goes into it: Lᵀ·c = the row of L. */
function multiples(lower: Float64Array, i: number): Float64Array {
  const c = Float64Array.from({ length: i }, (_, j) => lower[at(i, j)] as number)
  backward(lower, c)
  return c
}

/** Solves Lᵀ·x = b in place. */
function backward(lower: Float64Array, x: Float64Array): void {
  for (let i = x.length - 1; i >= 0; i -= 1) {
    let sum = x[i] as number
    for (let k = i + 1; k < x.length; k += 1) sum -= (lower[at(k, i)] as number) * (x[k] as number)
    x[i] = sum / (lower[at(i, i)] as number)
  }
}

/** Solves L·Lᵀ·x = b. */
export function solved(lower: Float64Array, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b)
  for (let i = 0; i < x.length; i += 1) {
    let sum = x[i] as number
    for (let k = 0; k < i; k += 1) sum -= (lower[at(i, k)] as number) * (x[k] as number)
    x[i] = sum / (lower[at(i, i)] as number)
  }
  backward(lower, x)
  return x
}

/** The inverse of L·Lᵀ, packed. */
export function inverse(lower: Float64Array, size: number): Float64Array {
  const found = new Float64Array((size * (size + 1)) / 2)
  for (let j = 0; j < size; j += 1) {
    const unit = new Float64Array(size)
    unit[j] = 1
    const column = solved(lower, unit)
    for (let i = j; i < size; i += 1) found[at(i, j)] = column[i] as number
  }
  return found
}
