/**
 * The tests of the rule tables are themselves tested: each row with one thing wrong must be
 * refused by the same samples. What is left over is still true, and listed with the reason.
 */
import { describe, expect, test } from 'vitest'
import { Canon } from '../../src/expression/canonical.ts'
import { isCondition } from '../../src/expression/condition.ts'
import { integer } from '../../src/expression/expr.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { type CompiledRule, compileRule } from '../../src/rules/compile.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { corruptedConditions, corruptedSide } from '../support/corrupt.ts'
import { Samples, sampleRule } from '../support/sample-rule.ts'
import { STILL_TRUE } from './still-true.ts'

/** The row with one thing wrong, in words; what a calculation undoes is none, nor is −0. */
function* corrupted(row: CompiledRule): Generator<readonly [string, CompiledRule]> {
  const canon = new Canon(isTotal)
  for (const side of row.twoWay ? (['from', 'to'] as const) : (['to'] as const)) {
    for (const [what, wrong] of corruptedSide(row[side])) {
      const noSign = what === 'sign' && canon.key(row.to) === canon.key(integer(0))
      if (!noSign && !canon.same(wrong, row[side]))
        yield [`${side === 'from' ? 'left' : 'right'}: ${what}`, { ...row, [side]: wrong }]
    }
  }
  for (const letter of Object.keys(row.rule.where ?? {})) {
    const { [letter]: _, ...where } = row.rule.where ?? {}
    yield [`kind of ${letter} dropped`, { ...row, rule: { ...row.rule, where } }]
  }
  for (const [what, conditions] of corruptedConditions(row.conditions)) {
    yield [what, { ...row, conditions }]
  }
}

/** Do the samples refuse the row: by a counterexample, or for want of points that say anything? */
function refused(row: CompiledRule, samples: Samples): boolean {
  const enough = row.letters.length === 0 ? 1 : 30
  // A statement is looked at for many whole numbers, and its points are made to satisfy it.
  const last = isCondition(row.from) ? 700 : 2000
  for (const [tries, most] of [
    [300, 40],
    [last, 400],
  ] as const) {
    const { usable, fault } = sampleRule(row, samples, { enough: most, tries })
    if (fault) return true
    if (tries === last) return usable < enough
  }
  return false
}

describe('every row with one thing wrong is refused', () => {
  const counts = { made: 0, left: 0 }
  for (const { title, rules } of RULE_TABLES) {
    test(title, () => {
      const left: string[] = []
      for (const [i, rule] of rules.entries()) {
        const row = compileRule(rule)
        const samples = new Samples(row, 1000 + i)
        for (const [what, wrong] of corrupted(row)) {
          counts.made += 1
          const isRefused = wrong.rule === rule && refused(wrong, samples)
          const fresh = wrong.rule !== rule || isCondition(row.from)
          if (!isRefused && !(fresh && refused(wrong, new Samples(wrong, 3000 + i)))) {
            left.push(`${rule.name}: ${what}`)
          }
        }
      }
      counts.left += left.length
      expect(left.sort()).toEqual((STILL_TRUE[title] ?? []).map(([what]) => what).sort())
    })
  }

  test('there were many', () => {
    expect(counts.left).toBe(Object.values(STILL_TRUE).flat().length)
    expect(counts.made).toBeGreaterThan(1500)
  })
})
