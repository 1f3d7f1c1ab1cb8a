/**
 * Separation: a direction in which no row's loss grows and some row's falls for ever, so that there is no best
 * estimate (A. Albert, J. A. Anderson, On the existence of maximum likelihood estimates in logistic regression models,
 * Biometrika 71 (1984)). Newton's steps lead along such a direction; that it is one is checked on every row. It is
 * complete if every row has a margin, and quasi-complete if the margin of some rows is exactly 0.
 */
import { add, call, type Expr, integer, multiply, negate, symbol } from '../../expression/expr.ts'
import { exactDirection } from './exact-direction.ts'
import { parametersOf, type Scaling } from './scaling.ts'
import type { Problem, Terms } from './terms.ts'

export interface Separation {
  readonly kind: 'complete' | 'quasi'
  /** The direction, in the units of the columns: the constant first. */
  readonly direction: readonly number[]
  /** Rows whose margin is 0. */
  readonly onBorder: number
}

const sign = (u: Expr): Expr => call('sign', [u])
const size = (u: Expr): Expr => call('abs', [u])

/** What a margin may be wrong by, as a part of the sum of the sizes of its terms. */
const roundingOf = (terms: number): number => (terms + 4) * 2 ** -52
/** Margins of rows on the border are this small along a direction that has not settled yet. */
const UNSETTLED = 1e-3

/**
 * Sums over the rows: how many there are; of the signs of their margins, as good as a tolerance allows, and as bad.
 * The margin is z where the outcome is 1, −z where it is 0, −|z| where it is both.
 */
export function marginSums({ y, z, features, weight, names }: Terms): readonly Expr[] {
  const [yes, no] = [sign(y), sign(add(integer(1), negate(y)))]
  const margin = add(multiply(add(yes, negate(no)), z), negate(multiply(multiply(yes, no), size(z))))
  const [b0 = '', ...b] = names.b
  const sizes = features.map((f, j) => size(multiply(symbol(b[j] as string), f)))
  const slack = multiply(symbol(toleranceOf(names)), add(size(symbol(b0)), ...sizes))
  const counted = (u: Expr): Expr => (weight ? multiply(sign(weight), u) : u)
  return [counted(integer(1)), counted(sign(add(margin, slack))), counted(sign(add(margin, negate(slack))))]
}

/** The constant is not shifted, so the letter of its shift is free. */
const toleranceOf = ({ m }: Terms['names']): string => m[0] as string

interface Asked {
  readonly problem: Problem
  readonly terms: Terms
  readonly scaling: Scaling
  readonly sums: readonly Expr[]
}

/** The separation along a direction in scaled columns, if it is one. */
export async function separationAlong(
  direction: Float64Array,
  asked: Asked,
): Promise<Separation | undefined> {
  const { problem, terms, scaling } = asked
  const counts = async (tolerance: number): Promise<readonly number[]> => [
    ...(await problem.rows.sums(asked.sums, {
      ...parametersOf(terms, scaling, direction),
      [toleranceOf(terms.names)]: tolerance,
    })),
  ]
  const near = inUnits(direction, scaling)
  const [rows, , bad] = await counts(roundingOf(direction.length))
  if (bad === rows) return { kind: 'complete', direction: near, onBorder: 0 }
  const [, good] = await counts(UNSETTLED)
  return good === rows ? exactDirection(near, problem, scaling, UNSETTLED) : undefined
}

/** Coefficients of shifted and scaled columns as those of the columns themselves. */
export function inUnits(b: Float64Array, { shifts, scales }: Scaling): number[] {
  const slopes = b.map((value, j) => (j === 0 ? 0 : value * (scales[j] as number)))
  let [sum, rest] = [b[0] as number, 0]
  for (let j = 1; j < b.length; j += 1) {
    const term = -(slopes[j] as number) * (shifts[j] as number)
    const after = sum + term
    rest += Math.abs(sum) >= Math.abs(term) ? sum - after + term : term - after + sum
    sum = after
  }
  return [sum + rest, ...slopes.slice(1)]
}
