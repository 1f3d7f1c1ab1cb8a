/** What a search finds does not depend on who asked before, nor on a clock but the user's own. */
import { expect, test } from 'vitest'
import { stable } from '../../src/compute/stable/index.ts'
import { Spots } from '../../src/compute/stable/samples.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { parse } from '../../src/index.ts'
import { print } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const SHORT = { rounds: 2, forms: 100 }

test('points shared with another search change nothing', () => {
  for (const [first, then] of [
    ['log(1 + e^x)', 'e^x/(1 + e^x)'],
    ['(1 - cos(x))/x^2', 'sin(x)/x^2 - 2*(1 - cos(x))/x^3'],
    ['x/sqrt(1 + x^2)', '1/sqrt(1 + x^2) - x^2/(1 + x^2)^(3/2)'],
  ] as const) {
    const spots = new Spots()
    stable(parse(first), { effort: SHORT, spots })
    const [shared, alone] = [
      stable(parse(then), { effort: SHORT, spots }),
      stable(parse(then), { effort: SHORT }),
    ]
    expect(print(shared.form)).toBe(print(alone.form))
    expect([shared.before, shared.after]).toEqual([alone.before, alone.after])
  }
})

test('right values are the same with and without what is known of parts', () => {
  const random = new Random(20_266)
  for (let tries = 0; tries < 60; tries += 1) {
    const u = randomTerm(random, 9, { letters: ['x', 'y'], piecewise: tries % 2 === 0 })
    const at = [4 * random.next() - 2, 10 ** (8 * random.next() - 4)]
    const known = spot(['x', 'y'], at)
    if (u.kind === 'call') for (const arg of u.args) truth(arg, known)
    expect(truth(u, known)).toBe(truth(u, spot(['x', 'y'], at)))
  }
})

test('an allowance that is spent leaves what pairs of doubles tell', () => {
  const [easy, hard] = [parse('e^x/(1 + x)'), parse('(e^x - 1 - x)/x^2')]
  const [near, tiny] = [spot(['x'], [0.5]), spot(['x'], [2 ** -200])]
  expect(truth(easy, near, { left: 0 })).toBe(truth(easy, near))
  expect(truth(hard, tiny, { left: 0 })).toBeNaN()
  expect(truth(hard, tiny)).toBe(0.5)
  expect(truth(hard, tiny, { left: 0 })).toBeNaN()
})

test('when the time is over nothing more is looked for', () => {
  const u = parse('sqrt(x + 1) - sqrt(x)')
  let asked = 0
  const isOver = (): boolean => {
    asked += 1
    return asked > 3
  }
  const { before, after } = stable(u, { effort: { rounds: 6, forms: 2_400, isOver } })
  expect(after).toBeLessThanOrEqual(before)
  expect(asked).toBeLessThan(20)
})
