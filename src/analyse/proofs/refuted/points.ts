/** Rational points to try. */

import { points } from '../../../decide/points.ts'
import { decide } from '../../../enclose/enclose.ts'
import type { Claim, RationalPoint } from '../../../expression/claim.ts'
import type { Condition } from '../../../expression/condition.ts'
import { type Expr, freeSymbols, mentions, symbol } from '../../../expression/expr.ts'
import type { Rational } from '../../../expression/rational.ts'
import { placed } from '../../../verify/verdict.ts'
import { exactly, simplestNear } from '../numbers.ts'
import { lettersOf, places } from '../scout.ts'

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

const MOST_PLACES = 8

/** Values of the other letters for a proof that a claim about one letter is false: none if there are no others. */
export function settings(
  { assuming, of, variable }: Extract<Claim, { readonly of: unknown }>,
  also: readonly Expr[] = [],
): { readonly points?: readonly RationalPoint[] }[] {
  const fixed = assuming.filter((condition) => !mentions(condition, variable))
  const names = lettersOf([...fixed, of, ...also]).filter((name) => name !== variable)
  if (names.length === 0) return [{}]
  return [...rationalPlaces(names.map(symbol), [], fixed)]
    .filter((at) => fixed.every((condition) => decide(condition, placed(at, BITS), BITS) === true))
    .slice(0, MOST_PLACES)
    .map((at) => ({ points: [at] }))
}

const BITS = 64
