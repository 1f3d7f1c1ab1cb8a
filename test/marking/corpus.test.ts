import { describe, expect, test } from 'vitest'
import { verify } from '../../src/derive/verify.ts'
import { linesOf } from '../../src/expression/derivation.ts'
import { differentiate, print } from '../../src/index.ts'
import { mark } from '../../src/marking/index.ts'
import { MISTAKES } from '../../src/marking/mistakes/index.ts'
import { cases } from '../support/cases.ts'

const names = new Set(MISTAKES.map(({ name }) => name))
const work = (input: string): string[] => input.split(' ; ')

describe('wrong lines', () => {
  const wrong = cases('marking-wrong')

  test('are of many kinds, each in the table', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(60)
    expect(new Set(wrong.map(({ answer }) => answer)).size).toBeGreaterThanOrEqual(25)
    for (const { answer } of wrong) expect(names).toContain(answer)
  })

  test.each(wrong)('$input', ({ input, answer }) => {
    const { verdict, lines } = mark(work(input))
    expect(verdict).toBe('wrong')
    const found = lines
      .map((line) => line.mark)
      .find((m) => m.verdict === 'wrong' || m.verdict === 'equivalent, but')
    expect(found).toHaveProperty('mistake.name', answer)
  })
})

describe('right but unusual lines', () => {
  const right = cases('marking-right')

  test('are many', () => {
    expect(right.length).toBeGreaterThanOrEqual(60)
  })

  test.each(right)('$input', ({ input, answer }) => {
    const marking = mark(work(input))
    expect(marking.verdict).toBe(answer)
    for (const { mark: found } of marking.lines) {
      if (found.verdict === 'follows' && found.derivation)
        expect(verify(found.derivation)).toEqual({ ok: true })
    }
  })
})

describe('derivations that the checker accepted', () => {
  test.each([
    'x^2*sin(x)',
    '1/(1+e^-x)',
    'log(1+e^x)',
    'x/sqrt(1+x^2)',
    'a*e^(-b*e^(-c*x))',
    'tanh(x/2)',
    'x^n/(k^n + x^n)',
    'e^(-x^2)*cos(3*x)',
  ])('no line of that of %s is called wrong', (formula) => {
    const derivation = differentiate(formula, { variable: 'x' })
    const texts = linesOf(derivation).map((line) => `= ${print(line)}`)
    const marking = mark([print(derivation.from), ...texts.slice(1)], { budget: { milliseconds: 30_000 } })
    for (const { mark: found } of marking.lines) expect(found.verdict).not.toBe('wrong')
  })
})
