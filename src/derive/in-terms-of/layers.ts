/**
 * Layers that arithmetic opens: a·(1 − E)³ is a polynomial in E, and nothing in it says that its cube
 * root is simple. So a power that was written as one is peeled as it stands.
 */
import {
  add,
  divide,
  type Expr,
  isCall,
  mentions,
  negate,
  productOf,
  raise,
  sumOf,
} from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import { isInteger, ONE, over, signOf } from '../../expression/rational.ts'

/** Terms that are 0 where f stands for u, one for each power with a sum in it below factors and addends. */
export function layersOf(u: Expr, f: Expr, variable: string): Expr[] {
  if (u.kind !== 'call') return []
  const varies = (v: Expr): boolean => mentions(v, variable)
  const [first, second] = u.args as [Expr, Expr]
  const inner = u.args.filter(varies)
  const others = u.args.filter((arg) => !varies(arg))
  if (u.head === 'negate') return layersOf(first, negate(f), variable)
  if (u.head === 'multiply' && inner.length === 1 && others.length > 0) {
    return layersOf(inner[0] as Expr, divide(f, productOf(others)), variable)
  }
  if (u.head === 'add' && inner.length === 1 && others.length > 0) {
    return layersOf(inner[0] as Expr, add(f, negate(sumOf(others))), variable)
  }
  if (u.head === 'divide' && !varies(second)) return layersOf(first, productOf([f, second]), variable)
  if (u.head === 'divide' && !varies(first)) return layersOf(second, divide(first, f), variable)
  const n = u.head === 'power' ? literalValue(second) : undefined
  if (!n || !isInteger(n) || signOf(n) < 1 || !isCall(first, 'add')) return []
  return [add(first, negate(raise(f, numberTerm(over(ONE, n)))))]
}
