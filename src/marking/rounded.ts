/** Rounded values: 0.333 is not 1/3, but it is what 1/3 rounds to, and no mistake. */

import { double } from '../decide/double.ts'
import type { Condition } from '../expression/condition.ts'
import { type Expr, freeSymbols, isCall } from '../expression/expr.ts'
import { solutionsIn } from './in-time.ts'
import { solvedForm } from './solved.ts'

/** Why a rounded value is not accepted as equal. */
export const ROUNDED = 'a rounded value: write ≈'

const SOLVING = 1_000

/** Is the decimal what the quantity without letters rounds to? */
export const isRoundedValue = (from: Expr, to: Expr): boolean =>
  freeSymbols(from).length === 0 && isNear(double(from, [])([]), to)

/** Is each value of the line a solution of the one before, rounded? */
export function isRoundedSolution(from: Condition, to: Condition): boolean {
  const solved = solvedForm(to)
  if (!solved || (!isCall(from, '=') && !isCall(from, 'or'))) return false
  const known = solvedForm(from)?.values ?? valuesOf(from, solved.name)
  return solved.values.every((value) => known.some((root) => isNear(double(root, [])([]), value)))
}

const valuesOf = (from: Condition, name: string): readonly Expr[] =>
  isCall(from, '=')
    ? solutionsIn(from, name, { budget: { milliseconds: SOLVING } }).branches.map(({ value }) => value)
    : []

/** Is the decimal the number rounded to its last place, or cut off there? */
function isNear(x: number, decimal: Expr): boolean {
  const [digits, sign] = isCall(decimal, 'negate') ? [decimal.args[0] as Expr, -1] : [decimal, 1]
  if (digits.kind !== 'number') return false
  const { num, den } = digits.value
  if (den === 1n || den > 10n ** 12n) return false
  const last = 10 ** -placesOf(den)
  const more = sign * x - Number(num) / Number(den)
  return Math.abs(more) <= last / 2 || (more > 0 && more < last)
}

function placesOf(den: bigint): number {
  let places = 0
  for (let scale = 1n; scale % den !== 0n; scale *= 10n) places += 1
  return places
}
