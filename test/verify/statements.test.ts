/** Derivations between equations: what is accepted, and plausible wrong work that is not. */
import { describe, expect, test } from 'vitest'
import { toJson } from '../../src/derive/json.ts'
import { verify } from '../../src/derive/verify.ts'
import type { Step } from '../../src/expression/derivation.ts'
import { symbol } from '../../src/expression/expr.ts'
import { fromJson } from '../../src/verify/certificate.ts'
import { type Move, work } from '../support/work.ts'

type Letters = NonNullable<Move['letters']>
const iff = (rule: string, letters: Letters, to: string, more: Partial<Move> = {}): Move => ({
  ...{ rule, letters, to, relation: 'iff' },
  ...more,
})
const implies = (rule: string, letters: Letters, to: string, more: Partial<Move> = {}): Move => ({
  ...{ rule, letters, to, relation: 'implies' },
  ...more,
})
const n = symbol('n')

type Case = readonly [claim: string, from: string, moves: readonly Move[], conditions?: readonly string[]]
function judges(ok: boolean, cases: readonly Case[]): void {
  for (const [claim, from, moves, conditions] of cases) {
    test(claim, () => {
      const found = verify(work(from, moves, conditions))
      expect(found.ok, found.ok ? '' : found.reason).toBe(ok)
    })
  }
}

const LOGIT: readonly Move[] = [
  iff('exponential of both sides', { u: 'p/(1 - p)', v: 'x' }, 'p/(1 - p) = e^x'),
  iff('multiply by the divisor', { u: 'p', w: '1 - p', v: 'e^x' }, 'p = e^x*(1 - p)'),
  { rule: 'distribute', at: [1], letters: { u: 'e^x', v_: [] }, to: 'e^x - e^x*p' },
]

describe('accepted', () => {
  judges(true, [
    ['the log-odds solved for p, up to the brackets', 'log(p/(1 - p)) = x', LOGIT.slice(0, 2)],
    [
      'a divisor that the domain of the first line excludes',
      '1/x = y',
      [iff('multiply by the divisor', { u: '1', w: 'x', v: 'y' }, '1 = y*x')],
    ],
    [
      'a condition that is carried',
      'a*x = b',
      [iff('divide both sides', { u: 'x', w: 'a', v: 'b' }, 'x = b/a')],
      ['a != 0 or b != 0'],
    ],
    [
      'a relation beside the equation is known there',
      'x = 3',
      [
        iff('two cases', { u: 'x', v: '3', w: 'x' }, 'x >= 0 and x = 3 or x < 0 and x = 3'),
        iff('raise both sides', { u: 'x', v: '3', n: '2' }, 'x^2 = 3^2', { at: [0, 1], relation: 'implies' }),
        {
          rule: 'square of a square root',
          back: true,
          at: [0, 1, 0, 0],
          letters: { u: 'x' },
          to: 'sqrt(x)^2',
        },
      ],
    ],
    ['a calculation within an equation', 'x + x = 2', [{ at: [0], to: '2*x' }]],
    [
      'squaring both sides, one way',
      'sqrt(x) = x - 2',
      [implies('raise both sides', { u: 'sqrt(x)', v: 'x - 2', n: '2' }, 'sqrt(x)^2 = (x - 2)^2')],
    ],
    [
      'a letter for a whole number',
      'sin(x) = y',
      [iff('undo sin', { u: 'x', v: 'y', n }, 'x = asin(y) + 2*pi*n or x = pi - asin(y) + 2*pi*n')],
    ],
    [
      'a rule read backwards',
      'x = 3 or x = -3',
      [iff('square root of both sides', { u: 'x', v: '9' }, 'x^2 = 9', { back: true })],
    ],
  ])

  test('the relation travels through JSON', () => {
    const squared = work('sqrt(x) = 2', [
      iff('square both sides of a root', { u: 'x', v: '2' }, '2 >= 0 and x = 2^2'),
      implies('raise both sides', { u: 'x', v: '2^2', n: '1' }, 'x^1 = (2^2)^1', { at: [1] }),
    ])
    const read = fromJson(JSON.parse(JSON.stringify(toJson(squared))))
    expect(read.steps.map((step) => step.relation)).toEqual(['iff', 'implies'])
    expect(verify(toJson(squared)).ok).toBe(true)
  })
})

describe('refused: a relation that the rule does not give', () => {
  judges(false, [
    [
      'squaring is not reversible',
      'x = -2',
      [iff('raise both sides', { u: 'x', v: '-2', n: '2' }, 'x^2 = 4')],
    ],
    [
      'a consequence read backwards',
      'x^2 = (-2)^2',
      [implies('raise both sides', { u: 'x', v: '-2', n: '2' }, 'x = -2', { back: true })],
    ],
    [
      'an equation does not equal another',
      'x + 1 = 2',
      [{ rule: 'subtract from both sides', letters: { u: 'x', w: '1', v: '2' }, to: 'x = 1' }],
    ],
    [
      'a rule about quantities gives no equivalence',
      'x*(a + b) = 2',
      [iff('distribute', { u: 'x', v_: [] }, 'x*a + x*b', { at: [0] })],
    ],
    [
      'a two-way rule called a consequence',
      'x + 1 = 2',
      [implies('subtract from both sides', { u: 'x', w: '1', v: '2' }, 'x = 2 - 1')],
    ],
    [
      'an unknown relation',
      'x + 1 = 2',
      [
        iff('subtract from both sides', { u: 'x', w: '1', v: '2' }, 'x = 2 - 1', {
          relation: 'if' as Step['relation'],
        }),
      ],
    ],
    ['a quantity implies nothing', 'x^2', [iff('square root of both sides', { u: 'x', v: '9' }, 'x = 3')]],
  ])
})

