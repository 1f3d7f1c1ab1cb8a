/** Derivatives of forms, operation by operation: they are the derivatives, and keep digits where the form does. */
import { expect, test } from 'vitest'
import { prepared } from '../../src/compute/prepare.ts'
import { slopesOf } from '../../src/compute/slopes.ts'
import { areEqual } from '../../src/compute/stable/equal.ts'
import { stable } from '../../src/compute/stable/index.ts'
import { compare, differentiate, parse } from '../../src/index.ts'
import { print } from '../../src/syntax/index.ts'

const SMOOTH = [
  '1/(1 + e^-x)',
  'x^n/(k^n + x^n)',
  'log(1 + y*x)/x',
  'x^(2/3)*e^(-x/3)',
  'sqrt(1 + x^2) - x',
  'tanh(x)*atan(x*y)',
  'pi*x/(0.1 + cos(x))',
]

test.each(SMOOTH)('%s', (formula) => {
  const u = parse(formula)
  for (const [name, slope] of slopesOf(u, ['x', 'y', 'n', 'k'])) {
    const { to } = differentiate(u, { variable: name })
    expect(compare(slope, to).verdict, `by ${name}`).toBe('equal')
  }
  expect(slopesOf(u, ['x']).size).toBe(1)
})

test('operations that keep digits are kept', () => {
  const [slope] = [...slopesOf(parse('x*log1p(x)'), ['x']).values()]
  expect(slope && areEqual(slope, parse('log1p(x) + x/(1 + x)'))).toBe(true)
  expect(slope && print(slope)).toContain('log1p')
})

test('nothing is said of forms with corners, nor of letters that are not there', () => {
  for (const formula of ['abs(x)', 'max(x, 0) + log1p(e^(-abs(x)))', 'sign(x)*x'])
    expect(slopesOf(parse(formula), ['x']).size).toBe(0)
  expect(slopesOf(parse('x^2'), ['y']).size).toBe(0)
})

test('a form to start with that is good is taken, or nothing worse', () => {
  const u = parse('e^x - 1')
  const { form, after } = stable(u, { start: [parse('expm1(x)')], effort: { rounds: 0, forms: 1 } })
  expect(form).toEqual(parse('expm1(x)'))
  expect(after).toBeLessThan(0.5)
  const wrong = stable(u, { start: [parse('expm1(x) + 1/2')], effort: { rounds: 0, forms: 1 } })
  expect(wrong.form).toEqual(u)
})

test('what is assumed says where digits are counted', () => {
  const [all, tail] = [[], ['-600 <= x', 'x < -50']].map(
    (assuming) => prepared('log(1 + e^x)', { assuming }).formulas[0],
  )
  expect(tail?.before).toBeGreaterThan(60)
  expect(all?.before).toBeLessThan(40)
  expect(tail?.after).toBeLessThan(1)
})
