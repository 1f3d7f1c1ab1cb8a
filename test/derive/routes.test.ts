/** Routes to a derivative: all lead to the same values, and the default is the shortest of those tried. */
import { describe, expect, test } from 'vitest'
import { differentiate, ROUTES, type Route } from '../../src/derive/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { Canon } from '../../src/expression/canonical.ts'
import { type Derivation, linesOf } from '../../src/expression/derivation.ts'
import { type Expr, substitute, symbol } from '../../src/expression/expr.ts'
import { definition } from '../../src/functions/index.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { print } from '../../src/syntax/print.ts'
import { agree, allHold, isValue, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const FORMULAS = [
  '1/(1 + e^(-x))',
  'x/(1 + x^2)^3',
  '1/x',
  '1/x^2',
  'a/x',
  'x/a',
  'sin(x)/x',
  'e^x/(1 + e^x)',
  '(x + 1)/(x - 1)',
  'log(x)/x',
  'x/log(x)',
  '1/cos(x)',
  'sin(x)/cos(x)',
  '(x^2 - 1)/(x - 1)',
  'x*sin(x)',
  'x^2*e^x',
  'x*(x + 1)*(x + 2)',
  'sqrt(x)/(1 + x)',
  '1/sqrt(x)',
  '(1 + x)^5',
  'x^x',
  'e^(1/x)',
  'log(x/(1 - x))',
  'x^a/(b^a + x^a)',
  'a*e^(-b*e^(-x))',
  '1/(x*log(x))',
  '(2*x + 3)/(x^2 + 1)',
  'tanh(x)/x^3',
  'x^2*sqrt(x + 1)',
  '1/(1/x + 1/a)',
  'x*|x|',
  'x^3/(x + a)^2',
]

describe.each(FORMULAS)('%s', (formula) => {
  const all = ROUTES.map((route) => differentiate(formula, { variable: 'x', route }))
  for (const [i, route] of ROUTES.entries()) {
    test(route, () => expect(verify(all[i])).toEqual({ ok: true }))
  }
  test('all routes give the same values', () => {
    const random = new Random(6)
    let told = 0
    for (let i = 0; i < 150 && told < 12; i += 1) {
      const at = { x: random.rational(), a: random.rational(), b: random.rational() }
      const values = all.flatMap(({ to, conditions }) => {
        const value = allHold(conditions, at) ? valueAt(to, at) : 'unknown'
        return isValue(value) ? [value] : []
      })
      for (const value of values) {
        const agreement = agree(value, values[0] ?? value)
        expect(agreement).not.toBe('differs')
        if (agreement === 'agrees') told += 1
      }
    }
    expect(told).toBeGreaterThanOrEqual(10)
  })
})

/** Does a defined function occur in u? Written out it may be too large for all routes to be tried. */
const isDefined = (u: Expr): boolean =>
  u.kind === 'call' && (definition(u.head) !== undefined || u.args.some(isDefined))

describe('the default route', () => {
  const TRIED: readonly Route[] = ['reciprocal', 'chain', 'product']
  const isShortest = (u: Expr): void => {
    const steps = TRIED.map((route) => differentiate(u, { variable: 'x', route }).steps.length)
    expect([print(u), differentiate(u, { variable: 'x' }).steps.length]).toEqual([
      print(u),
      Math.min(...steps),
    ])
  }
  test('takes no more steps than the others tried', () => {
    for (const formula of FORMULAS) isShortest(parsePattern(formula))
  })
  test('on random formulas too', () => {
    const random = new Random(12)
    let count = 0
    while (count < 100) {
      const u = randomTerm(random, random.whole(6, 20), { letters: ['x', 'a'], piecewise: false })
      if (u.size > 20 || isDefined(u)) continue
      try {
        differentiate(u, { variable: 'x', route: 'product' })
      } catch {
        continue
      }
      isShortest(u)
      count += 1
    }
  })
})

const canon = new Canon(isTotal)
/** The places, in order, of lines with these keys among the lines; −1 for those that are not there. */
function placesOf(derivation: Derivation, ...expected: readonly string[]): number[] {
  const lines = linesOf(derivation)
  return expected.map((text) => lines.findIndex((line) => canon.same(line, parsePattern(text))))
}
const inOrder = (places: readonly number[]): boolean =>
  places.every((place, i) => place > (i === 0 ? 0 : (places[i - 1] as number)))

describe('the chain route', () => {
  test('the sigmoid by the lines of the articles', () => {
    const derivation = differentiate('1/(1+e^-x)', { route: 'chain' })
    const places = placesOf(
      derivation,
      'D((1 + e^(-x))^(-1))',
      '-(1 + e^(-x))^(-2)*D(1 + e^(-x))',
      '-(1 + e^(-x))^(-2)*(-e^(-x))',
      'e^(-x)/(1 + e^(-x))^2',
    )
    expect(inOrder(places)).toBe(true)
    expect(canon.same(derivation.to, parsePattern('e^(-x)/(1 + e^(-x))^2'))).toBe(true)
  })
  test('x/(1 + x^2)^3 by the same kinds of line', () => {
    const derivation = differentiate('x/(1+x^2)^3', { route: 'product' })
    const places = placesOf(
      derivation,
      'D(x*(1 + x^2)^(-3))',
      '(1 + x^2)^(-3) + x*(-3)*(1 + x^2)^(-4)*D(1 + x^2)',
      '(1 + x^2)^(-3) + x*(-3)*(1 + x^2)^(-4)*(2*x)',
      '(1 + x^2)^(-3) - 6*x^2/(1 + x^2)^4',
    )
    expect(inOrder(places)).toBe(true)
    expect(canon.same(derivation.to, parsePattern('(1 - 5*x^2)/(1 + x^2)^4'))).toBe(true)
  })
  test.each([
    ['1', '1 + e^x', 'e^x'],
    ['2', '1 + x^2', '2*x'],
    ['a', '1 + e^(2*x)', '2*e^(2*x)'],
    ['1', '3 + sin(x)', 'cos(x)'],
    ['5', 'log(x)', '1/x'],
    ['a', 'x + log(x)', '1 + 1/x'],
    ['1', 'cos(x)', '-sin(x)'],
    ['7', 'x^3 + x + 1', '3*x^2 + 1'],
    ['b', 'e^x + e^(-x)', 'e^x - e^(-x)'],
    ['1', 'b + cosh(x)', 'sinh(x)'],
    ['a', 'sin(x) + cos(x)', 'cos(x) - sin(x)'],
  ])('%s/(%s)', (c, u, slope) => {
    const derivation = differentiate(`${c}/(${u})`, { variable: 'x', route: 'chain' })
    const places = placesOf(
      derivation,
      `${c}*D((${u})^(-1))`,
      `${c}*(-(${u})^(-2)*D(${u}))`,
      `${c}*(-(${u})^(-2)*(${slope}))`,
    )
    expect(inOrder(places)).toBe(true)
    const rules = derivation.steps.map((step) => step.rule).filter((rule) => rule !== 'constant factor rule')
    expect(rules.slice(0, 2)).toEqual(['negative power', 'power rule'])
    for (let x = 2; x < 7; x += 1) {
      const at = Object.fromEntries(['x', 'a', 'b'].map((name) => [name, { num: BigInt(x), den: 3n }]))
      const closed = valueAt(parsePattern(`-${c}*(${slope})/(${u})^2`), at)
      expect(agree(valueAt(derivation.to, at), closed)).toBe('agrees')
    }
  })
  test('no rule of the book speaks of exp and a quotient together where the sigmoid uses it', () => {
    const used = (formula: string) =>
      new Set(differentiate(formula, { route: 'chain' }).steps.map((step) => step.rule))
    const known = used('1/(1 + sin(-x))')
    const more = [...used('1/(1 + e^-x)')].filter((rule) => !known.has(rule))
    expect(more).toEqual(['derivative of exp'])
  })
})

test('other letters, same steps', () => {
  const names = new Map([
    ['x', symbol('t')],
    ['a', symbol('q')],
    ['b', symbol('r')],
  ])
  for (const formula of FORMULAS) {
    const u = parsePattern(formula)
    const [one, other] = [
      differentiate(u, { variable: 'x' }),
      differentiate(substitute(u, names), { variable: 't' }),
    ]
    expect(other.steps.map((step) => step.rule)).toEqual(one.steps.map((step) => step.rule))
    expect(canon.same(other.to, substitute(one.to, names))).toBe(true)
  }
})
