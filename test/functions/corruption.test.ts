/** The tests of the function tables are tested: each fact with one thing wrong must be refused. */
import { describe, expect, test } from 'vitest'
import { Canon } from '../../src/expression/canonical.ts'
import { divide, type Expr, integer, multiply } from '../../src/expression/expr.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { corruptedConditions, corruptedSide } from '../support/corrupt.ts'
import { factsOf, faultsOf, type PrimitiveFacts } from '../support/function-truth.ts'
import { equivalenceFaults } from './equivalents.ts'

const UNARY = PRIMITIVES.filter((row) => row.letters.length === 1)

type Corrupted = readonly [what: string, facts: PrimitiveFacts]

function* corrupted(facts: PrimitiveFacts): Generator<Corrupted> {
  for (const field of ['domain', 'interior', 'range', 'differentiable', 'where'] as const) {
    for (const [what, list] of corruptedConditions(facts[field]))
      yield [`${field}, ${what}`, { ...facts, [field]: list }]
    yield [`${field}, one more`, { ...facts, [field]: [...facts[field], MORE[field]] }]
  }
  if (facts.derivative) {
    for (const [what, derivative] of different(facts.derivative))
      yield [`derivative, ${what}`, { ...facts, derivative }]
    if (!canon.same(facts.derivative, integer(0)))
      yield ['derivative halved', { ...facts, derivative: divide(facts.derivative, two) }]
  }
  for (const parity of ['odd', 'even', undefined] as const)
    if (parity !== facts.parity) yield [`parity ${parity}`, { ...facts, parity }]
  for (const sign of ['that of the operand', '0 only at 0', undefined] as const)
    if (sign !== facts.sign) yield [`sign ${sign}`, { ...facts, sign }]
  const { period } = facts
  if (period) {
    yield ['no period', { ...facts, period: undefined }]
    yield ['twice the period', { ...facts, period: multiply(two, period) }]
    yield ['half the period', { ...facts, period: divide(period, two) }]
  } else yield ['a period', { ...facts, period: multiply(two, parsePattern('pi')) }]
  if (facts.inverse !== undefined)
    for (const inverse of ['exp', 'sin', 'tanh', 'abs'])
      if (inverse !== facts.inverse) yield [`inverse ${inverse}`, { ...facts, inverse }]
  for (const [i, [u, y]] of facts.values.entries()) {
    const put = (pair: readonly [Expr, Expr]): PrimitiveFacts['values'] =>
      facts.values.map((other, k) => (k === i ? pair : other))
    for (const [what, wrong] of different(y)) {
      if (!canon.same(y, integer(0)) || what !== 'sign')
        yield [`value ${i}, ${what}`, { ...facts, values: put([u, wrong]) }]
    }
    for (const [what, wrong] of different(u)) {
      if (!canon.same(u, integer(0)) || what !== 'sign')
        yield [`operand ${i}, ${what}`, { ...facts, values: put([wrong, y]) }]
    }
  }
}

const two = integer(2)
const canon = new Canon(isTotal)
/** Fails at a point in the domain of each function. */
const HOLE = parsePattern('(u - 1/2)*(u - 2) != 0')
const MORE = {
  domain: HOLE,
  interior: HOLE,
  range: parsePattern('y >= -1/2'),
  differentiable: HOLE,
  where: HOLE,
}

function* different(u: Expr): Generator<readonly [string, Expr]> {
  for (const [what, wrong] of corruptedSide(u)) if (!canon.same(wrong, u)) yield [what, wrong]
}

/** Still true, each with its reason. */
const STILL_TRUE: readonly (readonly [string, string])[] = [
  ['acosh: differentiable, condition 0 by 1', 'the form is undefined for -1 <= u <= 1'],
  ['acosh: differentiable, condition 0 weakened', 'the form is undefined at 1'],
  ['atanh: differentiable, condition 0 weakened', 'the form is undefined at -1'],
  ['atanh: differentiable, condition 1 weakened', 'the form is undefined at 1'],
  ['log: differentiable, condition 0 weakened', 'the form is undefined at 0'],
  ['cos: operand 1, sign', 'the cosine is even'],
  ['cos: operand 2, sign', 'the cosine is even'],
  ['cos: operand 3, sign', 'the cosine is even'],
  ['erfinv: derivative, sign in erfinv', 'only its square stands there, and it is odd'],
  ['sin: operand 3, sign', 'the sine of -pi is 0 too'],
]

describe('facts with one thing wrong are refused', () => {
  test('primitives', () => {
    let made = 0
    const left: string[] = []
    for (const row of UNARY) {
      for (const [what, facts] of corrupted(factsOf(row))) {
        made += 1
        if (faultsOf(facts).length === 0) left.push(`${row.name}: ${what}`)
      }
    }
    expect(left.sort()).toEqual(STILL_TRUE.map(([what]) => what).sort())
    expect(made).toBeGreaterThan(500)
  })

  test('definitions and curves', () => {
    let made = 0
    const left: string[] = []
    for (const row of [...DEFINITIONS, ...CURVES]) {
      for (const [what, wrong] of different(parsePattern(row.form))) {
        made += 1
        const { usable, fault } = equivalenceFaults(row.name, wrong)
        if (fault === undefined && usable >= 30) left.push(`${row.name}: ${what}`)
      }
    }
    expect(left).toEqual([])
    expect(made).toBeGreaterThan(200)
  })
})
