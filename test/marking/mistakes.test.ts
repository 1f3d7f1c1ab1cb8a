import { describe, expect, test } from 'vitest'
import { compare } from '../../src/decide/index.ts'
import { workedOut } from '../../src/derive/worked-out.ts'
import { isCondition } from '../../src/expression/condition.ts'
import { mark, parse } from '../../src/index.ts'
import { MISTAKES } from '../../src/marking/mistakes/index.ts'
import { compileRule } from '../../src/rules/compile.ts'

describe('the table of mistakes', () => {
  test('names are unique and there are many', () => {
    expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length)
    expect(MISTAKES.length).toBeGreaterThanOrEqual(25)
  })

  test.each(MISTAKES)('$name: every form can be read, and its letters are bound on the left', (mistake) => {
    for (const form of mistake.forms) {
      const rule = compileRule({ ...mistake, form })
      const left = compileRule({ ...mistake, form: `${form.split(/=>/)[0]}=> 0` })
      expect([...rule.letters].sort()).toEqual([...left.letters].sort())
    }
  })

  test.each(MISTAKES)('$name: its example is wrong and is explained by it', ({ name, example }) => {
    const [before, after] = example
    const first = parse(before)
    const found = isCondition(first) ? mark([before, after]) : mark([before, `= ${after}`])
    expect(found.lines[1]?.mark).toHaveProperty('mistake.name', name)
  })

  test.each(MISTAKES.filter(({ example: [before] }) => !isCondition(parse(before))))(
    '$name: the two lines of its example differ',
    ({ example: [before, after] }) => {
      expect(compare(workedOut(parse(before), {}).formula, parse(after)).verdict).toBe('different')
    },
  )
})
