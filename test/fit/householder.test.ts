/** Least squares: the residual is orthogonal to the columns. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backSubstitute, forwardSubstitute, triangulate } from '../../src/fit/householder.ts'

const entry = fc.double({ min: -10, max: 10, noNaN: true })
const column = fc.array(entry, { minLength: 6, maxLength: 6 })

test('the solution leaves what no column explains', () => {
  fc.assert(
    fc.property(column, column, column, (u, v, y) => {
      const A = [Float64Array.from(u), Float64Array.from(v)]
      const b = Float64Array.from(y)
      triangulate(A, b)
      const pivots = A.map((one, k) => Math.abs(one[k] as number))
      fc.pre(Math.min(...pivots) > 1e-3)
      const x = new Float64Array(2)
      backSubstitute(A, b, x)
      const rest = y.map(
        (value, i) => value - (u[i] as number) * (x[0] as number) - (v[i] as number) * (x[1] as number),
      )
      for (const one of [u, v]) {
        const product = rest.reduce((sum, value, i) => sum + value * (one[i] as number), 0)
        expect(Math.abs(product)).toBeLessThan(1e-9)
      }
      const left = rest.reduce((sum, value) => sum + value ** 2, 0)
      expect(b.slice(2).reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(left, 9)
    }),
  )
})

test('a column of zeros gets nothing, and harms nothing', () => {
  const A = [Float64Array.of(0, 0, 0), Float64Array.of(1, 2, 3)]
  const b = Float64Array.of(2, 4, 6)
  triangulate(A, b)
  const x = new Float64Array(2)
  backSubstitute(A, b, x)
  expect(x[0]).toBe(0)
})

test('the transposed triangle', () => {
  const R = [Float64Array.of(2, 0), Float64Array.of(3, 4)]
  const x = new Float64Array(2)
  forwardSubstitute(R, [2, 11], x)
  expect([...x]).toEqual([1, 2])
})
