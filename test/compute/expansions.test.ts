/** Expansions are near the formulas that they are made of, the nearer the closer to 0 or the farther out. */
import { expect, test } from 'vitest'
import { Expansions } from '../../src/compute/stable/expansions.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { parse } from '../../src/index.ts'

const NEAR: readonly string[] = [
  '(e^x - 1)/x',
  '(tan(x) - x)/(sin(x) - x)',
  'log(1 + e^x)',
  'x/2*(1 + erf(x/sqrt(2)))',
  '(asin(x) - x)/x^3',
  '1/tanh(x) - 1/x',
  '(1 + x)^x',
  '(1 + x^2)^(1/3)',
  'acosh(2 + x)',
  'cosh(x)*atan(1 + x)',
  'abs(x - 1)/x^2',
]

test.each(NEAR)('%s near 0', (formula) => {
  const u = parse(formula)
  const [found] = new Expansions().of(u)
  for (const x of [2 ** -4, 2 ** -7, 2 ** -10]) {
    const [right, value] = [truth(u, spot(['x'], [x])), truth(found ?? parse('0'), spot(['x'], [x]))]
    expect(Math.abs(value - right)).toBeLessThanOrEqual(Math.max(2 ** -52, (2 * x) ** 14) * Math.abs(right))
  }
})

test.each(['sqrt(x^2 + 1) - x', 'atan(x + 1) - atan(x)', 'e^(-1/x)', 'x/(x^3 - 1)'])(
  '%s far out',
  (formula) => {
    const u = parse(formula)
    const found = new Expansions().of(u).at(-1)
    for (const x of [2 ** 5, 2 ** 8]) {
      const [right, value] = [truth(u, spot(['x'], [x])), truth(found ?? parse('0'), spot(['x'], [x]))]
      expect(Math.abs(value - right)).toBeLessThanOrEqual(Math.max(2 ** -52, (4 / x) ** 14) * Math.abs(right))
    }
  },
)

test.each(['log(x)', 'x - x', 'x + y', 'sqrt(x)', 'erfinv(2*x - 1)', 'e^(1/x) + e^x'])(
  '%s has none',
  (formula) => {
    expect(new Expansions().of(parse(formula))).toEqual([])
  },
)
