/** Claims in words: what each form says, other wordings of the same, and what is no claim. */
import { describe, expect, test } from 'vitest'
import { OgeeError } from '../../src/expression/error.ts'
import { print } from '../../src/index.ts'
import { judge } from '../../src/judging/index.ts'
import { CLAIM_EXAMPLES, readClaim } from '../../src/judging/reader.ts'
import type { Sentence } from '../../src/judging/sentence.ts'
import { asExpr, variableOf } from '../../src/syntax/formula.ts'

const read = (claim: string) =>
  readClaim(claim, { read: (text) => asExpr(text), variableOf: (u) => variableOf(u, {}) })
const only = (claim: string): Sentence => {
  const { sentences } = read(claim)
  expect(sentences).toHaveLength(1)
  return sentences[0] as Sentence
}
/** What a sentence says, with its formulas printed. */
const plain = (sentence: unknown): unknown =>
  JSON.parse(
    JSON.stringify(sentence, (_, value) =>
      typeof value === 'object' && value !== null && 'hash' in value
        ? print(value)
        : value === Infinity
          ? '∞'
          : value,
    ),
  )

test('each form reads its own example as what its kind says', () => {
  const kinds = CLAIM_EXAMPLES.map((example) => {
    const sentence = only(example)
    return sentence.kind === 'function' ? sentence.said.kind : sentence.kind
  })
  expect(kinds).not.toContain('relation')
  expect(new Set(kinds).size).toBeGreaterThan(20)
})

describe('wordings', () => {
  const increasing = { kind: 'monotone', strictly: false, direction: 'increasing' }
  const even = { kind: 'mirrored', about: '0' }
  test.each([
    ['tanh is increasing', increasing],
    ['tanh is monotonically increasing', increasing],
    ['tanh is always increasing', increasing],
    ['tanh is an increasing function', increasing],
    ['the function tanh is growing', increasing],
    ['tanh rises', increasing],
    ['tanh never decreases', { ...increasing, onPieces: true }],
    ['tanh is never decreasing', { ...increasing, onPieces: true }],
    ['tanh is strictly increasing.', { ...increasing, strictly: true }],
    ['tanh strictly increases', { ...increasing, strictly: true }],
    ['tanh is monotonic', { kind: 'monotone', strictly: false }],
    ['cos(x) is even', even],
    ['cos(x) is an even function', even],
    ['cos(x) is symmetrical about the y-axis', even],
    ['cos(x) is symmetric with respect to the line x = 0', even],
    ['softplus is concave up', { kind: 'bent', direction: 'convex', strictly: false }],
    ['softplus is strictly convex', { kind: 'bent', direction: 'convex', strictly: true }],
    ['tanh is bounded from above', { kind: 'bounded', above: true, below: false }],
    ['tanh is bounded by 1', { kind: 'between', above: ['>=', '-1'], below: ['<=', '1'] }],
    ['tanh is at most 1', { kind: 'between', below: ['<=', '1'] }],
    ['tanh is greater than -1', { kind: 'between', above: ['>', '-1'] }],
    ['tanh is strictly between -1 and 1', { kind: 'between', above: ['>', '-1'], below: ['<', '1'] }],
    ['softplus is never negative', { kind: 'sign', relation: '>=' }],
    ['softplus is always positive', { kind: 'sign', relation: '>' }],
    ['x^3 has a root', { kind: 'count', what: 'zero', many: { least: 1, most: '∞' } }],
    ['x^3 has exactly one root', { kind: 'count', what: 'zero', many: { least: 1, most: 1 } }],
    ['x^3 has at most two zeros', { kind: 'count', what: 'zero', many: { least: 0, most: 2 } }],
    ['x^3 has no extrema', { kind: 'count', what: 'extremum', many: { least: 0, most: 0 } }],
    [
      'x^2 has a minimum at x = 0',
      { kind: 'count', what: 'minimum', many: { least: 1, most: '∞' }, at: '0' },
    ],
    [
      'x^2 has its minimum at 0',
      { kind: 'count', what: 'global minimum', many: { least: 1, most: '∞' }, at: '0' },
    ],
    [
      'x^2 has a point of inflection',
      { kind: 'count', what: 'inflection point', many: { least: 1, most: '∞' } },
    ],
    ['the least value of x^2 is 0', { kind: 'extreme value', what: 'minimum', value: '0' }],
    ['tanh has the supremum 1', { kind: 'extreme value', what: 'supremum', value: '1' }],
    [
      'the limit of tanh as x approaches infinity is 1',
      { kind: 'limit', to: 'infinity', side: 'both', is: '1' },
    ],
    [
      'limit of 1/x at 0 from the left is -infinity',
      { kind: 'limit', to: '0', side: 'left', is: '-infinity' },
    ],
    ['limit of x*log(x) as x -> 0+ is 0', { kind: 'limit', to: '0', side: 'right', is: '0' }],
    ['tanh goes to 1 as x → ∞', { kind: 'limit', to: 'infinity', side: 'both', is: '1' }],
    ['limit of 1/x at 0 does not exist', { kind: 'limit', to: '0', side: 'both' }],
    [
      'exp(x) has range (0, infinity)',
      { kind: 'range', set: [{ from: '0', to: 'infinity', closed: [false, false] }] },
    ],
    [
      'the image of x^2 is [0, ∞)',
      { kind: 'range', set: [{ from: '0', to: 'infinity', closed: [true, false] }] },
    ],
    [
      'the range of 1/x is (-∞, 0) ∪ (0, ∞)',
      {
        kind: 'range',
        set: [
          { from: '-infinity', to: '0', closed: [false, false] },
          { from: '0', to: 'infinity', closed: [false, false] },
        ],
      },
    ],
    [
      'the domain of 1/x is all real numbers except 0',
      {
        kind: 'domain',
        set: [
          { from: '-infinity', to: '0', closed: [false, false] },
          { from: '0', to: 'infinity', closed: [false, false] },
        ],
      },
    ],
    ['the domain of log(x) is x > 0', { kind: 'domain', set: 'x > 0' }],
    ['log(x) is the inverse function of e^x', { kind: 'inverse of', other: 'e^x' }],
    ['x^2/2 is a primitive of x', { kind: 'antiderivative of', other: 'x' }],
    ['1/x has the asymptote y = 0 at infinity', { kind: 'asymptote', line: 'y = 0', to: 'infinity' }],
    ['1/x has a vertical asymptote at x = 0', { kind: 'asymptote', direction: 'vertical', line: 'x = 0' }],
  ])('%s', (claim, said) => {
    expect(plain(only(claim))).toMatchObject({ kind: 'function', said, not: false })
  })

  test.each([
    'relu is not differentiable',
    "relu isn't differentiable",
    'x^2 is unbounded',
    'x^2 does not have a maximum',
    'e^x has no vertical asymptote',
  ])('denied: %s', (claim) => {
    expect(only(claim)).toMatchObject({ not: true })
  })

  test('a double denial is none', () => {
    expect(only('tanh is not unbounded')).toMatchObject({ not: false })
  })

  test.each([
    ['the second derivative of x^3 is 6*x', 'd/dx(d/dx(x^3)) = 6*x'],
    ["tanh' equals 1 - tanh^2", "tanh'(x) = 1 - tanh(x)^2"],
  ])('an equality in words: %s', (claim, condition) => {
    const sentence = only(claim)
    expect(sentence.kind === 'relation' && asExpr(condition) === sentence.condition).toBeDefined()
    expect(sentence.kind).toBe('relation')
  })
})

