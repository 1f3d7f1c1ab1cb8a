/** Solving equations: values, conditions, completeness, and that each working is accepted. */
import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/decide/index.ts'
import { type Solution, solve } from '../../../src/derive/solve/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { linesOf } from '../../../src/expression/derivation.ts'
import { type Expr, freeSymbols, substitute } from '../../../src/expression/expr.ts'
import { parse } from '../../../src/syntax/index.ts'
import { print } from '../../../src/syntax/print.ts'

const values = ({ branches }: Solution): string[] => branches.map(({ value }) => print(value)).sort()
const sidesOf = (u: Expr): readonly Expr[] => (u.kind === 'call' ? u.args : [])
const told = ({ branches }: Solution): string[] =>
  branches.map(({ value, conditions }) => [print(value), ...conditions.map((c) => print(c))].join(', '))

/** equation; letter; assumptions ==> the branches, each a value and its conditions */
const SOLVED: readonly (readonly [
  equation: string,
  variable: string,
  branches: readonly string[],
  ...assuming: string[],
])[] = [
  // curves turned round
  ['log(p/(1 - p)) = x', 'p', ['e^x/(1 + e^x)']],
  ['y = sigmoid(x)', 'x', ['-log((1 - y)/y), y > 0, y < 1']],
  ['y = log(1 + e^x)', 'x', ['log(e^y - 1), y > 0']],
  ['y = x/(1 + |x|)', 'x', ['y/(1 - y), y >= 0, y < 1', 'y/(1 + y), y > -1, y < 0']],
  ['y = tanh(x)', 'x', ['atanh(y), y > -1, y < 1']],
  ['y = (e^x - e^-x)/(e^x + e^-x)', 'x', ['log(sqrt((1 + y)/(1 - y))), y > -1, y < 1']],
  ['y = 1 - e^(-x)', 'x', ['-log(1 - y), y < 1']],
  ['y = sqrt(x)', 'x', ['y^2, y >= 0']],
  ['y = x^3', 'x', ['y^(1/3)']],
  ['y = x^2', 'x', ['sqrt(y), y >= 0', '-sqrt(y), y >= 0']],
  ['y = x^2', 'x', ['sqrt(y), y >= 0', '-sqrt(y), y = 0'], 'x >= 0'],
  ['x^2 = 9', 'x', ['3'], 'x > 0'],
  // numbers
  ['2*x + 3 = 7', 'x', ['2']],
  ['x^2 - 5*x + 6', 'x', ['2', '3']],
  ['x^2 = 2', 'x', ['sqrt(2)', '-sqrt(2)']],
  ['x^2 - x = 1', 'x', ['(1 + sqrt(5))/2', '(1 - sqrt(5))/2']],
  ['x^3 - 6*x^2 + 11*x - 6', 'x', ['1', '2', '3']],
  ['x^4 - 5*x^2 + 4', 'x', ['1', '-1', '2', '-2']],
  ['x^3 = x', 'x', ['0', '1', '-1']],
  ['2*x^3 - 3*x^2 + 2*x = 3', 'x', ['3/2']],
  ['x^5 = 32', 'x', ['2']],
  ['x^3 - x = 1', 'x', ['(sqrt(69)/18 + 1/2)^(1/3) - (sqrt(69)/18 - 1/2)^(1/3)']],
  [
    '2*x^3 - 6*x^2 + 3*x + 1/2',
    'x',
    [
      'sqrt(2)*cos(acos(sqrt(2)/4)/3) + 1',
      'sqrt(2)*cos(acos(sqrt(2)/4)/3 - 2*pi/3) + 1',
      'sqrt(2)*cos(acos(sqrt(2)/4)/3 - 4*pi/3) + 1',
    ],
  ],
  ['1/x + 1/(x + 1) = 3/2', 'x', ['1', '-2/3']],
  ['(x - 1)/(x^2 - 1) = 1/2', 'x', []],
  ['x/(x + 1) = 3', 'x', ['-3/2']],
  ['|x - 1| = 3', 'x', ['4', '-2']],
  ['2*|x| - |x - 1|', 'x', ['1/3', '-1']],
  ['|2*x - 1| = |x + 3|', 'x', ['4', '-2/3']],
  ['max(x + 2, |x - 3| - 1) = 3', 'x', ['1', '-1']],
  ['{x^2 if x >= 0 else -x} = 4', 'x', ['2', '-4']],
  ['sqrt(x + 7) = x - 5', 'x', ['9']],
  ['sqrt(x + 7) + 2 = sqrt(3 - x)', 'x', ['-6']],
  ['x - sqrt(x) = 2', 'x', ['4']],
  ['e^(2*x) - 3*e^x + 2', 'x', ['log(2)', '0']],
  ['4^x + 2^x = 6', 'x', ['1']],
  ['9^(x + 1) = 27', 'x', ['1/2']],
  ['(1/2)^x = 8', 'x', ['-3']],
  ['2^x = 3^(x - 1)', 'x', ['log(3)/(log(3) - log(2))']],
  ['2*sinh(x) + cosh(2*x) = 5', 'x', ['log(sqrt(5) - 2)', 'log(1 + sqrt(2))']],
  [
    'x^4 + 1 = 3*x^2',
    'x',
    ['1', '-1'].flatMap((s) => ['+', '-'].map((t) => `${s === '1' ? '' : '-'}sqrt((3 ${t} sqrt(5))/2)`)),
  ],
  ['log(x) + log(x + 3) = log(4)', 'x', ['1']],
  ['log(x)^2 = 4', 'x', ['e^2', 'e^-2']],
  ['x*e^x = 2*x', 'x', ['0', 'log(2)']],
  ['tan(atan(x)) = 1', 'x', ['1']],
  ['cosh(x) = 1', 'x', ['0']],
  ['erf(2*x) = erf(3)', 'x', ['3/2']],
  ['sin(x) = sin(a)', 'x', ['a + 2*pi*n, sin(pi*n) = 0', 'pi - a + 2*pi*n, sin(pi*n) = 0']],
  ['|x| = |y|', 'x', ['y', '-y']],
  // families
  ['sin(x) = 1/2', 'x', ['pi/6 + 2*pi*n, sin(pi*n) = 0', '5*pi/6 + 2*pi*n, sin(pi*n) = 0']],
  ['sin(x) = 0', 'x', ['pi*n, sin(pi*n) = 0']],
  ['tan(x) = 1', 'x', ['pi/4 + pi*n, sin(pi*n) = 0']],
  ['sin(x) = 2', 'x', []],
  ['sin(x) = 1/2', 'x', ['pi/6', '5*pi/6'], 'x >= 0', 'x < 2*pi'],
  ['cos(x) = -1/2', 'x', ['2*pi/3', '4*pi/3'], 'x >= 0', 'x <= 2*pi'],
  ['cos(x) = 0', 'x', ['-pi/2', 'pi/2'], 'x >= -pi', 'x <= pi'],
  ['tan(2*x) = 1', 'x', ['pi/8'], 'x > 0', 'x < pi/2'],
  // proved to have none
  ['e^x = -1', 'x', []],
  ['|x| = -1', 'x', []],
  ['x^2 = -1', 'x', []],
  ['x = x + 1', 'x', []],
  ['1/x', 'x', []],
  ['sqrt(x) = -2', 'x', []],
  ['e^x + 1 = -e^(-x)', 'x', []],
]

