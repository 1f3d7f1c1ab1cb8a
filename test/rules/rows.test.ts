/** Every row of the rule tables: well formed, and true at points, by enclosures. */
import { describe, expect, test } from 'vitest'
import { Canon } from '../../src/expression/canonical.ts'
import { type Expr, same } from '../../src/expression/expr.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { type CompiledRule, compileRule, isListLetter, isOfKind } from '../../src/rules/compile.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import type { Kind } from '../../src/rules/rule.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { questionLetters, Samples, sampleRule } from '../support/sample-rule.ts'

const ROWS = RULE_TABLES.flatMap((table) =>
  table.rules.map((rule) => ({ table: table.title, rule, row: compileRule(rule) })),
)

const parts = (u: Expr): Expr[] => (u.kind === 'call' ? [u, ...u.args.flatMap(parts)] : [u])
const heads = (u: Expr): string[] => parts(u).flatMap((p) => (p.kind === 'call' ? [p.head] : []))

describe('rows are well formed', () => {
  test('names are unique, those of rules read from right to left included', () => {
    const names = ROWS.flatMap(({ rule }) => [rule.name, ...(rule.back ? [rule.back.name] : [])])
    const twice = names.filter((name, i) => names.indexOf(name) !== i)
    expect(twice).toEqual([])
  })

  test('a row has a backward reading exactly if its form has two directions', () => {
    for (const { rule, row } of ROWS) {
      expect([rule.name, rule.back !== undefined]).toEqual([rule.name, row.twoWay])
    }
  })

  test('sentences and kinds speak of letters of the row only', () => {
    for (const { rule, row } of ROWS) {
      const sentences = [rule.say, rule.back?.say ?? '', rule.back?.whole ?? ''].join(' ')
      const said = [...sentences.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
      const strange = [...said, ...Object.keys(rule.where ?? {})].filter(
        (letter) => !row.letters.includes(letter as string),
      )
      expect([rule.name, strange]).toEqual([rule.name, []])
    }
  })

  test('each kind accepts what it says and nothing else', () => {
    const canon = new Canon(isTotal)
    const all = '0; 1; 3; -2; 1/3; -2/3; 1/2; -3/2; 5 - 5; 1 + 1; x; a; x - x; 0*a; pi; sqrt(2); a/a; e'
    const accepted = (kind: Kind, variable = 'x'): string =>
      all
        .split('; ')
        .filter((form) => isOfKind(kind, parsePattern(form), variable, canon))
        .join('; ')
    const numbers = '0; 1; 3; -2; 1/3; -2/3; 1/2; -3/2; 5 - 5; 1 + 1; x - x; 0*a'
    expect(accepted('constant')).toBe(all.replace('x; ', '').replace('x - x; ', ''))
    expect(accepted('constant', 'a')).toBe(all.replace(' a;', '').replace(' 0*a;', '').replace(' a/a;', ''))
    expect(accepted('variable')).toBe('x')
    expect(accepted('number')).toBe(numbers)
    expect(accepted('symbolic')).toBe('x; a; pi; sqrt(2); a/a; e')
    expect(accepted('integer')).toBe('1; 3; -2; 1 + 1')
    expect(accepted('positive integer')).toBe('1; 3; 1 + 1')
    expect(accepted('positive number')).toBe('1; 3; 1/3; 1/2; 1 + 1')
    expect(accepted('odd root')).toBe('1; 3; -2; 1/3; -2/3; 1 + 1')
    expect(isOfKind('constant', parsePattern('2'), undefined, canon)).toBe(false)
  })

  test('rows about derivatives and consequences are read one way, all others both ways', () => {
    for (const { rule, row } of ROWS) {
      expect([rule.name, row.twoWay]).toEqual([
        rule.name,
        !row.differential && rule.name !== 'raise both sides',
      ])
    }
  })

  test('the trusted reader and the full reader agree wherever both can read', () => {
    let compared = 0
    for (const { rule, row } of ROWS) {
      if (questionLetters(row).size > 0 || row.letters.some(isListLetter)) continue
      for (const form of [...rule.form.split(/<=>|=>/), ...(rule.provided ?? [])]) {
        const trusted = parsePattern(form)
        if (heads(trusted).some((head) => ['D', 'defined', 'interior'].includes(head))) continue
        expect([form, print(parse(form))]).toEqual([form, print(trusted)])
        expect([form, same(parse(form), trusted)]).toEqual([form, true])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(250)
  })

  test('no differentiation rule has a quotient around an exponential', () => {
    const isAround = (u: Expr): boolean => {
      if (u.kind !== 'call') return false
      const below = u.head === 'divide' || u.head === 'power'
      if (below && u.args.some((arg) => heads(arg).includes('exp'))) return true
      return u.args.some(isAround)
    }
    const rows = ROWS.filter(
      ({ table }) => table === 'differentiation' || table === 'derivatives of the functions',
    )
    expect(rows.length).toBeGreaterThan(30)
    for (const { rule, row } of rows) {
      expect([rule.name, isAround(row.from) || isAround(row.to)]).toEqual([rule.name, false])
    }
  })
})

describe('rows are true', () => {
  const report = (row: CompiledRule, seed: number): string => {
    const { usable, fault } = sampleRule(row, new Samples(row, seed), { enough: 40, tries: 3000 })
    if (fault) {
      const letters = Object.entries(fault.sample.letters).map(([name, u]) =>
        Array.isArray(u) ? `${name} = ${u.map((part) => print(part))}` : `${name} = ${print(u as Expr)}`,
      )
      const at = Object.entries(fault.sample.at).map(([name, r]) => `${name} = ${r.num}/${r.den}`)
      return `${fault.finding}: ${letters.join(', ')}; ${at.join(', ')}`
    }
    return usable >= (row.letters.length === 0 ? 1 : 30) ? 'holds' : `${usable} usable points`
  }

  for (const { title, rules } of RULE_TABLES) {
    test(title, () => {
      const found = rules.map((rule, i) => [rule.name, report(compileRule(rule), 1000 + i)])
      expect(found).toEqual(rules.map((rule) => [rule.name, 'holds']))
    })
  }

  test('a two-way row that would change a domain or a value has a condition against it', () => {
    for (const [i, { rule, row }] of ROWS.entries()) {
      if (!row.twoWay) continue
      const bare = { ...row, conditions: [] }
      const { fault } = sampleRule(bare, new Samples(row, 5000 + i), { enough: 60, tries: 400 })
      if (fault) expect([rule.name, row.conditions.length > 0]).toEqual([rule.name, true])
    }
  })
})
