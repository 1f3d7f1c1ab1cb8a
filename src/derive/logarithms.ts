/** Taking a logarithm apart: products, quotients and powers of absolute values, and exponentials. */
import { add, call, type Expr, isCall, literalValue, multiply, negate, productOf } from '../expression/expr.ts'
import { type Path, partAt } from '../expression/path.ts'
import { isInteger, isZero } from '../expression/rational.ts'
import type { Working } from './working.ts'

const logOf = (u: Expr): Expr => call('log', [call('abs', [u])])

/** Expands the logarithm log(|u|) at `path` as far as the laws of logarithms go. */
export function expandLogarithm(working: Working, path: Path): void {
  const part = partAt(working.line, path) as Expr
  if (!isCall(part, 'log') || !isCall(part.args[0] as Expr, 'abs')) return
  const u = ((part.args[0] as Expr) as { args: readonly Expr[] }).args[0] as Expr
  if (isCall(u, 'multiply')) {
    const [first, ...more] = u.args as [Expr, ...Expr[]]
    const rest = productOf(more)
    working.rule('logarithm of |product|', path, { u: first, v: rest }, add(logOf(first), logOf(rest)))
    expandEach(working, path, [0, 1])
  } else if (isCall(u, 'divide')) {
    const [above, below] = u.args as [Expr, Expr]
    working.rule('logarithm of |quotient|', path, { u: above, v: below }, add(logOf(above), negate(logOf(below))))
    expandEach(working, path, [0])
    expandLogarithm(working, [...path, 1, 0])
  } else if (isCall(u, 'power')) {
    const [base, exponent] = u.args as [Expr, Expr]
    const value = literalValue(exponent)
    if (value && isInteger(value) && !isZero(value)) {
      working.rule('logarithm of |power|', path, { u: base, n: exponent }, multiply(exponent, logOf(base)))
      expandLogarithm(working, [...path, 1])
    } else {
      const log = call('log', [base])
      working.rule('logarithm of |real power|', path, { u: base, v: exponent }, multiply(exponent, log))
    }
  } else if (isCall(u, 'exp')) {
    working.rule('absolute value, not negative', [...path, 0], { u }, u)
    working.rule('log of exp', path, { u: u.args[0] as Expr }, u.args[0] as Expr)
  }
}

function expandEach(working: Working, path: Path, places: readonly number[]): void {
  for (const i of places) expandLogarithm(working, [...path, i])
}
