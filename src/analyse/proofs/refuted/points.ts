/** Rational points to try. */

import { points } from '../../../decide/points.ts'
import type { RationalPoint } from '../../../expression/claim.ts'
import type { Condition } from '../../../expression/condition.ts'
import { type Expr, freeSymbols } from '../../../expression/expr.ts'
import type { Rational } from '../../../expression/rational.ts'
import { places } from '../scout.ts'
import { exactly, simplestNear } from '../zeros.ts'

/** A simple fraction near a double. */
export const simple = (x: number): Rational =>
  Number.isInteger(x) ? exactly(x) : simplestNear(x, 1e-3 * Math.min(1, Math.abs(x)) + 1e-300)

export const named = (names: readonly string[], values: readonly Rational[]): RationalPoint =>
  new Map(names.map((name, i) => [name, values[i] as Rational]))

/** Simple points first, then such as the conditions allow in double precision. */
export function* rationalPlaces(
  terms: readonly Expr[],
  also: readonly string[],
  assuming: readonly Condition[],
): Generator<RationalPoint> {
  const names = [...new Set([...terms.flatMap(freeSymbols), ...also])]
  for (const values of points(names.length, 30)) yield named(names, values)
  for (const at of places(assuming, names)) {
    yield named(
      names,
      names.map((name) => simple(at.get(name) as number)),
    )
  }
}
