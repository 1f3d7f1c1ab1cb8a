/** A named curve is only its definition: nothing else is known of it. */
import { describe, expect, test } from 'vitest'
import { type DifferentiateOptions, differentiate, ROUTES } from '../../src/derive/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { call, type Expr, same, substitute, symbol } from '../../src/expression/expr.ts'
import { CURVES, DEFINITIONS } from '../../src/functions/index.ts'
import { parsePattern } from '../../src/rules/pattern.ts'

const OTHER = ['t', 'p', 'q', 'r', 's', 'w']

describe.each([...CURVES, ...DEFINITIONS])('$name', ({ name, letters, form }) => {
  const others = letters.map((_, i) => symbol(OTHER[i] as string))
  const names = new Map<string, Expr>(letters.map((letter, i) => [letter, others[i] as Expr]))
  const variable = letters[0] as string
  const body = parsePattern(form)
  const routes = ['shortest', ...ROUTES.filter((route) => route !== 'logarithmic')]
  test.each(routes)('%s', (route) => compare(route))
  function compare(route: string): void {
    const options = (route === 'shortest' ? {} : { route }) as DifferentiateOptions
    const named = differentiate(call(name, letters.map(symbol)), { ...options, variable })
    const typed = differentiate(substitute(body, names), { ...options, variable: 't' })
    expect(verify(named)).toEqual({ ok: true })
    expect(verify(typed)).toEqual({ ok: true })
    const [first, ...rest] = named.steps
    expect(first?.rule).toBe(`definition of ${name}`)
    expect(same(first?.after as Expr, body)).toBe(true)
    expect(rest.map((step) => step.rule)).toEqual(typed.steps.map((step) => step.rule))
    expect(rest.map((step) => step.path)).toEqual(typed.steps.map((step) => step.path))
    expect(same(substitute(named.to, names), typed.to)).toBe(true)
    expect(named.conditions.length).toBe(typed.conditions.length)
    for (const [i, condition] of named.conditions.entries())
      expect(same(substitute(condition, names), typed.conditions[i] as Expr)).toBe(true)
  }
})