describe('refused: lost or invented solutions', () => {
  judges(false, [
    ['one of two roots', 'x^2 = 9', [iff('square root of both sides', { u: 'x', v: '9' }, 'x = sqrt(9)')]],
    ['one of two angles', 'cos(x) = y', [iff('undo cos', { u: 'x', v: 'y', n }, 'x = acos(y) + 2*pi*n')]],
    [
      'the sign of a root forgotten',
      'sqrt(x) = y',
      [iff('square both sides of a root', { u: 'x', v: 'y' }, 'x = y^2')],
    ],
    ['a factor dropped', 'x*(x - 1) = 0', [iff('product 0', { u: 'x', v: 'x - 1' }, 'x - 1 = 0')]],
    [
      'the other root',
      'x^2 = 9',
      [iff('square root of both sides', { u: 'x', v: '9' }, 'x = sqrt(9) or x = sqrt(9)')],
    ],
    ['an alternative dropped', 'x = 1 or x = 2', [{ to: 'x = 1' }]],
    ['an alternative read as a demand', 'x = 1 or x = 2', [{ to: 'x = 1 and x = 2' }]],
  ])
})

describe('refused: a condition is missing', () => {
  judges(false, [
    [
      'dividing by what can be 0, though the last line has no value there',
      'a*x = b',
      [iff('divide both sides', { u: 'x', w: 'a', v: 'b' }, 'x = b/a')],
    ],
    ['dividing by the unknown', 'x*x = x', [iff('divide both sides', { u: 'x', w: 'x', v: 'x' }, 'x = x/x')]],
    [
      'the divisor was not there in the first line',
      'x = y*z',
      [iff('multiply by the divisor', { u: 'x', w: 'z', v: 'y' }, 'x/z = y', { back: true })],
    ],
    [
      'multiplying by what can be 0',
      'x = 2',
      [iff('multiply both sides', { u: 'x', v: '2', w: 'x' }, 'x*x = 2*x')],
    ],
    [
      'what one alternative says is not known in the other',
      'x < 0 or |x| = 4',
      [{ rule: 'absolute value, not positive', at: [1, 0], letters: { u: 'x' }, to: '-x' }],
    ],
    [
      'what an `or` beside it says is no relation',
      '(log(x) > 0 or 1 > 0) and {5 if log(x) > 0 or 1 > 0 else 3} = 5',
      [
        {
          rule: 'first branch',
          at: [1, 0],
          letters: { u: '5', c: 'log(x) > 0 or 1 > 0', v: '3' },
          to: '5',
        },
      ],
    ],
  ])
})

describe('refused: letters', () => {
  judges(false, [
    [
      'a letter for a whole number that the equation has',
      'sin(x) = n',
      [iff('zeros of the sine', { u: 'x', n }, 'x = pi*n')],
    ],
    [
      'the unknown itself as a whole number',
      'sin(x) = 0',
      [iff('zeros of the sine', { u: 'x', n: symbol('x') }, 'x = pi*x')],
    ],
    [
      'the same letter for two whole numbers',
      'sin(x) = 0 and sin(y) = 0',
      [
        iff('zeros of the sine', { u: 'x', n }, 'x = pi*n', { at: [0] }),
        iff('zeros of the sine', { u: 'y', n }, 'y = pi*n', { at: [1] }),
      ],
    ],
    [
      'a whole number that is a number',
      'sin(x) = 0',
      [iff('zeros of the sine', { u: 'x', n: '1/2' }, 'x = pi*(1/2)')],
    ],
    [
      'the letter n gone again: x = pi*n is not sin(x) = 0 for a given n',
      'x = pi*n',
      [iff('zeros of the sine', { u: 'x', n }, 'sin(x) = 0', { back: true })],
    ],
    [
      'a condition about the whole number',
      'sin(x) = 0',
      [
        iff('zeros of the sine', { u: 'x', n }, 'x = pi*n'),
        iff('multiply both sides', { u: 'x', v: 'pi*n', w: 'n' }, 'x*n = pi*n*n'),
      ],
      ['n != 0'],
    ],
    [
      'letters exchanged',
      'x + 1 = 2',
      [iff('subtract from both sides', { u: 'x', w: '2', v: '1' }, 'x = 1')],
    ],
    ['a wrong inverse', 'tanh(x) = y', [iff('undo tanh', { u: 'x', v: 'y' }, 'x = tanh(y)')]],
    [
      'an exponent that is no odd power',
      'x^2 = y',
      [iff('odd root of both sides', { u: 'x', r: '2', v: 'y' }, 'x = y^(1/2)')],
    ],
  ])
})

describe('refused: places where a statement about the line says nothing', () => {
  judges(false, [
    [
      'the question of a form by cases',
      '{1 if log(x) = 0 else 2} = 2',
      [iff('exponential of both sides', { u: 'x', v: '0' }, 'x = e^0', { at: [0, 1] })],
    ],
    [
      'a branch',
      '{|x| if x > 0 else 2} = 2',
      [{ rule: 'absolute value, not negative', at: [0, 0], letters: { u: 'x' }, to: 'x' }],
    ],
    ['below a derivative', 'D(x + x) = 2', [{ at: [0, 0], to: '2*x' }]],
    ['the domain of a term', 'defined(log(x) + log(x)) and x = 1', [{ at: [0, 0], to: '2*log(x)' }]],
    [
      'a derivative rule, read one way only',
      'D(x*|x|) = y',
      [
        {
          rule: 'product rule',
          at: [0],
          letters: { u: 'x', v: '|x|', x: symbol('x') },
          to: 'D(x)*|x| + x*D(|x|)',
        },
      ],
    ],
    ['a statement becomes a quantity', 'x = 1', [{ to: 'x' }]],
  ])
})
