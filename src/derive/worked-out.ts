/**
 * Derivatives in a question worked out first: what connects, simplifies and solves knows of formulas,
 * not of derivatives. Their working becomes the first lines of the chain.
 */

import { Canon } from '../expression/canonical.ts'
import { type Condition, defined } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { call, type Expr, isCall, substitute } from '../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import { isTotal } from '../rules/forms.ts'
import type { Context } from '../syntax/formula.ts'
import { whereDefined, withConditions } from './conditions.ts'
import { differentiate } from './index.ts'
import { writable } from './json.ts'
import { verify } from './verify.ts'

/** A formula without derivatives, the steps that lead to it, and each derivative by itself. */
export interface WorkedOut {
  /** What the steps begin with: the formula as it was, unless it takes a derivative at one point. */
  readonly from: Expr
  readonly formula: Expr
  readonly steps: readonly Step[]
  readonly derivations: readonly Derivation[]
  /** Where the derivatives say something: their conditions, and the domains of their last lines. */
  readonly conditions: readonly Condition[]
}

/** The formula with its derivatives worked out, the innermost first. */
export function workedOut(u: Expr, context: Context): WorkedOut {
  let formula = u
  const steps: Step[] = []
  const derivations: Derivation[] = []
  const conditions: Condition[] = []
  for (let path = innermost(formula); path; path = innermost(formula)) {
    const [body, x] = (partAt(formula, path) as { readonly args: readonly Expr[] }).args as [Expr, Expr]
    const variable = x.kind === 'symbol' ? x.name : 'x'
    const derivation = differentiate(body, { ...context, variable })
    const at: Path = path
    steps.push(...derivation.steps.map((step) => ({ ...step, path: [...at, ...step.path] })))
    derivations.push(derivation)
    conditions.push(...conditionsOf(derivation).map((condition) => valuesPut(condition, u, at)))
    formula = replaceAt(formula, path, derivation.to) as Expr
  }
  const put = withValuesPut(formula)
  return put === formula
    ? { from: u, formula, steps, derivations, conditions }
    : { from: put, formula: put, steps: [], derivations, conditions }
}

function conditionsOf({ to, conditions }: Derivation): readonly Condition[] {
  const total = whereDefined(to, [], new Canon(isTotal)).length === 0
  return total ? conditions : [...conditions, defined(to)]
}

/** A condition on what stands at the path, with the values that the formula around it puts in. */
function valuesPut(condition: Condition, u: Expr, path: Path): Condition {
  return path.reduceRight<Condition>((inner, _, i) => {
    const around = partAt(u, path.slice(0, i))
    if (!around || !isCall(around, 'at') || path[i] !== 0) return inner
    return withValuesPut(call('at', [inner, ...around.args.slice(1)]))
  }, condition)
}

/** u at x = 2 with 2 for x: no rule says so, it is what the words mean. */
function withValuesPut(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(withValuesPut)
  const [body, x, value] = args
  if (isCall(u, 'at') && body && x?.kind === 'symbol' && value)
    return substitute(body, new Map([[x.name, value]]))
  return args.some((arg, i) => arg !== u.args[i]) ? call(u.head, args) : u
}

/** Where there is a derivative of what has none in it. */
export function innermost(u: Expr): Path | undefined {
  if (u.kind !== 'call') return undefined
  for (const [i, arg] of u.args.entries()) {
    const inner = innermost(arg)
    if (inner) return [i, ...inner]
  }
  return isCall(u, 'D') ? [] : undefined
}

/** The working and what follows it as one chain; nothing if the checker refuses it. */
export function joined({ from, steps }: WorkedOut, chain: Derivation): Derivation | undefined {
  if (steps.length === 0) return chain
  const { to, assuming } = chain
  const bare = { from, to, steps: [...steps, ...chain.steps], assuming, conditions: [] }
  const whole = withConditions(bare, new Canon(isTotal))
  return verify(whole).ok ? writable(whole) : undefined
}

/** The derivatives that are not part of the chain, and have to be told of beside it. */
export const beside = ({ steps, derivations }: WorkedOut): readonly Derivation[] =>
  steps.length === 0 ? derivations : []
