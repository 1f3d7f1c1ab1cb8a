/**
 * Where a derivative that tends to 0 stays small: from which number on |f′| < ε. The place is looked for in
 * doubles, rounded outwards to three digits, and that the bound holds from there on is proved.
 */
import { certificateOf, prove, type Work } from '../../analyse/proofs/index.ts'
import { verify } from '../../analyse/verify.ts'
import { double } from '../../decide/double.ts'
import type { Claim } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import { readDecimal } from '../../expression/decimal.ts'
import { call, type Expr, negate, numeral, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { type Rational, rational } from '../../expression/rational.ts'

/** At which end of the line. */
export type Side = 'left' | 'right'

/** A derivative with what is assumed of its variable and of the other letters. */
export interface Slope {
  readonly form: Expr
  readonly variable: string
  readonly assuming: readonly Condition[]
}

const FARTHEST = 2 ** 40
const HALVINGS = 50
const DIGITS = 3

/** x > p or x < p, where |f′| < bound is proved; nothing where no such place was found or proved. */
export function smallBeyond(slope: Slope, side: Side, bound: Rational, work: Work): Condition | undefined {
  const sign = side === 'right' ? 1 : -1
  const at = place(slope, sign, Number(bound.num) / Number(bound.den))
  if (at === undefined) return undefined
  const size = numeral(readDecimal(roundedUp(at)))
  const end = sign > 0 || at === 0 ? size : negate(size)
  const beyond = call(sign > 0 ? '>' : '<', [symbol(slope.variable), end])
  const { form, assuming } = slope
  const isProved = [call('<', [form, numberTerm(bound)]), call('>', [form, negate(numberTerm(bound))])].every(
    (condition) => {
      const claim: Claim = { kind: 'holds', assuming: [...assuming, beyond], condition }
      const proof = prove(claim, work)
      return proof !== undefined && verify(certificateOf({ claim, proof })).ok
    },
  )
  return isProved ? beyond : undefined
}

/** How far out the derivative becomes so small, as far as doubles show. */
function place({ form, variable }: Slope, sign: 1 | -1, bound: number): number | undefined {
  const value = double(form, [variable])
  const isSmall = (x: number): boolean => Math.abs(value([sign * x])) < bound
  let far = 1
  while (!isSmall(far)) {
    far *= 2
    if (far > FARTHEST) return undefined
  }
  let near = 0
  // between two powers of 2 the derivative may have been small before
  if (far > 1) near = far / 2
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (near + far) / 2
    if (isSmall(middle)) far = middle
    else near = middle
  }
  return far < 1e-9 ? 0 : far
}

/** Three digits, none less than the number. */
function roundedUp(x: number): string {
  if (x === 0) return '0'
  const unit = 10 ** (Math.floor(Math.log10(x)) - DIGITS + 1)
  return String(Number((Math.ceil(x / unit) * unit).toPrecision(DIGITS)))
}

/** 10⁻ⁿ */
export const tenToMinus = (n: number): Rational => rational(1n, 10n ** BigInt(n))
