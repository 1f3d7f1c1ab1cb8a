/** Fast kernels close to roots, where digits cancel however the formula is written. */
import { expect, test } from 'vitest'
import { withCare } from '../../src/compute/careful.ts'
import { compile } from '../../src/compute/index.ts'
import { parse } from '../../src/index.ts'
import { DOUBLE, exactly, SINGLE, ulps } from './accuracy.ts'

/** Formulas with a root, about. */
const CASES = [
  ['(1 + e^x) + x*e^x', -1.278464542761074],
  ['x^2 - 2', Math.SQRT2],
  ['log(-log(1 - x))', 1 - 1 / Math.E],
  ['x/6 + 1/2', -3],
] as const

test.each(CASES)('%s', (formula, root) => {
  const u = parse(formula)
  const f = compile(formula, { variables: ['x'] })
  const xs = [1e-1, 1e-2, 1e-3, 1e-4].flatMap((part) => [root * (1 + part), root * (1 - part)])
  for (const [values, format] of [
    [new Float64Array(xs), DOUBLE],
    [new Float32Array(xs), SINGLE],
  ] as const)
    f(values).forEach((value, i) => {
      const exact = exactly(u, values[i] as number)
      expect(exact && ulps(value, exact, format), `at ${values[i]}`).toBeLessThan(4.5)
    })
})

test('what cancels nothing is left alone', () => {
  const { program } = compile('1/(1 + e^-x)')
  expect(withCare(program)).toBe(program)
})
