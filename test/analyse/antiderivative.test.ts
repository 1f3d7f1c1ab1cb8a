/** Antiderivatives: what is found is accepted by the checker, and its slope in doubles is the function. */
import { expect, test } from 'vitest'
import { analyse, propertiesNamed } from '../../src/analyse/index.ts'
import { verify } from '../../src/analyse/verify.ts'
import { double } from '../../src/decide/double.ts'
import { parse } from '../../src/syntax/index.ts'

/** By table, by parts, by division, over a quadratic, by substitution. */
const FOUND: readonly string[] = [
  ...['1/(x^2+1)', '1/(x^2-1)', '1/(x^2+x+1)', '3/(2*x^2-5)', '1/(4-x^2)', '1/(x^2-2*x+1)'],
  ...['x*log(x)', 'x^3*log(x)', 'x^2*e^-x', 'x*e^x', 'x*sin(x)', 'x*atan(x)', 'x^2*atan(x)'],
  ...['(x^2-1)/(x^2+1)', 'x/(1+x)', 'x/(x^2+1)', 'e^x/(1+e^(2*x))', 'log(x)/x'],
]
const STEP = 1e-5
const AT = [0.37, 1.41, 2.3]

test.each(FOUND)('%s', (formula) => {
  const [found] = propertiesNamed(
    analyse(formula, { variable: 'x', only: ['antiderivative'] }),
    'antiderivative',
  )
  expect(found).toBeDefined()
  if (!found) return
  for (const certificate of found.certificates()) expect(verify(certificate)).toEqual({ ok: true })
  const [f, F] = [double(parse(formula), ['x']), double(found.value.form, ['x'])]
  for (const x of AT) expect((F([x + STEP]) - F([x - STEP])) / (2 * STEP)).toBeCloseTo(f([x]), 5)
})

test('with a letter, where its sign is known', () => {
  const options = { variable: 'x', assuming: ['k > 0'], only: ['antiderivative'] } as const
  const [found] = propertiesNamed(analyse('1/(x^2+k)', options), 'antiderivative')
  expect(found?.certificates().every((certificate) => verify(certificate).ok)).toBe(true)
})

test('none is made up where there is no elementary one', () => {
  for (const formula of ['e^x/x', 'log(1+e^x)', 'sin(x)/x'])
    expect(propertiesNamed(analyse(formula, { only: ['antiderivative'] }), 'antiderivative')).toEqual([])
})
