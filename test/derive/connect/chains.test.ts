/** The chains that readers of the articles asked for: found, short, replayed, and true at points. */
import { describe, expect, test } from 'vitest'
import { type Connection, type ConnectOptions, connect } from '../../../src/derive/connect/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { shownLines } from '../../../src/explain/lines.ts'
import { type Derivation, linesOf } from '../../../src/expression/derivation.ts'
import { type Expr, same, substitute } from '../../../src/expression/expr.ts'
import { parse } from '../../../src/syntax/index.ts'
import { tryClaim } from '../../support/claims.ts'
import { Random } from '../../support/random.ts'

const OURS = 'e^-x/(1+e^-x)^2'
const WOLFRAM = 'e^x/(1+e^x)^2'
const THROUGH_ITSELF = '(1/(1+e^-x))*(1-1/(1+e^-x))'

const PAIRS: readonly (readonly [string, string])[] = [
  [OURS, THROUGH_ITSELF],
  [WOLFRAM, OURS],
  [WOLFRAM, THROUGH_ITSELF],
  ['(1+tanh(x/2))/2', '1/(1+e^-x)'],
  ['1/(4cosh(x/2)^2)', OURS],
  ['log(1+e^x)-x', 'log(1+e^-x)'],
  ['1-2sin(x)^2', 'cos(2x)'],
  ['cos(3x)', '4cos(x)^3-3cos(x)'],
  ['x/(1+x)^2', '1/(1+x)-1/(1+x)^2'],
  ['x/(a+x)^2', '1/(a+x)-a/(a+x)^2'],
]

function chainOf(found: Connection): Derivation {
  if (!('steps' in found)) throw new Error(`no chain: ${found.verdict}`)
  return found
}

function check(from: Expr, to: Expr, options: ConnectOptions = {}): Derivation {
  const chain = chainOf(connect(from, to, { budget: { milliseconds: 60_000 }, ...options }))
  expect(same(chain.from, from) && same(chain.to, to)).toBe(true)
  expect(verify(chain)).toEqual({ ok: true })
  expect(shownLines(chain).length).toBeLessThanOrEqual(10)
  const { usable, counterexample } = tryClaim(chain, new Random(7))
  expect(counterexample).toBeUndefined()
  expect(usable).toBeGreaterThan(5)
  return chain
}

const with_ = (u: Expr, values: Record<string, string>): Expr =>
  substitute(u, new Map(Object.entries(values).map(([name, form]) => [name, parse(form)])))

describe.each(PAIRS)('%s and %s', (a, b) => {
  const [from, to] = [parse(a), parse(b)]
  test('one way', () => void check(from, to))
  test('the other way', () => void check(to, from))
  test('with the letters renamed', () =>
    void check(with_(from, { x: 't', a: 'k' }), with_(to, { x: 't', a: 'k' })))
  test('with a*x + b for x', () =>
    void check(with_(from, { x: 'a*x + b', a: 'c' }), with_(to, { x: 'a*x + b', a: 'c' })))
})

describe('roads', () => {
  const rules = (chain: Derivation): string[] =>
    chain.steps.flatMap((step) =>
      step.rule ? [`${step.rule}${step.direction === 'backward' ? ' back' : ''}`] : [],
    )

  test('add and subtract 1, split, cancel, factor', () => {
    expect(rules(check(parse(OURS), parse(THROUGH_ITSELF)))).toEqual([
      'add and subtract',
      'split the fraction',
      'cancel a factor',
      'distribute back',
    ])
  })

  test('the same idea unprompted on other formulas', () => {
    const ideas = ['add and subtract', 'split the fraction', 'cancel a factor']
    expect(rules(check(parse('x/(1+x)^2'), parse('1/(1+x)-1/(1+x)^2')))).toEqual(ideas)
    expect(rules(check(parse('u/(a+u)^2'), parse('1/(a+u)-a/(a+u)^2')))).toEqual(ideas)
  })

  test('through 1 - s: the product of two fractions is one of the lines', () => {
    const waypoint = parse('1/(1+e^-x)*(e^-x/(1+e^-x))')
    const chain = check(parse(OURS), parse(THROUGH_ITSELF), { through: waypoint })
    expect(linesOf(chain).some((line) => same(line, waypoint))).toBe(true)
  })

  test('multiply numerator and denominator by an exponential, multiply out', () => {
    const there = rules(check(parse(OURS), parse(WOLFRAM)))
    expect(there.slice(0, 2)).toEqual(['cancel a factor back', 'distribute'])
    const back = rules(check(parse(WOLFRAM), parse(OURS)))
    expect(back.slice(0, 2)).toEqual(['cancel a factor back', 'distribute'])
  })

  test('a rule to be avoided is not used', () => {
    const chain = check(parse(OURS), parse(THROUGH_ITSELF), { avoiding: ['distribute'] })
    expect(rules(chain).join()).not.toContain('distribute')
  })
})

describe('answers that are no chain', () => {
  test('different forms: the verdict says where', () => {
    const found = connect('x + 1', 'x + 2')
    expect('verdict' in found && found.verdict).toBe('different')
  })

  test('no time: unknown, with the reason', () => {
    const found = connect('cos(7x)*sin(5x)', 'sin(12x)/2 - sin(2x)/2', { budget: { milliseconds: 0 } })
    expect('verdict' in found && found.verdict).toBe('unknown')
  })

  test.each([
    ['x > 0', 'x >= 0'],
    ['1/0', '1/0'],
    ['x', 'x'],
    ['{x if x > 0 else 0}', '(x + |x|)/2'],
    ['0/0', '1'],
    ['d/dx(x^2)', '2*x'],
  ])('odd input %s, %s does not stop it', (a, b) => {
    expect(() => connect(a, b)).not.toThrow()
  })
})

describe('conditions are part of the answer', () => {
  test.each([
    ['x/x', '1'],
    ['sqrt(x)^2', 'x'],
    ['log(x*y)', 'log(x) + log(y)'],
    ['(x^2-1)/(x-1)', 'x+1'],
    ['e^log(x)', 'x'],
    ['x^(1/2)*x^(1/3)', 'x^(5/6)'],
  ])('%s, %s', (a, b) => {
    check(parse(a), parse(b))
    check(parse(b), parse(a))
  })

  test.each([
    ['sqrt(1 + x^2)/x', 'sqrt(1 + 1/x^2)', 'x > 0'],
    ['|x - 1|', '1 - x', 'x < 1'],
    ['atan(1/x)', 'pi/2 - atan(x)', 'x > 0'],
    ['max(x, y)', 'y', 'x < y'],
    ['{x if x > 1 else 1/x}', '1/x', 'x <= 1'],
  ])('%s, %s where %s', (a, b, assumption) => {
    expect(check(parse(a), parse(b), { assuming: [assumption] }).conditions).toEqual([])
  })

  test('what is assumed need not be carried', () => {
    const chain = check(parse('sqrt(x^2)'), parse('x'), { assuming: ['x > 0'] })
    expect(chain.conditions).toEqual([])
  })
})
