import { expect, test } from 'vitest'
import { operationsOf, operationsSaid, sizeOf } from '../../src/explain/operations.ts'
import { inWords } from '../../src/explain/wording/worded.ts'
import { parse } from '../../src/index.ts'

test.each([
  ['f*(1-f)', 'one multiplication and one subtraction', 2, 0],
  ['x', 'nothing', 0, 0],
  ['e^-x/(1+e^-x)^2', 'one division, one exponential, one square and one addition', 4, 1],
  ['a - b + c - d', 'one addition and two subtractions', 3, 0],
  ['sin(x) + sin(x)*sin(y)', 'one addition, two values of sin and one multiplication', 4, 2],
  ['2*x*y*z', 'three multiplications', 3, 0],
  ['x^n', 'one power', 1, 1],
])('%s takes %s', (formula, words, all, functions) => {
  const operations = operationsOf(parse(formula))
  expect(inWords([operationsSaid(operations)])).toEqual([words])
  expect(sizeOf(operations)).toEqual({ all, functions })
})
