/** That a condition holds wherever others do. */
import type { Holds, Proof } from '../../expression/claim.ts'
import { type Condition, OPPOSITE } from '../../expression/condition.ts'
import { call, type Expr, isCall, same } from '../../expression/expr.ts'
import { unproved } from '../../verify/prove.ts'
import { proveInequality } from './holds/inequality.ts'
import { scoutedSign } from './holds/sign.ts'
import type { Work } from './work.ts'

export function proveHolds(claim: Holds, work: Work): Proof | undefined {
  const { assuming, condition } = claim
  const direct = work.by('signs', claim)
  if (direct) return direct
  if (isCall(condition, 'and')) return work.by('each part', claim)
  const equation = substitutable(assuming)
  if (equation) return work.by('substitution', claim, { conditions: [equation] })
  const missing = unproved(condition, work.facts(assuming)).filter((c) => !same(c, condition))
  const [first] = missing
  if (first) return work.by('lemma', claim, { conditions: [first] })
  if (condition.kind !== 'call' || !OPPOSITE.has(condition.head)) return undefined
  const [u, v] = condition.args as [Expr, Expr]
  switch (condition.head) {
    case '=':
      return work.by('normal form', claim)
    case '!=':
      return byOrder(claim, u, v, work)
    default:
      return proveInequality(claim, work)
  }
}

/** An assumption x = c by which x can be replaced. */
const substitutable = (assuming: readonly Condition[]): Condition | undefined =>
  assuming.find((known) => {
    const [x, c] = isCall(known, '=') ? known.args : []
    return x?.kind === 'symbol' && c !== undefined && !same(x, c) && !containsLetter(c, x.name)
  })

const containsLetter = (u: Expr, name: string): boolean =>
  u.kind === 'symbol' ? u.name === name : u.kind === 'call' && u.args.some((arg) => containsLetter(arg, name))

/** u ≠ v because u < v, or because u > v. */
function byOrder(claim: Holds, u: Expr, v: Expr, work: Work): Proof | undefined {
  const sign = scoutedSign(u, v, claim.assuming)
  if (sign === undefined) return undefined
  return work.by('lemma', claim, { conditions: [call(sign > 0 ? '>' : '<', [u, v])] })
}
