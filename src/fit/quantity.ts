/** Quantities made of the parameters, as c·9^(1/b): value, and error by the derived slopes (the delta method). */
import { compile } from '../compute/index.ts'
import { OgeeError } from '../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols } from '../expression/expr.ts'
import { asExpr } from '../syntax/formula.ts'
import type { Estimated, Quantity } from './estimate.ts'

/**
 * The quantity with its error.
 *
 * @throws OgeeError `E952` for letters that are no parameters.
 */
export function quantityOf(formula: string | Expr, fit: Estimated): Quantity {
  const u = asExpr(formula)
  const letters = freeSymbols(u).filter((name) => !CONSTANTS.has(name))
  const unknown = letters.find((name) => !fit.parameters.includes(name))
  if (unknown !== undefined)
    throw new OgeeError(
      'E952',
      `there is no parameter ${unknown}`,
      undefined,
      `the parameters are ${fit.parameters.join(', ')}`,
    )
  if (letters.length === 0) {
    const constant = compile(u, { variables: [], form: 'as-written' })()
    return { value: constant, error: 0, interval: [constant, constant] }
  }
  const kernel = compile(u, { variables: letters, gradient: letters, form: 'as-written' })
  const { value, gradient } = kernel(...letters.map((name) => fit.value(name)))
  return fit.quantityFrom(
    value,
    fit.moving.map((name) => gradient[letters.indexOf(name)] ?? 0),
  )
}
