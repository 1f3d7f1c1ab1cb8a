/** Named curves recognised: under any letters, written in any way, and only where they are proved equal. */
import { describe, expect, test } from 'vitest'
import { knownAs, recognised } from '../../src/explain/forms/known-as.ts'
import { definitionSection } from '../../src/explain/sections/definition.ts'
import { resultSection } from '../../src/explain/sections/result.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { type Expr, freeSymbols, mentions, substitute, symbol } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { compare, parse, print } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const found = (u: Expr, variable: string): Expr | undefined =>
  knownAs(u, variable, { ...AMPLE, variable })?.call

describe('every curve of the table, its letters renamed', () => {
  test.each(CURVES.map((row) => [row.name, row] as const))('%s', (_, { letters, form }) => {
    const renamed = new Map(letters.map((letter, i) => [letter, symbol(i === 0 ? 'z' : `g_${i}`)]))
    const u = substitute(parse(form), renamed)
    if (!mentions(u, 'z')) return
    const call = found(u, 'z')
    expect(call).toBeDefined()
    if (!call) return
    expect(compare(u, call, { variable: 'z' })).toMatchObject({
      verdict: 'equal',
      where: [],
      domains: 'same',
    })
    expect(freeSymbols(call).sort()).toEqual(freeSymbols(u).sort())
  })
})

test.each([
  ['log(1+e^x)', 'x', 'softplus(x)'],
  ['e^x/(1+e^x)', 'x', 'sigmoid(x)'],
  ['(1+tanh(x/2))/2', 'x', 'sigmoid(x)'],
  ['L/(1+exp(-k*(t-m)))', 't', 'logistic3(t, L, k, m)'],
  ['K*exp(-b*exp(-r*t))', 't', 'gompertz(t, K, b, r)'],
  ['3/(1+exp(-2*(x-1)))', 'x', 'logistic3(x, 3, 2, 1)'],
])('%s in %s is %s', (formula, variable, call) => {
  expect(print(found(parse(formula), variable) as Expr)).toBe(call)
})

test.each(['x^2', 'sin(x)/x', 'tanh(x)', 'e^-x/(1+e^-x)^2', 'log(2+e^x)', 'x/x', 'a*b*c*x + 1'])(
  '%s is none of them',
  (formula) => expect(found(parse(formula), 'x')).toBeUndefined(),
)

describe('in the article', () => {
  const said = (formula: string): string => {
    const subject = subjectOf(formula, { ...AMPLE, variable: 'x' })
    return JSON.stringify([definitionSection(subject), resultSection(subject)], (_, value) =>
      value?.hash === undefined ? value : print(value),
    )
  }

  test('softplus by its form, and its derivative', () => {
    expect(said('log(1+e^x)')).toMatch(/definition\.known.*softplus\(x\).*result\.known.*sigmoid\(x\)/)
  })

  test('what has its name is not recognised, its derivative is', () => {
    expect(said('softplus(x)')).not.toContain('definition.known')
    expect(said('softplus(x)')).toContain('result.known')
  })

  test('a brief article does not search', () => {
    const subject = subjectOf('log(1+e^x)', { ...AMPLE, brief: true })
    expect(recognised(subject)).toEqual({ ofFunction: undefined, ofDerivative: undefined })
  })
})
