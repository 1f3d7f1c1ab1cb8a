/** A glance in double precision at a few points: which guesses are worth a proof. Nothing is concluded from it. */
import { double } from '../decide/double.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'

/** Coordinates of the points: positive ones, for slips are often blind to the signs of letters. */
const COORDINATES = [
  [0.37, 0.81, 1.43, 0.59],
  [1.13, 0.47, 0.71, 1.9],
  [2.3, 1.7, 0.9, 0.31],
  [0.22, 0.35, 0.6, 0.77],
  [5.2, 3.1, 4.7, 2.6],
]
/** The points, for this many letters. */
export const pointsFor = (letters: number): number[][] =>
  COORDINATES.map((row) => Array.from({ length: letters }, (_, i) => row[i % row.length] as number))

/** The quantity at these points. */
export const doublesOf = (u: Expr, names: readonly string[]): number[] =>
  pointsFor(names.length).map(double(u, names))

const NEAR = 1e-9
const FEWEST_POINTS = 2

export class Glance {
  readonly #names: readonly string[]
  readonly #values: readonly number[]

  constructor(target: Expr, names: readonly string[] = freeSymbols(target)) {
    this.#names = names
    this.#values = doublesOf(target, names)
  }

  /** Has the target one value other than 0 at all points? */
  get isConstant(): boolean {
    const [first] = this.#values as [number]
    return (
      this.#names.length > 0 && first !== 0 && this.#values.every((value) => Math.abs(value - first) < NEAR)
    )
  }

  /** The constant c with u = c·target at the points, as far as doubles tell. */
  ratio(u: Expr): number | undefined {
    let c: number | undefined
    let [points, zeros] = [0, 0]
    for (const [i, value] of doublesOf(u, this.#names).entries()) {
      const target = this.#values[i] as number
      if (!Number.isFinite(value) || !Number.isFinite(target)) continue
      if (Math.abs(target) < NEAR) {
        if (Math.abs(value) > NEAR) return undefined
        zeros += 1
        continue
      }
      const here = value / target
      if (c !== undefined && Math.abs(here - c) > NEAR * Math.max(1, Math.abs(c))) return undefined
      c ??= here
      points += 1
    }
    if (points === 0 && zeros >= FEWEST_POINTS) return 1
    return points >= FEWEST_POINTS || (points === 1 && this.#names.length === 0) ? c : undefined
  }
}

const LARGEST_DENOMINATOR = 1000

/** The fraction with a small denominator that is meant by a double, if there is one. */
export function fractionNear(x: number): readonly [bigint, bigint] | undefined {
  for (let den = 1; den <= LARGEST_DENOMINATOR; den += 1) {
    const num = Math.round(x * den)
    if (Math.abs(x * den - num) < NEAR * Math.max(1, Math.abs(x * den))) return [BigInt(num), BigInt(den)]
  }
  return undefined
}
