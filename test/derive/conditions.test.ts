/** Where a derivative is given, and what it carries as conditions. */
import { expect, test } from 'vitest'
import { differentiate } from '../../src/derive/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { rational } from '../../src/expression/rational.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { holdsAt, isValue, type Point, slopeAt, valueAt } from '../support/oracle.ts'

/**
 * A formula; where its derivative is given: on all of it, no more and no less; and whether that
 * takes conditions besides the domain of the result.
 */
const TABLE: readonly (readonly [formula: string, where: string, carries: boolean])[] = [
  ['x^3', '1 > 0', false],
  ['log(x)', 'x > 0', true],
  ['|x|', 'x != 0', true],
  ['log(|x|)', 'x != 0', false],
  ['x^(3/2)', 'x > 0', true],
  ['(x^2 - 1)/(x - 1)', 'x != 1', false],
  ['sqrt(x)', 'x > 0', false],
  ['x^(1/3)', 'x != 0', false],
  ['x^(2/3)', 'x != 0', false],
  ['x^(4/3)', '1 > 0', false],
  ['x^(-1/3)', 'x != 0', false],
  ['x^x', 'x > 0', false],
  ['x^a', 'x > 0', false],
  ['a^x', 'a > 0', false],
  ['asin(x)', 'x > -1 and x < 1', false],
  ['acos(x)', 'x > -1 and x < 1', false],
  ['atan(x)', '1 > 0', false],
  ['acosh(x)', 'x > 1', true],
  ['asinh(x)', '1 > 0', false],
  ['atanh(x)', 'x > -1 and x < 1', true],
  ['tan(x)', 'cos(x) != 0', false],
  ['1/x', 'x != 0', false],
  ['x/x', 'x != 0', true],
  ['sqrt(x^2)', 'x != 0', false],
  ['x*|x|', 'x != 0', true],
  ['sign(x)', 'x != 0', true],
  ['step(x)', 'x != 0', true],
  ['max(x, 1)', 'x != 1', true],
  ['min(x, x^2)', 'x != 0 and x != 1', true],
  ['{x^2 if x > 0 else -x}', 'x != 0', true],
  ['{x if x >= 1}', 'x > 1', false],
  ['{1 if x = 0 else x}', 'x != 0', true],
  ['{log(x) if x > 0 else 0}', 'x != 0', true],
  ['{1/x if x != 0 else 0}', 'x != 0', false],
  ['{x if a > 0 else x^2}', '1 > 0', false],
  ['{x if x > 1 and x < 2 else 0}', 'x != 1 and x != 2', true],
  ['log(x^2)', 'x != 0', false],
  ['log(-x)', 'x < 0', true],
  ['log(log(x))', 'x > 1', true],
  ['log(1 + x)', 'x > -1', true],
  ['log(x)/x', 'x > 0', false],
  ['sqrt(x - 1)', 'x > 1', false],
  ['sqrt(1 - x^2)', 'x > -1 and x < 1', false],
  ['(x - 1)^(1/2)', 'x > 1', true],
  ['x^0', '1 > 0', false],
  ['0*log(x)', 'x > 0', true],
  ['log(x) - log(x)', 'x > 0', true],
  ['log2(x)', 'x > 0', true],
  ['logb(x, a)', 'x > 0 and a > 0 and a != 1', true],
  ['root(x, a)', 'x > 0 and a != 0', false],
  ['logit(x)', 'x > 0 and x < 1', true],
  ['sqrt(x)*sqrt(x)', 'x > 0', true],
  ['sqrt(x)^2', 'x > 0', true],
  ['acoth(x)', 'x < -1 or x > 1', true],
  ['asec(x)', 'x < -1 or x > 1', false],
  ['asech(x)', 'x > 0 and x < 1', true],
  ['acsch(x)', 'x != 0', false],
  ['cot(x)', 'sin(x) != 0', false],
  ['sqrt(sin(x))', 'sin(x) > 0', false],
  ['log(sin(x))', 'sin(x) > 0', true],
  ['1/log(x)', 'x > 0 and x != 1', false],
  ['|x^2 - 1|', 'x != 1 and x != -1', true],
  ['x^2/x', 'x != 0', true],
  ['sqrt(|x|)', 'x != 0', true],
  ['tan(1/x)', 'x != 0 and cos(1/x) != 0', false],
  ['log(a*x)', 'a*x > 0', true],
  ['|x - a|', 'x != a', true],
  ['a/(x - a)', 'x != a', false],
  ['e^(1/x)', 'x != 0', false],
  ['log(|x - a|)', 'x != a', false],
  ['erf(sqrt(x))', 'x > 0', false],
]

const POINTS: readonly Point[] = [-5, -2, -1, -0.5, 0, 0.25, 0.5, 1, 1.5, 2, 3.5, 4].flatMap((x) =>
  [-1, 0, 0.5, 1, 2].map((a) => ({ x: rational(BigInt(x * 4), 4n), a: rational(BigInt(a * 4), 4n) })),
)

test.each(TABLE)('%s is differentiated where %s', (formula, where, carries) => {
  const f = parsePattern(formula)
  const derivation = differentiate(f, { variable: 'x' })
  const { to, conditions } = derivation
  expect(verify(derivation)).toEqual({ ok: true })
  expect(conditions.length > 0).toBe(carries)
  const stated = parsePattern(where)
  for (const at of POINTS) {
    const given = conditions.every((c) => holdsAt(c, at) === true) && isValue(valueAt(to, at))
    expect([at, given]).toEqual([at, holdsAt(stated, at) === true])
    if (given) expect(slopeAt(f, 'x', at)).not.toBe('undefined')
  }
})

test('what is assumed is not carried', () => {
  const carried = (formula: string, ...assuming: string[]): number =>
    differentiate(formula, { variable: 'x', assuming }).conditions.length
  expect(carried('log(x)', 'x > 0')).toBe(0)
  expect(carried('log(x)', 'x > 2')).toBe(0)
  expect(carried('|x|', 'x < 0')).toBe(0)
  expect(carried('|x - a|', 'x > a')).toBe(0)
  expect(carried('log(a*x)', 'a > 0', 'x > 0')).toBe(0)
  expect(carried('log(x)', 'x < 0')).toBe(1)
  expect(carried('x^(3/2)', 'x >= 1')).toBe(0)
})

test('an assumption is part of the claim', () => {
  const derivation = differentiate('log(x)', { assuming: ['x > 0'] })
  expect(verify({ ...derivation, assuming: [] }).ok).toBe(false)
  expect(verify({ ...derivation, assuming: [parsePattern('x > -1')] }).ok).toBe(false)
  expect(verify({ ...derivation, assuming: [parsePattern('x >= 0')] }).ok).toBe(true)
})
