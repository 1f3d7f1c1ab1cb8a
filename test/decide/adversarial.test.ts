/** Pairs made to mislead: whatever compare says of them must be true, and accepted by the checker. */
import { expect, test } from 'vitest'
import { compare, type Verdict } from '../../src/decide/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { parse } from '../../src/syntax/index.ts'
import { type Trap, traps } from '../support/adversarial.ts'
import { cases } from '../support/cases.ts'
import { agree, isValue, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { falsehood, reported } from '../support/verdicts.ts'

const WRITTEN: readonly Trap[] = cases('misleading').map(({ input, answer }) => {
  const [left = '', right = ''] = input.split(' ; ')
  return { kind: 'written', left, right, truth: answer as Trap['truth'] }
})
const MADE = traps(new Random(3), 280)

/** What is wrong with a verdict, in words. */
function fault(verdict: Verdict, { left, right, truth }: Trap): string | undefined {
  if (verdict.verdict === 'unknown') return undefined
  const question = { left: parse(left), right: parse(right) }
  if (verdict.verdict !== truth) return reported(question, verdict, `it is ${truth}`)
  const checked = verify(verdict.certificate)
  if (!checked.ok) return reported(question, verdict, `refused: ${checked.reason}`)
  const shown = falsehood(verdict, question, new Random(5))
  return shown === undefined ? undefined : reported(question, verdict, shown)
}

test.each(
  [...new Set(MADE.map(({ kind }) => kind))].map(
    (kind) => [kind, MADE.filter((trap) => trap.kind === kind)] as const,
  ),
)('%s', (_, some) => {
  expect(some.flatMap((trap) => fault(compare(trap.left, trap.right), trap) ?? [])).toEqual([])
})

test('most of them are decided', () => {
  const decided = MADE.filter(({ left, right }) => compare(left, right).verdict !== 'unknown')
  expect(decided.length).toBeGreaterThanOrEqual(0.9 * MADE.length)
})

test.each(WRITTEN.map((trap) => [trap.left, trap.right, trap] as const))('%s ; %s', (left, right, trap) => {
  const verdict = compare(left, right)
  expect(fault(verdict, trap)).toBeUndefined()
  expect(verdict.verdict).toBe(trap.truth)
})

test('the pairs are what they are said to be', () => {
  const random = new Random(9)
  const wrong: string[] = []
  for (const { left, right, truth } of [...WRITTEN, ...MADE]) {
    const [u, v] = [parse(left), parse(right)]
    for (let i = 0; i < 8; i += 1) {
      const at = { x: random.rational(), a: random.rational(), b: random.rational(), y: random.rational() }
      const [a, b] = [valueAt(u, at), valueAt(v, at)]
      if (truth === 'equal' && isValue(a) && isValue(b) && agree(a, b) === 'differs')
        wrong.push(`${left} ; ${right}`)
      if (truth === 'disjoint' && isValue(a) && isValue(b)) wrong.push(`${left} ; ${right}`)
    }
  }
  expect(wrong).toEqual([])
})
