/** Taking a logarithm apart: products, quotients and powers of absolute values, and exponentials. */
import { add, call, type Expr, isCall, multiply, negate, productOf } from '../expression/expr.ts'
import { literalValue } from '../expression/number-term.ts'
import { isInteger, isZero } from '../expression/rational.ts'
import { below, type Place, type Sheet } from './sheet.ts'

/** log(|u|) */
export const logarithmOf = (u: Expr): Expr => call('log', [call('abs', [u])])

/** log(|u|), which stands at `at`, expanded as far as the laws of logarithms go. */
export function expandLogarithm(u: Expr, at: Place | undefined, sheet: Sheet): Expr {
  const before = logarithmOf(u)
  const [a, b] = u.kind === 'call' ? u.args : []
  if (isCall(u, 'multiply')) {
    const [first, ...more] = u.args as [Expr, ...Expr[]]
    const rest = productOf(more)
    sheet.rule(
      'logarithm of |product|',
      at,
      { u: first, v: rest },
      before,
      add(logarithmOf(first), logarithmOf(rest)),
    )
    return add(expandLogarithm(first, below(at, 0), sheet), expandLogarithm(rest, below(at, 1), sheet))
  }
  if (isCall(u, 'divide') && a && b) {
    sheet.rule(
      'logarithm of |quotient|',
      at,
      { u: a, v: b },
      before,
      add(logarithmOf(a), negate(logarithmOf(b))),
    )
    const above = expandLogarithm(a, below(at, 0), sheet)
    return add(above, negate(expandLogarithm(b, below(below(at, 1), 0), sheet)))
  }
  if (isCall(u, 'power') && a && b) {
    const value = literalValue(b)
    if (value && isInteger(value) && !isZero(value)) {
      sheet.rule('logarithm of |power|', at, { u: a, n: b }, before, multiply(b, logarithmOf(a)))
      return multiply(b, expandLogarithm(a, below(at, 1), sheet))
    }
    return sheet.rule('logarithm of |real power|', at, { u: a, v: b }, before, multiply(b, call('log', [a])))
  }
  if (isCall(u, 'exp') && a) {
    sheet.rule('absolute value, not negative', below(at, 0), { u }, call('abs', [u]), u)
    return sheet.rule('log of exp', at, { u: a }, call('log', [u]), a)
  }
  return before
}
