/** Claims with known answers: none judged wrongly, few left open, and every certificate accepted. */
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/analyse/verify.ts'
import { judge } from '../../src/judging/index.ts'
import { cases } from '../support/cases.ts'

const LEAST_DECIDED = 0.9
/** Enough that the speed of the machine does not decide. */
const budget = { milliseconds: 20_000 }

const all = cases('claims').map((row) => ({ ...row, judgement: judge(row.input, { budget }) }))

test('there are enough of them, half of them false', () => {
  expect(all.length).toBeGreaterThan(200)
  expect(all.filter(({ answer }) => answer === 'false').length).toBeGreaterThan(all.length * 0.4)
})

test('none is judged wrongly', () => {
  const wrong = all.filter(({ judgement, answer }) => ![answer, 'unknown'].includes(judgement.verdict))
  expect(wrong.map(({ input }) => input)).toEqual([])
})

test('most are decided, and an open one says why', () => {
  const open = all.flatMap(({ judgement }) => (judgement.verdict === 'unknown' ? [judgement] : []))
  expect(open.length).toBeLessThanOrEqual(all.length * (1 - LEAST_DECIDED))
  for (const { reason } of open) expect(reason).toMatch(/\w/)
})

describe('certificates', () => {
  test.each(all)('$input', ({ judgement }) => {
    if (judgement.verdict === 'unknown') return
    const certificates = judgement.certificates()
    expect(certificates.length).toBeGreaterThan(0)
    for (const certificate of certificates) expect(verify(certificate)).toEqual({ ok: true })
  })
})
