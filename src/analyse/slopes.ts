/** Derivatives, and formulas taken apart into factors: what signs and zeros are read from. */
import { asProduct } from '../derive/view.ts'
import type { Derivation } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { signOf } from '../expression/rational.ts'
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

/** A number times factors. */
export interface Factors {
  /** The sign of the number; 0 for u = 0. */
  readonly sign: number
  readonly factors: readonly OpenFactor[]
}

/** The factors of u, found formally: its zeros are among theirs. */
export function factorsOf(u: Expr): Factors {
  const found = factored(u)
  if (found) {
    const factors = found.factors.map(({ base, exponent }) => ({ base, odd: exponent % 2 !== 0 }))
    return { sign: signOf(found.number), factors }
  }
  const { coefficient, above, below } = asProduct(u)
  const factors = [...above, ...below].map(({ base, exponent }) => ({ base, odd: exponent % 2n === 1n }))
  return { sign: signOf(coefficient), factors }
}
