/** Neat forms of random terms: reached by steps that the checker accepts, and final. */
import { expect, test } from 'vitest'
import { settled } from '../../../src/derive/connect/index.ts'
import { neat } from '../../../src/derive/connect/neat.ts'
import { Setting } from '../../../src/derive/connect/setting.ts'
import { same } from '../../../src/expression/expr.ts'
import { parse, print } from '../../../src/syntax/index.ts'
import { Random } from '../../support/random.ts'
import { randomTerm } from '../../support/random-term.ts'

test.each([1, 2, 3])('random terms, batch %i', (batch) => {
  const random = new Random(400 + batch)
  const wrong: string[] = []
  for (let i = 0; i < 300; i += 1) {
    const u = randomTerm(random, 3 + (i % 18), { letters: ['x', 'a'] })
    const change = neat(u, new Setting([]))
    if (!settled(u, change.to, change, [])) wrong.push(`refused: ${print(u)}`)
    if (!same(neat(change.to, new Setting([])).to, change.to)) wrong.push(`not final: ${print(u)}`)
  }
  expect(wrong).toEqual([])
})

test.each([
  ['e^x*e^-x', '1'],
  ['(x + x)*x', '2*x^2'],
  ['u/(v/w)', 'u*w/v'],
  ['sin(x + 7*pi/2)', '-cos(x)'],
  ['tan(-pi/3)', '-sqrt(3)'],
  ['sqrt(12)', '2*sqrt(3)'],
  ['4^x/2^x', '2^x'],
  ['log(e^(a*b))', 'a*b'],
  ['|x^3|', 'x^2*|x|'],
])('%s is neatly %s', (u, v) => {
  const { to } = neat(parse(u), new Setting([]))
  expect(new Setting([]).canon.same(to, parse(v))).toBe(true)
})
