/** How steep an activation is at most: found by its analysis, and shown only if the checker accepts the proof. */
import { decimalOf } from '../../analyse/decimals.ts'
import { analyse, propertiesNamed } from '../../analyse/index.ts'
import { verify } from '../../analyse/verify.ts'
import { OutOfBudget } from '../../derive/index.ts'
import type { Expr } from '../../expression/expr.ts'
import type { Activation } from '../network/activation.ts'

/** The least bound of |f′|. */
export type Steepest =
  | {
      readonly verdict: 'proved'
      /** Its decimals, with … where there are more. */
      readonly decimals: string
      /** A double that is not less. */
      readonly value: number
      /** In closed form, where there is one. */
      readonly exact: Expr | undefined
    }
  | { readonly verdict: 'unbounded' | 'unknown' }

const MILLISECONDS = 4_000
/** Decimals are rounded; so much is added to be on the safe side. */
const SPARE = 1 + 2 ** -48

/** The greatest |f′(x)|, or its least upper bound. */
export function steepestOf(units: Activation, milliseconds: number = MILLISECONDS): Steepest {
  const known = found.get(units.formula)
  if (known) return known
  const steepest = searched(units, milliseconds)
  found.set(units.formula, steepest)
  return steepest
}

const found = new WeakMap<Expr, Steepest>()

function searched({ formula }: Activation, milliseconds: number): Steepest {
  try {
    const analysis = analyse(formula, { variable: 'x', only: ['lipschitz'], budget: { milliseconds } })
    const [one, ...others] = propertiesNamed(analysis, 'lipschitz')
    if (!one || others.length > 0) return { verdict: 'unknown' }
    if (!one.certificates().every((certificate) => verify(certificate).ok)) return { verdict: 'unknown' }
    const { constant } = one.value
    if (typeof constant === 'string') return { verdict: 'unbounded' }
    const decimals = decimalOf(constant, one.numbers)
    if (decimals === undefined) return { verdict: 'unknown' }
    const exact = one.numbers.length === 0 ? constant : undefined
    return { verdict: 'proved', decimals, value: Number(decimals.replace('…', '')) * SPARE, exact }
  } catch (error) {
    if (error instanceof OutOfBudget) return { verdict: 'unknown' }
    throw error
  }
}
