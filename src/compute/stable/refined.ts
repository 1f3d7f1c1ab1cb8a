/** Borders between pieces found more closely: at points between two samples it is asked which of the forms is better. */
import type { Expr } from '../../expression/expr.ts'
import { candidateOf } from './candidate.ts'
import { between, type Piece, type Regimes } from './regimes.ts'
import type { Sample } from './samples.ts'
import { spot, truth } from './truth.ts'

const STEPS = 6
/** Samples whose other coordinates are taken. */
const LINES = 3

/** The regimes with better borders, where a variable tells them apart. */
export function refined(
  u: Expr,
  regimes: Regimes,
  names: readonly string[],
  samples: readonly Sample[],
): Regimes {
  const of = regimes.axis?.of
  const axis = of?.kind === 'symbol' ? names.indexOf(of.name) : -1
  if (axis < 0) return regimes
  const at = ({ at: point }: Sample): number => point[axis] as number
  const pieces = regimes.pieces.map((piece, k): Piece => {
    const { form, below } = piece
    const next = regimes.pieces[k + 1]
    if (below === undefined || !next) return piece
    let low = Math.max(...samples.map(at).filter((x) => x < below))
    let high = Math.min(...samples.map(at).filter((x) => x >= below))
    const near = [...samples].sort((a, b) => distance(at(a), below) - distance(at(b), below)).slice(0, LINES)
    for (let step = 0; step < STEPS; step += 1) {
      const middle = between(low, high)
      if (!(middle > low && middle < high)) break
      const points = near.flatMap((sample): Sample[] => {
        const point = sample.at.map((x, i) => (i === axis ? middle : x))
        const place = spot(names, point)
        const right = truth(u, place)
        return Number.isFinite(right) ? [{ at: point, spot: place, right }] : []
      })
      if (points.length === 0) break
      const [left, other] = [form, next.form].map((one) => candidateOf(one, names, points).loss) as [
        number,
        number,
      ]
      if (left <= other) low = middle
      else high = middle
    }
    return { form, below: between(low, high) }
  })
  return { ...regimes, pieces }
}

/** By size, and on which side of 0. */
const distance = (x: number, y: number): number =>
  x === y ? 0 : x > 0 === y > 0 ? Math.abs(Math.log2(Math.abs(x)) - Math.log2(Math.abs(y))) : 3_000
