/** Verdicts: what they say of pairs a teacher would ask about, and that the checker agrees. */
import { describe, expect, test } from 'vitest'
import { simplestBetween } from '../../src/decide/roots.ts'
import { compare } from '../../src/derive/compare.ts'
import { verify } from '../../src/derive/verify.ts'
import { rational } from '../../src/expression/rational.ts'
import { print } from '../../src/syntax/print.ts'
import { cases } from '../support/cases.ts'

describe('pairs of formulas', () => {
  for (const { input, answer: expected } of cases('compare')) {
    test(input, () => {
      const [left = '', right = '', ...assuming] = input.split(';').map((part) => part.trim())
      const [verdict, domains] = expected.split(' ')
      const found = compare(left, right, { assuming })
      expect(found.verdict).toBe(verdict)
      if (domains !== undefined) expect('domains' in found && found.domains).toBe(domains)
      if (found.verdict !== 'unknown') expect(verify(JSON.parse(JSON.stringify(found)))).toEqual({ ok: true })
    })
  }
})

test('the two sides may change places', () => {
  const mirrored = new Map([
    ['left-wider', 'right-wider'],
    ['right-wider', 'left-wider'],
  ])
  for (const { input } of cases('compare')) {
    const [left = '', right = '', ...assuming] = input.split(';').map((part) => part.trim())
    const [one, other] = [compare(left, right, { assuming }), compare(right, left, { assuming })]
    expect(other.verdict, input).toBe(one.verdict)
    const domains = 'domains' in one ? one.domains : undefined
    if ('domains' in other) expect(other.domains, input).toBe(mirrored.get(domains ?? '') ?? domains)
  }
})

test('a counterexample is as simple as can be', () => {
  expect(compare('|x+1000|', 'x+1000')).toMatchObject({ verdict: 'different', at: { x: '-1001' } })
  expect(simplestBetween(rational(31n, 100n), rational(34n, 100n))).toEqual(rational(1n, 3n))
  expect(simplestBetween(rational(-1n), rational(1n))).toEqual(rational(0n))
})

test('a verdict about formulas with derivatives shows how these were worked out', () => {
  const found = compare('d/dx(x*log(x))', '1 + log(x)')
  expect(found.verdict).toBe('equal')
  expect(found.derivations?.map((derivation) => verify(derivation).ok)).toEqual([true])
})

test('fields that cost time are worked out once', () => {
  const found = compare('x + x', '2*x')
  expect(found.verdict === 'equal' && found.certificate).toBe(found.verdict === 'equal' && found.certificate)
})

test('conditions of a derivative at a point speak of that point', () => {
  const found = compare("f(x) = log(x); f'(a)", '1/a')
  expect(found.verdict).toBe('equal')
  expect(found.verdict === 'equal' && found.where.map((condition) => print(condition))).toContain('a > 0')
  expect(compare("f(x) = log(x); f'(2)", '1/2')).toMatchObject({ verdict: 'equal' })
})
