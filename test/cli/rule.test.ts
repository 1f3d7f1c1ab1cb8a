/** `ogee rule`: every rule has a page, and its example holds. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ruleData, rulePage } from '../../src/cli/rule-page.ts'
import { exampleOf } from '../../src/derive/rule-example.ts'
import { PRIMITIVES } from '../../src/functions/index.ts'
import { parse } from '../../src/index.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { compileRule } from '../../src/rules/compile.ts'
import { build, ogee } from './run-ogee.ts'

const RULES = RULE_TABLES.flatMap((table) => table.rules.map((rule) => ({ table, rule })))

beforeAll(build)

describe('a page', () => {
  test('says what a rule says, needs, does to the domain, and shows it', async () => {
    const { code, stdout, stderr } = await ogee(['rule', 'power-rule'])
    expect([code, stderr]).toEqual([0, ''])
    for (const part of [
      'D(u^n) => n*u^(n - 1)*D(u)',
      'differentiation',
      'bring down',
      'odd denominator',
      'domain',
      'd/dx((x^2 + 1)^3) = ',
    ]) {
      expect(stdout.toLowerCase()).toContain(part.toLowerCase())
    }
  })

  test.each([['Power Rule'], ['power_rule'], ['POWER-RULE'], [' power  rule ']])(
    'is found as %j',
    async (name) => {
      expect((await ogee(['rule', name])).stdout).toBe((await ogee(['rule', 'power rule'])).stdout)
    },
  )

  test('is found by the name that the rule has from right to left', async () => {
    const { stdout } = await ogee(['rule', 'write-as-a-negative-power'])
    expect(stdout).toContain('v*u^(-n) <=> v/u^n')
    expect(stdout).toContain('right to left, as "write as a negative power"')
  })

  test('as JSON carries the row', async () => {
    const { stdout } = await ogee(['rule', 'cancel-a-factor', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'ogee/1',
      kind: 'rule',
      name: 'cancel a factor',
      table: 'fractions',
      form: '(u*w)/(v*w) <=> u/v',
      provided: ['w != 0'],
      example: { conditions: [] },
    })
  })

  test.each([
    ['powr-rule', /did you mean "power rule"\?/],
    ['power', /did you mean "power rule", /],
    ['no such rule', /ogee rule lists them all/],
  ])('for %s there is advice', async (name, advice) => {
    const { code, stdout, stderr } = await ogee(['rule', name])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error\[E509\]/)
    expect(stderr).toMatch(advice)
  })
})

test('every rule has a page and, but for definitions, a checked example', () => {
  const without = RULES.filter(({ rule }) => !exampleOf(compileRule(rule))).map(({ table }) => table.title)
  expect([...new Set(without)]).toEqual(['definitions'])
  for (const { rule } of RULES) {
    const page = rulePage(rule, false)
    expect(page).toContain(rule.form)
    expect(page).not.toMatch(/\{\w\}|undefined|interior\((x|1)\)/)
    const { example } = ruleData(rule) as { example?: { from: string; to: string } }
    for (const side of example ? [example.from, example.to] : []) expect(() => parse(side)).not.toThrow()
  }
})

test('without a name, every rule is listed once', async () => {
  const { code, stdout } = await ogee(['rule'])
  expect(code).toBe(0)
  for (const { rule } of RULES) expect(stdout).toContain(`  ${rule.name} `)
  expect(stdout.match(/=>/g)).toHaveLength(RULES.length)
  const json = JSON.parse((await ogee(['rule', '--json'])).stdout)
  expect(json).toMatchObject({ schema: 'ogee/1', kind: 'rules' })
  expect(json.tables).toHaveLength(RULE_TABLES.length)
})

test('--axioms lists every function and every rule that is asserted, and how they are tested', async () => {
  const { stdout } = await ogee(['rule', '--axioms'])
  for (const { name, letters } of PRIMITIVES) expect(stdout).toContain(`  ${name}(${letters.join(', ')}) `)
  expect(stdout).toContain('D(u*v) => D(u)*v + u*D(v)')
  expect(stdout).not.toContain('definition of sigmoid')
  expect(stdout).toContain('test/rules')
  const json = JSON.parse((await ogee(['rule', '--axioms', '--json'])).stdout)
  expect(json).toMatchObject({ schema: 'ogee/1', kind: 'axioms' })
  const asserted = json.tables.flatMap(({ rules }: { rules: unknown[] }) => rules).length
  expect(stdout).toContain(`Asserted as rules: ${asserted}`)
})

test.each([['chain rule'], ['Chain-Rule']])(
  '%s has a page: it acts within rows, which are listed',
  async (name) => {
    const { code, stdout } = await ogee(['rule', name])
    expect(code).toBe(0)
    const json = JSON.parse((await ogee(['rule', name, '--json'])).stdout)
    expect(json.within).toEqual(RULES.flatMap(({ rule }) => (rule.chain ? [rule.name] : [])))
    for (const { rule } of RULES) if (rule.chain) expect(stdout).toContain(rule.form)
  },
)
