/** Quantities made of the parameters, as c·9^(1/b): value, and error by the derived slopes (the delta method). */
import { compile } from '../compute/index.ts'
import { OgeeError } from '../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, symbol } from '../expression/expr.ts'
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
  const values = new Map(fit.estimates.map(({ name, value }) => [name, value]))
  const kernel = compile(letters.length === 0 ? symbol('pi') : u, {
    variables: letters,
    gradient: letters,
    form: 'as-written',
  })
  if (letters.length === 0)
    return fit.quantityFrom(
      compile(u, { variables: [], form: 'as-written' })(),
      fit.moving.map(() => 0),
    )
  const { value, gradient } = kernel(...letters.map((name) => values.get(name) as number))
  return fit.quantityFrom(
    value,
    fit.moving.map((name) => gradient[letters.indexOf(name)] ?? 0),
  )
}
