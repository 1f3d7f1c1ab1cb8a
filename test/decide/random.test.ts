/**
 * Random pairs, true and false ones: whatever compare says of them is true, its certificates are
 * accepted, and damaged ones are refused or true. `OGEE_LONG=10000` makes so many pairs of each.
 */
import { expect, test } from 'vitest'
import { compare, type Verdict, type VerdictCertificate } from '../../src/decide/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { traps } from '../support/adversarial.ts'
import { Random } from '../support/random.ts'
import { falsePair, truePair } from '../support/random-pairs.ts'
import { claimOf, mutatedVerdict } from '../support/verdict-mutants.ts'
import { falsehood, isExcepted, type Question, reported } from '../support/verdicts.ts'

const COUNT = Number(process.env.OGEE_LONG ?? 150)
const HOURS = 3_600_000
/** The share that is decided: of 10,000, 99 in 100. */
const DECIDED = 0.98

const certificates: VerdictCertificate[] = []

function fault(verdict: Verdict, question: Question, truth: Verdict['verdict'], random: Random): string[] {
  if (verdict.verdict === 'unknown' || isExcepted(verdict, question)) return []
  if (verdict.verdict !== truth) return [reported(question, verdict, `it is ${truth}`)]
  certificates.push(verdict.certificate)
  const checked = verify(verdict.certificate)
  if (!checked.ok) return [reported(question, verdict, `refused: ${checked.reason}`)]
  const shown = falsehood(verdict, question, random, 12)
  return shown === undefined ? [] : [reported(question, verdict, shown)]
}

test.each([
  ['equal', truePair],
  ['different', falsePair],
] as const)('random pairs that are %s', { timeout: HOURS }, (truth, pair) => {
  const random = new Random(truth === 'equal' ? 21 : 22)
  const wrong: string[] = []
  let unknown = 0
  for (let i = 0; i < COUNT; i += 1) {
    const question = pair(random)
    const verdict = compare(question.left, question.right, { assuming: question.assuming ?? [] })
    if (verdict.verdict === 'unknown') unknown += 1
    wrong.push(...fault(verdict, question, truth, random))
  }
  expect(wrong).toEqual([])
  expect(1 - unknown / COUNT).toBeGreaterThanOrEqual(DECIDED)
})

test('damaged certificates are refused or true', { timeout: HOURS }, () => {
  const random = new Random(23)
  const misleading = traps(random, COUNT).flatMap(({ left, right }) => {
    const verdict = compare(left, right)
    return verdict.verdict === 'unknown' ? [] : [verdict.certificate]
  })
  const originals = [...certificates, ...misleading]
  const wrong: string[] = []
  let refused = 0
  for (let i = 0; i < 4 * COUNT; i += 1) {
    const mutant = mutatedVerdict(random, random.pick(originals))
    if (!verify(mutant).ok) {
      refused += 1
      continue
    }
    const { question, verdict } = claimOf(mutant)
    const shown = falsehood(verdict, question, random, 12)
    if (shown !== undefined) wrong.push(reported(question, verdict, shown))
  }
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(2 * COUNT)
})
