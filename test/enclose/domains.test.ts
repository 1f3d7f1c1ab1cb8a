import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluateExpr } from '../../src/enclose/evaluate.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { parse } from '../../src/syntax/index.ts'

const rows = readFileSync(new URL('domains.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('==>'))
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [formula, point, answer] = line.split(/ \| | ==> /) as [string, string, string]
    const at = point.split(', ').map((entry) => entry.split(' = ') as [string, string])
    return { line, formula, at, answer }
  })

describe('where formulas are defined, and what they are there', () => {
  test('there are enough rows of each kind', () => {
    const count = (answer: string): number => rows.filter((row) => row.answer === answer).length
    expect(count('undefined')).toBeGreaterThan(40)
    expect(count('unknown')).toBeGreaterThan(4)
    expect(rows.length - count('undefined') - count('unknown')).toBeGreaterThan(40)
  })

  test.each(rows)('$line', ({ formula, at, answer }) => {
    const values = new Map<string, Expr>(at.map(([name, value]) => [name, parse(value)]))
    const milliseconds = answer === 'unknown' ? 300 : 10_000 // other tests run at the same time
    const found = evaluateExpr(parse(formula), values, { milliseconds })
    expect(found.verdict === 'value' ? found.value : found.verdict).toBe(answer)
  })
})