describe('solved completely', () => {
  for (const [equation, variable, branches, ...assuming] of SOLVED) {
    test(`${equation} for ${variable}`, () => {
      const solution = solve(equation, variable, { assuming })
      expect(verify(solution.derivation)).toEqual({ ok: true })
      expect(told(solution).sort()).toEqual([...branches].sort())
      expect(solution.reason).toBeUndefined()
      expect(solution.complete).toBe(true)
    })
  }

  test('no working contains a step that is not reversible', () => {
    for (const [equation, variable] of SOLVED) {
      const { derivation } = solve(equation, variable)
      expect(derivation.steps.filter((step) => step.relation === 'implies')).toEqual([])
    }
  })
})

describe('with parameters', () => {
  test.each([
    ['a*x + b = c', '(c - b)/a, a != 0', 1],
    ['a*x^n/(k^n + x^n) = y', '(y*k^n/(a - y))^(1/n), y*k^n/(a - y) > 0, n != 0', 2],
    ['y = a*e^(-b*e^(-c*x))', '-log(-log(y/a)/b)/c, log(y/a)/b < 0, c != 0', 3],
    ['y = d + (a - d)/(1 + e^((x - c)/b))', 'b*log((a - y)/(y - d)) + c, (a - y)/(y - d) > 0, b != 0', 1],
    ['a^x = b', 'log(b)/log(a), b > 0, a > 0, a != 1', 1],
  ] as const)('%s: what parameters leave out is a case of its own', (equation, main, others) => {
    const solution = solve(equation, 'x')
    for (const { derivation } of solution.branches) expect(verify(derivation)).toEqual({ ok: true })
    const [first, ...rest] = told(solution)
    expect(first).toBe(main)
    expect(rest).toHaveLength(others)
    // In each of them every x will do.
    expect(values(solution).filter((value) => value === 'x')).toHaveLength(others)
    expect(solution.complete).toBe(true)
  })

  test('where parameters are known not to be 0 there is no other case', () => {
    const positive = ['a > 0', 'b > 0', 'c > 0']
    expect(solve('y = a*e^(-b*e^(-c*x))', 'x', { assuming: positive }).branches).toHaveLength(1)
    expect(solve('a*x + b = c', 'x', { assuming: ['a != 0'] }).branches).toHaveLength(1)
  })
})

