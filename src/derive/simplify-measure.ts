/**
 * How hard a formula is to read: its nodes, and more for what a person would rather not see:
 * fractions within fractions, negative exponents, sums in exponents, logarithms of powers, long numbers.
 */
import { type CallNode, type Expr, isCall } from '../expression/expr.ts'
import { literalValue } from '../expression/number-term.ts'
import { signOf } from '../expression/rational.ts'
import { isFraction, nesting } from './connect/cost.ts'

const measured = new WeakMap<Expr, number>()

/** The measure of u: smaller is simpler. */
export const measure = (u: Expr): number => weigh(u) + 2 * nesting(u)

function weigh(u: Expr): number {
  const known = measured.get(u)
  if (known !== undefined) return known
  const weight =
    u.kind === 'call' ? u.args.reduce((sum, arg) => sum + weigh(arg), ownWeight(u)) : leafWeight(u)
  measured.set(u, weight)
  return weight
}

const leafWeight = (u: Expr): number =>
  u.kind === 'number' ? 1 + 0.3 * (`${u.value.num}`.length - 1 + `${u.value.den}`.length - 1) : 1

function ownWeight(u: CallNode): number {
  const [a, b] = u.args as [Expr, Expr]
  if (u.head === 'add' || u.head === 'multiply') return u.args.length - 1
  if (u.head === 'negate') return 0.6
  if (u.head === 'divide') return 1.2
  if (u.head === 'power') return 1 + (isNegative(b) ? 2 : 0) + (isCall(b, 'add') ? 1 : 0) + rootWeight(b)
  if (u.head === 'exp') return 1.2 + (isCall(a, 'add') ? 0.6 : 0) + (isFraction(a) ? 0.5 : 0)
  if (u.head === 'log') return 1.5 + (isCall(a, 'power') || isCall(a, 'exp') ? 2 : 0)
  return 1.5
}

const isNegative = (u: Expr): boolean => {
  const value = literalValue(u)
  return value ? signOf(value) < 0 : isCall(u, 'negate')
}

const rootWeight = (exponent: Expr): number => (isCall(exponent, 'divide') ? 0.5 : 0)
