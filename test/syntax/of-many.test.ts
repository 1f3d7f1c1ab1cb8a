/** Softmax and log-sum-exp take any number of operands. */
import { describe, expect, test } from 'vitest'
import {
  compare,
  connect,
  differentiate,
  evaluate,
  gradient,
  inTermsOf,
  OgeeError,
  parse,
  print,
  verify,
} from '../../src/index.ts'
import { Random } from '../support/random.ts'

const codeOf = (text: string): string => {
  try {
    return print(parse(text))
  } catch (error) {
    return error instanceof OgeeError ? error.code : 'crash'
  }
}
const LETTERS = ['a', 'b', 'c', 'd']
const softmax = (i: number, n: number): string => `softmax_${i}(${LETTERS.slice(0, n).join(', ')})`

describe('what they mean', () => {
  test.each([
    ['logsumexp(a, b, c)', 'log(e^a + e^b + e^c)'],
    ['logsumexp(0, x)', 'log(e^0 + e^x)'],
    ['softmax_2(a, b, c)', 'e^b/(e^a + e^b + e^c)'],
    ['softmax_1(2x, 0)', 'e^(2*x)/(e^(2*x) + e^0)'],
  ])('%s', (text, read) => expect(print(parse(text))).toBe(read))

  test.each([
    ['softmax', 'E120'],
    ['softmax(a, b)', 'E120'],
    ['softmax_3(a, b)', 'E111'],
    ['softmax_1', 'E111'],
    ['logsumexp(a)', 'E111'],
    ["logsumexp'(a, b)", 'E115'],
    ['softmax_1(x) = x; softmax_1(2)', 'E116'],
  ])('%s: %s', (text, code) => expect(codeOf(text)).toBe(code))

  test('values against doubles', () => {
    const random = new Random(11)
    for (let n = 2; n <= 6; n += 1) {
      const at = Array.from({ length: n }, () => random.pick([-9, -4.5, -1, -0.25, 0, 0.5, 2, 7]))
      const terms = at.map((value) => (value < 0 ? `(${value})` : `${value}`)).join(', ')
      const largest = Math.max(...at)
      const sum = at.reduce((total, value) => total + Math.exp(value - largest), 0)
      const inDoubles = (text: string): number => Number((evaluate(text) as { value: string }).value)
      expect(inDoubles(`logsumexp(${terms})`)).toBeCloseTo(largest + Math.log(sum), 10)
      for (const [i, value] of at.entries())
        expect(inDoubles(`softmax_${i + 1}(${terms})`)).toBeCloseTo(Math.exp(value - largest) / sum, 10)
    }
  })
})

describe.each([2, 3, 4])('of %i terms', (n) => {
  const indices = Array.from({ length: n }, (_, i) => i + 1)
  test('the gradient of log-sum-exp is the softmax', () => {
    for (const j of indices) {
      const variable = LETTERS[j - 1] as string
      const derivation = differentiate(`logsumexp(${LETTERS.slice(0, n).join(', ')})`, { variable })
      expect(verify(derivation)).toEqual({ ok: true })
      expect(compare(derivation.to, softmax(j, n)).verdict).toBe('equal')
    }
  })

  test('the Jacobian of the softmax, through the softmax', () => {
    for (const i of indices) {
      for (const j of indices) {
        const variable = LETTERS[j - 1] as string
        const entry = differentiate(softmax(i, n), { variable })
        expect(verify(entry)).toEqual({ ok: true })
        const [f, g] = [softmax(i, n), softmax(j, n)]
        const known = i === j ? `${f}*(1 - ${f})` : `-${f}*${g}`
        expect(compare(entry.to, known).verdict).toBe('equal')
        const chain = connect(entry.to, known)
        if (!('steps' in chain)) throw new Error(chain.verdict)
        expect(verify(chain)).toEqual({ ok: true })
        if (i !== j) continue
        const through = inTermsOf(entry.to, f, { variable })
        if (!('form' in through)) throw new Error(through.reason)
        expect(verify(through)).toEqual({ ok: true })
        expect(compare(through.form, 'f*(1 - f)').verdict).toBe('equal')
      }
    }
  })
})

describe.each([3, 4])('the gradient of the softmax of %i terms in terms of its outputs', (n) => {
  const outputs = Array.from({ length: n }, (_, i) => softmax(i + 1, n))
  const name = outputs.map((_, i) => `s_${i + 1}`)
  test.each(LETTERS.slice(0, n))('by %s', (variable) => {
    const [entry] = gradient(softmax(1, n), [variable])
    const through = inTermsOf(entry!.to, outputs, { variable, name })
    if (!('form' in through)) throw new Error(through.reason)
    expect(verify(through)).toEqual({ ok: true })
    const j = LETTERS.indexOf(variable) + 1
    expect(compare(through.form, j === 1 ? 's_1*(1 - s_1)' : `-s_1*s_${j}`).verdict).toBe('equal')
  })
})
