/**
 * An equation of a card: what it says, and how it is proved before it is shown: by a derivation, or by two
 * terms without new names that `compare` proves equal.
 */
import { compare } from '../../derive/compare.ts'
import { simplerConditions, whereDefined } from '../../derive/conditions.ts'
import { settled } from '../../derive/connect/index.ts'
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { evaluate } from '../../derive/evaluate.ts'
import { verify } from '../../derive/verify.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { type Expr, freeSymbols, isCall, same } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'

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
  const [where, right] =
    'steps' in proof ? [checked(proof), proof.to] : [proved(proof, { assuming, budget }), proof[1]]
  return where && unmet(where, assuming, right)
}

/** Most are proved in a few milliseconds. */
const LONGEST = 1000

const checked = (derivation: Derivation): readonly Condition[] | undefined =>
  verify(derivation).ok ? derivation.conditions : undefined

function proved(
  [a, b]: Pair,
  context: { readonly assuming: readonly Condition[]; readonly budget: { readonly milliseconds: number } },
): readonly Condition[] | undefined {
  if (same(a, b)) return []
  const worked = workedOut([a, b], context.assuming)
  if (worked) return worked.conditions
  const [variable = 'x'] = freeSymbols(a)
  const verdict = compare(a, b, { ...context, variable })
  if (verdict.verdict !== 'equal') return undefined
  const { certificate, derivations = [], where } = verdict
  return [certificate, ...derivations].every((one) => verify(one).ok) ? where : undefined
}

/** What a place or a value comes to is often a few steps away: these are soon replayed. */
const LARGEST_VALUE = 12

/** The steps from a to b, if b is what is left when everything is done to a that nobody would call an idea. */
function workedOut([a, b]: Pair, assuming: readonly Condition[]): Derivation | undefined {
  if (b.size > LARGEST_VALUE || isCall(a, 'D')) return undefined
  const change = neat(a, new Setting(assuming))
  return same(change.to, b) ? settled(a, b, change, assuming) : undefined
}

/** The conditions that do not follow from what is assumed where the right-hand side is defined. */
function unmet(
  where: readonly Condition[],
  assuming: readonly Condition[],
  right: Expr,
): readonly Condition[] {
  if (where.length === 0) return where
  const known = [...assuming, ...domainOf(right, new Canon(isTotal))]
  const setting = new Setting(known)
  const left = where.filter((condition) => {
    const [u] = isCall(condition, 'defined') ? condition.args : []
    return u ? whereDefined(u, known, setting.canon).length > 0 : !setting.holds(condition)
  })
  return simplerConditions(left, setting.facts)
}

const DIGITS = 6

/** Are the two numbers proved to differ? Every digit of their decimals is right. */
export function isDifferent(a: Expr, b: Expr): boolean {
  const [one, other] = [a, b].map((u) => evaluate(u, {}, { digits: DIGITS }))
  return one?.verdict === 'value' && other?.verdict === 'value' && one.value !== other.value
}
