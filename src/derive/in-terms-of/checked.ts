/** Only what the checker accepts leaves this folder. */
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation, Step } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { withConditions } from '../conditions.ts'
import { writable } from '../json.ts'
import { verify } from '../verify.ts'

/** What holds for all derivations of one question. */
export interface Setting {
  readonly variable: string
  readonly assuming: readonly Condition[]
  readonly milliseconds: number
}

/** The derivation with its conditions, if the checker accepts it. */
export function checked(
  from: Expr,
  to: Expr,
  steps: readonly Step[],
  { variable, assuming }: Setting,
): Derivation | undefined {
  const open = steps.map((step) => ({ ...step, conditions: [] }))
  const bare = { from, to, variable, steps: open, assuming, conditions: [] }
  const derivation = withConditions(bare, new Canon(isTotal))
  return verify(derivation).ok ? writable(derivation) : undefined
}
