/** Kernels look after what rounding an argument costs: x·y for x·y ≈ 100 is wrong by what is many units of sin(x·y). */
import { expect, test } from 'vitest'
import { compile } from '../../src/compute/index.ts'
import { ulps } from '../../src/compute/stable/error.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { parse } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'

const COUNT = 200
/** The bound of the fast tier, and half a unit for what is left of the argument. */
const MOST_ULPS = 5

test.each(['e^(x*y)', 'expm1(x*y)', 'sinh(x*y)', 'sin(x*y)', 'cos(x*y)', 'tan(x*y)'])('%s', (formula) => {
  const u = parse(formula)
  const kernel = compile(u, { variables: ['x', 'y'], form: 'as-written' })
  const random = new Random(5)
  const number = (): number => 7 + 6 * random.next()
  const [x, y] = [0, 1].map(() => Float64Array.from({ length: COUNT }, number)) as [
    Float64Array,
    Float64Array,
  ]
  const values = kernel(x, y)
  let worst = 0
  values.forEach((value, i) => {
    const right = truth(u, spot(['x', 'y'], [x[i] as number, y[i] as number]))
    worst = Math.max(worst, ulps(value, right))
  })
  expect(worst).toBeLessThanOrEqual(MOST_ULPS)
})
