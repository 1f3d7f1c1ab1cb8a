/**
 * a + b·log u, divided by b: then the derivative has no logarithm. The same for other functions whose derivatives
 * are simpler than they are.
 */
import type { Proof } from '../../../expression/claim.ts'
import { add, call, divide, type Expr, freeSymbols, integer, negate } from '../../../expression/expr.ts'
import { callsIn, linearIn } from '../linear.ts'
import { signsSeen } from '../scout.ts'
import type { Work } from '../work.ts'
import { from, type Inequality, withLemmas } from './form.ts'

const SIMPLER: ReadonlySet<string> = new Set(['log', 'atan', 'asin', 'acos', 'erf'])

export function byDivision(inequality: Inequality, work: Work): Proof | undefined {
  const { of, claim } = inequality
  if (work.isKept(of)) return undefined
  for (const f of callsIn(of, SIMPLER)) {
    const [a, b] = linearIn(of, f) ?? []
    if (!a || !b || freeSymbols(b).length === 0) continue
    const { negative, positive } = signsSeen(b, claim.assuming)
    if (negative === positive) continue
    const size: Expr = negative ? negate(b) : b
    const core = add(negative ? negate(f) : f, divide(a, size))
    work.keep(core)
    const proof = withLemmas(claim, [call('>', [size, integer(0)])], work, (inner) =>
      from({ ...inequality, claim: inner }, core, size, work),
    )
    if (proof) return proof
  }
  return undefined
}