describe('with parameters that may be 0', () => {
  test('a quadratic equation that may be none', () => {
    const solution = solve('a*x^2 + b*x + c = 0', 'x')
    expect(verify(solution.derivation)).toEqual({ ok: true })
    expect(told(solution)).toEqual([
      '(sqrt(b^2 - 4*a*c) - b)/(2*a), b^2 >= 4*a*c, a != 0',
      '-(b + sqrt(b^2 - 4*a*c))/(2*a), b^2 >= 4*a*c, a != 0',
      '-c/b, b != 0, a = 0',
      'x, a = 0, b = 0, c = 0',
    ])
    expect(solution.complete).toBe(true)
  })

  test('one factor does not bind the other', () => {
    const solution = solve('(a*x + b)*(e^x - 3) = 0', 'x')
    expect(told(solution)).toEqual(['-b/a, a != 0', 'log(3)', 'x, a = 0, b = 0'])
    expect(solution.complete).toBe(true)
  })

  test('all values that 0 leaves', () => {
    const solution = solve('a*e^(2*x) + b*e^x + 1', 'x')
    expect(solution.complete).toBe(true)
    expect(solution.branches).toHaveLength(3)
  })
})

describe('not solved is not the same as no solution', () => {
  test.each(['x = cos(x)', 'x^5 - x + 1', 'e^x + x = 2', 'x^(2/x) = 2'])('%s', (equation) => {
    const solution = solve(equation, 'x')
    expect(solution.complete).toBe(false)
    expect(solution.reason).toBeDefined()
    expect(verify(solution.derivation)).toEqual({ ok: true })
  })
})

test('where every value is a solution, the variable stands for them', () => {
  expect(told(solve('x = x', 'x'))).toEqual(['x'])
  expect(told(solve('x/x = 1', 'x'))).toEqual(['x, x != 0'])
  expect(told(solve('log(x^2) = 2*log(x)', 'x'))).toEqual(['x, x > 0'])
  expect(told(solve('|x| = x', 'x'))).toEqual(['x, x >= 0'])
  expect(told(solve('a = 0', 'x'))).toEqual(['x, a = 0'])
})

test('derivatives in an equation are worked out first', () => {
  expect(told(solve('d/dx(x^2) = 4', 'x'))).toEqual(['2'])
})

test('the log-odds, line by line', () => {
  const { branches } = solve('log(p/(1 - p)) = x', 'p')
  expect(linesOf(branches[0]!.derivation).map((line) => print(line))).toEqual([
    'log(p/(1 - p)) = x',
    'p/(1 - p) = e^x',
    'p = e^x*(1 - p)',
    'p = e^x - p*e^x',
    'p + p*e^x = e^x',
    'p*(1 + e^x) = e^x',
    'p = e^x/(1 + e^x)',
  ])
})

test('comparing the two sides never contradicts a solution', () => {
  const counts = { equal: 0, unknown: 0 }
  for (const [equation, variable, , ...assuming] of SOLVED) {
    const { branches, derivation } = solve(equation, variable, { assuming })
    for (const { value, conditions } of branches) {
      const at = new Map([[variable, value]])
      const [left, right] = sidesOf(derivation.from).map((u) => substitute(u, at))
      const found = compare(left!, right!, { assuming: conditions, budget: { milliseconds: 100 } })
      expect(['equal', 'unknown'], `${equation}: ${print(value)}`).toContain(found.verdict)
      counts[found.verdict as keyof typeof counts] += 1
    }
  }
  expect(counts.equal).toBeGreaterThan(40)
})

describe('values', () => {
  test('are free of the unknown', () => {
    for (const [equation, variable] of SOLVED) {
      for (const { value, conditions } of solve(equation, variable).branches) {
        expect([value, ...conditions].flatMap(freeSymbols)).not.toContain(variable)
      }
    }
  })

  test('letters renamed, the same solutions', () => {
    const names = new Map([
      ['x', parse('q')],
      ['y', parse('r')],
      ['p', parse('x')],
    ])
    for (const [equation, variable, , ...assuming] of SOLVED) {
      if (assuming.length > 0) continue
      const renamed = substitute(parse(equation), names)
      const letter = print(names.get(variable)!)
      const expected = solve(equation, variable).branches.map(({ value }) => print(substitute(value, names)))
      expect(values(solve(renamed, letter)), equation).toEqual(expected.sort())
    }
  })

  test('a letter for whole numbers is one that nothing else has', () => {
    const { branches } = solve('sin(n*x) = m', 'x')
    expect(branches.flatMap(({ value }) => freeSymbols(value))).toContain('k')
    expect(branches.flatMap(({ conditions }) => conditions.map((c) => print(c)))).toContain('sin(pi*k) = 0')
  })
})

describe('what cannot be asked', () => {
  test.each(['x < 1', 'x != 2', 'x = 1 and y = 2'])('%s is no equation', (text) => {
    expect(() => solve(text, 'x')).toThrow(expect.objectContaining({ code: 'E407' }))
  })
  test('a letter that is none', () => {
    expect(() => solve('x = 1', '1+x')).toThrow(expect.objectContaining({ code: 'E403' }))
    expect(() => solve('x = 1', 'pi')).toThrow(expect.objectContaining({ code: 'E403' }))
  })
  test('an assumption that is none', () => {
    expect(() => solve('x = 1', 'x', { assuming: ['a + 1'] })).toThrow(
      expect.objectContaining({ code: 'E402' }),
    )
  })
})