describe('places', () => {
  test.each([
    ['x^2 is increasing for x > 0', ['x > 0']],
    ['x^2 is increasing when x is positive', undefined],
    ['x^2 is increasing for positive x', ['x > 0']],
    ['x^2 is increasing for all x >= 0', ['x >= 0']],
    ['x^2 is increasing on [0, 1)', ['x >= 0', 'x < 1']],
    ['x^2 is increasing on the interval (0, infinity)', ['x > 0']],
    ['x^2 is increasing for 0 < x < 1', ['0 < x', 'x < 1']],
    ['for x > 0, x^2 is increasing', ['x > 0']],
    ['if x > 0 then x^2 is increasing', ['x > 0']],
    ['x^2 is increasing for x in (0, 1)', ['x > 0', 'x < 1']],
    ['x^2 is convex everywhere', []],
    ['x^2 is convex for all real x', []],
    ['the range of x^2 on [0, 1] is [0, 1]', ['x >= 0', 'x <= 1']],
    ['1/x is convex on the positive reals', ['x > 0']],
  ])('%s', (claim, on) => {
    if (on === undefined) return expect(() => read(claim)).toThrow(OgeeError)
    expect(plain(only(claim))).toMatchObject({ on })
  })
})

test.each([
  ['tanh is odd and increasing', 2],
  ['tanh is odd, increasing and bounded', 3],
  ['x^2 is increasing for x > 0 and decreasing for x < 0', 2],
  ['x^2 has a minimum at 0 and is convex', 2],
  ['0 < sigmoid and sigmoid < 1', 1],
])('%s: %i claims', (claim, n) => {
  expect(read(claim).sentences).toHaveLength(n)
})

test('assumptions stand in brackets', () => {
  const { assuming } = read('a*x^2 + b is convex [a > 0, b < 1]')
  expect(assuming.map((condition) => print(condition))).toEqual(['a > 0', 'b < 1'])
  expect(() => read('a*x is increasing [a >]')).toThrow(OgeeError)
})

describe('what is no claim', () => {
  const hostile = [
    '',
    ' ',
    '.',
    'sigmoid',
    'sigmoid is',
    'is increasing',
    'sigmoid is nice',
    'the derivative of softplus is nice',
    'sigmoid is steepest at x = 0',
    'x has',
    'limit of at is',
    'the range of x is (0',
    'x is increasing on (1,2,3)',
    '((((((((((x is odd',
    'x is odd)))))',
    '; ; ;',
    ';',
    'x; ; is odd',
    '[[[[x > 0]]]]',
    'constructor is odd',
    '__proto__ is __proto__',
    'toString is increasing',
    'the domain of x is toString',
    'x is increasing on constructor',
    'hasOwnProperty has valueOf',
    '\u0000 is odd',
    'x\u0007 is\u001b[31m odd',
    'x is \u202eodd',
    `${'('.repeat(2_000)}x${')'.repeat(2_000)} is odd`,
    `${'x is odd and '.repeat(300)}x is odd`,
    'x is odd, '.repeat(400),
    `${'for x > 0, '.repeat(300)}x > 0`,
    'a'.repeat(1_000_000),
    ' is '.repeat(1_000),
    'for '.repeat(1_000),
  ]
  test.each(hostile.map((claim) => [claim.slice(0, 40), claim]))('%j', (_, claim) => {
    try {
      const { verdict } = judge(claim, { budget: { milliseconds: 300 } })
      expect(['true', 'false', 'unknown']).toContain(verdict)
    } catch (error) {
      expect(error).toBeInstanceOf(OgeeError)
    }
  })

  test('the error lists the forms', () => {
    for (const claim of ['sigmoid is nice', 'x has', 'the derivative of softplus is nice']) {
      const error = (() => {
        try {
          return judge(claim)
        } catch (thrown) {
          return thrown
        }
      })()
      expect(error).toMatchObject({
        code: 'E701',
        hint: expect.stringMatching(/^claims look like: .*; .*; /),
      })
    }
  })
})
