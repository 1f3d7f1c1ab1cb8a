/** Higher derivatives, gradients, lines, values of derivatives, and uses of single rules. */
import { describe, expect, test } from 'vitest'
import { applications } from '../../src/derive/apply.ts'
import { evaluate } from '../../src/derive/evaluate.ts'
import { differentiate, gradient } from '../../src/derive/index.ts'
import { toJson } from '../../src/derive/json.ts'
import { verify } from '../../src/derive/verify.ts'
import { linesOf } from '../../src/expression/derivation.ts'
import { derivative, type Expr, same, symbol } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { agree, allHold, isValue, meanValue, type Point, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'

function pointFor(random: Random): Point {
  const value = (low: number, high: number) => rational(BigInt(random.whole(low * 13, high * 13)), 13n)
  return { x: value(-2, 3), y: value(-1, 2), a: value(0, 3), b: value(0, 2) }
}

/** How often, of 12 points, the derivation's result is the slope of `f`; it is never another. */
function confirmed(f: Expr, to: Expr, conditions: readonly Expr[], x: string): number {
  const random = new Random(3)
  let count = 0
  for (let i = 0; i < 12; i += 1) {
    const at = pointFor(random)
    const agreement = meanValue(f, to, conditions, x, at)
    expect(agreement).not.toBe('differs')
    if (agreement === 'agrees') count += 1
  }
  return count
}

const FORMULAS = [
  'x^5',
  '1/(1 + e^(-x))',
  'x^3*log(x)',
  'sin(x)*cos(2*x)',
  'e^(-x^2)',
  '1/x',
  'sqrt(x)',
  'x^(5/2)',
  'x*e^x',
  'log(1 + x^2)',
  'atan(x)',
  'tan(x)',
  'x^x',
  'tanh(x)',
  'x/(1 + x^2)',
  'a*e^(-b*e^(-x))',
  '|x|^3',
  '{x^3 if x > 0 else x^2}',
  'gelu(x)',
  'softplus(x)',
  'x^a',
  'erf(x)',
]

describe.each(FORMULAS)('%s', (formula) => {
  const f = parsePattern(formula)
  const nth = (order: number) => differentiate(f, { variable: 'x', order })
  test.each([2, 3])('order %i', (order) => {
    const derivation = nth(order)
    expect(verify(derivation)).toEqual({ ok: true })
    expect(verify(JSON.parse(JSON.stringify(toJson(derivation))))).toEqual({ ok: true })
    let from: Expr = f
    for (let i = 0; i < order; i += 1) from = derivative(from, symbol('x'))
    expect(same(derivation.from, from)).toBe(true)
    const below = nth(order - 1)
    const conditions = [...derivation.conditions, ...below.conditions]
    expect(confirmed(below.to, derivation.to, conditions, 'x')).toBeGreaterThanOrEqual(4)
  })
})

describe('closed forms', () => {
  const CLOSED: readonly (readonly [formula: string, order: number, closed: string])[] = [
    ['x^5', 3, '60*x^2'],
    ['sin(x)', 4, 'sin(x)'],
    ['cos(x)', 3, 'sin(x)'],
    ['e^(2*x)', 5, '32*e^(2*x)'],
    ['log(x)', 4, '-6/x^4'],
    ['1/x', 3, '-6/x^4'],
    ['x*e^x', 3, '(x + 3)*e^x'],
    ['sqrt(x)', 2, '-1/(4*x*sqrt(x))'],
    ['1/(1 + e^(-x))', 2, 'sigmoid(x)*(1 - sigmoid(x))*(1 - 2*sigmoid(x))'],
    ['tanh(x)', 2, '-2*tanh(x)*(1 - tanh(x)^2)'],
    ['atan(x)', 2, '-2*x/(1 + x^2)^2'],
    ['e^(-x^2/2)', 2, '(x^2 - 1)*e^(-x^2/2)'],
    ['x^a', 3, 'a*(a - 1)*(a - 2)*x^(a - 3)'],
    ['x^2*log(x)', 3, '2/x'],
    ['x^3 + a*x', 4, '0'],
  ]
  test.each(CLOSED)('the derivative of %s of order %i is %s', (formula, order, closed) => {
    const { to, conditions } = differentiate(formula, { variable: 'x', order })
    const random = new Random(order)
    let told = 0
    for (let i = 0; i < 30; i += 1) {
      const at = pointFor(random)
      if (!allHold(conditions, at) || !isValue(valueAt(to, at))) continue
      const agreement = agree(valueAt(to, at), valueAt(parsePattern(closed), at))
      expect(agreement).not.toBe('differs')
      if (agreement === 'agrees') told += 1
    }
    expect(told).toBeGreaterThanOrEqual(8)
  })
})

test.each([
  ['x^2*y', ['x', 'y']],
  ['sin(x*y) + y^2/x', ['x', 'y']],
  ['a*e^(-b*e^(-x))', ['x', 'a', 'b']],
  ['x^y', ['x', 'y']],
  ['sqrt(x^2 + y^2)', ['x', 'y']],
  ['log(x/y)', ['y', 'x']],
  ['max(x, y)', ['x', 'y']],
  ['a*x + b', ['a', 'b', 'x', 'y']],
] as const)('the gradient of %s', (formula, variables) => {
  const f = parsePattern(formula)
  const all = gradient(f, variables)
  expect(all.map(({ variable }) => variable)).toEqual(variables)
  for (const [i, derivation] of all.entries()) {
    const x = variables[i] as string
    expect(verify(derivation)).toEqual({ ok: true })
    expect(same(derivation.from, derivative(f, symbol(x)))).toBe(true)
    expect(confirmed(f, derivation.to, derivation.conditions, x)).toBeGreaterThanOrEqual(3)
  }
})

test('the lines lead from the derivative to the result, and none has a derivative at the end', () => {
  for (const formula of FORMULAS) {
    const derivation = differentiate(parsePattern(formula), { variable: 'x' })
    const lines = linesOf(derivation)
    expect(lines.length).toBe(derivation.steps.length + 1)
    expect(same(lines[0] as Expr, derivation.from)).toBe(true)
    expect(same(lines.at(-1) as Expr, derivation.to)).toBe(true)
    const random = new Random(8)
    for (let i = 0; i < 3; i += 1) {
      const at = pointFor(random)
      if (!allHold(derivation.conditions, at)) continue
      const result = valueAt(derivation.to, at)
      for (const line of lines)
        if (isValue(result)) expect(agree(valueAt(line, at), result)).not.toBe('differs')
    }
  }
})

describe('values of derivatives', () => {
  test.each([
    ["f(x) = x^3; f'(2)", {}, '12'],
    ["f(x) = x^3; f''(2)", {}, '12'],
    ["sigmoid'(0)", {}, '0.25'],
    ["sigmoid''(0)", {}, '0'],
    ["sigmoid'(x)", { x: 0 }, '0.25'],
    ["f(x) = sqrt(x); f'(4)", {}, '0.25'],
    ["f(x) = 1/x; f''(2)", {}, '0.25'],
    ["f(x) = x^2/2; f'(x)", { x: '1/4' }, '0.25'],
    ["f(x) = log(x); f''(2)", {}, '-0.25'],
    ["f(x) = |x|; f'(-3)", {}, '-1'],
    ["f(x) = x^x; f'(1)", {}, '1'],
    ["f(x) = atan(x); f'(1)", {}, '0.5'],
    ["f(t) = a*t^2; f'(3)", { a: 5 }, '30'],
    ["f(x) = {x^2 if x > 0 else -x}; f'(-1)", {}, '-1'],
    ["f(x) = max(x, x^2); f'(3)", {}, '6'],
  ])('%s at %o is %s', (formula, at, value) => {
    const found = evaluate(formula, at)
    expect(found.verdict).toBe('value')
    expect(found.verdict === 'value' && Number(found.value)).toBe(Number(value))
  })
  test('to fifty digits', () => {
    const digits = 50
    const pairs = [
      ["f(x) = e^x; f''(1)", 'e'],
      ["f(x) = sin(x); f'(2)", 'cos(2)'],
      ["f(x) = tanh(x); f''(1/2)", '-2*tanh(1/2)*(1 - tanh(1/2)^2)'],
      ["f(x) = x^x; f'(3)", '27*(log(3) + 1)'],
      ["sigmoid'(-2)", 'sigmoid(-2)*(1 - sigmoid(-2))'],
      ["f(x) = erf(x); f'(1)", '2/sqrt(pi)/e'],
    ] as const
    for (const [left, right] of pairs)
      expect(evaluate(left, {}, { digits })).toEqual(evaluate(right, {}, { digits }))
  })
  test('no value where there is no derivative, and none where the rules are silent', () => {
    expect(evaluate("f(x) = log(x); f'(-1)").verdict).toBe('undefined')
    expect(evaluate("f(x) = 1/x; f'(0)").verdict).toBe('undefined')
    expect(evaluate("f(x) = |x|; f'(0)").verdict).not.toBe('value')
    expect(evaluate("f(x) = sqrt(x); f'(0)").verdict).not.toBe('value')
    expect(evaluate("f(x) = x*|x|; f'(0)").verdict).not.toBe('undefined')
  })
})

test('every use of a rule is a derivation of one step that holds', () => {
  for (const [rule, formula, count, direction] of [
    ['distribute', 'a*(x + y)', 1],
    ['distribute', 'a*(x + y) + b*(x + 1)', 2],
    ['distribute', 'a*x + a*y', 1, 'backward'],
    ['difference of squares', 'x^2 - y^2', 1],
    ['logarithm of a product', 'log(x*y)', 1],
    ['product rule', 'd/dx(x*sin(x))', 1],
    ['power rule', 'd/dx(x^3) + d/dx(x^2)', 2],
    ['sine of the double angle', 'sin(2*x)', 1],
    ['square root of a square', 'sqrt(x^2)', 1],
    ['distribute', 'x + y', 0],
  ] as const) {
    const found = applications(rule, formula, direction ? { direction } : {})
    expect(found.length).toBe(count)
    for (const derivation of found) {
      expect(verify(derivation)).toEqual({ ok: true })
      expect(derivation.steps.map((step) => step.rule)).toEqual([rule])
      const random = new Random(4)
      for (let i = 0; i < 5; i += 1) {
        const at = pointFor(random)
        const to = valueAt(derivation.to, at)
        if (allHold(derivation.conditions, at) && isValue(to))
          expect(agree(valueAt(derivation.from, at), to)).not.toBe('differs')
      }
    }
  }
  expect(() => applications('no such rule', 'x')).toThrow()
  expect(() => applications('product rule', 'x*y', { direction: 'backward' })).toThrow()
})
