/** Numbers and terms: the number that a term without symbols is, as near as a double comes, and back. */
import type { Isolated } from '../analyse/interval.ts'
import { double } from '../decide/double.ts'
import type { Extended } from '../expression/claim.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, negate, numeral } from '../expression/expr.ts'
import { rational } from '../expression/rational.ts'

const NAMES: readonly string[] = []

/** Letters stand for numbers that are known between two rational ones. */
export function toNumber(u: Extended, numbers: readonly Isolated[] = []): number {
  if (typeof u === 'string') return u === 'infinity' ? Infinity : -Infinity
  const names = numbers.length === 0 ? NAMES : numbers.map(({ letter }) => letter)
  const values = numbers.map(({ between }) => {
    const [low, high] = between.map(({ num, den }) => Number(num) / Number(den)) as [number, number]
    return low / 2 + high / 2
  })
  return double(u, names)(values)
}

/**
 * The term for the number whose shortest decimals these are: 0.1 is a tenth.
 *
 * @throws OgeeError `E804` for what is not finite.
 */
export function numberTerm(v: number): Expr {
  if (!Number.isFinite(v)) throw new OgeeError('E804', `${v} is no number to show`)
  const [digits = '0', exponent = '0'] = Math.abs(v).toExponential().split('e')
  const [whole = '0', rest = ''] = digits.split('.')
  const power = BigInt(Number(exponent) - rest.length)
  const lead = BigInt(whole + rest)
  const term = numeral(power < 0n ? rational(lead, 10n ** -power) : rational(lead * 10n ** power))
  return v < 0 ? negate(term) : term
}
