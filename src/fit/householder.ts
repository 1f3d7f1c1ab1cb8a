/**
 * Linear least squares by Householder's reflections, in place: a matrix is an array of its columns. ml-matrix would
 * allocate for every step of a fit; what is done once per fit is done with it.
 * Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., 5.2–5.3.
 */

/** Columns of equal length. */
export type Matrix = readonly Float64Array[]

/**
 * Turns the columns A into R above the diagonal, and the right-hand side b into Qᵀb. What stands below the diagonal
 * afterwards means nothing.
 */
export function triangulate(A: Matrix, b: Float64Array): void {
  const m = b.length
  const n = A.length
  for (let k = 0; k < n && k < m; k += 1) {
    const column = A[k] as Float64Array
    let largest = 0
    for (let i = k; i < m; i += 1) largest = Math.max(largest, Math.abs(column[i] as number))
    if (!(largest > 0)) continue
    let square = 0
    for (let i = k; i < m; i += 1) square += ((column[i] as number) / largest) ** 2
    const head = column[k] as number
    const length = (head > 0 ? -1 : 1) * largest * Math.sqrt(square)
    // v = column − length·e₁, and H = 1 − v·vᵀ/(−length·v₁)
    const first = head - length
    column[k] = first
    const scale = -length * first
    for (let j = k + 1; j < n; j += 1) reflect(A[j] as Float64Array, column, k, scale)
    reflect(b, column, k, scale)
    column[k] = length
  }
}

function reflect(target: Float64Array, v: Float64Array, from: number, scale: number): void {
  const m = v.length
  let product = 0
  for (let i = from; i < m; i += 1) product += (v[i] as number) * (target[i] as number)
  const factor = product / scale
  if (factor === 0) return
  for (let i = from; i < m; i += 1) target[i] = (target[i] as number) - factor * (v[i] as number)
}

/** Solves R·x = c for the triangle that `triangulate` left; a column without a pivot gets 0. */
export function backSubstitute(R: Matrix, c: Float64Array, x: Float64Array): void {
  for (let i = R.length - 1; i >= 0; i -= 1) {
    let sum = c[i] as number
    for (let j = i + 1; j < R.length; j += 1) sum -= ((R[j] as Float64Array)[i] as number) * (x[j] as number)
    const pivot = (R[i] as Float64Array)[i] as number
    x[i] = pivot === 0 ? 0 : sum / pivot
  }
}

/** Solves Rᵀ·x = c. */
export function forwardSubstitute(R: Matrix, c: ArrayLike<number>, x: Float64Array): void {
  for (let i = 0; i < R.length; i += 1) {
    const column = R[i] as Float64Array
    let sum = c[i] as number
    for (let j = 0; j < i; j += 1) sum -= (column[j] as number) * (x[j] as number)
    const pivot = column[i] as number
    x[i] = pivot === 0 ? 0 : sum / pivot
  }
}

/** New columns of zeros, side by side. */
export function zeros(columns: number, rows: number): Float64Array[] {
  const all = new Float64Array(columns * rows)
  const made: Float64Array[] = []
  for (let k = 0; k < columns; k += 1) made.push(all.subarray(k * rows, (k + 1) * rows))
  return made
}
