/**
 * An upper bound of the spectral norm ‖W‖ of a square matrix: for S = WᵀW, which is symmetric,
 * ‖W‖^(2p) = ‖Sᵖ‖ ≤ ‖Sᵖ‖_F ≤ √n·‖S‖ᵖ, and Sᵖ for p = 2ᵏ takes k squarings. For n = 32 and k = 9 the bound is too large by
 * a factor of less than 1.002.
 */

const SQUARINGS = 9

/** A bound for a matrix of n rows and n columns; rounding aside it is never too small. */
export function normBound(w: Float64Array, n: number): number {
  let s = new Float64Array(n * n)
  product(w, w, s, n)
  let [logarithm, power] = [0, 1]
  for (let k = 0; ; k += 1) {
    const size = Math.sqrt(s.reduce((sum, u) => sum + u * u, 0))
    if (size === 0) return 0
    // each matrix is divided by its size, so that no power of it overflows
    logarithm += Math.log(size) / power
    if (k === SQUARINGS) return Math.exp(logarithm / 2)
    s = s.map((u) => u / size)
    const next = new Float64Array(n * n)
    product(s, s, next, n)
    s = next
    power *= 2
  }
}

/** AᵀB */
function product(a: Float64Array, b: Float64Array, to: Float64Array, n: number): void {
  for (let l = 0; l < n; l += 1)
    for (let i = 0; i < n; i += 1) {
      const u = a[l * n + i] as number
      const row = i * n
      for (let j = 0; j < n; j += 1) to[row + j] = (to[row + j] as number) + u * (b[l * n + j] as number)
    }
}
