/** That a condition holds wherever others do. */
import type { Holds, Proof } from '../../expression/claim.ts'
import { type Condition, OPPOSITE } from '../../expression/condition.ts'
import { add, type CallNode, call, divide, type Expr, isCall, negate, same } from '../../expression/expr.ts'
import { compareNormalForms } from '../../verify/normal-form/normal-form.ts'
import { unproved } from '../../verify/prove.ts'
import { factored, writtenOut } from './factored.ts'
import { proveInequality } from './holds/inequality.ts'
import { scoutedSign } from './holds/sign.ts'
import type { Work } from './work.ts'

export function proveHolds(claim: Holds, work: Work): Proof | undefined {
  const { assuming, condition } = claim
  const missing = unproved(condition, work.facts(assuming))
  if (missing.length === 0) return work.by('signs', claim)
  if (isCall(condition, 'and')) return work.by('each part', claim)
  const equation = substitutable(assuming)
  if (equation) return work.by('substitution', claim, { conditions: [equation] })
  const [first] = missing.filter((c) => !same(c, condition))
  if (first) return work.by('lemma', claim, { conditions: [first] })
  if (condition.kind !== 'call' || !OPPOSITE.has(condition.head)) return undefined
  const [u, v] = condition.args as [Expr, Expr]
  switch (condition.head) {
    case '=':
      return byNormalForm(claim, u, v, work) ?? byEquation(claim, u, v, work)
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

const MOST_WORK = 300_000

/** The checker may spend more on a normal form than there is to spend here. */
function byNormalForm(claim: Holds, u: Expr, v: Expr, work: Work): Proof | undefined {
  const { outcome } = compareNormalForms(u, v, claim.assuming, MOST_WORK)
  return outcome === 'equal' ? work.by('normal form', claim) : undefined
}

/** u − v is a multiple of what is assumed to be 0. */
function byEquation(claim: Holds, u: Expr, v: Expr, work: Work): Proof | undefined {
  for (const known of claim.assuming.filter((condition) => isCall(condition, '='))) {
    const [p, q] = (known as CallNode).args as [Expr, Expr]
    const form = factored(divide(add(u, negate(v)), add(p, negate(q))))
    if (!form) continue
    const proof = work.by('multiple', claim, { terms: { m: writtenOut(form) }, conditions: [known] })
    if (proof) return proof
  }
  return undefined
}

/** u ≠ v because u < v, or because u > v. */
function byOrder(claim: Holds, u: Expr, v: Expr, work: Work): Proof | undefined {
  const sign = scoutedSign(u, v, claim.assuming)
  if (sign === undefined) return undefined
  return work.by('lemma', claim, { conditions: [call(sign > 0 ? '>' : '<', [u, v])] })
}
