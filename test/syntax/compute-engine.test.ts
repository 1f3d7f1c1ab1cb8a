/**
 * MathJSON as its own engine takes it: it keeps what is written, and finds the same values. The
 * functions that it has no name for are defined there by their rows.
 */
import { ComputeEngine } from '@cortex-js/compute-engine'
import { expect, test } from 'vitest'
import { type Expr, same } from '../../src/expression/expr.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { spelling } from '../../src/syntax/spellings.ts'
import { expectSame, FORMULAS, isTame, POINTS, parameters, randomTerms, valueAt } from '../support/written.ts'

const engine = new ComputeEngine()
type Json = Parameters<typeof engine.box>[0]
const mathjson = (u: Expr): Json => JSON.parse(print(u, 'mathjson')) as Json

for (const row of [...PRIMITIVES, ...DEFINITIONS, ...CURVES]) {
  const form = 'form' in row ? row.form : row.elementary
  if (form === undefined || spelling('mathjson', row.name)) continue
  const body = mathjson(parse(form, { notation: 'plain' }))
  engine.assign(row.name, engine.box(['Function', body, ...row.letters] as Json))
}

const TERMS = [...FORMULAS, ...randomTerms(300, 12, 17)]

test('keeps every term as it is written', () => {
  for (const u of TERMS) {
    const kept = JSON.stringify(engine.box(mathjson(u), { form: 'raw' }).json)
    expect(same(parse(kept, { notation: 'mathjson' }), u)).toBe(true)
  }
})

test('means the same term in its canonical order', () => {
  // There 2^x·x is x·2^x and x + (−1) is x − 1: another term, of the same value.
  let compared = 0
  for (const u of TERMS.slice(0, FORMULAS.length)) {
    const text = JSON.stringify(engine.box(mathjson(u)).json)
    const v = parse(text, { notation: 'mathjson' })
    for (const x of POINTS) {
      const value = valueAt(u, x)
      if (value === undefined || !isTame(u, x)) continue
      compared += 1
      expectSame(valueAt(v, x, parameters(u)) ?? Number.NaN, value, 9)
    }
  }
  expect(compared).toBeGreaterThan(1.5 * FORMULAS.length)
})

test('has the same values', () => {
  let compared = 0
  for (const u of TERMS) {
    const boxed = engine.box(mathjson(u))
    for (const x of POINTS) {
      const value = valueAt(u, x)
      if (value === undefined || !isTame(u, x)) continue
      compared += 1
      expectSame(boxed.subs({ ...parameters(u), x }).N().re, value, 9)
    }
  }
  expect(compared).toBeGreaterThan(1.5 * TERMS.length)
})

test('means acot as a function with values from 0 to π, so ours keeps its own name', () => {
  const [x, theirs] = [-1.25, parse('["Arccot", "x"]')]
  expect(engine.box(['Arccot', x]).N().re).toBeCloseTo(Math.PI - Math.atan(1 / 1.25), 12)
  expectSame(engine.box(['Arccot', x]).N().re, valueAt(theirs, x) ?? Number.NaN)
  const ours = parse('acot(x)')
  expectSame(engine.box(mathjson(ours)).subs({ x }).N().re, valueAt(ours, x) ?? Number.NaN)
})
