/** Rational numbers that no single numeral writes: −3 is `negate(3)`, 1/3 is `divide(1, 3)`. */
import { divide, type Expr, integer, isCall, negate } from './expr.ts'
import { negated, type Rational, rational } from './rational.ts'

/**
 * Any rational number as a person writes it: 3, −3 as `negate(3)`, 1/3 as `divide(1, 3)`.
 *
 * @example
 * ```ts
 * print(numberTerm(rational(-1n, 3n))) // → '-1/3'
 * ```
 */
export function numberTerm(value: Rational): Expr {
  if (value.num < 0n) return negate(numberTerm(negated(value)))
  if (value.den === 1n) return integer(value.num)
  return divide(integer(value.num), integer(value.den))
}

/**
 * The value of a number as `numberTerm` writes it (also −3 and 1/3), else `undefined`.
 * No other arithmetic is done: 1+1 has no literal value.
 */
export function literalValue(u: Expr): Rational | undefined {
  if (u.kind === 'number') return u.value
  if (isCall(u, 'negate')) {
    const inner = literalValue(u.args[0] as Expr)
    return inner && negated(inner)
  }
  if (isCall(u, 'divide')) {
    const [num, den] = u.args.map((arg) => (arg.kind === 'number' ? arg.value : undefined))
    if (num && den && num.den === 1n && den.den === 1n && den.num !== 0n) return rational(num.num, den.num)
  }
  return undefined
}
