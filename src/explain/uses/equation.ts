/**
 * An equation of a card: what it says, and how it is proved before it is shown: by a derivation, or by two
 * terms without new names that `compare` proves equal.
 */
import { compare } from '../../derive/compare.ts'
import { whereDefined } from '../../derive/conditions.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, freeSymbols, isCall, same } from '../../expression/expr.ts'

/** Two terms to be proved equal. */
export type Pair = readonly [Expr, Expr]

export interface Equation {
  readonly left: Expr
  readonly right: Expr
  /** Nothing where the equation says what a name stands for. */
  readonly proof?: Pair | Derivation
}

/** Most are proved in a few milliseconds. */
const MILLISECONDS = 250

/** Where it is so, besides `assuming` and wherever both sides are defined; nothing if it is not proved. */
export function provedFor(
  proof: Pair | Derivation,
  assuming: readonly Condition[] = [],
): readonly Condition[] | undefined {
  try {
    return unmet('steps' in proof ? checked(proof) : proved(proof, assuming), assuming)
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}

/** Are the two equal wherever both are defined and `assuming` holds? */
export const isProved = (pair: Pair, assuming?: readonly Condition[]): boolean =>
  provedFor(pair, assuming)?.length === 0

const checked = (derivation: Derivation): readonly Condition[] | undefined =>
  verify(derivation).ok ? derivation.conditions : undefined

function proved([a, b]: Pair, assuming: readonly Condition[]): readonly Condition[] | undefined {
  if (same(a, b)) return []
  const [variable = 'x'] = freeSymbols(a)
  const verdict = compare(a, b, { variable, assuming, budget: { milliseconds: MILLISECONDS } })
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
  return where.filter((condition) => {
    const [u] = isCall(condition, 'defined') ? condition.args : []
    return u ? whereDefined(u, assuming, setting.canon).length > 0 : !setting.holds(condition)
  })
}

/** Are the two numbers proved to differ? */
export function isDifferent(a: Expr, b: Expr): boolean {
  const verdict = compare(a, b, { variable: 'x', budget: { milliseconds: MILLISECONDS } })
  return verdict.verdict === 'different' && verify(verdict.certificate).ok
}
