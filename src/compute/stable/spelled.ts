/** Numbers as the table of rewrites has them: u/2 for 0.5·u and 1/2·u, √u for u^0.5. */
import { call, divide, type Expr, integer, isCall, productOf } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'

export function spelled(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(spelled)
  const v = args.every((arg, i) => arg === u.args[i]) ? u : call(u.head, args)
  if (isCall(v, 'multiply')) return quotientOf(v.args) ?? v
  const [base, exponent] = v.args as [Expr, Expr]
  return isCall(v, 'power') && isHalf(exponent) ? call('sqrt', [base]) : v
}

/** Only halves and quarters: dividing by them rounds no more than multiplying does. */
function quotientOf(factors: readonly Expr[]): Expr | undefined {
  for (const [i, factor] of factors.entries()) {
    const value = literalValue(factor)
    if (value?.num !== 1n || value.den === 1n || (value.den & (value.den - 1n)) !== 0n) continue
    const rest = factors.filter((_, k) => k !== i)
    return divide(productOf(rest), integer(Number(value.den)))
  }
  return undefined
}

const isHalf = (u: Expr): boolean => {
  const value = literalValue(u)
  return value?.num === 1n && value.den === 2n
}
