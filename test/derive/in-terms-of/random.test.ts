/** Random formulas through themselves: what is found is proved, and nothing breaks. */
import { expect, test } from 'vitest'
import { selfReferential } from '../../../src/derive/in-terms-of/index.ts'
import { OutOfBudget } from '../../../src/derive/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { OgeeError } from '../../../src/expression/error.ts'
import { derivative, type Expr, mentions, same, substitute, symbol } from '../../../src/expression/expr.ts'
import { rational } from '../../../src/expression/rational.ts'
import { meanValue, type Point } from '../../support/oracle.ts'
import { Random } from '../../support/random.ts'
import { randomTerm } from '../../support/random-term.ts'

const random = new Random(11)
const [FORMULAS, POINTS] = [40, 4]

function pointFor(): Point {
  const value = (low: number, high: number) => rational(BigInt(random.whole(low * 13, high * 13)), 13n)
  return { x: value(-1, 3), a: value(0, 3) }
}

let found = 0

function check(u: Expr): void {
  const result = selfReferential(u, { variable: 'x', budget: { milliseconds: 1000 } })
  if ('verdict' in result) {
    expect(result.reason).not.toBe('')
    return
  }
  found += 1
  const { derivation, form, letter } = result
  expect(verify(derivation)).toEqual({ ok: true })
  expect(same(derivation.from, derivative(u, symbol('x')))).toBe(true)
  expect(same(derivation.to, substitute(form, new Map([[letter, u]])))).toBe(true)
  expect(mentions(form, letter) || !mentions(form, 'x')).toBe(true)
  for (let i = 0; i < POINTS; i += 1) {
    expect(meanValue(u, derivation.to, derivation.conditions, 'x', pointFor())).not.toBe('differs')
  }
}

test.each(Array.from({ length: FORMULAS / 10 }, (_, i) => i + 1))('ten formulas, batch %i', () => {
  for (let i = 0; i < 10; i += 1) {
    try {
      check(randomTerm(random, random.whole(3, 12), { letters: ['x', 'a'] }))
    } catch (problem) {
      if (!(problem instanceof OgeeError) && !(problem instanceof OutOfBudget)) throw problem
    }
  }
})

test('for a good part a form was found', () => {
  expect(found).toBeGreaterThanOrEqual(FORMULAS / 3)
})
