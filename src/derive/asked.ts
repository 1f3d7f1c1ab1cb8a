/** A derivative that a person writes out asks for itself, not for its own derivative. */
import { type Expr, isCall } from '../expression/expr.ts'
import type { DifferentiateOptions } from './index.ts'

/**
 * The function to differentiate and how: d/dx(u) alone asks for the derivative of u by x, and
 * d/dx(d/dx(u)) for the second one, unless an order is named.
 */
export function asked<T extends DifferentiateOptions>(u: Expr, options: T): readonly [Expr, T] {
  if (options.order !== undefined || !isCall(u, 'D')) return [u, options]
  let [body, x] = u.args as [Expr, Expr]
  let order = 1
  while (isCall(body, 'D') && body.args[1] === x) {
    body = body.args[0] as Expr
    order += 1
  }
  const variable = x.kind === 'symbol' ? x.name : 'x'
  return options.variable !== undefined && options.variable !== variable
    ? [u, options]
    : [body, { ...options, order, variable }]
}
