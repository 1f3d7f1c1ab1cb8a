/**
 * An equation of a card: what it says, and how it is proved before it is shown: by a derivation, or by two
 * terms without new names that `compare` proves equal.
 */
import { compare } from '../../derive/compare.ts'
import { simplerConditions, whereDefined } from '../../derive/conditions.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { verify } from '../../derive/verify.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { type Expr, freeSymbols, isCall, same } from '../../expression/expr.ts'
import type { Context } from '../../syntax/formula.ts'

/** Two terms to be proved equal. */
export type Pair = readonly [Expr, Expr]

export interface Equation {
  readonly left: Expr
  readonly right: Expr
  /** Nothing where the equation says what a name stands for. */
  readonly proof?: Pair | Derivation
}

/** Where it is so, besides `assuming` and wherever both sides are defined; nothing if it is not proved. The proof is replayed. */
export function provedFor(
  proof: Pair | Derivation,
  assuming: readonly Condition[] = [],
  milliseconds: number = LONGEST,
): readonly Condition[] | undefined {
  const budget = { milliseconds: Math.min(milliseconds, LONGEST) }
  return unmet('steps' in proof ? checked(proof) : proved(proof, { assuming, budget }), assuming)
}

/** Most are proved in a few milliseconds. */
const LONGEST = 1000

const checked = (derivation: Derivation): readonly Condition[] | undefined =>
  verify(derivation).ok ? derivation.conditions : undefined

function proved([a, b]: Pair, context: Context): readonly Condition[] | undefined {
  if (same(a, b)) return []
  const [variable = 'x'] = freeSymbols(a)
  const verdict = compare(a, b, { ...context, variable })
  if (verdict.verdict !== 'equal') return undefined
  const { certificate, derivations = [], where } = verdict
  return [certificate, ...derivations].every((one) => verify(one).ok) ? where : undefined
}

/** The conditions that do not follow from what is assumed. */
function unmet(
  where: readonly Condition[] | undefined,
  assuming: readonly Condition[],
): readonly Condition[] | undefined {
  if (!where || where.length === 0) return where
  const setting = new Setting(assuming)
  const left = where.filter((condition) => {
    const [u] = isCall(condition, 'defined') ? condition.args : []
    return u ? whereDefined(u, assuming, setting.canon).length > 0 : !setting.holds(condition)
  })
  return simplerConditions(left, setting.facts)
}

/** Are the two numbers proved to differ? */
export function isDifferent(a: Expr, b: Expr): boolean {
  const verdict = compare(a, b, { variable: 'x', budget: { milliseconds: LONGEST } })
  return verdict.verdict === 'different' && verify(verdict.certificate).ok
}
