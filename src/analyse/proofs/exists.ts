/** That there is a number for which conditions hold. */
import type { Exists, Proof } from '../../expression/claim.ts'
import { type Expr, isCall } from '../../expression/expr.ts'
import { differenceOf } from './holds/sign.ts'
import type { Work } from './work.ts'
import { zerosOf } from './zeros.ts'

export function proveExists(claim: Exists, work: Work): Proof | undefined {
  const direct = work.by('intermediate value', claim)
  if (direct) return direct
  const { letter, conditions, assuming } = claim
  for (const equation of conditions.filter((condition) => isCall(condition, '='))) {
    const [u, v] = (equation as Extract<Expr, { readonly kind: 'call' }>).args as [Expr, Expr]
    const others = conditions.filter((condition) => condition !== equation)
    for (const is of zerosOf(differenceOf(u, v), letter, [...assuming, ...others], work)) {
      const proof = work.by('example', claim, { terms: { is } })
      if (proof) return proof
    }
  }
  return undefined
}
