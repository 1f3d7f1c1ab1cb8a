/** Values that leave the range of doubles on the way, with results that do not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compute/index.ts'
import { collapsed, wideOf } from '../../src/compute/wide.ts'
import { parse } from '../../src/index.ts'
import { DOUBLE, exactly, SINGLE, ulps } from './accuracy.ts'

test('a number is its parts', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), (x) => Object.is(collapsed(wideOf(x)), x)))
})

/** Formulas with points at which something on the way is too large or too small. */
const CASES = [
  { formula: '1/(1 + x^2)', xs: [3e154, -1e160, 1e161, 1.7e308], singles: [2e19, 1e22] },
  { formula: 'x*e^x', xs: [-708.5, -730, -745.13, -746, -1e300], singles: [-87.5, -100, -103.9] },
  { formula: '2*x/(3/2 + x)', xs: [1.7e308, -9e307], singles: [3e38, -2e38] },
  { formula: 'e^x/(3*e^x + 2)', xs: [709, 710, 1e5, 1e300], singles: [88, 89, 1e30] },
  { formula: '1/(4*(x/2)^(5/2)*(1 + (x/2)^(-3/2))^2)', xs: [1e-300, 1e-200, 1e200], singles: [1e-35, 1e30] },
  { formula: 'x^2*e^(-x^2)', xs: [26.6, 27.2, -27.28, 1e200], singles: [9.4, 10.1, 1e30] },
  { formula: 'x*erfc(x)', xs: [26.6, 27.2, 27.4, 1e308], singles: [9.4, 10, 1e30] },
] as const

const BOUNDS = { fast: 4.5, accurate: 2 } as const

describe.each(CASES)('$formula', ({ formula, xs, singles }) => {
  const u = parse(formula)
  test.each(['fast', 'accurate'] as const)('%s', (tier) => {
    const f = compile(formula, { tier, variables: ['x'], form: 'as-written' })
    const doubles = f(new Float64Array(xs))
    const floats = new Float32Array(singles)
    const narrow = f(floats)
    xs.forEach((x, i) => {
      const exact = exactly(u, x)
      if (exact) expect(ulps(doubles[i] as number, exact, DOUBLE), `at ${x}`).toBeLessThan(BOUNDS[tier])
      if (exact) expect(ulps(f(x), exact, DOUBLE), `number ${x}`).toBeLessThan(2_000)
    })
    floats.forEach((x, i) => {
      const exact = exactly(u, x)
      if (exact) expect(ulps(narrow[i] as number, exact, SINGLE), `single ${x}`).toBeLessThan(BOUNDS[tier])
    })
  })
})
