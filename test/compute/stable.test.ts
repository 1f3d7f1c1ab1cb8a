/** Stable forms: digits kept where formulas as written lose them, and the same function as before. */
import { describe, expect, test } from 'vitest'
import { programOf } from '../../src/compute/stable/candidate.ts'
import { type Stable, stable } from '../../src/compute/stable/index.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { evaluate } from '../../src/derive/evaluate.ts'
import { CONSTANTS, type Expr, freeSymbols, integer, substitute } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

/** Less work than usual: what is asked here is whether the form is right, not whether it is best. */
const SHORT = { rounds: 2, forms: 150 }
const GOOD_BITS = 1.5

const LOST: readonly (readonly [formula: string, ...assuming: string[]])[] = [
  ['e^x - 1'],
  ['log(1 + x)'],
  ['log(1 + e^x)'],
  ['e^-x/(1 + e^-x)^2'],
  ['sqrt(x + 1) - sqrt(x)', 'x >= 0'],
  ['1/(x + 1) - 1/x'],
  ['(1 - cos(x))/x^2', 'abs(x) < 100'],
  ['sqrt(x^2 + y^2)'],
  ['sqrt(x^2 + y^2 + z^2)'],
  ['x/(y*y) - 3'],
  ['x*(1 + y*y)'],
  ['(-x - sqrt(x*x - 4*(y*z)))/(2*y)'],
]

test.each(LOST)('%s', (formula, ...assuming) => {
  const { before, after } = stable(parse(formula), { assuming: assuming.map((text) => parse(text)) })
  expect(after).toBeLessThan(before)
  expect(after).toBeLessThanOrEqual(GOOD_BITS)
})

function isComputed(u: Expr): boolean {
  try {
    return programOf(u, freeSymbols(u)).nodes.length > 0
  } catch {
    return false
  }
}

/** Taylor polynomials hold nearly only. */
const NEARLY = 2 ** -40

/** Wherever the formula has a value the form has the same, and none at everyday points where the formula has none. */
function expectSame(u: Expr, found: Stable): void {
  const { form, names, samples } = found
  if (print(form) === print(u)) return
  for (const { at, spot: place, right } of samples) {
    const value = truth(form, place)
    const isUnknown = Number.isNaN(value) && found.equal === 'proved'
    const isSame = isUnknown || Math.abs(value - right) <= NEARLY * Math.abs(right)
    expect(isSame, `${print(u)} at ${at}: ${right}, but ${value} by ${print(form)}`).toBe(true)
  }
  for (const x of ['-2', '-1', '-1/2', '0', '1/2', '1', '2']) {
    const at = Object.fromEntries(names.map((name, i) => [name, i % 2 === 0 ? x : '1/3']))
    if (evaluate(u, at).verdict === 'undefined')
      expect(evaluate(form, at).verdict, `${print(u)} at ${x}, by ${print(form)}`).not.toBe('value')
  }
}

describe('the form is the same function', () => {
  test.each(CURVES.map(({ name, form, letters }) => [name, form, letters] as const))(
    '%s',
    (_, form, letters) => {
      const parameters = new Map(letters.slice(1).map((letter, i) => [letter, integer(i + 2)]))
      const u = substitute(parse(form), parameters)
      expectSame(u, stable(u, { effort: SHORT }))
    },
  )

  test('random formulas', () => {
    const random = new Random(20_261)
    for (let tries = 0; tries < 100; tries += 1) {
      const u = randomTerm(random, 6, { letters: ['x', 'y'], piecewise: false })
      if (freeSymbols(u).every((name) => CONSTANTS.has(name)) || !isComputed(u)) continue
      expectSame(u, stable(u, { effort: SHORT }))
    }
  }, 60_000)
})

test('what is good stays as it is', () => {
  for (const formula of ['x + 1', 'x*y', 'e^x', '2*sin(x)', '1/(1 + x^2)/2']) {
    const u = parse(formula)
    expect(stable(u).after).toBeLessThanOrEqual(stable(u).before)
  }
  expect(stable(parse('x + y')).form).toEqual(parse('x + y'))
})

test('regions say where digits are lost', () => {
  const { regions } = stable(parse('log(1 + e^x)'))
  const far = regions.filter(({ to }) => to <= -37)
  expect(far.length).toBeGreaterThan(0)
  for (const { before, after } of far) expect(after).toBeLessThanOrEqual(before)
  expect(Math.max(...far.map(({ before }) => before))).toBeGreaterThan(50)
  for (const { worst } of regions) expect(worst).toBeLessThanOrEqual(8)
})

test('conditions say where points are taken', () => {
  const { samples } = stable(parse('sqrt(x)*y'), { assuming: [parse('1 <= x <= 2 and y > x')] })
  expect(samples.length).toBeGreaterThan(20)
  for (const { at } of samples) {
    const [x, y] = at as [number, number]
    expect(x >= 1 && x <= 2 && y > x).toBe(true)
  }
})

test('a right value is the nearest double', () => {
  expect(truth(parse('e^x'), spot(['x'], [1]))).toBe(Math.E)
  expect(truth(parse('(1 + x) - 1'), spot(['x'], [1e-300]))).toBe(1e-300)
  expect(truth(parse('log(x)'), spot(['x'], [-1]))).toBeNaN()
})
