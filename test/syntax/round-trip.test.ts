import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expr, exp, integer, same, substitute } from '../../src/expression/expr.ts'
import { bracketed, parse, print, READ_NOTATIONS } from '../../src/syntax/index.ts'
import { arbitraryCondition, arbitraryExpr } from '../support/arbitrary-expr.ts'

const RUNS = { numRuns: 10_000, seed: 20 }

describe('what is printed reads back as the same term', () => {
  test.each(READ_NOTATIONS)('10,000 terms in %s', (notation) => {
    // MATLAB has no name for e but exp(1).
    const meant = (u: Expr): Expr =>
      notation === 'matlab' ? substitute(u, new Map([['e', exp(integer(1))]])) : u
    fc.assert(
      fc.property(arbitraryExpr, (u) => same(parse(print(u, notation), { notation }), meant(u))),
      RUNS,
    )
  })

  test('10,000 terms as mathematics writes them when nobody says which', () => {
    fc.assert(
      fc.property(arbitraryExpr, (u) =>
        (['plain', 'latex', 'unicode'] as const).every((notation) => same(parse(print(u, notation)), u)),
      ),
      RUNS,
    )
  })

  test('10,000 terms with all brackets', () => {
    fc.assert(
      fc.property(arbitraryExpr, (u) => same(parse(bracketed(u)), u)),
      RUNS,
    )
  })

  test('conditions on their own', () => {
    fc.assert(
      fc.property(arbitraryCondition, (u) => same(parse(print(u)), u) && same(parse(print(u, 'latex')), u)),
      { ...RUNS, numRuns: 2_000 },
    )
  })
})

test('random terms are of every kind', () => {
  const heads = new Set<string>()
  const visit = (u: ReturnType<typeof parse>): void => {
    if (u.kind !== 'call') return
    heads.add(u.head)
    u.args.forEach(visit)
  }
  for (const u of fc.sample(arbitraryExpr, RUNS)) visit(u)
  expect(heads.size).toBeGreaterThan(60)
  for (const head of ['piecewise', 'D', 'at', 'and', 'or', '!=', 'gompertz', 'logb', 'root']) {
    expect(heads).toContain(head)
  }
})
