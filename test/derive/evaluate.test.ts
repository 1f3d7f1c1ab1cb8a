/** Values that are 0 are proved to be 0; what is close is not. */
import { expect, test } from 'vitest'
import { evaluate } from '../../src/index.ts'

test.each([
  'sqrt(2)*sqrt(3) - sqrt(6)',
  'log(8) - 3*log(2)',
  'sin(pi)',
  'log(sin(3)^2 + cos(3)^2)',
  'sqrt(2)^2 - 2',
])('what is proved to be 0 has that value: %s', (formula) => {
  expect(evaluate(formula)).toMatchObject({ verdict: 'value', value: '0' })
})

test('what is close to 0 has not', () => {
  expect(evaluate('sqrt(2) - 1.4142135623730950488')).toMatchObject({
    verdict: 'value',
    value: '1.68872420969808e-21',
  })
  expect(evaluate('e^-100000 ')).not.toMatchObject({ value: '0' })
})
