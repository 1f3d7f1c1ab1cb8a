/** Where the slope of a shape is what its form says: the derivation's conditions at a place, and whether they hold. */
import { evaluate } from '../../derive/evaluate.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, freeSymbols, isCall, substitute } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { isTotal } from '../../rules/forms.ts'
import { parse } from '../../syntax/plain-only.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { isDifferent, provedFor } from './equation.ts'
import { tidied } from './scaled.ts'
import type { Shape } from './shape.ts'

/** What must hold for the form of the slope to be the slope at u. */
export const slopeWhere = ({ where, variable }: Pick<Shape, 'where' | 'variable'>, u: Expr): Condition[] =>
  where.map((condition) => substitute(condition, new Map([[variable, u]])))

/** Do they hold, with these assumptions? */
export function hold(conditions: readonly Condition[], assuming: readonly Condition[] = []): boolean {
  if (conditions.length === 0) return true
  const facts = new Facts(assuming, new Canon(isTotal))
  return conditions.every((condition) => {
    if (freeSymbols(condition).length > 0) return unproved(condition, facts).length === 0
    if (isCall(condition, 'defined') && evaluates(condition.args[0] as Expr)) return true
    if (unproved(condition, facts).length === 0) return true
    const [a, b] = isCall(condition, '!=') ? condition.args : []
    return a !== undefined && b !== undefined && isDifferent(a, b)
  })
}

const evaluates = (u: Expr): boolean => evaluate(u, {}, { digits: DIGITS }).verdict === 'value'

const DIGITS = 6

/** The slope at a number, as a number if it is proved to be one; nothing where the form is not the slope. */
export function slopeThere(shape: Shape, at: Expr): Expr | undefined {
  if (!hold(slopeWhere(shape, at))) return undefined
  const u = tidied(substitute(shape.slope, new Map([[shape.variable, at]])))
  const found = literalValue(u) ? undefined : evaluate(u, {}, { digits: DIGITS })
  const number = found?.verdict === 'value' ? parse(found.value) : undefined
  return number && provedFor([u, number])?.length === 0 ? number : u
}
