/** May a form stand for the formula? It is asked at points that it was not chosen by as well. */
import { type Candidate, lossOf } from './candidate.ts'
import type { Sample } from './samples.ts'

/** A form that saves fewer wrong bits on average is not worth being another one. */
export const WORTH = 0.1

/** Both measured at the same samples. */
export type Trial = readonly [before: Candidate, after: Candidate, samples: readonly Sample[]]

/** Bits lost for each that is gained. */
const MOST_LOST = 0.15
/** What is lost on average at everyday points, and at points that the form was not chosen by: rounding hardly counts. */
const MOST_EVERYDAY = 0.08
const MOST_ELSEWHERE = 0.05

const isEveryday = (x: number): boolean => Math.abs(x) < 1e3 && Math.abs(x) > 1e-3

/** It gains much more at some points than it loses at others, and loses nothing on average where letters are of everyday size. */
export function isHarmless(chosenBy: Trial, other: Trial): boolean {
  let [gained, lost] = [0, 0]
  let [everyday, count] = [0, 0]
  for (const [before, after, samples] of [chosenBy, other])
    before.wrong.forEach((bits, i) => {
      const now = after.wrong[i] as number
      gained += Math.max(0, bits - now)
      lost += Math.max(0, now - bits)
      if (!(samples[i] as Sample).at.every(isEveryday)) return
      everyday += lossOf(now) - lossOf(bits)
      count += 1
    })
  const [before, after] = other
  return (
    lost <= gained * MOST_LOST &&
    everyday <= MOST_EVERYDAY * count &&
    after.loss <= before.loss + MOST_ELSEWHERE
  )
}
