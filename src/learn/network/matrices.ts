/**
 * Products of matrices in typed arrays, row by row. Four rows or columns are passed at once, so that each number
 * that is read is used four times; sums are always taken in the same order.
 */

const TOGETHER = 4

/** Z = A·Wᵀ + b for A (n × k) and W (m × k). */
export function affine(
  a: Float64Array,
  w: Float64Array,
  b: Float64Array,
  z: Float64Array,
  { n, m, k }: Sizes,
): void {
  const whole = m - (m % TOGETHER)
  for (let i = 0; i < n; i += 1) {
    const row = i * k
    const to = i * m
    for (let j = 0; j < whole; j += TOGETHER) {
      let [p, q, r, s] = [b[j] as number, b[j + 1] as number, b[j + 2] as number, b[j + 3] as number]
      const [w0, w1, w2, w3] = [j * k, (j + 1) * k, (j + 2) * k, (j + 3) * k]
      for (let l = 0; l < k; l += 1) {
        const u = a[row + l] as number
        p += u * (w[w0 + l] as number)
        q += u * (w[w1 + l] as number)
        r += u * (w[w2 + l] as number)
        s += u * (w[w3 + l] as number)
      }
      z[to + j] = p
      z[to + j + 1] = q
      z[to + j + 2] = r
      z[to + j + 3] = s
    }
    for (let j = whole; j < m; j += 1) {
      let sum = b[j] as number
      const from = j * k
      for (let l = 0; l < k; l += 1) sum += (a[row + l] as number) * (w[from + l] as number)
      z[to + j] = sum
    }
  }
}

/** n rows, each from k numbers to m. */
export interface Sizes {
  readonly n: number
  readonly m: number
  readonly k: number
}

/** G = Dᵀ·A for D (n × m) and A (n × k); g, the sums of the columns of D. */
export function outer(
  d: Float64Array,
  a: Float64Array,
  weights: Float64Array,
  biases: Float64Array,
  { n, m, k }: Sizes,
): void {
  weights.fill(0)
  biases.fill(0)
  const whole = n - (n % TOGETHER)
  for (let i = 0; i < whole; i += TOGETHER) {
    const [a0, a1, a2, a3] = [i * k, (i + 1) * k, (i + 2) * k, (i + 3) * k]
    for (let j = 0; j < m; j += 1) {
      const p = d[i * m + j] as number
      const q = d[(i + 1) * m + j] as number
      const r = d[(i + 2) * m + j] as number
      const s = d[(i + 3) * m + j] as number
      biases[j] = (biases[j] as number) + p + q + r + s
      const to = j * k
      for (let l = 0; l < k; l += 1)
        weights[to + l] =
          (weights[to + l] as number) +
          p * (a[a0 + l] as number) +
          q * (a[a1 + l] as number) +
          r * (a[a2 + l] as number) +
          s * (a[a3 + l] as number)
    }
  }
  for (let i = whole; i < n; i += 1) {
    for (let j = 0; j < m; j += 1) {
      const p = d[i * m + j] as number
      biases[j] = (biases[j] as number) + p
      for (let l = 0; l < k; l += 1)
        weights[j * k + l] = (weights[j * k + l] as number) + p * (a[i * k + l] as number)
    }
  }
}

/** E = D·W for D (n × m) and W (m × k). */
export function backwards(d: Float64Array, w: Float64Array, e: Float64Array, { n, m, k }: Sizes): void {
  const whole = m - (m % TOGETHER)
  e.fill(0, 0, n * k)
  for (let i = 0; i < n; i += 1) {
    const to = i * k
    for (let j = 0; j < whole; j += TOGETHER) {
      const from = i * m + j
      const [p, q, r, s] = [
        d[from] as number,
        d[from + 1] as number,
        d[from + 2] as number,
        d[from + 3] as number,
      ]
      const [w0, w1, w2, w3] = [j * k, (j + 1) * k, (j + 2) * k, (j + 3) * k]
      for (let l = 0; l < k; l += 1)
        e[to + l] =
          (e[to + l] as number) +
          p * (w[w0 + l] as number) +
          q * (w[w1 + l] as number) +
          r * (w[w2 + l] as number) +
          s * (w[w3 + l] as number)
    }
    for (let j = whole; j < m; j += 1) {
      const p = d[i * m + j] as number
      for (let l = 0; l < k; l += 1) e[to + l] = (e[to + l] as number) + p * (w[j * k + l] as number)
    }
  }
}
