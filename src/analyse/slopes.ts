/** Derivatives, and formulas taken apart into factors: what signs and zeros are read from. */
import { asProduct } from '../derive/view.ts'
import type { Derivation } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { factored } from './proofs/factored.ts'
import type { Study } from './study.ts'

/** The derivative of u with its derivation; nothing where no rule applies. */
export const slopeOf = (u: Expr, { work, variable }: Study): Derivation | undefined =>
  work.derivative(u, variable)

/** A factor, and whether u changes its sign where the factor does. */
export interface OpenFactor {
  readonly base: Expr
  readonly odd: boolean
}

/** The factors of u, found formally: its zeros are among theirs. Nothing for u = 0. */
export function factorsOf(u: Expr): readonly OpenFactor[] | undefined {
  const found = factored(u)
  if (found?.number.num === 0n) return undefined
  if (found) return found.factors.map(({ base, exponent }) => ({ base, odd: exponent % 2 !== 0 }))
  const { above, below } = asProduct(u)
  return [...above, ...below].map(({ base, exponent }) => ({ base, odd: exponent % 2n === 1n }))
}
