/** KaTeX sets all LaTeX that is written, without a word of complaint. */
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { explain, render } from '../../src/explain/index.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { arbitraryCondition, arbitraryExpr } from '../support/arbitrary-expr.ts'
import { parsePattern } from '../support/full-pattern.ts'

function expectSet(latex: string, displayMode = false): void {
  try {
    katex.renderToString(latex, { throwOnError: true, strict: 'error', displayMode })
  } catch (error) {
    throw new Error(`${latex}: ${error}`)
  }
}

test('random terms and conditions', () => {
  for (const of of [arbitraryExpr, arbitraryCondition]) {
    fc.assert(
      fc.property(of, (u) => expectSet(print(u, 'latex'))),
      { numRuns: 2_000, seed: 20 },
    )
  }
})

test('both sides of every rule', () => {
  const rules = RULE_TABLES.flatMap(({ rules: rows }) => rows)
  const sides = rules.flatMap(({ form }) => form.split(/ (?:<=>|=>) /))
  expect(rules.length).toBeGreaterThan(200)
  for (const side of sides) expectSet(print(parsePattern(side), 'latex'))
})

test('every function and curve, and its definition', () => {
  for (const row of [...PRIMITIVES, ...DEFINITIONS, ...CURVES]) {
    expectSet(print(parse(`${row.name}(${row.letters.join(', ')})`, { notation: 'plain' }), 'latex'))
    if ('form' in row) expectSet(print(parse(row.form, { notation: 'plain' }), 'latex'))
  }
})

/** The formulas of a text between dollar signs, `\[ … \]` and in `align*`. */
const FORMULAS =
  /\\begin\{align\*\}[\s\S]*?\\end\{align\*\}|\\\[(?<shown>[\s\S]*?)\\\]|\$\$(?<block>[\s\S]*?)\$\$|(?<![\\$])\$(?<inner>[^$]+?)\$/g

describe('every formula of an article', () => {
  const whole = ['1/(1+e^-x)', 'x^2*sin(x)', 'gompertz', 'hill(x)', '{x*sqrt(x^2) if x > -1 else log(EC50)}']
  const brief = CURVES.map(({ name }) => name)
  test.each([
    ...whole.map((formula) => [formula, false] as const),
    ...brief.map((name) => [name, true] as const),
  ])('%s', (formula, isBrief) => {
    const variable = CURVES.find(({ name }) => name === formula)?.letters[0] ?? 'x'
    const article = explain(formula, { brief: isBrief, variable })
    for (const format of ['latex', 'md'] as const) {
      const found = [...render(article, format).matchAll(FORMULAS)]
      expect(found.length).toBeGreaterThan(2)
      for (const { 0: all, groups = {} } of found) {
        const { shown, block, inner } = groups
        expectSet(shown ?? block ?? inner ?? all, inner === undefined)
      }
    }
  })
})
