/**
 * May a form stand for the formula? It is asked at points that it was not chosen by as well, and piece by piece: where it
 * is not clearly better the formula stays as it is written.
 */
import type { Expr } from '../../expression/expr.ts'
import { type Candidate, candidateOf, lossOf } from './candidate.ts'
import { type Piece, type Regimes, valuesOf } from './regimes.ts'
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

/** The regimes with the formula as it is written in pieces where, at these points, another form is not clearly better. */
export function warranted(
  u: Expr,
  regimes: Regimes,
  names: readonly string[],
  points: readonly Sample[],
): Regimes {
  const { axis, pieces } = regimes
  if (!axis || pieces.length === 1) return regimes
  const values = valuesOf(axis.of, names, points)
  const kept = pieces.map((piece, k): Piece => {
    const from = pieces[k - 1]?.below ?? -Infinity
    const there = points.filter((_, i) => {
      const value = values[i] as number
      return value >= from && (piece.below === undefined || value < piece.below)
    })
    if (piece.form === u || there.length === 0) return piece
    const [plain, other] = [u, piece.form].map((form) => candidateOf(form, names, there).mean) as [
      number,
      number,
    ]
    return other < plain - WORTH ? piece : { ...piece, form: u }
  })
  // neighbours that are alike are one piece
  return { axis, pieces: kept.filter(({ form }, k) => kept[k + 1]?.form !== form) }
}
