/** Comparing formulas in which derivatives may stand: these are worked out first. */
import { compare as compareForms, type Verdict } from '../decide/index.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, defined, distinct } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { call, type Expr, isCall, substitute } from '../expression/expr.ts'
import { isTotal } from '../rules/forms.ts'
import { asExpr, type Context, type Formula } from '../syntax/formula.ts'
import { asked } from './asked.ts'
import { whereDefined } from './conditions.ts'
import { differentiate } from './index.ts'

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
 * compare('sqrt(x^2)', 'x').at // → { x: '-1' }
 * compare('sqrt(x^2)', 'x', { assuming: ['x > 0'] }).verdict // → 'equal'
 * compare('d/dx(x^2)', '2*x').verdict // → 'equal'
 * ```
 */
export function compare(a: Formula, b: Formula, context: Context = {}): Comparison {
  const derivations: Derivation[] = []
  const [left, right] = [a, b].map((formula) => workedOut(asExpr(formula), context, derivations))
  const verdict = compareForms(left as Expr, right as Expr, context)
  if (derivations.length === 0 || verdict.verdict !== 'equal') return verdict
  const where = distinct([...verdict.where, ...derivations.flatMap(conditionsOf)])
  const { domains, certificate } = verdict
  return { verdict: 'equal', by: verdict.by, domains, where, certificate, derivations }
}

/** u with each derivative replaced by what was derived, and values put in. */
function workedOut(u: Expr, context: Context, derivations: Derivation[]): Expr {
  if (u.kind !== 'call') return u
  if (isCall(u, 'D')) {
    const [body, how] = asked(u, { ...context })
    const derivation = differentiate(workedOut(body, context, derivations), how)
    derivations.push(derivation)
    return derivation.to
  }
  const args = u.args.map((arg) => workedOut(arg, context, derivations))
  const [body, x, value] = args
  if (u.head === 'at' && body && x?.kind === 'symbol' && value)
    return substitute(body, new Map([[x.name, value]]))
  return call(u.head, args)
}

/** Where a derivation says something: its conditions, and the domain of its last line. */
function conditionsOf({ to, conditions }: Derivation): readonly Condition[] {
  const total = whereDefined(to, [], new Canon(isTotal)).length === 0
  return total ? conditions : [...conditions, defined(to)]
}
