/** The certificate written directly is the one that JSON.stringify writes. */
import { expect, test } from 'vitest'
import { applications } from '../../src/derive/apply.ts'
import { differentiate } from '../../src/derive/index.ts'
import { toJson, toText } from '../../src/derive/json.ts'
import { verify } from '../../src/derive/verify.ts'

const FORMULAS = [
  '1/(1+e^-x)',
  'x^2*sin(3*x)/(1 + x)',
  '{log(x) if x > 0 else a*x}',
  'x^x',
  '|x|*0.25',
  'x + 1 + x',
]

test.each(FORMULAS)('%s', (formula) => {
  for (const order of [1, 2]) {
    const derivation = differentiate(formula, { variable: 'x', order, assuming: ['a > 0'] })
    const parsed: unknown = JSON.parse(toText(derivation))
    expect(parsed).toEqual(JSON.parse(JSON.stringify(derivation)))
    expect(parsed).toEqual(JSON.parse(JSON.stringify(toJson(derivation))))
    expect(verify(parsed)).toEqual({ ok: true })
  }
})

test('paths to several operands', () => {
  const [found] = applications('add exponents', 'x^a*y*x^b')
  expect(verify(JSON.parse(toText(found as never)))).toEqual({ ok: true })
})
