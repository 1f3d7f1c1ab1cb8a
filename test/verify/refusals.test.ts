/** Plausible wrong work: each of these claims is false somewhere, or says nothing that is defined. */
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/derive/verify.ts'
import { call, derivative, type Expr, integer, symbol } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { agree, valueAt } from '../support/oracle.ts'
import { type Move, work } from '../support/work.ts'

const x = symbol('x')
const notNegative = (u: string | Expr, at: Move['at'] = []): Move => ({
  rule: 'absolute value, not negative',
  at,
  letters: { u },
  to: u,
})

type Case = readonly [
  claim: string,
  from: string | Expr,
  moves: readonly Move[],
  conditions?: readonly (string | Expr)[],
]
function refuses(cases: readonly Case[]): void {
  for (const [claim, from, moves, conditions] of cases) {
    test(claim, () => {
      expect(verify(work(from, moves, conditions)).ok).toBe(false)
    })
  }
}

describe('a condition that holds is one whose parts are read from the left', () => {
  refuses([
    [
      'sqrt(x^2) = x where x != 7 or log(x) > 0: at -1 the first part decides',
      'sqrt(x^2)',
      [{ rule: 'square root of a square', letters: { u: 'x' }, to: '|x|' }, notNegative('x')],
      ['x != 7 or log(x) > 0'],
    ],
    [
      'in a branch the second part of its question may never have been read',
      '{|x| if x > 0 or log(-x) > 1 else 0}',
      [{ rule: 'absolute value, not positive', at: [0], letters: { u: 'x' }, to: '-x' }],
    ],
    [
      'log(x) > 0 or 1 > 0 is undefined at -1, so no branch applies there',
      '{5 if log(x) > 0 or 1 > 0 else 3}',
      [
        {
          rule: 'first branch',
          letters: { u: '5', c: 'log(x) > 0 or 1 > 0', v: '3' },
          to: '5',
        },
      ],
    ],
    [
      'the first part of a question does not know the domain of the second (and)',
      '{1 if |x| > 5 and log(x) > 0 else 2}',
      [notNegative('x', [1, 0, 0])],
    ],
    [
      'the first part of a question does not know the domain of the second (or)',
      '{1 if |x| > 5 or log(x) > 0 else 2}',
      [notNegative('x', [1, 0, 0])],
    ],
  ])
})

describe('the statement defined(u) is true or false also where u is undefined', () => {
  refuses([
    [
      '{1 if defined(log(|x|)) else 2} is 1 at -1, {1 if defined(log(x)) else 2} is 2',
      '{1 if defined(log(|x|)) else 2}',
      [notNegative('x', [1, 0, 0])],
    ],
    [
      'a rule that works from right to left only says nothing below it: x*|x| has a slope at 0',
      '{1 if defined(D(x*|x|)) else 2}',
      [
        {
          rule: 'product rule',
          at: [1, 0],
          letters: { u: 'x', v: '|x|', x },
          to: 'D(x)*|x| + x*D(|x|)',
        },
      ],
    ],
  ])
})

describe('only terms that mean something', () => {
  const least = call('min', [integer(1), integer(2), x])
  refuses([
    ['a minimum of three operands', call('abs', [least]), [notNegative(least)]],
    [
      'a quotient of three operands',
      call('divide', [x, integer(2), parsePattern('log(x)')]),
      [{ to: 'x/2' }],
    ],
    [
      'a function nobody knows',
      call('multiply', [integer(0), call('foo', [x])]),
      [{ rule: 'zero factor', letters: { u: call('foo', [x]) }, to: '0' }],
    ],
    [
      'a curve with letters left out, which it does not mention but depends on',
      derivative(call('gompertz', [x]), symbol('a')),
      [{ rule: 'constant rule', letters: { c: call('gompertz', [x]), x: 'a' }, to: '0' }],
    ],
    [
      'a derivative by a constant (variable rule)',
      derivative(symbol('e'), symbol('e')),
      [{ rule: 'variable rule', letters: { x: symbol('e') }, to: '1' }],
    ],
    [
      'a derivative by a constant (constant rule): with the one above, 0 = 1',
      derivative(parsePattern('exp(1)'), symbol('e')),
      [{ rule: 'constant rule', letters: { c: 'exp(1)', x: symbol('e') }, to: '0' }],
    ],
  ])
})

describe('which exponents are numbers is one question with one answer', () => {
  test.each(['1 + y - y', '2^2', 'sqrt(4)', '0*y', '2^0', '1/2*4', '4^(1/2)'])('x^(%s)', (exponent) => {
    const value = { '1 + y - y': '1', '0*y': '0', '2^0': '1', '2^2': '4' }[exponent] ?? '2'
    const [u, v] = [`x^(${exponent})`, `x^${value}`]
    const at = { x: rational(-1n), y: rational(3n) }
    const accepted = verify(work(u, [{ to: v }])).ok
    if (accepted) expect(agree(valueAt(parsePattern(u), at), valueAt(parsePattern(v), at))).toBe('agrees')
  })
})

describe('a jump is no continuity', () => {
  const jump = '{x + 1 if x >= 0 else x - 1}'
  refuses([
    [
      'the border of a question may be a jump: the form is 0 at 0 but 5 to the left of it',
      `D({x^2 if ${jump} > 0 else 5})`,
      [
        {
          rule: 'piecewise rule, strict',
          letters: { u: 'x^2', a: jump, b: '0', v: '5', x },
          to: `{D(x^2) if ${jump} > 0 else D(5)}`,
        },
      ],
      [`${jump} != 0`],
    ],
    [
      'a function that jumps from -1 to 1 has a constant logarithm of its absolute value',
      'D({1 if x >= 0 else -1})',
      [
        {
          rule: 'logarithmic differentiation',
          letters: { u: '{1 if x >= 0 else -1}', x },
          to: '{1 if x >= 0 else -1}*D(log(|{1 if x >= 0 else -1}|))',
        },
      ],
    ],
    [
      'acot jumps at 0',
      'D({1 if acot(x) > 0 else 2})',
      [
        {
          rule: 'piecewise rule, strict',
          letters: { u: '1', a: 'acot(x)', b: '0', v: '2', x },
          to: '{D(1) if acot(x) > 0 else D(2)}',
        },
      ],
    ],
  ])
})
