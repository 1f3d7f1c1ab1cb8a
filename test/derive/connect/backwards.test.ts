/** What was done can be read backwards, and what polynomials share is found. */
import { describe, expect, test } from 'vitest'
import { bridge } from '../../../src/derive/connect/bridge.ts'
import { linesAlong, reversed, shortened } from '../../../src/derive/connect/chain.ts'
import { settled } from '../../../src/derive/connect/index.ts'
import { attempt, neat } from '../../../src/derive/connect/neat.ts'
import {
  commonDivisor,
  linearDivisor,
  polynomialOf,
  polynomialTerm,
  quotientOf,
} from '../../../src/derive/connect/polynomial.ts'
import { Setting } from '../../../src/derive/connect/setting.ts'
import { type Change, Work } from '../../../src/derive/connect/work.ts'
import { same } from '../../../src/expression/expr.ts'
import { parse, print } from '../../../src/syntax/index.ts'
import { Random } from '../../support/random.ts'
import { randomTerm } from '../../support/random-term.ts'

test('the way to the neat form of random terms, read backwards, is accepted', () => {
  const random = new Random(77)
  const wrong: string[] = []
  let turned = 0
  for (let i = 0; i < 400; i += 1) {
    const u = randomTerm(random, 3 + (i % 16), { letters: ['x', 'a'] })
    const setting = new Setting([])
    const there = neat(u, setting)
    let back: Change | undefined
    attempt(() => {
      back = reversed(u, there, setting)
    })
    if (!back) continue
    turned += 1
    if (!same(back.to, u) || !settled(there.to, u, back, [])) wrong.push(print(u))
  }
  expect(wrong).toEqual([])
  expect(turned).toBeGreaterThan(380)
})

describe('calculations', () => {
  const joined = (a: string, b: string): Change => bridge(parse(a), parse(b), new Setting([]))

  test('only the operands that change are touched', () => {
    expect(joined('a + x + x + b', 'a + 2*x + b').steps.map((step) => step.path)).toEqual([[[1, 2]]])
    expect(joined('sin(x + x) + b', 'sin(2*x) + b').steps.map((step) => step.path)).toEqual([[0, 0]])
  })

  test('what comes in and cancels is added and subtracted', () => {
    const [step] = joined('e^-x/(1 + e^-x)', '(1 + e^-x - 1)/(1 + e^-x)').steps
    expect([step?.rule, print(step?.letters.r as never)]).toEqual(['add and subtract', '1'])
    expect(joined('1/((x+1)*(x+2))', '((x+2) - (x+1))/((x+1)*(x+2))').steps[0]?.rule).toBe('add and subtract')
  })

  test('other terms are not joined', () => {
    expect(() => joined('x', 'x + 1')).toThrow()
  })
})

test('a detour between two lines of one key is left out', () => {
  const setting = new Setting([])
  const u = parse('x*(a + b)')
  const work = new Work(u)
  const terms = [parse('a'), parse('b')]
  work.rule('distribute', [], { u: parse('x'), v_: terms }, parse('x*a + x*b'))
  work.back('distribute', [], { u: parse('x'), v_: terms }, parse('x*(b + a)'))
  const short = shortened(u, work, setting)
  expect(short.steps.map((step) => step.rule)).toEqual([null])
  expect(print(linesAlong(u, short.steps).at(-1) as never)).toBe('x*(b + a)')
})

describe('polynomials', () => {
  const of = (form: string) => polynomialOf(parse(form))

  test.each([
    ['x^2 + 3*x + 2', 'x^2 - 1', 'x + 1'],
    ['2*x^3 - 2', '3*x^2 - 3', 'x - 1'],
    ['sin(x)^2 - 4', 'sin(x) + 2', 'sin(x) + 2'],
  ])('%s and %s share %s', (a, b, shared) => {
    const divisor = commonDivisor(of(a) as never, of(b) as never)
    expect(divisor && print(polynomialTerm(divisor))).toBe(shared)
  })

  test('no common divisor, no polynomial', () => {
    expect(commonDivisor(of('x + 1') as never, of('x + 2') as never)).toBeUndefined()
    expect(commonDivisor(of('x + 1') as never, of('y + 1') as never)).toBeUndefined()
    for (const form of ['x', 'x*y + 1', '1/x + x', 'x + sin(x)']) expect(of(form)).toBeUndefined()
  })

  test.each([
    ['x^2 - 13*x + 42', true],
    ['6*x^2 + x - 2', true],
    ['x^2 + 1', false],
    ['x^2 - 2', false],
  ])('%s has a linear factor: %s', (form, has) => {
    const p = of(form) as never
    const divisor = linearDivisor(p)
    expect(divisor !== undefined).toBe(has)
    if (divisor) expect(quotientOf(p, divisor)).toBeDefined()
  })
})
