/** Differentiation as a library: a formula in, a derivation out that verify/ accepts. */
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../syntax/formula.ts'
import { derive, type Route } from './differentiate.ts'
import { shortest } from './shortest.ts'

export type { Route } from './differentiate.ts'
export { ROUTES } from './differentiate.ts'
export { OutOfBudget } from './sheet.ts'

/** How to differentiate. */
export interface DifferentiateOptions extends Context {
  /** 1 for f′, 2 for f″ … */
  readonly order?: number
  /** How quotients are treated; by default the way with the fewest steps. */
  readonly route?: Route
}

const MAX_ORDER = 20

/**
 * The derivative of a formula by its variable, with every step: Dⁿf = `to` wherever `to` is defined
 * and the conditions hold.
 *
 * @throws OgeeError `E401` where no rule applies, `E403` if the variable is not clear; OutOfBudget
 * when the time allowed is used up.
 * @example
 * ```ts
 * print(differentiate('1/(1+e^-x)').to) // → 'e^-x/(1 + e^-x)^2'
 * differentiate('log(x)').conditions.map((c) => print(c)) // → ['x > 0']
 * ```
 */
export function differentiate(formula: Formula, options: DifferentiateOptions = {}): Derivation {
  const u = asExpr(formula, options)
  const { order = 1, route } = options
  if (!Number.isInteger(order) || order < 1 || order > MAX_ORDER) {
    throw new OgeeError('E404', `the order of a derivative must be a whole number from 1 to ${MAX_ORDER}`)
  }
  const plan = {
    variable: variableOf(u, options),
    order,
    assuming: assumptions(options),
    milliseconds: millisecondsOf(options),
  }
  return route ? derive(u, { ...plan, route }) : shortest(u, plan)
}

/**
 * The partial derivatives of a formula, one derivation for each of the variables.
 *
 * @throws OgeeError as `differentiate` does.
 * @example
 * ```ts
 * gradient('x^2*y', ['x', 'y']).map((d) => print(d.to)) // → ['2*y*x', 'x^2']
 * ```
 */
export function gradient(
  formula: Formula,
  variables: readonly string[],
  context: Context = {},
): Derivation[] {
  const u: Expr = asExpr(formula, context)
  return variables.map((variable) => differentiate(u, { ...context, variable }))
}
