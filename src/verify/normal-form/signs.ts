/** What elements being positive, not negative or not 0 says of the signs of bases. */
import type { Bases } from './bases.ts'
import { baseOf, type Element, isAbsolute, isNought, type Key } from './element.ts'
import type { SignRelation } from './sign-relations.ts'

/** The base whose sign is that of bⁿ, if it can be negative: for an odd power of such a base, or a sign. */
export function signFactors(key: Key, n: number, bases: Bases): readonly number[] {
  const { signOf, known } = bases.at(baseOf(key))
  if (signOf !== undefined) return [signOf]
  const isOdd = Math.abs(n % (2 * bases.order)) === bases.order
  return isOdd && !isAbsolute(key) && known === 'nothing' ? [baseOf(key)] : []
}

/** That a > 0, as a relation between signs. */
export function relation(a: Element, bases: Bases): SignRelation {
  const factors = [...a.powers].flatMap(([key, n]) => signFactors(key, n, bases))
  return { bases: factors, sign: a.number.num > 0n ? 1 : -1 }
}

/** From now on a is known not to be 0: then none of its bases is. */
export function exclude(a: Element, bases: Bases): void {
  for (const key of a.powers.keys()) bases.exclude(baseOf(key))
}

/** The bases of a that can be 0. */
const vanishing = (a: Element, bases: Bases): ReadonlySet<number> =>
  new Set([...a.powers.keys()].map(baseOf).filter((base) => bases.canVanish(base)))

/** Is a known not to be 0? */
export const isNonZero = (a: Element, bases: Bases): boolean => !isNought(a) && vanishing(a, bases).size === 0

/**
 * Does a ≥ 0 say as much about signs as a > 0? It does if a cannot be 0, and if it speaks of one
 * base b only, which is 0 where a is: there b = σ|b| whatever σ is.
 */
export function speaksOfSigns(a: Element, bases: Bases): boolean {
  const open = vanishing(a, bases)
  return open.size === 0 || (open.size === 1 && relation(a, bases).bases.every((base) => open.has(base)))
}
