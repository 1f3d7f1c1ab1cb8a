/** Comparing formulas in which derivatives may stand: these are worked out first. */
import { compare as compareForms, type Verdict } from '../decide/index.ts'
import { distinct } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { asExpr, type Context, type Formula } from '../syntax/formula.ts'
import { workedOut } from './worked-out.ts'

/** A verdict, and how the derivatives in the two formulas were worked out, if there are any. */
export type Comparison = Verdict & { readonly derivations?: readonly Derivation[] }

/**
 * Are two formulas equal? `equal` where both have the same value at every point at which both are
 * defined (and `where` holds), proved by an exact normal form; `different` with a rational point and
 * disjoint enclosures of the two values; `disjoint` if they are nowhere both defined; else `unknown`
 * with the reason. Every verdict but the last has a certificate that `verify` accepts; it speaks of
 * the formulas with their derivatives worked out, as `derivations` show.
 *
 * @throws OgeeError for a formula that cannot be read, or a derivative that no rule finds.
 * @example
 * ```ts
 * compare('e^x/(1+e^x)^2', '1/(1+e^-x)*(1-1/(1+e^-x))').verdict // → 'equal'
 * compare('sqrt(x^2)', 'x').at // → { x: '-1/2' }
 * compare('sqrt(x^2)', 'x', { assuming: ['x > 0'] }).verdict // → 'equal'
 * compare('d/dx(x^2)', '2*x').verdict // → 'equal'
 * ```
 */
export function compare(a: Formula, b: Formula, context: Context = {}): Comparison {
  const sides = [a, b].map((formula) => workedOut(asExpr(formula, context), context))
  const [left, right] = sides.map(({ formula }) => formula) as [Expr, Expr]
  const verdict = compareForms(left, right, context)
  const derivations = sides.flatMap((side) => side.derivations)
  if (derivations.length === 0 || verdict.verdict !== 'equal') return verdict
  const where = distinct([...verdict.where, ...sides.flatMap((side) => side.conditions)])
  const { domains, certificate } = verdict
  return { verdict: 'equal', by: verdict.by, domains, where, certificate, derivations }
}
