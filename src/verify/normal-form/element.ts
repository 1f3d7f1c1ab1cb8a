/**
 * Elements: a rational number times powers of *bases*. A base is a polynomial that is not split
 * further (bases.ts); where it can be negative, a fractional power of it is one of its absolute
 * value. Two elements with the same number and the same powers have the same value.
 */
import { ONE, power, type Rational, rational, ZERO } from '../../expression/rational.ts'
import { Unsettled } from './budget.ts'

/** The number of a base, doubled; odd for its absolute value. */
export type Key = number
export const signed = (base: number): Key => 2 * base
export const absolute = (base: number): Key => 2 * base + 1
export const baseOf = (key: Key): number => key >> 1
export const isAbsolute = (key: Key): boolean => (key & 1) === 1

/** Exponents that are not 0, in units of 1/n, where n is the order of the field. */
export type Powers = ReadonlyMap<Key, number>

/** `number` · ∏ baseᵏ. */
export interface Element {
  readonly number: Rational
  readonly powers: Powers
}

const NONE: Powers = new Map()
export const NOUGHT: Element = { number: ZERO, powers: NONE }
export const UNITY: Element = { number: ONE, powers: NONE }
export const constant = (number: Rational): Element => (number.num === 0n ? NOUGHT : { number, powers: NONE })
export const MINUS: Element = constant(rational(-1n))
export const isNought = (a: Element): boolean => a.number.num === 0n

/** Multiplies by baseⁿ, in place. Beyond 2⁵³ numbers are no longer exact. */
export function include(powers: Map<Key, number>, key: Key, n: number): void {
  const exponent = (powers.get(key) ?? 0) + n
  if (!Number.isSafeInteger(exponent)) throw new Unsettled('an exponent is too large')
  if (exponent === 0) powers.delete(key)
  else powers.set(key, exponent)
}

/** The powers that the elements share: no element has a negative power of anything beside them. */
export function shared(elements: readonly Element[]): Powers {
  const [first = UNITY, ...others] = elements
  const common = new Map(first.powers)
  for (const { powers } of others) {
    for (const [key, n] of common) include(common, key, Math.min(0, (powers.get(key) ?? 0) - n))
    for (const [key, n] of powers) if (n < 0 && !common.has(key)) common.set(key, n)
  }
  return common
}

export function without(powers: Powers, divisor: Powers): Powers {
  const rest = new Map(powers)
  for (const [key, n] of divisor) include(rest, key, -n)
  return rest
}

/** qⁿ for q ≠ 0. */
export function rationalPower(q: Rational, n: number): Rational {
  const value = power(q, BigInt(n))
  if (!value) throw new Unsettled('a number is too large')
  return value
}
