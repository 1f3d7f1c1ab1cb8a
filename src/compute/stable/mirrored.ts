/** Forms of even and odd functions that never leave the side on which they are computed. */
import { call, type Expr, multiply, negate, substitute, symbol } from '../../expression/expr.ts'
import { areEqual } from './equal.ts'

const LARGEST = 60

/** u with |x| and −|x| for x, and with the sign of x in front where u is odd. */
export function mirrored(u: Expr, names: readonly string[]): Expr[] {
  if (u.size > LARGEST) return []
  return names.flatMap((name) => {
    const x = symbol(name)
    const turned = substitute(u, new Map([[name, negate(x)]]))
    const size = call('abs', [x])
    const sides = [size, negate(size)].map((v) => substitute(u, new Map([[name, v]])))
    if (areEqual(turned, u)) return sides
    if (!areEqual(turned, negate(u))) return []
    const [right, left] = sides as [Expr, Expr]
    return [multiply(call('sign', [x]), right), negate(multiply(call('sign', [x]), left))]
  })
}
